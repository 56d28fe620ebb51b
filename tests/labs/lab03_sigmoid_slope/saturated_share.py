"""Shares of saturated units, wrong and right."""

import math

import numpy as np
from scipy.special import expit

from tests.labs.answer_sheet import AnswerSheet


def share_by_counting(y, k, threshold=0.01):
    flat = 0
    for sample in y:
        for unit in sample:
            if k * unit * (1 - unit) < threshold:
                flat += 1
    return flat / (len(y) * len(y[0]))


def share_by_roots(y, k, threshold=0.01):
    if threshold > k / 4:
        return 1.0
    edge = 0.5 - math.sqrt(0.25 - threshold / k)
    return np.mean((y < edge) | (y > 1 - edge))


WRONG = [
    (lambda y, k, threshold=0.01: (k * y * (1 - y) < threshold).sum(), "count"),
    lambda y, k, threshold=0.01: np.count_nonzero(k * y * (1 - y) < threshold) / y.size * 100,
    lambda y, k, threshold=0.01: np.mean(k * y * (1 - y) > threshold),
    (lambda y, k, threshold=0.01: (y * (1 - y) < threshold).mean(), "no slope"),
    lambda y, k, threshold=0.01: (k**2 * y * (1 - y) < threshold).mean(),
    lambda y, k, threshold=0.01: np.mean(k * expit(k * y) * (1 - expit(k * y)) < threshold),
    lambda y, k, threshold=0.01: (y < threshold).mean(),
    lambda y, k, threshold=0.01: (y > 1 - threshold).mean(),
    lambda y, k, threshold=0.01: np.logical_or(y < threshold, y > 1 - threshold).mean(),
    lambda y, k, threshold=0.01: (k * y * (1 - y)).mean(),
    lambda y, k, threshold=0.01: (k * y * (1 - y) < threshold).mean(axis=0),
    lambda y, k, threshold=0.01: (k * y * (1 - y) < threshold).mean(axis=1),
    lambda y, k, threshold=0.01: (k * y * (1 - y) < threshold).all(axis=0).mean(),
    lambda y, k, threshold=0.01: ((k * y * (1 - y)).mean(axis=0) < threshold).mean(),
    lambda y, k, threshold=0.01: (k * y * (1 - y) < threshold).sum() / y.shape[0],
    lambda y, k, threshold=0.01: (k * y * (1 - y) < threshold).sum() / y.shape[1],
    lambda y, k, threshold=0.01: np.mean(k * y * (1 - y) < 0.01),
    lambda y, k, threshold=0.01: k * y * (1 - y) < threshold,
    lambda y, k, threshold=0.01: 1.0,
    lambda y, k, threshold=0.01: np.mean(y * (1 - y) / k < threshold),
    lambda y, k, threshold=0.01: None,
    (lambda y, k, threshold=0.01: float((k * y * (1 - y)).mean() < threshold), "one comparison for the layer"),
]

RIGHT = [
    share_by_counting, share_by_roots,
    lambda y, k, threshold=0.01: np.count_nonzero(k * (y - y * y) < threshold) / y.size,
    lambda y, k, threshold=0.01: float(np.average(np.where(k * y * (1 - y) >= threshold, 0, 1))),
    lambda y, k, threshold: 1 - (k * y * (1 - y) >= threshold).sum() / np.prod(y.shape),
]  # fmt: skip


SHEETS = [AnswerSheet("03.saturated_share", WRONG, RIGHT)]
