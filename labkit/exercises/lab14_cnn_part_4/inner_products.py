"""The difference of two inner products, which the wrong tests for a transpose share."""

import numpy as np

norm = np.linalg.norm


def gap(f, b, x, y):
    """<forward(x), y> less <x, back(y)>."""
    return np.sum(f(x) * y) - np.sum(x * b(y))


def over(scale):
    """Size of the gap over something else than the lengths of forward(x) and y."""
    return lambda f, b, x, y: abs(gap(f, b, x, y)) / scale(f, b, x, y)


SCALE = "The difference is right, what you divide it by is not: take the length of forward(x) times the length of y. "
