r"""Transposed convolution: the correlation's matrix the other way round, from what the filters said back to an image.

.. math:: y = T x \quad\text{(correlation)}, \qquad x' = T^T y \quad\text{(transposed convolution)}

Every number of y stamps its filter into the image, as strong as the number is, and overlapping stamps add up. It is
how a gradient passes back through a convolutional layer. The name deconvolution is common and promises too much: T^T
is not the inverse of T.
"""

import numpy as np

from labkit.errors import LabkitError
from labkit.nn.functional.correlation import (
    columns_weight_gradient,
    correlate2d,
    filter_columns_backward,
    filter_rows,
)
from labkit.nn.functional.image_columns import image_columns, image_columns_backward, places
from labkit.nn.functional.pairs import Pair, as_pair


def transposed_convolution(
    y: np.ndarray, W: np.ndarray, stride: Pair = 1, padding: Pair = 0, image_size: Pair | None = None
) -> np.ndarray:
    """Project the responses ``y`` back into images.

    Parameters
    ----------
    y : array (samples, filters, places down, places across)
    W : array (filters, channels, kernel height, kernel width)
        As for ``correlate2d``.
    stride, padding : int or (int, int)
        Of the correlation that is transposed.
    image_size : (height, width), optional
        Of the images that the correlation was given. With a stride several sizes have as many places; by default it is
        the smallest, (places - 1) stride + kernel - 2 padding.

    Returns
    -------
    array (samples, channels, height, width)
    """
    y, W = np.asarray(y), np.asarray(W)
    if y.ndim != 4 or W.ndim != 4 or y.shape[1] != len(W):
        raise LabkitError(
            "transposed_convolution expects responses (samples, filters, down, across) and filters "
            f"(filters, channels, height, width), and was given shapes {y.shape} and {W.shape}."
        )
    strides, borders = as_pair(stride, "The stride"), as_pair(padding, "The padding", 0)
    if image_size is None:
        image_size = tuple(
            (count - 1) * step + k - 2 * border
            for count, step, k, border in zip(y.shape[2:], strides, W.shape[2:], borders, strict=True)
        )
    size = as_pair(image_size, "The image size", 0)
    expected = places(size, W.shape[2:], strides, borders)
    if expected != y.shape[2:]:
        raise LabkitError(
            f"Images of {size[0]} by {size[1]} have {expected} places for these filters, "
            f"and the responses have {y.shape[2:]}: they must agree."
        )
    columns = filter_columns_backward(filter_rows(y), W)
    return image_columns_backward(columns, (len(y), W.shape[1], *size), W.shape[2:], strides, borders)


def transposed_convolution_backward(
    y: np.ndarray, W: np.ndarray, upstream: np.ndarray, stride: Pair = 1, padding: Pair = 0
) -> tuple[np.ndarray, np.ndarray]:
    """Gradients at the responses and at the filters: the transpose of a transpose is the correlation itself.

    Parameters
    ----------
    y : array (samples, filters, places down, places across)
    W : array (filters, channels, kernel height, kernel width)
    upstream : array (samples, channels, height, width)
        Gradient at the images that ``transposed_convolution`` returned.

    Returns
    -------
    dy : array of y's shape
    dW : array of W's shape
    """
    dy = correlate2d(upstream, W, None, stride, padding)
    dW = columns_weight_gradient(image_columns(upstream, W.shape[2:], stride, padding), filter_rows(y))
    return dy, dW.reshape(W.shape)
