"""An optimiser changes the parameters, given their gradient: flat vectors both, so a rule is one line."""

import math

import numpy as np

from labkit.errors import LabkitError
from labkit.nn.schedules import Schedule, as_schedule


class Optimizer:
    """Base of all optimisers: holds the learning-rate schedule; a subclass writes ``step``.

    Parameters
    ----------
    rate : float or schedule
        A schedule is called with the number of updates done so far and returns the rate.
    """

    def __init__(self, rate: float | Schedule) -> None:
        self.schedule = as_schedule(rate)

    def rate(self, step: int) -> float:
        """Learning rate of update ``step``, from 0.

        Raises
        ------
        LabkitError
            When the schedule returns anything but a finite number.
        """
        rate = self.schedule(step)
        try:
            if math.isfinite(rate):
                return float(rate)
        except TypeError:
            pass
        raise LabkitError(f"The schedule must return a finite learning rate; for update {step} it returned {rate!r}.")

    def start(self, theta: np.ndarray) -> None:
        """Make ready for a new training run on the flat vector ``theta``; forget any state of the last one."""

    def step(self, theta: np.ndarray, gradient: np.ndarray, rate: float) -> None:
        """Change ``theta`` in place; leave ``gradient`` as it is."""
        raise NotImplementedError(f"{type(self).__name__} must say how it changes theta in step().")
