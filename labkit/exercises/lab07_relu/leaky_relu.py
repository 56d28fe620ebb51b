"""The leaky ReLU and its derivative in one."""

from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab07_relu.inputs import inputs
from labkit.exercises.lab07_relu.kink import settled_pair
from labkit.exercises.lab07_relu.wrong_leaks import WRONG_LEAKS
from labkit.exercises.lab07_relu.wrong_leaky_slopes import WRONG_SLOPES
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import leaky_relu as value
from labkit.nn.functional import leaky_relu_derivative as slope


def leaky_relu(x: np.ndarray, leak: float = 0.01) -> tuple[np.ndarray, np.ndarray]:
    """Value and slope of the leaky ReLU."""
    return value(x, leak), slope(x, leak)


def _ask(function: Any, x: np.ndarray, leak: float) -> Any:
    kink = np.asarray(x) == 0  # before the call, which may edit x
    return settled_pair(function(x, leak), kink)


def _inputs(rng: np.random.Generator) -> list[Probe]:
    usual, *others = inputs(rng, 0.01)
    leak = float(np.round(rng.uniform(0.15, 0.4), 2))
    leaks = [leak, leak, 0.01, leak, 0.1, 0.01, leak]
    probes = [Probe(probe.args[0], a, label=probe.label) for probe, a in zip(others, leaks, strict=True)]
    return [usual, *probes, Probe(rng.normal(0, 2, (3, 2)), 0.0, label="no leak at all: the plain ReLU")]


LEAKY_RELU = Exercise(
    id="07.leaky_relu",
    name="leaky_relu",
    title="The leaky ReLU and its slope",
    points=2,
    reference=leaky_relu,
    probes=_inputs,
    call=_ask,
    misconceptions=[
        *WRONG_LEAKS,
        *WRONG_SLOPES,
        Misconception(
            "value only", value, "That is the value. The exercise asks for two things: the value and the slope."
        ),
        Misconception(
            "slope only", slope, "That is the slope. The exercise asks for two things: the value and the slope."
        ),
        Misconception(
            "if for an array",
            lambda x, leak: (x, 1) if x > 0 else (leak * x, leak),
            "`if` asks one question with one answer, but an array has many entries, each with an answer of its own.",
        ),
        Misconception(
            "slope written over the value",
            lambda x, leak: (slope(x, leak), slope(x, leak)),
            "Both results are the slope. `slope = y` makes no copy: it is a second name for the same array, and what "
            "you write into one appears in the other.",
        ),
        Misconception(
            "slope first, then value",
            lambda x, leak: (slope(x, leak), value(x, leak)),
            "Value and slope have changed places: the value comes first.",
        ),
        Misconception(
            "slope first, then value, with 1 at 0",
            lambda x, leak: (np.where(x >= 0, 1, leak), value(x, leak)),
            "Value and slope have changed places: the value comes first.",
        ),
    ],
)
