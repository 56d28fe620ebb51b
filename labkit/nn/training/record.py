"""Records of what goes on inside a network as it trains: activations, weights, gradients, updates, and more."""

from dataclasses import dataclass, field

import numpy as np

from labkit.errors import LabkitError
from labkit.nn import inside
from labkit.nn.counts import check_counts
from labkit.nn.network import Sequential
from labkit.nn.training.callback import Callback
from labkit.nn.training.run import Run
from labkit.nn.training.watched import watched_rows

KINDS = ("activations", "weights", "gradients", "updates", "preactivations", "slopes", "deltas")


@dataclass(frozen=True)
class Frame:
    """One moment of a run: lists with one array per layer with parameters, from the input up.

    A list is empty where it was not asked for. Of a layer's parameters the first is taken, its weights.

    Attributes
    ----------
    iteration : int
        The update about to be made, from 1.
    activations : list of array (samples, units)
        Outputs of the layer's units, after the activation, for the samples that the recorder watches.
    weights : list of array
        W (n_inputs, n_outputs) of a dense layer, before the update.
    gradients : list of array
        Of the weights, over the batch of this update.
    updates : list of array
        What the update added to the weights.
    preactivations : list of array (samples, units)
        The layer's weighted sums v, for the samples that the recorder watches.
    slopes : list of array (samples, units)
        Derivatives f'(v) of its activation there; 1 where it has none.
    deltas : list of array (samples, units)
        Gradients dE/dv there, where E is the loss of the watched samples: "mean" averages over them.
    """

    iteration: int
    activations: list[np.ndarray]
    weights: list[np.ndarray]
    gradients: list[np.ndarray]
    updates: list[np.ndarray]
    preactivations: list[np.ndarray] = field(default_factory=list)
    slopes: list[np.ndarray] = field(default_factory=list)
    deltas: list[np.ndarray] = field(default_factory=list)


class Record(Callback):
    """Write down what happens inside, at the first update and then at every ``every``-th.

    Parameters
    ----------
    what : names out of "activations", "weights", "gradients", "updates", "preactivations", "slopes", "deltas"
    every : int
        Updates between two frames.
    samples : int
        How many training samples to watch, where a frame has one row per sample: spread evenly over the data, the
        same each time.

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
        check_counts("Record", every=every, samples=samples)
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
        self.rows = watched_rows(len(run.x), self.samples)

    def before_update(self, run: Run) -> None:
        """Copy what is asked for, when a frame is due."""
        if run.stopped or (run.iteration != 1 and run.iteration % self.every):
            return
        net: Sequential = run.net
        x, t = run.x[self.rows], run.t[self.rows]
        weights = _weights(net, net.parameters) if {"weights", "updates"} & set(self.what) else []
        self._open = Frame(
            iteration=run.iteration,
            activations=net.units(x) if "activations" in self.what else [],
            weights=weights,
            gradients=_weights(net, net.gradients) if "gradients" in self.what else [],
            updates=[],
            preactivations=inside.preactivations(net, x) if "preactivations" in self.what else [],
            slopes=inside.slopes(net, x) if "slopes" in self.what else [],
            deltas=inside.deltas(net, x, t, run.loss) if "deltas" in self.what else [],
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
