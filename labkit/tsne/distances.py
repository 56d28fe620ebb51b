r"""How far every point is from every other: the only thing that t-SNE is told about the data.

.. math:: d_{ij}^2 = \lVert x_i - x_j \rVert^2 = \lVert x_i \rVert^2 + \lVert x_j \rVert^2 - 2\, x_i \cdot x_j

The second form is one matrix product in place of two loops. It loses digits where points lie far from the origin
and close together, so the points are centred first, which no distance notices.
"""

import numpy as np


def squared_distances(x: np.ndarray, others: np.ndarray | None = None) -> np.ndarray:
    """Squared Euclidean distances between points.

    Parameters
    ----------
    x : array (n, features)
    others : array (m, features), optional
        Other points; ``x`` itself if left out, and then the diagonal is exactly 0.

    Returns
    -------
    array (n, m), float64
        None is negative, whatever the rounding.
    """
    x = np.asarray(x, dtype=np.float64)
    centre = x.mean(axis=0)
    x = x - centre
    y = x if others is None else np.asarray(others, dtype=np.float64) - centre
    distances = (-2 * x) @ y.T
    distances += np.einsum("ij,ij->i", x, x)[:, None]
    distances += np.einsum("ij,ij->i", y, y)
    np.maximum(distances, 0, out=distances)
    if others is None:
        np.fill_diagonal(distances, 0)
    return distances
