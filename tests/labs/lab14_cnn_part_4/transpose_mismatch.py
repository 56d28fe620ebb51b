"""Answers to 14.transpose_mismatch: is it the transpose?"""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet

norm = np.linalg.norm


def inner(a, b):
    return np.sum(a * b)


def mismatch_of_inverse(forward, back, x, y):
    return norm(back(forward(x)) - x) / norm(x)


def mismatch_loops(forward, back, x, y):
    left = right = size = length = 0.0
    for a, b in zip(forward(x).flat, y.flat, strict=True):
        left, size, length = left + a * b, size + a * a, length + b * b
    for a, b in zip(x.flat, back(y).flat, strict=True):
        right += a * b
    return abs(left - right) / (size * length) ** 0.5


def mismatch_yes_no(forward, back, x, y):
    return np.allclose(inner(forward(x), y), inner(x, back(y)))


WRONG = [
    lambda f, b, x, y: (inner(f(x), y) - inner(x, b(y))) / (norm(f(x)) * norm(y)),
    (lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))), "not divided"),
    lambda f, b, x, y: inner(f(x), y) - inner(x, b(y)),
    lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))) / (norm(x) * norm(y)),
    lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))) / (norm(x) * norm(b(y))),
    lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))) / norm(f(x)),
    lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))) / norm(y),
    lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))) / norm(f(x)) * norm(y),
    lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))) / (inner(f(x), f(x)) * inner(y, y)),
    lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))) / (norm(f(x)) + norm(y)),
    lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))) / abs(inner(f(x), y)),
    lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))) / max(abs(inner(f(x), y)), abs(inner(x, b(y)))),
    lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))) / (abs(inner(f(x), y)) + abs(inner(x, b(y)))),
    lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))) / (np.abs(f(x)).max() * np.abs(y).max()),
    lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))) / (norm(f(x)) * norm(y)) ** 2,
    lambda f, b, x, y: abs(np.mean(f(x) * y) - np.mean(x * b(y))) / (norm(f(x)) * norm(y)),
    lambda f, b, x, y: abs(np.sum(f(x)) * np.sum(y) - np.sum(x) * np.sum(b(y))) / (norm(f(x)) * norm(y)),
    lambda f, b, x, y: abs(norm(f(x)) * norm(y) - norm(x) * norm(b(y))) / (norm(f(x)) * norm(y)),
    lambda f, b, x, y: abs(norm(f(x)) - norm(b(y))) / (norm(f(x)) * norm(y)),
    lambda f, b, x, y: norm(b(f(x)) - x),
    lambda f, b, x, y: norm(f(b(y)) - y) / norm(y),
    lambda f, b, x, y: abs(np.dot(f(x), y) - np.dot(x, b(y))) / (norm(f(x)) * norm(y)),
    lambda f, b, x, y: abs((f(x) @ y) - (x @ b(y))) / (norm(f(x)) * norm(y)),
    lambda f, b, x, y: np.abs(f(x) * y - x * b(y)) / (norm(f(x)) * norm(y)),
    lambda f, b, x, y: abs(inner(f(y), x) - inner(y, b(x))) / (norm(f(y)) * norm(x)),
    lambda f, b, x, y: abs(inner(b(x), y) - inner(x, f(y))) / (norm(b(x)) * norm(y)),
    lambda f, b, x, y: abs(inner(f(x), f(x)) - inner(x, b(f(x)))) / inner(f(x), f(x)),
    lambda f, b, x, y: abs(inner(f(x), y) + inner(x, b(y))) / (norm(f(x)) * norm(y)),
    lambda f, b, x, y: (inner(f(x), y) - inner(x, b(y))) ** 2 / (norm(f(x)) * norm(y)),
    lambda f, b, x, y: (inner(f(x), y), inner(x, b(y))),
    lambda f, b, x, y: abs(inner(f(x), y)) / (norm(f(x)) * norm(y)),
    lambda f, b, x, y: abs(inner(f, y) - inner(x, b)) / (norm(f) * norm(y)),
    lambda f, b, x, y: 0.0,
    lambda f, b, x, y: None,
    mismatch_of_inverse,
    mismatch_yes_no,
]
RIGHT = [
    mismatch_loops,
    lambda f, b, x, y: abs(np.vdot(f(x), y) - np.vdot(x, b(y))) / (norm(f(x)) * norm(y)),
    lambda f, b, x, y: abs(f(x).ravel() @ y.ravel() - x.ravel() @ b(y).ravel()) / (norm(f(x)) * norm(y)),
    lambda f, b, x, y: np.abs((f(x) * y).sum() - (x * b(y)).sum()) / np.sqrt((f(x) ** 2).sum() * (y**2).sum()),
    lambda f, b, x, y: float(abs(inner(f(x) / norm(f(x)), y / norm(y)) - inner(x, b(y)) / norm(f(x)) / norm(y))),
]
SHEETS = [AnswerSheet("14.transpose_mismatch", WRONG, RIGHT)]
