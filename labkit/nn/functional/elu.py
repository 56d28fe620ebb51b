r"""The exponential linear unit (ELU) is a ReLU whose negative side bends smoothly down to -alpha.

.. math:: f(x) = \begin{cases} x & x > 0 \\ \alpha\,(e^x - 1) & x \le 0 \end{cases}, \qquad
          f'(x) = \begin{cases} 1 & x > 0 \\ \alpha\,e^x = y + \alpha & x \le 0 \end{cases}, \qquad \alpha > 0

Its units may be negative, so that their mean can be 0, and their derivative dies out only far to the left. With
alpha = 1 there is no kink: both sides have slope 1 at x = 0; with any other alpha the derivative there is taken as
alpha. From the output it needs no exponential: y + alpha goes to 0 outright where e^x would become too
small for fast arithmetic. ``np.expm1`` is e^x - 1, exact for small x; of x > 0 it is never asked, so nothing overflows.

Clevert, Unterthiner and Hochreiter (2016), "Fast and accurate deep network learning by exponential linear units".
"""

import numpy as np

from labkit.nn.functional.relu import relu, relu_derivative


def elu(x: np.ndarray, alpha: float = 1.0, out: np.ndarray | None = None) -> np.ndarray:
    """Exponential linear unit: x where x > 0, otherwise alpha (e^x - 1).

    Parameters
    ----------
    x : array of any shape, or a number
    alpha : float
        Above 0; far to the left the outputs are -alpha.
    out : array of the same shape, optional
        Receives the result; may be ``x`` itself.
    """
    negative = np.multiply(np.expm1(np.minimum(x, 0.0)), float(alpha))
    return np.add(relu(x, out), negative, out=out)


def elu_derivative(x: np.ndarray, alpha: float = 1.0) -> np.ndarray:
    """Derivative of the ELU at the input ``x``: 1 where x > 0, otherwise alpha e^x."""
    return elu_derivative_from_output(elu(x, alpha), alpha)


def elu_derivative_from_output(y: np.ndarray, alpha: float = 1.0) -> np.ndarray:
    """Derivative of the ELU where its *output* is ``y``: 1 where y > 0, otherwise y + alpha."""
    positive = relu_derivative(y)
    return positive + (1 - positive) * (np.minimum(y, 0.0) + float(alpha))
