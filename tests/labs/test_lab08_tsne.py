"""Lab 08's checks against answers written without a look at the exercise module."""

import math

import numpy as np
from scipy.spatial.distance import cdist, pdist, squareform
from scipy.special import logsumexp, softmax
from scipy.stats import entropy

from tests.labs.answer_sheet import AnswerSheet

# --- squared distances ---


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


def rounded_to_zero(x):
    d = unclipped(x)
    d[d < 1e-2] = 0
    return d


def upper_half(x):
    d = np.zeros((len(x), len(x)))
    for i in range(len(x)):
        for j in range(i + 1, len(x)):
            d[i, j] = np.sum((x[i] - x[j]) ** 2)
    return d


DISTANCE_WRONG = [
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
]
DISTANCE_RIGHT = [
    pairs_by_loop, rows_by_loop, clipped_product, centred_product, absolute,
    lambda x: cdist(x, x, "sqeuclidean"),
    lambda x: squareform(pdist(x, "sqeuclidean")),
    lambda x: ((x[:, None, :] - x[None, :, :]) ** 2).sum(axis=2),
    lambda x: np.linalg.norm(x[:, None] - x[None], axis=-1) ** 2,
    lambda x: np.einsum("ijk,ijk->ij", x[:, None] - x, x[:, None] - x),
]  # fmt: skip

# --- the probabilities of the neighbours ---


def without_self(squared):
    d = np.array(squared, dtype=float)
    np.fill_diagonal(d, np.inf)
    return d


def rows_by_softmax(squared, beta):
    return softmax(-beta[:, None] * without_self(squared), axis=1)


def rows_by_logsumexp(squared, beta):
    z = -without_self(squared) * beta.reshape(-1, 1)
    return np.exp(z - logsumexp(z, axis=1, keepdims=True))


def rows_one_by_one(squared, beta):
    n = len(squared)
    p = np.zeros((n, n))
    for i in range(n):
        others = [j for j in range(n) if j != i]
        nearest = min(squared[i, j] for j in others)
        e = [math.exp(-beta[i] * (squared[i, j] - nearest)) for j in others]
        p[i, others] = np.array(e) / sum(e)
    return p


def rows_by_masked_minimum(squared, beta):
    n = len(squared)
    mask = ~np.eye(n, dtype=bool)
    nearest = np.min(squared, axis=1, where=mask, initial=np.inf)
    e = np.exp(-beta[:, None] * np.maximum(squared - nearest[:, None], 0)) * mask
    return e / e.sum(1, keepdims=True)


def plain_rows(squared, beta):
    e = np.exp(-squared * beta[:, None])
    np.fill_diagonal(e, 0)
    return e / e.sum(axis=1, keepdims=True)


def shifted_by_self(squared, beta):
    d = squared - squared.min(axis=1, keepdims=True)
    e = np.exp(-d * beta[:, None])
    e[np.diag_indices(len(e))] = 0
    return e / e.sum(axis=1)[:, None]


def tiny_added(squared, beta):
    e = np.exp(-squared * beta[:, None])
    np.fill_diagonal(e, 0)
    return e / (e.sum(axis=1, keepdims=True) + 1e-12)


def self_left_in(squared, beta):
    return softmax(-beta[:, None] * squared, axis=1)


def self_removed_late(squared, beta):
    p = softmax(-beta[:, None] * squared, axis=1)
    np.fill_diagonal(p, 0)
    return p


def softmax_of(change):
    def rows(squared, beta):
        return softmax(change(without_self(squared), beta), axis=1)

    return rows


def divided_by_flat_sum(squared, beta):
    e = np.exp(-beta[:, None] * (without_self(squared) - without_self(squared).min(1, keepdims=True)))
    return e / e.sum(axis=1)


def zeroed_distances(squared, beta):
    d = squared.copy()
    np.fill_diagonal(d, 0)
    return softmax(-beta[:, None] * d, axis=1)


