"""Runs on common steps: whatever holds a training curve, a history, a table or an array, in one form."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from labkit.errors import LabkitError

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
        When nothing in ``runs`` is called ``metric``, it holds no points, or it is none of these.
    """
    if isinstance(runs, Bundle):
        return runs
    if hasattr(runs, "columns"):
        return _from_frame(runs, metric)
    if isinstance(runs, np.ndarray) or (
        isinstance(runs, Sequence) and runs and not any(hasattr(run, "iterations") for run in runs)
    ):
        return _from_array(runs)
    if not isinstance(runs, Iterable) and not hasattr(runs, "iterations"):
        raise LabkitError(
            f"training_curves was given a {type(runs).__name__}: pass a History or a list of them, a table of recorded "
            "runs, or an array (points,) or (runs, points)."
        )
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


def _from_array(runs: Any) -> Bundle:
    try:
        values = np.atleast_2d(np.asarray(runs, dtype=float))
    except (TypeError, ValueError):
        raise LabkitError("training_curves needs numbers, and as many points in each run of an array.") from None
    if values.ndim != 2 or not np.isfinite(values).any():
        raise LabkitError(
            "training_curves needs an array (points,) or (runs, points) with a finite number in it; "
            f"it got shape {np.shape(runs)}."
        )
    return Bundle(np.arange(values.shape[1]), values)


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
