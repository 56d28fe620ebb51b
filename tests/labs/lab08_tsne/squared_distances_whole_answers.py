"""Whole answers to 08.squared_distances, written from its text alone: all distances at once."""

import numpy as np
from scipy.spatial.distance import cdist

from tests.labs.answer_sheet import AnswerSheet


def distances_loop_square_missing(x):
    n = len(x)
    out = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            out[i, j] = np.sum(x[i] - x[j])
    return out


def distances_sum_then_square(x):
    diff = x[:, None] - x[None]
    return diff.sum(axis=2) ** 2


def distances_no_clip(x):
    s = (x * x).sum(1)
    return s[:, None] + s[None, :] - 2 * (x @ x.T)


def distances_abs(x):
    s = (x * x).sum(1)
    return np.abs(s[:, None] + s[None, :] - 2 * (x @ x.T))


def distances_forgot_two(x):
    s = np.sum(x**2, axis=1)
    return np.maximum(s[:, None] + s[None] - x @ x.T, 0)


def distances_norms_axis0(x):
    s = np.sum(x**2, axis=0)
    return np.maximum(s[:, None] + s - 2 * x.T @ x, 0)


def distances_no_broadcast(x):
    s = np.sum(x**2, axis=1)
    return np.maximum(s + s - 2 * x @ x.T, 0)


def distances_norm_unsquared(x):
    s = np.linalg.norm(x, axis=1)
    return np.maximum(s[:, None] + s[None] - 2 * x @ x.T, 0)


def distances_euclid(x):
    return np.linalg.norm(x[:, None] - x[None], axis=-1)


def distances_upper_only(x):
    n = x.shape[0]
    d = np.zeros((n, n))
    for i in range(n):
        for j in range(i + 1, n):
            d[i, j] = ((x[i] - x[j]) ** 2).sum()
    return d


def distances_mean(x):
    return ((x[:, None] - x[None]) ** 2).mean(axis=-1)


def distances_python_max(x):
    s = np.sum(x**2, axis=1)
    d = s[:, None] + s - 2 * x @ x.T
    return max(d, 0)


def distances_plus_sign(x):
    s = np.sum(x**2, axis=1)
    return np.maximum(s[:, None] + s + 2 * x @ x.T, 0)


def distances_global_norm(x):
    s = np.sum(x**2)
    return np.maximum(s + s - 2 * x @ x.T, 0)


def right_distances_loop(x):
    n = len(x)
    d = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            d[i, j] = np.sum((x[i] - x[j]) ** 2)
    return d


def right_distances_scipy(x):
    return cdist(x, x, "sqeuclidean")


def right_distances_gram(x):
    g = x.astype(float) @ x.T.astype(float)
    d = np.diag(g)[:, None] + np.diag(g)[None, :] - 2 * g
    d[d < 0] = 0
    return d


def right_distances_einsum(x):
    diff = x[:, None, :] - x[None, :, :]
    return np.einsum("ijk,ijk->ij", diff, diff)


def right_distances_clip(x):
    n2 = np.linalg.norm(x, axis=1, keepdims=True) ** 2
    return np.clip(n2 + n2.T - 2 * np.dot(x, x.T), 0, None)


def right_distances_norm_sq(x):
    return np.linalg.norm(x[:, None] - x[None], axis=-1) ** 2


WRONG = [
    distances_loop_square_missing,
    distances_sum_then_square,
    distances_no_clip,
    distances_forgot_two,
    distances_norms_axis0,
    distances_no_broadcast,
    distances_norm_unsquared,
    distances_euclid,
    distances_upper_only,
    distances_mean,
    distances_python_max,
    distances_plus_sign,
    distances_global_norm,
]
RIGHT = [
    right_distances_loop,
    right_distances_scipy,
    right_distances_gram,
    right_distances_einsum,
    right_distances_clip,
    right_distances_norm_sq,
    distances_abs,
]
SHEETS = [AnswerSheet("08.squared_distances", WRONG, RIGHT)]
