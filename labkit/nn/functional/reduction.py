"""Sum or mean over the samples: the two ways to make one loss of many. A misspelt one must not pass for the other."""

import numpy as np

from labkit.errors import LabkitError


def check_reduction(reduction: str, name: str) -> str:
    """Return "sum" or "mean", or stop with one sentence that begins with ``name``.

    Raises
    ------
    LabkitError
        When it is anything else.
    """
    if reduction not in ("sum", "mean"):
        raise LabkitError(f"{name}: reduction must be 'sum' (over the samples) or 'mean', not {reduction!r}.")
    return reduction


def divisor(reduction: str, y: np.ndarray, name: str) -> int:
    """Return by what a sum over the samples of ``y`` is divided: 1 for the sum, their number for the mean.

    Raises
    ------
    LabkitError
        When the reduction is neither, or a mean is asked for of no samples.
    """
    if check_reduction(reduction, name) == "sum":
        return 1
    if not len(y):
        raise LabkitError(f"{name}: there are no samples to take a mean over.")
    return len(y)
