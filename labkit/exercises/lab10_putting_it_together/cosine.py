"""The cosine rate with warm-up."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab10_putting_it_together.schedules import right_rate
from labkit.exercises.lab10_putting_it_together.wrong_climbs import WRONG_CLIMBS
from labkit.exercises.lab10_putting_it_together.wrong_ends import WRONG_ENDS
from labkit.exercises.lab10_putting_it_together.wrong_shares import WRONG_SHARES
from labkit.exercises.lab10_putting_it_together.wrong_waves import WRONG_WAVES
from labkit.exercises.probe import Probe


def _whole_schedule(function, rate: float, steps: int, warmup: int, final: float) -> dict[str, np.ndarray]:
    """Rates of all updates, and of three more after the end: in parts, since each may be wrong in its own way."""
    rates = np.array([function(step, rate, steps, warmup, final) for step in range(steps + 3)], dtype=float)
    return {"warm-up": rates[:warmup], "cosine": rates[warmup:steps], "after the end": rates[steps:]}


def _schedules(rng: np.random.Generator) -> list[Probe]:
    rate = lambda: round(float(rng.uniform(0.3, 2.0)), 2)
    return [
        Probe(rate(), 20, 5, 0.0, label="20 updates, 5 of them warm-up; each entry is the rate of an update"),
        Probe(rate(), 13, 3, 0.1, label="with a final rate above 0"),
        Probe(rate(), 10, 0, 0.0, label="no warm-up"),
        Probe(rate(), 11, 0, 0.05, label="no warm-up, and a final rate above 0"),
        Probe(rate(), 12, 1, 0.02, label="a warm-up of one update"),
        Probe(rate(), 9, 8, 0.01, label="nothing but warm-up and one update"),
        Probe(rate(), 40, int(rng.integers(6, 15)), 0.2, label="a longer run"),
    ]


COSINE = Exercise(
    id="10.cosine",
    name="cosine_rate",
    title="A cosine rate with warm-up",
    points=3,
    reference=right_rate,
    probes=_schedules,
    call=_whole_schedule,
    misconceptions=[*WRONG_CLIMBS, *WRONG_WAVES, *WRONG_SHARES, *WRONG_ENDS],
)
