"""What a change has earned: the mean of paired differences, and how much they scatter."""

from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab10_putting_it_together.slips_in_spreads import SLIPS_IN_SPREADS
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.search import paired_gain

UNPAIRED = (
    "Your spread treats the two lists as strangers. But run 3 of the one and run 3 of the other began with the same "
    "weights: a lucky start helped both. Where does that luck go in a difference?"
)
SPREAD_OF = "Your spread is that of one of the two lists. How much does the *gain* differ from seed to seed?"
ONE_LESS = (
    "The mean is right, the spread a little small. How many seeds can deviate freely from a mean that was computed "
    "from them?"
)
BEST = "You compare the two best runs. The more seeds one tries, the better the best gets; what says the middle?"


def _accuracies(rng: np.random.Generator) -> list[Probe]:
    """Pairs of runs; what a seed is worth is larger than what the change is worth."""

    def pairs(seeds: int, gain: float, luck: float = 0.1) -> tuple[np.ndarray, np.ndarray]:
        base = 0.6 + luck * rng.normal(size=seeds)
        return base, base + gain + 0.02 * rng.normal(size=seeds)

    return [
        Probe(*pairs(5, 0.05), label="five seeds"),
        Probe(*pairs(7, -0.03), label="a change that does harm"),
        Probe(*pairs(2, 0.1), label="two seeds"),
        Probe(*pairs(10, 0.0), label="a change that is worth nothing"),
        Probe(*pairs(4, 0.2, luck=0.01), label="a change that is worth more than luck"),
        Probe(np.array([0.2, 0.9, 0.5]), np.array([0.8, 0.3, 0.55]), label="good runs become bad, and bad ones good"),
    ]


def _pair(function: Any, base: np.ndarray, changed: np.ndarray) -> Any:
    """What the function returns; two numbers in an array are as good as in a tuple."""
    value = function(base, changed)
    return tuple(value) if isinstance(value, np.ndarray) and value.shape == (2,) else value


def _mean(base: np.ndarray, changed: np.ndarray) -> float:
    return np.mean(changed - base)


def _std(values: np.ndarray) -> float:
    return np.std(values, ddof=1)


GAIN = Exercise(
    id="10.gain",
    name="gain",
    title="What a change has earned",
    points=2,
    reference=paired_gain,
    probes=_accuracies,
    call=_pair,
    misconceptions=[
        Misconception(
            "base minus changed",
            lambda base, changed: (np.mean(base - changed), _std(base - changed)),
            "A change that helps comes out negative. Which of the two is subtracted from which?",
        ),
        Misconception("divided by n", lambda base, changed: (_mean(base, changed), np.std(changed - base)), ONE_LESS),
        Misconception(
            "unpaired, root of the sum",
            lambda base, changed: (_mean(base, changed), np.sqrt(np.var(base, ddof=1) + np.var(changed, ddof=1))),
            UNPAIRED,
        ),
        Misconception(
            "unpaired, root of the sum, divided by n",
            lambda base, changed: (_mean(base, changed), np.sqrt(np.var(base) + np.var(changed))),
            UNPAIRED,
        ),
        Misconception(
            "unpaired, difference of the spreads",
            lambda base, changed: (_mean(base, changed), _std(changed) - _std(base)),
            "Your spread is the difference of two spreads, which may even be negative. How much does the *gain* differ "
            "from seed to seed?",
        ),
        Misconception(
            "unpaired, difference of the spreads, divided by n",
            lambda base, changed: (_mean(base, changed), np.std(changed) - np.std(base)),
            "Your spread is the difference of two spreads, which may even be negative. How much does the *gain* differ "
            "from seed to seed?",
        ),
        Misconception(
            "unpaired, distance of the spreads",
            lambda base, changed: (_mean(base, changed), abs(_std(changed) - _std(base))),
            "Your spread is the difference of two spreads: it is 0 where both scatter alike, however they scatter. How "
            "much does the *gain* differ from seed to seed?",
        ),
        Misconception(
            "changed alone",
            lambda base, changed: (np.mean(changed), _std(changed)),
            "That is how good the changed runs are. How much *better* than the others are they?",
        ),
        Misconception(
            "unpaired, sum of the spreads",
            lambda base, changed: (_mean(base, changed), _std(changed) + _std(base)),
            UNPAIRED,
        ),
        Misconception(
            "unpaired, standard error",
            lambda base, changed: (
                _mean(base, changed),
                np.sqrt((np.var(base, ddof=1) + np.var(changed, ddof=1)) / len(base)),
            ),
            UNPAIRED,
        ),
        Misconception(
            "spread of the changed runs",
            lambda base, changed: (_mean(base, changed), _std(changed)),
            SPREAD_OF,
        ),
        Misconception(
            "spread of the changed runs, divided by n",
            lambda base, changed: (_mean(base, changed), np.std(changed)),
            SPREAD_OF,
        ),
        Misconception("spread of the base", lambda base, changed: (_mean(base, changed), _std(base)), SPREAD_OF),
        Misconception(
            "spread of all runs",
            lambda base, changed: (_mean(base, changed), _std(np.concatenate([base, changed]))),
            UNPAIRED,
        ),
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
            "sorted first",
            lambda base, changed: (_mean(base, changed), _std(np.sort(changed) - np.sort(base))),
            "You sort both lists first. Then the best run of the one is paired with the best of the other, whatever "
            "their seeds were.",
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
            "range",
            lambda base, changed: (_mean(base, changed), np.ptp(changed - base)),
            "Your spread is from the smallest gain to the largest, which grows with the number of seeds. Take the "
            "standard deviation.",
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
        *SLIPS_IN_SPREADS,
    ],
)
