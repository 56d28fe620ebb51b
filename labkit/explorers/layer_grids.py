"""Layer grids: mean activations, weights and last updates of a network, at any moment of four training runs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from warnings import catch_warnings, simplefilter

import numpy as np

from labkit import nn, plots
from labkit.errors import LabkitError
from labkit.explorers.digits import given_or_digits
from labkit.explorers.explorer import Explorer
from labkit.metrics import accuracy
from labkit.plots import Picture, alt_text

#: For a gradient that is summed over so many images: Report B's, and what its rates are meant for.
IMAGES = 60_000
ITERATIONS = (1, 5, 20, 60, 120)
#: Units in a row of the picture.
FOLDED = {256: 16, 128: 16, 10: 5}


@dataclass(frozen=True)
class Run:
    """How a network like Report B's is made and trained; the rate is one for 60,000 images."""

    activation: Callable[[], nn.Layer] = nn.Sigmoid
    rate: float = 1e-5
    loss: Callable[[str], nn.Loss] = nn.SquaredError
    init: Callable = nn.Uniform(-1, 1)
    last: Callable[[], nn.Layer] | None = None


#: Report B's default and one change each. Other activations than the sigmoid need smaller first weights to live.
RUNS = {
    "default": Run(),
    "cross-entropy": Run(loss=nn.BinaryCrossEntropy),
    "tanh": Run(nn.Tanh, 1e-6, init=nn.FanInNormal()),
    "ReLU": Run(nn.ReLU, 1e-6, init=nn.He(), last=nn.Identity),
}


@dataclass(frozen=True)
class Moment:
    """A network right after an update: mean activations, weights, and what the update added to them, by layer."""

    activations: list[np.ndarray]
    weights: list[np.ndarray]
    updates: list[np.ndarray]
    accuracy: float


def layer_grids(
    x: np.ndarray | None = None,
    t: np.ndarray | None = None,
    sizes: Sequence[int] = (256, 128),
    runs: Mapping[str, Run] | None = None,
    iterations: Sequence[int] = ITERATIONS,
    seed: int = 0,
) -> Explorer:
    """Choose a run and an iteration, and see what its layers answer, what they weigh and how they last moved.

    A run is trained when it is first looked at.

    Parameters
    ----------
    x, t : ndarray, shapes (samples, n_inputs), (samples, n_outputs), optional
        Inputs and one-hot targets; 200 images of the embedded MNIST subset by default.
    sizes : sequence of int
        Units of the hidden layers.
    runs : mapping of name to Run, optional
        Report B's default, cross-entropy, tanh and ReLU.
    iterations : sequence of int
        After how many updates to look.
    seed : int
        Of the weights.

    Returns
    -------
    Explorer
        Two sliders: ``run`` and ``iteration``. Activations and weights keep their colour scale for a whole run.
    """
    x, t = given_or_digits(x, t, "layer_grids")
    runs = dict(runs or RUNS)

    @cache
    def trained(run: str) -> tuple[dict[int, Moment], list[float | None]]:
        frames = train(x, t, sizes, runs[run], iterations, seed)
        return frames, _limits(list(frames.values()))

    return Explorer(
        lambda run, iteration: draw(run, iteration, *trained(run)),
        "What do activations, weights and updates look like as a network learns?",
        {"run": list(runs), "iteration": iterations},
        labels={"run": "Run", "iteration": "Updates done"},
        start={"iteration": iterations[-1]},
    )


class _Look(nn.Callback):
    """Keep the moments after the given updates."""

    def __init__(self, x: np.ndarray, t: np.ndarray, iterations: Sequence[int]) -> None:
        self.x, self.t, self.iterations = x, t, set(iterations)
        self.moments: dict[int, Moment] = {}

    def before_update(self, run: nn.Run) -> None:
        """Keep the weights as they are, where this update is looked at."""
        if run.iteration in self.iterations:
            self._before = [layer.W.copy() for layer in run.net.dense]

    def after_update(self, run: nn.Run) -> None:
        """Keep what the update made of them."""
        if run.iteration in self.iterations:
            weights, outputs = [layer.W.copy() for layer in run.net.dense], run.net.units(self.x)
            moved = [after - before for after, before in zip(weights, self._before, strict=True)]
            right = accuracy(outputs[-1], self.t)
            self.moments[run.iteration] = Moment([y.mean(axis=0) for y in outputs], weights, moved, right)


def train(
    x: np.ndarray, t: np.ndarray, sizes: Sequence[int], run: Run, iterations: Sequence[int], seed: int
) -> dict[int, Moment]:
    """Train one network on all images at each update, and return its moments."""
    layers: list[nn.Layer] = []
    for n_inputs, n_units in zip((x.shape[1], *sizes), (*sizes, t.shape[1]), strict=True):
        layers += [nn.Dense(n_inputs, n_units, init=run.init, bias=False), run.activation()]
    layers[-1] = run.last() if run.last else layers[-1]
    look = _Look(x, t, iterations)
    with catch_warnings(), np.errstate(over="ignore", invalid="ignore"):
        simplefilter("ignore")  # a run of one's own whose numbers overflow has fewer moments: the picture says so
        nn.fit(
            nn.Sequential(layers, seed=seed), x, t, loss=run.loss("sum"), optimizer=nn.SGD(run.rate * IMAGES / len(x)),
            epochs=max(iterations), log_every=max(iterations), callbacks=[look], progress=False,
        )  # fmt: skip
    if not look.moments:
        raise LabkitError(f"This run overflows before update {min(iterations)}: take a lower rate than {run.rate:g}.")
    return look.moments


def _limits(moments: Sequence[Moment]) -> list[float | None]:
    """Where the colours end: one end for a whole run, but for the updates, which shrink too much for one."""
    rows = [[getattr(moment, name) for moment in moments] for name in ("activations", "weights")]
    return [*(float(max(np.percentile(np.abs(a), 99) for each in row for a in each)) or 1.0 for row in rows), None]


def draw(run: str, iteration: int, moments: Mapping[int, Moment], limits: Sequence[float | None]) -> Picture:
    """Draw the nine pictures of one moment, or of the last one before the numbers overflowed."""
    last = max(at for at in moments if at <= iteration) if min(moments) <= iteration else min(moments)
    now = moments[last]
    head = f"{run}: after {alt_text.counted(iteration, 'update')}, {alt_text.percent(now.accuracy, 0)} right"
    if last != iteration:
        head += f" (stopped after {last}: overflow)"
    means = [y.reshape(-1, FOLDED[len(y)]) if len(y) in FOLDED else y for y in now.activations]
    return plots.layer_grids(means, now.weights, now.updates, title=head, limits=limits, most=40, width=6.4, height=5.0)
