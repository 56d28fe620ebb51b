r"""A Conv2D and the 2 by 2 MaxPool2D on top of it, run as one: the same numbers for a third of the copying.

The plain way makes a column for every place of the filter, multiplies, and throws three results out of four away. Here
a column belongs to a *pooling window*. The four places in it see a patch that is one stride larger than the filter, and
the bank holds every filter four times, at the four offsets in the patch:

.. math:: y_o = f\Bigl(b_o + \max_{a,b \in \{0, 1\}} \bigl[W^{(a,b)} X\bigr]_o\Bigr), \qquad
          W^{(a,b)}_{o,\,c,\,i + a s,\,j + b s} = W_{o,c,i,j}

For 5 by 5 filters a column has 36 numbers rather than 25, but there are a quarter as many columns; the product is
larger and fuller, and takes hardly longer. Pooling is three maxima of whole planes that lie one after the other in
memory. Bias and activation f come last, on a quarter of the numbers: a maximum commutes with adding a constant, and
with any function that never falls.

The layers keep their public face. ``paired`` is what training and prediction run in their place; rounding apart,
nobody can tell.
"""

from collections.abc import Sequence

import numpy as np

from labkit.nn import functional
from labkit.nn.correlator import Correlator
from labkit.nn.layers import (
    ELU,
    Conv2D,
    Identity,
    Layer,
    LeakyReLU,
    LeCunTanh,
    MaxPool2D,
    ReLU,
    ReLU6,
    Sigmoid,
    Tanh,
)

WORTHWHILE = 72
"""Up to how many more weights a filter's patch may have than the filter: beyond, products cost more than is saved."""


def paired(layers: Sequence[Layer]) -> list[Layer]:
    """The layers, with a ``ConvPool`` where a Conv2D, an activation that never falls (or none) and a pool follow.

    Only where it pays: many channels make the zeros that surround a filter in its patch expensive.
    """
    stages: list[Layer] = []
    for layer in layers:
        if type(layer) is MaxPool2D and layer.size == layer.stride == (2, 2):
            if stages and _worthwhile(stages[-1]):
                layer = ConvPool(stages.pop(), None, layer)
            elif len(stages) > 1 and _worthwhile(stages[-2]) and never_falls(stages[-1]):
                activation = stages.pop()
                layer = ConvPool(stages.pop(), activation, layer)
        stages.append(layer)
    return stages


def _worthwhile(layer: Layer) -> bool:
    if type(layer) is not Conv2D:
        return False
    (height, width), (down, across) = layer.kernel_size, layer.stride
    return layer.in_channels * ((height + down) * (width + across) - height * width) <= WORTHWHILE


def never_falls(layer: Layer) -> bool:
    """Whether the largest output of an activation belongs to its largest input."""
    if type(layer) in (Sigmoid, Tanh):
        return layer.k >= 0
    return type(layer) in (ReLU, LeakyReLU, ReLU6, ELU, LeCunTanh, Identity)


