"""Where windows overlap: copies that are overwritten, averaged or counted instead of added up."""

import numpy as np

from labkit.exercises.misconception import Misconception
from labkit.nn.functional import image_columns, image_columns_backward, places


def _placed(put, flip=False, swap=False):
    """Go through weights and places and ``put`` what belongs to a pixel there."""

    def answer(columns, image_shape, kernel, stride):
        n, channels, *size = image_shape
        down, across = places(tuple(size), tuple(kernel), tuple(stride))
        parts = columns.reshape(channels, *kernel, down, across, n)
        out = np.zeros((channels, *size, n))
        for y in range(down):
            for x in range(across):
                part = parts[:, :, :, y, x]
                top, left = y * stride[0], x * stride[1]
                seen = out[:, top : top + kernel[0], left : left + kernel[1]]
                put(seen, part[:, ::-1, ::-1] if flip else part)
        return out.transpose(3, 0, 1, 2)

    return answer


def _overwrite(seen, part):
    seen[...] = part


def _keep_first(seen, part):
    seen[seen == 0] = part[seen == 0]


def _larger(seen, part):
    seen[...] = np.maximum(seen, part)


def _add(seen, part):
    seen += part


def _counted(columns, image_shape, kernel, stride):
    total = image_columns_backward(columns, tuple(image_shape), tuple(kernel), tuple(stride))
    count = image_columns_backward(np.ones_like(columns), tuple(image_shape), tuple(kernel), tuple(stride))
    return total / np.maximum(count, 1)


def _halved(columns, image_shape, kernel, stride):
    total = image_columns_backward(columns, tuple(image_shape), tuple(kernel), tuple(stride))
    count = image_columns_backward(np.ones_like(columns), tuple(image_shape), tuple(kernel), tuple(stride))
    return np.where(count > 1, total / 2, total)


_OVERLAP = (
    "Places overlap, so a pixel has been copied to several columns, and each copy has pushed the error. What does a "
    "pixel get that was used many times? "
)

WRONG_OVERLAPS = [
    Misconception("overwritten", _placed(_overwrite), _OVERLAP + "Yours keeps the last only."),
    Misconception("first kept", _placed(_keep_first), _OVERLAP + "Yours keeps the first only."),
    Misconception("largest kept", _placed(_larger), _OVERLAP + "Yours keeps the largest."),
    Misconception("mean of the overlaps", _counted, _OVERLAP + "You take the mean of its copies."),
    Misconception(
        "mean over the filter's weights",
        lambda c, i, k, s: image_columns_backward(c, i, k, s) / (k[0] * k[1]),
        "You divide by the size of the filter. " + _OVERLAP,
    ),
    Misconception(
        "mean over samples",
        lambda c, i, k, s: image_columns_backward(c, i, k, s) / i[0],
        "You divide by the number of samples. Each image has a gradient of its own; nothing is averaged.",
    ),
    Misconception(
        "added to the wrong side",
        _placed(_add, flip=True),
        "Each place is turned round before it is added: no flip here, the columns were made without one.",
    ),
    Misconception(
        "every copy counted as in the images",
        lambda c, i, k, s: image_columns_backward(image_columns(image_columns_backward(c, i, k, s), k, s), i, k, s),
        "You have gone there and back once more than needed.",
    ),
    Misconception(
        "overlaps halved",
        _halved,
        "You halve what falls together. " + _OVERLAP,
    ),
    Misconception(
        "copies counted",
        lambda c, i, k, s: image_columns_backward(np.ones_like(c), i, k, s),
        "You count how often each pixel was copied. Add up what its copies bring: the entries of the columns.",
    ),
]
