"""Derivatives of the sigmoid from its input, wrong and right."""

import math

import numpy as np
from scipy.special import expit

from tests.labs.answer_sheet import AnswerSheet


def slope_by_cosh(x, k=1.0):
    return k / (4 * np.cosh(np.clip(0.5 * k * np.asarray(x), -40, 40)) ** 2)


def slope_by_loop(x, k=1.0):
    x = np.asarray(x, dtype=float)
    y = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        e = math.exp(-abs(k * x[place]))
        y[place] = k * e / (1 + e) ** 2
    return y


def slope_in_place(x, k=1.0):
    y = expit(k * x)
    y = y - y**2
    return k * y


def slope_of_scaled_copy(x, k=1.0):
    x *= k
    s = expit(x)
    return k * s * (1 - s)


WRONG = [
    (lambda x, k=1.0: k * expit(k * (k * x)) * expit(-k * k * x), "slope twice"),
    (lambda x, k=1.0: expit(k * x) * (1 - expit(k * x)), "no slope"),
    lambda x, k=1.0: expit(x) * (1 - expit(x)),
    lambda x, k=1.0: k * expit(x) * (1 - expit(x)),
    (lambda x, k=1.0: k**2 * expit(k * x) * (1 - expit(k * x)), "slope squared"),
    lambda x, k=1.0: expit(k * x) * (1 - expit(k * x)) / k,
    lambda x, k=1.0: -k * expit(k * x) * (1 - expit(k * x)),
    lambda x, k=1.0: k * (expit(k * x) - 1) * expit(k * x),
    (lambda x, k=1.0: k * np.asarray(x) * (1 - np.asarray(x)), "input taken for the output"),
    lambda x, k=1.0: np.asarray(x) * (1 - np.asarray(x)),
    (lambda x, k=1.0: k * expit(k * expit(k * x)) * (1 - expit(k * expit(k * x))), "sigmoid applied twice"),
    lambda x, k=1.0: k * expit(expit(k * x)) * (1 - expit(expit(k * x))),
    lambda x, k=1.0: expit(k * x),
    lambda x, k=1.0: k * expit(k * x),
    lambda x, k=1.0: k * (1 - expit(k * x)),
    lambda x, k=1.0: k * (1 - expit(k * x) ** 2),
    lambda x, k=1.0: k * (1 - np.tanh(k * x) ** 2),
    lambda x, k=1.0: k / np.cosh(np.clip(k * np.asarray(x), -90, 90)) ** 2,
    lambda x, k=1.0: k * expit(k * x) ** 2 * (1 - expit(k * x)) ** 2,
    lambda x, k=1.0: k * expit(k * x) ** 2 * (1 - expit(k * x)),
    lambda x, k=1.0: k * expit(k * x) * (1 + expit(k * x)),
    lambda x, k=1.0: np.full(np.shape(x), k / 4),
    (lambda x, k=1.0: k * np.exp(-k * x) / (1 + np.exp(-k * x)) ** 2, "overflow to nan"),
    lambda x, k=1.0: np.exp(-k * x) / (1 + np.exp(-k * x)) ** 2,
    lambda x, k=1.0: k * expit(-np.abs(k * x)),
    lambda x, k=1.0: k * expit(k * x) * (1 - expit(k * x)) * (1 - 2 * expit(k * x)),
    lambda x, k=1.0: 2 * k * expit(k * x) * (1 - expit(k * x)),
    lambda x, k=1.0: (k * expit(k * x) * (1 - expit(k * x))).sum(),
    lambda x, k=1.0: None,
    slope_of_scaled_copy,
]

RIGHT = [
    slope_by_cosh, slope_by_loop, slope_in_place,
    lambda x, k=1.0: k * expit(k * x) * expit(-k * np.asarray(x)),
    lambda x, k=1.0: k / 4 * (1 - np.tanh(k * np.asarray(x) / 2) ** 2),
    lambda x, k: np.float32(k) * expit(np.float32(k) * np.float32(x)) * (1 - expit(np.float32(k) * np.float32(x))),
    lambda x, k: k * (0.25 - (expit(k * x) - 0.5) ** 2),
]  # fmt: skip


SHEETS = [AnswerSheet("03.slope_from_input", WRONG, RIGHT)]
