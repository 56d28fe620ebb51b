"""The arrays that a training step writes into, allocated once and used for every step.

Four things make a step cost little more than its matrix products, in time and in memory:

- Large batches go through in pieces of at most 2,500 samples (128 where there are convolutions). A sum over samples
  can be taken piece by piece, and the arrays of one piece are reused for the next: 60,000 images need the memory of
  2,500.
- Nothing is allocated after the first step. Fresh large arrays come from the operating system page by page,
  and that can take longer than the arithmetic.
- What the backward pass will not read again is written over: an activation writes over its pre-activations,
  a gradient over the gradient above it.
- Images keep their face of (samples, channels, height, width), but in memory the samples are last: see
  :mod:`labkit.nn.functional.image_columns`. A convolution with pooling on top runs as one:
  see :mod:`labkit.nn.conv_pool`.
"""

import numpy as np

from labkit.nn.arrays import Arrays
from labkit.nn.conv_pool import paired
from labkit.nn.layers import Flatten
from labkit.nn.losses import Loss
from labkit.nn.network import Sequential


class Workspace:
    """Forward and backward passes of ``net`` under ``loss``, in place.

    Attributes
    ----------
    joined : bool
        Whether the loss is differentiated together with the last layer.
    logits : array or None
        Inputs of the last layer in the last ``forward``, where it is joined.
    """

    def __init__(self, net: Sequential, loss: Loss) -> None:
        self.net, self.loss = net, loss
        self.joined = loss.joins(net.layers[-1])
        self.logits: np.ndarray | None = None
        self._layers = paired(net.layers)
        self._overwrites = [self._may_overwrite(i) for i in range(len(self._layers))]
        with_parameters = [i for i, layer in enumerate(self._layers) if layer.parameter_shapes()]
        self._lowest = with_parameters[0] if with_parameters else len(self._layers)
        self._output_shapes: dict[tuple[int, tuple[int, ...]], tuple[int, ...]] = {}
        self._arrays: dict[tuple[str, int], np.ndarray] = {}
        self._samples_last = Arrays()

    def forward(self, x: np.ndarray) -> np.ndarray:
        """Outputs for ``x``, as ``net.forward`` gives them, but in reused arrays."""
        last = len(self._layers) - 1
        for i, layer in enumerate(self._layers):
            if i == last and self.joined:
                self.logits = x
            if self._overwrites[i]:
                self._layers[i - 1].output = None  # better no array than a wrong one
                x = layer.forward(x, x)
            elif isinstance(layer, Flatten):
                x = layer.forward(x)  # a view
            else:
                x = layer.forward(x, self._array("output", i, self._output_shape(i, x.shape)))
        return x

    def backward(self, y: np.ndarray, t: np.ndarray, share: float = 1.0) -> None:
        """Write ``share`` times the gradient of the loss for the last ``forward`` to ``net.gradients``."""
        layers, top = self._layers, len(self._layers) - 1
        out = self._array("loss", top, y.shape)
        if self.joined:
            upstream = self.loss.joint_gradient(layers[top], y, t, out)
            top -= 1
        else:
            upstream = self.loss.gradient(y, t, out)
        if share != 1:
            upstream *= share
        for i in range(top, self._lowest, -1):
            layer = layers[i]
            if isinstance(layer, Flatten):
                upstream = layer.backward(upstream)
                continue
            out = upstream if layer.in_place else self._gradient_array(i, layer.input)
            upstream = layer.backward(upstream, out)
        if self._lowest <= top:
            layers[self._lowest].write_gradients(upstream)

    def release(self) -> None:
        """Give the memory back, and leave no layer holding a piece of it."""
        self._arrays.clear()
        self._samples_last.clear()
        self.logits = None
        for layer in self._layers:
            layer.forget()

    def _may_overwrite(self, i: int) -> bool:
        """Whether nobody will read again what layer ``i`` is given, so that it may write over it."""
        if i == 0 or (self.joined and i == len(self._layers) - 1):
            return False
        layer, below = self._layers[i], self._layers[i - 1]
        return layer.in_place and not layer.backward_reads_input and not below.backward_reads_output

    def _output_shape(self, i: int, input_shape: tuple[int, ...]) -> tuple[int, ...]:
        """Shape of what layer ``i`` puts out, asked of it once for each shape of a batch."""
        known, key = self._output_shapes, (i, input_shape)
        if key not in known:
            known[key] = self._layers[i].output_shape(input_shape)
        return known[key]

    def _array(self, role: str, i: int, shape: tuple[int, ...]) -> np.ndarray:
        """The array for one role in layer ``i``, cut to the samples at hand."""
        if len(shape) == 4:
            return self._samples_last.images(f"{role} {i}", shape, self.net.dtype)
        array = self._arrays.get((role, i))
        if array is None or len(array) < shape[0]:
            array = self._arrays[role, i] = np.empty(shape, self.net.dtype)
        return array[: shape[0]]

    def _gradient_array(self, i: int, like: np.ndarray) -> np.ndarray:
        """The array for the gradient at the input of layer ``i``, in memory ordered as the input is."""
        if like.ndim == 2 and not like.flags.c_contiguous and like.T.flags.c_contiguous:  # images, made flat
            return self._samples_last.take("flat gradient", like.shape[::-1], self.net.dtype).T
        return self._array("gradient", i, like.shape)
