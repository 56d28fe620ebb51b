"""Whole wrong answers to 12.filter_gradient, written from its text alone: the gradient of a shared weight."""

import numpy as np
from scipy.signal import convolve2d, correlate2d

from tests.labs.answer_sheet import AnswerSheet


def sizes(images, delta, **k):
    n, F, down, across = delta.shape
    rows, columns = images.shape[1] - down + 1, images.shape[2] - across + 1
    return n, F, down, across, rows, columns


def first_sample_only(images, delta):
    n, F, down, across, rows, columns = sizes(images, delta)
    dW = np.zeros((F, rows, columns))
    for f in range(F):
        dW[f] = correlate2d(images[0], delta[0, f], mode="valid")
    return dW


def overwritten(images, delta):
    n, F, down, across, rows, columns = sizes(images, delta)
    dW = np.zeros((F, rows, columns))
    for s in range(n):
        for f in range(F):
            dW[f] = correlate2d(images[s], delta[s, f], mode="valid")
    return dW


def by_convolution(images, delta):
    n, F, down, across, rows, columns = sizes(images, delta)
    dW = np.zeros((F, rows, columns))
    for s in range(n):
        for f in range(F):
            dW[f] += convolve2d(images[s], delta[s, f], mode="valid")
    return dW


def mean_over_samples(images, delta):
    n, F, down, across, rows, columns = sizes(images, delta)
    dW = np.zeros((F, rows, columns))
    for s in range(n):
        for f in range(F):
            dW[f] += correlate2d(images[s], delta[s, f], mode="valid")
    return dW / n


def mean_over_places_too(images, delta):
    n, F, down, across, rows, columns = sizes(images, delta)
    dW = np.zeros((F, rows, columns))
    for y in range(down):
        for x in range(across):
            dW += np.tensordot(delta[:, :, y, x], images[:, y : y + rows, x : x + columns], axes=(0, 0))
    return dW / (down * across)


def a_size_too_small(images, delta):
    n, F, down, across = delta.shape
    rows, columns = images.shape[1] - down, images.shape[2] - across
    dW = np.zeros((F, rows, columns))
    for y in range(down):
        for x in range(across):
            dW += np.tensordot(delta[:, :, y, x], images[:, y : y + rows, x : x + columns], axes=(0, 0))
    return dW


def sizes_of_the_places(images, delta):
    n, F, rows, columns = delta.shape
    dW = np.zeros((F, rows, columns))
    for f in range(F):
        for i in range(rows):
            for j in range(columns):
                dW[f, i, j] = np.sum(delta[:, f, i, j] * images[:, i, j])
    return dW


def filters_added_up(images, delta):
    n, F, down, across, rows, columns = sizes(images, delta)
    dW = np.zeros((F, rows, columns))
    for i in range(rows):
        for j in range(columns):
            for y in range(down):
                for x in range(across):
                    dW[:, i, j] += np.sum(delta[:, :, y, x] * images[:, y + i, x + j][:, None])
    return dW


def minus_sign(images, delta):
    return -by_places(images, delta)


def by_places(images, delta):
    n, F, down, across, rows, columns = sizes(images, delta)
    dW = np.zeros((F, rows, columns))
    for y in range(down):
        for x in range(across):
            dW += np.tensordot(delta[:, :, y, x], images[:, y : y + rows, x : x + columns], axes=(0, 0))
    return dW


def one_for_each_sample(images, delta):
    n, F, down, across, rows, columns = sizes(images, delta)
    return np.array([[correlate2d(images[s], delta[s, f], mode="valid") for f in range(F)] for s in range(n)])


def borders_included(images, delta):
    n, F, down, across, rows, columns = sizes(images, delta)
    return sum(np.array([correlate2d(images[s], delta[s, f], mode="same") for f in range(F)]) for s in range(n))


def samples_crossed(images, delta):
    n, F, down, across, rows, columns = sizes(images, delta)
    total_i, total_d = images.sum(axis=0), delta.sum(axis=0)
    return np.array([correlate2d(total_i, total_d[f], mode="valid") for f in range(F)])


def sides_exchanged(images, delta):
    n, F, down, across = delta.shape
    columns, rows = images.shape[1] - down + 1, images.shape[2] - across + 1
    dW = np.zeros((F, rows, columns))
    for s in range(n):
        for f in range(F):
            for y in range(down):
                for x in range(across):
                    dW[f] += delta[s, f, y, x] * images[s, y : y + rows, x : x + columns]
    return dW


def first_place_only(images, delta):
    n, F, down, across, rows, columns = sizes(images, delta)
    dW = np.zeros((F, rows, columns))
    for s in range(n):
        for f in range(F):
            for y in range(down):
                for x in range(across):
                    dW[f] = dW[f] + delta[s, f, y, x] * images[s, :rows, :columns]
    return dW


def image_slides_over_delta(images, delta):
    n, F, down, across, rows, columns = sizes(images, delta)
    dW = np.zeros((F, rows, columns))
    for s in range(n):
        for f in range(F):
            dW[f] += correlate2d(delta[s, f], images[s], mode="valid")
    return dW


WRONG = [
    first_sample_only,
    overwritten,
    by_convolution,
    mean_over_samples,
    mean_over_places_too,
    a_size_too_small,
    sizes_of_the_places,
    filters_added_up,
    minus_sign,
    one_for_each_sample,
    borders_included,
    samples_crossed,
    sides_exchanged,
    first_place_only,
    image_slides_over_delta,
]

SHEETS = [AnswerSheet("12.filter_gradient", wrong=WRONG, right=[])]
