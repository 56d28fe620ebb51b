"""Slopes of the probes."""

import numpy as np


def draw_slope(rng: np.random.Generator, low: float, high: float) -> float:
    """A slope that looks chosen by a person, not 1: two decimals."""
    return float(np.round(rng.uniform(low, high), 2))
