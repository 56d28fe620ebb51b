"""The arrays that a training step writes into, allocated once and used for every step.

Three things make a step cost little more than its matrix products, in time and in memory:

- Large batches go through in pieces of at most 2,500 samples. A sum over samples can be taken piece by
  piece, and the arrays of one piece are reused for the next: 60,000 images need the memory of 2,500.
- Nothing is allocated after the first step. Fresh large arrays come from the operating system page by page,
  and that can take longer than the arithmetic.
- What the backward pass will not read again is written over: an activation writes over its pre-activations,
  a gradient over the gradient above it.
"""

import numpy as np

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
        self._overwrites = [self._may_overwrite(i) for i in range(len(net.layers))]
        with_parameters = [i for i, layer in enumerate(net.layers) if layer.parameter_shapes()]
        self._lowest = with_parameters[0] if with_parameters else len(net.layers)
        self._arrays: dict[tuple[str, int], np.ndarray] = {}

    def forward(self, x: np.ndarray) -> np.ndarray:
        """Outputs for ``x``, as ``net.forward`` gives them, but in reused arrays."""
        last = len(self.net.layers) - 1
        for i, layer in enumerate(self.net.layers):
            if i == last and self.joined:
                self.logits = x
            if self._overwrites[i]:
                self.net.layers[i - 1].output = None  # better no array than a wrong one
                x = layer.forward(x, x)
            else:
                x = layer.forward(x, self._array("output", i, layer.output_shape(x.shape)))
        return x

    def backward(self, y: np.ndarray, t: np.ndarray, share: float = 1.0) -> None:
        """Write ``share`` times the gradient of the loss for the last ``forward`` to ``net.gradients``."""
        layers, top = self.net.layers, len(self.net.layers) - 1
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
            out = upstream if layer.in_place else self._array("gradient", i, layer.input.shape)
            upstream = layer.backward(upstream, out)
        if self._lowest <= top:
            layers[self._lowest].write_gradients(upstream)

    def release(self) -> None:
        """Give the memory back, and leave no layer holding a piece of it."""
        self._arrays.clear()
        self.logits = None
        for layer in self.net.layers:
            layer.forget()

    def _may_overwrite(self, i: int) -> bool:
        """Whether nobody will read again what layer ``i`` is given, so that it may write over it."""
        if i == 0 or (self.joined and i == len(self.net.layers) - 1):
            return False
        layer, below = self.net.layers[i], self.net.layers[i - 1]
        return layer.in_place and not layer.backward_reads_input and not below.backward_reads_output

    def _array(self, role: str, i: int, shape: tuple[int, ...]) -> np.ndarray:
        """The array for one role in layer ``i``, cut to the samples at hand."""
        array = self._arrays.get((role, i))
        if array is None or len(array) < shape[0]:
            array = self._arrays[role, i] = np.empty(shape, self.net.dtype)
        return array[: shape[0]]
