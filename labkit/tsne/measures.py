"""What can be measured about a picture: whose neighbours are kept, how wide groups are, and what looks like a group."""

import numpy as np
from scipy.sparse.csgraph import connected_components

from labkit.errors import LabkitError
from labkit.tsne.distances import squared_distances


def neighbours(y: np.ndarray, count: int = 10) -> np.ndarray:
    """Return the nearest other points of every point, nearest first; array of int (n, count).

    Raises
    ------
    LabkitError
        When a point has not so many others.
    """
    if not count < len(y):
        raise LabkitError(f"neighbours: {count} of each point were asked for, and among {len(y)} it has fewer others.")
    squared = squared_distances(y)
    np.fill_diagonal(squared, np.inf)
    return np.argsort(squared, axis=1, kind="stable")[:, :count]


def label_agreement(y: np.ndarray, labels: np.ndarray, count: int = 10) -> np.ndarray:
    """Share of every point's nearest neighbours that bear its label, array (n,)."""
    labels = np.asarray(labels)
    return np.mean(labels[neighbours(y, count)] == labels[:, None], axis=1)


def centres(y: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Mean position of each class, in the order of the labels; array (classes, dimensions)."""
    labels = np.asarray(labels)
    return np.array([y[labels == label].mean(axis=0) for label in np.unique(labels)])


def widths(y: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Root mean square distance of the points of each class from their centre, array (classes,)."""
    which = np.unique(labels, return_inverse=True)[1]
    squared = np.square(y - centres(y, labels)[which]).sum(axis=1)
    return np.sqrt(np.bincount(which, weights=squared) / np.bincount(which))


def clumps(y: np.ndarray, gap: float = 3.0, least: int = 5) -> np.ndarray:
    """Groups that an eye might see: points linked by steps of at most ``gap`` times the usual one.

    Parameters
    ----------
    y : array (n, dimensions)
    gap : float
        Longest step inside a group, in median distances between nearest neighbours.
    least : int
        Fewest points that make a group.

    Returns
    -------
    array of int (n,)
        Number of each point's group from 0, the largest group first; -1 for points in none.
    """
    squared = squared_distances(y)
    np.fill_diagonal(squared, np.inf)
    step = np.median(np.sqrt(squared.min(axis=1)))
    found = connected_components(squared <= (gap * step) ** 2, directed=False)[1]
    sizes = np.bincount(found)
    order = np.argsort(-sizes, kind="stable")
    number = np.full(len(sizes), -1)
    number[order] = np.arange(len(sizes))
    number[sizes < least] = -1
    return number[found]