ROW_WRONG = [
    (plain_rows, "underflow"),
    (shifted_by_self, "underflow"),
    lambda squared, beta: np.nan_to_num(plain_rows(squared, beta)),
    tiny_added,
    (self_left_in, "diagonal left in"),
    (self_removed_late, "diagonal removed too late"),
    zeroed_distances,
    (softmax_of(lambda d, beta: -beta[None, :] * d), "the neighbour's beta"),
    (softmax_of(lambda d, beta: -d / beta[:, None]), "beta divides"),
    softmax_of(lambda d, beta: -d / (2 * beta[:, None])),
    (softmax_of(lambda d, beta: -d / (2 * beta[:, None] ** 2)), "beta taken for sigma"),
    (softmax_of(lambda d, beta: -beta[:, None] * np.sqrt(d)), "distances not squared"),
    softmax_of(lambda d, beta: -beta[:, None] * d / 2),
    softmax_of(lambda d, beta: -2 * beta[:, None] * d),
    softmax_of(lambda d, beta: -beta[:, None] * d**2),
    softmax_of(lambda d, beta: -d),
    softmax_of(lambda d, beta: -(beta[:, None] ** 2) * d),
    softmax_of(lambda d, beta: -beta.mean() * d),
    softmax_of(lambda d, beta: -beta[0] * d),
    lambda squared, beta: softmax(-beta[:, None] * without_self(squared), axis=0),
    lambda squared, beta: softmax(-beta[:, None] * without_self(squared)),
    lambda squared, beta: np.exp(-beta[:, None] * without_self(squared)),
    divided_by_flat_sum,
    lambda squared, beta: 1 / (1 + without_self(squared)) / (1 / (1 + without_self(squared))).sum(1, keepdims=True),
    lambda squared, beta: softmax(beta[:, None] * np.where(np.eye(len(squared)) > 0, -np.inf, squared), axis=1),
    lambda squared, beta: rows_by_softmax(squared, beta).T,
    lambda squared, beta: (rows_by_softmax(squared, beta) + rows_by_softmax(squared, beta).T) / 2,
    lambda squared, beta: None,
    lambda squared, beta: -beta[:, None] * squared,
]
ROW_RIGHT = [
    rows_by_softmax, rows_by_logsumexp, rows_one_by_one, rows_by_masked_minimum,
    lambda squared, beta: np.array([softmax(-b * row) for b, row in zip(beta, without_self(squared), strict=True)]),
    lambda squared, beta: softmax(-(without_self(squared).T * beta), axis=0).T,
]  # fmt: skip

# --- perplexity ---


def perplexity_by_loop(p):
    found = []
    for row in p:
        h = 0.0
        for value in row:
            if value > 0:
                h -= value * math.log2(value)
        found.append(2**h)
    return np.array(found)


def perplexity_by_where(p):
    logs = np.log(np.where(p > 0, p, 1))
    return np.exp(-(p * logs).sum(axis=1))


def perplexity_by_product(p):
    return 1 / np.prod(np.where(p > 0, p, 1.0) ** p, axis=1)


def safe(p):
    return np.where(p > 0, p, 1.0)


PERPLEXITY_WRONG = [
    (lambda p: 2 ** -(p * np.log(safe(p))).sum(1), "nats and powers of two"),
    (lambda p: np.exp(-(p * np.log2(safe(p))).sum(1)), "bits and powers of e"),
    lambda p: np.exp(-(p * np.log(p)).sum(axis=1)),
    lambda p: 2 ** (-np.sum(p * np.log2(p), axis=1)),
    lambda p: np.exp(-np.nan_to_num(p * np.log(p) * 0 + p * np.log(p), nan=1.0).sum(1)),
    lambda p: -(p * np.log(safe(p))).sum(1),
    lambda p: -(p * np.log2(safe(p))).sum(1),
    lambda p: np.exp((p * np.log(safe(p))).sum(1)),
    lambda p: 2 ** (p * np.log2(safe(p))).sum(1),
    lambda p: np.exp(-(p * np.log(safe(p))).sum()),
    lambda p: np.exp(-(p * np.log(safe(p))).sum(0)),
    lambda p: np.exp(-(p * np.log(safe(p))).mean(1)),
    lambda p: np.exp(-np.log(safe(p)).sum(1)),
    lambda p: np.exp(-np.log(safe(p)).mean(1)),
    lambda p: 1 / (p**2).sum(1),
    lambda p: (p > 0).sum(1),
    lambda p: np.exp(-(p * np.log(p + 0.01)).sum(1)),
    lambda p: 10 ** -(p * np.log(safe(p))).sum(1),
    lambda p: 1 / p.max(1),
    lambda p: np.exp(-(p * np.log10(safe(p))).sum(1)),
    lambda p: np.exp(-(p * np.log(safe(p))).sum(1)).mean(),
    lambda p: np.exp(-p * np.log(safe(p))),
    lambda p: None,
    lambda p: np.exp(-p * np.log(safe(p))).sum(1),
    lambda p: np.exp(-(p[p > 0] * np.log(p[p > 0])).sum()),
    lambda p: np.log2(np.exp(-(p * np.log(safe(p))).sum(1))),
]
PERPLEXITY_RIGHT = [
    perplexity_by_loop, perplexity_by_where, perplexity_by_product,
    lambda p: np.exp(entropy(p, axis=1)),
    lambda p: 2 ** entropy(p, axis=1, base=2),
    lambda p: np.exp(-(p * np.log(p + 1e-300)).sum(1)),
    lambda p: np.exp(-np.sum(p * np.log(np.maximum(p, 1e-30)), axis=-1)),
]  # fmt: skip

