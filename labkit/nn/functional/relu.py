r"""The rectified linear unit (ReLU) lets positive numbers through and stops the others.

.. math:: \mathrm{relu}(x) = \max(0, x), \qquad
          \mathrm{relu}'(x) = \begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}

At x = 0 the curve has a kink and no derivative; any number from 0 to 1 would do there, and here it is 0. The
derivative is the same whether the input or the output is looked at, since both are positive together. Where it is 0
for every sample, nothing reaches the weights of the unit: see :mod:`labkit.nn.functional.dead_units`.

Nair and Hinton (2010), "Rectified linear units improve restricted Boltzmann machines".
"""

import numpy as np


def relu(x: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
    """Larger of 0 and x, for an array of any shape; ``out`` may be ``x`` itself. What is nan stays nan."""
    return np.maximum(x, 0.0, out=out)


def relu_derivative(x: np.ndarray) -> np.ndarray:
    """Derivative of the ReLU at the input ``x``: 1 where x > 0, otherwise 0."""
    x = np.asarray(x)
    return np.greater(x, 0).astype(np.result_type(x, 0.0))


def relu_derivative_from_output(y: np.ndarray) -> np.ndarray:
    """Derivative of the ReLU where its *output* is ``y``: 1 where y > 0, otherwise 0."""
    return relu_derivative(y)