class ConvPool(Layer):
    """A convolutional layer, its activation and 2 by 2 max pooling as one stage; parameters stay with the Conv2D."""

    def __init__(self, conv: Conv2D, activation: Layer | None, pool: MaxPool2D) -> None:
        self.conv, self.activation, self.pool = conv, activation, pool
        self.backward_reads_output = activation is not None
        (kh, kw), (down, across) = conv.kernel_size, conv.stride
        self._offsets = [
            (a, b, slice(a * down, a * down + kh), slice(b * across, b * across + kw)) for a in (0, 1) for b in (0, 1)
        ]
        self._correlator = Correlator((kh + down, kw + across), (2 * down, 2 * across), conv.padding)
        self._arrays = self._correlator.arrays

    def __repr__(self) -> str:
        return " + ".join(repr(part) for part in self._parts())

    def parameter_shapes(self) -> dict[str, tuple[int, ...]]:
        """Those of the Conv2D."""
        return self.conv.parameter_shapes()

    def output_shape(self, input_shape: tuple[int, ...]) -> tuple[int, ...]:
        """Shape after pooling."""
        return self.pool.output_shape(self.conv.output_shape(input_shape))

    def apply(self, x: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Pooled activations; the working arrays are used again, but nothing is kept for ``backward``."""
        planes = self._planes(x)
        rows = np.maximum(planes[:, 0], planes[:, 1], out=planes[:, 0])
        return self._finished(rows, x, out)

    def forward(self, x: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Pooled activations; keeps what the filters have seen, and who won in every window."""
        for part in self._parts():
            part.input = part.output = None  # better no array than an old one
        planes = self._planes(x)
        left = self._arrays.take("left", (2, *planes.shape[2:]), np.dtype(bool))
        upper = self._arrays.take("upper", planes.shape[2:], np.dtype(bool))
        np.greater_equal(planes[:, 0], planes[:, 1], out=left)  # ties go to the first
        rows = np.maximum(planes[:, 0], planes[:, 1], out=planes[:, 0])
        np.greater_equal(rows[0], rows[1], out=upper)
        self._won = left, upper
        self.input, self.output = x, self._finished(rows, x, out)
        return self.output

    def backward(self, upstream: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Write dW and db; return dE/dx."""
        return self._correlator.image_gradient(self._write_gradients(upstream), self._bank, out)

    def write_gradients(self, upstream: np.ndarray) -> None:
        """Write dW and db."""
        self._write_gradients(upstream)

    def forget(self) -> None:
        """Let go of the arrays of the last pass."""
        super().forget()
        self._won = self._bank = None
        self._correlator.clear()
        for part in self._parts():
            part.forget()

    def _parts(self) -> list[Layer]:
        return [part for part in (self.conv, self.activation, self.pool) if part is not None]

    def _planes(self, x: np.ndarray) -> np.ndarray:
        """What the filters say at the four places of every window: array (2, 2, filters, down, across * samples)."""
        conv, correlator = self.conv, self._correlator
        n, filters, down, across = self.output_shape(x.shape)
        bank = self._arrays.take("bank", (2, 2, filters, conv.in_channels, *correlator.kernel_size), x.dtype)
        bank.fill(0)
        for a, b, rows, columns in self._offsets:
            bank[a, b, :, :, rows, columns] = conv.W
        self._bank = bank.reshape(4 * filters, *bank.shape[3:])
        planes = self._arrays.take("planes", (2, 2, filters, down, across * n), x.dtype)
        correlator.read(x)
        correlator.product(self._bank, planes.reshape(4 * filters, *planes.shape[3:]))
        return planes

    def _finished(self, rows: np.ndarray, x: np.ndarray, out: np.ndarray | None) -> np.ndarray:
        """The larger of the upper and the lower ``rows`` of every window, with bias and activation."""
        n, *sample = self.output_shape(x.shape)
        y = np.empty((*sample, n), x.dtype) if out is None else functional.batch_last(out)
        np.maximum(*rows.reshape(2, *y.shape), out=y)
        if self.conv.bias:
            y += self.conv.b[:, None, None, None]
        y = functional.batch_first(y)
        return y if self.activation is None else self.activation.apply(y, y)

    def _write_gradients(self, upstream: np.ndarray) -> np.ndarray:
        """Write dW and db; return the gradient at the four places of every window, (4 * filters, down, across * n)."""
        conv, take = self.conv, self._arrays.take
        if self.activation is not None:
            self.activation.output = self.output
            out = self._arrays.images("upstream", upstream.shape, upstream.dtype)
            upstream = self.activation.backward(upstream, out)
            self.activation.output = None
        left, upper = self._won
        delta = self._correlator.by_places(upstream)
        if conv.bias:
            self._correlator.bias_gradient(delta, conv.db)
        share = take("share", (2, *delta.shape), delta.dtype)
        np.multiply(delta, upper, out=share[0])
        np.subtract(delta, share[0], out=share[1])
        deltas = take("planes", (2, 2, *delta.shape), delta.dtype)
        np.multiply(share, left, out=deltas[:, 0])
        np.subtract(share, deltas[:, 0], out=deltas[:, 1])
        deltas = deltas.reshape(4 * conv.out_channels, *delta.shape[1:])
        bank = take("bank gradient", self._bank.shape, delta.dtype)
        self._correlator.weight_gradient(deltas, bank)
        bank = bank.reshape(2, 2, conv.out_channels, *self._bank.shape[1:])
        a, b, i, j = self._offsets[0]
        np.copyto(conv.dW, bank[a, b, :, :, i, j])
        for a, b, i, j in self._offsets[1:]:
            np.add(conv.dW, bank[a, b, :, :, i, j], out=conv.dW)
        return deltas
