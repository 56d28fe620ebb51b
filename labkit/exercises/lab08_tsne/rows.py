"""What the exercises about neighbours are asked: points with their squared distances, and rows of probabilities."""

import numpy as np

from labkit.exercises.probe import Probe
from labkit.tsne import conditional_probabilities, squared_distances


def cloud(rng: np.random.Generator, n: int) -> np.ndarray:
    """Squared distances between points of which some lie closer together than others."""
    return squared_distances(rng.normal(size=(n, 3)) * rng.uniform(0.4, 1.6, (n, 1)))


def far_apart(rng: np.random.Generator) -> np.ndarray:
    """Squared distances of six points far from one another, and of the last one farther still."""
    lift = np.full((6, 6), 1000.0)
    lift[-1] = lift[:, -1] = 21000
    np.fill_diagonal(lift, 0)
    return lift + 400 * cloud(rng, 6)


def distances(rng: np.random.Generator) -> list[Probe]:
    """Squared distances and a precision for each point."""
    return [
        Probe(np.round(cloud(rng, 4), 2), np.array([0.5, 1.0, 2.0, 0.25]), label="four points"),
        Probe(cloud(rng, 7), rng.uniform(0.2, 2, 7), label="seven points, each with a beta of its own"),
        Probe(cloud(rng, 6), np.full(6, 0.7), label="one beta for all"),
        Probe(cloud(rng, 5), np.full(5, 1e-4), label="very wide Gaussians: nearly equal shares"),
        Probe(
            far_apart(rng),
            rng.uniform(1, 3, 6),
            label="pixels: far neighbours, where exp(-beta d²) underflows to 0 for all of them",
        ),
    ]


def probabilities(rng: np.random.Generator) -> list[Probe]:
    """Rows of probabilities, with zeros and without."""
    three = np.zeros((4, 6))
    for row, count in zip(three, (1, 2, 3, 5), strict=True):
        row[rng.choice(6, count, replace=False)] = 1 / count
    return [
        Probe(rng.dirichlet(np.ones(5), 3), label="three rows of five probabilities"),
        Probe(three, label="a fair choice among 1, 2, 3 and 5 neighbours: the others have probability 0"),
        Probe(
            conditional_probabilities(cloud(rng, 8), rng.uniform(0.3, 3, 8)), label="neighbours, with a diagonal of 0"
        ),
        Probe(rng.dirichlet(np.full(9, 0.3), 2), label="a few large probabilities and many small ones"),
    ]


def conditionals(rng: np.random.Generator) -> list[Probe]:
    """Conditional probabilities: rows add up to 1, zeros on the diagonal, not symmetric."""
    return [
        Probe(np.array([[0, 0.2, 0.8], [0.5, 0, 0.5], [1.0, 0, 0]]), label="three points"),
        *(
            Probe(conditional_probabilities(cloud(rng, n), rng.uniform(0.3, 2, n)), label=f"{n} points")
            for n in (4, 7, 11)
        ),
    ]
