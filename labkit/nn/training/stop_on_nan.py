"""Stop training as soon as a number is no number any more: whatever followed would be nonsense."""

import warnings
from collections.abc import Callable

import numpy as np

from labkit.nn.numerics import all_finite
from labkit.nn.training.callback import Callback
from labkit.nn.training.run import Run


class TrainingStopped(UserWarning):
    """Training ended because numbers overflowed or became nan."""


class StopOnNaN(Callback):
    """End the run before the first update that an infinite or undefined number would spoil; ``fit`` always adds one.

    The network keeps the parameters from before that update.

    Parameters
    ----------
    gradients_finite : callable, optional
        Whoever has just written the gradients may know a shorter way to tell whether they are finite.
    """

    _gradients_finite: Callable[[], bool] | None = None  # also of a subclass that never calls __init__

    def __init__(self, gradients_finite: Callable[[], bool] | None = None) -> None:
        self._gradients_finite = gradients_finite

    def before_update(self, run: Run) -> None:
        """Look at the outputs and the gradients."""
        ask = self._gradients_finite or (lambda: all_finite(run.net.gradients))
        if all_finite(run.outputs) and ask():
            return
        run.stop(self.reason(run))
        warnings.warn(run.stopped, TrainingStopped, stacklevel=2)

    @staticmethod
    def reason(run: Run) -> str:
        """One sentence: what was found, where, and what to try."""
        net = run.net
        if not np.isfinite(run.x).all():
            found, remedy = "the inputs hold nan or infinite numbers", "clean the data first"
        elif not np.isfinite(run.t).all():
            found, remedy = "the targets hold nan or infinite numbers", "clean the data first"
        elif not np.isfinite(net.parameters).all():
            found, remedy = "the weights have overflowed", f"try a rate well below {run.rate:g}"
        elif not np.isfinite(run.outputs).all():
            found = "the network's outputs are nan or infinite"
            remedy = f"look for an overflow in the activations, or try a rate well below {run.rate:g}"
        else:
            found = "the gradients are nan or infinite"
            remedy = "look at the derivatives of the activations and of the loss"
        return f"Training stopped at iteration {run.iteration}, before the update: {found}; {remedy}."
