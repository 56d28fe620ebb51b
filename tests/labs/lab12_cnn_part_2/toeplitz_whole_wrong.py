"""Whole wrong answers to 12.toeplitz, written from its text alone: the Toeplitz matrix of a bank of filters."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def first_filter_only(W, height, width, stride):
    n, rows, columns = W.shape
    T = []
    for y in range(0, height - rows + 1, stride[0]):
        for x in range(0, width - columns + 1, stride[1]):
            image = np.zeros((height, width))
            image[y : y + rows, x : x + columns] = W[0]
            T.append(image.ravel())
    return np.array(T)


def place_too_few(W, height, width, stride):
    n, rows, columns = W.shape
    T = []
    for f in range(n):
        for y in range(0, height - rows, stride[0]):
            for x in range(0, width - columns, stride[1]):
                image = np.zeros((height, width))
                image[y : y + rows, x : x + columns] = W[f]
                T.append(image.ravel())
    return np.array(T)


def strides_exchanged(W, height, width, stride):
    n, rows, columns = W.shape
    T = []
    for f in range(n):
        for y in range(0, height - rows + 1, stride[1]):
            for x in range(0, width - columns + 1, stride[0]):
                image = np.zeros((height, width))
                image[y : y + rows, x : x + columns] = W[f]
                T.append(image.ravel())
    return np.array(T)


def image_never_emptied(W, height, width, stride):
    n, rows, columns = W.shape
    T = []
    image = np.zeros((height, width))
    for f in range(n):
        for y in range(0, height - rows + 1, stride[0]):
            for x in range(0, width - columns + 1, stride[1]):
                image[y : y + rows, x : x + columns] = W[f]
                T.append(image.ravel().copy())
    return np.array(T)


def one_row_many_times(W, height, width, stride):
    n, rows, columns = W.shape
    T = []
    image = np.zeros((height, width))
    for f in range(n):
        for y in range(0, height - rows + 1, stride[0]):
            for x in range(0, width - columns + 1, stride[1]):
                image[:] = 0
                image[y : y + rows, x : x + columns] = W[f]
                T.append(image.reshape(-1))
    return np.array(T)


def transposed(W, height, width, stride):
    n, rows, columns = W.shape
    T = []
    for f in range(n):
        for y in range(0, height - rows + 1, stride[0]):
            for x in range(0, width - columns + 1, stride[1]):
                image = np.zeros((height, width))
                image[y : y + rows, x : x + columns] = W[f]
                T.append(image.ravel())
    return np.stack(T, axis=1)


def places_rounded_up(W, height, width, stride):
    n, rows, columns = W.shape
    down = (height - rows) // stride[0] + 1
    across = (width - columns) // stride[1] + 1
    T = np.zeros((n * down * across, height * width))
    r = 0
    for f in range(n):
        for y in range(down):
            for x in range(across):
                for i in range(rows):
                    for j in range(columns):
                        T[r, (y + i) * width + (x + j)] = W[f, i, j]  # stride forgotten in place
                r += 1
    return T


def height_for_width(W, height, width, stride):
    n, rows, columns = W.shape
    down = (height - rows) // stride[0] + 1
    across = (width - columns) // stride[1] + 1
    T = np.zeros((n * down * across, height * width))
    r = 0
    for f in range(n):
        for y in range(down):
            for x in range(across):
                for i in range(rows):
                    for j in range(columns):
                        T[r, ((y * stride[0] + i) * height + (x * stride[1] + j)) % (height * width)] = W[f, i, j]
                r += 1
    return T


def filter_flipped(W, height, width, stride):
    n, rows, columns = W.shape
    T = []
    for f in range(n):
        for y in range(0, height - rows + 1, stride[0]):
            for x in range(0, width - columns + 1, stride[1]):
                image = np.zeros((height, width))
                image[y : y + rows, x : x + columns] = np.flip(W[f])
                T.append(image.ravel())
    return np.array(T)


def an_axis_for_the_filters(W, height, width, stride):
    n, rows, columns = W.shape
    T = []
    for f in range(n):
        block = []
        for y in range(0, height - rows + 1, stride[0]):
            for x in range(0, width - columns + 1, stride[1]):
                image = np.zeros((height, width))
                image[y : y + rows, x : x + columns] = W[f]
                block.append(image.ravel())
        T.append(block)
    return np.array(T)


def returned_inside_the_loop(W, height, width, stride):
    n, rows, columns = W.shape
    T = []
    for f in range(n):
        for y in range(0, height - rows + 1, stride[0]):
            for x in range(0, width - columns + 1, stride[1]):
                image = np.zeros((height, width))
                image[y : y + rows, x : x + columns] = W[f]
                T.append(image.ravel())
        return np.array(T)


def shape_read_as_rows_columns_filters(W, height, width, stride):
    rows, columns, n = W.shape
    T = []
    for f in range(n):
        for y in range(0, height - rows + 1, stride[0]):
            for x in range(0, width - columns + 1, stride[1]):
                image = np.zeros((height, width))
                image[y : y + rows, x : x + columns] = W[:, :, f]
                T.append(image.ravel())
    return np.array(T)


def across_in_the_outer_loop(W, height, width, stride):
    n, rows, columns = W.shape
    T = []
    for f in range(n):
        for x in range(0, width - columns + 1, stride[1]):
            for y in range(0, height - rows + 1, stride[0]):
                image = np.zeros((height, width))
                image[y : y + rows, x : x + columns] = W[f]
                T.append(image.ravel())
    return np.array(T)


def stride_as_one_number(W, height, width, stride):
    n, rows, columns = W.shape
    s = stride[0]
    T = []
    for f in range(n):
        for y in range(0, height - rows + 1, s):
            for x in range(0, width - columns + 1, s):
                image = np.zeros((height, width))
                image[y : y + rows, x : x + columns] = W[f]
                T.append(image.ravel())
    return np.array(T)


def flat_filter_shifted_by_one(W, height, width, stride):
    n, rows, columns = W.shape
    places = ((height - rows) // stride[0] + 1) * ((width - columns) // stride[1] + 1)
    T = []
    for f in range(n):
        image = np.zeros((height, width))
        image[:rows, :columns] = W[f]
        first = image.ravel()
        for k in range(places):
            T.append(np.roll(first, k * stride[1]))
    return np.array(T)


WRONG = [
    first_filter_only,
    place_too_few,
    strides_exchanged,
    image_never_emptied,
    one_row_many_times,
    transposed,
    places_rounded_up,
    height_for_width,
    filter_flipped,
    an_axis_for_the_filters,
    returned_inside_the_loop,
    shape_read_as_rows_columns_filters,
    across_in_the_outer_loop,
    stride_as_one_number,
    flat_filter_shifted_by_one,
]

SHEETS = [AnswerSheet("12.toeplitz", wrong=WRONG, right=[])]
