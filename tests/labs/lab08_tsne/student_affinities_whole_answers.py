"""Whole answers to 08.student_affinities, written from its text alone: affinities of the picture."""

import numpy as np
from scipy.spatial.distance import pdist, squareform

from labkit.tsne import squared_distances
from tests.labs.answer_sheet import AnswerSheet


def student_gauss(y):
    d = ((y[:, None] - y[None]) ** 2).sum(-1)
    w = np.exp(-d)
    np.fill_diagonal(w, 0)
    return w / w.sum()


def student_diag(y):
    d = ((y[:, None] - y[None]) ** 2).sum(-1)
    w = 1 / (1 + d)
    return w / w.sum()


def student_diag_after(y):
    d = ((y[:, None] - y[None]) ** 2).sum(-1)
    w = 1 / (1 + d)
    q = w / w.sum()
    np.fill_diagonal(q, 0)
    return q


def student_rows(y):
    d = ((y[:, None] - y[None]) ** 2).sum(-1)
    w = 1 / (1 + d)
    np.fill_diagonal(w, 0)
    return w / w.sum(axis=1, keepdims=True)


def student_unsquared(y):
    d = np.sqrt(((y[:, None] - y[None]) ** 2).sum(-1))
    w = 1 / (1 + d)
    np.fill_diagonal(w, 0)
    return w / w.sum()


def student_unnormalised(y):
    d = ((y[:, None] - y[None]) ** 2).sum(-1)
    w = 1 / (1 + d)
    np.fill_diagonal(w, 0)
    return w


def student_no_one(y):
    d = ((y[:, None] - y[None]) ** 2).sum(-1)
    np.fill_diagonal(d, np.inf)
    w = 1 / d
    return w / w.sum()


def student_precedence(y):
    d = ((y[:, None] - y[None]) ** 2).sum(-1)
    w = 1 / 1 + d
    np.fill_diagonal(w, 0)
    return w / w.sum()


def student_squared_twice(y):
    w = 1 / (1 + squared_distances(y) ** 2)
    np.fill_diagonal(w, 0)
    return w / w.sum()


def student_fill_returns_none(y):
    w = 1 / (1 + squared_distances(y))
    w = np.fill_diagonal(w, 0)
    return w / w.sum()


def student_half_sum(y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    return w / np.triu(w).sum()


def student_div_n(y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    return w / (2 * len(y))


def student_two_dims(y):
    d = (y[:, None, 0] - y[None, :, 0]) ** 2 + (y[:, None, 1] - y[None, :, 1]) ** 2
    w = 1 / (1 + d)
    np.fill_diagonal(w, 0)
    return w / w.sum()


def student_inverse(y):
    w = 1 + squared_distances(y)
    np.fill_diagonal(w, 0)
    return w / w.sum()


def student_diag_one(y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 1)
    return w / w.sum()


def right_student_loop(y):
    n = len(y)
    w = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            if i != j:
                w[i, j] = 1 / (1 + np.sum((y[i] - y[j]) ** 2))
    return w / w.sum()


def right_student_scipy(y):
    w = squareform(1 / (1 + pdist(y, "sqeuclidean")))
    return w / w.sum()


def right_student_minus_eye(y):
    d = np.sum((y[:, None] - y) ** 2, axis=2)
    w = 1 / (1 + d) - np.eye(len(y))
    return w / np.sum(w)


def right_student_inf_diag(y):
    d = np.sum((y[:, None] - y) ** 2, axis=2)
    np.fill_diagonal(d, np.inf)
    w = (1 + d) ** -1.0
    return w / w.sum()


def right_student_sum_minus_n(y):
    w = 1 / (1 + squared_distances(y))
    q = w / (w.sum() - len(y))
    q[range(len(y)), range(len(y))] = 0
    return q


WRONG = [
    student_gauss,
    student_diag,
    student_diag_after,
    student_rows,
    student_unsquared,
    student_unnormalised,
    student_no_one,
    student_precedence,
    student_squared_twice,
    student_fill_returns_none,
    student_half_sum,
    student_div_n,
    student_two_dims,
    student_inverse,
    student_diag_one,
]
RIGHT = [
    right_student_loop,
    right_student_scipy,
    right_student_minus_eye,
    right_student_inf_diag,
    right_student_sum_minus_n,
]
SHEETS = [AnswerSheet("08.student_affinities", WRONG, RIGHT)]
