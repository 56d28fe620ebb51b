"""Answers to what an output unit sends back, wrong and right."""

import numpy as np
from scipy import special
from scipy.special import expit, xlogy

from tests.labs.answer_sheet import AnswerSheet
from tests.labs.lab06_cross_entropy.quiet import over


def signals_loop(y, t):
    squared, absolute, cross = np.zeros(y.shape), np.zeros(y.shape), np.zeros(y.shape)
    for place in np.ndindex(y.shape):
        error, slope = y[place] - t[place], y[place] * (1 - y[place])
        squared[place] = error * slope
        absolute[place] = slope if error > 0 else -slope if error < 0 else 0
        cross[place] = error
    return squared, absolute, cross


def signals_stacked(y, t):
    return np.stack([(y - t) * (y - y**2), np.sign(y - t) * (y - y**2), y - t])


def s(y):
    return y * (1 - y)


WRONG = [
    lambda y, t: (y - t, np.sign(y - t), y - t),
    lambda y, t: (y - t, np.sign(y - t) * s(y), y - t),
    lambda y, t: ((y - t) * s(y), np.sign(y - t), y - t),
    lambda y, t: ((y - t) * s(y), np.sign(y - t) * s(y), (y - t) * s(y)),
    lambda y, t: ((t - y) * s(y), np.sign(t - y) * s(y), t - y),
    lambda y, t: ((y - t) * s(y), np.abs(y - t) * s(y), y - t),
    lambda y, t: ((y - t) * s(y), s(y), y - t),
    lambda y, t: (2 * (y - t) * s(y), np.sign(y - t) * s(y), y - t),
    lambda y, t: (0.5 * (y - t) ** 2, np.abs(y - t), -(xlogy(t, y) + xlogy(1 - t, 1 - y))),
    lambda y, t: (0.5 * (y - t) ** 2 * s(y), np.abs(y - t) * s(y), y - t),
    lambda y, t: ((y - t) ** 2 * s(y), np.sign(y - t) * s(y), y - t),
    lambda y, t: ((y - t) * s(y), np.sign(y - t) * s(y), over(-t, y)),
    lambda y, t: ((y - t) * s(y), np.sign(y - t) * s(y), over(-t, y) + over(1 - t, 1 - y)),
    lambda y, t: ((y - t) * s(y), np.sign(y - t) * s(y), over(y - t, s(y))),
    lambda y, t: ((y - t) * s(y), np.sign(y - t) * s(y), over(y - t, s(y)) * s(y)),
    lambda y, t: ((y - t) * s(expit(y)), np.sign(y - t) * s(expit(y)), y - t),
    lambda y, t: ((y - t) * (1 - y**2), np.sign(y - t) * (1 - y**2), y - t),
    lambda y, t: ((y - t) * y, np.sign(y - t) * y, y - t),
    lambda y, t: ((y - t) * (1 - y), np.sign(y - t) * (1 - y), y - t),
    lambda y, t: ((y - t) * s(y) / len(y), np.sign(y - t) * s(y) / len(y), (y - t) / len(y)),
    lambda y, t: (np.sign(y - t) * s(y), (y - t) * s(y), y - t),
    lambda y, t: (y - t, np.sign(y - t) * s(y), (y - t) * s(y)),
    lambda y, t: (np.sum((y - t) * s(y)), np.sum(np.sign(y - t) * s(y)), np.sum(y - t)),
    lambda y, t: ((y - t) * s(y), y - t),
    lambda y, t: (y - t) * s(y),
    lambda y, t: ((y - t) * s(y), -np.sign(y - t) * s(y), y - t),
    lambda y, t: ((y - t) * s(y), np.sign(y - t) * s(y), special.softmax(y, axis=1) - t),
    lambda y, t: ((y - t) * s(y), np.sign(y - t) * s(y), np.abs(y - t)),
    lambda y, t: (np.abs(y - t) * s(y), np.sign(y - t) * s(y), y - t),
    lambda y, t: ((y - t) * s(y) ** 2, np.sign(y - t) * s(y) ** 2, (y - t) * s(y)),
    lambda y, t: None,
    lambda y, t: (2 / len(y) * (y - t) * s(y), np.sign(y - t) * s(y), y - t),
    lambda y, t: ((y - t) * s(y), np.sign(y - t) * s(y), t - y),
    lambda y, t: ((t - y) * s(y), np.sign(y - t) * s(y), y - t),
    lambda y, t: ((y - t) * s(y), np.where(y > t, 1, -1) * s(y), (y - t) * 2),
    lambda y, t: ((y - t) * s(y), np.abs(s(y)), y - t),
    lambda y, t: ((y - t) * s(y), (y - t) * s(y), y - t),
    lambda y, t: ((y - t) * s(y), np.sign(y - t) * s(y), -t * np.log(y + 1e-12)),
    lambda y, t: ((y - t) * y * 1 - y, np.sign(y - t) * y * 1 - y, y - t),
    lambda y, t: ((y - t) * s(y)).sum(axis=0),
    lambda y, t: np.array([(y - t) * s(y), np.sign(t - y) * s(y), y - t]),
    lambda y, t: {"squared": (y - t) * s(y), "absolute": np.sign(y - t) * s(y), "cross": y - t},
    lambda y, t: (s(y), np.sign(y - t) * s(y), y - t),
    lambda y, t: ((y - t) * s(y), y - t, np.sign(y - t) * s(y)),
    lambda y, t: (0.5 * (y - t) ** 2 * s(y), np.abs(y - t) * s(y), -(t * np.log(y) + (1 - t) * np.log(1 - y)) * s(y)),
    lambda y, t: ((y - t) * s(y), (y - t) / np.abs(y - t) * s(y), y - t),
    lambda y, t: ((y - t) * s(y), np.sign(y - t) * s(y), -t / y * s(y)),
]
RIGHT = [
    signals_loop, signals_stacked,
    lambda y, t: ((y - t) * s(y), np.sign(y - t) * s(y), y - t),
    lambda y, t: [np.float32((y - t) * s(y)), np.float32(np.where(t == 1, -s(y), s(y))), np.float32(y - t)],
    lambda y, t: (-(t - y) * y * (1 - y), np.where(y > t, 1, np.where(y < t, -1, 0)) * s(y), -(t - y)),
    lambda y, t: (lambda d: np.stack([(y - t) * d, np.sign(y - t) * d, (1 - t) * y - t * (1 - y)]))(s(y)),
]  # fmt: skip

SHEETS = [AnswerSheet("06.output_signals", WRONG, RIGHT)]
