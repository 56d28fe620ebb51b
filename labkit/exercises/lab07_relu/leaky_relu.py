"""The leaky ReLU and its derivative in one."""

from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab07_relu.inputs import inputs
from labkit.exercises.lab07_relu.kink import settled_pair
from labkit.exercises.lab07_relu.wrong_leaks import WRONG_LEAKS
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn import functional

VALUE_SWAPPED = "The leak weakens the positive side in your value; it belongs to the side on which a ReLU is off."


def leaky_relu(x: np.ndarray, leak: float = 0.01) -> tuple[np.ndarray, np.ndarray]:
    """Value and slope of the leaky ReLU."""
    return functional.leaky_relu(x, leak), functional.leaky_relu_derivative(x, leak)


def _ask(function: Any, x: np.ndarray, leak: float) -> Any:
    kink = np.asarray(x) == 0  # before the call, which may edit x
    return settled_pair(function(x, leak), kink)


def _inputs(rng: np.random.Generator) -> list[Probe]:
    usual, *others = inputs(rng, 0.01)
    leak = float(np.round(rng.uniform(0.15, 0.4), 2))
    leaks = [leak, leak, 0.01, leak, 0.1, 0.01, leak]
    probes = [Probe(probe.args[0], a, label=probe.label) for probe, a in zip(others, leaks, strict=True)]
    return [usual, *probes, Probe(rng.normal(0, 2, (3, 2)), 0.0, label="no leak at all: the plain ReLU")]


def value(x: np.ndarray, leak: float) -> np.ndarray:
    """What is right, for mistakes that are about the slope."""
    return functional.leaky_relu(x, leak)


