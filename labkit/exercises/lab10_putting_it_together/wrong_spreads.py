"""Slips on the way from the differences to their spread."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.misconception import Misconception

ONE_LESS = (
    "The mean is right, the spread a little small. How many seeds can deviate freely from a mean that was computed "
    "from them?"
)
ZERO = (
    "Your deviations are measured from 0: a change that earns the same in every run would seem to scatter. From which "
    "number does the formula measure them?"
)
ROOT = "Look at how far the root reaches: is the number of seeds under it, or outside?"
BRACKET = "Your n - 1 has come apart: without brackets only the n is divided by."
FIVE = "The number of seeds is fixed in your formula. How many are there in `base`?"
ERROR = (
    "That says how well the *mean* is known, and gets small by running more seeds. Wanted is how much the gain differs "
    "from one seed to the next."
)


def _mean(base: np.ndarray, changed: np.ndarray) -> float:
    return np.mean(changed - base)


def _with(spread: Callable[[np.ndarray], float]) -> Callable:
    """The right mean beside another spread of the differences."""

    def function(base: np.ndarray, changed: np.ndarray) -> tuple:
        return np.mean(changed - base), spread(changed - base)

    return function


def _squares(gains: np.ndarray) -> float:
    return np.sum((gains - np.mean(gains)) ** 2)


def _std(values: np.ndarray) -> float:
    return np.std(values, ddof=1)


WRONG_SPREADS = [
    Misconception("divided by n", lambda base, changed: (_mean(base, changed), np.std(changed - base)), ONE_LESS),
    Misconception(
        "standard error",
        lambda base, changed: (_mean(base, changed), _std(changed - base) / np.sqrt(len(base))),
        "You divide by the root of the number of seeds: that says how well the *mean* is known, and gets small by "
        "running more seeds. Wanted is how much the gain differs from one seed to the next.",
    ),
    Misconception(
        "variance",
        lambda base, changed: (_mean(base, changed), np.var(changed - base, ddof=1)),
        "Your spread is in squared points. What brings it back to points?",
    ),
    Misconception(
        "variance, divided by n",
        lambda base, changed: (_mean(base, changed), np.var(changed - base)),
        "Your spread is in squared points. What brings it back to points?",
    ),
    Misconception(
        "range",
        lambda base, changed: (_mean(base, changed), np.ptp(changed - base)),
        "Your spread is from the smallest gain to the largest, which grows with the number of seeds. Take the "
        "standard deviation.",
    ),
    Misconception(
        "deviations not squared",
        _with(lambda g: 0.0),
        "Your spread is 0, whatever the runs do: deviations from a mean add up to nothing. What does the formula do to each "
        "of them first?",
    ),
    Misconception("mean not taken off", _with(lambda g: np.sqrt(np.sum(g**2) / (len(g) - 1))), ZERO),
    Misconception("mean not taken off, divided by n", _with(lambda g: np.sqrt(np.mean(g**2))), ZERO),
    Misconception("root of the sum alone", _with(lambda g: np.sqrt(_squares(g)) / (len(g) - 1)), ROOT),
    Misconception(
        "not divided",
        _with(lambda g: np.sqrt(_squares(g))),
        "Your spread grows with every seed, because the squares are added up only. What turns a sum into a mean?",
    ),
    Misconception("sum of squares", _with(_squares), "The squared deviations are added up. Two steps are left to do."),
    Misconception("n - 1 without brackets", _with(lambda g: np.sqrt(abs(1 / len(g) - 1) * _squares(g))), BRACKET),
    Misconception("sum by n, less 1", _with(lambda g: np.sqrt(_squares(g) / len(g) - 1)), BRACKET),
    Misconception("1 by n, less the sum", _with(lambda g: np.sqrt(1 / len(g) - _squares(g))), BRACKET),
    Misconception("divided by n - 2", _with(lambda g: np.sqrt(_squares(g) / (len(g) - 2))), "You divide by n - 2."),
    Misconception(
        "five seeds always",
        lambda base, changed: (np.sum(changed - base) / 5, np.sqrt(_squares(changed - base) / 4)),
        FIVE,
    ),
    Misconception("five seeds always, spread", _with(lambda g: np.sqrt(_squares(g) / 4)), FIVE),
    Misconception(
        "mean distance from the mean",
        _with(lambda g: np.mean(np.abs(g - np.mean(g)))),
        "You average the distances from the mean. The formula squares them first, and takes the root at the end.",
    ),
    Misconception("standard error, by n", _with(lambda g: np.std(g) / np.sqrt(len(g))), ERROR),
    Misconception("95 %", _with(lambda g: 1.96 * _std(g) / np.sqrt(len(g))), ERROR),
    Misconception("95 %, by 2", _with(lambda g: 2 * _std(g) / np.sqrt(len(g))), ERROR),
    Misconception(
        "relative spread",
        _with(lambda g: _std(g) / np.mean(g)),
        "Your spread is divided by the mean gain, and has no limit where a change is worth nothing. Leave it in points.",
    ),
    Misconception("relative spread, by n", _with(lambda g: np.std(g) / np.mean(g)), "Do not divide by the mean gain."),
]
