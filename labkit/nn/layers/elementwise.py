"""What the built-in activations share: a function of one number, whose derivative is known from its output.

dE/dx = dE/dy * f'(x), unit by unit. Because f' is computed from the output y, the input is not needed again
and training may write y over it. The work goes block by block so that the four passes of a formula find
their data in cache.
"""

import numpy as np

from labkit.nn.layers.layer import Layer
from labkit.nn.numerics import in_memory_order, row_blocks


class Elementwise(Layer):
    """Base of the built-in activations; a subclass gives ``function`` and ``derivative_from_output``."""

    in_place = True
    backward_reads_input = False

    def function(self, x: np.ndarray, out: np.ndarray) -> np.ndarray:
        """Write f(x) into ``out``."""
        raise NotImplementedError

    def derivative_from_output(self, y: np.ndarray) -> np.ndarray:
        """f'(x), given y = f(x)."""
        raise NotImplementedError

    def apply(self, x: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """f(x), array of x's shape."""
        out = np.empty_like(x) if out is None else out
        x_rows, out_rows = in_memory_order(x, out)
        for rows in row_blocks(x_rows):
            self.function(x_rows[rows], out_rows[rows])
        return out

    def backward(self, upstream: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Gradient at the input: dE/dx = dE/dy * f'(x)."""
        out = np.empty_like(upstream) if out is None else out
        given, y, result = in_memory_order(upstream, self.output, out)
        for rows in row_blocks(given):
            np.multiply(given[rows], self.derivative_from_output(y[rows]), out=result[rows])
        return out
