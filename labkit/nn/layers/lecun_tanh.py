"""LeCun's stretched hyperbolic tangent as a layer: outputs in (-1.7159, 1.7159)."""

import numpy as np

from labkit.nn import functional
from labkit.nn.layers.elementwise import Elementwise


class LeCunTanh(Elementwise):
    """Stretched hyperbolic tangent, y = 1.7159 tanh(2x/3); see :mod:`labkit.nn.functional.lecun_tanh`."""

    def function(self, x: np.ndarray, out: np.ndarray) -> np.ndarray:
        """Write 1.7159 tanh(2x/3) into ``out``."""
        return functional.lecun_tanh(x, out)

    def derivative_from_output(self, y: np.ndarray) -> np.ndarray:
        """(2/3) 1.7159 [1 - (y / 1.7159)^2]."""
        return functional.lecun_tanh_derivative_from_output(y)
