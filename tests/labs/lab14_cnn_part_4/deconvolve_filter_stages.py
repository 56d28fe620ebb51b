"""Answers to 14.deconvolve_filter: the activation at other stages, and other filters."""

import numpy as np
from scipy.signal import convolve2d, correlate2d

from tests.labs.answer_sheet import AnswerSheet


def back(y, W):
    image = np.zeros((W.shape[1], y.shape[1] + W.shape[2] - 1, y.shape[2] + W.shape[3] - 1))
    for f, i, j in np.ndindex(y.shape):
        image[:, i : i + W.shape[2], j : j + W.shape[3]] += y[f, i, j] * W[f]
    return image


def alone(y, which):
    kept = np.zeros_like(y)
    kept[which] = y[which]
    return kept


def hidden_before_the_activation(z, W, activation, which):
    return back(activation(alone(z, which)), W)


def in_place(z, W, activation, which):
    for f in range(len(z)):
        if f != which:
            z[f] = 0
    return back(activation(z), W)


def all_but_one(z, W, activation, which):
    y = activation(z)
    y = np.delete(y, which, axis=0)
    return back(y, np.delete(W, which, axis=0))


def set_to_zero(z, W, activation, which):
    y = activation(z).copy()
    y[which] = 0
    return back(y, W)


def strongest_place(z, W, activation, which):
    y = activation(z[which])
    y = np.where(y == y.max(), y, 0)
    return back(y[None], W[which : which + 1])


def gated(z, W, activation, which):
    return back(alone(z * (activation(z) > 0), which), W)


def same_size(z, W, activation, which):
    a, b = W.shape[2] // 2, W.shape[3] // 2
    return back(alone(activation(z), which), W)[:, a : a + z.shape[1], b : b + z.shape[2]]


def last_channel(z, W, activation, which):
    y = activation(z[which])
    for c in range(W.shape[1]):
        image = convolve2d(y, W[which, c])
    return image[None]


def first_channel(z, W, activation, which):
    return convolve2d(activation(z[which]), W[which, 0])


def channels_added(z, W, activation, which):
    return back(alone(activation(z), which), W).sum(axis=0, keepdims=True)


def correlated(z, W, activation, which):
    return np.array([correlate2d(activation(z[which]), kernel, mode="full") for kernel in W[which]])


def valid(z, W, activation, which):
    return np.array([correlate2d(activation(z[which]), kernel, mode="valid") for kernel in W[which]])


def all_filters_stamp_it(z, W, activation, which):
    return back(np.repeat(activation(z)[which : which + 1], len(W), axis=0), W)


def every_map_stamps_it(z, W, activation, which):
    return back(activation(z), np.repeat(W[which : which + 1], len(W), axis=0))


def with_convolve(z, W, activation, which):
    y = activation(z)[which]
    return np.stack([convolve2d(y, kernel, mode="full") for kernel in W[which]])


def with_mask(z, W, activation, which):
    mask = (np.arange(len(z)) == which)[:, None, None]
    return back(activation(z) * mask, W)


def filters_silenced(z, W, activation, which):
    silent = W.copy()
    silent[:which] = 0
    silent[which + 1 :] = 0
    return back(activation(z), silent)


def by_pixel(z, W, activation, which):
    y, (_, kh, kw) = activation(z[which]), W[which].shape
    padded = np.pad(y, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    height, width = y.shape[0] + kh - 1, y.shape[1] + kw - 1
    turned = W[which][:, ::-1, ::-1]
    return np.array(
        [
            [[np.sum(padded[i : i + kh, j : j + kw] * turned[c]) for j in range(width)] for i in range(height)]
            for c in range(W.shape[1])
        ]
    )


WRONG = [
    hidden_before_the_activation,
    in_place,
    all_but_one,
    set_to_zero,
    strongest_place,
    gated,
    same_size,
    last_channel,
    first_channel,
    channels_added,
    correlated,
    valid,
    all_filters_stamp_it,
    every_map_stamps_it,
    lambda z, W, phi, k: back(alone(z, k), W),
    lambda z, W, phi, k: back(phi(z), W),
    lambda z, W, phi, k: phi(back(alone(z, k), W)),
    lambda z, W, phi, k: phi(back(alone(phi(z), k), W)),
    lambda z, W, phi, k: back(alone(phi(phi(z)), k), W),
    lambda z, W, phi, k: back(alone(phi(z), k - 1), W),
    lambda z, W, phi, k: back(alone(phi(z), (k + 1) % len(z)), W),
    lambda z, W, phi, k: back(phi(z)[k : k + 1], W[:1]),
    lambda z, W, phi, k: back(phi(z)[:1], W[k : k + 1]),
    lambda z, W, phi, k: back(alone(np.maximum(z, 0), k), W),
    lambda z, W, phi, k: back(alone(np.tanh(z), k), W),
    lambda z, W, phi, k: back(alone(np.abs(phi(z)), k), W),
    lambda z, W, phi, k: np.maximum(back(alone(phi(z), k), W), 0),
    lambda z, W, phi, k: back(alone(phi(z), k), W) / len(W),
    lambda z, W, phi, k: back(alone(phi(z), k), W) / np.abs(back(alone(phi(z), k), W)).max(),
    lambda z, W, phi, k: back(alone(phi(z) - phi(z).mean(axis=(1, 2), keepdims=True), k), W),
    lambda z, W, phi, k: back(alone(phi(z), k), W)[0],
    lambda z, W, phi, k: back(alone(phi(z), k), W)[None],
    lambda z, W, phi, k: back(alone(phi(z), k), phi(W)),
    lambda z, W, phi, k: back(alone(phi(z), k), W.swapaxes(2, 3)),
    lambda z, W, phi, k: back(alone(phi(z), k).swapaxes(1, 2), W),
    lambda z, W, phi, k: phi(z)[k],
    lambda z, W, phi, k: phi(z)[k] * W[k],
    lambda z, W, phi, k: back(phi(z[k]), W[k]),
    lambda z, W, phi, k: back(phi(z[k])[None], W[k][None]).transpose(1, 2, 0),
    lambda z, W, phi, k: back(phi(z[:, k])[None], W[k][None]),
    lambda z, W, phi, k: back(alone(phi(z) * z, k), W),
]
RIGHT = [with_convolve, with_mask, filters_silenced, by_pixel, lambda z, W, phi, k: back(phi(z[k])[None], W[k][None])]
SHEETS = [AnswerSheet("14.deconvolve_filter", WRONG, RIGHT)]
