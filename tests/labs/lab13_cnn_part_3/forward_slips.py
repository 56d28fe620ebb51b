"""Answers to 13.forward with one slip each, written from its text alone."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def product(columns, W):
    """Sums without biases: a filter in each row."""
    return W.reshape(len(W), -1) @ columns


def in_order(z, down, across, n):
    """Samples first."""
    return z.reshape(len(z), down, across, n).transpose(3, 0, 1, 2)


def bias_not_a_column(columns, W, b, down, across, n):
    return in_order(product(columns, W) + b, down, across, n)


def bias_on_every_weight(columns, W, b, down, across, n):
    return in_order(product(columns, W + b[:, None, None, None]), down, across, n)


def bias_multiplied(columns, W, b, down, across, n):
    return in_order(product(columns, W) * b[:, None], down, across, n)


def bias_at_the_first_place(columns, W, b, down, across, n):
    z = product(columns, W)
    z[:, 0] += b
    return in_order(z, down, across, n)


def bank_reshaped_the_wrong_way(columns, W, b, down, across, n):
    return in_order(W.reshape(-1, len(W)).T @ columns + b[:, None], down, across, n)


def bank_transposed(columns, W, b, down, across, n):
    return in_order(W.T.reshape(-1, len(W)).T @ columns + b[:, None], down, across, n)


def squashed(columns, W, b, down, across, n):
    return in_order(np.tanh(product(columns, W) + b[:, None]), down, across, n)


def filters_last(columns, W, b, down, across, n):
    return (product(columns, W) + b[:, None]).reshape(len(W), down, across, n).transpose(3, 1, 2, 0)


def images_as_blocks(columns, W, b, down, across, n):
    out = np.zeros((n, len(W), down, across))
    size = down * across
    for s in range(n):
        z = product(columns[:, s * size : (s + 1) * size], W) + b[:, None]
        out[s] = z.reshape(len(W), down, across)
    return out


def transposed_then_cut(columns, W, b, down, across, n):
    return (product(columns, W) + b[:, None]).T.reshape(n, len(W), down, across)


def first_image_for_all(columns, W, b, down, across, n):
    z = in_order(product(columns, W) + b[:, None], down, across, n)
    return np.array([z[0]] * n)


def axes_swapped_and_cut(columns, W, b, down, across, n):
    z = (product(columns, W) + b[:, None]).reshape(len(W), down, across, n)
    return z.swapaxes(0, 3).reshape(n, len(W), down, across)


def bias_on_the_last_axis(columns, W, b, down, across, n):
    return in_order(product(columns, W), down, across, n) + b


def first_filter_for_all(columns, W, b, down, across, n):
    z = np.array([W[0].ravel() @ columns + bias for bias in b])
    return in_order(z, down, across, n)


def first_channel(columns, W, b, down, across, n):
    size = W.shape[2] * W.shape[3]
    return in_order(W[:, 0].reshape(len(W), -1) @ columns[:size] + b[:, None], down, across, n)


def without_transpose(columns, W, b, down, across, n):
    out = np.zeros((n, len(W), down, across))
    for f, w in enumerate(W):
        out[:, f] = (w.ravel() @ columns + b[f]).reshape(n, down, across)
    return out


def whole_numbers(columns, W, b, down, across, n):
    out = np.zeros((n, len(W), down, across), dtype=int)
    out[:] = in_order(product(columns, W) + b[:, None], down, across, n)
    return out


def bias_of_the_next_filter(columns, W, b, down, across, n):
    return in_order(product(columns, W) + np.roll(b, 1)[:, None], down, across, n)


def channels_backwards(columns, W, b, down, across, n):
    return in_order(product(columns, W[:, ::-1]) + b[:, None], down, across, n)


def all_filters_added(columns, W, b, down, across, n):
    z = (product(columns, W) + b[:, None]).sum(axis=0)
    return z.reshape(1, down, across, n).transpose(3, 0, 1, 2)


WRONG = [
    bias_not_a_column,
    bias_on_every_weight,
    bias_multiplied,
    bias_at_the_first_place,
    bank_reshaped_the_wrong_way,
    bank_transposed,
    squashed,
    filters_last,
    images_as_blocks,
    transposed_then_cut,
    first_image_for_all,
    axes_swapped_and_cut,
    bias_on_the_last_axis,
    first_filter_for_all,
    first_channel,
    without_transpose,
    whole_numbers,
    bias_of_the_next_filter,
    channels_backwards,
    all_filters_added,
]


def image_by_image(columns, W, b, down, across, n):
    out = np.zeros((n, len(W), down, across))
    for s in range(n):
        z = product(columns[:, s::n], W)
        out[s] = z.reshape(len(W), down, across) + b.reshape(-1, 1, 1)
    return out


def number_by_number(columns, W, b, down, across, n):
    out = np.zeros((n, len(W), down, across))
    for s, f, y, x in np.ndindex(*out.shape):
        out[s, f, y, x] = np.dot(W[f].ravel(), columns[:, (y * across + x) * n + s]) + b[f]
    return out


def by_einsum(columns, W, b, down, across, n):
    grid = columns.reshape(*W.shape[1:], down, across, n)
    return np.einsum("fcij,cijyxs->sfyx", W, grid) + b[None, :, None, None]


def with_a_row_of_ones(columns, W, b, down, across, n):
    wide = np.hstack([W.reshape(len(W), -1), b[:, None]])
    z = wide @ np.vstack([columns, np.ones(columns.shape[1])])
    return np.moveaxis(z.reshape(-1, down, across, n), 3, 0)


RIGHT = [image_by_image, number_by_number, by_einsum, with_a_row_of_ones]

SHEETS = [AnswerSheet("13.forward", WRONG, RIGHT)]
