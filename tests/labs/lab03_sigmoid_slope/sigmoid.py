"""Sigmoids with a slope, wrong and right."""

import math

import numpy as np
from scipy.special import expit

from tests.labs.answer_sheet import AnswerSheet


def by_masks(x, k=1.0):
    z = k * np.atleast_1d(np.asarray(x))
    y = np.empty(z.shape, dtype=z.dtype)
    right = z >= 0
    y[right] = 1 / (1 + np.exp(-z[right]))
    e = np.exp(z[~right])
    y[~right] = e / (1 + e)
    return y.reshape(np.shape(x))


def by_loop(x, k=1.0):
    def one(z):
        if z < 0:
            return math.exp(z) / (1 + math.exp(z))
        return 1 / (1 + math.exp(-z))

    x = np.asarray(x, dtype=float)
    return np.array([one(k * value) for value in x.ravel()]).reshape(x.shape)


def by_where(x, k=1.0):
    e = np.exp(-np.abs(k * x))
    return np.where(np.greater_equal(k * x, 0), 1 / (1 + e), e / (1 + e))


def by_logaddexp(x, k=1.0):
    return np.exp(-np.logaddexp(0, -k * np.asarray(x, dtype=float)))


def clipped(x, k=1.0):
    z = np.clip(np.multiply(x, k), -60, 60)
    return 1 / (1 + np.exp(-z))


def silenced(x, k=1.0):
    with np.errstate(over="ignore"):
        return 1.0 / (1.0 + np.exp(-k * np.asarray(x)))


def first_side_only(x, k=1.0):
    if np.all(np.asarray(x) < 0):
        return np.exp(k * x) / (1 + np.exp(k * x))
    return 1 / (1 + np.exp(-k * x))


WRONG = [
    (lambda x, k=1.0: 1 / (1 + np.exp(k * x)), "textbook formula, mirrored"),
    (lambda x, k=1.0: 1 / (1 + np.e ** (-k * x)), "overflow"),
    lambda x, k=1.0: (1 + np.exp(np.multiply(x, -k))) ** -1,
    (lambda x, k=1.0: np.exp(k * x) / (np.exp(k * x) + 1), "overflow to nan"),
    lambda x, k=1.0: np.where(np.asarray(x) < 0, np.exp(k * x) / (1 + np.exp(k * x)), 1 / (1 + np.exp(-k * x))),
    (lambda x, k=1.0: expit(x), "no slope"),
    (lambda x, k=1.0: expit(x / k), "k divides"),
    lambda x, k=1.0: k * expit(x),
    lambda x, k=1.0: k * expit(k * x),
    (lambda x, k=1.0: expit(x) ** k, "k as a power"),
    (lambda x, k=1.0: expit(-k * x), "mirrored"),
    lambda x, k=1.0: 1 - expit(k * x),
    lambda x, k=1.0: expit(np.abs(k * x)),
    lambda x, k=1.0: np.exp(-abs(k * x)) / (1 + np.exp(-abs(k * x))),
    lambda x, k=1.0: np.tanh(np.multiply(k, x)),
    lambda x, k=1.0: (np.tanh(np.multiply(k, x)) + 1) / 2,
    lambda x, k=1.0: 1 + np.tanh(np.multiply(k / 2, x)),
    lambda x, k=1.0: np.tanh(np.multiply(k, x) / 2),
    lambda x, k=1.0: expit(x + k),
    lambda x, k=1.0: expit(k * k * x),
    lambda x, k=1.0: 1 / 1 + np.exp(-np.clip(k * np.asarray(x), -700, 700)),
    lambda x, k=1.0: expit(k * np.clip(x, -10, 10)),
    lambda x, k=1.0: expit(k * np.clip(x, -5, 5)),
    lambda x, k=1.0: expit(np.clip(k * x, -3, 3)),
    lambda x, k=1.0: 1 / (1 + np.exp(-np.clip(k * x, -400, 400))),
    lambda x, k=1.0: np.minimum(1, np.maximum(0, 0.25 * k * np.asarray(x) + 0.5)),
    lambda x, k=1.0: (np.asarray(x) > 0) * 1.0,
    lambda x, k=1.0: k * expit(k * x) * (1 - expit(k * x)),
    lambda x, k=1.0: 1 / (1 + math.exp(-k * x)),
    lambda x, k=1.0: expit(x) if k == 1 else expit(x) * k,
    lambda x, k=1.0: None,
    first_side_only,
]

RIGHT = [
    by_masks, by_loop, by_where, by_logaddexp, clipped, silenced,
    lambda x, k=1.0: expit(k * x),
    lambda x, k=1.0: expit(np.float32(k) * np.float32(x)),
    lambda x, k=1.0: (1 + np.tanh(k * np.asarray(x) / 2)) / 2,
    lambda x, k: 1 - expit(-k * np.asarray(x)),
]  # fmt: skip


SHEETS = [AnswerSheet("03.sigmoid", WRONG, RIGHT)]
