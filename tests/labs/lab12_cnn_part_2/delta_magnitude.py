"""Answers to 12.delta_magnitude: the delta magnitude."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet

MAGNITUDE_WRONG = [
    lambda d: np.abs(d).mean(),
    lambda d: np.abs(d).sum(),
    lambda d: (d**2).sum() / len(d),
    lambda d: (d**2).mean(),
    lambda d: np.sqrt((d**2).sum() / len(d)),
    lambda d: np.sqrt((d.reshape(len(d), -1) ** 2).sum(axis=1)).mean(),
    lambda d: np.linalg.norm(d),
    lambda d: d.sum() / len(d),
    lambda d: abs(d.sum()) / len(d),
    lambda d: np.abs(d.reshape(len(d), -1).sum(axis=1)).mean(),
    lambda d: np.abs(d.mean(axis=0)).sum(),
    lambda d: np.abs(d.sum(axis=0)).sum(),
    lambda d: np.abs(d).sum(axis=0),
    lambda d: np.abs(d).mean(axis=0),
    lambda d: np.abs(d).sum() / d[0].size,
    lambda d: np.abs(d).sum() / d.shape[1],
    lambda d: np.abs(d).max(),
    lambda d: np.abs(d[0]).sum(),
    lambda d: np.abs(d).sum(axis=(1, 2, 3)),
    lambda d: np.abs(d).sum(axis=(1, 2, 3)).max(),
    lambda d: -np.abs(d).sum() / len(d),
    lambda d: np.median(np.abs(d).sum(axis=(1, 2, 3))),
    lambda d: 0.5 * (d**2).sum() / len(d),
]

SHEETS = [
    AnswerSheet(
        "12.delta_magnitude",
        wrong=MAGNITUDE_WRONG,
        right=[
            lambda d: np.abs(d).sum() / len(d),
            lambda d: float(np.mean([np.abs(one).sum() for one in d])),
            lambda d: sum(abs(float(v)) for v in d.ravel()) / d.shape[0],
            lambda d: np.linalg.norm(d.reshape(len(d), -1), ord=1, axis=1).mean(),
        ],
    )
]
