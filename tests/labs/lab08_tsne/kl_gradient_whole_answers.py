"""Whole answers to 08.kl_gradient, written from its text alone: the force on every point."""

import numpy as np

from labkit.tsne import embedded_affinities as student_affinities
from labkit.tsne import squared_distances
from tests.labs.answer_sheet import AnswerSheet


def gradient_no_four(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    return np.sum(((p - q) * w)[:, :, None] * (y[:, None] - y), axis=1)


def gradient_sign(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    return 4 * np.sum(((q - p) * w)[:, :, None] * (y[:, None] - y), axis=1)


def gradient_diff_reversed(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    return 4 * np.sum(((p - q) * w)[:, :, None] * (y[None] - y[:, None]), axis=1)


def gradient_no_w(p, y):
    q = student_affinities(y)
    return 4 * np.sum((p - q)[:, :, None] * (y[:, None] - y), axis=1)


def gradient_q_for_w(p, y):
    q = student_affinities(y)
    return 4 * np.sum(((p - q) * q)[:, :, None] * (y[:, None] - y), axis=1)


def gradient_axis0(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    return 4 * np.sum(((p - q) * w)[:, :, None] * (y[:, None] - y), axis=0)


def gradient_diag_kept(p, y):
    w = 1 / (1 + squared_distances(y))
    q = w / w.sum()
    return 4 * np.sum(((p - q) * w)[:, :, None] * (y[:, None] - y), axis=1)


def gradient_only_matmul(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    s = (p - w / w.sum()) * w
    return 4 * (y - s @ y)


def gradient_only_matmul2(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    s = (p - w / w.sum()) * w
    return -4 * s @ y


def gradient_pq_ratio(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    with np.errstate(all="ignore"):
        r = np.nan_to_num(np.log(p / q))
    return 4 * np.sum((r * w)[:, :, None] * (y[:, None] - y), axis=1)


def gradient_mean(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    return 4 * np.mean(((p - q) * w)[:, :, None] * (y[:, None] - y), axis=1)


def gradient_no_sum(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    return 4 * ((p - q) * w)[:, :, None] * (y[:, None] - y)


def gradient_axis2(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    return 4 * np.sum(((p - q) * w)[:, :, None] * (y[:, None] - y), axis=2)


def gradient_no_pos(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    return 4 * np.sum((p - q) * w, axis=1)


def gradient_bcast_wrong(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    return 4 * np.sum((p - q) * w * (y[:, None] - y), axis=1)


def gradient_p_only(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    return 4 * np.sum((p * w)[:, :, None] * (y[:, None] - y), axis=1)


def gradient_w_inverse(p, y):
    w = 1 + squared_distances(y)
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    return 4 * np.sum(((p - q) * w)[:, :, None] * (y[:, None] - y), axis=1)


def gradient_two(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    s = (p - q) * w
    return 2 * (s.sum(axis=1)[:, None] * y - s @ y)


def gradient_q_rows(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum(axis=1, keepdims=True)
    return 4 * np.sum(((p - q) * w)[:, :, None] * (y[:, None] - y), axis=1)


def gradient_q_unnorm(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    return 4 * np.sum(((p - w) * w)[:, :, None] * (y[:, None] - y), axis=1)


def right_gradient_loop(p, y):
    q = student_affinities(y)
    g = np.zeros_like(y, dtype=float)
    for i in range(len(y)):
        for j in range(len(y)):
            w = 1 / (1 + np.sum((y[i] - y[j]) ** 2))
            g[i] += 4 * (p[i, j] - q[i, j]) * w * (y[i] - y[j])
    return g


def right_gradient_einsum(p, y):
    diff = y[:, None] - y
    w = 1 / (1 + (diff**2).sum(2))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    return 4 * np.einsum("ij,ij,ijk->ik", p - q, w, diff)


def right_gradient_laplacian(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    s = (p - w / w.sum()) * w
    return 4 * (np.diag(s.sum(axis=1)) - s) @ y


def right_gradient_reversed_both(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    return 4 * np.sum(((q - p) * w)[..., None] * (y - y[:, None]), axis=1)


def right_gradient_one_loop(p, y):
    w = 1 / (1 + squared_distances(y))
    q = student_affinities(y)
    g = []
    for i in range(len(y)):
        g.append(4 * ((p[i] - q[i]) * w[i]) @ (y[i] - y))
    return np.array(g)


WRONG = [
    gradient_no_four,
    gradient_sign,
    gradient_diff_reversed,
    gradient_no_w,
    gradient_q_for_w,
    gradient_axis0,
    gradient_diag_kept,
    gradient_only_matmul,
    gradient_only_matmul2,
    gradient_pq_ratio,
    gradient_mean,
    gradient_no_sum,
    gradient_axis2,
    gradient_no_pos,
    gradient_bcast_wrong,
    gradient_p_only,
    gradient_w_inverse,
    gradient_two,
    gradient_q_rows,
    gradient_q_unnorm,
]
RIGHT = [
    right_gradient_loop,
    right_gradient_einsum,
    right_gradient_laplacian,
    right_gradient_reversed_both,
    right_gradient_one_loop,
]
SHEETS = [AnswerSheet("08.kl_gradient", WRONG, RIGHT)]
