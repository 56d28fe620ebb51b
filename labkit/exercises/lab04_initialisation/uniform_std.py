"""How widely a uniform distribution spreads."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional.signal import uniform_std


def _ranges(rng: np.random.Generator) -> list[Probe]:
    def number(low: float, high: float) -> float:
        return float(np.round(rng.uniform(low, high), 2))

    limit = number(0.1, 0.4)
    return [
        Probe(-1.0, 1.0, label="Report B's range"),
        Probe(-limit, limit, label="a narrower one, with its middle at 0"),
        Probe(0.0, number(1.2, 1.9), label="no negative numbers"),
        Probe(number(2, 4), number(5, 9), label="far from 0"),
        Probe(number(-9, -6), number(-3, 0.5), label="mostly negative"),
    ]


_MIDDLE = "How far numbers spread does not depend on where their middle is."

UNIFORM_STD = Exercise(
    id="04.uniform_std",
    name="uniform_std",
    title="The spread of a uniform distribution",
    points=1,
    reference=uniform_std,
    probes=_ranges,
    rtol=1e-5,
    misconceptions=[
        Misconception(
            "range",
            lambda low, high: high - low,
            "That is the whole range. Most numbers lie much closer to the middle than its ends do.",
        ),
        Misconception(
            "limit taken for the std",
            lambda low, high: (high - low) / 2,
            "That is the largest distance from the middle. The standard deviation is a kind of *average* distance.",
        ),
        Misconception("upper limit", lambda low, high: high, "That is the upper end. " + _MIDDLE),
        Misconception(
            "variance",
            lambda low, high: (high - low) ** 2 / 12,
            "That is the variance, the mean *square* of the distance. One step is missing.",
        ),
        Misconception(
            "root of the twelve forgotten",
            lambda low, high: (high - low) / 12,
            "The variance has a square on top and 12 below. You took the root of only one of them.",
        ),
        Misconception(
            "root of the range",
            lambda low, high: np.sqrt((high - low) / 12),
            "You took the root of (high - low)/12; in the variance, high - low is squared.",
        ),
        Misconception(
            "root of the range over 12",
            lambda low, high: np.sqrt(high - low) / 12,
            "The root stands at the wrong place: it belongs to the 12. Doubling the range must double the spread.",
        ),
        Misconception(
            "three for twelve",
            lambda low, high: (high - low) / np.sqrt(3),
            "For a range from -h to h the standard deviation is h/sqrt(3). How long is that range?",
        ),
        Misconception(
            "six for twelve",
            lambda low, high: (high - low) / np.sqrt(6),
            "Close: work out the mean square distance from the middle once more. Over which length do you average?",
        ),
        Misconception(
            "variance of the half-width",
            lambda low, high: (high - low) ** 2 / 3,
            "Two things: h^2/3 is a variance, and h is half of high - low.",
        ),
        Misconception(
            "always for the range -1 to 1",
            lambda low, high: 1 / np.sqrt(3),
            "Right for -1 to 1, Report B's range. What do `low` and `high` change?",
        ),
        Misconception(
            "not divided by the length",
            lambda low, high: np.sqrt((high**3 - low**3) / 3),
            "You integrated u squared from low to high. A mean is the integral divided by the length of the range; "
            "and the distances are measured from the middle, not from 0.",
        ),
        Misconception(
            "upper limit over root 3", lambda low, high: high / np.sqrt(3), "Right when the middle is at 0. " + _MIDDLE
        ),
        Misconception(
            "sum of the limits",
            lambda low, high: (high + low) / np.sqrt(12),
            "The length of the range is a difference, not a sum.",
        ),
        Misconception("mean", lambda low, high: (high + low) / 2, "That is the middle of the range, its mean."),
        Misconception(
            "root mean square",
            lambda low, high: np.sqrt((high**2 + low * high + low**2) / 3),
            "You measure distances from 0. The standard deviation measures them from the mean.",
        ),
        Misconception(
            "a quarter",
            lambda low, high: (high - low) / 4,
            "A quarter is the *mean* distance from the middle. Square the distances before you average them.",
        ),
        Misconception(
            "a third",
            lambda low, high: (high - low) / 3,
            "No root is left in your answer: average the squared distance, then take the root of everything.",
        ),
        Misconception(
            "std of the two ends",
            lambda low, high: (high - low) / np.sqrt(2),
            "You took the spread of the two numbers `low` and `high` alone, with n - 1 below. All numbers between "
            "them count too.",
        ),
        Misconception(
            "sixth under the root",
            lambda low, high: np.sqrt((high - low) / 6),
            "Square the half-width *before* you divide by 3: doubling the range must double the spread.",
        ),
    ],
)
