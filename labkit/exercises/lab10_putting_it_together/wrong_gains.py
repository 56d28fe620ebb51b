"""Answers whose gain itself is not the mean of the differences, or not in points."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.misconception import Misconception

BEST = "You compare the two best runs. The more seeds one tries, the better the best gets; what says the middle?"
ROUNDED = "Nearly: your numbers are rounded. Round where they are printed, not where others go on computing with them."


def _mean(base: np.ndarray, changed: np.ndarray) -> float:
    return np.mean(changed - base)


def _rounded(digits: int) -> Callable:
    return lambda base, changed: (np.round(np.mean(changed - base), digits), np.round(_std(changed - base), digits))


def _std(values: np.ndarray) -> float:
    return np.std(values, ddof=1)


def _divided_by_one_less(gains: np.ndarray) -> tuple:
    mean = np.sum(gains) / (len(gains) - 1)
    return mean, np.sqrt(np.sum((gains - mean) ** 2) / (len(gains) - 1))


def _of_some(gains: np.ndarray) -> tuple:
    """Mean and spread of the gains that are left, nan where one alone has no spread."""
    return np.mean(gains), _std(gains) if len(gains) > 1 else np.nan


WRONG_GAINS = [
    Misconception(
        "base minus changed",
        lambda base, changed: (np.mean(base - changed), _std(base - changed)),
        "A change that helps comes out negative. Which of the two is subtracted from which?",
    ),
    Misconception(
        "changed alone",
        lambda base, changed: (np.mean(changed), _std(changed)),
        "That is how good the changed runs are. How much *better* than the others are they?",
    ),
    Misconception(
        "per cent",
        lambda base, changed: (100 * _mean(base, changed), 100 * _std(changed - base)),
        "In per cent. The accuracies come as shares, and the gain should leave as one, too.",
    ),
    Misconception(
        "relative",
        lambda base, changed: (np.mean(changed / base - 1), _std(changed / base - 1)),
        "You divide by the base: 10 % to 20 % would be a gain of 100 %. Wanted are points of accuracy, a difference.",
    ),
    Misconception(
        "relative, of the means",
        lambda base, changed: (np.mean(changed) / np.mean(base) - 1, _std(changed / base)),
        "You divide by the base: 10 % to 20 % would be a gain of 100 %. Wanted are points of accuracy, a difference.",
    ),
    Misconception(
        "ratio of the means",
        lambda base, changed: (np.mean(changed) / np.mean(base), _std(changed / base)),
        "You divide, so a change that is worth nothing gets a 1. Wanted are points of accuracy, a difference.",
    ),
    Misconception(
        "mean divided by n - 1",
        lambda base, changed: _divided_by_one_less(changed - base),
        "Your mean is too far from 0: you divide its sum by n - 1. That belongs into the spread, and to the squares; a mean "
        "divides by all.",
    ),
    Misconception(
        "first seed left out",
        lambda base, changed: _of_some((changed - base)[1:]),
        "Your loop leaves the first seed out. From which number do seeds count here?",
    ),
    Misconception(
        "last seed left out",
        lambda base, changed: _of_some((changed - base)[:-1]),
        "Your loop leaves the last seed out. Where does it end?",
    ),
    Misconception("best runs", lambda base, changed: (np.max(changed) - np.max(base), _std(changed - base)), BEST),
    Misconception("largest gain", lambda base, changed: (np.max(changed - base), _std(changed - base)), BEST),
    Misconception(
        "median",
        lambda base, changed: (np.median(changed - base), _std(changed - base)),
        "The median is a fair middle, but the text asks for the mean.",
    ),
    Misconception(
        "absolute",
        lambda base, changed: (np.mean(np.abs(changed - base)), _std(np.abs(changed - base))),
        "You take away the sign: a change that does harm in every run would be praised.",
    ),
    Misconception(
        "absolute mean",
        lambda base, changed: (np.mean(np.abs(changed - base)), _std(changed - base)),
        "You take away the sign: a change that does harm in every run would be praised.",
    ),
    Misconception(
        "spread first",
        lambda base, changed: (_std(changed - base), _mean(base, changed)),
        "Both numbers are right, and they have changed places: the mean comes first.",
    ),
    Misconception(
        "mean alone",
        lambda base, changed: _mean(base, changed),
        "One number comes back, the mean. Two are asked for: without the spread nobody knows what it is worth.",
    ),
    Misconception(
        "all differences",
        lambda base, changed: changed - base,
        "You return the differences themselves. What is their mean, and how much do they scatter?",
    ),
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
