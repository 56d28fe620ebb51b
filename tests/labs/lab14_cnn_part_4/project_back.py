"""Answers to 14.project_back: back through the transposed matrix."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def back_one_filter_only(T, y, shape):
    places = y[0].size
    return (T[:places].T @ y[0].ravel()).reshape(shape)


def back_by_rows(T, y, shape):
    image = np.zeros(int(np.prod(shape)))
    for row, answer in zip(T, y.ravel(), strict=True):
        image += answer * row
    return image.reshape(shape)


def back_by_rows_overwritten(T, y, shape):
    image = np.zeros(int(np.prod(shape)))
    for row, answer in zip(T, y.ravel(), strict=True):
        image[row != 0] = answer * row[row != 0]
    return image.reshape(shape)


def back_largest(T, y, shape):
    return (T * y.reshape(-1, 1)).max(axis=0).reshape(shape)


def back_filter_by_filter(T, y, shape):
    image = 0
    for part, answers in zip(np.split(T, len(y)), y, strict=True):
        image = image + part.T @ answers.reshape(-1)
    return image.reshape(*shape)


def back_pinv_regularised(T, y, shape):
    return np.linalg.solve(T.T @ T + 1e-3 * np.eye(T.shape[1]), T.T @ y.ravel()).reshape(shape)


WRONG = [
    (lambda T, y, shape: (np.linalg.pinv(T) @ y.ravel()).reshape(shape), "pseudo-inverse"),
    lambda T, y, shape: np.linalg.lstsq(T, y.ravel(), rcond=None)[0].reshape(shape),
    lambda T, y, shape: (np.linalg.inv(T) @ y.ravel()).reshape(shape),
    lambda T, y, shape: np.linalg.solve(T, y.ravel()).reshape(shape),
    lambda T, y, shape: (T @ y.ravel()).reshape(shape),
    lambda T, y, shape: (y.ravel() @ T.T).reshape(shape),
    lambda T, y, shape: T.T @ y.ravel(),
    lambda T, y, shape: T.T @ y,
    lambda T, y, shape: (T.T @ y.ravel()).reshape(shape[1:]),
    lambda T, y, shape: (T.T @ y.ravel()).reshape(shape[0], shape[2], shape[1]).transpose(0, 2, 1),
    lambda T, y, shape: (T.T @ y.ravel()).reshape(shape[0], shape[2], shape[1]),
    lambda T, y, shape: (T.T @ y.ravel()).reshape(shape[1], shape[2], shape[0]),
    lambda T, y, shape: (T.T @ y.ravel()).reshape(shape[1], shape[2], shape[0]).transpose(2, 0, 1),
    lambda T, y, shape: (T.T @ y.ravel()).reshape(shape, order="F"),
    lambda T, y, shape: (T.T @ y.ravel(order="F")).reshape(shape),
    lambda T, y, shape: (T.T @ y.transpose(1, 2, 0).ravel()).reshape(shape),
    lambda T, y, shape: (T.T @ y.transpose(0, 2, 1).ravel()).reshape(shape),
    lambda T, y, shape: (T.T @ y.ravel()[::-1]).reshape(shape),
    lambda T, y, shape: (T.T @ y.ravel()).reshape(shape)[:, ::-1, ::-1],
    lambda T, y, shape: (T[::-1].T @ y.ravel()).reshape(shape),
    lambda T, y, shape: -(T.T @ y.ravel()).reshape(shape),
    lambda T, y, shape: (T.T @ y.ravel() / y.size).reshape(shape),
    lambda T, y, shape: (T.T @ y.ravel() / len(y)).reshape(shape),
    lambda T, y, shape: (T.T @ np.maximum(y.ravel(), 0)).reshape(shape),
    lambda T, y, shape: (T.T @ np.abs(y.ravel())).reshape(shape),
    lambda T, y, shape: np.maximum(T.T @ y.ravel(), 0).reshape(shape),
    lambda T, y, shape: ((T.T @ y.ravel()) / (T != 0).sum(axis=0)).reshape(shape),
    lambda T, y, shape: (np.abs(T).T @ y.ravel()).reshape(shape),
    lambda T, y, shape: (T.T @ y.sum(axis=0).ravel()).reshape(shape),
    lambda T, y, shape: (T.T * y.ravel()).reshape(shape),
    lambda T, y, shape: T.T.dot(y.ravel()).sum(),
    lambda T, y, shape: ((T.T @ T) @ (T.T @ y.ravel())).reshape(shape),
    lambda T, y, shape: np.zeros(shape),
    lambda T, y, shape: None,
    back_one_filter_only,
    back_by_rows_overwritten,
    back_largest,
    back_pinv_regularised,
]
RIGHT = [
    back_by_rows,
    back_filter_by_filter,
    lambda T, y, shape: (y.ravel() @ T).reshape(shape),
    lambda T, y, shape: np.einsum("ij,i->j", T, y.flatten()).reshape(shape),
    lambda T, y, shape: np.reshape(T.transpose() @ y.reshape(-1, 1), shape),
    lambda T, y, shape: np.dot(T.T.astype(np.float32), y.ravel().astype(np.float32)).reshape(shape),
]
SHEETS = [AnswerSheet("14.project_back", WRONG, RIGHT)]
