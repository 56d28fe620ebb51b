"""A convolutional layer: a bank of small filters, each at every place of an image.

``Conv2D(1, 6, 5)`` has 6 filters of 5 by 5 on images with one channel; the size of the images is left open. The
equations are in :mod:`labkit.nn.functional.correlation`.
"""

import numpy as np

from labkit.errors import LabkitError
from labkit.nn import functional
from labkit.nn.arrays import Arrays
from labkit.nn.functional.pairs import Pair, as_pair
from labkit.nn.layers.weighted import Weighted


class Conv2D(Weighted):
    """Convolutional layer, in truth a cross-correlation as everywhere in the field: the filters are not flipped.

    Images are (samples, channels, height, width), and so are the outputs, with one channel per filter.

    Parameters
    ----------
    in_channels, out_channels : int
        Channels of the images, and number of filters.
    kernel_size : int or (int, int)
        Height and width of a filter.
    stride : int or (int, int)
        Steps from place to place, down and across.
    padding : int or (int, int)
        Rows of zeros above and below the image, columns of zeros left and right.
    init : initialiser, optional
        Draws the weights: one of :mod:`labkit.nn.initializers`, or any function ``init(n_inputs, n_outputs, rng)``
        that returns an array (n_inputs, n_outputs). Its ``n_inputs`` is the fan-in, in_channels * height * width of
        a filter, and ``n_outputs`` is out_channels; a column becomes a filter. Glorot's by default.
    bias : bool
        Whether to add a bias per filter; it starts at zero.

    Attributes
    ----------
    W, dW : array (out_channels, in_channels, kernel height, kernel width)
        Weights and their gradient, views into the network's flat vectors. ``layer.W = x`` writes in place.
    b, db : array (out_channels,), or None without a bias
    """

    backward_reads_output = False

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: Pair,
        stride: Pair = 1,
        padding: Pair = 0,
        init=None,
        bias: bool = True,
    ) -> None:
        for name, size in (("in_channels", in_channels), ("out_channels", out_channels)):
            if isinstance(size, bool) or not isinstance(size, int | np.integer) or size < 1:
                raise LabkitError(f"Conv2D: {name} must be a whole number of at least 1, not {size!r}.")
        self.in_channels, self.out_channels = int(in_channels), int(out_channels)
        self.kernel_size = as_pair(kernel_size, "Conv2D: kernel_size")
        self.stride = as_pair(stride, "Conv2D: stride")
        self.padding = as_pair(padding, "Conv2D: padding", 0)
        self.fan_in = self.in_channels * self.kernel_size[0] * self.kernel_size[1]
        self.fan_out = self.out_channels
        super().__init__(init, bias)
        self._arrays = Arrays()
        self._columns: np.ndarray | None = None

    def __repr__(self) -> str:
        settings = [f"{self.in_channels}", f"{self.out_channels}", _short(self.kernel_size)]
        settings += [f"stride={_short(self.stride)}"] if self.stride != (1, 1) else []
        settings += [f"padding={_short(self.padding)}"] if self.padding != (0, 0) else []
        return f"Conv2D({', '.join(settings)}{'' if self.bias else ', bias=False'})"

    @property
    def weight_shape(self) -> tuple[int, ...]:
        """Shape of W."""
        return (self.out_channels, self.in_channels, *self.kernel_size)

    def initialize(self, rng: np.random.Generator) -> None:
        """Draw W with the initialiser and set b to zero."""
        self.W = self.drawn(rng).T.reshape(self.weight_shape)
        if self.bias:
            self.b = 0.0

    def output_shape(self, input_shape: tuple[int, ...]) -> tuple[int, ...]:
        """Shape (samples, out_channels, places down, places across) for a batch of images of ``input_shape``."""
        self._check(input_shape)
        places = functional.places(input_shape[2:], self.kernel_size, self.stride, self.padding)
        return (input_shape[0], self.out_channels, *places)

    def apply(self, x: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Pre-activations, array (samples, out_channels, places down, places across)."""
        return self._product(x, self._image_columns(x, Arrays()), out)

    def forward(self, x: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Compute the output, and keep the im2col matrix as well: the gradient of the weights is a product with it."""
        self._columns = self._image_columns(x, self._arrays)
        self.input, self.output = x, self._product(x, self._columns, out)
        return self.output

    def backward(self, upstream: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Write dW and db; return dE/dx, array of the input's shape."""
        rows, columns = self._write_gradients(upstream)
        functional.filter_columns_backward(rows, self.W, columns)  # nobody else will read the columns
        self._columns = None
        border = self._border(self.input.shape, columns.dtype, self._arrays)
        dx = functional.image_columns_backward(
            columns, self.input.shape, self.kernel_size, self.stride, self.padding, border
        )
        if out is None:
            return dx.copy()
        np.copyto(out, dx)
        return out

    def write_gradients(self, upstream: np.ndarray) -> None:
        """Write dW and db."""
        self._write_gradients(upstream)

    def forget(self) -> None:
        """Let go of the arrays of the last pass."""
        super().forget()
        self._columns = None
        self._arrays.clear()

    def _check(self, shape: tuple[int, ...]) -> None:
        """Stop with one sentence where a batch of ``shape`` is none of images with the right number of channels."""
        channels = self.in_channels
        if len(shape) == 4 and shape[1] == channels:
            return
        remedy = ""
        if len(shape) == 3:
            remedy = ": give the channels an axis of their own, x[:, None] for a single one"
        elif len(shape) < 3:
            remedy = f": give every sample its rows and columns back, x.reshape(-1, {channels}, height, width)"
        elif len(shape) == 4 and shape[3] == channels:
            remedy = ": if the channels are last, move them, x.transpose(0, 3, 1, 2)"
        raise LabkitError(
            f"{self} expects images of shape (samples, {channels}, height, width) and was given {shape}{remedy}."
        )

    def _image_columns(self, x: np.ndarray, arrays: Arrays) -> np.ndarray:
        n, _, down, across = self.output_shape(x.shape)
        columns = arrays.take("columns", (self.fan_in, down * across * n), x.dtype)
        bordered = any(self.padding) or not functional.batch_last(x).flags.c_contiguous
        border = self._border(x.shape, x.dtype, arrays) if bordered else None
        return functional.image_columns(x, self.kernel_size, self.stride, self.padding, columns, border)

    def _border(self, shape: tuple[int, ...], dtype: np.dtype, arrays: Arrays) -> np.ndarray:
        n, channels, height, width = shape
        return arrays.take("border", (channels, height + 2 * self.padding[0], width + 2 * self.padding[1], n), dtype)

    def _product(self, x: np.ndarray, columns: np.ndarray, out: np.ndarray | None) -> np.ndarray:
        shape = self.output_shape(x.shape)
        rows = (self.out_channels, columns.shape[1])
        into = None if out is None else functional.filter_rows(out)
        direct = into is not None and np.shares_memory(into, out)
        z = functional.filter_columns(columns, self.W, self.b, into if direct else np.empty(rows, columns.dtype))
        z = functional.batch_first(z.reshape(self.out_channels, *shape[2:], shape[0]))
        if out is None:
            return z
        if not direct:
            np.copyto(out, z)
        return out

    def _write_gradients(self, upstream: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        columns = self._image_columns(self.input, self._arrays) if self._columns is None else self._columns
        rows = functional.filter_rows(upstream)
        functional.columns_weight_gradient(columns, rows, self.dW.reshape(self.out_channels, -1))
        if self.bias:
            np.sum(rows, axis=1, out=self.db)
        return rows, columns

    def __getstate__(self) -> dict:
        """Settings only."""
        return super().__getstate__() | {"_arrays": Arrays(), "_columns": None}


def _short(pair: tuple[int, int]) -> str:
    return f"{pair[0]}" if pair[0] == pair[1] else f"{pair}"
