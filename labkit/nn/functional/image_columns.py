r"""The im2col matrix: what a filter sees at each of its places, one place per column, so that a filter is a product.

.. math:: X_{(c,i,j),\,(y,x,s)} = p_{s,\,c,\;y \cdot \mathrm{stride} + i,\; x \cdot \mathrm{stride} + j}

Here p are the images with their border of zeros, (c, i, j) are a filter's weights: channel, row and column in the
filter, (y, x) is its place, and s the sample. With filters as the rows of W, the product WX is every filter at every
place of every sample.

The sample comes last: the numbers of one pixel of all samples lie side by side in memory. Every copy is then
a contiguous run, at least as long as the batch, and the product comes out in this very order for the next layer.
Images keep their face of (samples, channels, height, width): it is a view of the memory, in which the samples are last.

Each pixel is copied to every place that sees it. So gradients go back by the transpose, which adds up where
the columns had copied (col2im).
"""

import numpy as np

from labkit.errors import LabkitError
from labkit.nn.functional.pairs import Pair, as_pair


def batch_last(images: np.ndarray) -> np.ndarray:
    """View of images (samples, channels, height, width) with the samples as the last axis."""
    return images.transpose(1, 2, 3, 0)


def batch_first(images: np.ndarray) -> np.ndarray:
    """View of images (channels, height, width, samples) with the samples as the first axis."""
    return images.transpose(3, 0, 1, 2)


def places(image_size: Pair, kernel_size: Pair, stride: Pair = 1, padding: Pair = 0) -> tuple[int, int]:
    """At how many places, down and across, a kernel fits into an image: (size + 2 padding - kernel) // stride + 1.

    Raises
    ------
    LabkitError
        When it fits nowhere, because it is larger than the image with its border.
    """
    image, kernel = as_pair(image_size, "The image size", 0), as_pair(kernel_size, "The kernel size")
    stride, padding = as_pair(stride, "The stride"), as_pair(padding, "The padding", 0)
    down = (image[0] + 2 * padding[0] - kernel[0]) // stride[0] + 1
    across = (image[1] + 2 * padding[1] - kernel[1]) // stride[1] + 1
    if down < 1 or across < 1:
        border = f" with a border of {_by(padding)} on every side" if any(padding) else ""
        raise LabkitError(f"A window of {_by(kernel)} does not fit into an image of {_by(image)}{border}.")
    return down, across


def padded_images(images: np.ndarray, padding: Pair = 0, out: np.ndarray | None = None) -> np.ndarray:
    """Images with a border of zeros and the samples last, array (channels, height, width, samples).

    Parameters
    ----------
    images : array (samples, channels, height, width)
    padding : int or (int, int)
        Rows above and below, columns left and right.
    out : array, optional
        Receives the result.
    """
    down, across = as_pair(padding, "The padding", 0)
    n, channels, height, width = images.shape
    shape = (channels, height + 2 * down, width + 2 * across, n)
    out = np.empty(shape, images.dtype) if out is None else out
    out[:, :down], out[:, down + height :] = 0, 0
    out[:, :, :across], out[:, :, across + width :] = 0, 0
    out[:, down : down + height, across : across + width] = batch_last(images)
    return out


def image_columns(images: np.ndarray, kernel_size: Pair, stride: Pair = 1, padding: Pair = 0) -> np.ndarray:
    """The im2col matrix of a batch, array (channels * kernel height * kernel width, places * samples).

    Parameters
    ----------
    images : array (samples, channels, height, width)
    kernel_size, stride, padding : int or (int, int)
    """
    n, channels = images.shape[:2]
    kernel, stride = as_pair(kernel_size, "The kernel size"), as_pair(stride, "The stride")
    padding = as_pair(padding, "The padding", 0)
    down, across = places(images.shape[2:], kernel, stride, padding)
    if any(padding) or not batch_last(images).flags.c_contiguous:
        images = padded_images(images, padding)
    else:
        images = batch_last(images)
    out = np.empty((channels * kernel[0] * kernel[1], down * across * n), images.dtype)
    np.copyto(out.reshape(channels, *kernel, down, across, n), _windows(images, kernel, stride, (down, across)))
    return out


def image_columns_backward(
    columns: np.ndarray,
    image_shape: tuple[int, int, int, int],
    kernel_size: Pair,
    stride: Pair = 1,
    padding: Pair = 0,
) -> np.ndarray:
    """The transpose of ``image_columns`` (col2im): add every entry to the pixel that it was copied from.

    Parameters
    ----------
    columns : array (channels * kernel height * kernel width, places * samples)
        Gradient at the columns.
    image_shape : (samples, channels, height, width)
    kernel_size, stride, padding : int or (int, int)

    Returns
    -------
    array of ``image_shape``
        Gradient at the images; in memory the samples are last.
    """
    n, channels, height, width = image_shape
    kernel, stride = as_pair(kernel_size, "The kernel size"), as_pair(stride, "The stride")
    padding = as_pair(padding, "The padding", 0)
    down, across = places((height, width), kernel, stride, padding)
    out = np.zeros((channels, height + 2 * padding[0], width + 2 * padding[1], n), columns.dtype)
    parts = columns.reshape(channels, *kernel, down, across, n)
    for i in range(kernel[0]):
        for j in range(kernel[1]):
            seen = out[:, i : i + stride[0] * down : stride[0], j : j + stride[1] * across : stride[1]]
            seen += parts[:, i, j]
    return batch_first(out[:, padding[0] : padding[0] + height, padding[1] : padding[1] + width])


def _windows(images: np.ndarray, kernel: tuple, stride: tuple, down_across: tuple) -> np.ndarray:
    """View (channels, kernel height, kernel width, down, across, samples) of images (channels, height, width, samples).

    As ``numpy.lib.stride_tricks.sliding_window_view`` makes it, without its checks: they take longer than the work
    on a single image.
    """
    of_channel, of_row, of_column, of_sample = images.strides
    return np.ndarray(
        (len(images), *kernel, *down_across, images.shape[3]),
        images.dtype,
        images,
        0,
        (of_channel, of_row, of_column, stride[0] * of_row, stride[1] * of_column, of_sample),
    )


def _by(size: tuple[int, int]) -> str:
    return f"{size[0]} by {size[1]}"
