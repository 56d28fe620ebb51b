r"""The line that every network here learns by: walk against the gradient.

.. math:: \theta \leftarrow \theta - \eta\, g
"""

import numpy as np


def gradient_step(
    theta: np.ndarray,
    gradient: np.ndarray,
    rate: float,
    step: np.ndarray | None = None,
    out: np.ndarray | None = None,
) -> np.ndarray:
    """Parameters after one step of gradient descent.

    Parameters
    ----------
    theta, gradient : array, any one shape
    rate : float
        The learning rate eta.
    step, out : array, optional
        Arrays to write the step and the result into, where training wants no new memory. Without them
        nothing that was passed in changes.
    """
    return np.subtract(theta, np.multiply(gradient, rate, out=step), out=out)
