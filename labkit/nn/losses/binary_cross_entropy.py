"""Binary cross-entropy as a loss: every output answers its own yes-or-no question. It belongs on top of a sigmoid."""

import numpy as np

from labkit.nn import functional
from labkit.nn.functional.reduction import check_reduction
from labkit.nn.layers import Layer, Sigmoid
from labkit.nn.losses.loss import Loss


class BinaryCrossEntropy(Loss):
    """Binary cross-entropy, E = -sum [t log y + (1 - t) log(1 - y)]; see :mod:`labkit.nn.functional.cross_entropy`.

    Over ``Sigmoid(k)`` the gradient at the logits is k (y - t): the derivative of the sigmoid has
    cancelled, so a unit that is certain and wrong learns fast.

    Parameters
    ----------
    reduction : "sum" or "mean"
        Over the samples; the outputs of one sample are summed.
    """

    def __init__(self, reduction: str = "sum") -> None:
        self.reduction = check_reduction(reduction, "BinaryCrossEntropy")

    def __repr__(self) -> str:
        return f"BinaryCrossEntropy({self.reduction!r})"

    def value(self, y: np.ndarray, t: np.ndarray) -> float:
        """E of probabilities ``y``, a number."""
        return functional.binary_cross_entropy(y, t, self.reduction)

    def gradient(self, y: np.ndarray, t: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Gradient dE/dy at the probabilities."""
        gradient = functional.binary_cross_entropy_gradient(y, t, self.reduction)
        if out is None:
            return gradient
        np.copyto(out, gradient, casting="same_kind")
        return out

    def joins(self, last: Layer) -> bool:
        """True on a Sigmoid."""
        return isinstance(last, Sigmoid)

    def joint_value(self, last: Layer, z: np.ndarray, t: np.ndarray) -> float:
        """E from the logits."""
        return functional.binary_cross_entropy_from_logits(z, t, self.reduction, last.k)

    def joint_gradient(self, last: Layer, y: np.ndarray, t: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Gradient at the logits, k (y - t)."""
        gradient = functional.squared_error_gradient(y, t, self.reduction, half=True, out=out)
        return gradient if last.k == 1 else np.multiply(gradient, last.k, out=gradient)
