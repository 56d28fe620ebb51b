"""Whole answers to 14.transposed_convolution, written from its text alone: stamps that add up."""

import numpy as np
from scipy import signal

from tests.labs.answer_sheet import AnswerSheet


def size(y, W, s):
    return (W.shape[1], (y.shape[1] - 1) * s[0] + W.shape[2], (y.shape[2] - 1) * s[1] + W.shape[3])


def tc(y, W, s=(1, 1)):
    x = np.zeros(size(y, W, s))
    kh, kw = W.shape[2:]
    for f, i, j in np.ndindex(*y.shape):
        x[:, i * s[0] : i * s[0] + kh, j * s[1] : j * s[1] + kw] += y[f, i, j] * W[f]
    return x


def tc_too_big(y, W, s):
    kh, kw = W.shape[2:]
    x = np.zeros((W.shape[1], y.shape[1] * s[0] + kh, y.shape[2] * s[1] + kw))
    for f, i, j in np.ndindex(*y.shape):
        x[:, i * s[0] : i * s[0] + kh, j * s[1] : j * s[1] + kw] += y[f, i, j] * W[f]
    return x


def tc_n_times_s(y, W, s):
    kh, kw = W.shape[2:]
    x = np.zeros((W.shape[1], y.shape[1] + kh - 1, y.shape[2] + kw - 1))
    for f, i, j in np.ndindex(*y.shape):
        x[:, i * s[0] : i * s[0] + kh, j * s[1] : j * s[1] + kw] += y[f, i, j] * W[f]
    return x


def tc_stride_swapped(y, W, s):
    return tc(y, W, s[::-1])


def tc_stride_first(y, W, s):
    return tc(y, W, (s[0], s[0]))


def tc_stride_last(y, W, s):
    return tc(y, W, (s[1], s[1]))


def tc_no_stride_pos(y, W, s):
    kh, kw = W.shape[2:]
    x = np.zeros(size(y, W, s))
    for f, i, j in np.ndindex(*y.shape):
        x[:, i : i + kh, j : j + kw] += y[f, i, j] * W[f]
    return x


def tc_overwrite(y, W, s):
    kh, kw = W.shape[2:]
    x = np.zeros(size(y, W, s))
    for f, i, j in np.ndindex(*y.shape):
        x[:, i * s[0] : i * s[0] + kh, j * s[1] : j * s[1] + kw] = y[f, i, j] * W[f]
    return x


def tc_sum_channels(y, W, s):
    return tc(y, W, s).sum(axis=0)


def tc_channel0(y, W, s):
    return tc(y, W[:, :1], s)


def tc_flip(y, W, s):
    return tc(y, W[..., ::-1, ::-1], s)


def tc_kh_twice(y, W, s):
    k = W.shape[2]
    x = np.zeros(size(y, W, s))
    for f, i, j in np.ndindex(*y.shape):
        x[:, i * s[0] : i * s[0] + k, j * s[1] : j * s[1] + k] += y[f, i, j] * W[f]
    return x


def tc_scipy_full(y, W, s):
    return np.array([sum(signal.correlate2d(y[f], W[f, c], "full") for f in range(len(y))) for c in range(W.shape[1])])


def tc_scipy_full_nostride(y, W, s):
    return np.array([sum(signal.convolve2d(y[f], W[f, c], "full") for f in range(len(y))) for c in range(W.shape[1])])


def tc_scipy_valid(y, W, s):
    return np.array([sum(signal.convolve2d(y[f], W[f, c], "same") for f in range(len(y))) for c in range(W.shape[1])])


def tc_upsample_repeat(y, W, s):
    u = y.repeat(s[0], 1).repeat(s[1], 2)
    return np.array([sum(signal.convolve2d(u[f], W[f, c], "full") for f in range(len(y))) for c in range(W.shape[1])])


def tc_off(y, W, s):
    kh, kw = W.shape[2:]
    x = np.zeros(size(y, W, s))
    for f in range(y.shape[0]):
        for i in range(y.shape[1] - 1):
            for j in range(y.shape[2] - 1):
                x[:, i * s[0] : i * s[0] + kh, j * s[1] : j * s[1] + kw] += y[f, i, j] * W[f]
    return x


def tc_div_overlap(y, W, s):
    return tc(y, W, s) / tc(np.ones((1, *y.shape[1:])), np.ones((1, *W.shape[1:])), s)


def tc_ab_swapped(y, W, s):
    return tc(y, W.transpose(0, 1, 3, 2), s)


def tc_per_filter(y, W, s):
    return np.array([tc(y[f : f + 1], W[f : f + 1], s) for f in range(len(y))])


def tc_pos_only(y, W, s):
    return tc(np.maximum(y, 0), W, s)


def tc_dilate(y, W, s):
    u = np.zeros((len(y), (y.shape[1] - 1) * s[0] + 1, (y.shape[2] - 1) * s[1] + 1))
    u[:, :: s[0], :: s[1]] = y
    return np.array([sum(signal.convolve2d(u[f], W[f, c], "full") for f in range(len(y))) for c in range(W.shape[1])])


def tc_seven(y, W, s):
    x = np.zeros(size(y, W, s)).tolist()
    for f, i, j in np.ndindex(*y.shape):
        for c, a, b in np.ndindex(*W.shape[1:]):
            x[c][i * s[0] + a][j * s[1] + b] += y[f, i, j] * W[f, c, a, b]
    return x


def tc_offsets(y, W, s):
    x = np.zeros(size(y, W, s))
    n, m = y.shape[1:]
    for a, b in np.ndindex(*W.shape[2:]):
        x[:, a : a + n * s[0] : s[0], b : b + m * s[1] : s[1]][:, :n, :m] += np.einsum("fij,fc->cij", y, W[:, :, a, b])
    return x


def tc_addat(y, W, s):
    x = np.zeros(size(y, W, s))
    p = np.einsum("fij,fcab->cijab", y, W)
    rows = np.arange(y.shape[1])[:, None] * s[0] + np.arange(W.shape[2])
    columns = np.arange(y.shape[2])[:, None] * s[1] + np.arange(W.shape[3])
    np.add.at(x, (slice(None), rows[:, None, :, None], columns[None, :, None, :]), p)
    return x


def tc_f32(y, W, s):
    return tc(y.astype(np.float32), W.astype(np.float32), s).astype(np.float32)


WRONG = [
    tc_too_big,
    tc_n_times_s,
    tc_stride_swapped,
    tc_stride_first,
    tc_stride_last,
    tc_no_stride_pos,
    tc_overwrite,
    tc_sum_channels,
    tc_channel0,
    tc_flip,
    tc_kh_twice,
    tc_scipy_full,
    tc_scipy_full_nostride,
    tc_scipy_valid,
    tc_upsample_repeat,
    tc_off,
    tc_div_overlap,
    tc_ab_swapped,
    tc_per_filter,
    tc_pos_only,
    (tc_seven, "list"),
]
RIGHT = [tc_dilate, tc_offsets, tc_addat, tc_f32]
SHEETS = [AnswerSheet("14.transposed_convolution", WRONG, RIGHT)]
