"""A loss says how wrong the outputs are (its value) and in which direction they should move (its gradient).

The base class also takes two plain functions, such as a student's own.
"""

from collections.abc import Callable

import numpy as np

from labkit.errors import LabkitError
from labkit.nn.functional.reduction import check_reduction
from labkit.nn.layers.layer import Layer


class Loss:
    """A loss made of two plain functions; the built-in losses are subclasses.

    Parameters
    ----------
    value : callable
        ``value(y, t)`` -> number, for outputs and targets of shape (samples, n_outputs).
    gradient : callable
        ``gradient(y, t)`` -> dE/dy, array of y's shape.
    reduction : "sum", "mean" or None
        How the functions treat the samples. Said, it lets training send a large batch through the network
        in pieces and put them together rightly; None keeps every batch whole.
    """

    def __init__(self, value: Callable, gradient: Callable, reduction: str | None = None) -> None:
        for role, given in (("value", value), ("gradient", gradient)):
            if not callable(given):
                raise LabkitError(f"Loss: {role} must be a function of (outputs, targets), not {given!r}.")
        if reduction is not None:
            check_reduction(reduction, "Loss")
        self._value, self._gradient, self.reduction = value, gradient, reduction

    def __repr__(self) -> str:
        return f"Loss({getattr(self._value, '__name__', self._value)}, reduction={self.reduction!r})"

    def value(self, y: np.ndarray, t: np.ndarray) -> float:
        """E for outputs ``y`` and targets ``t``."""
        value = self._value(y, t)
        if np.ndim(value) or not isinstance(value, int | float | np.number | np.ndarray):
            raise LabkitError(
                f"The loss must come out as one number, and was {_described(value)}: "
                "add up, or average, over samples and outputs."
            )
        return float(value)

    def gradient(self, y: np.ndarray, t: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Gradient dE/dy, array of y's shape."""
        gradient = self._gradient(y, t)
        if gradient is None or np.shape(gradient) != y.shape:
            raise LabkitError(
                f"The gradient of the loss must have the outputs' shape {y.shape}, and was {_described(gradient)}."
            )
        out = np.empty_like(y) if out is None else out
        np.copyto(out, gradient, casting="unsafe")
        return out

    def share(self, n_rows: int, n_samples: int) -> float:
        """Weight of a piece of ``n_rows`` samples in a batch of ``n_samples``: 1 in a sum, its proportion in a mean."""
        return n_rows / n_samples if self.reduction == "mean" else 1.0

    def joins(self, last: Layer) -> bool:
        """Whether the loss is differentiated together with the network's last layer (see CrossEntropy)."""
        return False

    def joint_value(self, last: Layer, z: np.ndarray, t: np.ndarray) -> float:
        """E from the last layer's inputs ``z`` (the logits), where the loss ``joins`` it."""
        raise NotImplementedError

    def joint_gradient(self, last: Layer, y: np.ndarray, t: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Gradient dE/dz at the logits, from the outputs ``y``, where the loss ``joins`` the last layer."""
        raise NotImplementedError


def _described(value) -> str:
    return "None (a forgotten return?)" if value is None else f"of shape {np.shape(value)}"
