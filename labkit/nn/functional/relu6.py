r"""ReLU6 is a ReLU with a lid: its outputs stay between 0 and 6.

.. math:: f(x) = \min(\max(0, x), 6), \qquad
          f'(x) = \begin{cases} 1 & 0 < x < 6 \\ 0 & \text{otherwise} \end{cases}

It has two kinks, and two ways to fall silent: below 0 and above 6. At both kinks the derivative is taken as 0. Inputs
and outputs lie strictly between 0 and 6 together, so the derivative may be taken of either.

Krizhevsky (2010), "Convolutional deep belief networks on CIFAR-10".
"""

import numpy as np

from labkit.nn.functional.relu import relu, relu_derivative

LID = 6.0


def relu6(x: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
    """Smaller of relu(x) and 6, for an array of any shape; ``out`` may be ``x`` itself. What is nan stays nan."""
    return np.minimum(relu(x, out), LID, out=out)


def relu6_derivative(x: np.ndarray) -> np.ndarray:
    """Derivative of ReLU6 at the input ``x``: 1 where 0 < x < 6, otherwise 0."""
    return relu_derivative(x) * relu_derivative(np.subtract(LID, x))


def relu6_derivative_from_output(y: np.ndarray) -> np.ndarray:
    """Derivative of ReLU6 where its *output* is ``y``: 1 where 0 < y < 6, otherwise 0."""
    return relu6_derivative(y)
