"""Spreads of two heaps of runs, in which nobody knows any more which two belong together."""

import numpy as np

from labkit.exercises.misconception import Misconception

UNPAIRED = (
    "Your spread treats the two lists as strangers. But run 3 of the one and run 3 of the other began with the same "
    "weights: a lucky start helped both. Where does that luck go in a difference?"
)
SPREAD_OF = "Your spread is that of one of the two lists. How much does the *gain* differ from seed to seed?"
STRANGERS = (
    "You subtract every base run from every changed run. Only runs with the same seed have their luck in common."
)


def _mean(base: np.ndarray, changed: np.ndarray) -> float:
    return np.mean(changed - base)


def _all_pairs(base: np.ndarray, changed: np.ndarray) -> np.ndarray:
    return np.subtract.outer(changed, base)


def _std(values: np.ndarray) -> float:
    return np.std(values, ddof=1)


UNPAIRED_SPREADS = [
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
        "unpaired, root of the mean variance",
        lambda base, changed: (_mean(base, changed), np.sqrt((np.var(base, ddof=1) + np.var(changed, ddof=1)) / 2)),
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
        "sorted first",
        lambda base, changed: (_mean(base, changed), _std(np.sort(changed) - np.sort(base))),
        "You sort both lists first. Then the best run of the one is paired with the best of the other, whatever "
        "their seeds were.",
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
]
