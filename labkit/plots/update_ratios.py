"""How large the updates are beside the weights, layer by layer, as training goes on.

An update of about a thousandth of the weights is a usual rule of thumb: far below it a layer hardly learns, far above
it what was learnt is overwritten.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from labkit.errors import LabkitError
from labkit.plots import alt_text, style
from labkit.plots.picture import Picture

USUAL = 1e-3


@style.styled
def update_ratios(
    ratios: Mapping[str, Any],
    iterations: Sequence[float],
    *,
    title: str | None = None,
    x_label: str = "iteration",
    y_label: str = "size of update / size of weights",
    width: float = 7.0,
    height: float = 4.0,
) -> Picture:
    """Draw the ratio of each layer over training on a logarithmic axis, with the usual 1e-3 as a thin line.

    Parameters
    ----------
    ratios : mapping of layer to array (iterations,) or (runs, iterations)
        Several runs are drawn as their geometric mean, in a band from the lowest to the highest.
    iterations : sequence of float, length iterations
        After how many updates each ratio was measured.
    title : str, optional
        Figure title.
    x_label, y_label : str
        Names of the axes.
    width, height : float
        Inches.

    Returns
    -------
    Picture
        Ratios of zero or that are not finite cannot be shown there; the words count them.

    Raises
    ------
    LabkitError
        When there is no layer, or a layer's ratios do not fit the iterations.
    """
    if not isinstance(ratios, Mapping) or not ratios:
        raise LabkitError("update_ratios needs a mapping of layers to arrays, such as {'layer 1': ratios}.")
    steps = np.asarray(iterations, dtype=float)
    if steps.ndim != 1 or not steps.size:
        raise LabkitError(f"update_ratios needs a list of iterations, not an array of shape {steps.shape}.")
    layers = {str(name): np.atleast_2d(np.asarray(values, dtype=float)) for name, values in ratios.items()}
    for name, values in layers.items():
        if values.ndim != 2 or values.shape[1] != len(steps):
            raise LabkitError(
                f"update_ratios needs for {name!r} one ratio for each of the {len(steps)} iterations; "
                f"it got shape {values.shape[-1:] if len(values) == 1 else values.shape}."
            )
    figure = style.new_figure(width, height + (0.3 if title else 0), title)
    axes = figure.subplots()
    words, ends = [], []
    for place, (name, values, colour) in enumerate(
        zip(layers, layers.values(), style.colours(list(layers)), strict=True)
    ):
        shown = np.where(np.isfinite(values) & (values > 0), values, np.nan)
        logs = np.ma.masked_invalid(np.log10(shown))
        mean = np.ma.filled(10 ** logs.mean(axis=0), np.nan)
        if np.isfinite(mean).any():
            axes.plot(steps, mean, color=colour, linestyle=style.DASHES[place % len(style.DASHES)])
            ends.append((mean[np.isfinite(mean)][-1], name, colour))
        if len(values) > 1:
            low, high = (np.ma.filled(10**edge, np.nan) for edge in (logs.min(axis=0), logs.max(axis=0)))
            axes.fill_between(steps, low, high, color=colour, alpha=0.18, linewidth=0)
        words.append(f"{name}: {_told(values, mean)}")
    if not ends:
        raise LabkitError("update_ratios has nothing to show: no ratio is finite and above zero.")
    axes.axhline(USUAL, color=style.GREY, linewidth=1)
    axes.set(yscale="log", xlabel=x_label, ylabel=y_label)
    axes.set_xlim(steps.min(), steps.max() if np.ptp(steps) else steps.max() + 1)
    low, high = axes.get_ylim()
    axes.set_ylim(min(low, USUAL / 2), max(high, USUAL * 2))
    axes.annotate(
        "usual: 1e−3", (0.01, USUAL), xycoords=("axes fraction", "data"), xytext=(0, 2), textcoords="offset points",
        fontsize=9, color=style.readable(style.GREY), va="bottom",
        bbox={"facecolor": "white", "alpha": 0.8, "linewidth": 0, "pad": 1},
    )  # fmt: skip
    style.gridlines(axes)
    style.label_line_ends(axes, ends)
    span = f"from iteration {alt_text.number(steps[0])} to {alt_text.number(steps[-1])}"
    return Picture(figure, alt_text.sentences(title or "", f"{y_label} {span}, logarithmic", *words))


def _told(values: np.ndarray, mean: np.ndarray) -> str:
    """Say how a layer's ratio moves, where it ends beside the usual, and what could not be drawn."""
    finite = mean[np.isfinite(mean)]
    if not len(finite):
        return "no ratio is finite and above zero"
    end = finite[-1] / USUAL
    beside = f"{alt_text.number(end, 2)} times the usual 1e-3 at the end"
    runs = f", {len(values)} runs" if len(values) > 1 else ""
    zero, lost = int((values == 0).sum()), int((~np.isfinite(values)).sum())
    gone = [f"{n} of {values.size} {what}" for n, what in ((zero, "are zero"), (lost, "are not finite")) if n]
    return f"{alt_text.trend(finite, lambda v: alt_text.number(v, 2))}, {beside}{runs}" + (
        f"; {alt_text.listed(gone)} and not drawn" if gone else ""
    )
