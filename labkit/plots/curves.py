"""Training curves: how loss and accuracy move as a network learns, and how far runs from other seeds lie apart.

A claim about training made from one seed is a claim about that seed. So every curve is the mean of its runs, and a band
behind it reaches from the lowest run to the highest (or one standard deviation either side).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

from labkit.errors import LabkitError
from labkit.plots import alt_text, style
from labkit.plots.picture import Picture

_STEP_COLUMNS = ("iteration", "iterations", "epoch", "epochs", "step")


@dataclass(frozen=True)
class Bundle:
    """Runs of one setting on common steps: ``steps`` (points,) and ``values`` (runs, points)."""

    steps: np.ndarray
    values: np.ndarray
    unit: str = "iterations"

    @property
    def mean(self) -> np.ndarray:
        """Mean over runs at each step, shape (points,)."""
        return self.values.mean(axis=0)

    def band(self, spread: str) -> tuple[np.ndarray, np.ndarray]:
        """Return the lower and upper edge, each (points,): extreme runs, or mean -+ standard deviation."""
        if spread == "range":
            return self.values.min(axis=0), self.values.max(axis=0)
        deviation = self.values.std(axis=0, ddof=1) if len(self.values) > 1 else 0.0
        return self.mean - deviation, self.mean + deviation


def bundle(runs: Any, metric: str) -> Bundle:
    """Bring whatever holds a curve into one form.

    Parameters
    ----------
    runs : History, list of History, DataFrame or array
        A data frame has one row for each recorded step: a column ``iteration`` or ``epoch``, a column named ``metric``
        and, with several runs, a column ``seed``. An array is (points,) or (runs, points), one point each iteration.
    metric : str
        Name of the attribute or column.

    Returns
    -------
    Bundle
        Shorter runs (stopped early) are shown up to the last step that all runs share.

    Raises
    ------
    LabkitError
        When nothing in ``runs`` is called ``metric``, or it holds no points.
    """
    if isinstance(runs, Bundle):
        return runs
    if hasattr(runs, "columns"):
        return _from_frame(runs, metric)
    if isinstance(runs, np.ndarray) or (
        isinstance(runs, Sequence) and runs and np.ndim(runs[0]) <= 1 and not hasattr(runs[0], "iterations")
    ):
        values = np.atleast_2d(np.asarray(runs, dtype=float))
        return Bundle(np.arange(values.shape[1]), values)
    histories = [runs] if hasattr(runs, "iterations") else list(runs)
    curves = []
    for history in histories:
        curve = getattr(history, metric, None)
        if curve is None or not len(curve) or not np.isfinite(curve).any():
            raise LabkitError(
                f"training_curves was asked for {metric!r}, which this history did not record: "
                "pass validation=(x, t) to fit for validation curves, or ask for 'loss' or 'accuracy'."
            )
        curves.append((np.asarray(history.iterations), np.asarray(curve, dtype=float)))
    return _common(curves, "iterations")


def _from_frame(frame: Any, metric: str) -> Bundle:
    step = next((name for name in _STEP_COLUMNS if name in frame.columns), None)
    if metric not in frame.columns or step is None:
        raise LabkitError(
            f"training_curves got a table with columns {', '.join(map(str, frame.columns))}: it needs {metric!r} "
            "and one of 'iteration' or 'epoch' (and 'seed' where there are several runs)."
        )
    groups = [run for _, run in frame.groupby("seed")] if "seed" in frame.columns else [frame]
    curves = [
        (run[step].to_numpy(), run[metric].to_numpy(dtype=float))
        for run in (group.sort_values(step) for group in groups)
    ]
    return _common(curves, "epochs" if step.startswith("epoch") else "iterations")


def _common(curves: list[tuple[np.ndarray, np.ndarray]], unit: str) -> Bundle:
    if not curves or not all(len(steps) for steps, _ in curves):
        raise LabkitError("training_curves got a run without a single point: give it runs that were recorded.")
    # Runs may be logged at different steps: compare them where the first was logged, as far as all of them reach.
    steps = curves[0][0]
    steps = steps[(steps >= max(s[0] for s, _ in curves)) & (steps <= min(s[-1] for s, _ in curves))]
    if not len(steps):
        raise LabkitError("training_curves got runs that share no step: record them at the same iterations.")
    return Bundle(np.asarray(steps), np.stack([np.interp(steps, s, v) for s, v in curves]), unit)


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
    """
    if spread not in ("range", "std"):
        raise LabkitError(f"training_curves was given spread={spread!r}: it knows 'range' and 'std'.")
    metrics = [metric] if isinstance(metric, str) else list(metric)
    runs = _labelled(runs, "train")
    live = {} if live is None else _labelled(live, "live run")
    labels = list(dict.fromkeys([*runs, *live]))
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
