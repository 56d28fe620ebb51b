"""The slope k of a sigmoid or tanh: any finite number but nothing else. Leak and alpha begin with the same test."""

import math

from labkit.errors import LabkitError


def checked_slope(k: float, name: str) -> float:
    """Return ``k`` as a float.

    Raises
    ------
    LabkitError
        When it is not a finite number.
    """
    slope = as_finite(k)
    if math.isnan(slope):
        raise LabkitError(f"{name}: the slope k must be a finite number, not {k!r}.")
    return slope


def as_finite(number: float) -> float:
    """Return ``number`` as a float; nan, which lies in no range, where it is none or not finite."""
    try:
        value = float(number)
    except (TypeError, ValueError):
        return math.nan
    return value if math.isfinite(value) else math.nan
