"""The slope k of a sigmoid or tanh: any finite number but nothing else."""

import math

from labkit.errors import LabkitError


def checked_slope(k: float, name: str) -> float:
    """Return ``k`` as a float.

    Raises
    ------
    LabkitError
        When it is not a finite number.
    """
    try:
        slope = float(k)
    except (TypeError, ValueError):
        slope = math.nan
    if not math.isfinite(slope):
        raise LabkitError(f"{name}: the slope k must be a finite number, not {k!r}.")
    return slope
