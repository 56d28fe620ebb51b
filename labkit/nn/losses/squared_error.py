"""Squared error as a loss: distance from the targets, squared."""

import numpy as np

from labkit.nn import functional
from labkit.nn.functional.reduction import check_reduction
from labkit.nn.losses.loss import Loss


class SquaredError(Loss):
    """Squared error, E = 1/2 sum (y - t)^2; see :mod:`labkit.nn.functional.squared_error`.

    Parameters
    ----------
    reduction : "sum" or "mean"
        Over the samples; the outputs of one sample are summed either way. One rate of a sum over n samples
        is n times that rate of their mean.
    half : bool
        Whether the 1/2 stands in front.
    """

    def __init__(self, reduction: str = "sum", half: bool = True) -> None:
        self.reduction, self.half = check_reduction(reduction, "SquaredError"), bool(half)

    def __repr__(self) -> str:
        return f"SquaredError({self.reduction!r}{'' if self.half else ', half=False'})"

    def value(self, y: np.ndarray, t: np.ndarray) -> float:
        """E, a number."""
        return functional.squared_error(y, t, self.reduction, self.half)

    def gradient(self, y: np.ndarray, t: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Gradient dE/dy, array of y's shape."""
        return functional.squared_error_gradient(y, t, self.reduction, self.half, out)
