r"""The leaky ReLU lets a little of a negative number through, so that no unit falls silent for good.

.. math:: f(x) = \max(\gamma x, x), \qquad
          f'(x) = \begin{cases} 1 & x > 0 \\ \gamma & x \le 0 \end{cases}, \qquad 0 \le \gamma < 1

The leak gamma is 0 for the plain ReLU. At the kink, x = 0, any number from gamma to 1 would do; here it is gamma. As
long as gamma > 0, output and input have the same sign, and the derivative may be taken of either.

Maas, Hannun and Ng (2013), "Rectifier nonlinearities improve neural network acoustic models".
"""

import numpy as np

from labkit.nn.functional.relu import relu_derivative


def leaky_relu(x: np.ndarray, leak: float = 0.01, out: np.ndarray | None = None) -> np.ndarray:
    """Larger of ``leak`` times x and x.

    Parameters
    ----------
    x : array of any shape, or a number
    leak : float
        Slope of the negative side, at least 0 and below 1.
    out : array of the same shape, optional
        Receives the result; may be ``x`` itself.
    """
    return np.maximum(np.multiply(x, float(leak)), x, out=out)


def leaky_relu_derivative(x: np.ndarray, leak: float = 0.01) -> np.ndarray:
    """Derivative of the leaky ReLU, at the input ``x`` or where its output is ``x``: 1 where x > 0, otherwise ``leak``.

    It is the larger of the two, because the leak is below 1.
    """
    return np.maximum(relu_derivative(x), float(leak))
