"""Stamps of filters, as wrong answers on transposed convolution set them."""

import numpy as np

from labkit.nn import functional


def reference(y, W, stride):
    """Labkit's own, which takes a batch of responses, for the responses of one image."""
    return functional.transposed_convolution(y[None], W, stride)[0]


def stamps(y, W, stride, step=None, size=None, put="add"):
    """Stamps with one thing wrong: steps, size of the image, or what happens to overlaps."""
    (n, down, across), (channels, kh, kw) = y.shape, W.shape[1:]
    step = stride if step is None else step
    image = np.zeros((channels, *(size or ((down - 1) * stride[0] + kh, (across - 1) * stride[1] + kw))))
    for f, i, j in np.ndindex(n, down, across):
        at = np.s_[:, i * step[0] : i * step[0] + kh, j * step[1] : j * step[1] + kw]
        stamp = y[f, i, j] * W[f]
        image[at] = {"add": image[at] + stamp, "last": stamp, "largest": np.maximum(image[at], stamp)}[put]
    return image


def flipped(W):
    """Filters upside down and left to right."""
    return W[:, :, ::-1, ::-1]


FLIP = (
    "Your filter is stamped upside down. Scattering needs no flip: the weight at (a, b) of the filter goes to the pixel "
    "(a, b) of the patch that it had looked at. (Who *gathers* with a correlation needs one; here is none.)"
)
