"""Answers in which the gain is right and its spread is not."""

# ruff: noqa: B905  (students write zip without strict)

import math

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def divided_by_n(base, changed):
    d = [c - b for b, c in zip(base, changed)]
    m = sum(d) / len(d)
    return m, math.sqrt(sum((x - m) ** 2 for x in d) / len(d))


def root_forgotten_in_the_sum(base, changed):
    g = changed - base
    m = g.mean()
    return m, sum((g - m) ** 2) / (len(g) - 1)


def measured_from_zero(base, changed):
    g = changed - base
    return g.mean(), np.sqrt((g**2).sum() / (len(g) - 1))


def n_less_1_outside_the_root(base, changed):
    g = changed - base
    return g.mean(), 1 / (len(g) - 1) * np.sqrt(((g - g.mean()) ** 2).sum())


def always_five(base, changed):
    g = changed - base
    return g.sum() / 5, np.sqrt(((g - g.mean()) ** 2).sum() / 4)


def n_less_1_without_brackets(base, changed):
    n = len(base)
    g = changed - base
    return g.mean(), np.sqrt(abs(1 / n - 1) * ((g - g.mean()) ** 2).sum())


def mean_distance(base, changed):
    g = changed - base
    return g.mean(), np.abs(g - g.mean()).mean()


def all_runs_together(base, changed):
    g = changed - base
    return g.mean(), np.std(np.concatenate([base, changed]), ddof=1)


def relative_spread(base, changed):
    g = changed - base
    return g.mean(), g.std(ddof=1) / g.mean()


def every_run_with_every_run(base, changed):
    g = (changed[:, None] - base[None, :]).ravel()
    return g.mean(), g.std(ddof=1)


def root_of_the_variance_by_n(base, changed):
    g = changed - base
    return g.mean(), np.sqrt(g.var())


def interval_of_95_per_cent(base, changed):
    g = changed - base
    return g.mean(), 1.96 * g.std(ddof=1) / np.sqrt(len(g))


def numpy_std_as_it_comes(base, changed):
    gains = changed - base
    return np.mean(gains), np.std(gains)


def forgot_the_root(base, changed):
    g = changed - base
    n = len(g)
    m = sum(g) / n
    return m, sum((gs - m) ** 2 for gs in g) / (n - 1)


def root_of_the_sum_only(base, changed):
    g = changed - base
    m = g.mean()
    return m, np.sqrt(((g - m) ** 2).sum()) / (len(g) - 1)


def deviations_not_squared(base, changed):
    g = changed - base
    m = g.mean()
    return m, np.sqrt(abs((g - m).sum()) / (len(g) - 1))


def no_mean_taken_off(base, changed):
    g = changed - base
    return g.mean(), np.sqrt((g**2).sum() / (len(g) - 1))


def standard_error(base, changed):
    g = changed - base
    return g.mean(), g.std(ddof=1) / np.sqrt(g.size)


def two_heaps(base, changed):
    return changed.mean() - base.mean(), np.sqrt(changed.var(ddof=1) + base.var(ddof=1))


def pooled(base, changed):
    return changed.mean() - base.mean(), np.sqrt((changed.var(ddof=1) + base.var(ddof=1)) / 2)


def difference_of_spreads(base, changed):
    return changed.mean() - base.mean(), changed.std(ddof=1) - base.std(ddof=1)


def spread_of_the_changed(base, changed):
    return np.mean(changed - base), np.std(changed, ddof=1)


def best_to_worst(base, changed):
    g = changed - base
    return g.mean(), g.max() - g.min()


def mean_deviation(base, changed):
    g = changed - base
    return g.mean(), np.abs(g - g.mean()).mean()


WRONG = [
    divided_by_n, root_forgotten_in_the_sum, measured_from_zero, n_less_1_outside_the_root, always_five,
    n_less_1_without_brackets, mean_distance, all_runs_together, relative_spread, every_run_with_every_run,
    root_of_the_variance_by_n, interval_of_95_per_cent, numpy_std_as_it_comes, forgot_the_root,
    root_of_the_sum_only, deviations_not_squared, no_mean_taken_off, standard_error, two_heaps, pooled,
    difference_of_spreads, spread_of_the_changed, best_to_worst, mean_deviation,
]  # fmt: skip

SHEETS = [AnswerSheet("10.gain", wrong=WRONG, right=[])]
