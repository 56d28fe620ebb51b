"""Answers to 13.im2col with one slip each, written from its text alone."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def places(images, kernel_size, stride):
    """How many places fit, down and across."""
    return tuple((images.shape[2 + i] - kernel_size[i]) // stride[i] + 1 for i in (0, 1))


def seen(images, i, j, down, across, stride):
    """What all places see of the filter's row i and column j: samples, channels, places down, places across."""
    d, a = stride
    return images[:, :, i : i + d * down : d, j : j + a * across : a]


def image_beside_image(images, kernel_size, stride):
    (kh, kw), (d, a) = kernel_size, stride
    down, across = places(images, kernel_size, stride)
    blocks = []
    for image in images:
        block = [image[:, y * d : y * d + kh, x * a : x * a + kw].ravel() for y in range(down) for x in range(across)]
        blocks.append(np.array(block).T)
    return np.hstack(blocks)


def blocks_side_by_side(images, kernel_size, stride):
    return right(images, kernel_size, kernel_size)


def reshaped_only(images, kernel_size, stride):
    down, across = places(images, kernel_size, stride)
    stack = [seen(images, i, j, down, across, stride) for i in range(kernel_size[0]) for j in range(kernel_size[1])]
    return np.array(stack).reshape(images.shape[1] * kernel_size[0] * kernel_size[1], -1)


def filter_flipped(images, kernel_size, stride):
    down, across = places(images, kernel_size, stride)
    rows = []
    for c in range(images.shape[1]):
        for i in reversed(range(kernel_size[0])):
            for j in reversed(range(kernel_size[1])):
                rows.append(seen(images, i, j, down, across, stride)[:, c].transpose(1, 2, 0).ravel())
    return np.array(rows)


def channels_added(images, kernel_size, stride):
    return right(images.sum(axis=1, keepdims=True), kernel_size, stride)


def stride_inside_the_window(images, kernel_size, stride):
    (kh, kw), (d, a) = kernel_size, stride
    columns = []
    for y in range(images.shape[2] - d * (kh - 1)):
        for x in range(images.shape[3] - a * (kw - 1)):
            for image in images:
                columns.append(image[:, y : y + d * kh : d, x : x + a * kw : a].ravel())
    return np.array(columns).T


