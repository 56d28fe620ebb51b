"""Dead units: where and when the units of a ReLU network die, and which of them come back.

A ReLU whose weighted sum is negative for every image passes no error on, and its own weights stay as they are. In the
first layer that is for ever: its inputs, the images, never change. A unit higher up may be revived, because the
layers below it go on learning and change what it is given.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from typing import Any
from warnings import catch_warnings, simplefilter

import numpy as np
from matplotlib.colors import ListedColormap
from matplotlib.lines import Line2D

from labkit import nn
from labkit.explorers.digits import given_or_digits
from labkit.explorers.explorer import Explorer
from labkit.plots import Picture, alt_text, style
from labkit.plots.unit_map import ALIVE, DEAD

#: For a gradient that is summed over so many images: Report B's, and what its rates are meant for.
IMAGES = 60_000
RATES = (1e-6, 3e-6, 1e-5)
UPDATES = (1, 2, 5, 20, 60)
STARTS: dict[str, Callable] = {
    "1/√n": nn.FanInNormal(),
    "He": nn.He(),
    "uniform on [−1, 1]": nn.Uniform(-1, 1),
}


@dataclass(frozen=True)
class Life:
    """A training run: per hidden layer a mask (looks, units) of dead units, and the accuracy (looks,) before updates.

    Look i is taken after i updates. A run whose numbers overflow has fewer looks than it was meant to have.
    """

    dead: list[np.ndarray]
    accuracy: np.ndarray

    @property
    def looks(self) -> int:
        """How many there are."""
        return len(self.accuracy)


def dead_units(
    x: np.ndarray | None = None,
    t: np.ndarray | None = None,
    sizes: Sequence[int] = (64, 32),
    rates: Sequence[float] = RATES,
    starts: Mapping[str, Callable] | None = None,
    updates: Sequence[int] = UPDATES,
    seed: int = 0,
) -> Explorer:
    """Choose learning rate and first weights, and watch the units of the hidden layers live and die.

    The network has ReLUs in its hidden layers, linear outputs and no biases; it is trained with the squared error, on
    all images at each update. A run is trained when it is first looked at.

    Parameters
    ----------
    x, t : ndarray, shapes (samples, n_inputs), (samples, n_outputs), optional
        Inputs and one-hot targets; 200 images of the embedded MNIST subset by default.
    sizes : sequence of int
        Units of the hidden layers.
    rates : sequence of float
        Learning rates for the gradient summed over 60,000 images; on fewer images the step is as large.
    starts : mapping of name to initialiser, optional
        Ways to draw the weights.
    updates : sequence of int
        After how many updates to look.
    seed : int
        Of the weights.

    Returns
    -------
    Explorer
        Three sliders: ``rate``, ``start`` and ``update``.
    """
    x, t = given_or_digits(x, t, "dead_units")
    starts = dict(starts or STARTS)

    @cache
    def run(rate: float, start: str) -> Life:
        return live(x, t, sizes, starts[start], rate, max(updates), seed)

    begin = {"rate": 1e-5} if 1e-5 in rates else {}
    return Explorer(
        lambda rate, start, update: draw(rate, start, update, run(rate, start), max(updates)),
        "Which units die, and which come back?",
        {"rate": rates, "start": list(starts), "update": updates},
        labels={"rate": "Learning rate", "start": "First weights", "update": "Updates done"},
        start=begin | {"update": updates[-1]},
    )


def live(
    x: np.ndarray, t: np.ndarray, sizes: Sequence[int], start: Callable, rate: float, updates: int, seed: int
) -> Life:
    """Train a ReLU network once and see after every update which of its hidden units are dead."""
    layers: list[nn.Layer] = []
    for n_inputs, n_units in zip((x.shape[1], *sizes), (*sizes, t.shape[1]), strict=True):
        layers += [nn.Dense(n_inputs, n_units, init=start, bias=False), nn.ReLU()]
    layers[-1] = nn.Identity()
    net = nn.Sequential(layers, seed=seed)
    watch, loss = nn.DeadUnits(every=1), nn.SquaredError("sum")
    with catch_warnings(), np.errstate(over="ignore", invalid="ignore"):
        simplefilter("ignore")  # at some rates the numbers overflow and training stops: the picture says so
        history = nn.fit(
            net, x, t, loss=loss, optimizer=nn.SGD(rate * IMAGES / len(x)), epochs=updates, log_every=1,
            callbacks=[watch], progress=False,
        )  # fmt: skip
        accuracy = [*history.accuracy, nn.evaluate(net, x, t, loss)[1]]  # a row is written on the way into an update
    looks = min(len(accuracy), len(watch.dead))
    return Life([np.array(layer[:looks]) for layer in zip(*watch.dead, strict=True)], np.array(accuracy[:looks]))


@style.styled
def draw(rate: float, start: str, update: int, life: Life, updates: int) -> Picture:
    """Draw each hidden unit as a square, dead or alive, and the share of the dead over all updates."""
    at = min(update, life.looks - 1)
    head = f"rate {alt_text.number(rate)}, weights {start}: after {alt_text.counted(update, 'update')}"
    margins = {"left": 0.02, "right": 0.97, "top": 0.76, "bottom": 0.16, "wspace": 0.25}
    figure = style.new_figure(6.2, 3.1, head, margins)
    *maps, course = figure.subplots(1, len(life.dead) + 1, width_ratios=[*[1] * len(life.dead), 1.25])
    words = []
    for number, (axes, mask) in enumerate(zip(maps, life.dead, strict=True), start=1):
        back = mask[:at].any(axis=0) & ~mask[at]
        _squares(axes, mask[at], back)
        units, dead = mask.shape[1], int(mask[at].sum())
        axes.set_title(f"layer {number}:\n{dead} of {units} dead")
        words.append(
            f"layer {number}: {dead} of {units} units dead ({alt_text.percent(dead / units, 0)}), "
            f"{'none' if not back.any() else back.sum()} alive again after being dead"
        )
    stopped, halt = at < update, alt_text.counted(at, "update")
    _course(course, life, at, updates)
    accuracy = alt_text.percent(life.accuracy[at], 0)
    course.set_title(f"accuracy {accuracy};\ndead units (%)")
    if stopped:
        course.text(updates, 50, f"stopped after\n{halt}:\noverflow", ha="right", va="center")
    handles = [
        Line2D([], [], linestyle="", marker="s", color=ALIVE, markersize=9, label="alive"),
        Line2D([], [], linestyle="", marker="s", color=DEAD, markersize=9, label="dead"),
        Line2D([], [], linestyle="", **style.ring(style.BLUE, 7, 2), label="alive again"),
    ]
    maps[-1].legend(handles=handles, loc="lower center", bbox_to_anchor=(0.5, -0.02), borderaxespad=0)
    return Picture(figure, alt_text.sentences(
        f"learning rate {alt_text.number(rate)}, first weights {start}, after {alt_text.counted(update, 'update')}"
        + (f" (the numbers overflowed after {halt}, and training stopped there)" if stopped else ""),
        f"accuracy on the training images {accuracy}",
        *words,
    ))  # fmt: skip


def _squares(axes: Any, dead: np.ndarray, back: np.ndarray) -> None:
    """Draw units in rows of eight: pale alive, dark with a cross dead, with a ring where a unit came back."""
    columns = 8
    rows = -(-len(dead) // columns)
    image = np.ma.masked_all((rows, columns))
    image.ravel()[: len(dead)] = dead
    axes.pcolormesh(image, cmap=ListedColormap([ALIVE, DEAD]), vmin=0, vmax=1, edgecolors="white", linewidth=2)
    for which, look in (
        (dead, {"marker": "x", "color": "white", "markersize": 4.5, "markeredgewidth": 1.2}),
        (back, style.ring(style.BLUE, 5.5, 1.8)),
    ):
        places = np.flatnonzero(which)
        axes.plot(places % columns + 0.5, places // columns + 0.5, linestyle="", **look)
    axes.set(xlim=(0, columns), ylim=(columns, 0), aspect="equal", anchor="N")
    axes.axis("off")


def _course(axes: Any, life: Life, at: int, updates: int) -> None:
    """Draw the share of dead units over the updates, and where we are."""
    colours, dashes = (style.BLUE, style.VERMILION, style.GREEN), ("-", (0, (4, 1.5)), (0, (1.5, 1.5)))
    looks = zip(life.dead, cycle(colours), cycle(dashes), strict=False)
    for number, (mask, colour, line) in enumerate(looks, start=1):
        axes.plot(100 * mask.mean(axis=1), color=colour, linestyle=line, label=f"layer {number}", clip_on=False)
    axes.axvline(at, color=style.GREY, linewidth=1)
    axes.set(xlim=(0, updates), ylim=(0, 100), xlabel="update", yticks=[0, 50, 100])
    style.gridlines(axes)
    axes.legend(loc="best", borderaxespad=0.2)
