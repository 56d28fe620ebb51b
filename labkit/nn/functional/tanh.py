r"""The hyperbolic tangent is a sigmoid centred on zero: outputs in (-1, 1).

.. math:: \tanh(kx) = \frac{e^{kx} - e^{-kx}}{e^{kx} + e^{-kx}} = 2\,\sigma_{2k}(x) - 1

Written as a quotient of exponentials it overflows to nan from kx = 710 on (float64); ``np.tanh`` does not.
"""

import numpy as np


def tanh(x: np.ndarray, k: float = 1.0, out: np.ndarray | None = None) -> np.ndarray:
    """Hyperbolic tangent with slope ``k``: tanh(kx), for an array of any shape; ``out`` may be ``x`` itself."""
    scaled = x if k == 1 else np.multiply(x, float(k), out=out)
    return np.tanh(scaled, out=out)


def tanh_derivative(x: np.ndarray, k: float = 1.0) -> np.ndarray:
    """Derivative of tanh(kx) at the input ``x``: k (1 - y^2), where y = tanh(kx)."""
    return tanh_derivative_from_output(tanh(x, k), k)


def tanh_derivative_from_output(y: np.ndarray, k: float = 1.0) -> np.ndarray:
    """Derivative of tanh(kx) where its *output* is ``y``: k (1 - y^2)."""
    slope = 1 - np.square(y)
    return slope if k == 1 else slope * float(k)
