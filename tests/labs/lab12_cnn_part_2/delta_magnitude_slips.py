"""Answers to 12.delta_magnitude with one slip each, written from its text alone."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def overwritten(delta):
    for sample in delta:
        total = np.sum(np.abs(sample))
    return total / len(delta)


def over_the_number_of_filters(delta):
    return np.abs(delta).sum() / delta.shape[1]


def builtin_sum(delta):
    return sum(abs(delta)) / len(delta)


WRONG = [
    overwritten,
    over_the_number_of_filters,
    builtin_sum,
    lambda d: np.mean(np.abs(d)),
    lambda d: np.sum(np.abs(d)),
    lambda d: np.sum(d) / len(d),
    lambda d: np.abs(d.sum(axis=(1, 2, 3))).mean(),
    lambda d: np.abs(d.mean(axis=0)).sum(),
    lambda d: np.sqrt((d**2).sum(axis=(1, 2, 3))).mean(),
    lambda d: (d**2).sum() / len(d),
    lambda d: np.abs(d).sum(axis=(1, 2, 3)),
    lambda d: np.abs(d).sum(axis=1).mean(),
    lambda d: np.abs(d).sum(axis=(2, 3)).mean(),
    lambda d: np.abs(d).sum(axis=0).mean(),
    lambda d: np.median(np.abs(d).sum(axis=(1, 2, 3))),
    lambda d: np.abs(d).max(axis=(1, 2, 3)).mean(),
    lambda d: np.abs(d).sum(axis=(2, 3)).mean(axis=0),
    lambda d: np.linalg.norm(d) / len(d),
    lambda d: np.sqrt(np.mean(d**2)),
    lambda d: np.maximum(d, 0).sum() / len(d),
    lambda d: np.abs(d).sum() / np.count_nonzero(d),
    lambda d: np.abs(d).sum() / (len(d) - 1) if len(d) > 1 else np.abs(d).sum(),
]
RIGHT = [
    lambda d: np.abs(d).reshape(len(d), -1).sum(axis=1).mean(),
    lambda d: np.mean([np.linalg.norm(one.ravel(), 1) for one in d]),
    lambda d: np.abs(d).mean() * d[0].size,
    lambda d: sum(abs(v) for v in d.ravel().tolist()) / d.shape[0],
]

SHEETS = [AnswerSheet("12.delta_magnitude", WRONG, RIGHT)]
