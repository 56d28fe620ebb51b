"""Answers to 08.joint_probabilities: affinities of the data."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def joint_loop_half(c):
    n = len(c)
    p = np.zeros((n, n))
    for i in range(n):
        for j in range(i):
            p[i, j] = (c[i, j] + c[j, i]) / (2 * n)
    return p


WRONG = [
    (lambda c: c / len(c), "not symmetrised"),
    lambda c: c / c.sum(),
    lambda c: c.T / len(c),
    (lambda c: c + c.T, "not divided"),
    (lambda c: (c + c.T) / 2, "divided by 2 only"),
    (lambda c: (c + c.T) / len(c), "divided by n only"),
    lambda c: (c + c.T) / (2 * len(c) ** 2),
    lambda c: (c + c.T) / (len(c) * (len(c) - 1)),
    lambda c: c * c.T / (c * c.T).sum(),
    lambda c: np.sqrt(c * c.T) / len(c),
    lambda c: np.maximum(c, c.T) / len(c),
    lambda c: np.minimum(c, c.T) / len(c),
    lambda c: (c - c.T) / (2 * len(c)),
    lambda c: c @ c.T / len(c),
    lambda c: (c + c) / (2 * len(c)),
    lambda c: c,
    lambda c: (c + c.T) / (c + c.T).sum(1, keepdims=True),
    lambda c: (c + c.T) / (2 * c.size),
    lambda c: c + c.T / 2 * len(c),
    lambda c: (c + c.T) / 2 * len(c),
    lambda c: c + c.T / (2 * len(c)),
    lambda c: None,
    lambda c: np.triu(c + c.T) / (2 * len(c)),
    lambda c: c * c.T,
    joint_loop_half,
    lambda c: (c + c.T) / (2 * np.sum(c) * len(c)),
    lambda c: (c + c.T) / 2 / len(c) ** 2,
    lambda c: (c * c.T) / (2 * len(c)),
    lambda c: (c + c.T) / np.sqrt(len(c)),
    lambda c: ((c + c.T) / (2 * len(c))).sum(1),
    lambda c: (c + np.flipud(c)) / (2 * len(c)),
    lambda c: 2 * (c + c.T) / len(c),
]
RIGHT = [
    lambda c: (c + c.T) / (c + c.T).sum(),
    lambda c: c / (2 * len(c)) + c.transpose() / (2 * len(c)),
    lambda c: np.array([[(c[i, j] + c[j, i]) / (2 * len(c)) for j in range(len(c))] for i in range(len(c))]),
    lambda c: np.maximum((c + c.T) / (2 * len(c)), 1e-12),
    lambda c: np.mean([c, c.T], axis=0) / c.shape[0],
]
SHEETS = [AnswerSheet("08.joint_probabilities", WRONG, RIGHT)]
