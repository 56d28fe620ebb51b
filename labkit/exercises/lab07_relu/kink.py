"""At a kink there is no derivative: any number from 0 to 1 is as good as another.

The answer there is set to 0 before it is compared, and so is a misconception's. Otherwise someone who writes >= for >
and makes a mistake besides would not be told which.
"""

from typing import Any

import numpy as np


def settled(slope: Any, kink: np.ndarray) -> Any:
    """A copy of ``slope`` with 0 at the kinks, where it is from 0 to 1; anything but an array comes back as it is."""
    if not isinstance(slope, np.ndarray) or slope.shape != kink.shape or slope.dtype.kind not in "biuf":
        return slope
    return np.where(kink & (slope >= 0) & (slope <= 1), slope.dtype.type(0), slope)


def settled_pair(pair: Any, kink: np.ndarray) -> Any:
    """The same for the second of two results, which may also come stacked in one array."""
    if isinstance(pair, np.ndarray) and pair.shape == (2, *kink.shape):
        pair = tuple(pair)
    if isinstance(pair, (tuple, list)) and len(pair) == 2:
        return pair[0], settled(pair[1], kink)
    return pair
