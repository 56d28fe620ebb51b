"""Transposed convolution: strides and the size of the image."""

import numpy as np

from labkit.exercises.lab14_cnn_part_4.stamps import FLIP, flipped, reference, stamps
from labkit.exercises.misconception import Misconception


def _grown(y, W, stride, less=0):
    size = [n * s + k - less for n, s, k in zip(y.shape[1:], stride, W.shape[2:], strict=True)]
    image, right = np.zeros((W.shape[1], *size)), reference(y, W, stride)
    height, width = (min(a, b) for a, b in zip(size, right.shape[1:], strict=True))
    image[:, :height, :width] = right[:, :height, :width]
    return image


def _cut(y, W, stride):
    right, (kh, kw) = stamps(y, W, stride, (1, 1)), W.shape[2:]
    top, left = (kh - 1) // 2, (kw - 1) // 2
    return right[:, top : top + y.shape[1], left : left + y.shape[2]]


def _inside(image, y, W, stride):
    """As much of an image as lies inside one of the right size."""
    inside = np.zeros_like(reference(y, W, stride))
    height, width = (min(a, b) for a, b in zip(image.shape[1:], inside.shape[1:], strict=True))
    inside[:, :height, :width] = image[:, :height, :width]
    return inside


def _dilated(y, W, stride):
    (filters, channels, kh, kw), (down, across) = W.shape, stride
    wide = np.zeros((filters, channels, (kh - 1) * down + 1, (kw - 1) * across + 1), dtype=W.dtype)
    wide[:, :, ::down, ::across] = W
    return reference(y, wide, (1, 1))


def _repeated(y, W, stride):
    (down, across), (height, width) = stride, y.shape[1:]
    wide = y.repeat(down, axis=1).repeat(across, axis=2)
    return reference(wide[:, : (height - 1) * down + 1, : (width - 1) * across + 1], W, (1, 1))


STRIDE = "The response at place (i, j) came from a patch whose corner lies `stride` pixels further for every step. "
SIZE = (
    "Your image has another size. The first stamp begins at pixel 0; where does the last one begin, for so many places "
    "and this stride, and where does it end? Going back the image grows."
)


SIZE_MISTAKES = [
    Misconception(
        "filter flipped, stride ignored", lambda y, W, s: reference(y, flipped(W), (1, 1)), FLIP + " " + STRIDE
    ),
    Misconception("stride ignored", lambda y, W, s: reference(y, W, (1, 1)), STRIDE + "Where does it enter?"),
    Misconception(
        "stride ignored in the stamps",
        lambda y, W, s: stamps(y, W, s, step=(1, 1)),
        STRIDE + "Your image has the right size, but all stamps stand in its corner.",
    ),
    Misconception(
        "one stride for both", lambda y, W, s: reference(y, W, (s[0], s[0])), STRIDE + "Down and across may differ."
    ),
    Misconception(
        "strides exchanged", lambda y, W, s: reference(y, W, s[::-1]), STRIDE + "The first is down, not across."
    ),
    Misconception(
        "size n - k + 1",
        lambda y, W, s: stamps(
            y, W, s, (1, 1), tuple(n - k + 1 for n, k in zip(y.shape[1:], W.shape[2:], strict=True))
        ),
        "n - k + 1 is the way from an image to places. " + SIZE,
    ),
    Misconception("size of the responses", lambda y, W, s: stamps(y, W, s, (1, 1), y.shape[1:]), SIZE),
    Misconception(
        "scipy's valid",
        lambda y, W, s: np.zeros(
            (W.shape[1], *(abs(n - k) + 1 for n, k in zip(y.shape[1:], W.shape[2:], strict=True)))
        ),
        "`mode='valid'` shrinks the image. " + SIZE,
    ),
    Misconception("scipy's same", _cut, "`mode='same'` cuts off the rim of the outer stamps. " + SIZE),
    Misconception("a step too large", _grown, SIZE),
    Misconception("a pixel off", lambda y, W, s: _grown(y, W, s, 1), SIZE, same_as=("stride ignored",)),
    Misconception(
        "one stride for both, that across",
        lambda y, W, s: reference(y, W, (s[1], s[1])),
        STRIDE + "Down and across may differ.",
    ),
    Misconception(
        "strides exchanged in the stamps",
        lambda y, W, s: _inside(stamps(y, W, s[::-1]), y, W, s),
        STRIDE
        + "The first is down, not across. Your image has the right size; in the stamps the strides are exchanged.",
    ),
    Misconception(
        "strides between the filter's pixels",
        _dilated,
        "You have spread the pixels of the filter. The stride lies between one stamp and the next: i * stride + a, not "
        "i + a * stride.",
    ),
    Misconception(
        "responses repeated",
        _repeated,
        "You repeat every response to fill the stride. Each one stamps once; between the stamps lies nothing.",
    ),
]
