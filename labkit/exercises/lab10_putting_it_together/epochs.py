"""How an epoch is put together, for those that go wrong."""

from collections.abc import Callable, Sequence

import numpy as np


def cut(x: np.ndarray, t: np.ndarray, batch_size: int) -> list:
    """Batches in the order of the data."""
    return [(x[i : i + batch_size], t[i : i + batch_size]) for i in range(0, len(x), batch_size)]


def pieces(order: np.ndarray, batch_size: int) -> list:
    """An order of the samples, cut into batches."""
    return [order[i : i + batch_size] for i in range(0, len(order), batch_size)]


def rows_of(x: np.ndarray, t: np.ndarray, parts: Sequence) -> list:
    """The samples with these numbers, and their targets."""
    return [(x[rows], t[rows]) for rows in parts]


def in_order(order: Callable[[int, np.random.Generator], np.ndarray]) -> Callable:
    """Batches in an order that is drawn once for x and t."""

    def function(x, t, batch_size, rng):
        rows = order(len(x), rng)
        return cut(x[rows], t[rows], batch_size)

    return function
