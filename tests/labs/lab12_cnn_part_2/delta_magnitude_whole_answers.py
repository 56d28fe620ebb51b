"""Whole answers to 12.delta_magnitude, written from its text alone: the delta magnitude."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet

WRONG = [
    lambda d: np.abs(d).mean(),
    lambda d: np.abs(d).sum(),
    lambda d: np.abs(d.sum()) / len(d),
    lambda d: d.sum() / len(d),
    lambda d: (d**2).sum() / len(d),
    lambda d: np.sqrt((d**2).sum()) / len(d),
    lambda d: np.mean([np.linalg.norm(s) for s in d]),
    lambda d: np.abs(d).sum(axis=(1, 2, 3)),
    lambda d: np.abs(d).mean(axis=0),
    lambda d: np.abs(d).sum() / d.shape[1],
    lambda d: np.abs(d).sum(axis=(2, 3)).mean(),
    lambda d: np.abs(d.mean(axis=0)).sum(),
    lambda d: np.abs(d).sum(axis=(2, 3)).mean(axis=0),
    lambda d: np.linalg.norm(d) / len(d),
    lambda d: np.abs(d).max(axis=(1, 2, 3)).mean(),
    lambda d: np.abs(d.sum(axis=(1, 2, 3))).mean(),
    lambda d: np.sqrt((d**2).sum() / len(d)),
]


def by_loops(d):
    total = 0
    for s in d:
        for v in s.flatten():
            total += v if v > 0 else -v
    return total / d.shape[0]


RIGHT = [
    by_loops,
    lambda d: np.abs(d).sum(axis=(1, 2, 3)).mean(),
    lambda d: np.mean(np.sum(np.sqrt(d**2), axis=(1, 2, 3))),
    lambda d: np.abs(d).mean() * d[0].size,
    lambda d: np.array(np.abs(d).mean(axis=0).sum()),
]

SHEETS = [AnswerSheet("12.delta_magnitude", wrong=WRONG, right=RIGHT)]
