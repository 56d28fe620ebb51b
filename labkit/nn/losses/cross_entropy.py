"""Cross-entropy as a loss for one class out of several. Under a softmax the two are differentiated as one."""

import numpy as np

from labkit.errors import LabkitError
from labkit.nn import functional
from labkit.nn.functional.reduction import check_reduction
from labkit.nn.layers import Layer, Sigmoid, Softmax
from labkit.nn.losses.loss import Loss


class CrossEntropy(Loss):
    """Cross-entropy, E = -sum t log y; see :mod:`labkit.nn.functional.cross_entropy`.

    The network should end with ``Softmax()``: value and gradient are then computed from the logits, where
    the gradient is y - t and nothing can overflow or divide by zero.

    Parameters
    ----------
    reduction : "sum" or "mean"
        Over the samples.
    """

    def __init__(self, reduction: str = "sum") -> None:
        self.reduction = check_reduction(reduction, "CrossEntropy")

    def __repr__(self) -> str:
        return f"CrossEntropy({self.reduction!r})"

    def value(self, y: np.ndarray, t: np.ndarray) -> float:
        """E of probabilities ``y``, a number."""
        return functional.cross_entropy(y, t, self.reduction)

    def gradient(self, y: np.ndarray, t: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Gradient dE/dy = -t / y at the probabilities."""
        gradient = functional.cross_entropy_gradient(y, t, self.reduction)
        if out is None:
            return gradient
        np.copyto(out, gradient, casting="same_kind")
        return out

    def joins(self, last: Layer) -> bool:
        """True on a Softmax.

        Raises
        ------
        LabkitError
            On a Sigmoid, whose outputs are no distribution over classes.
        """
        if isinstance(last, Sigmoid):
            raise LabkitError(
                "CrossEntropy needs outputs that add up to 1: end the network with nn.Softmax(), or keep the Sigmoid "
                "and use nn.BinaryCrossEntropy."
            )
        return isinstance(last, Softmax)

    def joint_value(self, last: Layer, z: np.ndarray, t: np.ndarray) -> float:
        """E from the logits."""
        return functional.cross_entropy_from_logits(z, t, self.reduction)

    def joint_gradient(self, last: Layer, y: np.ndarray, t: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Gradient at the logits, y - t (where the targets of a sample add up to 1)."""
        return functional.squared_error_gradient(y, t, self.reduction, half=True, out=out)
