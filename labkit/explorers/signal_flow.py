"""Signal flow: does a signal live through many layers, forward as activations and backward as deltas?

Every layer multiplies the size of what passes through it by about the same factor. Below 1 the signal dies out with
depth, above 1 it explodes or drives the units into the flat ends of their activation. The factor hangs on how large
the first weights are drawn: gain / sqrt(n_inputs), where the gain is for you to choose.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.ticker import NullLocator

from labkit.explorers.digits import given_or_digits
from labkit.explorers.explorer import Explorer
from labkit.explorers.signals import Flow, Function, between_images, deviation, flow
from labkit.nn.functional import (
    relu,
    relu_derivative,
    sigmoid,
    sigmoid_derivative,
    tanh,
    tanh_derivative,
)
from labkit.nn.initializers import FanInNormal
from labkit.plots import Picture, alt_text, style

DEPTHS, GAINS = (2, 5, 10), (0.5, 1, 1.41, 2, 4)
ACTIVATIONS: dict[str, tuple[Function, Function]] = {
    "sigmoid": (sigmoid, sigmoid_derivative),
    "tanh": (tanh, tanh_derivative),
    "ReLU": (relu, relu_derivative),
}
#: Ends of the axis of activations; the ReLU has no upper one, and what lies beyond is heaped up at its end.
ENDS = {"sigmoid": (0, 1), "tanh": (-1, 1), "ReLU": (0, 2)}
#: Ends of the logarithmic axes.
SMALLEST, LARGEST = 1e-6, 1e4
#: A share that is worth a word.
SOME = 0.005


def signal_flow(
    x: np.ndarray | None = None,
    t: np.ndarray | None = None,
    n_units: int = 128,
    depths: Sequence[int] = DEPTHS,
    gains: Sequence[float] = GAINS,
    activations: Mapping[str, tuple[Function, Function]] | None = None,
    seed: int = 0,
) -> Explorer:
    """Move depth and gain, and see in which layers a signal is still alive, before any training.

    Parameters
    ----------
    x, t : ndarray, shapes (samples, n_inputs), (samples, n_outputs), optional
        Inputs and one-hot targets; 200 images of the embedded MNIST subset by default.
    n_units : int
        Units in each hidden layer.
    depths : sequence of int
        Numbers of hidden layers.
    gains : sequence of float
        Factors on 1 / sqrt(n_inputs), the standard deviation of the weights.
    activations : mapping of name to (function, derivative), optional
        Sigmoid, tanh and ReLU by default.
    seed : int
        Of the weights, which are the same at every point but for the gain.

    Returns
    -------
    Explorer
        Three sliders: ``depth``, ``gain`` and ``activation``.
    """
    x, t = given_or_digits(x, t, "signal_flow")
    x, t = x.astype(float), t.astype(float)
    activations = dict(activations or ACTIVATIONS)
    rng = np.random.default_rng(seed)
    sizes = [x.shape[1], *[n_units] * max(depths)]
    drawn = FanInNormal()  # in float64, as signals die out beyond float32's rounding
    hidden = [drawn(n, m, rng) for n, m in zip(sizes[:-1], sizes[1:], strict=True)]
    last = drawn(n_units, t.shape[1], rng)

    def picture(depth: int, gain: float, activation: str) -> Picture:
        weights = [gain * W for W in (*hidden[:depth], last)]
        return draw(gain, activation, flow(x, t, weights, *activations[activation]))

    return Explorer(
        picture,
        "Does the signal get through?",
        {"depth": depths, "gain": gains, "activation": list(activations)},
        labels={"depth": "Hidden layers", "gain": "Gain × 1/√n", "activation": "Activation"},
        start={"depth": depths[-1], "activation": "tanh"} if "tanh" in activations else {"depth": depths[-1]},
    )


@style.styled
def draw(gain: float, activation: str, signals: Flow) -> Picture:
    """Draw a sideways histogram of the activations of each layer, and below them how large the signals are."""
    stds = [deviation(y) for y in signals.activations]
    told_apart = [between_images(y) for y in signals.activations]
    backward = [deviation(delta) for delta in signals.deltas]
    depth = len(stds)
    told_gain = alt_text.number(gain)

    margins = {"left": 0.11, "right": 0.98, "top": 0.87, "bottom": 0.11, "hspace": 0.75, "wspace": 0.1}
    figure = style.new_figure(6.2, 5.0, f"{depth} hidden {activation} layers, gain {told_gain}", margins)
    grid = figure.add_gridspec(2, 2, height_ratios=[1, 1.1])
    _histograms(figure.add_subplot(grid[0, :]), signals.activations, ENDS.get(activation))
    left, right = figure.add_subplot(grid[1, 0]), figure.add_subplot(grid[1, 1])
    _sizes(left, "std of y, forward →", [
        (stds, "all", style.BLUE, "o", "-"), (told_apart, "between images", style.ORANGE, "s", "--"),
    ])  # fmt: skip
    left.legend(loc="lower left" if stds[-1] > 10 else "upper left", borderaxespad=0)
    _sizes(right, "← std of deltas dE/dv, backward", [(backward, "", style.VERMILION, "D", "-")])
    right.tick_params(labelleft=False)

    show = lambda values: (
        f"{alt_text.number(values[0], 2)} in layer 1, {alt_text.number(values[-1], 2)} in layer {depth}"
    )
    return Picture(figure, alt_text.sentences(
        f"{depth} hidden {activation} layers, gain {told_gain}, before any training",
        f"standard deviation of the activations: {show(stds)}",
        f"of it between images: {show(told_apart)}",
        f"standard deviation of the deltas: {alt_text.number(backward[-1], 2)} in layer {depth}, "
        f"{alt_text.number(backward[0], 2)} when they have come down to layer 1",
        f"on average a layer multiplies the forward signal by {_factor(stds)}, its differences between images by "
        f"{_factor(told_apart)}, and the backward signal by {_factor(backward[::-1])}",
    ))  # fmt: skip


def _factor(sizes: Sequence[float]) -> str:
    """Say by what a layer multiplies a signal, on geometric average over its way."""
    if sizes[0] <= 0 or len(sizes) < 2:
        return "an unknown factor"
    return alt_text.number((sizes[-1] / sizes[0]) ** (1 / (len(sizes) - 1)), 2)


def _tick(value: float) -> str:
    return alt_text.number(value).replace("-", "−")


def _histograms(axes: Any, layers: Sequence[np.ndarray], ends: tuple[float, float] | None) -> None:
    """Draw each layer's histogram on its side, its longest bar as long as there is room.

    What would dwarf the rest is counted in words instead: outputs of exactly zero, and those beyond the axis.
    """
    low, high = ends or (min(y.min() for y in layers), max(y.max() for y in layers))
    edges = np.linspace(low, high, 26)  # an odd number of bins: the middle one holds a signal that has died out
    zeros = float(np.mean([np.mean(y == 0) for y in layers]))
    for place, y in enumerate(layers, start=1):
        counts = np.histogram(y[y != 0] if zeros > SOME else y, edges)[0]
        left = place - 0.42
        right = left + 0.84 * counts / max(1, counts.max())
        axes.stairs(right, edges, baseline=left, orientation="horizontal", fill=True, color=style.BLUE)
        axes.vlines(left, low, high, color=style.GREY, linewidth=0.6)
        beyond = np.mean(y > high)
        if beyond > SOME:
            axes.text(place, high, f"{alt_text.percent(beyond, 0)}↑", ha="center", va="bottom", fontsize=10)
    left_out = f"; outputs of 0 ({alt_text.percent(zeros, 0)}) are left out" if zeros > SOME else ""
    axes.set(xlim=(0.5, len(layers) + 0.5), ylim=(low, high), xlabel=f"layer{left_out}", ylabel="output y")
    axes.set_xticks(range(1, len(layers) + 1))
    axes.set_yticks(np.linspace(low, high, 3), [_tick(y) for y in np.linspace(low, high, 3)])
    axes.tick_params(axis="x", length=0)


def _sizes(axes: Any, heading: str, lines: Sequence[tuple]) -> None:
    """Draw sizes by layer on a logarithmic axis; those beyond it are hollow marks at its edge."""
    layers, hidden = np.arange(1, len(lines[0][0]) + 1), False
    for values, label, colour, marker, dashes in lines:
        shown = np.clip(values, SMALLEST, LARGEST)
        outside = shown != values
        axes.plot(
            layers, shown, color=colour, linestyle=dashes, marker=marker, markersize=5, label=label, clip_on=False
        )
        axes.plot(
            layers[outside], shown[outside], linestyle="", marker=marker, markersize=5, markerfacecolor="white",
            markeredgecolor=colour, clip_on=False, zorder=3,
        )  # fmt: skip
        hidden |= bool(outside.any())
    axes.axhline(1, color=style.GREY, linewidth=1)
    axes.set(yscale="log", ylim=(SMALLEST, LARGEST), xlim=(0.6, len(layers) + 0.4), title=heading)
    axes.set_xlabel("layer (hollow: off the scale)" if hidden else "layer")
    axes.set_xticks(layers if len(layers) <= 5 else [1, *layers[4::5]])
    axes.set_yticks([1e-6, 1e-3, 1, 1e3])
    axes.yaxis.set_minor_locator(NullLocator())
    style.gridlines(axes)
