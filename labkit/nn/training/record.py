"""Records of what goes on inside a network as it trains: activations, weights, gradients, updates."""

from dataclasses import dataclass

import numpy as np

from labkit.errors import LabkitError
from labkit.nn.network import Sequential
from labkit.nn.training.callback import Callback
from labkit.nn.training.run import Run

KINDS = ("activations", "weights", "gradients", "updates")


@dataclass(frozen=True)
class Frame:
    """One moment of a run: lists with one array per layer with parameters, from the input up.

    A list is empty where it was not asked for. Of a layer's parameters the first is taken, its weights.

    Attributes
    ----------
    iteration : int
        The update about to be made, from 1.
    activations : list of array (samples, units)
        Outputs of the layer's units, after the activation, for the images that the recorder watches.
    weights : list of array
        W (n_inputs, n_outputs) of a dense layer, before the update.
    gradients : list of array
        Of the weights, over the batch of this update.
    updates : list of array
        What the update added to the weights.
    """

    iteration: int
    activations: list[np.ndarray]
    weights: list[np.ndarray]
    gradients: list[np.ndarray]
    updates: list[np.ndarray]


class Record(Callback):
    """Write down what happens inside, at the first update and then at every ``every``-th.

    Parameters
    ----------
    what : names out of "activations", "weights", "gradients", "updates"
    every : int
        Updates between two frames.
    samples : int
        How many training samples to watch the activations of: spread evenly over the data, the same each time.

    Attributes
    ----------
    frames : list of Frame
    rows : integer array
        Which training samples are watched.
    iterations : list of int

    Examples
    --------
    >>> record = Record(["activations", "updates"], every=10)
    >>> fit(net, x, t, ..., callbacks=[record])
    >>> record.frames[-1].activations[0].mean(axis=0)      # mean activation of each unit of the first layer
    """

    def __init__(self, what=("activations", "gradients", "updates"), every: int = 10, samples: int = 500) -> None:
        what = (what,) if isinstance(what, str) else tuple(what)
        if unknown := [name for name in what if name not in KINDS]:
            raise LabkitError(f"Record: {unknown[0]!r} cannot be recorded; choose from {', '.join(KINDS)}.")
        if every < 1 or samples < 1:
            raise LabkitError(f"Record: every and samples must be at least 1, not {every!r} and {samples!r}.")
        self.what, self.every, self.samples = what, every, samples
        self.frames: list[Frame] = []
        self._open: Frame | None = None

    @property
    def iterations(self) -> list[int]:
        """The update of each frame."""
        return [frame.iteration for frame in self.frames]

    def on_start(self, run: Run) -> None:
        """Forget the last run."""
        self.frames, self._open = [], None
        # data often come class by class: the first rows alone would show one class
        self.rows = np.linspace(0, len(run.x) - 1, min(self.samples, len(run.x))).round().astype(int)

    def before_update(self, run: Run) -> None:
        """Copy what is asked for, when a frame is due."""
        if run.iteration != 1 and run.iteration % self.every:
            return
        net: Sequential = run.net
        weights = _weights(net, net.parameters) if {"weights", "updates"} & set(self.what) else []
        self._open = Frame(
            iteration=run.iteration,
            activations=net.units(run.x[self.rows]) if "activations" in self.what else [],
            weights=weights,
            gradients=_weights(net, net.gradients) if "gradients" in self.what else [],
            updates=[],
        )

    def after_update(self, run: Run) -> None:
        """Complete the frame: the update is the difference that it made."""
        if self._open is None:
            return
        frame, self._open = self._open, None
        if "updates" in self.what:
            after = _weights(run.net, run.net.parameters)
            frame.updates.extend(new - old for new, old in zip(after, frame.weights, strict=True))
        if "weights" not in self.what:
            frame.weights.clear()
        self.frames.append(frame)


def _weights(net: Sequential, vector: np.ndarray) -> list[np.ndarray]:
    """Copies of the first array of every layer with parameters, out of a flat vector."""
    return [next(iter(views.values())).copy() for views in net.views(vector) if views]
