"""Snapshots: the network's parameters as they were on the way."""

import numpy as np

from labkit.errors import LabkitError
from labkit.nn.counts import check_counts
from labkit.nn.layers import Conv2D
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

    def filters(self, layer: int = 0) -> np.ndarray:
        """The filters of a convolutional layer, as many times as there are snapshots.

        Parameters
        ----------
        layer : int
            Which of the convolutional layers, from the input up.

        Returns
        -------
        array (snapshots, filters, channels, height, width)
        """
        if not self.parameters:
            raise LabkitError("Snapshots holds none yet: train with nn.fit(..., callbacks=[snapshots]) first.")
        convolutional = [i for i, part in enumerate(self._net.layers) if isinstance(part, Conv2D)]
        if layer not in range(len(convolutional)):
            raise LabkitError(
                f"Snapshots: the network has {len(convolutional)} convolutional layers, numbered from 0, "
                f"and layer {layer!r} was asked for."
            )
        return np.stack([self._net.views(theta)[convolutional[layer]]["W"] for theta in self.parameters])

    def on_start(self, run: Run) -> None:
        """Take the first snapshot."""
        self._net = run.net
        self.iterations, self.parameters = [0], [run.net.parameters.copy()]

    def after_update(self, run: Run) -> None:
        """Take one when it is due."""
        if run.iteration % self.every == 0:
            self.iterations.append(run.iteration)
            self.parameters.append(run.net.parameters.copy())
