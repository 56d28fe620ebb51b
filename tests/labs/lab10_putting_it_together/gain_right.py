"""Right answers to exercise 10.gain in other forms."""

# ruff: noqa: B905  (students write zip without strict)

import statistics

import numpy as np
import pandas as pd

from tests.labs.answer_sheet import AnswerSheet


def by_statistics_of_floats(base, changed):
    d = [c - b for b, c in zip(base, changed)]
    return statistics.mean(map(float, d)), statistics.stdev(map(float, d))


def by_difference_of_series(base, changed):
    d = pd.Series(changed) - pd.Series(base)
    return d.mean(), d.std()


def by_sum_of_squares(base, changed):
    g = np.subtract(changed, base)
    n = len(g)
    return [g.sum() / n, np.sqrt((np.sum(g**2) - n * g.mean() ** 2) / (n - 1))]


def as_an_array(base, changed):
    g = changed - base
    return np.array([g.mean(), np.sqrt(g.var(ddof=1))])


def by_n_corrected(base, changed):
    g = changed - base
    n = len(g)
    return np.mean(g), np.std(g) * np.sqrt(n / (n - 1))


def by_norm(base, changed):
    g = base - changed
    return -g.mean(), np.linalg.norm(g - g.mean()) / (len(g) - 1) ** 0.5


def by_statistics(base, changed):
    g = [c - b for b, c in zip(base, changed)]
    return statistics.mean(g), statistics.stdev(g)


def by_series(base, changed):
    g = pd.Series(changed) - pd.Series(base)
    return g.mean(), g.std()


def from_covariance(base, changed):
    c = np.cov(base, changed)
    return changed.mean() - base.mean(), np.sqrt(c[0, 0] + c[1, 1] - 2 * c[0, 1])


def by_hand(base, changed):
    n, total = len(base), 0.0
    for s in range(n):
        total += changed[s] - base[s]
    m, squares = total / n, 0.0
    for s in range(n):
        squares += (changed[s] - base[s] - m) ** 2
    return m, (squares / (n - 1)) ** 0.5


RIGHT = [
    by_statistics_of_floats, by_difference_of_series, by_sum_of_squares, as_an_array, by_n_corrected, by_norm,
    by_statistics, by_series, from_covariance, by_hand,
]  # fmt: skip

SHEETS = [AnswerSheet("10.gain", wrong=[], right=RIGHT)]
