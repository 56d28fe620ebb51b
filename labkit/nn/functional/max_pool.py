r"""Max pooling keeps the largest number of every window, and forgets where exactly in the window it was.

.. math:: y_{s,c,v,u} = \max_{i,j}\; x_{s,\,c,\;v \cdot \mathrm{stride} + i,\;u \cdot \mathrm{stride} + j}

A gradient goes back to the winner alone; nobody else could have changed the maximum. Where several numbers are
equally large, the first takes it all, row by row from the top left, as in PyTorch. Rows and columns that fill no whole
window are left out.
"""

import numpy as np

from labkit.errors import LabkitError
from labkit.nn.functional.image_columns import batch_first, batch_last, places
from labkit.nn.functional.pairs import Pair, as_pair


def max_pool(x: np.ndarray, size: Pair = 2, stride: Pair | None = None, out: np.ndarray | None = None) -> np.ndarray:
    """Largest number of every window.

    Parameters
    ----------
    x : array (samples, channels, height, width)
    size : int or (int, int)
        Height and width of a window.
    stride : int or (int, int), optional
        From window to window; ``size`` by default, side by side.
    out : array, optional
        Receives the result.

    Returns
    -------
    array (samples, channels, windows down, windows across)
    """
    parts = _parts(x, size, stride)
    out = batch_first(np.empty(parts[0].shape, x.dtype)) if out is None else out
    largest = batch_last(out)
    np.copyto(largest, parts[0])
    for part in parts[1:]:
        np.maximum(largest, part, out=largest)
    return out


def max_pool_argmax(x: np.ndarray, size: Pair = 2, stride: Pair | None = None) -> np.ndarray:
    """Where in its window each maximum stands, counted row by row from 0; the first of equals.

    Returns
    -------
    integer array (samples, channels, windows down, windows across)
        These are the switches of unpooling: ``divmod(argmax, width of the window)`` is row and column in the window.
    """
    return np.stack([batch_first(part) for part in _parts(x, size, stride)]).argmax(axis=0)


def max_pool_backward(
    x: np.ndarray,
    y: np.ndarray,
    upstream: np.ndarray,
    size: Pair = 2,
    stride: Pair | None = None,
    out: np.ndarray | None = None,
) -> np.ndarray:
    """Gradient dE/dx: each number of ``upstream`` goes to the first maximum of its window.

    Parameters
    ----------
    x : array (samples, channels, height, width)
        What was pooled.
    y : array (samples, channels, windows down, windows across)
        Its maxima.
    upstream : array of y's shape
        dE/dy.
    size, stride : as for ``max_pool``
    out : array of x's shape, optional
        Receives the result.
    """
    out = np.empty_like(x) if out is None else out
    parts, targets = _parts(x, size, stride), _parts(out, size, stride)
    size = as_pair(size, "The size of a pooling window")
    step = size if stride is None else as_pair(stride, "The stride of pooling")
    overlap = step[0] < size[0] or step[1] < size[1]
    if overlap or len(parts) * parts[0].size < x.size:  # some pixels are in several windows, or in none
        out.fill(0)
    largest = batch_last(y)
    left = batch_last(upstream).copy()  # what no part has claimed yet
    share, won = np.empty_like(left), np.empty(left.shape, bool)
    for part, target in zip(parts, targets, strict=True):
        np.equal(part, largest, out=won)
        np.multiply(left, won, out=share)
        left -= share
        if overlap:
            target += share
        else:
            target[...] = share
    return out


def _parts(x: np.ndarray, size: Pair, stride: Pair | None) -> list[np.ndarray]:
    """Views (channels, windows down, windows across, samples): the first pixel of all windows, the second, ..."""
    if np.ndim(x) != 4:
        raise LabkitError(
            f"Pooling expects images of shape (samples, channels, height, width) and was given {np.shape(x)}."
        )
    size = as_pair(size, "The size of a pooling window")
    stride = size if stride is None else as_pair(stride, "The stride of pooling")
    down, across = places(x.shape[2:], size, stride)
    images = batch_last(x)
    return [
        images[:, i : i + stride[0] * down : stride[0], j : j + stride[1] * across : stride[1]]
        for i in range(size[0])
        for j in range(size[1])
    ]
