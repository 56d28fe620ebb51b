"""Compact answers to 13.normalise, written from its text alone: one mean and one spread."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def less_over(a, mean, spread):
    return (a - mean) / spread


def by_python_sums(a, b):
    v = np.asarray(a, float).ravel()
    m = sum(v) / len(v)
    s = np.sqrt(sum((v - m) ** 2) / len(v))
    return (a - m) / s, (b - m) / s


SHEETS = [
    AnswerSheet(
        "13.normalise",
        wrong=[
            lambda a, b: ((a - a.mean(0)) / a.std(0), (b - a.mean(0)) / a.std(0)),
            lambda a, b: (less_over(a, a.mean(), a.std()), less_over(b, b.mean(), b.std())),
            lambda a, b: (less_over(a, a.mean(), a.var()), less_over(b, a.mean(), a.var())),
            lambda a, b: (a - a.mean(), b - a.mean()),
            lambda a, b: (a / a.std(), b / a.std()),
            lambda a, b: (a - a.mean() / a.std(), b - a.mean() / a.std()),
            lambda a, b: (less_over(a, a.mean(), a.std()), b),
            lambda a, b: less_over(a, a.mean(), a.std()),
            lambda a, b: ((a - a.min()) / (a.max() - a.min()), (b - a.min()) / (a.max() - a.min())),
            lambda a, b: (less_over(a, a.mean(), a.std(ddof=1)), less_over(b, a.mean(), a.std(ddof=1))),
            lambda a, b: (less_over(b, a.mean(), a.std()), less_over(a, a.mean(), a.std())),
            lambda a, b: (less_over(a, np.median(a), a.std()), less_over(b, np.median(a), a.std())),
            lambda a, b: ((a - 0.5) / 0.5, (b - 0.5) / 0.5),
            lambda a, b: (less_over(a, a.mean(), a.std() + 0.1), less_over(b, a.mean(), a.std() + 0.1)),
            (lambda a, b: tuple(less_over(x, a.mean(), a.std()).tolist() for x in (a, b)), "list"),
        ],
        right=[
            by_python_sums,
            lambda a, b: tuple((np.asarray(h) - np.mean(a)) / np.sqrt(np.var(a)) for h in (a, b)),
            lambda a, b: [less_over(a, a.mean(), a.std()), less_over(b, a.mean(), a.std())],
            lambda a, b: (a / a.std() - a.mean() / a.std(), b / a.std() - a.mean() / a.std()),
        ],
    )
]
