"""The leaky ReLU as a layer: negative numbers are made small, but not 0."""

import numpy as np

from labkit.errors import LabkitError
from labkit.nn import functional
from labkit.nn.layers.elementwise import Elementwise
from labkit.nn.layers.slope import as_finite


class LeakyReLU(Elementwise):
    """Leaky ReLU, y = max(leak x, x); see :mod:`labkit.nn.functional.leaky_relu`.

    Parameters
    ----------
    leak : float
        Slope of the negative side, at least 0 and below 1: the backward pass reads off the output y on which side
        the input was, which a negative leak would hide.
    """

    def __init__(self, leak: float = 0.01) -> None:
        self.leak = as_finite(leak)
        if not 0 <= self.leak < 1:
            raise LabkitError(f"LeakyReLU: the leak must be a number of at least 0 and below 1, not {leak!r}.")

    def __repr__(self) -> str:
        return f"LeakyReLU(leak={self.leak:g})"

    def function(self, x: np.ndarray, out: np.ndarray) -> np.ndarray:
        """Write max(leak x, x) into ``out``."""
        return functional.leaky_relu(x, self.leak, out)

    def derivative_from_output(self, y: np.ndarray) -> np.ndarray:
        """1 where y > 0, otherwise the leak."""
        return functional.leaky_relu_derivative(y, self.leak)
