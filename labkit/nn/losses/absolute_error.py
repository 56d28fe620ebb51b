"""Absolute error as a loss: distance from the targets, as it is."""

import numpy as np

from labkit.nn import functional
from labkit.nn.functional.reduction import check_reduction
from labkit.nn.losses.loss import Loss


class AbsoluteError(Loss):
    """Absolute error (L1), E = sum |y - t|; see :mod:`labkit.nn.functional.absolute_error`.

    Parameters
    ----------
    reduction : "sum" or "mean"
        Over the samples; the outputs of one sample are summed either way.
    """

    def __init__(self, reduction: str = "sum") -> None:
        self.reduction = check_reduction(reduction, "AbsoluteError")

    def __repr__(self) -> str:
        return f"AbsoluteError({self.reduction!r})"

    def value(self, y: np.ndarray, t: np.ndarray) -> float:
        """E, a number."""
        return functional.absolute_error(y, t, self.reduction)

    def gradient(self, y: np.ndarray, t: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Gradient dE/dy, array of y's shape."""
        return functional.absolute_error_gradient(y, t, self.reduction, out)
