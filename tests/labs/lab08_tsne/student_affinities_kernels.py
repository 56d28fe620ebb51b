"""Answers to 08.student_affinities: other kernels, other totals."""

import numpy as np
from scipy.spatial.distance import cdist

from tests.labs.answer_sheet import AnswerSheet


def gaps(y):
    return y[:, None] - y[None]


def squared(y):
    return (gaps(y) ** 2).sum(axis=-1)


def all_of(w):
    return w / w.sum()


def off(w):
    w = w.copy()
    np.fill_diagonal(w, 0)
    return w


def kernel(y):
    return off(1 / (1 + squared(y)))


def two_coordinates(y):
    d = (y[:, 0][:, None] - y[:, 0]) ** 2 + (y[:, 1][:, None] - y[:, 1]) ** 2
    return all_of(off(1 / (1 + d)))


def product_of_axes(y):
    return all_of(off((1 / (1 + gaps(y) ** 2)).prod(axis=-1)))


def sum_of_axes(y):
    return all_of(off((1 / (1 + gaps(y) ** 2)).sum(axis=-1)))


def centred_in_place(y):
    y -= y.mean(axis=0)
    return all_of(kernel(y))


def upper(y):
    return all_of(np.triu(kernel(y), 1))


def upper_sum(y):
    w = kernel(y)
    return w / np.triu(w).sum()


def loops(y):
    n = len(y)
    w = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            if i != j:
                w[i, j] = 1 / (1 + np.dot(y[i] - y[j], y[i] - y[j]))
    return w / np.sum(w)


def by_gram(y):
    g = y @ y.T
    s = np.diag(g)
    w = 1 / (1 + np.maximum(s[:, None] + s - 2 * g, 0))
    w = w * (1 - np.eye(len(y)))
    return w / w.sum()


def with_cdist(y):
    w = np.reciprocal(1 + cdist(y, y, "sqeuclidean"))
    w[np.diag_indices_from(w)] = 0.0
    return w / np.sum(w)


WRONG = [
    two_coordinates,
    product_of_axes,
    sum_of_axes,
    centred_in_place,
    upper,
    upper_sum,
    lambda y: all_of(1 / (1 + squared(y))),
    lambda y: off(all_of(1 / (1 + squared(y)))),
    lambda y: all_of(off(1 / (1 + np.sqrt(squared(y))))),
    lambda y: all_of(off(np.exp(-squared(y)))),
    lambda y: all_of(off(np.exp(-squared(y) / 2))),
    lambda y: kernel(y) / kernel(y).sum(axis=1, keepdims=True),
    lambda y: kernel(y) / kernel(y).sum(axis=0),
    lambda y: kernel(y) / kernel(y).sum(axis=1),
    kernel,
    lambda y: kernel(y) / len(y),
    lambda y: kernel(y) / (len(y) * (len(y) - 1)),
    lambda y: kernel(y) / (2 * len(y)),
    lambda y: kernel(y) / kernel(y).max(),
    lambda y: 2 * all_of(kernel(y)),
    lambda y: all_of(kernel(y) ** 2),
    lambda y: all_of(np.sqrt(kernel(y))),
    lambda y: all_of(off(1 / (1 + squared(y) / 2))),
    lambda y: all_of(off(1 / (1 + squared(y) ** 2))),
    lambda y: all_of(off(1 / np.where(squared(y) == 0, 1, squared(y)))),
    lambda y: all_of(off(1 + squared(y))),
    lambda y: all_of(off(1 / 1 + squared(y))),
    lambda y: all_of(off(1 / (1 + np.abs(gaps(y)).sum(axis=-1)))),
    lambda y: all_of(off(1 / (1 + gaps(y).sum(axis=-1) ** 2))),
    lambda y: all_of(off(1 / (1 + (gaps(y) ** 2).mean(axis=-1)))),
    lambda y: all_of(1 / (1 + gaps(y) ** 2)),
    lambda y: all_of(kernel(y)).sum(axis=1),
    lambda y: all_of(off(1 / (1 + y @ y.T))),
    lambda y: np.log(np.maximum(all_of(kernel(y)), 1e-12)),
    lambda y: all_of(kernel(y / np.abs(y).max())),
    lambda y: np.maximum(all_of(kernel(y)), 1e-3),
    lambda y: all_of(kernel(y.T)),
]
RIGHT = [loops, by_gram, with_cdist, lambda y: all_of(off((1 + squared(y)) ** -1.0))]
SHEETS = [AnswerSheet("08.student_affinities", WRONG, RIGHT)]
