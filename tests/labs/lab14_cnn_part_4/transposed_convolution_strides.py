"""Answers to 14.transposed_convolution: strides, and the size of the image."""

import numpy as np
from scipy.signal import convolve2d

from tests.labs.answer_sheet import AnswerSheet
from tests.labs.lab14_cnn_part_4.transposed_convolution_stamps import blank, full_with, right, size, stamped, upsampled


def dilated(y, W, stride):
    n, m = y.shape[1:]
    a, b = W.shape[2:]
    image = np.zeros((W.shape[1], n + (a - 1) * stride[0], m + (b - 1) * stride[1]))
    for f in range(len(y)):
        for i in range(n):
            for j in range(m):
                image[:, i : i + (a - 1) * stride[0] + 1 : stride[0], j : j + (b - 1) * stride[1] + 1 : stride[1]] += (
                    y[f, i, j] * W[f]
                )
    return image


def as_large_as_the_strided_grid(y, W, stride):
    top, left = W.shape[2] // 2, W.shape[3] // 2
    full = right(y, W, stride)
    return full[:, top : top + y.shape[1] * stride[0], left : left + y.shape[2] * stride[1]]


def trailing_zeros(y, W, stride):
    return full_with(convolve2d, y, W, stride, upsampled(y, stride, trailing=True))


def repeated(y, W, stride):
    wide = y.repeat(stride[0], axis=1).repeat(stride[1], axis=2)
    return full_with(convolve2d, y, W, stride, wide[:, : 1 - stride[0] or None, : 1 - stride[1] or None])


def strides_swapped(y, W, stride):
    return right(y, W, stride[::-1])


def strides_swapped_in_the_loop(y, W, stride):
    image = blank(y, W, stride)
    for f, i, j in np.ndindex(y.shape):
        for c, a, b in np.ndindex(W.shape[1:]):
            r, s = i * stride[1] + a, j * stride[0] + b
            if r < image.shape[1] and s < image.shape[2]:
                image[c, r, s] += y[f, i, j] * W[f, c, a, b]
    return image


def forward(y, W, stride):
    n = (y.shape[1] - W.shape[2]) // stride[0] + 1
    m = (y.shape[2] - W.shape[3]) // stride[1] + 1
    return np.array(
        [
            [[np.sum(y[:, i : i + W.shape[2], j : j + W.shape[3]] * W[:, c]) for j in range(m)] for i in range(n)]
            for c in range(W.shape[1])
        ]
    )


def image_of_width_first(y, W, stride):
    h, w = size(y, W, stride)
    image = np.zeros((W.shape[1], w, h))
    for f, i, j in np.ndindex(y.shape):
        for c, a, b in np.ndindex(W.shape[1:]):
            image[c, j * stride[1] + b, i * stride[0] + a] += y[f, i, j] * W[f, c, a, b]
    return image


def last_place_forgotten(y, W, stride):
    image = blank(y, W, stride)
    for f in range(len(y)):
        for i in range(y.shape[1] - 1):
            for j in range(y.shape[2] - 1):
                top, left = i * stride[0], j * stride[1]
                image[:, top : top + W.shape[2], left : left + W.shape[3]] += y[f, i, j] * W[f]
    return image


def one_stride(y, W, stride):
    return right(y, W, (stride[0], stride[0]))


def second_stride(y, W, stride):
    return right(y, W, (stride[1], stride[1]))


def shape_at_stride_one(y, W, stride):
    image = np.zeros((W.shape[1], y.shape[1] + W.shape[2] - 1, y.shape[2] + W.shape[3] - 1))
    return stamped(y, W, stride, image)


def shape_with_n_strides(y, W, stride):
    return stamped(y, W, stride, blank(y, W, stride, stride))


def shape_for_stride_one_scaled(y, W, stride):
    image = np.zeros((W.shape[1], y.shape[1] * stride[0] + W.shape[2] - 1, y.shape[2] * stride[1] + W.shape[3] - 1))
    return stamped(y, W, stride, image)


WRONG = [
    strides_swapped,
    strides_swapped_in_the_loop,
    one_stride,
    second_stride,
    dilated,
    as_large_as_the_strided_grid,
    trailing_zeros,
    repeated,
    forward,
    image_of_width_first,
    last_place_forgotten,
    shape_at_stride_one,
    shape_with_n_strides,
    shape_for_stride_one_scaled,
]
SHEETS = [AnswerSheet("14.transposed_convolution", WRONG, right=[])]
