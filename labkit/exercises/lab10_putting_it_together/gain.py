"""What a change has earned: the mean of paired differences, and how much they scatter."""

from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab10_putting_it_together.unpaired_spreads import UNPAIRED_SPREADS
from labkit.exercises.lab10_putting_it_together.wrong_gains import WRONG_GAINS
from labkit.exercises.lab10_putting_it_together.wrong_spreads import WRONG_SPREADS
from labkit.exercises.probe import Probe
from labkit.search import paired_gain


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


GAIN = Exercise(
    id="10.gain",
    name="gain",
    title="What a change has earned",
    points=2,
    reference=paired_gain,
    probes=_accuracies,
    call=_pair,
    atol=1e-8,
    misconceptions=[*UNPAIRED_SPREADS, *WRONG_GAINS, *WRONG_SPREADS],
)
