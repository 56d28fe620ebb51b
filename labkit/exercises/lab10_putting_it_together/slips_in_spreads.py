"""Slips on the way from the differences to their spread."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.misconception import Misconception


def _with(spread: Callable[[np.ndarray], float]) -> Callable:
    """The right mean beside another spread of the differences."""

    def function(base: np.ndarray, changed: np.ndarray) -> tuple:
        return np.mean(changed - base), spread(changed - base)

    return function


def _squares(gains: np.ndarray) -> float:
    return np.sum((gains - np.mean(gains)) ** 2)


def _all_pairs(base: np.ndarray, changed: np.ndarray) -> np.ndarray:
    return np.subtract.outer(changed, base)


def _rounded(digits: int) -> Callable:
    return lambda base, changed: (np.round(np.mean(changed - base), digits), np.round(_std(changed - base), digits))


def _std(gains: np.ndarray) -> float:
    return np.std(gains, ddof=1)


ZERO = (
    "Your deviations are measured from 0: a change that earns the same in every run would seem to scatter. From which "
    "number does the formula measure them?"
)
ROOT = "Look at how far the root reaches: is the number of seeds under it, or outside?"
BRACKET = "Your n - 1 has come apart: without brackets only the n is divided by."
FIVE = "The number of seeds is fixed in your formula. How many are there in `base`?"
STRANGERS = (
    "You subtract every base run from every changed run. Only runs with the same seed have their luck in common."
)
ERROR = (
    "That says how well the *mean* is known, and gets small by running more seeds. Wanted is how much the gain differs "
    "from one seed to the next."
)
ROUNDED = "Nearly: your numbers are rounded. Round where they are printed, not where others go on computing with them."

SLIPS_IN_SPREADS = [
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
    Misconception(
        "every run with every run",
        lambda base, changed: (np.mean(changed) - np.mean(base), _std(_all_pairs(base, changed))),
        STRANGERS,
    ),
    Misconception(
        "every run with every run, by n",
        lambda base, changed: (np.mean(changed) - np.mean(base), np.std(_all_pairs(base, changed))),
        STRANGERS,
        same_as=("unpaired, root of the sum, divided by n",),
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
    Misconception("rounded to points", _rounded(2), ROUNDED),
    Misconception("rounded to tenths of points", _rounded(3), ROUNDED),
    Misconception("rounded to four digits", _rounded(4), ROUNDED),
    Misconception(
        "mean of both",
        lambda base, changed: (np.mean(base + changed) / 2, _std((base + changed) / 2)),
        "That is how good both are on average. By how much is the one better than the other?",
    ),
    Misconception(
        "gains summed",
        lambda base, changed: (np.sum(changed - base), _std(changed - base)),
        "The spread is right. The first number adds up what the seeds gained; the mean is asked for.",
    ),
]
