"""Curves that are x on the right and something else on the left."""

from collections.abc import Callable

import numpy as np


def left(x: np.ndarray, curve: Callable) -> np.ndarray:
    """x on the right, a curve on the left; what the curve is given is never positive."""
    return np.where(x > 0, x, curve(np.minimum(x, 0.0)))
