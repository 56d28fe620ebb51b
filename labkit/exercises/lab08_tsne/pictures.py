"""What the exercises about the picture are asked: points of a plane, and affinities that they are to have."""

import numpy as np

from labkit.exercises.lab08_tsne.rows import cloud
from labkit.exercises.probe import Probe
from labkit.tsne import conditional_probabilities, joint_probabilities


def total(weights: np.ndarray) -> np.ndarray:
    """Weights over their sum."""
    return weights / weights.sum()


def over_rows(weights: np.ndarray) -> np.ndarray:
    """Weights over the sum of their row."""
    return weights / weights.sum(axis=1, keepdims=True)


def student(distances: np.ndarray) -> np.ndarray:
    """1 / (1 + distances), 0 on the diagonal."""
    weights = 1 / (1 + distances)
    np.fill_diagonal(weights, 0)
    return weights


def points(rng: np.random.Generator) -> list[Probe]:
    """Positions in a picture."""
    return [
        Probe(np.array([[0.0, 0], [3, 4], [0, 1]]), label="three points of a plane"),
        Probe(rng.normal(size=(6, 2)), label="six points"),
        Probe(20 * rng.normal(size=(8, 2)), label="far apart, as at the end of a run"),
        Probe(1e-4 * rng.normal(size=(5, 2)), label="all close together, as at the start"),
        Probe(rng.normal(size=(7, 3)), label="a picture in three dimensions"),
    ]


def springs(rng: np.random.Generator) -> list[Probe]:
    """P and positions."""

    def p(n: int) -> np.ndarray:
        return joint_probabilities(conditional_probabilities(cloud(rng, n), rng.uniform(0.3, 2, n)))

    return [
        Probe(total(np.round(p(3), 2)), np.array([[0.0, 0], [1, 0], [0, 2]]), label="three points of a plane"),
        Probe(p(6), rng.normal(size=(6, 2)), label="six points"),
        Probe(p(9), 3 * rng.normal(size=(9, 2)) + 5, label="nine points away from the origin"),
        Probe(p(5), 0.1 * rng.normal(size=(5, 2)), label="close together, as early in a run"),
        Probe(p(7), rng.normal(size=(7, 3)), label="a picture in three dimensions"),
    ]
