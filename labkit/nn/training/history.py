"""The history of a training run: a small table, one row each time something was logged."""

from typing import Any

import numpy as np

from labkit.errors import LabkitError

COLUMNS = ("iteration", "epoch", "rate", "loss", "accuracy", "validation_loss", "validation_accuracy")
METRICS = tuple(name for name in COLUMNS if name.endswith(("loss", "accuracy")))  # the columns that training improves


class History:
    """What ``fit`` measured.

    Attributes
    ----------
    iterations, epochs : integer arrays (rows,)
        Updates and passes through the data, counted from 1.
    rate, loss, accuracy, validation_loss, validation_accuracy : float arrays (rows,)
        Loss and accuracy are those of the training batches on their way into the update; averaged, with
        mini-batches, since the last row (but never over more than one epoch). Validation figures are taken
        after the update; nan without validation data. Accuracies lie between 0 and 1, or are
        nan where the outputs are no classes: images, say.
    seconds : float
        Time that training took.
    stopped : str or None
        Why training ended early.
    """

    def __init__(self) -> None:
        self.rows: list[dict[str, float]] = []
        self.seconds = 0.0
        self.stopped: str | None = None

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        if not self.rows:
            return "History(empty)"
        last, count = self.rows[-1], f"{len(self)} row{'s' if len(self) > 1 else ''}"
        ending = f", stopped: {self.stopped}" if self.stopped else ""
        accuracy = "" if np.isnan(last["accuracy"]) else f"accuracy {last['accuracy']:.2%}, "
        return (
            f"History({count}, {last['iteration']} iterations: loss {last['loss']:.4g}, "
            f"{accuracy}{self.seconds:.1f} s{ending})"
        )

    def column(self, name: str) -> np.ndarray:
        """One column of the table, by the name of its field."""
        name = {"iterations": "iteration", "epochs": "epoch"}.get(name, name)
        if name not in COLUMNS:
            raise LabkitError(f"History has no column {name!r}: it has {', '.join(COLUMNS)}.")
        kind = int if name in ("iteration", "epoch") else float
        return np.array([row[name] for row in self.rows], dtype=kind)

    def last(self, name: str) -> float:
        """The latest value in a column; nan when nothing was logged."""
        column = self.column(name)
        return column[-1].item() if len(column) else float("nan")

    def best(self, name: str) -> float:
        """The lowest loss, or the highest accuracy, that was logged; nan when there is none."""
        column = self.column(name)
        column = column[~np.isnan(column)]
        if not len(column):
            return float("nan")
        return float(column.min() if name.endswith("loss") else column.max())

    def to_frame(self) -> Any:
        """The table as a pandas DataFrame."""
        import pandas

        return pandas.DataFrame(self.rows, columns=list(COLUMNS))

    iterations = property(lambda self: self.column("iteration"))
    epochs = property(lambda self: self.column("epoch"))
    rate = property(lambda self: self.column("rate"))
    loss = property(lambda self: self.column("loss"))
    accuracy = property(lambda self: self.column("accuracy"))
    validation_loss = property(lambda self: self.column("validation_loss"))
    validation_accuracy = property(lambda self: self.column("validation_accuracy"))
