"""Answers to 08.kl_gradient: other springs, other directions."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def gaps(y):
    return y[:, None] - y


def kernel(y):
    w = 1 / (1 + (gaps(y) ** 2).sum(axis=-1))
    np.fill_diagonal(w, 0)
    return w


def q_of(y):
    return kernel(y) / kernel(y).sum()


def pull(s, y):
    return 4 * (s[:, :, None] * gaps(y)).sum(axis=1)


def gaussian(y):
    g = np.exp(-(gaps(y) ** 2).sum(axis=-1))
    np.fill_diagonal(g, 0)
    return g


def with_diagonal(p, y):
    w = 1 / (1 + (gaps(y) ** 2).sum(axis=-1))
    return pull((p - w / w.sum()) * w, y)


def row_q(p, y):
    w = kernel(y)
    return pull((p - w / w.sum(axis=1, keepdims=True)) * w, y)


def unit(y):
    length = np.sqrt((gaps(y) ** 2).sum(axis=-1))
    return gaps(y) / np.where(length == 0, 1, length)[:, :, None]


def whole_sum(p, y):
    s = (p - q_of(y)) * kernel(y)
    return 4 * (s.sum() * y - s @ y)


def no_own_part(p, y):
    s = (p - q_of(y)) * kernel(y)
    return 4 * (s @ y)


def plus_instead(p, y):
    s = (p - q_of(y)) * kernel(y)
    return 4 * (s.sum(axis=1)[:, None] * y + s @ y)


def order_exchanged(p, y):
    s = (p - q_of(y)) * kernel(y)
    return 4 * (s @ y - s.sum(axis=1)[:, None] * y)


def keepdims_forgotten(p, y):
    s = (p - q_of(y)) * kernel(y)
    return 4 * (s.sum(axis=1) * y - s @ y)


def two_coordinates(p, y):
    s = (p - q_of(y)) * kernel(y)
    result = np.zeros_like(y)
    for axis in (0, 1):
        result[:, axis] = 4 * (s * (y[:, None, axis] - y[:, axis])).sum(axis=1)
    return result


def divergence(p, y):
    q = q_of(y)
    return np.sum(p[p > 0] * np.log(p[p > 0] / q[p > 0]))


def logs(p, y):
    q = q_of(y)
    ratio = np.log(np.maximum(p, 1e-12) / np.maximum(q, 1e-12))
    return pull(p * ratio * kernel(y), y)


def last_partner(p, y):
    s = (p - q_of(y)) * kernel(y)
    result = np.zeros_like(y)
    for i in range(len(y)):
        for j in range(len(y)):
            result[i] = 4 * s[i, j] * (y[i] - y[j])
    return result


def later_partners(p, y):
    s = (p - q_of(y)) * kernel(y)
    result = np.zeros_like(y)
    for i in range(len(y)):
        for j in range(i + 1, len(y)):
            result[i] += 4 * s[i, j] * (y[i] - y[j])
    return result


def in_place(p, y):
    p *= 1.0 * (p > 0)
    y -= y.mean(axis=0)
    return pull((p - q_of(y)) * kernel(y), y)


def loops(p, y):
    w, grad = np.zeros((len(y), len(y))), np.zeros(y.shape)
    for i in range(len(y)):
        for j in range(len(y)):
            if i != j:
                w[i, j] = 1 / (1 + ((y[i] - y[j]) ** 2).sum())
    q = w / w.sum()
    for i in range(len(y)):
        for j in range(len(y)):
            grad[i] += 4 * (p[i, j] - q[i, j]) * w[i, j] * (y[i] - y[j])
    return grad


def two_products(p, y):
    s = (p - q_of(y)) * kernel(y)
    return 4 * (np.diag(s.sum(axis=1)) - s) @ y


def einsum(p, y):
    return 4 * np.einsum("ij,ijd->id", (p - q_of(y)) * kernel(y), gaps(y))


def by_attraction_and_repulsion(p, y):
    w = kernel(y)
    z = w.sum()
    attraction = np.einsum("ij,ijd->id", p * w, gaps(y))
    repulsion = np.einsum("ij,ijd->id", w**2 / z, gaps(y))
    return 4.0 * attraction - 4.0 * repulsion


WRONG = [
    with_diagonal,
    row_q,
    whole_sum,
    no_own_part,
    plus_instead,
    order_exchanged,
    keepdims_forgotten,
    two_coordinates,
    divergence,
    logs,
    last_partner,
    later_partners,
    in_place,
    lambda p, y: pull((p - q_of(y)) * kernel(y), y) / 4,
    lambda p, y: pull((p - q_of(y)) * kernel(y), y) / 2,
    lambda p, y: -pull((p - q_of(y)) * kernel(y), y),
    lambda p, y: pull((q_of(y) - p) * kernel(y), y),
    lambda p, y: pull(p - q_of(y), y),
    lambda p, y: pull((p - q_of(y)) * kernel(y) ** 2, y),
    lambda p, y: pull((p - q_of(y)) / np.where(kernel(y) == 0, 1, kernel(y)), y),
    lambda p, y: pull((p - kernel(y)) * kernel(y), y),
    lambda p, y: pull((p - q_of(y)) * q_of(y), y),
    lambda p, y: pull(p - q_of(y) * kernel(y), y),
    lambda p, y: pull(p * kernel(y), y),
    lambda p, y: pull(-q_of(y) * kernel(y), y),
    lambda p, y: pull((p + q_of(y)) * kernel(y), y),
    lambda p, y: pull(np.abs(p - q_of(y)) * kernel(y), y),
    lambda p, y: pull((p - gaussian(y) / gaussian(y).sum()), y),
    lambda p, y: pull((p - gaussian(y) / gaussian(y).sum()) * kernel(y), y),
    lambda p, y: pull((p - gaussian(y) / gaussian(y).sum()) * gaussian(y), y),
    lambda p, y: pull((p - q_of(y)) * kernel(y), y) / len(y),
    lambda p, y: 4 * (((p - q_of(y)) * kernel(y))[:, :, None] * gaps(y)).mean(axis=1),
    lambda p, y: 4 * (((p - q_of(y)) * kernel(y))[:, :, None] * gaps(y)).sum(axis=0),
    lambda p, y: 4 * (((p - q_of(y)) * kernel(y))[:, :, None] * gaps(y)),
    lambda p, y: 4 * (((p - q_of(y)) * kernel(y))[:, :, None] * gaps(y)).sum(axis=2),
    lambda p, y: 4 * (((p - q_of(y)) * kernel(y))[:, :, None] * gaps(y)).sum(),
    lambda p, y: 4 * ((p - q_of(y)) * kernel(y) * np.sqrt((gaps(y) ** 2).sum(-1))).sum(axis=1),
    lambda p, y: 4 * (((p - q_of(y)) * kernel(y))[:, :, None] * unit(y)).sum(axis=1),
    lambda p, y: 4 * (((p - q_of(y)) * kernel(y))[:, :, None] * np.abs(gaps(y))).sum(axis=1),
    lambda p, y: 4 * (((p - q_of(y)) * kernel(y))[:, :, None] * gaps(y) ** 2).sum(axis=1),
    lambda p, y: 4 * ((p - q_of(y)) * kernel(y)).sum(axis=1)[:, None] * y,
    lambda p, y: 4 * ((p - q_of(y)) * kernel(y)).sum(axis=1),
    lambda p, y: 4 * (p - q_of(y)) * kernel(y) * gaps(y),
    lambda p, y: pull((4 * p - q_of(y)) * kernel(y), y),
    lambda p, y: pull((p / np.where(q_of(y) == 0, 1, q_of(y))) * kernel(y), y),
    lambda p, y: y - 100 * pull((p - q_of(y)) * kernel(y), y),
]
RIGHT = [loops, two_products, einsum, by_attraction_and_repulsion]
SHEETS = [AnswerSheet("08.kl_gradient", WRONG, RIGHT)]
