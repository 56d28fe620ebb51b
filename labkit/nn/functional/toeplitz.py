r"""A bank of filters written out as one matrix, so that correlation with an image is y = T x.

.. math:: T_{(o,y,x),\,(c,r,q)} = W_{o,\,c,\;r + \mathrm{pad} - y \cdot \mathrm{stride},\;
          q + \mathrm{pad} - x \cdot \mathrm{stride}} \quad\text{inside the filter, otherwise } 0

A row is a filter at one of its places, and holds zeros wherever it does not look: 94 % of the numbers for 7 by 7 on a
28 by 28 image. From row to row the same weights move along: constant along diagonals within each block,
which makes it a (block) Toeplitz matrix.

It is for understanding: the im2col product does the same work without the zeros. The transpose, x' = T^T y, is the
transposed convolution.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from labkit.errors import LabkitError
from labkit.nn.functional.image_columns import places
from labkit.nn.functional.pairs import Pair, as_pair


def toeplitz_matrix(W: np.ndarray, image_size: Pair, stride: Pair = 1, padding: Pair = 0, sparse: bool = False):
    """The matrix T of a bank of filters: ``T @ image.ravel()`` is the correlation, flattened.

    Parameters
    ----------
    W : array (filters, channels, kernel height, kernel width)
    image_size : int or (height, width)
    stride, padding : int or (int, int)
    sparse : bool
        Whether to store what is not 0 only.

    Returns
    -------
    array, or scipy.sparse.csr_array, (filters * places down * places across, channels * height * width)
    """
    W = np.asarray(W)
    if W.ndim != 4:
        raise LabkitError(f"The filters must have shape (filters, channels, height, width), and have shape {W.shape}.")
    height, width = as_pair(image_size, "The image size", 0)
    n_filters, channels, *kernel = W.shape
    strides, (border_rows, border_columns) = as_pair(stride, "The stride"), as_pair(padding, "The padding", 0)
    n_places = int(np.prod(places((height, width), tuple(kernel), strides, padding)))

    # Number the pixels; the border has none. Windows over the numbers say which pixels each place looks at.
    pixels = np.arange(channels * height * width).reshape(channels, height, width)
    border = ((0, 0), (border_rows, border_rows), (border_columns, border_columns))
    pixels = np.pad(pixels, border, constant_values=-1)
    seen = sliding_window_view(pixels, kernel, axis=(1, 2))[:, :: strides[0], :: strides[1]]
    seen = seen.transpose(1, 2, 0, 3, 4).reshape(n_places, -1)  # (places, weights of a filter)

    inside = np.broadcast_to(seen >= 0, (n_filters, *seen.shape))
    rows = np.broadcast_to(np.arange(n_filters * n_places).reshape(n_filters, n_places, 1), inside.shape)[inside]
    columns = np.broadcast_to(seen, inside.shape)[inside]
    weights = np.broadcast_to(W.reshape(n_filters, 1, -1), inside.shape)[inside]
    shape = (n_filters * n_places, channels * height * width)
    if sparse:
        from scipy.sparse import csr_array

        return csr_array((weights, (rows, columns)), shape=shape)
    T = np.zeros(shape, W.dtype)
    T[rows, columns] = weights
    return T
