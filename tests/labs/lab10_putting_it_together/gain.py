"""First answers to exercise 10.gain; those of one kind stand in the files beside."""

import math
import statistics

import numpy as np
from scipy import stats

from tests.labs.answer_sheet import AnswerSheet


def gain_by_loop(base, changed):
    total = 0
    for b, c in zip(base, changed, strict=True):
        total += c - b
    mean = total / len(base)
    squares = sum((c - b - mean) ** 2 for b, c in zip(base, changed, strict=True))
    return mean, math.sqrt(squares / (len(base) - 1))


def gain_by_covariance(base, changed):
    c = np.cov(base, changed)
    return changed.mean() - base.mean(), np.sqrt(c[0, 0] + c[1, 1] - 2 * c[0, 1])


WRONG = [
    lambda b, c: ((b - c).mean(), (b - c).std(ddof=1)),
    lambda b, c: ((c - b).mean(), (c - b).std()),
    lambda b, c: (c.mean() - b.mean(), c.std() - b.std()),
    lambda b, c: (c.mean() - b.mean(), c.std(ddof=1) - b.std(ddof=1)),
    lambda b, c: (c.mean() - b.mean(), abs(c.std(ddof=1) - b.std(ddof=1))),
    lambda b, c: (c.mean() - b.mean(), c.std(ddof=1) + b.std(ddof=1)),
    lambda b, c: (c.mean() - b.mean(), math.hypot(b.std(ddof=1), c.std(ddof=1))),
    lambda b, c: (c.mean() - b.mean(), math.hypot(b.std(), c.std())),
    lambda b, c: (c.mean() - b.mean(), c.std(ddof=1)),
    lambda b, c: (c.mean() - b.mean(), c.std()),
    lambda b, c: (c.mean() - b.mean(), b.std(ddof=1)),
    lambda b, c: (c.mean() - b.mean(), stats.sem(c - b)),
    lambda b, c: ((c - b).mean(), np.var(c - b, ddof=1)),
    lambda b, c: (np.median(c - b), np.std(c - b, ddof=1)),
    lambda b, c: (c.max() - b.max(), (c - b).std(ddof=1)),
    lambda b, c: (np.max(c - b), np.std(c - b, ddof=1)),
    lambda b, c: (100 * (c - b).mean(), 100 * (c - b).std(ddof=1)),
    lambda b, c: ((c / b - 1).mean(), (c / b - 1).std(ddof=1)),
    lambda b, c: (abs(c - b).mean(), abs(c - b).std(ddof=1)),
    lambda b, c: ((c - b).std(ddof=1), (c - b).mean()),
    lambda b, c: (c - b).mean(),
    lambda b, c: c - b,
    lambda b, c: ((c - b).mean(), np.ptp(c - b)),
    lambda b, c: ((np.sort(c) - np.sort(b)).mean(), (np.sort(c) - np.sort(b)).std(ddof=1)),
    lambda b, c: (c.mean(), c.std(ddof=1)),
    lambda b, c: ((c - b).sum(), (c - b).std(ddof=1)),
    lambda b, c: print((c - b).mean(), (c - b).std(ddof=1)),
    lambda b, c: None,
]
RIGHT = [
    gain_by_loop,
    gain_by_covariance,
    lambda b, c: [np.mean(c) - np.mean(b), np.std(c - b, ddof=1)],
    lambda b, c: (statistics.fmean(c - b), statistics.stdev(c - b)),
    lambda b, c: np.array([(c - b).mean(), (b - c).std(ddof=1)]),
    lambda b, c: (np.subtract(c, b).mean(), stats.sem(c - b) * np.sqrt(len(b))),
]


SHEETS = [AnswerSheet("10.gain", WRONG, RIGHT)]
