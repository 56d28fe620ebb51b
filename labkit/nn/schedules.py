"""A schedule says which learning rate each update gets: ``schedule(step) -> rate``, where step 0 is the first update.

Any plain function of the step will do.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from labkit.errors import LabkitError

Schedule = Callable[[int], float]


def as_schedule(rate: float | Schedule) -> Schedule:
    """Return ``rate`` itself if it is a schedule, and a constant one if it is a number."""
    return rate if callable(rate) else Constant(rate)


@dataclass(frozen=True)
class Constant:
    """The same rate throughout."""

    rate: float

    def __post_init__(self) -> None:
        _check_rate(self.rate, "Constant")

    def __call__(self, step: int) -> float:
        """Rate of update ``step``."""
        return self.rate


@dataclass(frozen=True)
class Step:
    """A staircase, multiplied by ``factor`` after every ``every`` updates: rate * factor^floor(step / every)."""

    rate: float
    every: int
    factor: float = 0.1

    def __post_init__(self) -> None:
        _check_rate(self.rate, "Step")
        _check_count(self.every, "Step: every")
        _check_factor(self.factor, "Step: factor")

    def __call__(self, step: int) -> float:
        """Rate of update ``step``."""
        return self.rate * self.factor ** (step // self.every)


@dataclass(frozen=True)
class Exponential:
    """A smooth fall, multiplied by ``decay`` over ``every`` updates: rate * decay^(step / every)."""

    rate: float
    decay: float
    every: int = 1

    def __post_init__(self) -> None:
        _check_rate(self.rate, "Exponential")
        _check_count(self.every, "Exponential: every")
        _check_factor(self.decay, "Exponential: decay")

    def __call__(self, step: int) -> float:
        """Rate of update ``step``."""
        return self.rate * self.decay ** (step / self.every)


@dataclass(frozen=True)
class Cosine:
    """Half a cosine wave, from ``rate`` down to ``final`` over ``steps`` updates (Loshchilov and Hutter 2017).

    final + (rate - final) (1 + cos(pi s)) / 2, where s runs from 0 to 1 once the warm-up is over. During
    the first ``warmup`` updates the rate climbs in equal steps instead: rate * (step + 1) / warmup. After
    ``steps`` it stays at ``final``.
    """

    rate: float
    steps: int
    warmup: int = 0
    final: float = 0.0

    def __post_init__(self) -> None:
        _check_rate(self.rate, "Cosine")
        _check_rate(self.final, "Cosine", "final rate")
        _check_count(self.steps, "Cosine: steps")
        if not _is_number(self.warmup) or not 0 <= self.warmup < self.steps:
            raise LabkitError(
                f"Cosine: warmup must be at least 0 and less than steps = {self.steps}, not {self.warmup!r}."
            )

    def __call__(self, step: int) -> float:
        """Rate of update ``step``."""
        if step < self.warmup:
            return self.rate * (step + 1) / self.warmup
        progress = min(1.0, (step - self.warmup) / (self.steps - self.warmup))
        return self.final + (self.rate - self.final) * (1 + math.cos(math.pi * progress)) / 2


def _check_rate(rate: float, name: str, role: str = "learning rate") -> None:
    if isinstance(rate, bool) or not _is_number(rate) or not math.isfinite(rate) or rate < 0:
        raise LabkitError(f"{name}: the {role} must be a finite number of at least 0, not {rate!r}.")


def _check_factor(factor: float, name: str) -> None:
    if isinstance(factor, bool) or not _is_number(factor) or not math.isfinite(factor) or factor <= 0:
        raise LabkitError(f"{name} must be a finite number above 0, not {factor!r}.")


def _check_count(count: int, name: str) -> None:
    if not _is_number(count) or not count >= 1:
        raise LabkitError(f"{name} must be at least 1 update, not {count!r}.")


def _is_number(value) -> bool:
    try:
        float(value)
    except (TypeError, ValueError):
        return False
    return not isinstance(value, str)
