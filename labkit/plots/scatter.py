"""One quantity against another, as points or lines: each series has a marker of its own besides its colour."""

from collections.abc import Mapping
from itertools import cycle
from typing import Any

import numpy as np

from labkit.errors import LabkitError
from labkit.plots import alt_text, style
from labkit.plots.picture import Picture

MARKERS = ("o", "s", "^", "D", "v", "P", "X")
CORRELATED = {  # by which axes are logarithmic, x and y
    (False, False): "",
    (True, False): " of y with the logarithm of x",
    (False, True): " of the logarithm of y with x",
    (True, True): " of the logarithms",
}


@style.styled
def scatter(
    series: Mapping[str, tuple[Any, Any]],
    *,
    x_label: str,
    y_label: str,
    title: str | None = None,
    log: bool | str = False,
    line: bool = False,
    width: float = 7.0,
    height: float = 4.2,
) -> Picture:
    """Draw points, or lines through points, of one or several series.

    Parameters
    ----------
    series : mapping of label to (x, y)
        Two arrays of the same length for each label.
    x_label, y_label : str
        What is measured, with units.
    title : str, optional
        Figure title.
    log : bool or {"x", "y"}
        Logarithmic axes, both or one. Points at or below zero cannot be shown there; they are left out and counted.
    line : bool
        Join each series' points, in the order of x.
    width, height : float
        Inches.

    Returns
    -------
    Picture

    Raises
    ------
    LabkitError
        When there is no series, x and y differ in length, or no point of a series can be shown.
    """
    if not isinstance(series, Mapping) or not series:
        given = "no series" if isinstance(series, Mapping) else f"a {type(series).__name__}"
        raise LabkitError(f"scatter was given {given}: pass a mapping such as {{'squared error': (x, y)}}.")
    if log not in (False, True, "x", "y"):
        raise LabkitError(f"scatter was given log={log!r}: it knows True, False, 'x' and 'y'.")
    logs = (log in (True, "x"), log in (True, "y"))
    figure = style.new_figure(width, height + (0.3 if title else 0), title)
    axes = figure.subplots()
    words, labels = [], [str(label) for label in series]
    looks = zip(labels, series.values(), style.colours(labels), cycle(MARKERS), cycle(style.DASHES), strict=False)
    for label, pair, colour, marker, dashes in looks:
        x, y, lost = _points(label, pair, logs)
        many = len(x) > 60
        axes.plot(
            x,
            y,
            linestyle=dashes if line else "",
            marker=marker,
            color=colour,
            markersize=5 if many and not line else 6.5,
            markeredgecolor="white",
            markeredgewidth=0.3 if many else 0.5,
            alpha=0.6 if many and not line else 1,
            markevery=max(1, len(x) // 15) if line else None,
            label=label,
        )
        words.append(f"{label}: {_describe(x, y, logs, line)}{lost}")
    axes.set(
        xlabel=x_label, ylabel=y_label, xscale="log" if logs[0] else "linear", yscale="log" if logs[1] else "linear"
    )
    for logarithmic, axis in zip(logs, (axes.xaxis, axes.yaxis), strict=True):
        if logarithmic:
            style.log_ticks(axis)
    style.gridlines(axes, "both")
    if len(labels) > 1 or labels[0]:
        legend = figure.legend(
            loc="outside lower center", ncols=1 if max(map(len, labels)) > 40 else min(3, len(labels))
        )
        for handle in legend.legend_handles:
            handle.set(alpha=1, markersize=7)
    scale = {(False, False): "", (True, False): ", x logarithmic", (False, True): ", y logarithmic"}
    return Picture(figure, alt_text.sentences(
        title or "",
        f"{y_label} against {x_label}{scale.get(logs, ', both logarithmic')}",
        *words,
    ))  # fmt: skip


def _points(label: str, pair: Any, logs: tuple[bool, bool]) -> tuple[np.ndarray, np.ndarray, str]:
    """Return what can be shown, in the order of x, and a clause about what cannot."""
    try:
        x, y = (np.asarray(values, dtype=float).ravel() for values in pair)
    except (TypeError, ValueError):
        raise LabkitError(f"scatter needs for {label!r} a pair (x, y) of arrays of numbers.") from None
    if len(x) != len(y):
        raise LabkitError(
            f"scatter got {len(x)} values of x and {len(y)} of y for {label!r}: it needs as many of each."
        )
    shown = np.isfinite(x) & np.isfinite(y)
    for values, logarithmic in zip((x, y), logs, strict=True):
        if logarithmic:
            shown &= values > 0
    if not shown.any():
        wanted = "finite and, on a logarithmic axis, above zero" if any(logs) else "finite"
        raise LabkitError(f"scatter has no point to show for {label!r}: none is {wanted}.")
    lost = len(x) - shown.sum()
    order = np.argsort(x[shown], kind="stable")
    return x[shown][order], y[shown][order], f"; {lost} of {len(x)} points cannot be shown" if lost else ""


def _describe(x: np.ndarray, y: np.ndarray, logs: tuple[bool, bool], line: bool) -> str:
    reach = f"x from {alt_text.number(x[0])} to {alt_text.number(x[-1])}"
    if len(x) == 1:
        return f"one point at x = {alt_text.number(x[0])}, y = {alt_text.number(y[0])}"
    if line:
        return f"{len(x)} points, {reach}; y {alt_text.trend(y)}"
    told = f"{len(x)} points, {reach}, y from {alt_text.number(y.min())} to {alt_text.number(y.max())}"
    u, v = (np.log(values) if logarithmic else values for values, logarithmic in zip((x, y), logs, strict=True))
    if len(x) > 2 and np.ptp(u) > 0 and np.ptp(v) > 0:
        kind = CORRELATED[logs]
        told += f", correlation{kind} {alt_text.number(np.corrcoef(u, v)[0, 1], 2)}"
    return told
