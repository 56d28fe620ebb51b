"""Choosing by some images, judging by others: the score of a winner is worth nothing where it won."""

from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab10_putting_it_together.wrong_choices import WRONG_CHOICES
from labkit.exercises.lab10_putting_it_together.wrong_scores import WRONG_SCORES
from labkit.exercises.probe import Probe
from labkit.search import choose


def _scores(rng: np.random.Generator) -> list[Probe]:
    """Tables in which the practice and the held-out scores, the mean and the best run, have different winners."""

    def tables(recipes: int, seeds: int) -> tuple[np.ndarray, np.ndarray]:
        practice = 0.8 + 0.01 * rng.normal(size=(recipes, seeds))
        held_out = practice - 0.02 + 0.01 * rng.normal(size=(recipes, seeds))
        best, lucky, steady, worst, shown = rng.choice(recipes, 5, replace=False)
        practice[best] += 0.12
        practice[best, rng.integers(seeds)] -= 0.15
        practice[lucky] -= 0.25 / (seeds - 1)
        practice[lucky, rng.integers(seeds)] = 1.05
        practice[steady] += 0.03
        practice[worst] -= 0.2
        held_out[shown] += 0.25  # a winner on the held-out images only
        held_out[best, rng.integers(seeds)] -= 0.05
        return practice, held_out

    return [
        Probe(*tables(5, 3), label="five recipes, three seeds"),
        Probe(*tables(5, 7), label="more seeds than recipes"),
        Probe(*tables(12, 4), label="twelve recipes"),
        Probe(*tables(5, 5), label="as many seeds as recipes"),
        Probe(*tables(6, 8), label="eight seeds"),
        Probe(*_many_winners(rng), label="median, best run and mean have different winners"),
        Probe(*_most_seeds_won(rng), label="one recipe wins most seeds, another has the best mean"),
    ]


def _many_winners(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Every other way to choose takes another row than the third, which has the best mean."""
    practice = np.array(
        [
            [0.93, 0.93, 0.50],
            [0.88, 0.87, 0.86],
            [0.97, 0.90, 0.80],
            [0.99, 0.70, 0.60],
            [0.60, 0.70, 0.92],
            [0.71, 0.72, 0.70],
        ]
    )
    held_out = 0.75 + 0.02 * rng.normal(size=practice.shape)
    held_out[3] -= 0.1
    held_out[4] = practice[4] + 0.001  # nearest to its practice scores
    held_out[5] += 0.15
    return practice + 0.001 * rng.normal(size=practice.shape), held_out


def _most_seeds_won(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Row 3 wins three of seven seeds, row 1 has the best median, and row 2 the best mean."""
    practice = np.array(
        [
            [0.70, 0.71, 0.72, 0.70, 0.71, 0.72, 0.70],
            [0.90, 0.90, 0.90, 0.90, 0.90, 0.90, 0.90],
            [0.88, 0.88, 0.88, 0.88, 0.99, 0.99, 0.88],
            [0.95, 0.95, 0.95, 0.50, 0.50, 0.50, 0.50],
        ]
    )
    held_out = 0.75 + 0.02 * rng.normal(size=practice.shape) + [[0.0], [0.0], [0.0], [0.04]]
    return practice + 0.001 * rng.normal(size=practice.shape), held_out


def _pair(function: Any, practice: np.ndarray, held_out: np.ndarray) -> Any:
    """What the function returns; two numbers in an array are as good as in a tuple."""
    value = function(practice, held_out)
    return tuple(value) if isinstance(value, np.ndarray) and value.shape == (2,) else value


CHOOSE = Exercise(
    id="10.choose",
    name="choose",
    title="Choose by some images, judge by others",
    points=2,
    reference=choose,
    probes=_scores,
    call=_pair,
    misconceptions=[*WRONG_CHOICES, *WRONG_SCORES],
)
