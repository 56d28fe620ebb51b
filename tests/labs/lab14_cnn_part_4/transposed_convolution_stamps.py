"""Answers to 14.transposed_convolution: what becomes of filters, channels and overlapping stamps."""

import numpy as np
from scipy.signal import convolve2d, correlate2d

from tests.labs.answer_sheet import AnswerSheet


def size(y, W, stride):
    return (y.shape[1] - 1) * stride[0] + W.shape[2], (y.shape[2] - 1) * stride[1] + W.shape[3]


def stamped(y, W, stride, image):
    kh, kw = W.shape[2:]
    for f in range(y.shape[0]):
        for i in range(y.shape[1]):
            for j in range(y.shape[2]):
                top, left = i * stride[0], j * stride[1]
                image[:, top : top + kh, left : left + kw] += y[f, i, j] * W[f]
    return image


def blank(y, W, stride, more=(0, 0)):
    h, w = size(y, W, stride)
    return np.zeros((W.shape[1], h + more[0], w + more[1]))


def right(y, W, stride):
    return stamped(y, W, stride, blank(y, W, stride))


def overwritten(y, W, stride):
    image = blank(y, W, stride)
    for f in range(len(y)):
        for i in range(y.shape[1]):
            for j in range(y.shape[2]):
                image[:, i * stride[0] : i * stride[0] + W.shape[2], j * stride[1] : j * stride[1] + W.shape[3]] = (
                    y[f, i, j] * W[f]
                )
    return image


def averaged_where_stamps_overlap(y, W, stride):
    counts = stamped(np.ones_like(y[:1]), np.ones_like(W[:1]), stride, blank(y, W, stride))
    return right(y, W, stride) / np.maximum(counts, 1)


def largest_where_stamps_overlap(y, W, stride):
    image = blank(y, W, stride)
    for f in range(len(y)):
        for i in range(y.shape[1]):
            for j in range(y.shape[2]):
                part = np.s_[:, i * stride[0] : i * stride[0] + W.shape[2], j * stride[1] : j * stride[1] + W.shape[3]]
                image[part] = np.maximum(image[part], y[f, i, j] * W[f])
    return image


def filters_overwrite(y, W, stride):
    for f in range(len(y)):
        image = right(y[f : f + 1], W[f : f + 1], stride)
    return image


def first_channel_everywhere(y, W, stride):
    return right(y, np.repeat(W[:, :1], W.shape[1], axis=1), stride)


def only_first_channel(y, W, stride):
    image = right(y, W, stride)
    image[1:] = 0
    return image


def upsampled(y, stride, trailing=False):
    n, m = y.shape[1] * stride[0], y.shape[2] * stride[1]
    wide = np.zeros((len(y), n, m))
    wide[:, :: stride[0], :: stride[1]] = y
    return wide if trailing else wide[:, : n - stride[0] + 1, : m - stride[1] + 1]


def full_with(how, y, W, stride, wide):
    return np.array([sum(how(wide[f], W[f, c], mode="full") for f in range(len(y))) for c in range(W.shape[1])])


def with_convolve(y, W, stride):
    return full_with(convolve2d, y, W, stride, upsampled(y, stride))


def with_correlate(y, W, stride):
    return full_with(correlate2d, y, W, stride, upsampled(y, stride))


def positive_only(y, W, stride):
    return right(np.where(y > 0, y, 0), W, stride)


def sum_of_filters(y, W, stride):
    return right(y.sum(axis=0, keepdims=True), W.sum(axis=0, keepdims=True), stride)


def per_filter(y, W, stride):
    return np.array([right(y[f : f + 1], W[f : f + 1], stride) for f in range(len(y))])


def in_integers(y, W, stride):
    return stamped(y, W, stride, blank(y, W, stride).astype(int))


def by_kernel_entry(y, W, stride):
    image = blank(y, W, stride)
    n, m = y.shape[1:]
    for a in range(W.shape[2]):
        for b in range(W.shape[3]):
            part = np.einsum("fij,fc->cij", y, W[:, :, a, b])
            image[:, a : a + n * stride[0] : stride[0], b : b + m * stride[1] : stride[1]][:, :n, :m] += part
    return image


def by_single_numbers(y, W, stride):
    s1, s2 = stride
    image = np.zeros((W.shape[1], *size(y, W, stride)))
    for f, i, j in np.ndindex(*y.shape):
        for c, a, b in np.ndindex(*W.shape[1:]):
            image[c, i * s1 + a, j * s2 + b] += y[f, i, j] * W[f, c, a, b]
    return image


def by_gather(y, W, stride):
    h, w = size(y, W, stride)
    image = np.zeros((W.shape[1], h, w))
    for r in range(h):
        for s in range(w):
            for i in range(y.shape[1]):
                for j in range(y.shape[2]):
                    a, b = r - i * stride[0], s - j * stride[1]
                    if 0 <= a < W.shape[2] and 0 <= b < W.shape[3]:
                        image[:, r, s] += y[:, i, j] @ W[:, :, a, b]
    return image


WRONG = [
    lambda y, W, stride: right(y, W, (1, 1)),
    lambda y, W, stride: right(y, W[:, :, ::-1, ::-1], stride),
    lambda y, W, stride: right(y, W[:, :, ::-1], stride),
    lambda y, W, stride: right(y, W.swapaxes(2, 3), stride),
    lambda y, W, stride: right(y.swapaxes(1, 2), W, stride),
    lambda y, W, stride: right(y, W.swapaxes(0, 1), stride),
    lambda y, W, stride: right(y, W, stride)[0],
    lambda y, W, stride: right(y, W, stride).sum(axis=0, keepdims=True),
    lambda y, W, stride: right(y, W, stride).sum(axis=0),
    lambda y, W, stride: right(y, W, stride)[None],
    lambda y, W, stride: right(y, W, stride) / len(y),
    lambda y, W, stride: right(y, W, stride) / W[0, 0].size,
    lambda y, W, stride: right(y, W, stride).transpose(1, 2, 0),
    lambda y, W, stride: right(y[:, ::-1, ::-1], W, stride),
    overwritten,
    averaged_where_stamps_overlap,
    largest_where_stamps_overlap,
    filters_overwrite,
    first_channel_everywhere,
    only_first_channel,
    with_correlate,
    positive_only,
    sum_of_filters,
    per_filter,
    in_integers,
]
RIGHT = [
    by_kernel_entry,
    by_single_numbers,
    by_gather,
    with_convolve,
]
SHEETS = [AnswerSheet("14.transposed_convolution", WRONG, RIGHT)]
