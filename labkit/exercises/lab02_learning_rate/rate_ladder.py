"""The ladder of rates, each a factor above the one before."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.range_test import rate_ladder


def ladder_probes(rng: np.random.Generator) -> list[Probe]:
    """Ladders over one and over many powers of ten, and the shortest there is."""
    return [
        Probe(1e-3, 10.0, 9, label="four powers of ten"),
        Probe(float(rng.uniform(0.01, 0.05)), float(rng.uniform(1.0, 3.0)), 6, label="odd ends"),
        Probe(0.5, 2.0, 3, label="three rates: the middle one is the geometric mean"),
        Probe(1e-4, 1e-1, 2, label="two rates: the ends themselves"),
        Probe(2.0, 2.0, 4, label="both ends equal"),
    ]


RATE_LADDER = Exercise(
    id="02.rate_ladder",
    name="rate_ladder",
    title="Rates that rise by a factor",
    points=1,
    reference=rate_ladder,
    probes=ladder_probes,
    misconceptions=[
        Misconception(
            "equal differences",
            lambda low, high, steps: np.linspace(low, high, steps),
            "Your rates rise by the same *amount*. Between 0.001 and 10 nearly all of them are then above 0.1, and the small ones are never tried. "
            "They must rise by the same *factor*.",
        ),
        Misconception(
            "upper end left out",
            lambda low, high, steps: low * (high / low) ** (np.arange(steps) / steps),
            "Your ladder stops one rung before `high`. With both ends included, `steps` rates have one gap fewer than that between them.",
        ),
        Misconception(
            "lower end left out",
            lambda low, high, steps: low * (high / low) ** (np.arange(1, steps + 1) / steps),
            "Your ladder starts one rung above `low`. What is the first value of i?",
        ),
        Misconception(
            "ends taken for exponents",
            lambda low, high, steps: np.logspace(low, high, steps),
            "`np.logspace` takes *powers of ten* as its ends: it starts at 10 to the `low`. You have the rates themselves.",
        ),
        Misconception(
            "natural exponents",
            lambda low, high, steps: np.exp(np.linspace(low, high, steps)),
            "You use the rates themselves as exponents. The logarithms of the rates are what rises evenly.",
        ),
        Misconception(
            "logarithms returned",
            lambda low, high, steps: np.linspace(np.log10(low), np.log10(high), steps),
            "These rise evenly, as the logarithms of the rates should. One step is left: back from logarithms to rates.",
        ),
        Misconception(
            "natural logarithms returned",
            lambda low, high, steps: np.linspace(np.log(low), np.log(high), steps),
            "These rise evenly, as the logarithms of the rates should. One step is left: back from logarithms to rates.",
        ),
        Misconception(
            "bases mixed",
            lambda low, high, steps: np.exp(np.linspace(np.log10(low), np.log10(high), steps)),
            "You take logarithms to one base and undo them with another. `np.log` belongs to `np.exp`, `np.log10` to powers of ten.",
        ),
        Misconception(
            "falling",
            lambda low, high, steps: high * (low / high) ** (np.arange(steps) / (steps - 1)),
            "Your ladder comes down from `high` to `low`. A range test must begin where nothing can go wrong.",
        ),
        Misconception(
            "whole factor every step",
            lambda low, high, steps: low * (high / low) ** np.arange(steps),
            "Each of your steps multiplies by the whole of high / low, so that the second rate is already `high`. The factor must be shared out over the steps.",
        ),
        Misconception(
            "one rate too many",
            lambda low, high, steps: low * (high / low) ** (np.arange(steps + 1) / steps),
            "You return one rate more than asked for. `steps` counts the rates, not the gaps between them.",
        ),
    ],
)
