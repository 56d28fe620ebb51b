r"""Squared error: how far the outputs are from the targets, squared.

.. math:: E = c \sum_{\text{samples}} \sum_{\text{outputs}} (y - t)^2,
          \qquad \frac{\partial E}{\partial y} = 2c\,(y - t)

With c = 1/2 the gradient is plainly y - t. Summed over samples or averaged over them: both are in use, a
learning rate means something different with each, so the functions ask for it by name.
"""

import numpy as np

from labkit.nn.functional.reduction import divisor
from labkit.nn.functional.shapes import check_same_shape


def squared_error(y: np.ndarray, t: np.ndarray, reduction: str = "sum", half: bool = True) -> float:
    """Squared error of outputs ``y`` against targets ``t``.

    Parameters
    ----------
    y, t : array (samples, n_outputs)
    reduction : "sum" or "mean"
        Over the samples; the outputs of one sample are always summed.
    half : bool
        Whether to put the factor 1/2 in front.
    """
    check_same_shape(y, t)
    difference = np.subtract(y, t).ravel()
    total = float(difference @ difference) * (0.5 if half else 1.0)
    return total / divisor(reduction, y, "squared_error")


def squared_error_gradient(
    y: np.ndarray, t: np.ndarray, reduction: str = "sum", half: bool = True, out: np.ndarray | None = None
) -> np.ndarray:
    """Gradient dE/dy of :func:`squared_error`: 2c (y - t), over the number of samples for the mean."""
    check_same_shape(y, t)
    gradient = np.subtract(y, t, out=out)
    factor = (1.0 if half else 2.0) / divisor(reduction, y, "squared_error_gradient")
    return gradient if factor == 1 else np.multiply(gradient, factor, out=out)
