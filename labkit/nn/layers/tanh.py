"""The hyperbolic tangent as a layer: every unit squashed into (-1, 1)."""

import numpy as np

from labkit.nn import functional
from labkit.nn.layers.elementwise import Elementwise
from labkit.nn.layers.slope import checked_slope


class Tanh(Elementwise):
    """Hyperbolic tangent with slope ``k``, y = tanh(kx); see :mod:`labkit.nn.functional.tanh`."""

    def __init__(self, k: float = 1.0) -> None:
        self.k = checked_slope(k, "Tanh")

    def __repr__(self) -> str:
        return f"Tanh(k={self.k:g})"

    def function(self, x: np.ndarray, out: np.ndarray) -> np.ndarray:
        """Write tanh(kx) into ``out``."""
        return functional.tanh(x, self.k, out)

    def derivative_from_output(self, y: np.ndarray) -> np.ndarray:
        """k (1 - y^2)."""
        return functional.tanh_derivative_from_output(y, self.k)