# --- P ---

JOINT_WRONG = [
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
]
JOINT_RIGHT = [
    lambda c: (c + c.T) / (c + c.T).sum(),
    lambda c: c / (2 * len(c)) + c.transpose() / (2 * len(c)),
    lambda c: np.array([[(c[i, j] + c[j, i]) / (2 * len(c)) for j in range(len(c))] for i in range(len(c))]),
    lambda c: np.maximum((c + c.T) / (2 * len(c)), 1e-12),
    lambda c: np.mean([c, c.T], axis=0) / c.shape[0],
]

# --- Q ---


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


STUDENT_WRONG = [
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
]
STUDENT_RIGHT = [
    q_by_loop, q_by_mask,
    lambda y: total_one(kernel(y)),
    lambda y: softmax(np.where(np.eye(len(y)) > 0, -np.inf, -np.log1p(cdist(y, y, "sqeuclidean")))),
    lambda y: squareform(1 / (1 + pdist(y, "sqeuclidean"))) / (2 * (1 / (1 + pdist(y, "sqeuclidean"))).sum()),
    lambda y: np.maximum(total_one(kernel(y)), 1e-12),
]  # fmt: skip

# --- the gradient ---


def forces(p, y, q=None, w=None):
    """Springs times differences, of shape (n, n, dimensions)."""
    w = kernel(y) if w is None else w
    q = total_one(kernel(y)) if q is None else q
    return ((p - q) * w)[:, :, None] * (y[:, None, :] - y[None, :, :])


def gradient_by_loop(p, y):
    w, q = kernel(y), total_one(kernel(y))
    g = np.zeros_like(y)
    for i in range(len(y)):
        for j in range(len(y)):
            g[i] += 4 * (p[i, j] - q[i, j]) * w[i, j] * (y[i] - y[j])
    return g


def gradient_by_laplacian(p, y):
    w = kernel(y)
    s = (p - total_one(w)) * w
    return 4 * (np.diag(s.sum(1)) - s) @ y


def gradient_by_differences(p, y):
    from scipy.special import xlogy

    def divergence(z):
        q = total_one(kernel(z))
        return np.sum(xlogy(p, p)) - np.sum(p * np.log(np.where(q > 0, q, 1)))

    g, step = np.zeros_like(y), 1e-5
    for place in np.ndindex(y.shape):
        nudge = np.zeros_like(y)
        nudge[place] = step
        g[place] = (divergence(y + nudge) - divergence(y - nudge)) / (2 * step)
    return g


def rowwise_q(y):
    return kernel(y) / kernel(y).sum(1, keepdims=True)


