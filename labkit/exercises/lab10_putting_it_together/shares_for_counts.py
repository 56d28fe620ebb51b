"""Matrices of shares, where counts are asked for."""

import numpy as np

from labkit.exercises.lab10_putting_it_together.counting import counted
from labkit.exercises.misconception import Misconception

SHARES = "These are shares, and counts are asked for: with shares nobody sees how many images there were."


def _normalised(outputs: np.ndarray, labels: np.ndarray, axis: int | None) -> np.ndarray:
    matrix = counted(outputs, labels)
    with np.errstate(all="ignore"):
        return matrix / matrix.sum(axis=axis, keepdims=True)


SHARES_FOR_COUNTS = [
    Misconception("shares of the rows", lambda outputs, labels: _normalised(outputs, labels, 1), SHARES),
    Misconception("shares of the columns", lambda outputs, labels: _normalised(outputs, labels, 0), SHARES),
    Misconception("shares of all", lambda outputs, labels: _normalised(outputs, labels, None), SHARES),
    Misconception(
        "shares of the rows, 0 where empty",
        lambda outputs, labels: np.nan_to_num(_normalised(outputs, labels, 1)),
        SHARES,
    ),
    Misconception(
        "per cent of the rows",
        lambda outputs, labels: 100 * np.nan_to_num(_normalised(outputs, labels, 1)),
        SHARES,
    ),
    Misconception(
        "shares of the rows, empty rows divided by 1",
        lambda outputs, labels: (
            counted(outputs, labels) / np.maximum(counted(outputs, labels).sum(axis=1, keepdims=True), 1)
        ),
        SHARES,
        same_as=("shares of the rows, 0 where empty",),
    ),
    Misconception(
        "shares of the columns, 0 where empty",
        lambda outputs, labels: np.nan_to_num(_normalised(outputs, labels, 0)),
        SHARES,
    ),
    Misconception(
        "shares of the rows, swapped",
        lambda outputs, labels: _normalised(outputs, labels, 1).T,
        SHARES + " Besides, rows and columns have changed places.",
    ),
]
