"""Answers to the ReLU, wrong and right."""

import numpy as np
from scipy.special import expit

from tests.labs.answer_sheet import AnswerSheet


def by_mask_in_place(x):
    x[x < 0] = 0
    return x


def by_ufunc_in_place(x):
    return np.maximum(x, 0, out=x)


def multiplied_in_place(x):
    x *= x > 0
    return x


def by_if(x):
    if x > 0:
        return x
    return 0


def by_any(x):
    if np.any(x < 0):
        return np.zeros_like(x)
    return x


def on_a_copy(x):
    y = x.copy()
    y[y < 0] = 0
    return y


def by_counting_places(x):
    y = np.zeros_like(x)
    for place in np.ndindex(x.shape):
        if x[place] > 0:
            y[place] = x[place]
    return y


def rows_only(x):
    return np.array([[max(0, v) for v in row] for row in x])


WRONG = [
    lambda x: np.maximum(0.01, x),
    lambda x: np.maximum(1e-4, x),
    lambda x: np.where(x > 0.01, x, 0.01),
    lambda x: np.maximum(x, 0.1),
    lambda x: np.maximum(x, 1),
    lambda x: max(0, x),
    lambda x: np.max(0, x),
    lambda x: np.max([0, x]),
    lambda x: np.minimum(0, x),
    lambda x: np.maximum(0, -x),
    lambda x: np.abs(x),
    lambda x: (x > 0) * 1.0,
    lambda x: np.where(x > 0, 1, 0),
    lambda x: np.where(x > 0, 0, x),
    lambda x: np.clip(x, 0, 1),
    lambda x: np.clip(x, 0, 6),
    lambda x: np.clip(x, -1, None),
    lambda x: np.maximum(x, 0).max(),
    lambda x: np.maximum(x, 0).sum(axis=0),
    lambda x: np.log1p(np.exp(x)),
    lambda x: np.log(1 + np.exp(-np.abs(x))) + np.maximum(x, 0),
    lambda x: np.where(x < 0, 0.01 * x, x),
    lambda x: np.maximum(0.1 * x, x),
    lambda x: x * expit(x),
    lambda x: x[x > 0],
    lambda x: x + np.abs(x),
    lambda x: np.where(x > 1, x, 0),
    lambda x: np.maximum(0, x).astype(int),
    lambda x: np.where(x > 0, x, -1),
    lambda x: np.maximum(x - 1, 0),
    lambda x: x * (x < 0),
    lambda x: [max(0, v) for v in x.ravel()],
    lambda x: np.where(x > 0, x, np.nan),
    lambda x: x,
    lambda x: None,
    by_mask_in_place, by_ufunc_in_place, multiplied_in_place, by_if, by_any, rows_only,
]  # fmt: skip
RIGHT = [
    on_a_copy, by_counting_places,
    lambda x: x * (x > 0),
    lambda x: 0.5 * (x + abs(x)),
    lambda x: np.where(x < 0, 0, x),
    lambda x: np.clip(x, 0, np.inf),
    lambda x: x - np.minimum(x, 0),
    lambda x: np.vectorize(lambda v: max(0.0, float(v)))(x),
    lambda x: np.maximum(np.float32(0), x.astype(np.float32)),
    lambda x: np.fmax(0, x),
]  # fmt: skip

SHEETS = [AnswerSheet("07.relu", WRONG, RIGHT)]
