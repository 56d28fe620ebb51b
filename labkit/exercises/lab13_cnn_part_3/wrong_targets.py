"""Columns that are laid back at wrong places: strides, places left out, a pixel too far."""

import numpy as np

from labkit.exercises.misconception import Misconception
from labkit.nn.functional import image_columns_backward, places


def _strided(change):
    """Put the columns where another stride would have taken them from; what falls outside is lost."""

    def answer(columns, image_shape, kernel, stride):
        n, channels, *size = image_shape
        down, across = places(tuple(size), tuple(kernel), tuple(stride))
        parts = columns.reshape(channels, *kernel, down, across, n)
        out, step = np.zeros((channels, *size, n)), change(*stride)
        for y in range(down):
            for x in range(across):
                seen = out[:, y * step[0] : y * step[0] + kernel[0], x * step[1] : x * step[1] + kernel[1]]
                if seen.shape[1:3] != tuple(kernel):
                    raise ValueError("operands could not be broadcast together")
                seen += parts[:, :, :, y, x]
        return out.transpose(3, 0, 1, 2)

    return answer


def _short(rows, across):
    """Leave out the last places."""

    def answer(columns, image_shape, kernel, stride):
        n, channels, *size = image_shape
        places_ = places(tuple(size), tuple(kernel), tuple(stride))
        parts = columns.copy().reshape(-1, *places_, n)
        if rows:
            parts[:, -1] = 0
        if across:
            parts[:, :, -1] = 0
        return image_columns_backward(parts.reshape(columns.shape), tuple(image_shape), tuple(kernel), tuple(stride))

    return answer


def _inside(columns, image_shape, kernel, stride):
    """The stride taken between a filter's rows and columns, not between places; beyond the edge begins anew."""
    n, channels, h, w = image_shape
    down, across = places((h, w), tuple(kernel), tuple(stride))
    parts, out = columns.reshape(channels, *kernel, down, across, n), np.zeros(image_shape)
    for i, j, y, x in np.ndindex(*kernel, down, across):
        out[:, :, (y + i * stride[0]) % h, (x + j * stride[1]) % w] += parts[:, i, j, y, x].T
    return out


def _at_the_corner(columns, image_shape, kernel, stride):
    """The sum of a window at its top left pixel."""
    n, channels, *size = image_shape
    down, across = places(tuple(size), tuple(kernel), tuple(stride))
    out = np.zeros(image_shape)
    sums = columns.reshape(channels, -1, down, across, n).sum(axis=1).transpose(3, 0, 1, 2)
    out[:, :, : stride[0] * down : stride[0], : stride[1] * across : stride[1]] = sums
    return out


def _rolled(*axes):
    return lambda *arguments: np.roll(image_columns_backward(*arguments), 1, axis=axes)


_STRIDE = "Look at the stride: neighbouring places are `stride[0]` rows or `stride[1]` columns apart. "
_SHIFT = "The images are right, but they lie one pixel too far. Python counts from 0. "

WRONG_TARGETS = [
    Misconception("stride left out", _strided(lambda a, b: (1, 1)), _STRIDE + "Yours are always next to each other."),
    Misconception("stride down only", _strided(lambda a, b: (a, 1)), _STRIDE + "Yours acts in one direction."),
    Misconception("stride across only", _strided(lambda a, b: (1, b)), _STRIDE + "Yours acts in one direction."),
    Misconception(
        "last row of places left out",
        _short(True, False),
        "The last row of places is missing. How many are there? Try a filter as large as the image.",
    ),
    Misconception(
        "last column of places left out",
        _short(False, True),
        "The last column of places is missing. How many are there?",
    ),
    Misconception(
        "last places left out", _short(True, True), "The last places are missing, down and across. How many are there?"
    ),
    Misconception(
        "stride inside the window",
        _inside,
        _STRIDE + "You take these steps inside the filter, whose rows and columns lie side by side.",
    ),
    Misconception(
        "all at the corner",
        _at_the_corner,
        "You add up a whole window at its top left pixel. Each entry of a column belongs to the pixel it was copied from.",
    ),
    Misconception("a pixel too far", _rolled(2, 3), _SHIFT),
    Misconception("a pixel too far down", _rolled(2), _SHIFT),
    Misconception("a pixel too far across", _rolled(3), _SHIFT),
]
