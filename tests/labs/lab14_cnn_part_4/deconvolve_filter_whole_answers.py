"""Whole answers to 14.deconvolve_filter, written from its text alone: one filter alone, sent back."""

import numpy as np
from scipy import signal

from tests.labs.answer_sheet import AnswerSheet
from tests.labs.lab14_cnn_part_4.transposed_convolution_whole_answers import tc


def one(z, W, k):
    return tc(z[k : k + 1], W[k : k + 1])


def df_act_on_back(z, W, a, k):
    return a(one(z, W, k))


def df_double(z, W, a, k):
    return a(one(a(z), W, k))


def df_noact(z, W, a, k):
    return one(z, W, k)


def df_relu(z, W, a, k):
    return one(np.maximum(z, 0), W, k)


def df_all(z, W, a, k):
    return tc(a(z), W)


def df_zero_first(z, W, a, k):
    q = np.zeros_like(z)
    q[k] = z[k]
    return tc(a(q), W)


def df_others(z, W, a, k):
    q = a(z).copy()
    q[k] = 0
    return tc(q, W)


def df_filter_zeroed_map_all(z, W, a, k):
    return tc(a(z), np.repeat(W[k : k + 1], len(W), axis=0))


def df_first(z, W, a, k):
    return one(a(z), W, 0)


def df_kplus(z, W, a, k):
    return one(a(z), W, k - 1)


def df_2d(z, W, a, k):
    return one(a(z), W, k)[0]


def df_chsum(z, W, a, k):
    return one(a(z), W, k).sum(axis=0)


def df_chmean(z, W, a, k):
    return one(a(z), W, k).mean(axis=0, keepdims=True)


def df_flip(z, W, a, k):
    return one(a(z), W[:, :, ::-1, ::-1], k)


def df_abs(z, W, a, k):
    return np.abs(one(a(z), W, k))


def df_map(z, W, a, k):
    return a(z)[k]


def df_kept(z, W, a, k):
    q = np.zeros_like(z)
    q[k] = a(z)[k]
    return q


def df_sum(z, W, a, k):
    return tc(a(z.sum(axis=0))[None], W[k : k + 1])


def df_int(z, W, a, k):
    q = np.zeros(z.shape, int)
    q[k] = a(z)[k]
    return tc(q, W)


def df_actW(z, W, a, k):
    return one(z, a(W), k)


def df_crash(z, W, a, k):
    return tc(a(z)[k], W[k])


def df_cut(z, W, a, k):
    return one(a(z), W, k)[:, : z.shape[1], : z.shape[2]]


def df_max(z, W, a, k):
    m = a(z)[k]
    q = np.where(m == m.max(), m, 0)
    return tc(q[None], W[k : k + 1])


def df_mean(z, W, a, k):
    return tc(a(z), W) / len(W)


def df_modify(z, W, a, k):
    z[np.arange(len(z)) != k] = 0
    return tc(a(z), W)


WRONG = [
    df_act_on_back,
    df_double,
    df_noact,
    df_relu,
    df_all,
    df_zero_first,
    df_others,
    df_filter_zeroed_map_all,
    df_first,
    df_kplus,
    df_2d,
    df_chsum,
    df_chmean,
    df_flip,
    df_abs,
    df_map,
    df_kept,
    df_sum,
    df_int,
    df_actW,
    df_crash,
    df_cut,
    df_max,
    df_mean,
    df_modify,
]
RIGHT = [
    lambda z, W, a, k: one(a(z), W, k),
    lambda z, W, a, k: np.stack([signal.convolve2d(a(z)[k], W[k, c]) for c in range(W.shape[1])]),
    lambda z, W, a, k: tc(a(z) * (np.arange(len(z)) == k)[:, None, None], W),
    lambda z, W, a, k: tc(a(z[[k]]), W[[k]]).astype(np.float32),
    lambda z, W, a, k: tc(a(z), np.where((np.arange(len(W)) == k)[:, None, None, None], W, 0)),
    lambda z, W, a, k: tc(a(z), W) - tc(a(np.delete(z, k, 0)), np.delete(W, k, 0)) if len(z) > 1 else tc(a(z), W),
]
SHEETS = [AnswerSheet("14.deconvolve_filter", WRONG, RIGHT)]
