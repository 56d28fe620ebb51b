"""Deltas of the output units, wrong and right."""

import numpy as np
from scipy.special import expit

from tests.labs.answer_sheet import AnswerSheet


def output_delta_by_loops(y, t):
    d = np.zeros(len(y))
    for k in range(len(y)):
        d[k] = (t[k] - y[k]) * y[k] * (1 - y[k])
    return d


SHEETS = [
    AnswerSheet(
        "01.output_delta",
        wrong=[
            (lambda y, t: np.subtract(t, y), "f' missing"),
            (lambda y, t: -(t - y) * (y - y**2), "sign"),
            lambda y, t: y - t,
            (lambda y, t: (t - y) * expit(y) * (1 - expit(y)), "f' at the wrong place"),
            lambda y, t: (y - t) * expit(y) * expit(-y),
            lambda y, t: y - y * y,
            lambda y, t: 2 * (t - y) * y * (1 - y),
            lambda y, t: (t - y) * y * (1 - y) / 2,
            lambda y, t: ((t - y) ** 2 / 2) * y * (1 - y),
            lambda y, t: (t - y) * (1 - y * y),
            lambda y, t: (t - y) * y,
            lambda y, t: (t - y) - y * (1 - y),
            lambda y, t: ((t - y) * y * (1 - y)).sum(),
            lambda y, t: ((t - y) * y * (1 - y)).mean(),
            lambda y, t: np.abs(y - t) * (y - y * y),
            lambda y, t: (t - y) * t * (1 - t),
            lambda y, t: (t - y).dot(y * (1 - y)) * np.ones(len(y)),
            lambda y, t: np.outer(t - y, y * (1 - y)),
            lambda y, t: print((t - y) * y * (1 - y)),
        ],
        right=[
            output_delta_by_loops,
            lambda y, t: np.prod([t - y, y, 1 - y], axis=0),
            lambda y, t: t * y - t * y**2 - y**2 + y**3,
            lambda y, t: np.diag(y - y**2) @ (t - y),
            lambda y, t: ((t - y) * y * (1 - y)).astype(np.float32),
        ],
    )
]
