"""Schedules that are right up to the last update, and wrong after it."""

import math

from labkit.exercises.lab10_putting_it_together.schedules import half_wave, right_rate, with_warmup
from labkit.exercises.misconception import Misconception


def _nothing_after(step: int, rate: float, steps: int, warmup: int, final: float) -> float | None:
    if step >= steps:
        return None
    return rate * (step + 1) / warmup if step < warmup else half_wave(step, rate, steps, warmup, final)


WRONG_ENDS = [
    Misconception(
        "climbs again after the end",
        with_warmup(lambda s, rate, final: final + (rate - final) * (1 + math.cos(math.pi * s)) / 2, free=True),
        "Right up to the last update. Afterwards your rate climbs again, since a cosine is periodic; it should stay at "
        "its end.",
    ),
    Misconception(
        "rate 0 after the end",
        lambda step, rate, steps, warmup, final: (
            0.0
            if step >= steps
            else with_warmup(lambda s, r, f: f + (r - f) * (1 + math.cos(math.pi * s)) / 2)(
                step, rate, steps, warmup, final
            )
        ),
        "After the last update your rate is 0. It should stay at the final rate.",
    ),
    Misconception(
        "full rate after the end",
        lambda step, rate, steps, warmup, final: (
            rate if step >= steps else right_rate(step, rate, steps, warmup, final)
        ),
        "After the last update your rate is back at its top. Which rate does the third line give?",
    ),
    Misconception(
        "nothing after the end",
        _nothing_after,
        "Right up to the last update. Afterwards your function returns nothing. Which rate does the third line give?",
    ),
    Misconception(
        "begins again",
        lambda step, rate, steps, warmup, final: right_rate(step % steps, rate, steps, warmup, final),
        "After the last update your rate begins again with the warm-up. It should stay at its end. (There are schedules "
        "that begin again, and this is none.)",
    ),
    Misconception(
        "all rates at once",
        lambda step, rate, steps, warmup, final: [
            rate * (i + 1) / warmup if i < warmup else half_wave(i, rate, steps, warmup, final) for i in range(steps)
        ],
        "You return the rates of all updates. Asked for is the rate of one of them, `step`.",
    ),
]
