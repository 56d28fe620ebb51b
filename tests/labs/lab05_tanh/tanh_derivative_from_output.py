"""Answers to the tanh's derivative from its output, wrong and right."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def derivative_by_loop(y, k=1.0):
    y = np.asarray(y, dtype=float)
    out = np.zeros(y.shape)
    for place in np.ndindex(y.shape):
        out[place] = k - k * y[place] * y[place]
    return out


WRONG = [
    lambda y, k=1.0: k * (1 - y),
    lambda y, k=1.0: 1 - y,
    lambda y, k=1.0: 1 - y**2,
    lambda y, k=1.0: k * k * (1 - y**2),
    lambda y, k=1.0: (1 - y**2) / k,
    lambda y, k=1.0: k * (1 - np.tanh(y) ** 2),
    lambda y, k=1.0: k * (1 - np.tanh(k * y) ** 2),
    lambda y, k=1.0: 1 - np.tanh(k * y) ** 2,
    lambda y, k=1.0: 1 - np.tanh(y) ** 2,
    lambda y, k=1.0: k * y * (1 - y),
    lambda y, k=1.0: y * (1 - y),
    lambda y, k=1.0: k * (1 - y**2) * y,
    lambda y, k=1.0: (1 - y**2) * y,
    lambda y, k=1.0: 1 - (k * y) ** 2,
    lambda y, k=1.0: 1 - k * y**2,
    lambda y, k=1.0: k * (1 - k * y**2),
    lambda y, k=1.0: k * (1 - (k * y) ** 2),
    lambda y, k=1.0: k - y**2,
    lambda y, k=1.0: k * (1 + y**2),
    lambda y, k=1.0: k * (y**2 - 1),
    lambda y, k=1.0: k * (1 - y) ** 2,
    lambda y, k=1.0: k * (1 - y**2) ** 2,
    lambda y, k=1.0: k * np.sqrt(1 - y**2),
    lambda y, k=1.0: k * (1 - np.abs(y)),
    lambda y, k=1.0: 2 * k * (1 - y**2),
    lambda y, k=1.0: 0.5 * k * (1 - y**2),
    lambda y, k=1.0: -2 * k * k * y * (1 - y**2),
    lambda y, k=1.0: np.full(np.shape(y), k),
    lambda y, k=1.0: k / np.cosh(k * y) ** 2,
    lambda y, k=1.0: (k * (1 - y**2)).mean(),
    lambda y, k=1.0: 1.7159 * 2 / 3 * (1 - (y / 1.7159) ** 2),
    lambda y, k=1.0: y,
    lambda y, k=1.0: None,
]
RIGHT = [
    derivative_by_loop,
    lambda y, k=1.0: k * (1 - y) * (1 + y),
    lambda y, k=1.0: k - k * np.asarray(y) ** 2,
    lambda y, k=1.0: np.float32(k) * (1 - np.float32(y) ** 2),
    lambda y, k=1.0: 4 * k * ((1 + np.asarray(y)) / 2) * (1 - (1 + np.asarray(y)) / 2),
]

SHEETS = [AnswerSheet("05.tanh_derivative_from_output", WRONG, RIGHT)]
