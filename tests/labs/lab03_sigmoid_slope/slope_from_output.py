"""Derivatives of the sigmoid from its output, wrong and right."""

import numpy as np
from scipy.special import expit

from tests.labs.answer_sheet import AnswerSheet


def from_output_loop(y, k=1.0):
    flat = [k * v * (1 - v) for v in np.ravel(y).astype(float)]
    return np.array(flat).reshape(np.shape(y))


def from_output_in_place(y, k=1.0):
    y *= k * (1 - y)
    return y


WRONG = [
    (lambda y, k=1.0: k * expit(k * y) * (1 - expit(k * y)), "derivative of the output again"),
    lambda y, k=1.0: k * expit(y) * (1 - expit(y)),
    lambda y, k=1.0: expit(k * y) * (1 - expit(k * y)),
    lambda y, k=1.0: expit(y) * (1 - expit(y)),
    (lambda y, k=1.0: y - y**2, "no slope"),
    (lambda y, k=1.0: k * k * y * (1 - y), "slope squared"),
    (lambda y, k=1.0: y * (1 - y) / k, "slope divides"),
    lambda y, k=1.0: (k * y) * (1 - k * y),
    lambda y, k=1.0: y * (1 - k * y),
    lambda y, k=1.0: k * (y**2 - y),
    lambda y, k=1.0: k * y,
    lambda y, k=1.0: k * (1 - y),
    lambda y, k=1.0: k * (1 - y**2),
    lambda y, k=1.0: 1 - y**2,
    lambda y, k=1.0: k * y**2 * (1 - y) ** 2,
    lambda y, k=1.0: k * y**2 * (1 - y),
    lambda y, k=1.0: k * y * (1 - y**2),
    lambda y, k=1.0: k * y * (1 + y),
    lambda y, k=1.0: k * (1 - 2 * y),
    lambda y, k=1.0: np.full(np.shape(y), k / 4),
    lambda y, k=1.0: 4 * k * y * (1 - y),
    lambda y, k=1.0: 1 - y,
    lambda y, k=1.0: k * y @ (1 - y).T,
    lambda y, k=1.0: (k * y * (1 - y)).mean(),
    lambda y, k=1.0: y,
    lambda y, k=1.0: None,
]

RIGHT = [
    from_output_loop,
    lambda y, k=1.0: k * (y - y**2),
    lambda y, k=1.0: k * (0.25 - (np.asarray(y) - 0.5) ** 2),
    lambda y, k: np.float32(k) * np.float32(y) * (1 - np.float32(y)),
    lambda y, k=1.0: np.einsum("...,...->...", np.multiply(k, y), np.subtract(1, y)),
]


SHEETS = [AnswerSheet("03.slope_from_output", WRONG, RIGHT)]
