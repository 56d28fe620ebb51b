"""Answers to the delta of an output unit, wrong and right."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def delta_by_loop(y, t, k=1.0):
    y, t = np.asarray(y, dtype=float), np.asarray(t, dtype=float)
    out = np.empty(y.shape)
    for place in np.ndindex(y.shape):
        out[place] = (y[place] - t[place]) * k * (1 - y[place] ** 2)
    return out


def delta_on_the_spot(y, t, k=1.0):
    y -= t
    return y * k * (1 - (y + t) ** 2)


WRONG = [
    lambda y, t, k=1.0: (y - t) * (1 - y**2) * y,
    lambda y, t, k=1.0: k * (y - t) * (1 - y**2) * y,
    lambda y, t, k=1.0: (y - t) * (1 - y**2),
    lambda y, t, k=1.0: k**2 * (y - t) * (1 - y**2),
    lambda y, t, k=1.0: (y - t) * (1 - y**2) / k,
    lambda y, t, k=1.0: k * (t - y) * (1 - y**2),
    lambda y, t, k=1.0: (t - y) * (1 - y**2),
    lambda y, t, k=1.0: y - t,
    lambda y, t, k=1.0: k * (y - t),
    lambda y, t, k=1.0: t - y,
    lambda y, t, k=1.0: k * (y - t) * (1 - y),
    lambda y, t, k=1.0: k * (y - t) * y * (1 - y),
    lambda y, t, k=1.0: (y - t) * y * (1 - y),
    lambda y, t, k=1.0: k * (y - t) * (1 - np.tanh(y) ** 2),
    lambda y, t, k=1.0: k * (y - t) * (1 - np.tanh(k * y) ** 2),
    lambda y, t, k=1.0: k * (1 - y**2),
    lambda y, t, k=1.0: 1 - y**2,
    lambda y, t, k=1.0: 2 * k * (y - t) * (1 - y**2),
    lambda y, t, k=1.0: k * (y - t) * (1 - y**2) / 2,
    lambda y, t, k=1.0: k * (y - t) ** 2 * (1 - y**2),
    lambda y, t, k=1.0: k * (y - t) ** 2 / 2 * (1 - y**2),
    lambda y, t, k=1.0: k * np.abs(y - t) * (1 - y**2),
    lambda y, t, k=1.0: k * (y - t) * (1 - t**2),
    lambda y, t, k=1.0: k * (y - t) * (1 + y**2),
    lambda y, t, k=1.0: k * (y - t) * (1 - y**2) ** 2,
    lambda y, t, k=1.0: k * (y - t) * (1 - (y - t) ** 2),
    lambda y, t, k=1.0: k * (y - t) * (1 - y**2) / len(y),
    lambda y, t, k=1.0: (k * (y - t) * (1 - y**2)).sum(axis=0),
    lambda y, t, k=1.0: (k * (y - t) * (1 - y**2)).sum(),
    lambda y, t, k=1.0: (k * (y - t) * (1 - y**2)).mean(axis=0),
    lambda y, t, k=1.0: np.dot((y - t).T, k * (1 - y**2)),
    lambda y, t, k=1.0: k * y - t * (1 - y**2),
    lambda y, t, k=1.0: None,
    delta_on_the_spot,
    lambda y, t, k=1.0: 0.5 * (y - t) ** 2,
    lambda y, t, k=1.0: (y - t) + k * (1 - y**2),
    lambda y, t, k=1.0: k * (y - t) * (1 - (k * y) ** 2),
    lambda y, t, k=1.0: k * (y - t) * (1 - y**2) / y.shape[1],
]
RIGHT = [
    delta_by_loop,
    lambda y, t, k=1.0: -k * (t - y) * (1 + y) * (1 - y),
    lambda y, t, k=1.0: k * (y - t - y**3 + t * y**2),
    lambda y, t, k=1.0: np.float32(k) * (np.float32(y) - np.float32(t)) * (1 - np.float32(y) ** 2),
    lambda y, t, k: np.multiply(np.subtract(y, t), np.multiply(k, 1 - np.power(y, 2))),
]

SHEETS = [AnswerSheet("05.output_delta", WRONG, RIGHT)]
