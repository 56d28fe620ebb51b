"""Gradient descent: walk against the gradient, one step per batch."""

from collections.abc import Callable

import numpy as np

from labkit.errors import LabkitError
from labkit.nn import functional
from labkit.nn.numerics import STEP_ELEMENTS
from labkit.nn.optimizers.optimizer import Optimizer
from labkit.nn.schedules import Schedule


class SGD(Optimizer):
    """Gradient descent, theta <- theta - rate * gradient; stochastic when the batches are samples of the data.

    Parameters
    ----------
    rate : float or schedule
    rule : callable, optional
        A plain function to use in place of that line, ``rule(theta, gradient, rate) -> new theta``, such as
        a student's own.
    """

    def __init__(self, rate: float | Schedule, rule: Callable | None = None) -> None:
        super().__init__(rate)
        if rule is not None and not callable(rule):
            raise LabkitError(f"SGD: rule must be a function (theta, gradient, rate) -> new theta, not {rule!r}.")
        self.rule = rule
        self._change: np.ndarray | None = None

    def __repr__(self) -> str:
        return f"SGD({self.schedule})"

    def start(self, theta: np.ndarray) -> None:
        """Allocate the step once for all updates, as much of it as is taken together."""
        self._change = np.empty(min(theta.size, STEP_ELEMENTS), theta.dtype)

    def step(self, theta: np.ndarray, gradient: np.ndarray, rate: float) -> None:
        """Change ``theta`` in place."""
        if self.rule is not None:
            theta[:] = self._from_rule(theta, gradient, rate)
            return
        length = min(theta.size, STEP_ELEMENTS)
        if self._change is None or self._change.size < length or self._change.dtype != theta.dtype:
            self.start(theta)
        for begin in range(0, theta.size, STEP_ELEMENTS):
            part = theta[begin : begin + STEP_ELEMENTS]
            here = gradient[begin : begin + STEP_ELEMENTS]
            functional.gradient_step(part, here, float(rate), step=self._change[: part.size], out=part)

    def _from_rule(self, theta: np.ndarray, gradient: np.ndarray, rate: float) -> np.ndarray:
        new = self.rule(theta, gradient, rate)
        if np.shape(new) != theta.shape:
            name = getattr(self.rule, "__name__", "The update rule")
            raise LabkitError(
                f"{name} must return the new parameters, an array of shape {theta.shape}, and returned "
                f"{'None (a forgotten return?)' if new is None else f'shape {np.shape(new)}'}."
            )
        return new
