"""A convolutional layer: a bank of small filters, each at every place of an image.

``Conv2D(1, 6, 5)`` has 6 filters of 5 by 5 on images with one channel; the size of the images is left open. The
equations are in :mod:`labkit.nn.functional.correlation`, and a faster way to the same numbers, which runs
here, in :mod:`labkit.nn.correlator`.
"""

import numpy as np

from labkit.errors import LabkitError
from labkit.nn import functional
from labkit.nn.correlator import Correlator
from labkit.nn.counts import check_counts
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
        check_counts("Conv2D", in_channels=in_channels, out_channels=out_channels)
        self.in_channels, self.out_channels = int(in_channels), int(out_channels)
        self.kernel_size = as_pair(kernel_size, "Conv2D: kernel_size")
        self.stride = as_pair(stride, "Conv2D: stride")
        self.padding = as_pair(padding, "Conv2D: padding", 0)
        self.fan_in = self.in_channels * self.kernel_size[0] * self.kernel_size[1]
        self.fan_out = self.out_channels
        super().__init__(init, bias)
        self._correlator = self._new_correlator()

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
        return self._through(self._new_correlator(), x, out)

    def forward(self, x: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Compute the output, and keep what the filters have seen: the gradient of the weights is a product with it."""
        self.input, self.output = x, self._through(self._correlator, x, out)
        return self.output

    def backward(self, upstream: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Write dW and db; return dE/dx, array of the input's shape."""
        return self._correlator.image_gradient(self._write_gradients(upstream), self.W, out)

    def write_gradients(self, upstream: np.ndarray) -> None:
        """Write dW and db."""
        self._write_gradients(upstream)

    def forget(self) -> None:
        """Let go of the arrays of the last pass."""
        super().forget()
        self._correlator.clear()

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

    def _through(self, correlator: Correlator, x: np.ndarray, out: np.ndarray | None) -> np.ndarray:
        self._check(x.shape)
        correlator.read(x)
        n, filters, (down, across) = len(x), self.out_channels, correlator.places
        if out is None or not functional.batch_last(out).flags.c_contiguous:
            z = np.empty((filters, down, across, n), x.dtype)
        else:
            z = functional.batch_last(out)
        correlator.product(self.W, z.reshape(filters, down, across * n))
        if self.bias:
            z += self.b[:, None, None, None]
        z = functional.batch_first(z)
        if out is None:
            return z
        if not np.may_share_memory(z, out):
            np.copyto(out, z)
        return out

    def _write_gradients(self, upstream: np.ndarray) -> np.ndarray:
        """Write dW and db; return the gradient as (out_channels, places down, places across * samples)."""
        correlator = self._correlator
        delta = correlator.by_places(upstream)
        correlator.weight_gradient(delta, self.dW)
        if self.bias:
            correlator.bias_gradient(delta, self.db)
        return delta

    def _new_correlator(self) -> Correlator:
        return Correlator(self.kernel_size, self.stride, self.padding)

    def __getstate__(self) -> dict:
        """Settings only."""
        return super().__getstate__() | {"_correlator": self._new_correlator()}


def _short(pair: tuple[int, int]) -> str:
    return f"{pair[0]}" if pair[0] == pair[1] else f"{pair}"
