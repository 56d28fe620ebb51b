"""The rectified linear unit."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab07_relu.inputs import inputs
from labkit.exercises.misconception import Misconception
from labkit.nn.functional import relu, relu_derivative, sigmoid

FLOOR = (
    "Your unit is never quite off: where x is negative it still sends on a small positive number. Report B writes it "
    "that way too. What does max(0, x) give for x = -3?"
)

RELU = Exercise(
    id="07.relu",
    name="relu",
    title="The ReLU",
    points=1,
    reference=relu,
    probes=inputs,
    misconceptions=[
        Misconception("floor of 0.01", lambda x: np.maximum(0.01, x), FLOOR),
        Misconception("floor of 0.0001", lambda x: np.maximum(1e-4, x), FLOOR),
        Misconception("floor of 0.1", lambda x: np.maximum(0.1, x), FLOOR),
        Misconception(
            "maximum with 1",
            lambda x: np.maximum(1, x),
            "Nothing in your function is ever below 1. Which number is the lower limit of a ReLU?",
        ),
        Misconception(
            "one answer for an array",
            lambda x: max(0, x),
            "`if` asks one question with one answer, and Python's `max` does so too; but an array has many entries, "
            "each with an answer of its own. NumPy has a function that compares entry by entry.",
        ),
        Misconception(
            "np.max for np.maximum",
            lambda x: np.max(0, x),
            "`np.max` finds the largest entry of *one* array, and takes its second argument for an axis. You want the "
            "larger of two numbers, entry by entry; its name is longer.",
        ),
        Misconception(
            "largest of all",
            lambda x: np.max(np.maximum(0, x)),
            "You return one number, the largest of all. Every entry needs an answer of its own.",
        ),
        Misconception(
            "value and slope",
            lambda x: (np.maximum(0, x), (x > 0) * 1.0),
            "You return a pair, value and slope. Here the value alone is asked for.",
        ),
        Misconception(
            "a sigmoid",
            sigmoid,
            "That is the sigmoid, which never exceeds 1. A ReLU has no upper limit.",
        ),
        Misconception(
            "largest entry",
            np.max,
            "You return one number, the largest entry of x. Every entry needs an answer of its own.",
        ),
        Misconception(
            "minimum",
            lambda x: np.minimum(0, x),
            "You let the negative numbers through and stop the positive ones. It should be the other way round: which "
            "answer belongs to which side of your condition?",
        ),
        Misconception(
            "mirrored",
            lambda x: np.maximum(0, -x),
            "Your unit is on for negative x and off for positive x. Look at the sign of x.",
        ),
        Misconception(
            "absolute value",
            lambda x: np.abs(x),
            "You fold the negative side up. A ReLU flattens it.",
        ),
        Misconception(
            "absolute value added",
            lambda x: x + np.abs(x),
            "The negative side is right, and the positive side is twice too steep: what is x + |x| for x = 3?",
        ),
        Misconception(
            "the derivative",
            relu_derivative,
            "That is 1 where the unit is on: the derivative, which comes next. The unit itself sends x on.",
        ),
        Misconception(
            "clipped at 1",
            lambda x: np.clip(x, 0, 1),
            "The floor is right, but you have put in a ceiling at 1. How large may a ReLU get?",
        ),
        Misconception(
            "clipped at 6",
            lambda x: np.clip(x, 0, 6),
            "That is ReLU6, with a ceiling at 6; it comes later in this lab.",
        ),
        Misconception(
            "clipped at -1",
            lambda x: np.maximum(x, -1),
            "You cut off below -1. From which number on is a ReLU off?",
        ),
        Misconception(
            "leaky, 0.01",
            lambda x: np.maximum(0.01 * x, x),
            "That is a leaky ReLU: a little of the negative side comes through. It comes later; here nothing does.",
        ),
        Misconception(
            "leaky, 0.1",
            lambda x: np.maximum(0.1 * x, x),
            "That is a leaky ReLU: a little of the negative side comes through. It comes later; here nothing does.",
        ),
        Misconception(
            "softplus",
            lambda x: np.logaddexp(0, x),
            "That is softplus, log(1 + e^x): a ReLU with a rounded corner. A ReLU has a sharp one.",
        ),
        Misconception(
            "swish",
            lambda x: x * sigmoid(x),
            "x times a sigmoid is a smooth relative of the ReLU (swish). Here each unit is either fully on or off.",
        ),
        Misconception(
            "filtered",
            lambda x: x[x > 0],
            "You return only the positive entries, so the array gets shorter and nobody knows any more which unit they "
            "came from. Every unit must answer, the ones that are off with a zero.",
        ),
        Misconception(
            "off means -1",
            lambda x: np.where(x > 0, x, -1),
            "A unit that is off sends nothing on, and nothing is 0.",
        ),
        Misconception(
            "threshold at 1",
            lambda x: np.where(x > 1, x, 0),
            "Inputs between 0 and 1 are lost. From which number on is a ReLU on?",
        ),
        Misconception(
            "shifted",
            lambda x: np.maximum(x - 1, 0),
            "Your kink lies at 1. Where is it?",
        ),
        Misconception(
            "whole numbers",
            lambda x: np.maximum(0, x).astype(int),
            "The decimals are lost: somewhere your numbers become integers.",
        ),
        Misconception(
            "all or nothing",
            lambda x: np.zeros_like(x) if np.any(x < 0) else x,
            "One negative entry turns all of them off. Each entry is judged by itself.",
        ),
        Misconception(
            "the input",
            lambda x: np.add(x, 0),
            "The negative numbers come out as they went in.",
        ),
    ],
)
