"""ReLU6 and its derivative in one."""

from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab07_relu.inputs import inputs
from labkit.exercises.lab07_relu.kink import settled_pair
from labkit.exercises.lab07_relu.wrong_relu6_slopes import WRONG_SLOPES
from labkit.exercises.lab07_relu.wrong_relu6_values import WRONG_VALUES
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import relu6 as value
from labkit.nn.functional import relu6_derivative as slope


def relu6(x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Value and slope of ReLU6."""
    return value(x), slope(x)


def _ask(function: Any, x: np.ndarray) -> Any:
    kink = (np.asarray(x) == 0) | (np.asarray(x) == 6)  # before the call, which may edit x
    return settled_pair(function(x), kink)


def _inputs(rng: np.random.Generator) -> list[Probe]:
    return [
        Probe(np.array([-2.0, 1.0, 4.5, 7.0, 9.5]) + np.round(rng.uniform(-0.5, 0.5, 5), 2), label="all three parts"),
        *inputs(rng),
        Probe(rng.uniform(-9, 15, (4, 3)), label="a batch on all three parts"),
        Probe(np.array([5.0, 6.0, 7.0]), label="on the upper kink"),
        Probe(rng.uniform(6.5, 20, (2, 3)), label="every unit is at its ceiling"),
    ]


RELU6 = Exercise(
    id="07.relu6",
    name="relu6",
    title="ReLU6 and its slope",
    points=2,
    reference=relu6,
    probes=_inputs,
    call=_ask,
    misconceptions=[
        *WRONG_VALUES,
        *WRONG_SLOPES,
        Misconception(
            "value only", value, "That is the value. The exercise asks for two things: the value and the slope."
        ),
        Misconception(
            "slope only", slope, "That is the slope. The exercise asks for two things: the value and the slope."
        ),
        Misconception(
            "slope written over the value",
            lambda x: (slope(x), slope(x)),
            "Both results are the slope. `slope = y` makes no copy: it is a second name for the same array, and what "
            "you write into one appears in the other.",
        ),
        Misconception(
            "slope first, then value",
            lambda x: (slope(x), value(x)),
            "Value and slope have changed places: the value comes first.",
        ),
        Misconception(
            "slope first, then value, with 1 at the kinks",
            lambda x: (((x >= 0) & (x <= 6)) * 1.0, value(x)),
            "Value and slope have changed places: the value comes first.",
        ),
    ],
)
