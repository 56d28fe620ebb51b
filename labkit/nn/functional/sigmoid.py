r"""The logistic sigmoid squashes any number into (0, 1); its slope k says how sharply.

.. math:: \sigma_k(x) = \frac{1}{1 + e^{-kx}} = \frac12 + \frac12 \tanh\frac{kx}{2}

The first form overflows: at kx = -1000 it asks for e^1000. The second is the same function, because
tanh(u/2) = (1 - e^-u) / (1 + e^-u), and never overflows: ``np.tanh`` takes its argument straight to -1 or 1
where the exponential would be out of range. It has no branch either, so it runs as fast as the
tanh itself. What it gives up is the far left tail: where kx is below -37 (float64), it returns 0 in place of a
number under 1e-16.
"""

import numpy as np


def sigmoid(x: np.ndarray, k: float = 1.0, out: np.ndarray | None = None) -> np.ndarray:
    """Logistic sigmoid with slope ``k``: 1/2 + 1/2 tanh(kx/2).

    Parameters
    ----------
    x : array of any shape, or a number
    k : float
        Slope; at x = 0 the curve rises at a rate of k/4.
    out : array of the same shape, optional
        Receives the result; may be ``x`` itself.

    Returns
    -------
    array of x's shape, between 0 and 1
    """
    half = np.multiply(x, float(k) / 2, out=out)
    y = np.tanh(half, out=out)
    y = np.multiply(y, 0.5, out=out)
    return np.add(y, 0.5, out=out)


def sigmoid_derivative(x: np.ndarray, k: float = 1.0) -> np.ndarray:
    """Derivative of the sigmoid at the input ``x``: k y (1 - y), where y = sigmoid(x, k)."""
    return sigmoid_derivative_from_output(sigmoid(x, k), k)


def sigmoid_derivative_from_output(y: np.ndarray, k: float = 1.0) -> np.ndarray:
    """Derivative of the sigmoid where its *output* is ``y``: k y (1 - y).

    No exponential is needed once the forward pass has been done: that is why the sigmoid was cheap to train.

    Parameters
    ----------
    y : array of any shape
        Outputs of the sigmoid, between 0 and 1.
    k : float
        The slope with which they were computed.
    """
    slope = np.subtract(1, y)
    slope *= y
    return slope if k == 1 else slope * float(k)
