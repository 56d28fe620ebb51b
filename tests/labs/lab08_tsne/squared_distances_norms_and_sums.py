"""Answers to 08.squared_distances: other norms, other sums."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def gaps(x):
    return x[:, None, :] - x[None, :, :]


def unclipped(x):
    norms = (x**2).sum(axis=1)
    return norms[:, None] + norms[None, :] - 2 * x @ x.T


def norms_not_squared(x):
    norms = np.linalg.norm(x, axis=1)
    return np.maximum(norms[:, None] + norms - 2 * x @ x.T, 0)


def one_axis(x):
    norms = (x**2).sum(axis=1)
    return np.maximum(norms + norms - 2 * x @ x.T, 0)


def kept_dims_twice(x):
    norms = (x**2).sum(axis=1, keepdims=True)
    return np.maximum(norms + norms - 2 * x @ x.T, 0)


def upper_half(x):
    n = len(x)
    d = np.zeros((n, n))
    for i in range(n):
        for j in range(i + 1, n):
            d[i, j] = np.sum((x[i] - x[j]) ** 2)
    return d


def last_feature_stays(x):
    d = np.zeros((len(x), len(x)))
    for i in range(len(x)):
        for j in range(len(x)):
            for k in range(x.shape[1]):
                d[i, j] = (x[i, k] - x[j, k]) ** 2
    return d


def neighbours_only(x):
    d = np.zeros((len(x), len(x)))
    for i in range(len(x) - 1):
        d[i, i + 1] = d[i + 1, i] = np.sum((x[i] - x[i + 1]) ** 2)
    return d


def zeros_like_x(x):
    d = np.zeros((len(x), len(x)), dtype=int)
    for i in range(len(x)):
        for j in range(len(x)):
            d[i, j] = ((x[i] - x[j]) ** 2).sum()
    return d


def condensed(x):
    return np.array([((x[i] - x[j]) ** 2).sum() for i in range(len(x)) for j in range(i + 1, len(x))])


def centred_in_place(x):
    x -= x.mean(axis=0)
    return np.maximum((x**2).sum(1)[:, None] + (x**2).sum(1) - 2 * x @ x.T, 0)


def normalised(x):
    x = x / np.linalg.norm(x, axis=1, keepdims=True)
    return (gaps(x) ** 2).sum(axis=-1)


def standardised(x):
    x = (x - x.mean(axis=0)) / x.std(axis=0)
    return (gaps(x) ** 2).sum(axis=-1)


def by_one_loop(x):
    return np.stack([np.square(x - row).sum(axis=1) for row in x])


def by_einsum(x):
    d = gaps(x)
    return np.einsum("ijk,ijk->ij", d, d)


def by_gram(x):
    g = x @ x.T
    d = np.diag(g)[:, None] + np.diag(g)[None] - 2 * g
    d[d < 0] = 0
    return d


def by_two_loops(x):
    n = x.shape[0]
    return np.array(
        [[float(sum((a - b) ** 2 for a, b in zip(x[i], x[j], strict=True))) for j in range(n)] for i in range(n)]
    )


WRONG = [
    unclipped,
    norms_not_squared,
    one_axis,
    kept_dims_twice,
    upper_half,
    last_feature_stays,
    neighbours_only,
    zeros_like_x,
    condensed,
    centred_in_place,
    normalised,
    standardised,
    lambda x: np.sqrt((gaps(x) ** 2).sum(axis=-1)),
    lambda x: (gaps(x) ** 2).sum(axis=0),
    lambda x: (gaps(x) ** 2).sum(axis=1),
    lambda x: (gaps(x) ** 2).mean(axis=-1),
    lambda x: (gaps(x) ** 2).max(axis=-1),
    lambda x: np.abs(gaps(x)).sum(axis=-1),
    lambda x: gaps(x).sum(axis=-1) ** 2,
    lambda x: gaps(x).sum(axis=-1),
    lambda x: (gaps(x) ** 2).sum(axis=-1) ** 2,
    lambda x: gaps(x) ** 2,
    lambda x: (gaps(x) ** 2).sum(),
    lambda x: np.maximum((x**2).sum(1)[:, None] + (x**2).sum(1) - x @ x.T, 0),
    lambda x: np.maximum((x**2).sum(1)[:, None] + (x**2).sum(1) + 2 * x @ x.T, 0),
    lambda x: np.maximum((x**2).sum(1)[:, None] + (x**2).sum(1) - 2 * x.T @ x, 0),
    lambda x: np.maximum((x**2).sum(0)[:, None] + (x**2).sum(0) - 2 * x.T @ x, 0),
    lambda x: np.maximum((x**2).sum() + (x**2).sum() - 2 * x @ x.T, 0),
    lambda x: np.maximum((x**2).sum(1)[:, None] - 2 * x @ x.T, 0),
    lambda x: np.maximum((x**2).sum(1)[:, None] + (x**2).sum(1) - 2 * x * x, 0),
    lambda x: np.maximum((x**2).sum(1)[:, None] + (x**2).sum(1) - 2 * x @ x.T, 1),
    lambda x: 1 - x @ x.T / np.outer(np.linalg.norm(x, axis=1), np.linalg.norm(x, axis=1)),
    lambda x: (gaps(x) ** 2).sum(axis=-1) + np.diag(np.full(len(x), np.inf)),
    lambda x: (gaps(x) ** 2).sum(axis=-1) / 2,
]
RIGHT = [by_one_loop, by_einsum, by_gram, by_two_loops]
SHEETS = [AnswerSheet("08.squared_distances", WRONG, RIGHT)]
