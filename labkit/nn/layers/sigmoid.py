"""The sigmoid as a layer: every unit squashed into (0, 1)."""

import numpy as np

from labkit.nn import functional
from labkit.nn.layers.elementwise import Elementwise
from labkit.nn.layers.slope import checked_slope


class Sigmoid(Elementwise):
    """Logistic sigmoid with slope ``k``, y = 1 / (1 + e^(-kx)); see :mod:`labkit.nn.functional.sigmoid`."""

    def __init__(self, k: float = 1.0) -> None:
        self.k = checked_slope(k, "Sigmoid")

    def __repr__(self) -> str:
        return f"Sigmoid(k={self.k:g})"

    def function(self, x: np.ndarray, out: np.ndarray) -> np.ndarray:
        """Write sigmoid(x, k) into ``out``."""
        return functional.sigmoid(x, self.k, out)

    def derivative_from_output(self, y: np.ndarray) -> np.ndarray:
        """k y (1 - y)."""
        return functional.sigmoid_derivative_from_output(y, self.k)
