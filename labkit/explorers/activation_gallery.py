"""A gallery of activations: where each lets the error through, and where it does not.

An error passes a unit multiplied by the derivative at the unit's pre-activation. So what counts is not where an
activation is flat, but how many of its pre-activations fall there: move their mean.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from labkit.explorers.explorer import Explorer
from labkit.nn import functional
from labkit.plots import Picture, alt_text, style
from labkit.plots.gallery import FLAT, draw_curve, where_flat

Function = Callable[[np.ndarray], np.ndarray]

ACTIVATIONS: dict[str, tuple[Function, Function]] = {
    name: (getattr(functional, noun), getattr(functional, f"{noun}_derivative"))
    for name, noun in {
        "sigmoid": "sigmoid",
        "tanh": "tanh",
        "LeCun's tanh": "lecun_tanh",
        "ReLU": "relu",
        "leaky ReLU": "leaky_relu",
        "ReLU6": "relu6",
        "ELU": "elu",
    }.items()
}
MEANS = (-4, -2, 0, 2, 4)
#: Ends of the axis of pre-activations, wide enough to see ReLU6 reach its lid.
LOW, HIGH = -7, 8


def activation_gallery(
    activations: Mapping[str, tuple[Function, Function]] | None = None,
    means: Sequence[float] = MEANS,
    spread: float = 1,
) -> Explorer:
    """Choose an activation and move its pre-activations to where it is flat.

    Parameters
    ----------
    activations : mapping of name to (function, derivative), optional
        Both of one array; a student's own will do. The seven of labs 03 to 07 by default.
    means : sequence of float
        Means of the pre-activations.
    spread : float
        Their standard deviation; they are normally distributed.

    Returns
    -------
    Explorer
        Two sliders, ``activation`` and ``mean``.
    """
    activations = dict(activations or ACTIVATIONS)
    starts = {"activation": "ReLU"} if "ReLU" in activations else {}
    return Explorer(
        lambda activation, mean: draw(activation, *activations[activation], mean, spread),
        "What does each activation let through?",
        {"activation": list(activations), "mean": means},
        labels={"activation": "Activation", "mean": "Mean of v"},
        start=starts | ({"mean": 0} if 0 in means else {}),
    )


def shares(derivative: Function, mean: float, spread: float) -> tuple[float, float, float]:
    """Share of normal pre-activations with derivative exactly 0, share with one below :data:`FLAT`, mean derivative.

    The distribution is represented by 20,001 of its points, evenly spread over six deviations either side, each with
    the weight that the density gives it.
    """
    offsets = np.linspace(-6, 6, 20_001)
    weights = np.exp(-np.square(offsets) / 2)
    weights /= weights.sum()
    slope = np.asarray(derivative(mean + spread * offsets), dtype=float)
    return tuple(float(weights @ what) for what in (slope == 0, np.abs(slope) < FLAT, slope))


@style.styled
def draw(name: str, function: Function, derivative: Function, mean: float, spread: float) -> Picture:
    """Draw the activation, its derivative, the pre-activations under it, and what share of the error they pass."""
    v = np.linspace(LOW, HIGH, 601)
    y, slope = (np.asarray(f(v), dtype=float) for f in (function, derivative))
    zero, flat, average = shares(derivative, mean, spread)
    margins = {"left": 0.1, "right": 0.98, "top": 0.86, "bottom": 0.12, "hspace": 0.5, "wspace": 0.22}
    around = alt_text.number(mean).replace("-", "−")
    figure = style.new_figure(6.2, 4.6, f"{name}; pre-activations v around {around}", margins)
    (upper, beside), (lower, words) = figure.subplots(2, 2, height_ratios=[1.5, 1])
    draw_curve(upper, v, y, slope, style.BLUE)
    draw_curve(beside, v, slope, slope, style.GREEN)
    upper.set_title("activation f(v)")
    beside.set(title="derivative f′(v)", ylim=(-0.06, 1.25), yticks=[0, 0.5, 1])
    for axes in (upper, beside):
        style.gridlines(axes)
    density = np.exp(-np.square((v - mean) / spread) / 2)
    lower.fill_between(v, density, color=style.SKY, linewidth=0, alpha=0.6)
    lower.fill_between(v, density, where=np.abs(slope) < FLAT, color=style.VERMILION, linewidth=0)
    lower.set(ylim=(0, 1.1), yticks=[], title="pre-activations of a layer", xlabel="v")
    for axes in (upper, beside, lower):
        axes.set(xlim=(LOW, HIGH), xticks=[-6, -3, 0, 3, 6])
    words.axis("off")
    for line, (text, value, colour) in enumerate((
        ("derivative exactly 0", alt_text.percent(zero), style.VERMILION),
        (f"derivative below {FLAT}", alt_text.percent(flat), style.VERMILION),
        ("mean derivative", alt_text.number(average, 2), style.INK),
    )):  # fmt: skip
        at = 0.86 - 0.36 * line
        words.text(0.63, at, text, ha="right", va="center")
        words.text(0.69, at, value, va="center", fontsize=14, fontweight="bold", color=style.readable(colour))
    return Picture(figure, alt_text.sentences(
        f"{name} for pre-activations v from {LOW} to {HIGH}: f(v) runs from {alt_text.number(y[0], 2)} to "
        f"{alt_text.number(y[-1], 2)}, its derivative {alt_text.trend(slope, lambda value: alt_text.number(value, 2))}",
        where_flat(v, slope),
        f"of pre-activations with mean {alt_text.number(mean)} and standard deviation {alt_text.number(spread)}, "
        f"{alt_text.percent(zero)} have the derivative 0, {alt_text.percent(flat)} one below {FLAT}; "
        f"the mean derivative is {alt_text.number(average, 2)}",
    ))  # fmt: skip
