"""Whole answers to 14.project_back, written from its text alone: back through the transposed matrix."""

import numpy as np
from scipy import sparse

from tests.labs.answer_sheet import AnswerSheet


def pb_square_guess(T, y, s):
    n = int(np.sqrt(T.shape[1]))
    return (T.T @ y.ravel())[: n * n].reshape(n, n)


def pb_first_channel(T, y, s):
    v = T.T @ y.flatten()
    c, h, w = s
    v = v[: h * w]
    return np.tile(v.reshape(1, h, w), (c, 1, 1))


def pb_mean_over_places(T, y, s):
    return np.mean(T * y.reshape(-1)[:, None], axis=0).reshape(s)


def pb_list(T, y, s):
    v = y.ravel()
    return [sum(T[p][q] * v[p] for p in range(len(v) - 1)) for q in range(T.shape[1])]


def pb_loop_off(T, y, s):
    v = y.ravel()
    x = np.zeros(T.shape[1])
    for q in range(T.shape[1]):
        for p in range(len(v) - 1):
            x[q] += T[p, q] * v[p]
    return x.reshape(s)


def pb_assign_not_add(T, y, s):
    v = y.ravel()
    x = np.zeros(T.shape[1])
    for q in range(T.shape[1]):
        for p in range(len(v)):
            x[q] = T[p, q] * v[p]
    return x.reshape(s)


def pb_reverse_axes(T, y, s):
    return (T.T @ y.T.ravel()).reshape(s)


def pb_norm01(T, y, s):
    x = (T.T @ y.ravel()).reshape(s)
    return (x - x.min()) / (x.max() - x.min())


def pb_normal(T, y, s):
    x = (T.T @ y.ravel()).reshape(s)
    return x / np.linalg.norm(x)


def pb_elementwise_inverse(T, y, s):
    R = np.where(T != 0, 1 / np.where(T != 0, T, 1), 0)
    return (R.T @ y.ravel()).reshape(s)


def pb_batch(T, y, s):
    return (T.T @ y.ravel()).reshape(1, *s)


def pb_print(T, y, s):
    print((T.T @ y.ravel()).reshape(s).shape)


def pb_loopfilters_last(T, y, s):
    n = y[0].size
    for f in range(len(y)):
        x = T[f * n : (f + 1) * n].T @ y[f].ravel()
    return x.reshape(s)


def pb_int(T, y, s):
    return (T.T @ y.ravel()).astype(int).reshape(s)


def pb_mean_channels(T, y, s):
    return (T.T @ y.ravel()).reshape(s).mean(axis=0, keepdims=True)


WRONG = [
    pb_square_guess,
    pb_first_channel,
    pb_mean_over_places,
    pb_list,
    pb_loop_off,
    pb_assign_not_add,
    pb_reverse_axes,
    pb_norm01,
    pb_normal,
    pb_elementwise_inverse,
    pb_batch,
    pb_print,
    pb_loopfilters_last,
    pb_int,
    pb_mean_channels,
]
RIGHT = [
    lambda T, y, s: np.einsum("pq,p->q", T, y.reshape(-1)).reshape(s),
    lambda T, y, s: (y.flatten() @ T).reshape(s),
    lambda T, y, s: np.dot(T.transpose(), y.reshape(-1, 1)).reshape(tuple(s)),
    lambda T, y, s: (sparse.csr_matrix(T).T @ y.ravel()).reshape(s),
    lambda T, y, s: np.tensordot(y, T.reshape(*y.shape, *s), 3),
    lambda T, y, s: np.array([sum(T[:, q] * np.ravel(y)) for q in range(T.shape[1])]).reshape(s),
]
SHEETS = [AnswerSheet("14.project_back", WRONG, RIGHT)]
