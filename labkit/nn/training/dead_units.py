"""Dead units over a training run: how many fall silent, when, and whether any comes back."""

import numpy as np

from labkit.errors import LabkitError
from labkit.nn import functional, inside
from labkit.nn.counts import check_counts
from labkit.nn.network import Sequential
from labkit.nn.numerics import chunks
from labkit.nn.training.callback import Callback
from labkit.nn.training.run import Run
from labkit.nn.training.watched import watched_rows


class DeadUnits(Callback):
    """See which hidden units are dead, before training and then after every ``every``-th update.

    A unit is dead when the derivative f'(v) of its activation is exactly 0 for every sample watched. That is how a
    ReLU dies; a sigmoid does, too, once it is saturated to the last digit for all of them.

    Parameters
    ----------
    every : int
        Updates between two looks.
    samples : int, optional
        How many training samples to watch, spread evenly over the data. None takes all of them, which
        is the only way to be sure: a look then takes about as long as an update on all the data.

    Attributes
    ----------
    iterations : list of int
        Updates done at each look, from 0.
    dead : list of list of bool array (units,)
        For each look, one mask per hidden layer, from the input up: True where the unit is dead.
    shares : array (looks, hidden layers)
        Share of dead units, between 0 and 1.

    Examples
    --------
    >>> watch = DeadUnits(every=10)
    >>> fit(net, x, t, ..., callbacks=[watch])
    >>> watch.shares[-1]                                   # of each hidden layer, at the end
    >>> first = np.array([masks[0] for masks in watch.dead])   # (looks, units) of the first layer
    """

    def __init__(self, every: int = 10, samples: int | None = None) -> None:
        check_counts("DeadUnits", every=every, samples=1 if samples is None else samples)
        self.every, self.samples = every, samples
        self.iterations: list[int] = []
        self.dead: list[list[np.ndarray]] = []

    @property
    def shares(self) -> np.ndarray:  # noqa: D102  described in the class
        return np.array([[mask.mean() for mask in masks] for masks in self.dead])

    def on_start(self, run: Run) -> None:
        """Take the first look."""
        if sum(bool(layer.parameter_shapes()) for layer in run.net.layers) < 2:
            raise LabkitError(f"DeadUnits watches hidden layers, and {run.net} has none: its only units are outputs.")
        self.iterations, self.dead = [], []
        self._look(run)

    def after_update(self, run: Run) -> None:
        """Take one when it is due, unless numbers have overflowed: no unit is dead then, and ``fit`` will stop."""
        if run.iteration % self.every == 0 and _finite(run.net, run.x[:1]):
            self._look(run)

    def _look(self, run: Run) -> None:
        x = run.x if self.samples is None else run.x[watched_rows(len(run.x), self.samples)]
        self.iterations.append(run.iteration)
        self.dead.append(_dead(run.net, x))


def _finite(net: Sequential, x: np.ndarray) -> bool:
    with np.errstate(all="ignore"):
        return all(np.isfinite(array).all() for array in (net.parameters, net.predict(x)))


def _dead(net: Sequential, x: np.ndarray) -> list[np.ndarray]:
    """One mask per hidden layer: the units that are dead for every piece of ``x``."""
    masks: list[np.ndarray] = []
    for rows in chunks(len(x), net.piece_rows):
        found = [functional.dead_units(slope) for slope in inside.slopes(net, x[rows])[:-1]]
        masks = [one & other for one, other in zip(masks, found, strict=True)] if masks else found
        if not any(mask.any() for mask in masks):
            break  # every unit has answered to some sample
    return masks
