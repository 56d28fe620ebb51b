"""Horizontal bars with their values: how long four ways of convolving take, or what one change is worth."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from labkit.errors import LabkitError
from labkit.plots import alt_text, style, tiles
from labkit.plots.picture import Picture


@style.styled
def bars(
    values: Mapping[str, Any],
    *,
    x_label: str = "",
    title: str | None = None,
    log: bool = False,
    show: Callable[[float], str] | None = None,
    width: float = 7.0,
    bar_height: float = 0.42,
) -> Picture:
    """Draw one bar for each name, its value written at its end.

    Parameters
    ----------
    values : mapping of name to number, or to several numbers
        Several, such as one for each seed: the bar ends at their mean, and a line reaches from the least to the most.
    x_label : str
        What is measured, with its unit.
    title : str, optional
        Figure title.
    log : bool
        Logarithmic axis: equal lengths are equal factors. It has no zero, so that bars begin at a power of ten.
    show : callable, optional
        How to write a value; three digits by default.
    width, bar_height : float
        Inches.

    Returns
    -------
    Picture

    Raises
    ------
    LabkitError
        When there is nothing to draw, a value is not finite, or not above zero on a logarithmic axis.
    """
    runs = _numbers(values, log)
    show = show or alt_text.number
    means = {name: float(run.mean()) for name, run in runs.items()}
    figure = style.new_figure(width, bar_height * len(runs) + (1.2 if title else 0.9), title)
    axes = figure.subplots()
    least, most = min(run.min() for run in runs.values()), max(run.max() for run in runs.values())
    start = 10.0 ** np.floor(np.log10(least) - 0.05) if log else 0.0
    for place, (name, run) in enumerate(runs.items()):
        axes.barh(place, means[name] - start, left=start, height=0.62, color=style.BLUE)
        if len(run) > 1:
            axes.plot([run.min(), run.max()], [place, place], color=style.INK, linewidth=1.6, marker="|", markersize=8)
        outside = run.max() if means[name] >= 0 else run.min()
        axes.annotate(
            tiles.minus(show(means[name])), (outside, place), xytext=(6 if means[name] >= 0 else -6, 0),
            textcoords="offset points", va="center", ha="left" if means[name] >= 0 else "right", annotation_clip=False,
        )  # fmt: skip
    axes.set_yticks(range(len(runs)), list(runs))
    axes.set(ylim=(len(runs) - 0.4, -0.6), xlabel=x_label)
    if log:  # a sixth of the way beyond the longest, for its number
        axes.set(xscale="log", xlim=(start, most * (most / start) ** 0.17))
    else:
        span = max(most, 0) - min(least, 0) or 1.0
        axes.set_xlim(least - 0.17 * span if least < 0 else 0, most + 0.17 * span if most > 0 or not least else 0)
        axes.axvline(0, color=style.GREY, linewidth=1)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    style.gridlines(axes, "x")
    return Picture(figure, alt_text.sentences(
        title or "",
        f"{alt_text.counted(len(runs), 'bar')}{': ' + x_label if x_label else ''}{', logarithmic' if log else ''}",
        "; ".join(f"{name}: {show(means[name])}{_spread(run, show)}" for name, run in runs.items()),
        _factor(means) if log else "",
    ))  # fmt: skip


def _numbers(values: Mapping[str, Any], log: bool) -> dict[str, np.ndarray]:
    if not isinstance(values, Mapping) or not values:
        raise LabkitError("bars needs a mapping of names to numbers, such as {'loop': 120.0, 'im2col': 1.0}.")
    runs = {}
    for name, value in values.items():
        try:
            runs[str(name)] = run = np.atleast_1d(np.asarray(value, dtype=float)).ravel()
        except (TypeError, ValueError):
            raise LabkitError(f"bars needs a number for {name!r}, or several; not {value!r}.") from None
        if not run.size or not np.isfinite(run).all():
            raise LabkitError(f"bars needs a finite number for {str(name)!r}; it got {value!r}.")
        if log and (run <= 0).any():
            raise LabkitError(f"bars cannot show {str(name)!r} on a logarithmic axis: {run.min():g} is not above zero.")
    return runs


def _spread(run: np.ndarray, show: Callable[[float], str]) -> str:
    return f" ({len(run)} runs, {show(run.min())} to {show(run.max())})" if len(run) > 1 else ""


def _factor(means: Mapping[str, float]) -> str:
    low, high = min(means, key=means.get), max(means, key=means.get)
    return f"{high} is {alt_text.number(means[high] / means[low], 2)} times {low}" if means[high] > means[low] else ""
