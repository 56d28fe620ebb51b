"""Training curves: how loss and accuracy move as a network learns, and how far runs from other seeds lie apart.

A claim about training made from one seed is a claim about that seed. So every curve is the mean of its runs, and a band
behind it reaches from the lowest run to the highest (or one standard deviation either side).
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

from labkit.errors import LabkitError
from labkit.plots import alt_text, style
from labkit.plots.picture import Picture
from labkit.plots.runs import Bundle, bundle


@style.styled
def training_curves(
    runs: Any,
    metric: str | Sequence[str] = "accuracy",
    *,
    live: Any = None,
    validation: bool = False,
    spread: str = "range",
    log: bool = False,
    title: str | None = None,
    width: float = 7.0,
    height: float = 4.0,
) -> Picture:
    """Draw mean training curves with the spread over seeds, and live runs on top.

    Parameters
    ----------
    runs : mapping of label to runs, or runs
        What :func:`bundle` reads: a History, a list of them (one for each seed), or a data frame of recorded runs.
    metric : str or sequence of str
        ``"loss"``, ``"accuracy"``, or another recorded name; one panel for each.
    live : mapping of label to runs, or runs, optional
        Runs just made in the notebook, drawn with dots. A label shared with ``runs`` keeps its colour.
    validation : bool
        Also draw ``validation_<metric>``, dashed.
    spread : {"range", "std"}
        What the band shows.
    log : bool
        Logarithmic vertical axis.
    title : str, optional
        Figure title.
    width, height : float
        Inches.

    Returns
    -------
    Picture

    Raises
    ------
    LabkitError
        When there are no runs or no metric to draw, a run lacks the metric, or ``spread`` is not known.
    """
    if spread not in ("range", "std"):
        raise LabkitError(f"training_curves was given spread={spread!r}: it knows 'range' and 'std'.")
    metrics = [metric] if isinstance(metric, str) else list(metric)
    runs = _labelled(runs, "train")
    live = {} if live is None else _labelled(live, "live run")
    labels = list(dict.fromkeys([*runs, *live]))
    if not labels or not metrics:
        raise LabkitError("training_curves has nothing to draw: give it at least one run and one metric.")
    colour = dict(zip(labels, style.colours(labels), strict=True))

    figure = style.new_figure(width, height, title)
    words = []
    for axes, name in zip(np.atleast_1d(figure.subplots(1, len(metrics))), metrics, strict=True):
        words.append(_panel(axes, name, runs, live, colour, validation, spread, log))
    return Picture(figure, alt_text.sentences(title or "", *words))


def _labelled(runs: Any, default: str) -> dict[str, Any]:
    return {str(label): value for label, value in runs.items()} if isinstance(runs, Mapping) else {default: runs}


def _panel(axes: Axes, metric: str, runs, live, colour, validation: bool, spread: str, log: bool) -> str:
    """Draw one metric; return its description."""
    share = "accuracy" in metric or "error_rate" in metric
    show = alt_text.percent if share else alt_text.number
    ends, words, unit, last = [], [], "iterations", 0
    for label, value in runs.items():
        drawn = [("", bundle(value, metric), "-")]
        if validation:
            drawn.append(("test", bundle(value, f"validation_{metric}"), (0, (4, 2))))
        for kind, curve, dashes in drawn:
            ink = style.TEST if kind and len(runs) == 1 else colour[label]
            axes.plot(curve.steps, curve.mean, color=ink, linestyle=dashes)
            if len(curve.values) > 1:
                axes.fill_between(curve.steps, *curve.band(spread), color=ink, alpha=0.18, linewidth=0)
            name = kind if kind and len(runs) == 1 else f"{label} {kind}".strip()
            ends.append((curve.mean[-1], name, ink))
            words.append(f"{name}: {_describe(curve, spread, show)}")
            unit, last = curve.unit, max(last, curve.steps[-1])
    for label, value in live.items():
        curve = bundle(value, metric)
        every = max(1, len(curve.steps) // 12)
        for run in curve.values:
            axes.plot(
                curve.steps,
                run,
                color=colour[label],
                linewidth=1.4,
                markevery=every,
                **style.ring(colour[label], size=5, width=1.6),
            )
        name = f"{label}, live" if label in runs else label
        ends.append((curve.mean[-1], name, colour[label]))
        words.append(f"{name}: {_describe(curve, spread, show)}")
        unit, last = curve.unit, max(last, curve.steps[-1])
    name = metric.replace("_", " ")
    axes.set(xlabel=unit[:-1], ylabel=name)
    axes.set_xlim(right=last)
    if log:
        axes.set_yscale("log")
    if share:
        axes.yaxis.set_major_formatter(PercentFormatter(1, decimals=0, symbol=" %"))
    style.gridlines(axes)
    style.label_line_ends(axes, [end for end in ends if np.isfinite(end[0])])
    return f"{name} over {alt_text.number(last)} {unit}: " + "; ".join(words)


def _describe(curve: Bundle, spread: str, show) -> str:
    text = alt_text.trend(curve.mean, show)
    if len(curve.values) > 1:
        low, high = (edge[-1] for edge in curve.band(spread))
        kind = "runs end between" if spread == "range" else "one standard deviation at the end spans"
        text += f" ({len(curve.values)} seeds, {kind} {show(low)} and {show(high)})"
    return text
