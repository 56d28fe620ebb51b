"""The exponential linear unit as a layer: negative numbers bend towards -alpha."""

import numpy as np

from labkit.errors import LabkitError
from labkit.nn import functional
from labkit.nn.layers.elementwise import Elementwise
from labkit.nn.layers.slope import as_finite


class ELU(Elementwise):
    """Exponential linear unit, y = x where x > 0, otherwise alpha (e^x - 1); see :mod:`labkit.nn.functional.elu`.

    Parameters
    ----------
    alpha : float
        Above 0; far to the left the outputs are -alpha.
    """

    def __init__(self, alpha: float = 1.0) -> None:
        self.alpha = as_finite(alpha)
        if not self.alpha > 0:
            raise LabkitError(f"ELU: alpha must be a finite number above 0, not {alpha!r}.")

    def __repr__(self) -> str:
        return f"ELU(alpha={self.alpha:g})"

    def function(self, x: np.ndarray, out: np.ndarray) -> np.ndarray:
        """Write elu(x, alpha) into ``out``."""
        return functional.elu(x, self.alpha, out)

    def derivative_from_output(self, y: np.ndarray) -> np.ndarray:
        """1 where y > 0, otherwise y + alpha."""
        return functional.elu_derivative_from_output(y, self.alpha)
