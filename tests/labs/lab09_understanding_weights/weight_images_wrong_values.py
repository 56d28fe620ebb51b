"""Images in the right places with other numbers."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def stretched(W, height, width):
    images = W.T.reshape(-1, height, width)
    low, high = images.min(), images.max()
    return (images - low) / (high - low)


def each_stretched(W, height, width):
    images = W.T.reshape(-1, height, width)
    return images / np.abs(images).max(axis=(1, 2), keepdims=True)


def sizes(W, height, width):
    return np.abs(W).T.reshape(-1, height, width)


def centred(W, height, width):
    return (W - W.mean(axis=0)).T.reshape(-1, height, width)


def grey_values(W, height, width):
    images = W.T.reshape(-1, height, width)
    return (255 * (images - images.min()) / np.ptp(images)).astype(np.uint8)


def mean_image(W, height, width):
    return W.mean(axis=1).reshape(height, width)


def negative(W, height, width):
    return -W.T.reshape(-1, height, width)


def by_moveaxis(W, height, width):
    return np.moveaxis(W.reshape(height, width, -1), -1, 0)


def by_stack(W, height, width):
    return np.stack([W[:, j].reshape((height, width)) for j in range(W.shape[1])])


def by_loops(W, height, width):
    images = np.empty((W.shape[1], height, width))
    for j in range(W.shape[1]):
        for p in range(W.shape[0]):
            images[j, p // width, p % width] = W[p, j]
    return images


def by_split(W, height, width):
    return np.array([list(np.split(column, height)) for column in W.T]).reshape(-1, height, width)


WRONG = [stretched, each_stretched, sizes, centred, grey_values, mean_image, negative]

RIGHT = [by_moveaxis, by_stack, by_loops, by_split]

SHEETS = [AnswerSheet("09.weight_images", WRONG, RIGHT)]
