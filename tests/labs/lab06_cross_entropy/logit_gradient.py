"""Answers to the gradient at the scores, wrong and right."""

import math

import numpy as np
from scipy import special
from scipy.special import expit

from tests.labs.answer_sheet import AnswerSheet
from tests.labs.lab06_cross_entropy.quiet import over
from tests.labs.lab06_cross_entropy.rows import ROW, lse, soft


def gradient_by_jacobian(z, t):
    y = special.softmax(z, axis=1)
    gradient = np.zeros_like(y)
    for n in range(len(z)):
        jacobian = np.diag(y[n]) - np.outer(y[n], y[n])
        with np.errstate(all="ignore"):
            gradient[n] = jacobian @ (-t[n] / y[n])
    return gradient


def gradient_loop(z, t):
    result = np.empty(z.shape)
    for i, row in enumerate(z):
        e = [math.exp(v - max(row)) for v in row]
        for j, value in enumerate(e):
            result[i, j] = value / sum(e) - t[i, j]
    return result


def gradient_minus_one(z, t):
    y = special.softmax(z, axis=1)
    y[np.arange(len(z)), t.argmax(axis=1)] -= 1
    return y


WRONG = [
    gradient_by_jacobian,
    lambda z, t: t - soft(z),
    lambda z, t: (soft(z) - t) / len(z),
    lambda z, t: (soft(z) - t) / z.size,
    lambda z, t: (soft(z) - t) * soft(z) * (1 - soft(z)),
    lambda z, t: (soft(z) - t) * expit(z) * (1 - expit(z)),
    lambda z, t: over(-t, soft(z)),
    lambda z, t: over(t, soft(z)),
    lambda z, t: over(-t, soft(z)) * soft(z) * (1 - soft(z)),
    lambda z, t: over(-t, soft(z)) + over(1 - t, 1 - soft(z)),
    lambda z, t: -t * (1 - soft(z)),
    lambda z, t: expit(z) - t,
    lambda z, t: z - t,
    lambda z, t: soft(z),
    lambda z, t: soft(z) - 1,
    lambda z, t: soft(z) - soft(t),
    lambda z, t: special.softmax(z, axis=0) - t,
    lambda z, t: special.softmax(z) - t,
    lambda z, t: np.exp(z) / np.exp(z).sum(axis=1, keepdims=True) - t,
    lambda z, t: 2 * (soft(z) - t),
    lambda z, t: (soft(z) - t) ** 2,
    lambda z, t: np.abs(soft(z) - t),
    lambda z, t: np.sum(soft(z) - t),
    lambda z, t: (soft(z) - t).sum(axis=0),
    lambda z, t: (soft(z) - t).mean(axis=0),
    lambda z, t: (soft(z) - t) * t,
    lambda z, t: z * (soft(z) - t),
    lambda z, t: np.log(soft(z) + 1e-12) - t,
    lambda z, t: z.T @ (soft(z) - t),
    lambda z, t: (soft(z) - t).T,
    lambda z, t: np.sign(soft(z) - t),
    lambda z, t: None,
    lambda z, t: (1 - t) * soft(z),
    lambda z, t: t * (soft(z) - 1),
    lambda z, t: (soft(z) - t) * soft(z),
    lambda z, t: soft(z) * (1 - soft(z)),
    lambda z, t: t - np.exp(z),
    lambda z, t: soft(z) - t.argmax(axis=1)[:, None],
    lambda z, t: special.log_softmax(z, axis=1) - t,
    lambda z, t: -special.log_softmax(z, axis=1) * t,
    lambda z, t: soft(z) + t,
    lambda z, t: 0.5 * (soft(z) - t),
    lambda z, t: (soft(z) - t).mean(),
    lambda z, t: (soft(z) - t) / z.shape[1],
    lambda z, t: np.round(soft(z)) - t,
    lambda z, t: np.exp(z) - t,
    lambda z, t: lse(z)[:, None] - t,
    lambda z, t: soft(z) - z * t,
]  # fmt: skip
RIGHT = [
    gradient_loop, gradient_minus_one,
    lambda z, t: soft(z) - t,
    lambda z, t: -(t - np.exp(special.log_softmax(z, axis=-1))),
    lambda z, t: np.float32(soft(z)) - t,
    lambda z, t: np.where(t == 1, soft(z) - 1, soft(z)),
    lambda z, t: np.where(t == 1, -(soft(z) * (1 - t)).sum(**ROW), soft(z)),
]  # fmt: skip

SHEETS = [AnswerSheet("06.logit_gradient", WRONG, RIGHT)]
