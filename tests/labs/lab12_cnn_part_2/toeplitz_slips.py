"""Answers to 12.toeplitz with one slip each, written from its text alone."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def places(W, height, width, stride):
    """How many places there are, down and across."""
    return (height - W.shape[1]) // stride[0] + 1, (width - W.shape[2]) // stride[1] + 1


def filter_in_one_piece(W, height, width, stride):
    down, across = places(W, height, width, stride)
    rows = []
    for filt in W:
        for y in range(down):
            for x in range(across):
                row = np.zeros(height * width)
                start = y * stride[0] * width + x * stride[1]
                row[start : start + filt.size] = filt.ravel()[: len(row) - start]
                rows.append(row)
    return np.array(rows)


def by_place_then_filter(W, height, width, stride):
    rows = []
    for y in range(0, height - W.shape[1] + 1, stride[0]):
        for x in range(0, width - W.shape[2] + 1, stride[1]):
            for filt in W:
                image = np.zeros((height, width))
                image[y : y + W.shape[1], x : x + W.shape[2]] = filt
                rows.append(image.ravel())
    return np.array(rows)


def painted(W, height, width, starts, order="C"):
    """The filters at all the starts, laid out flat."""
    rows = []
    for filt in W:
        for y, x in starts:
            image = np.zeros((height, width))
            image[y : y + W.shape[1], x : x + W.shape[2]] = filt
            rows.append(image.ravel(order))
    return np.array(rows)


def grid(W, height, width, stride):
    """All starts, read like text."""
    down, across = places(W, height, width, stride)
    return [(y * stride[0], x * stride[1]) for y in range(down) for x in range(across)]


def right(W, height, width, stride):
    return painted(W, height, width, grid(W, height, width, stride))


def filter_turned_round(W, height, width, stride):
    return right(W[:, ::-1, ::-1], height, width, stride)


def places_down_first(W, height, width, stride):
    down, across = places(W, height, width, stride)
    starts = [(y * stride[0], x * stride[1]) for x in range(across) for y in range(down)]
    return painted(W, height, width, starts)


def pixels_down_first(W, height, width, stride):
    return painted(W, height, width, grid(W, height, width, stride), order="F")


def stride_turned(W, height, width, stride):
    return right(W, height, width, stride[::-1])


def stride_counted_and_not_walked(W, height, width, stride):
    down, across = places(W, height, width, stride)
    return painted(W, height, width, [(y, x) for y in range(down) for x in range(across)])


def last_place_missing(W, height, width, stride):
    rows, columns = W.shape[1:]
    starts = [(y, x) for y in range(0, height - rows, stride[0]) for x in range(0, width - columns, stride[1])]
    return painted(W, height, width, starts)


def stride_of_the_filter(W, height, width, stride):
    return right(W, height, width, W.shape[1:])


def one_axis_for_the_filters(W, height, width, stride):
    T = right(W, height, width, stride)
    return T.reshape(len(W), -1, height * width)


def turned(W, height, width, stride):
    return right(W, height, width, stride).T


def first_filter(W, height, width, stride):
    return right(W[:1], height, width, stride)


def filters_added(W, height, width, stride):
    return right(W.sum(axis=0, keepdims=True), height, width, stride)


def with_a_border(W, height, width, stride):
    rows, columns = W.shape[1:]
    wide = right(W, height + rows - 1, width + columns - 1, stride)
    wide = wide.reshape(len(wide), height + rows - 1, width + columns - 1)
    top, left = (rows - 1) // 2, (columns - 1) // 2
    return wide[:, top : top + height, left : left + width].reshape(len(wide), -1)


def height_for_width(W, height, width, stride):
    T = np.zeros((len(right(W, height, width, stride)), height * width))
    row = 0
    for filt in W:
        for y, x in grid(W, height, width, stride):
            for i in range(W.shape[1]):
                for j in range(W.shape[2]):
                    T[row, ((y + i) * height + x + j) % T.shape[1]] = filt[i, j]
            row += 1
    return T


def of_ones(W, height, width, stride):
    return (right(W, height, width, stride) != 0).astype(float)


def whole_numbers(W, height, width, stride):
    return right(W, height, width, stride).astype(int)


WRONG = [
    filter_in_one_piece,
    by_place_then_filter,
    filter_turned_round,
    places_down_first,
    pixels_down_first,
    stride_turned,
    stride_counted_and_not_walked,
    last_place_missing,
    stride_of_the_filter,
    one_axis_for_the_filters,
    turned,
    first_filter,
    filters_added,
    with_a_border,
    height_for_width,
    of_ones,
    whole_numbers,
    lambda W, h, w, s: right(W.transpose(0, 2, 1), h, w, s),
]


def by_unit_images(W, height, width, stride):
    columns = []
    for pixel in range(height * width):
        image = np.zeros(height * width)
        image[pixel] = 1
        image = image.reshape(height, width)
        windows = np.lib.stride_tricks.sliding_window_view(image, W.shape[1:])[:: stride[0], :: stride[1]]
        columns.append(np.einsum("fij,yxij->fyx", W, windows).ravel())
    return np.array(columns).T


def by_indices(W, height, width, stride):
    down, across = places(W, height, width, stride)
    T = np.zeros((len(W), down, across, height, width))
    f, y, x, i, j = np.indices((len(W), down, across, *W.shape[1:]))
    T[f, y, x, y * stride[0] + i, x * stride[1] + j] = W[f, i, j]
    return T.reshape(-1, height * width)


def by_padding(W, height, width, stride):
    rows = []
    for filt in W:
        for y, x in grid(W, height, width, stride):
            rest = (height - y - filt.shape[0], width - x - filt.shape[1])
            rows.append(np.pad(filt, ((y, rest[0]), (x, rest[1]))).ravel())
    return np.vstack(rows)


RIGHT = [right, by_unit_images, by_indices, by_padding]

SHEETS = [AnswerSheet("12.toeplitz", WRONG, RIGHT)]
