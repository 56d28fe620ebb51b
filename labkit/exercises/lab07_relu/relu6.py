"""ReLU6 and its derivative in one."""

from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab07_relu.inputs import inputs
from labkit.exercises.lab07_relu.kink import settled_pair
from labkit.exercises.lab07_relu.wrong_relu6 import WRONG_RELU6
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn import functional
from labkit.nn.functional import relu6 as value
from labkit.nn.functional import relu6_derivative as slope

NEVER = (
    "Your slope is 1 everywhere. If it comes from a condition, try the condition on a few numbers: none is below 0 *and* "
    "above 6 (as Report B's listing asks), and every one is above 0 *or* below 6."
)
FLOOR = (
    "A unit that is off sends 0, not 0.01. With 0.01 the next line of code has to guess whether that is a unit that is "
    "off or one that is a little bit on."
)


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
        *WRONG_RELU6,
        Misconception("below 0 and above 6", lambda x: (value(x), np.ones_like(x, dtype=float)), NEVER),
        Misconception(
            "below 0 and above 6, with a floor",
            lambda x: (np.clip(x, 0.01, 6), np.ones_like(x, dtype=float)),
            NEVER + " And look at the value where x is negative: it should be 0.",
        ),
        Misconception(
            "below 0 and above 6, turned round",
            lambda x: (value(x), np.zeros_like(x, dtype=float)),
            "Your slope is 0 everywhere. Can one number be below 0 *and* above 6? That condition is never true.",
        ),
        Misconception("floor of 0.01", lambda x: (np.clip(x, 0.01, 6), slope(x)), FLOOR),
        Misconception("floor of 0.0001", lambda x: (np.clip(x, 1e-4, 6), slope(x)), FLOOR),
        Misconception(
            "the floor counts as on",
            lambda x: (np.clip(x, 0.01, 6), (x < 6) * 1.0),
            FLOOR + " Yours takes it for on.",
        ),
        Misconception(
            "ceiling forgotten in the slope",
            lambda x: (value(x), functional.relu_derivative(x)),
            "Above 6 the curve is flat again, and your slope is still 1 there.",
        ),
        Misconception(
            "floor forgotten in the slope",
            lambda x: (value(x), (x < 6) * 1.0),
            "Below 0 the curve is flat, and your slope is 1 there.",
        ),
        Misconception(
            "flat and steep exchanged",
            lambda x: (value(x), 1 - slope(x)),
            "Your slope is 1 where the curve is flat, and 0 where it rises.",
        ),
        Misconception(
            "always 6",
            lambda x: (np.full_like(x, 6.0), slope(x)),
            "Your value is always 6. Which of the two limits belongs to `minimum`, and which to `maximum`?",
        ),
        Misconception(
            "always 0",
            lambda x: (np.zeros_like(x, dtype=float), slope(x)),
            "Your value is always 0. Which of the two limits belongs to `minimum`, and which to `maximum`?",
        ),
        Misconception(
            "floor forgotten",
            lambda x: (np.minimum(x, 6), slope(x)),
            "You have the ceiling; negative inputs still come through.",
        ),
        Misconception(
            "floor forgotten, in both",
            lambda x: (np.minimum(x, 6), (x < 6) * 1.0),
            "You have the ceiling; but ReLU6 is a ReLU as well, and what is negative does not come through.",
        ),
        Misconception(
            "the plain ReLU",
            lambda x: (functional.relu(x), functional.relu_derivative(x)),
            "That is the plain ReLU. Where is the 6?",
        ),
        Misconception(
            "ceiling forgotten in the value",
            lambda x: (functional.relu(x), slope(x)),
            "Your slope knows about the 6, your value does not.",
        ),
        Misconception(
            "drops to 0 above 6",
            lambda x: (x * slope(x), slope(x)),
            "Above 6 your unit falls back to 0. It should stay at its ceiling.",
        ),
        Misconception(
            "from -6 to 6",
            lambda x: (np.clip(x, -6, 6), (np.abs(x) < 6) * 1.0),
            "The lower limit is 0, as for every ReLU.",
        ),
        Misconception(
            "slope is the value",
            lambda x: (value(x), value(x)),
            "You return the value twice. A slope says how steep the curve is: it rises as steeply at 1 as at 5.",
        ),
        Misconception(
            "slope is the input",
            lambda x: (value(x), x * slope(x)),
            "Where the unit is between its limits you return x. A slope says how steep the curve is: as steep at 1 as "
            "at 5.",
        ),
        Misconception(
            "slope 6 above",
            lambda x: (value(x), np.where(x > 6, 6, slope(x))),
            "Above 6 you return 6, which is the value. How steep is a horizontal line?",
        ),
        Misconception(
            "slope -1 above",
            lambda x: (value(x), np.where(x > 6, -1, slope(x))),
            "Above 6 the curve does not fall. It stays where it is.",
        ),
        Misconception(
            "slope a sixth",
            lambda x: (value(x), slope(x) / 6),
            "Between its limits the curve is y = x. Is that a sixth as steep as it should be?",
        ),
        Misconception(
            "slope times 6",
            lambda x: (value(x), slope(x) * 6),
            "Between its limits the curve is y = x. The 6 is a height, not a steepness.",
        ),
        Misconception(
            "scaled to 1",
            lambda x: (value(x) / 6, slope(x) / 6),
            "You scale to the range from 0 to 1. Between its limits ReLU6 sends x on as it is.",
        ),
        Misconception(
            "scaled from 1",
            lambda x: (6 * np.clip(x, 0, 1), np.where((x > 0) & (x < 1), 6, 0)),
            "Your curve is six times too steep and reaches its ceiling at x = 1.",
        ),
        Misconception(
            "ceiling at 1",
            lambda x: (np.clip(x, 0, 1), np.where((x > 0) & (x < 1), 1, 0)),
            "Your ceiling is at 1. The name says where it should be.",
        ),
        Misconception(
            "a wide sigmoid",
            lambda x: (6 * functional.sigmoid(x), 6 * functional.sigmoid_derivative(x)),
            "A sigmoid that reaches 6 is smooth; ReLU6 is made of three straight lines.",
        ),
        Misconception(
            "value only", value, "That is the value. The exercise asks for two things: the value and the slope."
        ),
        Misconception(
            "slope only", slope, "That is the slope. The exercise asks for two things: the value and the slope."
        ),
        Misconception(
            "threshold at 0.01",
            lambda x: (value(x), slope(x) * (x > 0.01)),
            "Between 0 and 0.01 the curve rises too. What is special about 0.01?",
        ),
        Misconception(
            "threshold at 1",
            lambda x: (value(x), slope(x) * (x > 1)),
            "Between 0 and 1 the curve rises too.",
        ),
        Misconception(
            "a chain of comparisons",
            lambda x: (value(x), np.where(0 < x < 6, 1, 0)),
            "For arrays Python cannot chain comparisons: `0 < x < 6` asks for one yes or no. Compare twice, and join "
            "the answers with `&`, each in brackets.",
        ),
        Misconception(
            "slope written over the value",
            lambda x: (slope(x), slope(x)),
            "Both results are the slope. `slope = y` makes no copy: it is a second name for the same array, and what "
            "you write into one appears in the other.",
        ),
    ],
)
