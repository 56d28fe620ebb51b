"""Answers to the tanh, wrong and right."""

import math

import numpy as np
from scipy.special import expit

from tests.labs.answer_sheet import AnswerSheet


def report_b(x, k=1.0):
    return (np.exp(2 * k * x) - 1) / (np.exp(2 * k * x) + 1)


def by_exponentials(x, k=1.0):
    return (np.exp(k * x) - np.exp(-k * x)) / (np.exp(k * x) + np.exp(-k * x))


def by_sides(x, k=1.0):
    z = np.multiply(k, x)
    return np.where(z > 0, (1 - np.exp(-2 * z)) / (1 + np.exp(-2 * z)), (np.exp(2 * z) - 1) / (np.exp(2 * z) + 1))


def by_decay(x, k=1.0):
    z = np.multiply(k, x)
    e = np.exp(-2 * np.abs(z))
    return np.sign(z) * (1 - e) / (1 + e)


def by_masks(x, k=1.0):
    z = np.atleast_1d(np.asarray(k * np.asarray(x)))
    y = np.empty_like(z)
    up = z >= 0
    y[up] = 2 / (1 + np.exp(-2 * z[up])) - 1
    e = np.exp(2 * z[~up])
    y[~up] = (e - 1) / (e + 1)
    return y.reshape(np.shape(x))


def tanh_by_loop(x, k=1.0):
    x = np.asarray(x)
    return np.array([math.tanh(k * v) for v in x.ravel()]).reshape(x.shape)


def in_place(x, k=1.0):
    x *= k
    return np.tanh(x)


WRONG = [
    report_b,
    by_exponentials,
    by_sides,
    lambda x, k=1.0: (1 - np.exp(-2 * k * x)) / (1 + np.exp(-2 * k * x)),
    lambda x, k=1.0: np.sinh(k * x) / np.cosh(k * x),
    lambda x, k=1.0: 2 / (1 + np.exp(-2 * k * x)) - 1,
    lambda x, k=1.0: np.nan_to_num(report_b(x, k)),
    lambda x, k=1.0: np.tanh(x),
    lambda x, k=1.0: k * np.tanh(x),
    lambda x, k=1.0: k * np.tanh(k * x),
    lambda x, k=1.0: np.tanh(x / k),
    lambda x, k=1.0: np.tanh(k * k * x),
    lambda x, k=1.0: np.tanh(2 * k * x),
    lambda x, k=1.0: np.tanh(k * x / 2),
    lambda x, k=1.0: np.tanh(x + k),
    lambda x, k=1.0: np.tanh(x) ** k,
    lambda x, k=1.0: -np.tanh(k * x),
    lambda x, k=1.0: np.abs(np.tanh(k * x)),
    lambda x, k=1.0: np.tanh(np.abs(k * x)),
    lambda x, k=1.0: expit(k * x),
    lambda x, k=1.0: expit(2 * k * x),
    lambda x, k=1.0: 2 * expit(k * x) - 1,
    lambda x, k=1.0: 2 * expit(2 * k * x),
    lambda x, k=1.0: expit(2 * k * x) - 0.5,
    lambda x, k=1.0: 2 * (expit(2 * k * x) - 1),
    lambda x, k=1.0: 1 + np.tanh(k * x),
    lambda x, k=1.0: 1 - np.tanh(k * x) ** 2,
    lambda x, k=1.0: k * (1 - np.tanh(k * x) ** 2),
    lambda x, k=1.0: np.tan(k * x),
    lambda x, k=1.0: np.arctanh(np.clip(k * x, -0.99, 0.99)),
    lambda x, k=1.0: 1.7159 * np.tanh(2 / 3 * k * x),
    lambda x, k=1.0: np.clip(k * x, -1, 1),
    lambda x, k=1.0: np.sign(k * x),
    lambda x, k=1.0: report_b(np.clip(x, -300, 300), k),
    lambda x, k=1.0: report_b(np.clip(x, -3, 3), k),
    lambda x, k=1.0: math.tanh(k * x),
    lambda x, k=1.0: None,
    in_place,
    lambda x, k=1.0: np.exp(2 * k * x) - 1 / np.exp(2 * k * x) + 1,
    lambda x, k=1.0: np.tanh(k * np.clip(x, -5, 5)),
    (lambda x, k=1.0: np.where(x > 10, 1.0, report_b(x, k)), "right end replaced"),
    (lambda x, k=1.0: by_exponentials(np.clip(k * x, -300, 300)), "clipped, in double only, by the definition"),
]
RIGHT = [
    by_decay,
    by_masks,
    tanh_by_loop,
    lambda x, k=1.0: np.tanh(k * np.asarray(x)),
    lambda x, k=1.0: 2 * expit(2 * k * np.asarray(x)) - 1,
    lambda x, k=1.0: expit(2 * k * np.asarray(x)) - expit(-2 * k * np.asarray(x)),
    lambda x, k=1.0: np.tanh(np.float32(k) * np.float32(x)),
    lambda x, k=1.0: report_b(np.clip(k * np.asarray(x, dtype=float), -20, 20)),
]

SHEETS = [AnswerSheet("05.tanh", WRONG, RIGHT)]
