"""A border and the rest, cut as the wrong answers on the border's weight need them."""

from collections.abc import Callable

import numpy as np


def parts(a: np.ndarray, ring: int) -> tuple[np.ndarray, np.ndarray]:
    """Numbers of the border, and those of the rest."""
    centre = np.zeros(a.shape, bool)
    centre[ring:-ring, ring:-ring] = True
    return a[~centre], a[centre]


def over_centre(border: Callable) -> Callable:
    """Another border over the right centre; ``border(sizes, ring)`` returns its mean."""
    return lambda a, ring: border(np.abs(a), ring) / parts(np.abs(a), ring)[1].mean()
