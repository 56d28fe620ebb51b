"""Parts of a schedule, for those that go wrong."""

import math
from collections.abc import Callable

from labkit import nn


def right_rate(step: int, rate: float, steps: int, warmup: int = 0, final: float = 0.0) -> float:
    """Rate of update ``step``, counted from 0, as ``nn.Cosine`` gives it."""
    return nn.Cosine(rate, steps, warmup, final)(step)


def progress(step: int, steps: int, warmup: int) -> float:
    """How far the half wave has come, from 0 to 1."""
    return min(1.0, (step - warmup) / (steps - warmup))


def half_wave(step: int, rate: float, steps: int, warmup: int, final: float) -> float:
    """The cosine after the warm-up."""
    return final + (rate - final) * (1 + math.cos(math.pi * progress(step, steps, warmup))) / 2


def with_warmup(wave: Callable[[float, float, float], float], free: bool = False) -> Callable:
    """Put the right warm-up before ``wave(s, rate, final)``; ``free`` lets s grow beyond 1."""

    def function(step: int, rate: float, steps: int, warmup: int, final: float) -> float:
        if step < warmup:
            return rate * (step + 1) / warmup
        return wave((step - warmup) / (steps - warmup) if free else progress(step, steps, warmup), rate, final)

    return function
