"""Answers to exercise 09.weight_images."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def unit_by_loop(W, height, width):
    images = []
    for j in range(W.shape[1]):
        images.append(W[:, j].reshape(height, width))
    return np.stack(images)


def pixel_by_loop(W, height, width):
    out = np.empty((W.shape[1], height, width))
    for i in range(height):
        for k in range(width):
            out[:, i, k] = W[i * width + k]
    return out


def only_the_first(W, height, width):
    return W[:, 0].reshape(height, width)


def columns_of_pixels(W, height, width):
    return np.stack([w.reshape((height, width), order="F") for w in W.T])


WRONG = [
    only_the_first, columns_of_pixels,
    lambda W, height, width: W.reshape(-1, height, width),
    lambda W, height, width: W.reshape(W.shape[1], height, width),
    lambda W, height, width: W.reshape(height, width, -1),
    lambda W, height, width: W.reshape(height, width, W.shape[1]).T,
    lambda W, height, width: W.T.reshape(-1, width, height),
    lambda W, height, width: W.T.reshape(height, width, -1),
    lambda W, height, width: W.T,
    lambda W, height, width: W,
    lambda W, height, width: W.T.reshape(-1, width, height).transpose(0, 2, 1),
    lambda W, height, width: W.T.reshape(-1, height, width).transpose(0, 2, 1),
    lambda W, height, width: W.T.reshape(-1, height, width)[:, ::-1],
    lambda W, height, width: W.T.reshape(-1, height, width)[:, :, ::-1],
    lambda W, height, width: W.T.reshape(-1, height, width)[::-1],
    lambda W, height, width: np.abs(W.T.reshape(-1, height, width)),
    lambda W, height, width: W.mean(axis=1).reshape(height, width),
    lambda W, height, width: W.mean(axis=1).reshape(1, height, width),
    lambda W, height, width: W.T.reshape(-1, 1, height, width),
    lambda W, height, width: W.T.reshape(-1, height * width),
    lambda W, height, width: W.reshape((-1, height, width), order="F"),
    lambda W, height, width: W.T.reshape(-1, height, width) / np.abs(W).max(),
    lambda W, height, width: (W.T.reshape(-1, height, width) - W.min()) / (W.max() - W.min()),
    lambda W, height, width: [w.reshape(height, width) for w in W],
    lambda W, height, width: [w.reshape(height, width) for w in W.T],
    lambda W, height, width: W.T.reshape(-1, 28, 28),
    lambda W, height, width: W.T.reshape(height, width),
    lambda W, height, width: np.maximum(W, 0).T.reshape(-1, height, width),
    lambda W, height, width: np.resize(W, (W.shape[1], height, width)),
    lambda W, height, width: -W.T.reshape(-1, height, width),
    lambda W, height, width: W[0].reshape(height, width),
    lambda W, height, width: None,
]  # fmt: skip
WRONG += [
    lambda W, height, width: W.reshape(28, 28, -1).transpose(2, 0, 1),
    lambda W, height, width: W.swapaxes(0, 1).reshape(height, width, -1),
    lambda W, height, width: np.hstack([w.reshape(height, width) for w in W.T]),
    lambda W, height, width: np.rot90(W.T.reshape(-1, height, width), axes=(1, 2)),
    lambda W, height, width: (W - W.mean(axis=0)).T.reshape(-1, height, width),
    lambda W, height, width: W.T.reshape(-1, height, width) * 255,
    lambda W, height, width: W[:, :height].reshape(-1, height, width),
    lambda W, height, width: {j: w.reshape(height, width) for j, w in enumerate(W.T)},
]  # fmt: skip
RIGHT = [
    unit_by_loop, pixel_by_loop,
    lambda W, height, width: W.T.reshape(-1, height, width),
    lambda W, height, width: W.reshape(height, width, -1).transpose(2, 0, 1),
    lambda W, height, width: np.moveaxis(W.reshape(height, width, W.shape[1]), -1, 0),
    lambda W, height, width: np.array([list(w.reshape(height, width)) for w in W.T], dtype=np.float32),
    lambda W, height, width: np.einsum("hwu->uhw", W.reshape(height, width, -1)).copy(),
]  # fmt: skip


def row_for_unit(W, height, width):
    return np.array([W[j].reshape(height, width) for j in range(W.shape[1])])


def counted_by_height(W, height, width):
    out = np.zeros((W.shape[1], height, width))
    for j in range(W.shape[1]):
        for r in range(height):
            for c in range(width):
                out[j, r, c] = W[r * height + c, j]
    return out


WRONG += [
    (row_for_unit, "rows taken for units"), (counted_by_height, "pixels counted by the height"),
    lambda W, height, width: W.reshape(height, width, -1).transpose(2, 1, 0),
    lambda W, height, width: W.T.reshape(-1, height, width, 1),
    lambda W, height, width: W[:, 0].reshape(height, width),
    (lambda W, height, width: W.sum(axis=1).reshape(height, width), "sum over the units"),
    (lambda W, height, width: np.concatenate([w.reshape(height, width) for w in W.T]), "images one below the other"),
    lambda W, height, width: W.T.reshape(-1, height, width) - W.T.reshape(-1, height, width).mean(axis=0),
]  # fmt: skip
RIGHT += [lambda W, height, width: np.stack(np.hsplit(W, W.shape[1])).reshape(-1, height, width)]

SHEETS = [AnswerSheet("09.weight_images", WRONG, RIGHT)]