GRADIENT_WRONG = [
    (lambda p, y: forces(p, y).sum(1), "factor 4"),
    lambda p, y: 2 * forces(p, y).sum(1),
    (lambda p, y: 4 * forces(p, y, w=np.ones_like(p)).sum(1), "kernel left out"),
    lambda p, y: 2 * forces(p, y, w=np.ones_like(p)).sum(1),
    lambda p, y: forces(p, y, w=np.ones_like(p)).sum(1),
    lambda p, y: -4 * forces(p, y).sum(1),
    lambda p, y: 4 * forces(p, y).sum(0),
    lambda p, y: 4 * forces(p, y).mean(1),
    lambda p, y: 4 * forces(p, y, q=0).sum(1),
    lambda p, y: 4 * forces(p * 0, y).sum(1),
    lambda p, y: 4 * forces(p, y, w=total_one(kernel(y))).sum(1),
    lambda p, y: 4 * forces(p, y, q=rowwise_q(y)).sum(1),
    lambda p, y: 4 * forces(p, y, q=kernel(y)).sum(1),
    lambda p, y: 4 * forces(p, y, q=total_one(gaussian(y))).sum(1),
    lambda p, y: 4 * forces(p, y, q=total_one(gaussian(y)), w=np.ones_like(p)).sum(1),
    lambda p, y: 4 * forces(p, y, w=kernel(y) ** 2).sum(1),
    lambda p, y: 4 * forces(p, y, q=total_one(1 / (1 + cdist(y, y, "sqeuclidean")))).sum(1),
    lambda p, y: 4 * ((p - total_one(kernel(y))) * kernel(y)) @ y,
    lambda p, y: -4 * ((p - total_one(kernel(y))) * kernel(y)) @ y,
    lambda p, y: 4 * ((p - total_one(kernel(y))) * kernel(y)).sum(1, keepdims=True) * y,
    lambda p, y: 4 * ((p - total_one(kernel(y))) * kernel(y)).sum(1),
    lambda p, y: forces(p, y),
    lambda p, y: 4 * forces(p, y),
    lambda p, y: (p - total_one(kernel(y))).sum(1, keepdims=True) * y,
    lambda p, y: p - total_one(kernel(y)),
    lambda p, y: 4 * forces(p, y, w=1 + cdist(y, y, "sqeuclidean")).sum(1),
    lambda p, y: 4 * forces(p / np.where(kernel(y) > 0, total_one(kernel(y)), 1), y, q=0).sum(1),
    lambda p, y: 4 * np.abs(forces(p, y)).sum(1),
    lambda p, y: None,
    lambda p, y: 4 * forces(p, y, w=1 / (1 + cdist(y, y))).sum(1),
]
GRADIENT_RIGHT = [
    gradient_by_loop, gradient_by_laplacian, gradient_by_differences,
    lambda p, y: 4 * forces(p, y).sum(axis=1),
    lambda p, y: 4 * np.einsum("ij,ijk->ik", (p - total_one(kernel(y))) * kernel(y), y[:, None] - y),
    lambda p, y: -4 * forces(p, y).sum(axis=0),
]  # fmt: skip

# --- a second round, written when the first had been looked at ---


def ker(y):
    w = 1 / (1 + cdist(y, y, "sqeuclidean"))
    np.fill_diagonal(w, 0)
    return w


def q(y):
    return ker(y) / ker(y).sum()


def inf(d):
    d = np.array(d, float)
    np.fill_diagonal(d, np.inf)
    return d


def sd_where(x):
    s = (x**2).sum(1)
    d = s[:, None] + s - 2 * x @ x.T
    return np.where(d < 0, np.nan, d)


def joint_loop_half(c):
    n = len(c)
    p = np.zeros((n, n))
    for i in range(n):
        for j in range(i):
            p[i, j] = (c[i, j] + c[j, i]) / (2 * n)
    return p


