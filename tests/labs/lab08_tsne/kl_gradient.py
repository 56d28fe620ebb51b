"""Answers to 08.kl_gradient: the force on every point."""

import numpy as np
from scipy.spatial.distance import cdist

from tests.labs.answer_sheet import AnswerSheet
from tests.labs.lab08_tsne.student_affinities import gaussian, ker, kernel, q, total_one


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


WRONG = [
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
RIGHT = [
    gradient_by_loop,
    gradient_by_laplacian,
    gradient_by_differences,
    lambda p, y: 4 * forces(p, y).sum(axis=1),
    lambda p, y: 4 * np.einsum("ij,ijk->ik", (p - total_one(kernel(y))) * kernel(y), y[:, None] - y),
    lambda p, y: -4 * forces(p, y).sum(axis=0),
]
SHEETS = [AnswerSheet("08.kl_gradient", WRONG, RIGHT)]
