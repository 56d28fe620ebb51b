"""The cosine rate with brackets, divisions and returns in the wrong place."""

import math
from collections.abc import Callable

from labkit.exercises.lab10_putting_it_together.more_cosines import half_wave
from labkit.exercises.misconception import Misconception


def _share(share: Callable[[int, int, int], float]) -> Callable:
    """Another share of the way, with the right warm-up and the right end."""

    def function(step: int, rate: float, steps: int, warmup: int, final: float) -> float:
        if step < warmup:
            return rate * (step + 1) / warmup
        if step >= steps:
            return final
        return final + (rate - final) * (1 + math.cos(math.pi * share(step, steps, warmup))) / 2

    return function


def _warmup(climb: Callable[[int, float, int], float]) -> Callable:
    """Another warm-up, before the right wave."""

    def function(step: int, rate: float, steps: int, warmup: int, final: float) -> float:
        return climb(step, rate, warmup) if step < warmup else half_wave(step, rate, steps, warmup, final)

    return function


def _always_divided(step: int, rate: float, steps: int, warmup: int, final: float) -> float:
    climb = rate * (step + 1) / warmup
    return climb if step < warmup else half_wave(step, rate, steps, warmup, final)


def _too_long(step: int, rate: float, steps: int, warmup: int, final: float) -> float:
    return rate * (step + 1) / warmup if step <= warmup else half_wave(step, rate, steps, warmup, final)


def _nothing_after(step: int, rate: float, steps: int, warmup: int, final: float) -> float | None:
    if step >= steps:
        return None
    return rate * (step + 1) / warmup if step < warmup else half_wave(step, rate, steps, warmup, final)


def _angle_outside(step: int, rate: float, steps: int, warmup: int, final: float) -> float:
    if step < warmup:
        return rate * (step + 1) / warmup
    s = min(1.0, (step - warmup) / (steps - warmup))
    return final + (rate - final) * (1 + math.cos(math.pi) * s) / 2


BRACKETS = (
    "Look at the share s with `step` = `warmup`, where it should be 0, and `step` = `steps`, where it should be 1: are "
    "both differences in brackets?"
)
CLIMB = "Which rate has the last update of the warm-up in yours? A division binds closer than a sum."
ZERO = "Without a warm-up your function divides by 0. The text allows `warmup` = 0."

WRONG_BRACKETS = [
    Misconception(
        "share of all updates",
        _share(lambda i, n, w: (i - w) / n),
        "Your rate jumps at the end: the wave begins after the warm-up, and is given as many updates as the whole run "
        "has. How many are left for it?",
    ),
    Misconception("share without brackets", _share(lambda i, n, w: i - w / n - w), BRACKETS),
    Misconception("share, first bracket only", _share(lambda i, n, w: (i - w) / n - w), BRACKETS),
    Misconception("share, second bracket only", _share(lambda i, n, w: i - w / (n - w)), BRACKETS),
    Misconception(
        "share from the start",
        _share(lambda i, n, w: i / (n - w)),
        "The rate jumps at the end of the warm-up: where does your wave begin?",
    ),
    Misconception(
        "whole numbers everywhere",
        lambda step, rate, steps, warmup, final: (
            rate * ((step + 1) // warmup) if step < warmup else rate if step < steps else final
        ),
        "`//` leaves nothing of a share below 1: neither in the warm-up nor in the cosine.",
    ),
    Misconception(
        "ends one update early, divides by 0",
        _share(lambda i, n, w: (i - w) / (n - w - 1)),
        "Your wave reaches its end one update early, and divides by 0 where only one update is left: divide the way by "
        "the number of updates that are left, not by one less.",
    ),
    Misconception("climb without brackets", _warmup(lambda i, rate, w: rate * i + 1 / w), CLIMB),
    Misconception("climb without brackets, rate outside", _warmup(lambda i, rate, w: rate * (i + 1 / w)), CLIMB),
    Misconception("climb of 1 / w at each update", _warmup(lambda i, rate, w: (i + 1) / w), "Your warm-up ends at 1."),
    Misconception(
        "climb not divided",
        _warmup(lambda i, rate, w: rate * (i + 1)),
        "After its first update your warm-up is at the full rate already, and goes on climbing. How many parts has it?",
    ),
    Misconception(
        "rate over warm-up",
        _warmup(lambda i, rate, w: rate / w),
        "Your warm-up stays at its first rate. It should climb with every update.",
    ),
    Misconception(
        "no rate in the warm-up",
        _warmup(lambda i, rate, w: 0.0),
        "In your warm-up the rate is 0 and nothing is learned. It should climb with every update.",
    ),
    Misconception(
        "share of the whole run in the warm-up",
        lambda step, rate, steps, warmup, final: (
            rate * (step + 1) / steps if step < warmup else half_wave(step, rate, steps, warmup, final)
        ),
        "At the end of your warm-up the rate jumps: the climb is shared out over all updates. How many has the warm-up?",
    ),
    Misconception("warm-up of 0 divides", _always_divided, ZERO),
    Misconception(
        "warm-up one update too long, divides by 0",
        _too_long,
        "The warm-up goes on for one update too many, and ends above the rate; without a warm-up it divides by 0. Which "
        "update is the first after it?",
    ),
    Misconception(
        "nothing after the end",
        _nothing_after,
        "Right up to the last update. Afterwards your function returns nothing. Which rate does the third line give?",
    ),
    Misconception(
        "angle outside",
        _angle_outside,
        "Your cosine is taken of pi alone, so it is always -1, and the rate comes down in a line. What stands under it?",
    ),
    Misconception(
        "all rates at once",
        lambda step, rate, steps, warmup, final: [
            rate * (i + 1) / warmup if i < warmup else half_wave(i, rate, steps, warmup, final) for i in range(steps)
        ],
        "You return the rates of all updates. Asked for is the rate of one of them, `step`.",
    ),
]