def slope(x: np.ndarray, leak: float) -> np.ndarray:
    """What is right, for mistakes that are about the value."""
    return functional.leaky_relu_derivative(x, leak)


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
        Misconception(
            "value only", value, "That is the value. The exercise asks for two things: the value and the slope."
        ),
        Misconception(
            "slope only", slope, "That is the slope. The exercise asks for two things: the value and the slope."
        ),
        Misconception(
            "leak as a floor",
            lambda x, leak: (np.maximum(leak, x), slope(x, leak)),
            "max(leak, x) is a floor: every negative input gives the same value. A leak lets through a *share* of x.",
        ),
        Misconception(
            "leak as a floor, slope of a floor",
            lambda x, leak: (np.maximum(leak, x), (x > leak) * 1.0),
            "max(leak, x) is a floor: every negative input gives the same value, and the curve is flat there. A leak "
            "lets through a *share* of x.",
        ),
        Misconception(
            "leak for the value",
            lambda x, leak: (np.where(x > 0, x, leak), slope(x, leak)),
            "On the negative side your value is the same for every x. A leak lets through a *share* of x.",
        ),
        Misconception(
            "leak added on both sides",
            lambda x, leak: (functional.relu(x) + leak * x, slope(x, leak)),
            "You add leak times x on the positive side as well. Put in x = 1: what should come out?",
        ),
        Misconception(
            "leak added on both sides, slope too",
            lambda x, leak: (functional.relu(x) + leak * x, functional.relu_derivative(x) + leak),
            "You add the leak on the positive side as well. Put in x = 1: what should come out?",
        ),
        Misconception(
            "slope of the plain ReLU",
            lambda x, leak: (value(x, leak), functional.relu_derivative(x)),
            "Your value leaks, your slope does not. No error would come through to a unit that is off: the one thing "
            "that the leak is there for.",
        ),
        Misconception(
            "value of the plain ReLU",
            lambda x, leak: (functional.relu(x), slope(x, leak)),
            "Your slope leaks, your value does not.",
        ),
        Misconception(
            "the plain ReLU",
            lambda x, leak: (functional.relu(x), functional.relu_derivative(x)),
            "That is the plain ReLU: right for a leak of 0 only.",
        ),
        Misconception(
            "slope minus the leak",
            lambda x, leak: (value(x, leak), np.where(x > 0, 1, -leak)),
            "The input is negative there, but the curve still rises: its slope is positive.",
        ),
        Misconception(
            "slope is the input where it is on",
            lambda x, leak: (value(x, leak), np.where(x > 0, x, leak)),
            "On the positive side you return x itself where its slope is wanted. How steep is the line y = x?",
        ),
        Misconception(
            "slope is the value where it is off",
            lambda x, leak: (value(x, leak), np.where(x > 0, 1, leak * x)),
            "On the negative side you return leak times x, which is the value. How steep is the line y = leak x?",
        ),
        Misconception(
            "slope is the value",
            lambda x, leak: (value(x, leak), value(x, leak)),
            "You return the value twice. The slope says how steep each of the two lines is; it does not grow with x.",
        ),
        Misconception(
            "slope always 1",
            lambda x, leak: (value(x, leak), np.ones_like(x, dtype=float)),
            "Slope 1 on both sides: then there would be no kink.",
        ),
        Misconception(
            "slopes exchanged",
            lambda x, leak: (value(x, leak), np.where(x > 0, leak, 1)),
            "You have the two slopes the wrong way round.",
        ),
        Misconception("value exchanged", lambda x, leak: (np.minimum(leak * x, x), slope(x, leak)), VALUE_SWAPPED),
        Misconception(
            "sides exchanged",
            lambda x, leak: (np.minimum(leak * x, x), np.where(x > 0, leak, 1)),
            "You weaken the positive side; the leak belongs to the side on which a ReLU is off. (With a leak below 1, "
            "which is larger for x = -2: x, or leak times x?)",
        ),
        Misconception(
            "folded up",
            lambda x, leak: (np.where(x < 0, -leak * x, x), slope(x, leak)),
            "Your value is positive on both sides. A leak lets a negative input through as a small *negative* number.",
        ),
        Misconception(
            "folded up, slope too",
            lambda x, leak: (np.where(x < 0, -leak * x, x), np.where(x < 0, -leak, 1)),
            "Your value is positive on both sides. A leak lets a negative input through as a small *negative* number.",
        ),
        Misconception(
            "divided by the leak",
            lambda x, leak: (np.where(x < 0, x / leak, x), np.where(x < 0, 1 / leak, 1)),
            "You divide by the leak, and so the negative side gets steeper, not flatter.",
        ),
        Misconception(
            "leak built in",
            lambda x, leak: (value(x, 0.01), slope(x, 0.01)),
            "Right for a leak of 0.01. Your function should use the leak that it is given.",
        ),
        Misconception(
            "leak built into the slope",
            lambda x, leak: (value(x, leak), slope(x, 0.01)),
            "Your slope always leaks 0.01; it should use the leak that it is given.",
        ),
        Misconception(
            "leak built into the value",
            lambda x, leak: (value(x, 0.01), slope(x, leak)),
            "Your value always leaks 0.01; it should use the leak that it is given.",
        ),
        Misconception(
            "leak on both sides",
            lambda x, leak: (leak * x, np.full_like(x, leak)),
            "You weaken both sides. What is positive comes through whole.",
        ),
        Misconception(
            "leak subtracted",
            lambda x, leak: (np.where(x > 0, x, x - leak), slope(x, leak)),
            "You subtract the leak. It is a factor.",
        ),
        Misconception(
            "minus the leak",
            lambda x, leak: (np.where(x > 0, x, -leak), functional.relu_derivative(x)),
            "On the negative side your value is the same for every x: flat again. A leak lets through a *share* of x.",
        ),
        Misconception(
            "threshold at the leak",
            lambda x, leak: (value(x, leak), np.where(x > leak, 1, leak)),
            "Your slope changes at x = leak. Where is the kink? The leak is a steepness, not a place.",
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
            "slope is one number",
            lambda x, leak: (value(x, leak), np.float64(1.0)),
            "Your slope is one number for all. Each entry needs its own.",
        ),
    ],
)
