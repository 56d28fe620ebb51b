"""Saturation: how many units of a network sit where the sigmoid is flat, and so can hardly learn.

A unit passes back the error times its derivative k y (1 - y). Where that is below .01, the layers beneath hear almost
nothing. The share of such units depends on the slope k and on how large the weights were drawn: move both.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from labkit import data, nn
from labkit.explorers.explorer import Explorer
from labkit.nn.functional import sigmoid, sigmoid_derivative, sigmoid_derivative_from_output
from labkit.plots import Picture, alt_text, style
from labkit.plots.gallery import FLAT

STARTS = {"uniform on [−1, 1]": nn.Uniform(-1, 1), "fan-in normal": nn.FanInNormal()}


def saturation(
    x: np.ndarray | None = None,
    sizes: Sequence[int] = (784, 256, 128, 10),
    ks: Sequence[float] = (0.1, 0.2, 0.5, 1, 2, 5, 10),
    starts: Mapping[str, Any] | None = None,
    seed: int = 0,
) -> Explorer:
    """Move the slope k and see which layers go flat, in a network before any training.

    Parameters
    ----------
    x : ndarray, shape (samples, sizes[0]), optional
        Inputs; 300 images of the embedded MNIST subset by default.
    sizes : sequence of int
        Units in each layer, the inputs first.
    ks : sequence of float
        Slopes.
    starts : mapping of name to initialiser, optional
        Ways to draw the weights; a list of matrices is taken as it is, so that a trained network can be looked at.
    seed : int
        Of the weights.

    Returns
    -------
    Explorer
        Two sliders, ``k`` and ``start``.
    """
    if x is None:
        x = data.load("mnist-subset").take(train=30).x_train
    weights = {name: _weights(start, sizes, np.random.default_rng(seed)) for name, start in (starts or STARTS).items()}
    return Explorer(
        lambda k, start: draw(k, outputs(x, weights[start], k), start),
        "Which units are flat?",
        {"k": ks, "start": list(weights)},
        labels={"k": "Slope k", "start": "First weights"},
        start={"k": 1} if 1 in ks else None,
    )


def _weights(start: Any, sizes: Sequence[int], rng: np.random.Generator) -> list[np.ndarray]:
    if not callable(start):
        return [np.asarray(W) for W in start]
    return [start(n, m, rng).astype(np.float32) for n, m in zip(sizes[:-1], sizes[1:], strict=True)]


def outputs(x: np.ndarray, weights: Sequence[np.ndarray], k: float) -> list[np.ndarray]:
    """Return what every layer sends on, each (samples, units); there are no biases, as in Report B."""
    layers = []
    for W in weights:
        x = sigmoid(x @ W, k)
        layers.append(x)
    return layers


def flat_share(y: np.ndarray, k: float) -> float:
    """Share of outputs ``y`` at which the derivative of the sigmoid is below :data:`FLAT`."""
    return float(np.mean(sigmoid_derivative_from_output(y, k) < FLAT))


@style.styled
def draw(k: float, layers: Sequence[np.ndarray], start: str) -> Picture:
    """Draw the sigmoid with its flat part, and the outputs of each layer with theirs."""
    shares = [flat_share(y, k) for y in layers]
    margins = {"left": 0.1, "right": 0.97, "top": 0.88, "bottom": 0.1, "hspace": 0.5}
    figure = style.new_figure(7.2, 5.2, f"k = {alt_text.number(k)}, first weights {start}", margins)
    upper = figure.add_gridspec(2, 2, width_ratios=[1.25, 1], wspace=0.3)
    lower = figure.add_gridspec(2, len(layers), wspace=0.15)
    _curve(figure.add_subplot(upper[0, 0]), k)
    _bars(figure.add_subplot(upper[0, 1]), shares)
    for i, y in enumerate(layers):
        axes = figure.add_subplot(lower[1, i])
        _histogram(axes, y, k)
        axes.set(title=f"layer {i + 1}: {y.shape[1]} units", xlabel="output y")
        axes.tick_params(left=i == 0, labelleft=i == 0)
        if i == 0:
            axes.set_ylabel("share (%)")
    told = alt_text.listed([f"{alt_text.percent(share, 0)} in layer {i + 1}" for i, share in enumerate(shares)])
    means = alt_text.listed(
        [f"{alt_text.number(y.mean(), 2)} (standard deviation {alt_text.number(y.std(), 2)})" for y in layers]
    )
    return Picture(figure, alt_text.sentences(
        f"slope k = {alt_text.number(k)}, first weights {start}",
        f"share of units whose derivative is below {FLAT}: {told}",
        f"the derivative is at most k/4 = {alt_text.number(k / 4)}",
        f"mean outputs by layer: {means}",
    ))  # fmt: skip


def _curve(axes: Any, k: float) -> None:
    x = np.linspace(-8, 8, 801)
    y, slope = sigmoid(x, k), sigmoid_derivative(x, k)
    flat = slope < FLAT
    axes.plot(x, y, color=style.BLUE)
    for side in (x < 0, x >= 0):
        if (flat & side).any():
            axes.plot(x[flat & side], y[flat & side], color=style.VERMILION, linewidth=3.5)
            axes.axvspan(x[flat & side].min(), x[flat & side].max(), color=style.VERMILION, alpha=0.1, linewidth=0)
    axes.set(title=f"sigmoid; flat where its derivative < {FLAT}", xlabel="input v", xlim=(-8, 8),
             ylim=(-0.05, 1.05), ylabel="output y", xticks=[-8, -4, 0, 4, 8])  # fmt: skip
    style.gridlines(axes)


def _bars(axes: Any, shares: Sequence[float]) -> None:
    names = [f"layer {i + 1}" for i in range(len(shares))]
    axes.barh(names, [100 * s for s in shares], color=style.VERMILION, alpha=0.85, height=0.6)
    for i, share in enumerate(shares):
        axes.text(100 * share + 1.5, i, alt_text.percent(share, 0), va="center", fontsize=10.5)
    axes.invert_yaxis()
    axes.set(xlim=(0, 118), xticks=[0, 25, 50, 75, 100], xlabel="units (%)", title="share that is flat")
    axes.tick_params(axis="y", length=0)
    style.gridlines(axes, "x")


def _histogram(axes: Any, y: np.ndarray, k: float) -> None:
    """Stack the flat outputs, in their colour, on the others."""
    edges = np.linspace(0, 1, 26)
    flat = sigmoid_derivative_from_output(y, k) < FLAT
    awake, asleep = (100 * np.histogram(part, edges)[0] / y.size for part in (y[~flat], y[flat]))
    axes.stairs(awake, edges, fill=True, color=style.BLUE)
    axes.stairs(awake + asleep, edges, baseline=awake, fill=True, color=style.VERMILION)
    axes.set(xlim=(0, 1), ylim=(0, 100))
    axes.set_xticks([0, 0.5, 1], ["0", "0.5", "1"])
    style.gridlines(axes)