DISTANCE_MORE = [
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
ROW_MORE = [
    lambda s, b: softmax(-inf(s) * b[:, None], axis=1) * 0 + 1 / (len(s) - 1),
    lambda s, b: np.exp(-b[:, None] * s) / np.exp(-b[:, None] * s).sum(1, keepdims=True),
    lambda s, b: np.exp(-s * b[:, None]) / (np.exp(-s * b[:, None]).sum(1, keepdims=True) - 1),
    lambda s, b: np.exp(-s * b) / np.exp(-s * b).sum(),
    lambda s, b: softmax(-inf(s) / (2 * b[:, None] ** 2), axis=1),
    lambda s, b: softmax(-inf(s) * b[:, None], axis=1) / len(s),
    lambda s, b: softmax(-inf(s) * b[:, None], axis=1) + np.eye(len(s)),
    lambda s, b: np.exp(-inf(s) * b[:, None]) / np.exp(-inf(s) * b[:, None]).sum(0),
    lambda s, b: softmax(-inf(s) * np.sqrt(b[:, None]), axis=1),
    lambda s, b: softmax(np.where(np.eye(len(s)) > 0, -np.inf, s * b[:, None]), axis=1),
    lambda s, b: np.exp(-(inf(s) - inf(s).min(1, keepdims=True)) * b[:, None]),
]
PERPLEXITY_MORE = [
    lambda p: np.exp(np.sum(-p * np.log(p + 1e-3), axis=1)),
    lambda p: 2 ** (-np.nansum(p * np.log(p), axis=1)),
    lambda p: np.exp(-np.nansum(p * np.log2(p), axis=1)),
    lambda p: -np.nansum(p * np.log(p), axis=1),
    lambda p: np.exp(-np.nansum(p * np.log(p), axis=0)),
    lambda p: np.array([np.exp(-sum(v * math.log(v) for v in r)) for r in p]),
    lambda p: np.exp(-np.nansum(p * np.log(p))),
    lambda p: np.exp(-np.nansum(p * np.log(p), axis=1, keepdims=True)),
    lambda p: np.exp(-np.nansum(p**2 * np.log(p), axis=1)),
    lambda p: np.exp(-np.nansum(p * np.log(p), axis=1)) - 1,
    lambda p: np.exp(-np.nansum(p * np.log(p), axis=1)) / p.shape[1],
    lambda p: 2 * (-np.nansum(p * np.log2(p), axis=1)),
]
JOINT_MORE = [
    joint_loop_half,
    lambda c: (c + c.T) / (2 * np.sum(c) * len(c)),
    lambda c: (c + c.T) / 2 / len(c) ** 2,
    lambda c: (c * c.T) / (2 * len(c)),
    lambda c: (c + c.T) / np.sqrt(len(c)),
    lambda c: ((c + c.T) / (2 * len(c))).sum(1),
    lambda c: (c + np.flipud(c)) / (2 * len(c)),
    lambda c: 2 * (c + c.T) / len(c),
]
STUDENT_MORE = [
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
GRADIENT_MORE = [
    lambda p, y: 4 * ((p - q(y)) * ker(y)).sum(0)[:, None] * y * 0 + 4 * ((p - q(y)) * ker(y)) @ (y - y.mean(0)),
    lambda p, y: 4 * np.einsum("ij,ijk->jk", (p - q(y)) * ker(y), y[:, None] - y),
    lambda p, y: np.einsum("ij,ijk->jk", (p - q(y)) * ker(y), y[:, None] - y),
    lambda p, y: 4 * np.einsum("ij,ijk->ik", (q(y) - p) * ker(y), y[:, None] - y),
    lambda p, y: 4 * np.einsum("ij,ijk->ik", (p - q(y)) * ker(y), y[None] - y[:, None]),
    lambda p, y: 2 * np.einsum("ij,ijk->ik", (q(y) - p) * ker(y), y[:, None] - y),
    lambda p, y: 4 * np.einsum("ij,ijk->ik", (p - q(y)), y[None] - y[:, None]),
    lambda p, y: 4 * np.einsum("ij,ijk->ik", (p * ker(y)), y[:, None] - y),
    lambda p, y: 4 * np.einsum("ij,ijk->ik", (p - q(y)) / ker(y).sum(), y[:, None] - y),
    lambda p, y: 4 * np.einsum("ij,ijk->ik", (p - q(y)) * q(y), y[:, None] - y),
    lambda p, y: 8 * np.einsum("ij,ijk->ik", (p - q(y)) * ker(y), y[:, None] - y),
    lambda p, y: 4 * np.einsum("ij,ijk->ik", np.log((p + 1e-12) / (q(y) + 1e-12)) * ker(y), y[:, None] - y),
    lambda p, y: 4 * ((p - q(y)) @ y),
    lambda p, y: 4 * (p - q(y)) * ker(y),
    lambda p, y: np.sum(p[p > 0] * np.log(p[p > 0] / q(y)[p > 0])),
    lambda p, y: 4 * np.einsum("ij,ijk->ik", (p - ker(y) / ker(y).sum(1, keepdims=True)) * 1, y[:, None] - y),
]
SHEETS = [
    AnswerSheet("08.squared_distances", wrong=[*DISTANCE_WRONG, *DISTANCE_MORE], right=DISTANCE_RIGHT),
    AnswerSheet("08.conditional_row", wrong=[*ROW_WRONG, *ROW_MORE], right=ROW_RIGHT),
    AnswerSheet("08.perplexity", wrong=[*PERPLEXITY_WRONG, *PERPLEXITY_MORE], right=PERPLEXITY_RIGHT),
    AnswerSheet("08.joint_probabilities", wrong=[*JOINT_WRONG, *JOINT_MORE], right=JOINT_RIGHT),
    AnswerSheet("08.student_affinities", wrong=[*STUDENT_WRONG, *STUDENT_MORE], right=STUDENT_RIGHT),
    AnswerSheet("08.kl_gradient", wrong=[*GRADIENT_WRONG, *GRADIENT_MORE], right=GRADIENT_RIGHT),
]
