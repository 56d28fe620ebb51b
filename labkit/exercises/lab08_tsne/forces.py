"""Springs between the points of a picture and the forces that they exert, with parts that can be exchanged."""

from typing import Any

import numpy as np

from labkit.tsne import embedded_affinities, student_weights


def pull(stretch: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Sum over j of stretch_ij (y_i - y_j), array (n, dimensions)."""
    return stretch.sum(axis=1, keepdims=True) * y - stretch @ y


def gradient(factor: float = 4.0, q: Any = embedded_affinities, w: Any = student_weights) -> Any:
    """The gradient with another factor, Q or kernel."""
    return lambda p, y: factor * pull((p - q(y)) * w(y), y)
