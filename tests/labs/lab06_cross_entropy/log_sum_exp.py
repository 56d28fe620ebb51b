"""Answers to the log-sum-exp, wrong and right."""

import math

import numpy as np
from scipy import special

from tests.labs.answer_sheet import AnswerSheet
from tests.labs.lab06_cross_entropy.rows import ROW


def lse_loop(z):
    z = np.asarray(z, dtype=float)
    if z.ndim > 1:
        return np.array([lse_loop(row) for row in z])
    top = max(z)
    return top + math.log(sum(math.exp(v - top) for v in z))


def lse_pairwise(z):
    total = z[..., 0]
    for i in range(1, z.shape[-1]):
        total = np.logaddexp(total, z[..., i])
    return total


def lse_dimension_kept(z):
    m = z.max(axis=-1, keepdims=True)
    return np.log(np.sum(np.exp(z - m), axis=-1, keepdims=True)) + m


WRONG = [
    lambda z: np.log(np.exp(z).sum(axis=-1)),
    lambda z: np.log(np.exp(z).sum()),
    lambda z: np.log(np.sum(np.exp(z), axis=0)),
    lambda z: np.log(np.sum(np.exp(z - z.max(axis=-1, keepdims=True)), axis=-1)),
    lambda z: np.log(np.sum(np.exp(z - z.max(axis=-1, keepdims=True)), axis=-1)) - z.max(axis=-1),
    lambda z: np.log(np.sum(np.exp(z - z.max(axis=-1, keepdims=True)), axis=-1)) * z.max(axis=-1),
    lse_dimension_kept,
    lambda z: np.log(np.exp(z - z.max()).sum(axis=-1)) + z.max(),
    lambda z: np.log(np.exp(z - z.max(axis=0)).sum(axis=0)) + z.max(axis=0),
    lambda z: np.log(np.exp(z - z.max()).sum()) + z.max(),
    lambda z: z.max(axis=-1),
    lambda z: z.sum(axis=-1),
    lambda z: np.exp(z).sum(axis=-1),
    lambda z: np.sum(np.log(np.exp(np.clip(z, -700, 700))), axis=-1),
    lambda z: np.log10(np.exp(z - z.max(axis=-1, keepdims=True)).sum(axis=-1)) + z.max(axis=-1),
    lambda z: np.log2(np.exp(z - z.max(axis=-1, keepdims=True)).sum(axis=-1)) + z.max(axis=-1),
    lambda z: np.log(np.exp(z - z.max(axis=-1, keepdims=True)).mean(axis=-1)) + z.max(axis=-1),
    lambda z: special.logsumexp(z, axis=-1).sum(),
    lambda z: special.logsumexp(z, axis=-1).mean(),
    lambda z: -special.logsumexp(z, axis=-1),
    lambda z: z - special.logsumexp(z, axis=-1, keepdims=True),
    lambda z: np.log(np.exp(np.clip(z, -700, 700)).sum(axis=-1)),
    lambda z: np.log(np.exp(z - z.max(axis=-1)).sum(axis=-1)) + z.max(axis=-1),
    lambda z: np.nan_to_num(np.log(np.exp(z).sum(axis=-1))),
    lambda z: np.log1p(np.exp(z - z.max(axis=-1, keepdims=True)).sum(axis=-1)) + z.max(axis=-1),
    lambda z: np.log(np.exp(z).sum(axis=-1) + 1e-12),
    lambda z: None,
    lambda z: np.log(np.sum(np.exp(z), axis=1)),
    lambda z: math.log(sum(math.exp(v) for v in z)),
    lambda z: np.log(np.exp(z - z.max(**ROW)).sum(axis=-1)) + z.max(),
    lambda z: np.log(np.sum(np.exp(z / z.max(**ROW)), axis=-1)) * z.max(axis=-1),
    lambda z: np.log(np.sum(np.exp(z - z.mean(**ROW)), axis=-1)) + z.mean(axis=-1),
    lambda z: np.log(np.sum(np.exp(z - z.min(**ROW)), axis=-1)) + z.min(axis=-1),
    lambda z: np.log(z.sum(axis=-1)),
    lambda z: z.max(axis=-1) + np.log(z.shape[-1]),
    lambda z: np.exp(special.logsumexp(z, axis=-1)),
    lambda z: np.log(np.exp(z - z.max(**ROW))).sum(axis=-1) + z.max(axis=-1),
    lambda z: z.max(axis=-1) + np.exp(z - z.max(**ROW)).sum(axis=-1),
    lambda z: np.exp(z.max(axis=-1)) * np.log(np.exp(z - z.max(**ROW)).sum(axis=-1)),
]  # fmt: skip
RIGHT = [
    lse_loop, lse_pairwise,
    lambda z: special.logsumexp(z, axis=-1),
    lambda z: np.logaddexp.reduce(z, axis=-1),
    lambda z: z[..., 0] - special.log_softmax(z, axis=-1)[..., 0],
    lambda z: np.log(np.exp((z.T - z.max(axis=-1).T).T).sum(axis=-1)) + z.max(axis=-1),
    lambda z: z.max(axis=-1) - np.log(special.softmax(z, axis=-1).max(axis=-1)),
]  # fmt: skip

SHEETS = [AnswerSheet("06.log_sum_exp", WRONG, RIGHT)]
