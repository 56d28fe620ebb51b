"""The arrays that a training step writes into, allocated once and used for every step.

Three things make a step cost little more than its matrix products, in time and in memory:

- Large batches go through in pieces of at most 2,500 samples. A sum over samples can be taken piece by piece, and the arrays of
  one piece are reused for the next: 60,000 images need the memory of 2,500.
- Nothing is allocated after the first step. Fresh large arrays come from the operating system page by page, and that
  can take longer than the arithmetic.
- What the backward pass will not read again is written over: an activation writes over its pre-activations, a gradient over
  the gradient above it.
"""

import numpy as np

from labkit.nn.losses import Loss
from labkit.nn.network import Sequential


class Workspace:
    """Forward and backward passes of ``net`` under ``loss``, in place."""

    def __init__(self, net: Sequential, loss: Loss) -> None:
        self.net, self.loss = net, loss
        self.joined = loss.joins(net.layers[-1])
        self._lowest = next(
            (i for i, layer in enumerate(net.layers) if layer.parameter_shapes()), len(net.layers)
        )
        self._writes_over_input = [False] + [
            layer.in_place
            and not layer.backward_reads_input
            and not below.backward_reads_output
            and not (self.joined and layer is net.layers[-1])
            for below, layer in zip(net.layers, net.layers[1:], strict=False)
        ]
        self._arrays: dict[tuple[str, int], np.ndarray] = {}
        self.logits: np.ndarray | None = None  # input of the last layer, where the loss joins it

    def forward(self, x: np.ndarray) -> np.ndarray:
        """Outputs for ``x``, as ``net.forward``, but in reused arrays."""
        below = None
        for i, layer in enumerate(self.net.layers):
            if self._writes_over_input[i]:
                out = layer.forward(x, x)
                below.output = layer.input = None  # overwritten: better no array than a wrong one
            else:
                out = layer.forward(x, self._array("output", i, x))
                self._keep("output", i, out)
            if layer is self.net.layers[-1] and self.joined:
                self.logits = x
            x, below = out, layer
        return x

    def backward(self, y: np.ndarray, t: np.ndarray, share: float = 1.0) -> None:
        """Write ``share`` times the gradient of the loss for the last ``forward`` to ``net.gradients``."""
        layers, top = self.net.layers, len(self.net.layers) - 1
        out = self._array("loss", top, y)
        if self.joined:
            upstream = self.loss.joint_gradient(layers[top], y, t, out)
            top -= 1
        else:
            upstream = self.loss.gradient(y, t, out)
        self._keep("loss", len(layers) - 1, upstream)
        if share != 1:
            upstream *= share
        for i in range(top, self._lowest, -1):
            out = upstream if layers[i].in_place else self._array("gradient", i, upstream)
            upstream = layers[i].backward(upstream, out)
            if not layers[i].in_place:
                self._keep("gradient", i, upstream)
        if self._lowest <= top:
            layers[self._lowest].write_gradients(upstream)

    def release(self) -> None:
        """Give the memory back, and leave no layer holding a piece of it."""
        self._arrays.clear()
        self.logits = None
        for layer in self.net.layers:
            layer.forget()

    def _array(self, role: str, i: int, like: np.ndarray) -> np.ndarray | None:
        """The array kept for this role, cut to as many samples as ``like`` has; None on the first pass."""
        array = self._arrays.get((role, i))
        return array[: len(like)] if array is not None and len(like) <= len(array) else None

    def _keep(self, role: str, i: int, result: np.ndarray) -> None:
        """Make room for later passes: a new array, because ``result`` may share memory with the data."""
        array = self._arrays.get((role, i))
        if array is None or len(array) < len(result):
            self._arrays[role, i] = np.empty_like(result)
