r"""Absolute error (L1): how far the outputs are from the targets.

.. math:: E = \sum_{\text{samples}} \sum_{\text{outputs}} |y - t|,
          \qquad \frac{\partial E}{\partial y} = \operatorname{sign}(y - t)

The gradient says which way to go but not how far it is: a miss of 10 pulls no harder than one of .1, so a few wild
targets cannot dominate, and close to the target the steps do not get smaller. At y = t, where |y - t| has a kink, the
gradient is taken as 0.
"""

import numpy as np

from labkit.nn.functional.reduction import divisor
from labkit.nn.functional.shapes import check_same_shape


def absolute_error(y: np.ndarray, t: np.ndarray, reduction: str = "sum") -> float:
    """Absolute error of outputs ``y`` against targets ``t``.

    Parameters
    ----------
    y, t : array (samples, n_outputs)
    reduction : "sum" or "mean"
        Over the samples; the outputs of one sample are always summed.
    """
    check_same_shape(y, t)
    total = float(np.abs(np.subtract(y, t)).sum(dtype=np.float64))
    return total / divisor(reduction, y, "absolute_error")


def absolute_error_gradient(
    y: np.ndarray, t: np.ndarray, reduction: str = "sum", out: np.ndarray | None = None
) -> np.ndarray:
    """Gradient dE/dy of :func:`absolute_error`: sign(y - t), over the number of samples for the mean."""
    check_same_shape(y, t)
    gradient = np.sign(np.subtract(y, t, out=out), out=out)
    n = divisor(reduction, y, "absolute_error_gradient")
    return gradient if n == 1 else np.divide(gradient, n, out=out)
