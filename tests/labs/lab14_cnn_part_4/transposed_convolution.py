"""Answers to 14.transposed_convolution: stamps that add up."""

import numpy as np
from scipy.signal import convolve2d, correlate2d

from tests.labs.answer_sheet import AnswerSheet


def stamps(y, W, stride, add=True, flip=False):
    (n, down, across), (_, c, kh, kw) = y.shape, W.shape
    (sr, sc), image = stride, np.zeros((c, (down - 1) * stride[0] + kh, (across - 1) * stride[1] + kw))
    for f in range(n):
        for i in range(down):
            for j in range(across):
                stamp = W[f][:, ::-1, ::-1] if flip else W[f]
                stamp = y[f, i, j] * stamp
                if add:
                    image[:, i * sr : i * sr + kh, j * sc : j * sc + kw] += stamp
                else:
                    image[:, i * sr : i * sr + kh, j * sc : j * sc + kw] = stamp
    return image


def stamps_last_filter(y, W, stride):
    for f in range(len(y)):
        image = stamps(y[f : f + 1], W[f : f + 1], stride)
    return image


def stamps_first_filter(y, W, stride):
    return stamps(y[:1], W[:1], stride)


def stamps_first_channel(y, W, stride):
    return stamps(y, W[:, :1], stride)


def stamps_channels_added(y, W, stride):
    return stamps(y, W, stride).sum(axis=0)


def stamps_a_filter_each(y, W, stride):
    return np.array([stamps(y[f : f + 1], W[f : f + 1], stride) for f in range(len(y))])


def stamps_mean(y, W, stride):
    return stamps(y, W, stride) / stamps(np.ones_like(y), np.ones_like(W), stride)


def stamps_correlated(y, W, stride):
    image = 0
    for f in range(len(y)):
        image = image + np.array([correlate2d(y[f], w, mode="full") for w in W[f]])
    return image


def stamps_unweighted(y, W, stride):
    return stamps(np.ones_like(y), W, stride)


def stamps_signs(y, W, stride):
    return stamps(np.maximum(y, 0), W, stride)


def stamps_kernel_turned(y, W, stride):
    return stamps(y, W.transpose(0, 1, 3, 2), stride)


def stamps_upside(y, W, stride):
    return stamps(y, W[:, :, ::-1], stride)


def stamps_max(y, W, stride):
    image = stamps(y, W, stride) * 0
    (n, down, across), (_, _, kh, kw) = y.shape, W.shape
    for f, i, j in np.ndindex(n, down, across):
        r, q = i * stride[0], j * stride[1]
        image[:, r : r + kh, q : q + kw] = np.maximum(image[:, r : r + kh, q : q + kw], y[f, i, j] * W[f])
    return image


def stamps_number_of_filters_wrong(y, W, stride):
    return stamps(np.broadcast_to(y.sum(axis=0), y.shape), W, stride)


def stamps_integers(y, W, stride):
    return stamps(y, W, stride).astype(int)


def stamps_pixel_by_pixel(y, W, stride):
    """Gather instead of scatter: which stamps cover this pixel?"""
    (_, down, across), (_, c, kh, kw) = y.shape, W.shape
    image = np.zeros((c, (down - 1) * stride[0] + kh, (across - 1) * stride[1] + kw))
    for k, r, q in np.ndindex(*image.shape):
        for i in range(down):
            for j in range(across):
                a, b = r - i * stride[0], q - j * stride[1]
                if 0 <= a < kh and 0 <= b < kw:
                    image[k, r, q] += y[:, i, j] @ W[:, k, a, b]
    return image


def stamps_by_weights(y, W, stride):
    (_, down, across), (_, c, kh, kw) = y.shape, W.shape
    (sr, sc), image = stride, np.zeros((c, (down - 1) * stride[0] + kh, (across - 1) * stride[1] + kw))
    for a, b in np.ndindex(kh, kw):
        image[:, a : a + (down - 1) * sr + 1 : sr, b : b + (across - 1) * sc + 1 : sc] += np.tensordot(
            W[:, :, a, b].T, y, 1
        )
    return image


def stamps_by_scipy(y, W, stride):
    wide = np.zeros((len(y), (y.shape[1] - 1) * stride[0] + 1, (y.shape[2] - 1) * stride[1] + 1))
    wide[:, :: stride[0], :: stride[1]] = y
    return np.array([sum(convolve2d(wide[f], W[f, c]) for f in range(len(y))) for c in range(W.shape[1])])


def stamps_in_float32(y, W, stride):
    return stamps(y.astype(np.float32), W.astype(np.float32), stride).astype(np.float32)


def stamps_by_einsum(y, W, stride):
    (_, down, across), (kh, kw) = y.shape, W.shape[2:]
    image = np.zeros((W.shape[1], (down - 1) * stride[0] + kh, (across - 1) * stride[1] + kw))
    for i in range(down):
        for j in range(across):
            at = np.s_[:, i * stride[0] : i * stride[0] + kh, j * stride[1] : j * stride[1] + kw]
            image[at] += np.einsum("f,fcab->cab", y[:, i, j], W)
    return image


WRONG = [
    (lambda y, W, stride: stamps(y, W, stride, add=False), "overwritten"),
    (lambda y, W, stride: stamps(y, W, stride, flip=True), "filter flipped"),
    lambda y, W, stride: stamps(y.transpose(0, 2, 1), W, stride),
    lambda y, W, stride: stamps(y, W, stride, add=False, flip=True),
    lambda y, W, stride: -stamps(y, W, stride),
    lambda y, W, stride: stamps(y, W, stride) / y[0].size,
    lambda y, W, stride: stamps(y, W, stride) / len(y),
    lambda y, W, stride: stamps(y, W, stride)[None],
    lambda y, W, stride: stamps(y, W, (1, 1)),
    lambda y, W, stride: stamps(y, W, stride)[0],
    lambda y, W, stride: None,
    stamps_last_filter,
    stamps_first_filter,
    stamps_first_channel,
    stamps_channels_added,
    stamps_a_filter_each,
    stamps_mean,
    stamps_correlated,
    stamps_unweighted,
    stamps_signs,
    stamps_kernel_turned,
    stamps_upside,
    stamps_max,
    stamps_number_of_filters_wrong,
    stamps_integers,
]
RIGHT = [
    stamps,
    stamps_pixel_by_pixel,
    stamps_by_weights,
    stamps_by_scipy,
    stamps_in_float32,
    stamps_by_einsum,
]
SHEETS = [AnswerSheet("14.transposed_convolution", WRONG, RIGHT)]
