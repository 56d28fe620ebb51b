"""Whole right answers to 12.filter_gradient, in many forms."""

import numpy as np
from scipy.signal import convolve2d

from tests.labs.answer_sheet import AnswerSheet
from tests.labs.lab12_cnn_part_2.filter_gradient_whole_wrong import sizes


def weight_by_weight(images, delta):
    n, F, down, across, rows, columns = sizes(images, delta)
    dW = np.empty((F, rows, columns))
    for i in range(rows):
        for j in range(columns):
            dW[:, i, j] = (delta * images[:, None, i : i + down, j : j + across]).sum(axis=(0, 2, 3))
    return dW


def by_windows_of_places(images, delta):
    win = np.lib.stride_tricks.sliding_window_view(images, delta.shape[2:], axis=(1, 2))
    return np.einsum("sijyx,sfyx->fij", win, delta)


def by_windows_of_weights(images, delta):
    n, F, down, across, rows, columns = sizes(images, delta)
    win = np.lib.stride_tricks.sliding_window_view(images, (rows, columns), axis=(1, 2)).reshape(-1, rows * columns)
    d = delta.transpose(1, 0, 2, 3).reshape(F, -1)
    return (d @ win).reshape(F, rows, columns)


def by_convolution_turned(images, delta):
    return np.array(
        [
            sum(convolve2d(p, np.flip(d), mode="valid") for p, d in zip(images, delta[:, f], strict=False))
            for f in range(delta.shape[1])
        ]
    )


def by_lists(images, delta):
    n, F, down, across, rows, columns = sizes(images, delta)
    return np.array(
        [
            [
                [
                    float(
                        sum(
                            delta[s, f, y, x] * images[s, y + i, x + j]
                            for s in range(n)
                            for y in range(down)
                            for x in range(across)
                        )
                    )
                    for j in range(columns)
                ]
                for i in range(rows)
            ]
            for f in range(F)
        ]
    )


RIGHT = [weight_by_weight, by_windows_of_places, by_windows_of_weights, by_convolution_turned, by_lists]

SHEETS = [AnswerSheet("12.filter_gradient", wrong=[], right=RIGHT)]
