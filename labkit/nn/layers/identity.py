"""The activation that does nothing, for outputs that may take any value."""

import numpy as np

from labkit.nn.layers.layer import Layer


class Identity(Layer):
    """y = x."""

    in_place = True
    backward_reads_input = False

    def apply(self, x: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """The batch itself, not a copy."""
        return x

    def backward(self, upstream: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """The gradient itself, not a copy."""
        return upstream
