"""Answers to 08.squared_distances: all distances at once."""

import numpy as np
from scipy.spatial.distance import cdist, pdist, squareform

from tests.labs.answer_sheet import AnswerSheet


def pairs_by_loop(x):
    n = len(x)
    d = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            d[i, j] = sum((a - b) ** 2 for a, b in zip(x[i].astype(float), x[j].astype(float), strict=True))
    return d


def rows_by_loop(x):
    return np.array([((x - one) ** 2).sum(axis=1) for one in x])


def clipped_product(x):
    s = (x**2).sum(axis=1)
    return np.maximum(s[:, None] + s[None, :] - 2 * x @ x.T, 0)


def centred_product(x):
    x = x - x.mean(0)
    g = x @ x.T
    d = np.diag(g)[:, None] + np.diag(g) - 2 * g
    d[d < 0] = 0
    np.fill_diagonal(d, 0)
    return d


def unclipped(x):
    s = np.sum(x * x, axis=1)
    return s.reshape(-1, 1) + s - 2 * np.dot(x, x.T)


def unclipped_other_order(x):
    g = x @ x.T
    return -2 * g + np.diag(g) + np.diag(g)[:, np.newaxis]


def absolute(x):
    return np.abs(unclipped(x))


def one_norm_twice(x):
    s = (x**2).sum(1)
    return np.maximum(2 * s[:, None] - 2 * x @ x.T, 0)


def product_of_columns(x):
    s = (x**2).sum(axis=0)
    return s[:, None] + s - 2 * x.T @ x


def flat_differences(x):
    return ((x[:, None] - x[None]) ** 2)[:, :, 0]


def upper_half(x):
    d = np.zeros((len(x), len(x)))
    for i in range(len(x)):
        for j in range(i + 1, len(x)):
            d[i, j] = np.sum((x[i] - x[j]) ** 2)
    return d


def sd_where(x):
    s = (x**2).sum(1)
    d = s[:, None] + s - 2 * x @ x.T
    return np.where(d < 0, np.nan, d)


WRONG = [
    (lambda x: np.sqrt(np.maximum(((x[:, None] - x) ** 2).sum(-1), 0)), "Euclidean for squared"),
    (lambda x: cdist(x, x), "Euclidean for squared"),
    (lambda x: np.linalg.norm(x[:, None] - x[None], axis=-1), "Euclidean for squared"),
    lambda x: (x**2).sum(1)[:, None] + (x**2).sum(1) + 2 * x @ x.T,
    lambda x: (x**2).sum(1)[:, None] + (x**2).sum(1) - x @ x.T,
    lambda x: (x**2).sum(1)[:, None] + (x**2).sum(1),
    lambda x: (x**2).sum(1) - 2 * x @ x.T,
    lambda x: 2 * (x**2).sum(1) - 2 * x @ x.T,
    one_norm_twice,
    (unclipped, "negative by rounding"),
    (unclipped_other_order, "negative by rounding"),
    lambda x: x @ x.T,
    lambda x: cdist(x, x, "cityblock"),
    lambda x: ((x[:, None] - x) ** 2).mean(-1),
    lambda x: ((x[:, None] - x) ** 2).sum(0),
    lambda x: (x[:, None] - x) ** 2,
    lambda x: ((x[:, None] - x).sum(-1)) ** 2,
    product_of_columns,
    flat_differences,
    lambda x: pdist(x, "sqeuclidean"),
    lambda x: np.linalg.norm(x, axis=1)[:, None] + np.linalg.norm(x, axis=1) - 2 * x @ x.T,
    upper_half,
    lambda x: ((x[1:] - x[:-1]) ** 2).sum(1),
    lambda x: 1 - x @ x.T / np.outer(np.linalg.norm(x, axis=1), np.linalg.norm(x, axis=1)),
    lambda x: None,
    lambda x: ((x - x.mean(0)) ** 2).sum(1),
    lambda x: np.nan_to_num(np.sqrt(unclipped(x))),
    lambda x: cdist(x, x, "chebyshev") ** 2,
    lambda x: np.sum((x - x.T) ** 2),
    lambda x: np.sqrt(np.abs((x**2).sum(1)[:, None] + (x**2).sum(1) - 2 * x @ x.T)),
    lambda x: (x**2).sum(1)[:, None] - (x**2).sum(1) - 2 * x @ x.T,
    lambda x: (
        np.maximum((x**2).sum(1)[:, None] + (x**2).sum(1) - 2 * x * x, 0)
        if x.shape[0] == x.shape[1]
        else np.maximum((x**2).sum(1)[:, None] + (x**2).sum(1) - 2 * (x @ x.T) ** 2, 0)
    ),
    lambda x: np.maximum((x**2).sum(1)[:, None] + (x**2).sum(1) - 2 * x @ x.T, 0) / 2,
    lambda x: np.maximum(x.sum(1)[:, None] ** 2 + x.sum(1) ** 2 - 2 * x @ x.T, 0),
    lambda x: np.maximum(2 * x @ x.T - (x**2).sum(1)[:, None] - (x**2).sum(1), 0),
    lambda x: 2 * x @ x.T - (x**2).sum(1)[:, None] - (x**2).sum(1),
    sd_where,
    lambda x: np.maximum((x**2).sum() + (x**2).sum() - 2 * x @ x.T, 0),
    lambda x: cdist(x, x, "cosine"),
    lambda x: np.maximum((x**2).sum(1) + (x**2).sum(1)[:, None] - 2 * x.dot(x.T), 1e-3),
]
RIGHT = [
    pairs_by_loop,
    rows_by_loop,
    clipped_product,
    centred_product,
    absolute,
    lambda x: cdist(x, x, "sqeuclidean"),
    lambda x: squareform(pdist(x, "sqeuclidean")),
    lambda x: ((x[:, None, :] - x[None, :, :]) ** 2).sum(axis=2),
    lambda x: np.linalg.norm(x[:, None] - x[None], axis=-1) ** 2,
    lambda x: np.einsum("ijk,ijk->ij", x[:, None] - x, x[:, None] - x),
]
SHEETS = [AnswerSheet("08.squared_distances", WRONG, RIGHT)]
