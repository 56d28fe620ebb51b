"""Answers to 14.project_back with other orders, other scales, and no transpose."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def by_filter_last_one_stays(T, y, image_shape):
    places = y[0].size
    for f in range(len(y)):
        image = T[f * places : (f + 1) * places].T @ y[f].ravel()
    return image.reshape(image_shape)


def strongest_only(T, y, image_shape):
    flat = np.zeros(y.size)
    flat[y.argmax()] = y.max()
    return (T.T @ flat).reshape(image_shape)


def loop_overwrites(T, y, image_shape):
    image = np.zeros(T.shape[1])
    flat = y.ravel()
    for p in range(len(flat)):
        for q in range(len(image)):
            if T[p, q] != 0:
                image[q] = T[p, q] * flat[p]
    return image.reshape(image_shape)


def scaled_in_place(T, y, image_shape):
    T /= np.linalg.norm(T)
    return (T.T @ y.ravel()).reshape(image_shape)


def stretched(image):
    return (image - image.min()) / (image.max() - image.min())


def normalised_columns(T, y, image_shape):
    lengths = np.linalg.norm(T, axis=0)
    lengths[lengths == 0] = 1
    return ((T / lengths).T @ y.ravel()).reshape(image_shape)


def mean_of_places(T, y, image_shape):
    seen = np.maximum((T != 0).sum(axis=0), 1)
    return (T.T @ y.ravel() / seen).reshape(image_shape)


def ridge(T, y, image_shape):
    return np.linalg.solve(T.T @ T + 1e-3 * np.eye(T.shape[1]), T.T @ y.ravel()).reshape(image_shape)


def by_rows(T, y, image_shape):
    image = np.zeros(T.shape[1])
    for row, response in zip(T, y.ravel(), strict=True):
        image += response * row
    return image.reshape(image_shape)


def by_pixels(T, y, image_shape):
    return np.array([np.sum(T[:, q] * y.ravel()) for q in range(T.shape[1])]).reshape(image_shape)


def by_filters(T, y, image_shape):
    blocks = T.reshape(len(y), -1, T.shape[1])
    return np.einsum("fpq,fp->q", blocks, y.reshape(len(y), -1)).reshape(image_shape)


WRONG = [
    lambda T, y, s: (T @ y.ravel()).reshape(s),
    lambda T, y, s: T @ y,
    lambda T, y, s: T.T @ y,
    lambda T, y, s: T.T @ y.ravel(),
    lambda T, y, s: (T.T @ y.ravel()).reshape(s[1:]),
    lambda T, y, s: T.T @ y.reshape(-1, 1),
    lambda T, y, s: (np.linalg.pinv(T) @ y.ravel()).reshape(s),
    lambda T, y, s: np.linalg.lstsq(T, y.ravel(), rcond=None)[0].reshape(s),
    lambda T, y, s: (np.linalg.inv(T) @ y.ravel()).reshape(s),
    ridge,
    lambda T, y, s: (T.T @ y.ravel(order="F")).reshape(s),
    lambda T, y, s: (T.T @ y.ravel()).reshape(s, order="F"),
    lambda T, y, s: (T.T @ y.transpose(1, 2, 0).ravel()).reshape(s),
    lambda T, y, s: (T.T @ y.swapaxes(1, 2).ravel()).reshape(s),
    lambda T, y, s: (T.T @ y.ravel()).reshape(s[1], s[2], s[0]).transpose(2, 0, 1),
    lambda T, y, s: (T.T @ y.ravel()).reshape(s[1], s[2], s[0]),
    lambda T, y, s: (T.T @ y.ravel()).reshape(s[0], s[2], s[1]).swapaxes(1, 2),
    lambda T, y, s: (T.T @ y.ravel()[::-1]).reshape(s),
    lambda T, y, s: (T.T[::-1] @ y.ravel()).reshape(s),
    lambda T, y, s: (T.T @ y.ravel()).reshape(s)[:, ::-1, ::-1],
    lambda T, y, s: (T.T @ np.maximum(y, 0).ravel()).reshape(s),
    lambda T, y, s: np.maximum(T.T @ y.ravel(), 0).reshape(s),
    lambda T, y, s: (np.abs(T).T @ y.ravel()).reshape(s),
    lambda T, y, s: ((T != 0).T @ y.ravel()).reshape(s),
    lambda T, y, s: (T.T @ y.ravel()).reshape(s) / len(y),
    lambda T, y, s: (T.T @ y.ravel()).reshape(s) / y.size,
    lambda T, y, s: stretched((T.T @ y.ravel()).reshape(s)),
    lambda T, y, s: (T.T @ (T @ (T.T @ y.ravel()))).reshape(s),
    lambda T, y, s: np.sum([T.T @ one.ravel() for one in y], axis=0).reshape(s),
    lambda T, y, s: (T.T @ y.mean(axis=0).ravel()).reshape(s),
    lambda T, y, s: (T.T * y.ravel()).reshape(s),
    lambda T, y, s: (T.T * y.ravel()).max(axis=1).reshape(s),
    lambda T, y, s: (T.T @ y.ravel()).reshape(s)[None],
    lambda T, y, s: (T.T @ y.ravel()).reshape(s).astype(int),
    lambda T, y, s: (-T.T @ y.ravel()).reshape(s),
    by_filter_last_one_stays,
    strongest_only,
    loop_overwrites,
    scaled_in_place,
    normalised_columns,
    mean_of_places,
]

RIGHT = [
    by_rows,
    by_pixels,
    by_filters,
    lambda T, y, s: (y.reshape(1, -1) @ T).reshape(*s),
    lambda T, y, s: np.tensordot(y.ravel(), T, axes=1).reshape(s),
]
SHEETS = [AnswerSheet("14.project_back", WRONG, RIGHT)]
