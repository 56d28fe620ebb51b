"""Softmax as a layer: the scores of each sample become probabilities. It belongs on top, under cross-entropy."""

import numpy as np

from labkit.nn import functional
from labkit.nn.layers.layer import Layer
from labkit.nn.numerics import flush_tiny


class Softmax(Layer):
    """Softmax over the units of each sample; see :mod:`labkit.nn.functional.softmax`.

    Under :class:`~labkit.nn.losses.CrossEntropy` the two are differentiated as one: the gradient at the
    logits is y - t.
    """

    in_place = True
    backward_reads_input = False

    def apply(self, x: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Probabilities, array of x's shape; those under 1e-19 (float32) become 0, for speed."""
        return flush_tiny(functional.softmax(x, out))

    def backward(self, upstream: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Gradient at the logits, y (u - sum(u y))."""
        return functional.softmax_backward(self.output, upstream, out)

    def slope(self) -> np.ndarray:
        """Derivative of every output by its own logit, y (1 - y); by another one it is not 0 either."""
        return functional.sigmoid_derivative_from_output(self.output)
