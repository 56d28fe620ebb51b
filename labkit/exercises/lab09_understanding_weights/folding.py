"""Folding a layer, rightly: what wrong pictures have in common with right ones."""

from collections.abc import Callable

import numpy as np


def folded(values: np.ndarray, columns: int, empty: float = np.nan) -> np.ndarray:
    """Rows of so many columns, and what is left over filled up."""
    values = np.asarray(values, dtype=float)
    rows = -(-len(values) // columns)
    return np.append(values, np.full(rows * columns - len(values), empty)).reshape(rows, columns)


def folding(summary: Callable) -> Callable:
    """Another summary than the mean, folded rightly."""
    return lambda activations, columns: folded(summary(activations), columns)


def of_means(shape: Callable) -> Callable:
    """The right means, otherwise arranged."""
    return lambda activations, columns: shape(np.asarray(activations).mean(axis=0), columns)
