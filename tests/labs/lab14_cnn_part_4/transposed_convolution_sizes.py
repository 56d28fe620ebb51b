"""Answers to 14.transposed_convolution with other strides and sizes."""

import numpy as np
from scipy.signal import convolve2d, correlate2d

from tests.labs.answer_sheet import AnswerSheet
from tests.labs.lab14_cnn_part_4.transposed_convolution import stamps


def stamps_no_stride(y, W, stride):
    (n, down, across), (_, c, kh, kw) = y.shape, W.shape
    image = np.zeros((c, down + kh - 1, across + kw - 1))
    for f, i, j in np.ndindex(n, down, across):
        image[:, i : i + kh, j : j + kw] += y[f, i, j] * W[f]
    return image


def stamps_right_size_no_stride(y, W, stride):
    (n, down, across), (_, c, kh, kw) = y.shape, W.shape
    image = np.zeros((c, (down - 1) * stride[0] + kh, (across - 1) * stride[1] + kw))
    for f, i, j in np.ndindex(n, down, across):
        image[:, i : i + kh, j : j + kw] += y[f, i, j] * W[f]
    return image


def stamps_one_stride(y, W, stride):
    s = stride[0]
    (n, down, across), (_, c, kh, kw) = y.shape, W.shape
    image = np.zeros((c, (down - 1) * s + kh, (across - 1) * s + kw))
    for f, i, j in np.ndindex(n, down, across):
        image[:, i * s : i * s + kh, j * s : j * s + kw] += y[f, i, j] * W[f]
    return image


def stamps_strides_exchanged(y, W, stride):
    return stamps(y, W, stride[::-1])


def stamps_size_minus(y, W, stride):
    (n, down, across), (_, c, kh, kw) = y.shape, W.shape
    image = np.zeros((c, down - kh + 1, across - kw + 1))
    for f, i, j in np.ndindex(n, down, across):
        image[:, i : i + kh, j : j + kw] += y[f, i, j] * W[f]
    return image


def stamps_size_times(y, W, stride):
    (n, down, across), (_, c, kh, kw) = y.shape, W.shape
    image = np.zeros((c, down * stride[0] + kh, across * stride[1] + kw))
    for f, i, j in np.ndindex(n, down, across):
        r, q = i * stride[0], j * stride[1]
        image[:, r : r + kh, q : q + kw] += y[f, i, j] * W[f]
    return image


def stamps_size_times_minus(y, W, stride):
    return stamps_size_times(y, W, stride)[:, :-1, :-1]


def stamps_responses_size(y, W, stride):
    (n, down, across), (_, c, kh, kw) = y.shape, W.shape
    image = np.zeros((c, down, across))
    for f, i, j in np.ndindex(n, down, across):
        image[:, i : i + kh, j : j + kw] += y[f, i, j] * W[f]
    return image


def stamps_valid(y, W, stride):
    image = 0
    for f in range(len(y)):
        image = image + np.array([correlate2d(y[f], w, mode="valid") for w in W[f]])
    return image


def stamps_same(y, W, stride):
    image = 0
    for f in range(len(y)):
        image = image + np.array([convolve2d(y[f], w, mode="same") for w in W[f]])
    return image


def stamps_last_row_forgotten(y, W, stride):
    image = stamps(y, W, stride) * 0
    (n, down, across), (_, _, kh, kw) = y.shape, W.shape
    for f in range(n):
        for i in range(down - 1):
            for j in range(across - 1):
                r, q = i * stride[0], j * stride[1]
                image[:, r : r + kh, q : q + kw] += y[f, i, j] * W[f]
    return image


WRONG = [
    stamps_no_stride,
    stamps_right_size_no_stride,
    stamps_one_stride,
    stamps_strides_exchanged,
    stamps_size_minus,
    stamps_size_times,
    stamps_size_times_minus,
    stamps_responses_size,
    stamps_valid,
    stamps_same,
    stamps_last_row_forgotten,
]
SHEETS = [AnswerSheet("14.transposed_convolution", WRONG, right=[])]
