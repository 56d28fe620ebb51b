"""Answers to 08.joint_probabilities: directions of a pair put together in other ways."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def in_place(c):
    c += c.T
    c /= 2 * len(c)
    return c


def loop_in_place(c):
    p = c.copy()
    n = len(c)
    for i in range(n):
        for j in range(n):
            p[i, j] = (p[i, j] + p[j, i]) / (2 * n)
    return p


def upper(c):
    p = np.zeros_like(c)
    for i in range(len(c)):
        for j in range(i + 1, len(c)):
            p[i, j] = (c[i, j] + c[j, i]) / (2 * len(c))
    return p


def mirrored(c):
    upper = np.triu(c)
    p = upper + upper.T
    return p / p.sum()


def loops(c):
    n = len(c)
    p = np.empty((n, n))
    for i in range(n):
        for j in range(n):
            p[i, j] = (c[i, j] + c[j, i]) / (2 * n)
    return p


def half_of_both(c):
    n = c.shape[0]
    upper = np.triu(c + c.T, 1) / (2 * n)
    return upper + upper.transpose()


WRONG = [
    in_place,
    loop_in_place,
    upper,
    mirrored,
    lambda c: (c + c.T) / 2,
    lambda c: (c + c.T) / len(c),
    lambda c: c + c.T,
    lambda c: (c + c.T) / 2 * len(c),
    lambda c: c + c.T / (2 * len(c)),
    lambda c: (c + c.T) / (2 * c.size),
    lambda c: (c + c.T) / (2 * len(c) - 2),
    lambda c: (c + c.T) / (2 * len(c)) ** 2,
    lambda c: (c + c.T) / (len(c) * (len(c) - 1)),
    lambda c: (c + c) / (2 * len(c)),
    lambda c: c / len(c),
    lambda c: c.T / len(c),
    lambda c: c / 2,
    lambda c: (c - c.T) / (2 * len(c)),
    lambda c: c * c.T,
    lambda c: c * c.T / (c * c.T).sum(),
    lambda c: np.sqrt(c * c.T) / len(c),
    lambda c: np.maximum(c, c.T) / np.maximum(c, c.T).sum(),
    lambda c: np.minimum(c, c.T) / np.minimum(c, c.T).sum(),
    lambda c: np.maximum(c, c.T) / len(c),
    lambda c: (c + c.T) / (c + c.T).sum(axis=1, keepdims=True),
    lambda c: (c + c.T) / (c + c.T).max(),
    lambda c: (c @ c.T) / (2 * len(c)),
    lambda c: (c + np.linalg.inv(c + np.eye(len(c)))) / (2 * len(c)),
    lambda c: ((c + c.T) / (2 * len(c))).sum(axis=1),
    lambda c: 4 * (c + c.T) / (2 * len(c)),
    lambda c: (c + c[::-1]) / (2 * len(c)),
    lambda c: np.maximum((c + c.T) / (2 * len(c)), 1e-3),
    lambda c: (c + c.T) / (2 * len(c)) + np.eye(len(c)) / len(c),
]
RIGHT = [
    loops,
    half_of_both,
    lambda c: 0.5 * (c / len(c) + np.swapaxes(c, 0, 1) / len(c)),
    lambda c: (c + c.T) / np.sum(c + c.T),
]
SHEETS = [AnswerSheet("08.joint_probabilities", WRONG, RIGHT)]
