"""Answers to 13.col2im with one slip each, written from its text alone."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def cut(columns, image_shape, kernel_size, stride):
    """The columns with an axis for everything: channels, rows, columns, places down and across, samples."""
    (n, c, h, w), (kh, kw), (d, a) = image_shape, kernel_size, stride
    return columns.reshape(c, kh, kw, (h - kh) // d + 1, (w - kw) // a + 1, n)


def stride_forgotten(columns, image_shape, kernel_size, stride):
    parts, out = cut(columns, image_shape, kernel_size, stride), np.zeros(image_shape)
    _, kh, kw, down, across, _ = parts.shape
    for i in range(kh):
        for j in range(kw):
            out[:, :, i : i + down, j : j + across] += parts[:, i, j].transpose(3, 0, 1, 2)
    return out


def stride_turned(columns, image_shape, kernel_size, stride):
    return right(columns, image_shape, kernel_size, stride[::-1])


def added_once_at_each_pixel(columns, image_shape, kernel_size, stride):
    n, c, h, w = image_shape
    parts, out = cut(columns, image_shape, kernel_size, stride), np.zeros(image_shape)
    c, i, j, y, x, s = np.indices(parts.shape)
    out[s, c, y * stride[0] + i, x * stride[1] + j] += parts
    return out


def last_places_left_out(columns, image_shape, kernel_size, stride):
    parts, out = cut(columns, image_shape, kernel_size, stride), np.zeros(image_shape)
    (_, kh, kw, down, across, _), (d, a) = parts.shape, stride
    for y in range(down - 1):
        for x in range(across - 1):
            out[:, :, y * d : y * d + kh, x * a : x * a + kw] += parts[:, :, :, y, x].transpose(3, 0, 1, 2)
    return out


def place_over_place(columns, image_shape, kernel_size, stride):
    parts, out = cut(columns, image_shape, kernel_size, stride), np.zeros(image_shape)
    (_, kh, kw, down, across, _), (d, a) = parts.shape, stride
    for y in range(down):
        for x in range(across):
            out[:, :, y * d : y * d + kh, x * a : x * a + kw] = parts[:, :, :, y, x].transpose(3, 0, 1, 2)
    return out


def all_samples_in_each(columns, image_shape, kernel_size, stride):
    out = right(columns, image_shape, kernel_size, stride)
    return np.broadcast_to(out.sum(axis=0), image_shape)


def all_channels_in_each(columns, image_shape, kernel_size, stride):
    out = right(columns, image_shape, kernel_size, stride)
    return np.broadcast_to(out.sum(axis=1, keepdims=True), image_shape)


def stride_inside_the_window(columns, image_shape, kernel_size, stride):
    parts, out = cut(columns, image_shape, kernel_size, stride), np.zeros(image_shape)
    (_, kh, kw, down, across, _), (h, w) = parts.shape, image_shape[2:]
    for i in range(kh):
        for j in range(kw):
            for y in range(down):
                for x in range(across):
                    out[:, :, (y + i * stride[0]) % h, (x + j * stride[1]) % w] += parts[:, i, j, y, x].T
    return out


def sum_of_the_window_at_its_corner(columns, image_shape, kernel_size, stride):
    parts, out = cut(columns, image_shape, kernel_size, stride), np.zeros(image_shape)
    (_, _, _, down, across, _), (d, a) = parts.shape, stride
    out[:, :, : d * down : d, : a * across : a] = parts.sum(axis=(1, 2)).transpose(3, 0, 1, 2)[
        :, :, : -(-image_shape[2] // d), : -(-image_shape[3] // a)
    ]
    return out


def overlaps_counted(columns, image_shape, kernel_size, stride):
    return right(np.ones_like(columns), image_shape, kernel_size, stride)


def images_as_blocks(columns, image_shape, kernel_size, stride):
    (n, c, h, w), (kh, kw), (d, a) = image_shape, kernel_size, stride
    down, across, out = (h - kh) // d + 1, (w - kw) // a + 1, np.zeros(image_shape)
    for s, block in enumerate(np.hsplit(columns, n)):
        column = 0
        for y in range(down):
            for x in range(across):
                out[s, :, y * d : y * d + kh, x * a : x * a + kw] += block[:, column].reshape(c, kh, kw)
                column += 1
    return out


def columns_read_as_rows(columns, image_shape, kernel_size, stride):
    return right(columns.T.reshape(columns.shape), image_shape, kernel_size, stride)


def whole_numbers(columns, image_shape, kernel_size, stride):
    return right(columns, image_shape, kernel_size, stride).astype(int)


def one_pixel_off(columns, image_shape, kernel_size, stride):
    return np.roll(right(columns, image_shape, kernel_size, stride), 1, axis=(2, 3))


def windows_transposed(columns, image_shape, kernel_size, stride):
    parts, out = cut(columns, image_shape, kernel_size, stride), np.zeros(image_shape)
    (_, kh, kw, down, across, _), (d, a) = parts.shape, stride
    for y in range(down):
        for x in range(across):
            for s in range(image_shape[0]):
                patch = parts[:, :, :, y, x, s].reshape(image_shape[1], kw, kh).transpose(0, 2, 1)
                out[s, :, y * d : y * d + kh, x * a : x * a + kw] += patch
    return out


def started_from_ones(columns, image_shape, kernel_size, stride):
    return 1 + right(columns, image_shape, kernel_size, stride)


def places_counted_without_stride(columns, image_shape, kernel_size, stride):
    (n, c, h, w), (kh, kw) = image_shape, kernel_size
    parts, out = columns.reshape(c, kh, kw, h - kh + 1, w - kw + 1, n), np.zeros(image_shape)
    for i in range(kh):
        for j in range(kw):
            out[:, :, i : i + h - kh + 1, j : j + w - kw + 1] += parts[:, i, j].transpose(3, 0, 1, 2)
    return out


def one_channel_only(columns, image_shape, kernel_size, stride):
    parts, out = cut(columns, image_shape, kernel_size, stride), np.zeros(image_shape)
    (_, kh, kw, down, across, _), (d, a) = parts.shape, stride
    for i in range(kh):
        for j in range(kw):
            out[:, 0, i : i + d * down : d, j : j + a * across : a] += parts[0, i, j].transpose(2, 0, 1)
    return out


def samples_cut_first(columns, image_shape, kernel_size, stride):
    (n, c, h, w), (kh, kw), (d, a) = image_shape, kernel_size, stride
    down, across, out = (h - kh) // d + 1, (w - kw) // a + 1, np.zeros(image_shape)
    parts = columns.reshape(n, c, kh, kw, down, across)
    for i in range(kh):
        for j in range(kw):
            out[:, :, i : i + d * down : d, j : j + a * across : a] += parts[:, :, i, j]
    return out


def halved_where_windows_overlap(columns, image_shape, kernel_size, stride):
    out = right(columns, image_shape, kernel_size, stride)
    return np.where(overlaps_counted(columns, image_shape, kernel_size, stride) > 1, out / 2, out)


def right(columns, image_shape, kernel_size, stride):
    parts, out = cut(columns, image_shape, kernel_size, stride), np.zeros(image_shape)
    (_, kh, kw, down, across, _), (d, a) = parts.shape, stride
    for y in range(down):
        for x in range(across):
            out[:, :, y * d : y * d + kh, x * a : x * a + kw] += parts[:, :, :, y, x].transpose(3, 0, 1, 2)
    return out


def by_add_at(columns, image_shape, kernel_size, stride):
    parts, out = cut(columns, image_shape, kernel_size, stride), np.zeros(image_shape)
    c, i, j, y, x, s = np.indices(parts.shape)
    np.add.at(out, (s, c, y * stride[0] + i, x * stride[1] + j), parts)
    return out


def by_two_loops(columns, image_shape, kernel_size, stride):
    parts, out = cut(columns, image_shape, kernel_size, stride), np.zeros(image_shape)
    (_, kh, kw, down, across, _), (d, a) = parts.shape, stride
    for i, j in np.ndindex(kh, kw):
        out[:, :, i : i + d * down : d, j : j + a * across : a] += np.moveaxis(parts[:, i, j], -1, 0)
    return out


def entry_by_entry(columns, image_shape, kernel_size, stride):
    out = np.zeros(image_shape)
    parts = cut(columns, image_shape, kernel_size, stride)
    for c, i, j, y, x, s in np.ndindex(*parts.shape):
        out[s, c, y * stride[0] + i, x * stride[1] + j] += parts[c, i, j, y, x, s]
    return out


WRONG = [
    stride_forgotten,
    stride_turned,
    added_once_at_each_pixel,
    last_places_left_out,
    place_over_place,
    all_samples_in_each,
    all_channels_in_each,
    stride_inside_the_window,
    sum_of_the_window_at_its_corner,
    overlaps_counted,
    images_as_blocks,
    columns_read_as_rows,
    whole_numbers,
    one_pixel_off,
    windows_transposed,
    started_from_ones,
    places_counted_without_stride,
    one_channel_only,
    samples_cut_first,
    halved_where_windows_overlap,
]
RIGHT = [right, by_add_at, by_two_loops, entry_by_entry]

SHEETS = [AnswerSheet("13.col2im", WRONG, RIGHT)]
