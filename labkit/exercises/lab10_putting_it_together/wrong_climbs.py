"""Warm-ups that climb from or to another rate, and too long or too short."""

import math
from collections.abc import Callable

from labkit.exercises.lab10_putting_it_together.schedules import half_wave, right_rate
from labkit.exercises.misconception import Misconception

COUNTED = "You count the updates from 1, and the first one is update 0."
CLIMB = "Which rate has the last update of the warm-up in yours? A division binds closer than a sum."
ZERO = "Without a warm-up your function divides by 0. The text allows `warmup` = 0."


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


WRONG_CLIMBS = [
    Misconception(
        "warm-up from 0",
        lambda step, rate, steps, warmup, final: (
            rate * step / warmup if step < warmup else half_wave(step, rate, steps, warmup, final)
        ),
        "Your first update has the rate 0 and changes nothing. Which share of the rate should it have, and which "
        "one the last update of the warm-up?",
    ),
    Misconception(
        "counted from 1",
        lambda step, rate, steps, warmup, final: right_rate(step + 1, rate, steps, warmup, final),
        COUNTED,
    ),
    Misconception(
        "one update behind",
        lambda step, rate, steps, warmup, final: (
            rate * step / warmup
            if step <= warmup and warmup
            else half_wave(step - 1, rate, steps, warmup, final)
            if step <= steps
            else final
        ),
        "You count the updates from 1, and the first one is update 0: all your rates come one update late.",
        same_as=("one update behind throughout",),
    ),
    Misconception(
        "one update behind throughout",
        lambda step, rate, steps, warmup, final: right_rate(step - 1, rate, steps, warmup, final),
        "You count the updates from 1, and the first one is update 0: all your rates come one update late.",
    ),
    Misconception(
        "counted from 1 in the cosine",
        lambda step, rate, steps, warmup, final: (
            rate * (step + 1) / warmup if step < warmup else half_wave(step + 1, rate, steps, warmup, final)
        ),
        COUNTED + " It is the cosine that is one update ahead; which rate belongs to update `warmup`?",
    ),
    Misconception(
        "warm-up one update too long",
        lambda step, rate, steps, warmup, final: (
            rate * (step + 1) / warmup if step <= warmup and warmup else half_wave(step, rate, steps, warmup, final)
        ),
        "The warm-up goes on for one update too many, and ends above the rate. Which update is the first after it?",
    ),
    Misconception(
        "warm-up one update too short",
        lambda step, rate, steps, warmup, final: (
            rate * (step + 1) / warmup
            if step < warmup - 1
            else half_wave(max(step, warmup), rate, steps, warmup, final)
            if step >= warmup
            else final + (rate - final) * (1 + math.cos(math.pi * (step - warmup) / (steps - warmup))) / 2
        ),
        "The cosine begins one update too early. Which update is the first after the warm-up?",
    ),
    Misconception(
        "warm-up one update too long, divides by 0",
        _too_long,
        "The warm-up goes on for one update too many, and ends above the rate; without a warm-up it divides by 0. Which "
        "update is the first after it?",
    ),
    Misconception(
        "cosine over the warm-up too",
        lambda step, rate, steps, warmup, final: (
            rate * (step + 1) / warmup if step < warmup else half_wave(step, rate, steps, 0, final)
        ),
        "The rate jumps at the end of the warm-up: your half wave begins at update 0, so some of it is over by "
        "then. Where should it begin?",
    ),
    Misconception(
        "warm-up times cosine",
        lambda step, rate, steps, warmup, final: (
            half_wave(step, rate, steps, 0, final) * min(1, (step + 1) / max(warmup, 1))
        ),
        "You multiply warm-up and cosine, so the rate never reaches its top. The one comes after the other.",
    ),
    Misconception(
        "the smaller of climb and cosine",
        lambda step, rate, steps, warmup, final: min(
            rate * (step + 1) / warmup if warmup else rate, half_wave(step, rate, steps, 0, final)
        ),
        "You take the smaller one of climb and cosine, and your cosine runs during the warm-up. The one comes after the "
        "other: where should the half wave begin?",
    ),
    Misconception(
        "warm-up left out",
        lambda step, rate, steps, warmup, final: half_wave(step, rate, steps, 0, final),
        "There is no warm-up in it: what should the first `warmup` updates do?",
    ),
    Misconception(
        "full rate in the warm-up",
        lambda step, rate, steps, warmup, final: half_wave(max(step, warmup), rate, steps, warmup, final),
        "During the warm-up your rate is at its top already. It should climb there.",
    ),
    Misconception(
        "cosine before its beginning",
        lambda step, rate, steps, warmup, final: (
            final + (rate - final) * (1 + math.cos(math.pi * min(1, (step - warmup) / (steps - warmup)))) / 2
        ),
        "During the warm-up you run the cosine backwards. It should climb in equal steps.",
    ),
    Misconception(
        "warm-up from the final rate",
        lambda step, rate, steps, warmup, final: (
            final + (rate - final) * (step + 1) / warmup
            if step < warmup
            else half_wave(step, rate, steps, warmup, final)
        ),
        "Your warm-up climbs from the final rate. It begins at 0: after its first step the rate is 1 part of `warmup`.",
    ),
    Misconception(
        "warm-up to warmup + 1",
        lambda step, rate, steps, warmup, final: (
            rate * (step + 1) / (warmup + 1) if step < warmup else half_wave(step, rate, steps, warmup, final)
        ),
        "Your warm-up divides the way into one step too many: the last update of the warm-up should have the full "
        "rate.",
    ),
    Misconception("climb without brackets", _warmup(lambda i, rate, w: rate * i + 1 / w), CLIMB),
    Misconception("climb without brackets, rate outside", _warmup(lambda i, rate, w: rate * (i + 1 / w)), CLIMB),
    Misconception(
        "climb of 1 / w at each update",
        _warmup(lambda i, rate, w: (i + 1) / w),
        "Your warm-up ends at 1. At which rate should it end?",
    ),
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
    Misconception(
        "whole-number division, in the warm-up",
        lambda step, rate, steps, warmup, final: (
            rate * ((step + 1) // warmup) if step < warmup else half_wave(step, rate, steps, warmup, final)
        ),
        "Your rate is 0 until the warm-up is over: `//` leaves nothing of a share below 1.",
    ),
    Misconception("warm-up of 0 divides", _always_divided, ZERO),
    Misconception(
        "constant without a warm-up",
        lambda step, rate, steps, warmup, final: right_rate(step, rate, steps, warmup, final) if warmup else rate,
        "Without a warm-up your rate stays where it is. Which of the three lines is left out then, and which are not?",
    ),
]
