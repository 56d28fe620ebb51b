"""The rectified linear unit as a layer: negative numbers become 0."""

import numpy as np

from labkit.nn import functional
from labkit.nn.layers.elementwise import Elementwise


class ReLU(Elementwise):
    """Rectified linear unit, y = max(0, x); see :mod:`labkit.nn.functional.relu`."""

    def function(self, x: np.ndarray, out: np.ndarray) -> np.ndarray:
        """Write max(0, x) into ``out``."""
        return functional.relu(x, out)

    def derivative_from_output(self, y: np.ndarray) -> np.ndarray:
        """1 where y > 0, otherwise 0."""
        return functional.relu_derivative_from_output(y)
