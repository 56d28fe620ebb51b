"""Whole answers to 14.transpose_mismatch, written from its text alone: is it the transpose?"""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def ip(a, b):
    return np.sum(a * b)


def n(a):
    return np.sqrt(np.sum(a * a))


def mm_loop(f, b, x, y):
    fx, by = np.asarray(f(x)), np.asarray(b(y))
    t = 0.0
    for p, q in zip(fx.flat, y.flat, strict=True):
        t += p * q
    for p, q in zip(x.flat, by.flat, strict=True):
        t -= p * q
    return float(abs(t) / np.sqrt((fx**2).sum() * (y**2).sum()))


def mm_array(f, b, x, y):
    return np.array([abs(ip(f(x), y) - ip(x, b(y))) / (n(f(x)) * n(y))])


WRONG = [
    lambda f, b, x, y: abs(ip(f(x), y) - ip(x, b(y))) / (n(x) * n(y)),
    lambda f, b, x, y: abs(ip(f(x), y) - ip(x, b(y))),
    lambda f, b, x, y: (ip(f(x), y) - ip(x, b(y))) / (n(f(x)) * n(y)),
    lambda f, b, x, y: abs(ip(f(x), y) - ip(x, b(y))) / n(f(x)) * n(y),
    lambda f, b, x, y: abs(ip(f(x), y) - ip(x, b(y))) / (ip(f(x), f(x)) * ip(y, y)),
    lambda f, b, x, y: abs(np.dot(f(x), y) - np.dot(x, b(y))) / (n(f(x)) * n(y)),
    lambda f, b, x, y: abs(ip(f(x), y) - ip(x, b(y))) / (np.linalg.norm(f(x), axis=0) * np.linalg.norm(y, axis=0)),
    lambda f, b, x, y: np.abs(x - b(f(x))).max(),
    lambda f, b, x, y: n(x - b(f(x))) / n(x),
    lambda f, b, x, y: abs(ip(f(x), y) - ip(x, b(y))) < 1e-9,
    lambda f, b, x, y: abs(np.mean(f(x) * y) - np.mean(x * b(y))) / (n(f(x)) * n(y)),
    lambda f, b, x, y: np.linalg.norm(f(x) * y - x * b(y)) / (n(f(x)) * n(y)),
    lambda f, b, x, y: abs(abs(ip(f(x), y)) - abs(ip(x, b(y)))) / (n(f(x)) * n(y)),
    lambda f, b, x, y: abs(ip(f(x), y) - ip(x, b(y))) / abs(ip(f(x), y)),
    lambda f, b, x, y: abs(ip(f(x), y) - ip(x, b(y))) / (n(f(x)) + n(y)),
    lambda f, b, x, y: abs(ip(b(x), y) - ip(x, f(y))) / (n(f(x)) * n(y)),
    lambda f, b, x, y: ip(f(x), y) / (n(f(x)) * n(y)) - ip(x, b(y)) / (n(x) * n(b(y))),
    lambda f, b, x, y: abs(ip(f(x), y) / (n(f(x)) * n(y)) - ip(x, b(y)) / (n(x) * n(b(y)))),
    lambda f, b, x, y: (
        abs(np.inner(f(x).ravel(), y.ravel()) - np.inner(x.ravel(), b(y).ravel())) / np.linalg.norm(f(x))
    ),
    lambda f, b, x, y: 1 - abs(ip(f(x), y) - ip(x, b(y))) / (n(f(x)) * n(y)),
    lambda f, b, x, y: abs(ip(f(x), y) - ip(x, b(y))) / np.linalg.norm(ip(f(x), y)),
    (mm_array, "wrong shape"),
]
RIGHT = [
    lambda f, b, x, y: abs(np.vdot(f(x), y) - np.vdot(x, b(y))) / (np.linalg.norm(f(x)) * np.linalg.norm(y)),
    lambda f, b, x, y: np.sqrt((ip(f(x), y) - ip(x, b(y))) ** 2 / (ip(f(x), f(x)) * ip(y, y))),
    lambda f, b, x, y: (
        abs(f(x).ravel() @ y.ravel() - x.ravel() @ b(y).ravel())
        / (np.linalg.norm(f(x).ravel()) * np.linalg.norm(y.ravel()))
    ),
    mm_loop,
    lambda f, b, x, y: abs(ip(f(x) / n(f(x)), y / n(y)) - ip(x / n(f(x)), b(y / n(y)))),
    lambda f, b, x, y: max(ip(f(x), y) - ip(x, b(y)), ip(x, b(y)) - ip(f(x), y)) / n(f(x)) / n(y),
]
SHEETS = [AnswerSheet("14.transpose_mismatch", WRONG, RIGHT)]
