"""The rectified linear unit as a layer: negative numbers become 0."""

import numpy as np

from labkit.nn import functional
from labkit.nn.layers.elementwise import Elementwise
from labkit.nn.numerics import BLOCK_ELEMENTS, in_memory_order

# NumPy compares an array with an array three times as fast as with a number.
_ZEROS = {np.dtype(dtype): np.zeros(BLOCK_ELEMENTS, dtype) for dtype in (np.float32, np.float64)}


class ReLU(Elementwise):
    """Rectified linear unit, y = max(0, x); see :mod:`labkit.nn.functional.relu`."""

    def function(self, x: np.ndarray, out: np.ndarray) -> np.ndarray:
        """Write max(0, x) into ``out``."""
        if x.size > BLOCK_ELEMENTS or x.dtype not in _ZEROS:
            return functional.relu(x, out)
        return np.maximum(x, _ZEROS[x.dtype][: x.size].reshape(x.shape), out=out)

    def derivative_from_output(self, y: np.ndarray) -> np.ndarray:
        """1 where y > 0, otherwise 0."""
        return functional.relu_derivative_from_output(y)

    def backward(self, upstream: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Gradient at the input: dE/dy where y > 0, otherwise 0."""
        out = np.empty_like(upstream) if out is None else out
        given, y, result = in_memory_order(upstream, self.output, out)
        np.multiply(given, y > 0, out=result)  # NumPy takes a comparison for 0 and 1, in blocks of its own
        return out
