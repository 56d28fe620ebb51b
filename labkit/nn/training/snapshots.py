"""Snapshots: the network's parameters as they were on the way."""

import numpy as np

from labkit.nn.counts import check_counts
from labkit.nn.training.callback import Callback
from labkit.nn.training.run import Run


class Snapshots(Callback):
    """Keep a copy of all parameters before training, then after every ``every`` updates.

    Attributes
    ----------
    iterations : list of int
        Updates done when each copy was taken, from 0.
    parameters : list of array (n_parameters,)
        ``net.parameters = snapshots.parameters[i]`` goes back to one of them.
    """

    def __init__(self, every: int = 10) -> None:
        check_counts("Snapshots", every=every)
        self.every = every
        self.iterations: list[int] = []
        self.parameters: list[np.ndarray] = []

    def on_start(self, run: Run) -> None:
        """Take the first snapshot."""
        self.iterations, self.parameters = [0], [run.net.parameters.copy()]

    def after_update(self, run: Run) -> None:
        """Take one when it is due."""
        if run.iteration % self.every == 0:
            self.iterations.append(run.iteration)
            self.parameters.append(run.net.parameters.copy())