def padded_to_keep_the_size(images, kernel_size, stride):
    kh, kw = kernel_size
    pad = ((0, 0), (0, 0), (kh // 2, kh // 2), (kw // 2, kw // 2))
    return right(np.pad(images, pad), kernel_size, stride)


def starts_multiplied(images, kernel_size, stride):
    (d, a), (down, across) = stride, places(images, kernel_size, stride)
    rows = []
    for c in range(images.shape[1]):
        for i in range(kernel_size[0]):
            for j in range(kernel_size[1]):
                part = images[
                    :, c, (i * d) % down : (i * d) % down + down, (j * a) % across : (j * a) % across + across
                ]
                rows.append(np.resize(part, (len(images), down, across)).transpose(1, 2, 0).ravel())
    return np.array(rows)


def one_stride_for_both(images, kernel_size, stride):
    return right(images, kernel_size, (stride[0], stride[0]))


def last_sample_overwrites(images, kernel_size, stride):
    (kh, kw), (d, a) = kernel_size, stride
    down, across = places(images, kernel_size, stride)
    out = np.zeros((images.shape[1] * kh * kw, down * across * len(images)))
    for image in images:
        for y in range(down):
            for x in range(across):
                out[:, y * across + x] = image[:, y * d : y * d + kh, x * a : x * a + kw].ravel()
    return out


def whole_numbers(images, kernel_size, stride):
    out = np.zeros_like(right(images, kernel_size, stride), dtype=int)
    out[:] = right(images, kernel_size, stride)
    return out


def last_place_left_zero(images, kernel_size, stride):
    (kh, kw), (d, a) = kernel_size, stride
    n, c = images.shape[:2]
    down, across = places(images, kernel_size, stride)
    out = np.zeros((c * kh * kw, down, across, n))
    for y in range(down - 1):
        for x in range(across - 1):
            out[:, y, x] = images[:, :, y * d : y * d + kh, x * a : x * a + kw].reshape(n, -1).T
    return out.reshape(c * kh * kw, -1)


def windows_beyond_the_edge(images, kernel_size, stride):
    kh, kw = kernel_size
    return right(np.pad(images, ((0, 0), (0, 0), (0, kh - 1), (0, kw - 1))), kernel_size, stride)


def samples_before_channels(images, kernel_size, stride):
    down, across = places(images, kernel_size, stride)
    rows = []
    for i in range(kernel_size[0]):
        for j in range(kernel_size[1]):
            for c in range(images.shape[1]):
                rows.append(seen(images, i, j, down, across, stride)[:, c].transpose(1, 2, 0).ravel())
    return np.array(rows)


def across_first(images, kernel_size, stride):
    (kh, kw), (d, a) = kernel_size, stride
    down, across = places(images, kernel_size, stride)
    columns = []
    for x in range(across):
        for y in range(down):
            for image in images:
                columns.append(image[:, y * d : y * d + kh, x * a : x * a + kw].ravel())
    return np.array(columns).T


def windows_transposed(images, kernel_size, stride):
    (kh, kw), (d, a) = kernel_size, stride
    down, across = places(images, kernel_size, stride)
    columns = []
    for y in range(down):
        for x in range(across):
            for image in images:
                columns.append(image[:, y * d : y * d + kh, x * a : x * a + kw].T.ravel())
    return np.array(columns).T


def stride_only_counted(images, kernel_size, stride):
    (kh, kw), (down, across) = kernel_size, places(images, kernel_size, stride)
    columns = []
    for y in range(down):
        for x in range(across):
            for image in images:
                columns.append(image[:, y : y + kh, x : x + kw].ravel())
    return np.array(columns).T


def right(images, kernel_size, stride):
    n, channels = images.shape[:2]
    down, across = places(images, kernel_size, stride)
    X = np.zeros((channels, *kernel_size, down, across, n))
    for i in range(kernel_size[0]):
        for j in range(kernel_size[1]):
            X[:, i, j] = np.moveaxis(seen(images, i, j, down, across, stride), 0, -1)
    return X.reshape(-1, down * across * n)


def row_by_row(images, kernel_size, stride):
    down, across = places(images, kernel_size, stride)
    rows = []
    for c in range(images.shape[1]):
        for i in range(kernel_size[0]):
            for j in range(kernel_size[1]):
                rows.append(seen(images, i, j, down, across, stride)[:, c].transpose(1, 2, 0).ravel())
    return np.stack(rows)


def entry_by_entry(images, kernel_size, stride):
    (kh, kw), (d, a) = kernel_size, stride
    n, channels = images.shape[:2]
    down, across = places(images, kernel_size, stride)
    X = np.empty((channels * kh * kw, down * across * n))
    for row in range(len(X)):
        c, rest = divmod(row, kh * kw)
        i, j = divmod(rest, kw)
        for column in range(X.shape[1]):
            place, s = divmod(column, n)
            y, x = divmod(place, across)
            X[row, column] = images[s, c, y * d + i, x * a + j]
    return X


def by_indices(images, kernel_size, stride):
    n, channels = images.shape[:2]
    down, across = places(images, kernel_size, stride)
    c, i, j, y, x, s = np.indices((channels, *kernel_size, down, across, n))
    return images[s, c, y * stride[0] + i, x * stride[1] + j].reshape(-1, down * across * n)


WRONG = [
    image_beside_image,
    blocks_side_by_side,
    reshaped_only,
    filter_flipped,
    channels_added,
    stride_inside_the_window,
    padded_to_keep_the_size,
    one_stride_for_both,
    last_sample_overwrites,
    whole_numbers,
    last_place_left_zero,
    windows_beyond_the_edge,
    samples_before_channels,
    across_first,
    windows_transposed,
    stride_only_counted,
    lambda p, k, s: right(p, k, s).T.reshape(right(p, k, s).shape),
    lambda p, k, s: right(p, k, s)[:, ::-1],
    lambda p, k, s: right(p.transpose(0, 1, 3, 2), k, s),
]
RIGHT = [right, row_by_row, entry_by_entry, by_indices]

SHEETS = [AnswerSheet("13.im2col", WRONG, RIGHT, unnamed=[starts_multiplied])]
