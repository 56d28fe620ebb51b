"""Answers to 12.filter_gradient with one slip each, written from its text alone."""

import numpy as np
from scipy.signal import convolve2d, correlate2d

from tests.labs.answer_sheet import AnswerSheet


def sizes(images, delta):
    """Rows and columns of the filters."""
    return images.shape[1] - delta.shape[2] + 1, images.shape[2] - delta.shape[3] + 1


def pairs(operation, images, delta, mode="valid"):
    """One map for each sample and filter."""
    return np.array([[operation(p, d, mode) for d in deltas] for p, deltas in zip(images, delta, strict=True)])


def right(images, delta):
    return pairs(correlate2d, images, delta).sum(axis=0)


def mean_over_images(images, delta):
    return pairs(correlate2d, images, delta).mean(axis=0)


def flipped(images, delta):
    return pairs(convolve2d, images, delta).sum(axis=0)


def of_all_overlaps(images, delta):
    return pairs(correlate2d, images, delta, "full").sum(axis=0)


def as_large_as_the_image(images, delta):
    return pairs(correlate2d, images, delta, "same").sum(axis=0)


def last_image_overwrites(images, delta):
    rows, columns = sizes(images, delta)
    dW = np.zeros((delta.shape[1], rows, columns))
    for p, deltas in zip(images, delta, strict=True):
        for f, d in enumerate(deltas):
            dW[f] = correlate2d(p, d, "valid")
    return dW


def image_by_image(images, delta):
    return pairs(correlate2d, images, delta)


def filters_added(images, delta):
    return pairs(correlate2d, images, delta).sum(axis=(0, 1))


def descent_direction(images, delta):
    return -right(images, delta)


def one_too_small(images, delta):
    rows, columns = sizes(images, delta)
    return right(images, delta)[:, : rows - 1, : columns - 1]


def swapped_inside(images, delta):
    return right(images, delta).transpose(0, 2, 1)


def mean_over_places(images, delta):
    return right(images, delta) / (delta.shape[2] * delta.shape[3])


def first_place_only(images, delta):
    rows, columns = sizes(images, delta)
    return np.einsum("sf,sij->fij", delta[:, :, 0, 0], images[:, :rows, :columns])


def added_before_multiplied(images, delta):
    rows, columns = sizes(images, delta)
    down, across = delta.shape[2:]
    windows = sum(images[:, y : y + rows, x : x + columns] for y in range(down) for x in range(across))
    return np.einsum("sf,sij->fij", delta.sum(axis=(2, 3)), windows)


def images_added_first(images, delta):
    return np.array([correlate2d(images.sum(axis=0), d, "valid") for d in delta.sum(axis=0)])


def last_place_overwrites(images, delta):
    rows, columns = sizes(images, delta)
    for y in range(delta.shape[2]):
        for x in range(delta.shape[3]):
            dW = np.einsum("sf,sij->fij", delta[:, :, y, x], images[:, y : y + rows, x : x + columns])
    return dW


def last_places_left_out(images, delta):
    rows, columns = sizes(images, delta)
    dW = np.zeros((delta.shape[1], rows, columns))
    for y in range(delta.shape[2] - 1):
        for x in range(delta.shape[3] - 1):
            dW += np.einsum("sf,sij->fij", delta[:, :, y, x], images[:, y : y + rows, x : x + columns])
    return dW


def slopes_included(images, delta):
    return right(images, delta * (1 - delta**2))


def whole_numbers(images, delta):
    dW = np.zeros((delta.shape[1], *sizes(images, delta)), dtype=int)
    dW[:] = right(images, delta)
    return dW


def absolute_errors(images, delta):
    return right(images, np.abs(delta))


WRONG = [
    mean_over_images,
    flipped,
    of_all_overlaps,
    as_large_as_the_image,
    last_image_overwrites,
    image_by_image,
    filters_added,
    descent_direction,
    one_too_small,
    swapped_inside,
    mean_over_places,
    first_place_only,
    added_before_multiplied,
    images_added_first,
    last_place_overwrites,
    last_places_left_out,
    slopes_included,
    whole_numbers,
    absolute_errors,
]


def place_by_place(images, delta):
    rows, columns = sizes(images, delta)
    dW = np.zeros((delta.shape[1], rows, columns))
    for y in range(delta.shape[2]):
        for x in range(delta.shape[3]):
            dW += np.einsum("sf,sij->fij", delta[:, :, y, x], images[:, y : y + rows, x : x + columns])
    return dW


def weight_by_weight(images, delta):
    rows, columns = sizes(images, delta)
    down, across = delta.shape[2:]
    dW = np.empty((delta.shape[1], rows, columns))
    for f, i, j in np.ndindex(*dW.shape):
        dW[f, i, j] = np.sum(delta[:, f] * images[:, i : i + down, j : j + across])
    return dW


def by_windows(images, delta):
    windows = np.lib.stride_tricks.sliding_window_view(images, delta.shape[2:], axis=(1, 2))
    return np.einsum("sfyx,sijyx->fij", delta, windows)


RIGHT = [right, place_by_place, weight_by_weight, by_windows]

SHEETS = [AnswerSheet("12.filter_gradient", WRONG, RIGHT)]
