r"""Perplexity: how many neighbours a point is to have, and the search for the Gaussian that gives it so many.

.. math:: p_{j|i} = \frac{e^{-\beta_i d_{ij}^2}}{\sum_{k \ne i} e^{-\beta_i d_{ik}^2}}, \qquad
          \mathrm{perplexity}_i = e^{H_i}, \quad H_i = -\sum_j p_{j|i} \ln p_{j|i}

A fair choice among m neighbours has the entropy ln m, so its perplexity is m. The wider the Gaussian (the smaller
:math:`\beta = 1 / 2\sigma^2`), the more neighbours count; the search finds the one width per point that gives the
perplexity asked for. Entropy in nats needs e to the power of it, entropy in bits 2 to the power: mixed up, the two
give another number of neighbours. Van der Maaten and Hinton (2008), "Visualizing data using t-SNE".
"""

import numpy as np
from scipy.special import xlogy

STEPS = 100  # at most; bisection alone gains a bit a step, Newton's method more


def gaussian_row(squared: np.ndarray, beta: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Probabilities of the neighbours of some points, and their entropy.

    Parameters
    ----------
    squared : array (rows, n)
        Squared distances; infinite where a point must not choose, such as itself.
    beta : array (rows,)
        Precision of each point's Gaussian, 1 / (2 sigma^2).

    Returns
    -------
    p : array (rows, n)
        Each row adds up to 1.
    entropy : array (rows,)
        In nats.
    """
    nearest = squared.min(axis=1, keepdims=True)  # taken off, so that the nearest neighbour never underflows
    beyond = squared - nearest
    p = np.exp(-beta[:, None] * beyond)
    total = p.sum(axis=1)
    p /= total[:, None]
    beyond[np.isinf(beyond)] = 0
    return p, np.log(total) + beta * np.einsum("ij,ij->i", p, beyond)


def conditional_probabilities(squared: np.ndarray, beta: np.ndarray) -> np.ndarray:
    """p_{j|i} for every point i, as rows: how its Gaussian of precision beta_i shares itself out among the others.

    Parameters
    ----------
    squared : array (n, n)
        Squared distances between all points.
    beta : array (n,)
        Precision of each point's Gaussian, 1 / (2 sigma^2).

    Returns
    -------
    array (n, n)
        Rows add up to 1; the diagonal is 0, because no point is its own neighbour.
    """
    others = np.array(squared, dtype=np.float64)
    np.fill_diagonal(others, np.inf)
    return gaussian_row(others, np.asarray(beta, dtype=np.float64))[0]


def perplexity_of(p: np.ndarray) -> np.ndarray:
    """Perplexity e^H of probabilities, one number for each row; 0 ln 0 counts as 0, its limit."""
    return np.exp(-xlogy(p, p).sum(axis=-1))


def search(squared: np.ndarray, perplexity: float, tolerance: float = 1e-6) -> tuple[np.ndarray, np.ndarray]:
    """Find every point's Gaussian and return its neighbours' probabilities.

    Newton's method on ln(beta), with bisection where it would leave the interval known to hold the answer.

    Parameters
    ----------
    squared : array (rows, n)
        Squared distances, infinite at the point itself.
    perplexity : float
    tolerance : float
        Largest error of an entropy, in nats.

    Returns
    -------
    p : array (rows, n)
    reached : array (rows,)
        The perplexity of each row. It is larger than asked for where more neighbours than that are exactly equally
        near: no Gaussian can tell them apart.
    """
    wanted = np.log(perplexity)
    finite = np.where(np.isfinite(squared), squared, np.nan)
    spread = np.nanmean(finite, axis=1) - np.nanmin(finite, axis=1)
    beta = 1 / np.where(spread > 0, spread, 1.0)
    low, high = np.zeros_like(beta), np.full_like(beta, np.inf)
    p, entropy = gaussian_row(squared, beta)
    for _ in range(STEPS):
        missing = entropy - wanted
        rows = np.flatnonzero(np.abs(missing) > tolerance)
        rows = rows[(high[rows] - low[rows] > 1e-14 * low[rows]) & (beta[rows] < 1e300)]
        if not len(rows):
            break
        wide = missing[rows] > 0
        low[rows[wide]], high[rows[~wide]] = beta[rows[wide]], beta[rows[~wide]]
        beta[rows] = _next(beta[rows], missing[rows], _slope(squared[rows], p[rows], beta[rows]), low[rows], high[rows])
        p[rows], entropy[rows] = gaussian_row(squared[rows], beta[rows])
    return p, np.exp(entropy)


def _slope(squared: np.ndarray, p: np.ndarray, beta: np.ndarray) -> np.ndarray:
    """dH / d ln(beta) = -beta^2 times the variance of the squared distance under p."""
    beyond = squared - squared.min(axis=1, keepdims=True)
    beyond[np.isinf(beyond)] = 0
    mean = np.einsum("ij,ij->i", p, beyond)
    return -np.square(beta) * (np.einsum("ij,ij,ij->i", p, beyond, beyond) - np.square(mean))


def _next(beta: np.ndarray, missing: np.ndarray, slope: np.ndarray, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """One step of Newton's method, or half of the interval (or twice beta, as long as it is open) instead."""
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        newton = beta * np.exp(np.clip(-missing / slope, -3, 3))
        middle = np.where(np.isinf(high), 4 * beta, np.where(low > 0, np.sqrt(low) * np.sqrt(high), high / 4))
    inside = np.isfinite(newton) & (newton > low) & (newton < high)
    return np.where(inside, newton, middle)
