"""The derivative of the ReLU, from the input."""

from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab07_relu.inputs import inputs
from labkit.exercises.lab07_relu.kink import settled
from labkit.exercises.lab07_relu.other_slopes import OTHER_SLOPES
from labkit.exercises.misconception import Misconception
from labkit.nn.functional import relu, relu_derivative

ACTIVATION = (
    "You return the activation itself: 3 for an input of 3. The derivative says how *steep* the curve is there, and "
    "that is the same at 3 and at 300. Report B's listing does this as well."
)


def _ask(function: Any, x: np.ndarray) -> Any:
    kink = np.asarray(x) == 0  # before the call, which may edit x
    return settled(function(x), kink)


def _only_positives(x: np.ndarray) -> np.ndarray:
    return np.where(x > 0, 1, x)


RELU_DERIVATIVE = Exercise(
    id="07.relu_derivative",
    name="relu_derivative",
    title="The derivative of the ReLU",
    points=2,
    reference=relu_derivative,
    probes=inputs,
    call=_ask,
    misconceptions=[
        *OTHER_SLOPES,
        Misconception("returns the activation", relu, ACTIVATION),
        Misconception(
            "returns the activation, with a floor",
            lambda x: np.maximum(x, 0.01),
            ACTIVATION + " Besides, where the unit is off your slope is not zero.",
        ),
        Misconception(
            "returns the activation, with a small floor",
            lambda x: np.maximum(x, 1e-4),
            ACTIVATION + " Besides, where the unit is off your slope is not zero.",
        ),
        Misconception(
            "returns its argument",
            lambda x: np.add(x, 0),
            "What comes out is what went in. A slope is wanted: how much does the output grow when the input grows by "
            "a little?",
        ),
        Misconception(
            "threshold at 0.01",
            lambda x: (x > 0.01) * 1.0,
            "Nearly: but the curve rises from 0 on, not from 0.01. What is special about 0.01?",
        ),
        Misconception(
            "threshold at 0.0001",
            lambda x: (x > 1e-4) * 1.0,
            "Nearly: but the curve rises from 0 on, not from 0.0001. What is special about that number?",
        ),
        Misconception(
            "threshold at 1",
            lambda x: (x > 1) * 1.0,
            "Between 0 and 1 the curve already rises. From where on?",
        ),
        Misconception(
            "always 1",
            lambda x: np.ones_like(x, dtype=float),
            "Slope 1 everywhere: that is a straight line, and on one side a ReLU is flat. (If you ask whether the "
            "*output* is above zero: with a floor of 0.01 it always is, and a unit that is off is taken for one that "
            "is on.)",
        ),
        Misconception(
            "always 0",
            lambda x: np.zeros_like(x, dtype=float),
            "Slope 0 everywhere: no error would ever get through. If you edit an array twice, follow one positive "
            "entry: "
            "the second edit looks at what the first has left behind.",
        ),
        Misconception(
            "positive side only",
            _only_positives,
            "The positive side is right. For a negative x your function returns x itself; how steep is the curve "
            "there?",
        ),
        Misconception(
            "divided by the input",
            lambda x: relu(x) / x,
            "relu(x)/x is right everywhere but at x = 0, where it is 0/0, and one nan spoils a whole network.",
        ),
        Misconception(
            "divided by the absolute value",
            lambda x: 0.5 * (1 + x / np.abs(x)),
            "x/|x| is right everywhere but at x = 0, where it is 0/0, and one nan spoils a whole network.",
            same_as=("divided by the input",),
        ),
        Misconception(
            "if for an array",
            lambda x: 1 if x > 0 else 0,
            "`if` asks one question with one answer, but an array has many entries, each with an answer of its own.",
        ),
        Misconception(
            "difference of neighbours",
            lambda x: np.gradient(relu(x)),
            "np.gradient compares an entry with its *neighbours in the array*: with other units. Each unit has a slope "
            "of its own, whatever its neighbours do.",
        ),
        Misconception(
            "steps too wide",
            lambda x: relu(x + 0.5) - relu(x - 0.5),
            "Right far from the kink; near it your step reaches over to the other side. The exact rule is simpler.",
        ),
        Misconception(
            "filtered",
            lambda x: x[x > 0],
            "You return only some of the entries. Every unit needs a slope, also the ones that are off.",
        ),
        Misconception(
            "how many are on",
            lambda x: np.sum(x > 0),
            "You have counted the entries that are on. Each entry has a slope of its own.",
        ),
        Misconception(
            "any for all",
            lambda x: 1 if np.any(x > 0) else 0,
            "You answer once for the whole array, with 1 as soon as one entry is positive. Each entry has a slope of "
            "its "
            "own.",
        ),
        Misconception(
            "share that is on",
            lambda x: np.mean(x > 0),
            "One number for all: the share of units that are on. Each entry has a slope of its own.",
        ),
        Misconception(
            "one number",
            lambda x: np.float64(1.0),
            "One number for all. Each entry has a slope of its own.",
        ),
    ],
)
