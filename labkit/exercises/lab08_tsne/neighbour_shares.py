"""Exponentials that add up to 1, from which wrong answers on the neighbours' probabilities are made."""

import numpy as np


def soft(z: np.ndarray, axis: int | None = 1) -> np.ndarray:
    """Exponentials over their sum along an axis, safe from overflow."""
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def over_row(weights: np.ndarray) -> np.ndarray:
    """Weights over the sum of their row."""
    return weights / weights.sum(axis=1, keepdims=True)


def without_self(squared: np.ndarray) -> np.ndarray:
    """Squared distances with infinity on the diagonal."""
    others = np.array(squared, dtype=float)
    np.fill_diagonal(others, np.inf)
    return others


def plain(squared: np.ndarray, beta: np.ndarray) -> np.ndarray:
    """The formula as it stands, which underflows where all neighbours are far."""
    e = np.exp(-np.asarray(beta)[:, None] * squared)
    np.fill_diagonal(e, 0)
    return e / e.sum(axis=1, keepdims=True)


def beyond(squared: np.ndarray) -> np.ndarray:
    """How much farther each one is than the nearest of its row."""
    others = without_self(squared)
    return others - others.min(axis=1, keepdims=True)
