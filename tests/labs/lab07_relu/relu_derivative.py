"""Answers to the ReLU's derivative, wrong and right."""

import numpy as np
from scipy.special import expit

from tests.labs.answer_sheet import AnswerSheet


def returns_the_activation(x):
    y = np.maximum(x, 0.01)
    y[y <= 0] = 0
    return y


def edited_and_returned(x):
    x[x <= 0] = 0
    return x


def ones_written_into_the_argument(x):
    x[x > 0] = 1
    x[x <= 0] = 0
    return x


def zeros_first(x):
    x[x <= 0] = 0
    x[x > 0] = 1
    return x


def wrong_order_of_edits(x):
    y = x.copy()
    y[y <= 0] = 1
    y[y > 0] = 0
    return y


def second_edit_hits_the_first(x):
    y = x.copy()
    y[y <= 0] = 1e-9
    y[y > 0] = 1
    return y


def only_the_negatives(x):
    y = x.copy()
    y[y < 0] = 0
    return y


def only_the_positives(x):
    y = x.copy()
    y[y > 0] = 1
    return y


def by_one_if(x):
    return 1 if x > 0 else 0


def slope_on_a_copy(x):
    y = np.copy(x)
    y[x <= 0] = 0
    y[x > 0] = 1
    return y


def slope_counted(x):
    y = np.zeros(x.shape, dtype=x.dtype)
    for place in np.ndindex(x.shape):
        y[place] = 1.0 if x[place] >= 0 else 0.0
    return y


def measured_slope(x):
    x = x.astype(float)
    h = 1e-6
    return (np.maximum(x + h, 0) - np.maximum(x - h, 0)) / (2 * h)


def coarse_slope(x):
    return (np.maximum(x + 0.5, 0) - np.maximum(x - 0.5, 0)) / 1.0


WRONG = [
    lambda x: np.maximum(x, 0),
    lambda x: np.maximum(0.01, x),
    lambda x: np.maximum(1e-4, x),
    lambda x: x,
    lambda x: np.where(x > 0, x, 0),
    lambda x: x * (x > 0),
    lambda x: np.where(x > 0.01, 1, 0),
    lambda x: (x > 1e-4).astype(float),
    lambda x: (np.maximum(x, 0.01) > 0).astype(float),
    lambda x: np.where(np.maximum(x, 0.01) <= 0, 0, 1),
    lambda x: np.sign(x),
    lambda x: np.where(x > 0, 1, -1),
    lambda x: np.where(x < 0, 1, 0),
    lambda x: 1 - (x > 0),
    lambda x: np.where(x > 0, 1, 0.01),
    lambda x: np.where(x > 0, 1, x),
    lambda x: np.where(x > 0, 1, 0.01 * x),
    lambda x: np.ones_like(x),
    lambda x: np.zeros_like(x),
    lambda x: np.where(x >= 1, 1, 0),
    lambda x: np.clip(x, 0, 1),
    lambda x: np.maximum(x, 0) * (1 - np.maximum(x, 0)),
    lambda x: x * (1 - x),
    lambda x: expit(x),
    lambda x: expit(x) * (1 - expit(x)),
    lambda x: 1 - np.maximum(x, 0) ** 2,
    lambda x: np.maximum(x, 0) ** 2 / 2,
    lambda x: np.maximum(x, 0) / x,
    lambda x: 0.5 * (1 + x / np.abs(x)),
    lambda x: np.where(x > 0, -1, 0),
    lambda x: -(x > 0).astype(float),
    lambda x: 1.0,
    lambda x: np.mean(x > 0),
    lambda x: np.any(x > 0),
    lambda x: (x > 0).all(axis=0),
    lambda x: x[x > 0],
    lambda x: np.where(x != 0, 1, 0),
    lambda x: np.gradient(np.maximum(x, 0)),
    lambda x: None,
    returns_the_activation, edited_and_returned, ones_written_into_the_argument, zeros_first, wrong_order_of_edits,
    second_edit_hits_the_first, only_the_negatives, only_the_positives, by_one_if, coarse_slope,
]  # fmt: skip
RIGHT = [
    slope_on_a_copy, slope_counted, measured_slope,
    lambda x: x > 0,
    lambda x: (x >= 0) * 1,
    lambda x: np.heaviside(x, 0.5),
    lambda x: (np.sign(x) + 1) / 2,
    lambda x: np.where(x > 0, 1.0, 0.0).astype(np.float32),
    lambda x: 1 - (x <= 0),
]  # fmt: skip

SHEETS = [AnswerSheet("07.relu_derivative", WRONG, RIGHT)]
