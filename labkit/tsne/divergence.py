r"""What t-SNE makes small: the Kullback-Leibler divergence of the picture's affinities from the data's.

.. math:: \mathrm{KL}(P \Vert Q) = \sum_{i \ne j} p_{ij} \ln \frac{p_{ij}}{q_{ij}}, \qquad
          \frac{\partial\, \mathrm{KL}}{\partial y_i} = 4 \sum_j (p_{ij} - q_{ij})\, w_{ij}\, (y_i - y_j)

Every pair is a spring: it pulls where the data want two points closer than they are (p > q), and pushes where they
are too close. Van der Maaten and Hinton (2008), equation 5 and appendix A.
"""

import numpy as np
from scipy.special import xlogy

from labkit.tsne.affinities import student_weights
from labkit.tsne.distances import squared_distances

ROWS = 256  # taken at a time


def kl_divergence(p: np.ndarray, y: np.ndarray) -> float:
    """KL(P || Q) in nats, for P (n, n) and points ``y`` (n, dimensions); pairs with p = 0 count nothing.

    As ln q = ln w - ln(sum of w), the sum can be taken a block of rows at a time, without Q in memory.
    """
    n, total, divergence = len(y), 0.0, 0.0
    for start in range(0, n, ROWS):
        rows = slice(start, min(start + ROWS, n))
        ratio = 1 + squared_distances(y[rows], y)  # 1 / w
        total += np.sum(1 / ratio) - len(ratio)  # without the points themselves
        ratio *= p[rows]
        divergence += np.sum(xlogy(p[rows], ratio))
    return float(divergence + np.log(total) * p.sum())


def kl_gradient(p: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Gradient of :func:`kl_divergence` with respect to ``y``, array (n, dimensions)."""
    weights = student_weights(y)
    springs = (p - weights / weights.sum()) * weights
    return 4 * (springs.sum(axis=1, keepdims=True) * y - springs @ y)
