"""Squared distances between all points."""

from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab08_tsne.squared_distances_formula_mistakes import FORMULA_MISTAKES
from labkit.exercises.lab08_tsne.squared_distances_sum_mistakes import SUM_MISTAKES
from labkit.exercises.probe import Probe
from labkit.tsne import squared_distances


def _clouds(rng: np.random.Generator) -> list[Probe]:
    twins = rng.normal(size=(30, 3)).repeat(2, axis=0)
    twins[1::2] += 1e-9 * rng.normal(size=(30, 3))
    return [
        Probe(rng.integers(-4, 5, (3, 2)) + np.array([[0.5, 0], [0, 1.5], [2.25, 3]]), label="three points of a plane"),
        Probe(rng.normal(size=(6, 3)), label="six points with three features"),
        Probe(rng.normal(size=(4, 7)) + 2, label="more features than points, away from the origin"),
        Probe(rng.uniform(0, 1, (5, 5)), label="as many points as features"),
        Probe(
            twins + 5,
            label="every point nearly twice, away from the origin: rounding must not make a distance negative",
        ),
        Probe(rng.normal(size=(1, 4)), label="a single point"),
    ]


def _right(got: np.ndarray, expected: np.ndarray, x: np.ndarray) -> Any:
    """Not negative, which a comparison with a tolerance would overlook; a root of -1e-10 is not a number."""
    return np.isclose(got, expected, rtol=1e-6, atol=1e-6) & (got >= 0)


SQUARED_DISTANCES = Exercise(
    id="08.squared_distances",
    name="squared_distances",
    title="All distances at once",
    points=2,
    reference=squared_distances,
    probes=_clouds,
    rtol=1e-6,
    atol=1e-6,
    accept=_right,
    misconceptions=[*FORMULA_MISTAKES, *SUM_MISTAKES],
)
