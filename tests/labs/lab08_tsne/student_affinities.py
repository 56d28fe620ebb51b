"""Answers to 08.student_affinities: affinities of the picture."""

import numpy as np
from scipy.spatial.distance import cdist, pdist, squareform
from scipy.special import softmax

from tests.labs.answer_sheet import AnswerSheet
from tests.labs.lab08_tsne.conditional_row import inf


def kernel(y, power=1.0):
    w = (1 + cdist(y, y, "sqeuclidean")) ** -power
    np.fill_diagonal(w, 0)
    return w


def total_one(w):
    return w / w.sum()


def q_by_loop(y):
    n = len(y)
    w = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            if i != j:
                w[i, j] = 1 / (1 + ((y[i] - y[j]) ** 2).sum())
    return w / w.sum()


def q_by_mask(y):
    w = 1 / (1 + ((y[:, None] - y) ** 2).sum(-1))
    w *= 1 - np.eye(len(y))
    return w / np.sum(w)


def gaussian(y, beta=1.0):
    g = np.exp(-beta * cdist(y, y, "sqeuclidean"))
    np.fill_diagonal(g, 0)
    return g


def diagonal_counted(y):
    q = total_one(1 / (1 + cdist(y, y, "sqeuclidean")))
    np.fill_diagonal(q, 0)
    return q


def inverse_square(y):
    d = cdist(y, y, "sqeuclidean")
    np.fill_diagonal(d, np.inf)
    return total_one(1 / d)


def without_inverse(y):
    w = 1 + cdist(y, y, "sqeuclidean")
    np.fill_diagonal(w, 0)
    return total_one(w)


def of_distance(y):
    w = 1 / (1 + cdist(y, y))
    np.fill_diagonal(w, 0)
    return total_one(w)


def ker(y):
    w = 1 / (1 + cdist(y, y, "sqeuclidean"))
    np.fill_diagonal(w, 0)
    return w


def q(y):
    return ker(y) / ker(y).sum()


WRONG = [
    (lambda y: total_one(gaussian(y)), "Gaussian for Student"),
    lambda y: total_one(gaussian(y, 0.5)),
    lambda y: gaussian(y) / gaussian(y).sum(1, keepdims=True),
    (lambda y: kernel(y) / kernel(y).sum(1, keepdims=True), "normalised per row"),
    lambda y: kernel(y) / kernel(y).sum(1),
    lambda y: kernel(y) / kernel(y).sum(0, keepdims=True),
    (lambda y: total_one(1 / (1 + cdist(y, y, "sqeuclidean"))), "diagonal left in"),
    (diagonal_counted, "diagonal removed too late"),
    (lambda y: kernel(y), "not normalised"),
    lambda y: 1 / (1 + cdist(y, y, "sqeuclidean")),
    (of_distance, "distances not squared"),
    inverse_square,
    without_inverse,
    lambda y: total_one(kernel(y, 2)),
    lambda y: total_one(kernel(y, 0.5)),
    lambda y: kernel(y) / (2 * kernel(y).sum()),
    lambda y: 2 * total_one(kernel(y)),
    lambda y: total_one(np.triu(kernel(y))),
    lambda y: kernel(y) / np.triu(kernel(y)).sum(),
    lambda y: kernel(y) / len(y),
    lambda y: kernel(y) / kernel(y).max(),
    lambda y: total_one(cdist(y, y, "sqeuclidean")),
    lambda y: 1 / 1 + cdist(y, y, "sqeuclidean"),
    lambda y: kernel(y) / (2 * len(y)),
    lambda y: None,
    lambda y: total_one(np.exp(-cdist(y, y, "sqeuclidean"))),
    lambda y: kernel(y) / kernel(y).mean(),
    lambda y: np.exp(-ker(y)) / np.exp(-ker(y)).sum(),
    lambda y: 1 / (1 + cdist(y, y) ** 2) / np.sum(1 / (1 + cdist(y, y) ** 2), axis=1),
    lambda y: q(y) + np.eye(len(y)),
    lambda y: ker(y) / (ker(y).sum() - len(y)),
    lambda y: ker(y) / (ker(y).sum() + len(y)),
    lambda y: 1 / (1 + cdist(y, y)),
    lambda y: softmax(ker(y)),
    lambda y: ker(y) / np.linalg.norm(ker(y)),
    lambda y: q(y) / len(y),
    lambda y: softmax(-inf(cdist(y, y, "sqeuclidean")), axis=1),
    lambda y: -np.log(1 + cdist(y, y, "sqeuclidean")),
    lambda y: (ker(y) / ker(y).sum(1, keepdims=True) + (ker(y) / ker(y).sum(1, keepdims=True)).T) / (2 * len(y)),
]
RIGHT = [
    q_by_loop,
    q_by_mask,
    lambda y: total_one(kernel(y)),
    lambda y: softmax(np.where(np.eye(len(y)) > 0, -np.inf, -np.log1p(cdist(y, y, "sqeuclidean")))),
    lambda y: squareform(1 / (1 + pdist(y, "sqeuclidean"))) / (2 * (1 / (1 + pdist(y, "sqeuclidean"))).sum()),
    lambda y: np.maximum(total_one(kernel(y)), 1e-12),
]
SHEETS = [AnswerSheet("08.student_affinities", WRONG, RIGHT)]
