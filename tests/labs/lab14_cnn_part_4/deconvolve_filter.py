"""Answers to 14.deconvolve_filter: one filter alone, sent back."""

import numpy as np
from scipy.signal import convolve2d, correlate2d

from tests.labs.answer_sheet import AnswerSheet
from tests.labs.lab14_cnn_part_4.transposed_convolution import stamps, stamps_in_float32


def alone(z, W, activation, which, stage=True):
    kept = np.zeros_like(z)
    kept[which] = activation(z)[which] if stage else z[which]
    return stamps(kept, W, (1, 1))


def alone_in_place(z, W, activation, which):
    y = activation(z)
    z[:] = 0
    z[which] = y[which]
    return stamps(z, W, (1, 1))


def alone_others_kept(z, W, activation, which):
    y = activation(z)
    y[which] = 0
    return stamps(y, W, (1, 1))


def alone_activated_after_zeroing(z, W, activation, which):
    kept = np.zeros_like(z)
    kept[which] = z[which]
    return stamps(activation(kept), W, (1, 1))


def alone_linear_sum(z, W, activation, which):
    y = activation(z)
    return np.einsum("fij->ij", y)[None] * W[which].sum()


def alone_loop(z, W, activation, which):
    y, (c, kh, kw) = activation(z)[which], W.shape[1:]
    image = np.zeros((c, y.shape[0] + kh - 1, y.shape[1] + kw - 1))
    for (i, j), strength in np.ndenumerate(y):
        image[:, i : i + kh, j : j + kw] += strength * W[which]
    return image


def alone_masked(z, W, activation, which):
    mask = (np.arange(len(z)) == which)[:, None, None]
    return stamps(activation(z) * mask, W, (1, 1))


WRONG = [
    (lambda z, W, f, which: alone(z, W, f, which, stage=False), "before the activation"),
    (lambda z, W, f, which: stamps(f(z), W, (1, 1)), "all filters"),
    lambda z, W, f, which: stamps(z, W, (1, 1)),
    lambda z, W, f, which: stamps(f(f(z))[which : which + 1], W[which : which + 1], (1, 1)),
    lambda z, W, f, which: f(alone(z, W, f, which)),
    lambda z, W, f, which: f(alone(z, W, f, which, stage=False)),
    lambda z, W, f, which: alone(z, W, f, 0),
    lambda z, W, f, which: alone(z, W, f, which - 1),
    lambda z, W, f, which: alone(z, W, f, -1),
    lambda z, W, f, which: f(z)[which],
    lambda z, W, f, which: W[which],
    lambda z, W, f, which: alone(z, W[:, :, ::-1, ::-1], f, which),
    lambda z, W, f, which: stamps(f(z).sum(axis=0, keepdims=True), W[which : which + 1], (1, 1)),
    lambda z, W, f, which: stamps(f(z)[which : which + 1], W.sum(axis=0, keepdims=True), (1, 1)),
    lambda z, W, f, which: stamps(np.repeat(f(z)[which : which + 1], len(W), axis=0), W, (1, 1)),
    lambda z, W, f, which: stamps(f(z).mean(axis=0, keepdims=True), W[which : which + 1], (1, 1)),
    lambda z, W, f, which: stamps(np.maximum(z, 0)[which : which + 1], W[which : which + 1], (1, 1)),
    lambda z, W, f, which: np.maximum(alone(z, W, f, which), 0),
    lambda z, W, f, which: stamps(np.maximum(f(z), 0)[which : which + 1], W[which : which + 1], (1, 1)),
    lambda z, W, f, which: stamps(np.where(z == z.max(), f(z), 0), W, (1, 1)),
    lambda z, W, f, which: stamps(f(z)[which : which + 1] == 0, W[which : which + 1], (1, 1)),
    lambda z, W, f, which: -alone(z, W, f, which),
    lambda z, W, f, which: alone(z, W, f, which) / len(W),
    lambda z, W, f, which: alone(z, W, f, which)[0],
    lambda z, W, f, which: alone(z, W, f, which)[None],
    lambda z, W, f, which: alone(z, W, f, which).sum(axis=0),
    lambda z, W, f, which: np.array([correlate2d(f(z)[which], w, mode="full") for w in W[which]]),
    lambda z, W, f, which: np.array([correlate2d(f(z)[which], w, mode="valid") for w in W[which]]),
    lambda z, W, f, which: stamps(f(z)[which : which + 1], W[which : which + 1], (1, 1), add=False),
    lambda z, W, f, which: stamps(f(z[:, :, which : which + 1]), W, (1, 1)),
    lambda z, W, f, which: alone(z, W, np.abs, which),
    lambda z, W, f, which: np.array([alone(z, W, f, k) for k in range(len(W))]),
    lambda z, W, f, which: None,
    alone_in_place,
    alone_others_kept,
    alone_activated_after_zeroing,
    alone_linear_sum,
]
RIGHT = [
    alone,
    alone_loop,
    alone_masked,
    lambda z, W, f, which: stamps(f(z)[which : which + 1], W[which : which + 1], (1, 1)),
    lambda z, W, f, which: stamps(f(z[[which]]), W[[which]], (1, 1)),
    lambda z, W, f, which: np.array([convolve2d(f(z[which]), w) for w in W[which]]),
    lambda z, W, f, which: stamps_in_float32(f(z)[[which]], W[[which]], (1, 1)),
]
SHEETS = [AnswerSheet("14.deconvolve_filter", WRONG, RIGHT)]
