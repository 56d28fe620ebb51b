"""Half waves whose share s does not go from 0 to 1 between the warm-up and the end."""

import math
from collections.abc import Callable

from labkit.exercises.lab10_putting_it_together.schedules import half_wave
from labkit.exercises.misconception import Misconception

BRACKETS = (
    "Look at the share s with `step` = `warmup`, where it should be 0, and `step` = `steps`, where it should be 1: are "
    "both differences in brackets?"
)


def _share(share: Callable[[int, int, int], float]) -> Callable:
    """Another share of the way, with the right warm-up and the right end."""

    def function(step: int, rate: float, steps: int, warmup: int, final: float) -> float:
        if step < warmup:
            return rate * (step + 1) / warmup
        if step >= steps:
            return final
        return final + (rate - final) * (1 + math.cos(math.pi * share(step, steps, warmup))) / 2

    return function


WRONG_SHARES = [
    Misconception(
        "half wave too long",
        lambda step, rate, steps, warmup, final: (
            rate * (step + 1) / warmup if step < warmup else half_wave(step, rate, steps + warmup, warmup, final)
        ),
        "At the last update the rate has not come down yet: your half wave takes `steps` updates, but fewer are "
        "left after the warm-up.",
    ),
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
        "ends one update early",
        lambda step, rate, steps, warmup, final: (
            rate * (step + 1) / warmup
            if step < warmup
            else final
            + (rate - final) * (1 + math.cos(math.pi * min(1.0, (step - warmup) / max(steps - warmup - 1, 1)))) / 2
        ),
        "Your wave reaches its end one update early: divide the way by the number of updates that are left, not by one "
        "less.",
    ),
    Misconception(
        "ends one update early, divides by 0",
        _share(lambda i, n, w: (i - w) / (n - w - 1)),
        "Your wave reaches its end one update early, and divides by 0 where only one update is left: divide the way by "
        "the number of updates that are left, not by one less.",
    ),
]
