"""ReLU6 as a layer: numbers are cut off below 0 and above 6."""

import numpy as np

from labkit.nn import functional
from labkit.nn.layers.elementwise import Elementwise


class ReLU6(Elementwise):
    """ReLU with a lid, y = min(max(0, x), 6); see :mod:`labkit.nn.functional.relu6`."""

    def function(self, x: np.ndarray, out: np.ndarray) -> np.ndarray:
        """Write min(max(0, x), 6) into ``out``."""
        return functional.relu6(x, out)

    def derivative_from_output(self, y: np.ndarray) -> np.ndarray:
        """1 where 0 < y < 6, otherwise 0."""
        return functional.relu6_derivative_from_output(y)
