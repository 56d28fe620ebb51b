"""The cosine rate with warm-up."""

import math

import numpy as np

from labkit import nn
from labkit.exercises.exercise import Exercise
from labkit.exercises.lab10_putting_it_together.brackets import WRONG_BRACKETS
from labkit.exercises.lab10_putting_it_together.more_cosines import WRONG_COSINES, half_wave
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe


def cosine_rate(step: int, rate: float, steps: int, warmup: int = 0, final: float = 0.0) -> float:
    """Rate of update ``step``, counted from 0, as ``nn.Cosine`` gives it."""
    return nn.Cosine(rate, steps, warmup, final)(step)


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


COUNTED = "You count the updates from 1, and the first one is update 0."

COSINE = Exercise(
    id="10.cosine",
    name="cosine_rate",
    title="A cosine rate with warm-up",
    points=3,
    reference=cosine_rate,
    probes=_schedules,
    call=_whole_schedule,
    misconceptions=[
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
            lambda step, rate, steps, warmup, final: cosine_rate(step + 1, rate, steps, warmup, final),
            COUNTED,
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
            "cosine over the warm-up too",
            lambda step, rate, steps, warmup, final: (
                rate * (step + 1) / warmup if step < warmup else half_wave(step, rate, steps, 0, final)
            ),
            "The rate jumps at the end of the warm-up: your half wave begins at update 0, so some of it is over by "
            "then. Where should it begin?",
        ),
        Misconception(
            "half wave too long",
            lambda step, rate, steps, warmup, final: (
                rate * (step + 1) / warmup if step < warmup else half_wave(step, rate, steps + warmup, warmup, final)
            ),
            "At the last update the rate has not come down yet: your half wave takes `steps` updates, but fewer are "
            "left after the warm-up.",
        ),
        Misconception(
            "warm-up times cosine",
            lambda step, rate, steps, warmup, final: (
                half_wave(step, rate, steps, 0, final) * min(1, (step + 1) / max(warmup, 1))
            ),
            "You multiply warm-up and cosine, so the rate never reaches its top. The one comes after the other.",
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
            "Your warm-up climbs from the final rate. It begins at 0: after its first step the rate is 1 part of "
            "`warmup`.",
        ),
        Misconception(
            "warm-up to warmup + 1",
            lambda step, rate, steps, warmup, final: (
                rate * (step + 1) / (warmup + 1) if step < warmup else half_wave(step, rate, steps, warmup, final)
            ),
            "Your warm-up divides the way into one step too many: the last update of the warm-up should have the full "
            "rate.",
        ),
        *WRONG_COSINES,
        *WRONG_BRACKETS,
    ],
)
