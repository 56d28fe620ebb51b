r"""Affinities: how much two points belong together, in the data (P) and in the picture (Q).

.. math:: p_{ij} = \frac{p_{j|i} + p_{i|j}}{2n}, \qquad
          q_{ij} = \frac{w_{ij}}{\sum_{k \ne l} w_{kl}}, \quad w_{ij} = \frac{1}{1 + \lVert y_i - y_j \rVert^2}

P is made symmetric, so that an outlier, whom nobody chooses, still chooses somebody. Q comes from a Student
distribution with one degree of freedom: its heavy tail gives moderate distances room in two dimensions.
"""

from dataclasses import dataclass

import numpy as np

from labkit.errors import LabkitError
from labkit.tsne.distances import squared_distances
from labkit.tsne.perplexity import search

ROWS = 256  # points whose neighbours are sought at a time: the search needs a handful of arrays of (rows, n)


@dataclass(frozen=True)
class Affinities:
    """P and how it was reached.

    Attributes
    ----------
    p : array (n, n)
        Symmetric, 0 on the diagonal, adding up to 1.
    perplexity : array (n,)
        That each point reached: as asked for, or more where too many neighbours are exactly equally near.
    """

    p: np.ndarray
    perplexity: np.ndarray


def affinities(x: np.ndarray, perplexity: float = 30.0) -> Affinities:
    """P of points ``x`` (n, features).

    Raises
    ------
    LabkitError
        When the data hold something else than finite numbers, or the perplexity does not suit the number of points.
    """
    x = checked_points(x)
    n = len(x)
    if not 1 <= perplexity < n - 1:
        raise LabkitError(
            f"t-SNE: a perplexity of {perplexity:g} was asked for with {n} points; it is a number of neighbours, so it "
            f"must be at least 1 and less than {n - 1}: choose a smaller perplexity or more points."
        )
    x = x - x.mean(axis=0)
    x /= np.abs(x).max()  # P knows no unit of measurement; squares of extreme numbers would overflow
    conditional, reached = np.empty((n, n)), np.empty(n)
    for start in range(0, n, ROWS):
        rows = slice(start, min(start + ROWS, n))
        squared = squared_distances(x[rows], x)
        squared[np.arange(rows.stop - start), np.arange(start, rows.stop)] = np.inf  # no point is its own neighbour
        conditional[rows], reached[rows] = search(squared, perplexity)
    return Affinities(joint_probabilities(conditional), reached)


def joint_probabilities(conditional: np.ndarray) -> np.ndarray:
    """P from the conditional probabilities p_{j|i}, one row for each i: (p_{j|i} + p_{i|j}) / 2n; array (n, n)."""
    return (conditional + conditional.T) / (2 * len(conditional))


def student_weights(y: np.ndarray) -> np.ndarray:
    """w_ij = 1 / (1 + squared distance) for points ``y`` (n, dimensions), 0 on the diagonal; array (n, n)."""
    weights = 1 / (1 + squared_distances(y))
    np.fill_diagonal(weights, 0)
    return weights


def embedded_affinities(y: np.ndarray) -> np.ndarray:
    """Q of embedded points ``y`` (n, dimensions): student_weights over their sum; array (n, n)."""
    weights = student_weights(y)
    return weights / weights.sum()


def checked_points(x: np.ndarray) -> np.ndarray:
    """``x`` as float64 points (n, features), or one sentence that says what is wrong with it."""
    x = np.asarray(x)
    if x.ndim != 2 or len(x) < 4 or not x.size:
        raise LabkitError(
            f"t-SNE: points of shape (n, features) with n of at least 4 are expected, and the shape is {x.shape}: "
            "lay each sample out as a row, such as images.reshape(len(images), -1)."
        )
    try:
        x = x.astype(np.float64)
    except (TypeError, ValueError):
        raise LabkitError(f"t-SNE: the points must be numbers, and their type is {x.dtype}.") from None
    if bad := int((~np.isfinite(x)).any(axis=1).sum()):
        raise LabkitError(f"t-SNE: {bad} of {len(x)} points hold nan or infinite numbers: leave them out or mend them.")
    if (x == x[0]).all():
        raise LabkitError(f"t-SNE: all {len(x)} points are equal, so there are no neighbours to keep together.")
    return x
