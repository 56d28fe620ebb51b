"""The right weights in wrong places."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def rows_are_units(W, height, width):
    return W.reshape(-1, height, width)


def reshape_by_units(W, height, width):
    return W.reshape(W.shape[1], height, width)


def width_first(W, height, width):
    return W.T.reshape(-1, width, height)


def down_the_columns(W, height, width):
    return np.array([w.reshape(height, width, order="F") for w in W.T])


def units_last(W, height, width):
    return W.reshape(height, width, -1)


def turned_round(W, height, width):
    return W.reshape(height, width, -1).T


def upside_down(W, height, width):
    return W.T.reshape(-1, height, width)[:, ::-1]


def mirrored(W, height, width):
    return W.T.reshape(-1, height, width)[:, :, ::-1]


def first_unit(W, height, width):
    return W[:, 0].reshape(height, width)


def a_list(W, height, width):
    return [W[:, j].reshape(height, width) for j in range(W.shape[1])]


def not_folded(W, height, width):
    return W.T


def one_pixel_row(W, height, width):
    return W.T.reshape(-1, height * width)


def mnist_only(W, height, width):
    return W.T.reshape(-1, 28, 28)


def square(W, height, width):
    side = int(np.sqrt(W.shape[0]))
    return W.T.reshape(-1, side, side)


def last_unit_forgotten(W, height, width):
    return np.array([W[:, j].reshape(height, width) for j in range(W.shape[1] - 1)])


def loop_over_pixels(W, height, width):
    return np.array([W[j].reshape(height, width) for j in range(len(W))])


def one_tall_picture(W, height, width):
    return np.vstack([w.reshape(height, width) for w in W.T])


def side_by_side(W, height, width):
    return np.hstack([w.reshape(height, width) for w in W.T])


def flat_index_wrong(W, height, width):
    images = np.zeros((W.shape[1], height, width))
    for j in range(W.shape[1]):
        for r in range(height):
            for c in range(width):
                images[j, r, c] = W[r * height + c, j] if r * height + c < len(W) else 0
    return images


def columns_first_index(W, height, width):
    images = np.zeros((W.shape[1], height, width))
    for j in range(W.shape[1]):
        for r in range(height):
            for c in range(width):
                images[j, r, c] = W[c * height + r, j]
    return images


def resized(W, height, width):
    W.resize(W.shape[1], height, width, refcheck=False)
    return W


def with_channel(W, height, width):
    return W.T.reshape(-1, 1, height, width)


WRONG = [
    rows_are_units, reshape_by_units, width_first, down_the_columns, units_last, turned_round, upside_down,
    mirrored, first_unit, a_list, not_folded, one_pixel_row, mnist_only, square, last_unit_forgotten,
    loop_over_pixels, one_tall_picture, side_by_side, flat_index_wrong, columns_first_index, resized, with_channel,
]  # fmt: skip

SHEETS = [AnswerSheet("09.weight_images", wrong=WRONG, right=[])]
