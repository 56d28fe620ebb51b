"""Stop training when it no longer gets better."""

import numpy as np

from labkit.errors import LabkitError
from labkit.nn.counts import check_counts
from labkit.nn.training.callback import Callback
from labkit.nn.training.history import METRICS
from labkit.nn.training.run import Run


class EarlyStop(Callback):
    """End the run when ``metric`` has not improved for ``patience`` logged rows in a row.

    Parameters
    ----------
    patience : int
    metric : str
        A column of the history: a loss should fall, an accuracy rise.
    restore : bool
        Whether to put back the parameters of the best row.
    """

    def __init__(self, patience: int = 5, metric: str = "validation_loss", restore: bool = False) -> None:
        check_counts("EarlyStop", patience=patience)
        if metric not in METRICS:
            raise LabkitError(f"EarlyStop: metric must be one of {', '.join(METRICS)}, not {metric!r}.")
        self.patience, self.metric, self.restore = patience, metric, restore

    def on_start(self, run: Run) -> None:
        """Forget the last run."""
        self._best, self._rows_since, self._theta = np.inf, 0, None

    def on_row(self, run: Run, row: dict[str, float]) -> None:
        """Compare with the best so far."""
        value = row[self.metric]
        if np.isnan(value):
            if self.metric.endswith("accuracy") and not np.isnan(row[self.metric.replace("accuracy", "loss")]):
                raise LabkitError(f"EarlyStop watches {self.metric}, but these outputs are no classes: watch a loss.")
            if self.metric.startswith("validation"):
                raise LabkitError(f"EarlyStop watches {self.metric}: give fit validation=(x, t).")
            return
        score = value if self.metric.endswith("loss") else -value
        if score < self._best:
            self._best, self._rows_since = score, 0
            self._theta = run.net.parameters.copy() if self.restore else None
            return
        self._rows_since += 1
        if self._rows_since >= self.patience:
            run.stop(
                f"Stopped early at iteration {run.iteration}: {self.metric} has not improved for {self.patience} rows."
            )

    def on_end(self, run: Run) -> None:
        """Put back the best parameters, if asked to."""
        if self._theta is not None:
            run.net.parameters = self._theta
