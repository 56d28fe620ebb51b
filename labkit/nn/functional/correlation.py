r"""A convolutional layer: one small filter looks at every place of the image, with the same weights everywhere.

.. math:: z_{s,o,y,x} = b_o + \sum_{c,i,j} W_{o,c,i,j}\;
          p_{s,\,c,\;y \cdot \mathrm{stride} + i,\;x \cdot \mathrm{stride} + j}

p are the images with a border of ``padding`` zeros. This is *cross-correlation*, as in PyTorch and most of the field,
which calls it convolution all the same: a convolution in the strict sense would flip the filter first, top to bottom
and left to right.

With X the im2col matrix (:mod:`labkit.nn.functional.image_columns`), the layer is a product, and so are its gradients:

.. math:: z = WX + b, \qquad
          \frac{\partial E}{\partial W} = \delta X^T, \quad
          \frac{\partial E}{\partial b_o} = \sum_{s,y,x} \delta_{s,o,y,x}, \quad
          \frac{\partial E}{\partial X} = W^T \delta, \qquad \delta = \frac{\partial E}{\partial z}

A weight is shared by all places and all samples, so its gradient is the sum over both: the product does that.
"""

import numpy as np

from labkit.errors import LabkitError
from labkit.nn.functional.image_columns import batch_first, batch_last, image_columns, image_columns_backward, places
from labkit.nn.functional.pairs import Pair


def correlate2d(
    images: np.ndarray, W: np.ndarray, b: np.ndarray | None = None, stride: Pair = 1, padding: Pair = 0
) -> np.ndarray:
    """Correlate a batch of images with a bank of filters.

    Parameters
    ----------
    images : array (samples, channels, height, width)
    W : array (filters, channels, kernel height, kernel width)
    b : array (filters,), optional
    stride, padding : int or (int, int)

    Returns
    -------
    array (samples, filters, places down, places across)
        In memory the samples are last.
    """
    images, W = check_images_and_filters(images, W)
    down, across = places(images.shape[2:], W.shape[2:], stride, padding)
    columns = image_columns(images, W.shape[2:], stride, padding)
    z = filter_columns(columns, W, b)
    return batch_first(z.reshape(len(W), down, across, len(images)))


def correlate2d_backward(
    images: np.ndarray, W: np.ndarray, delta: np.ndarray, stride: Pair = 1, padding: Pair = 0
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """All three gradients.

    Parameters
    ----------
    images : array (samples, channels, height, width)
    W : array (filters, channels, kernel height, kernel width)
    delta : array (samples, filters, places down, places across)
        dE/dz.
    stride, padding : int or (int, int)

    Returns
    -------
    dx : array (samples, channels, height, width)
    dW : array (filters, channels, kernel height, kernel width)
    db : array (filters,)
    """
    images, W = check_images_and_filters(images, W)
    rows = filter_rows(delta)
    dx = image_columns_backward(filter_columns_backward(rows, W), images.shape, W.shape[2:], stride, padding)
    dW = columns_weight_gradient(image_columns(images, W.shape[2:], stride, padding), rows)
    return dx, dW.reshape(W.shape), rows.sum(axis=1)


def filter_columns(columns: np.ndarray, W: np.ndarray, b: np.ndarray | None = None) -> np.ndarray:
    """Every filter at every place, WX + b, array (filters, places * samples)."""
    z = W.reshape(len(W), -1) @ columns
    if b is not None:
        z += b[:, None]
    return z


def filter_columns_backward(rows: np.ndarray, W: np.ndarray) -> np.ndarray:
    """Gradient at the im2col matrix, W^T delta, for delta (filters, places * samples)."""
    return W.reshape(len(W), -1).T @ rows


def columns_weight_gradient(columns: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Gradient dE/dW = delta X^T, array (filters, weights of a filter)."""
    return rows @ columns.T


def filter_rows(images: np.ndarray) -> np.ndarray:
    """Images as the rows of a matrix (channels, places * samples); a view where the samples are last in memory."""
    return batch_last(images).reshape(images.shape[1], -1)


def check_images_and_filters(images: np.ndarray, W: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return both as arrays, or stop with one sentence where they do not fit together.

    Raises
    ------
    LabkitError
        When they are no batch of images and no bank of filters, or differ in channels.
    """
    images, W = np.asarray(images), np.asarray(W)
    for name, array, axes in (
        ("images", images, "(samples, channels, height, width)"),
        ("filters", W, "(filters, channels, height, width)"),
    ):
        if array.ndim != 4:
            raise LabkitError(f"The {name} must have shape {axes}, and were given with shape {array.shape}.")
    if images.shape[1] != W.shape[1]:
        raise LabkitError(
            f"The images have {images.shape[1]} channels and the filters {W.shape[1]} "
            f"(shapes {images.shape} and {W.shape}): they must agree."
        )
    return images, W
