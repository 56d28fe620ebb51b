"""The hyperbolic tangent with a slope, for any input."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab03_sigmoid_slope.inputs import inputs
from labkit.exercises.lab05_tanh.tanh_overflows import OVERFLOWS
from labkit.exercises.misconception import Misconception
from labkit.nn.functional import lecun_tanh, sigmoid, tanh, tanh_derivative

# A curve mirrored is left to "sign flipped": turned once more it is tanh itself, so with a name of its own it would
# be recognised in answers whose numbers are right and that only warn.
TANH = Exercise(
    id="05.tanh",
    name="tanh",
    title="tanh with a slope, for any input",
    points=2,
    reference=tanh,
    probes=inputs,
    no_warnings=True,
    misconceptions=[
        *OVERFLOWS,
        Misconception(
            "no slope",
            lambda x, k: np.tanh(np.multiply(x, 1.0)),
            "Your function gives the same curve for every k. Where does the slope enter the formula?",
        ),
        Misconception(
            "k in front",
            lambda x, k: k * np.tanh(np.multiply(x, 1.0)),
            "Your outputs reach up to k. k stretches the curve along the x axis; at the far right the value is still "
            "1. (A number in front is what LeCun's version adds.)",
        ),
        Misconception(
            "k in front, and inside",
            lambda x, k: k * tanh(x, k),
            "Inside, k is right, but it also multiplies your result, which must stay between -1 and 1. (A factor k in "
            "front does belong to the *derivative*.)",
        ),
        Misconception(
            "k divides", lambda x, k: tanh(x, 1 / k), "A larger k must make the curve steeper; yours gets flatter."
        ),
        Misconception(
            "k squared", lambda x, k: tanh(x, k**2), "Steeper than asked for. How often does k stand in your formula?"
        ),
        Misconception(
            "twice as steep",
            lambda x, k: tanh(x, 2 * k),
            "Your curve is exactly twice as steep as it should be. The 2 of the formula stands in the *sigmoid*.",
        ),
        Misconception(
            "half as steep",
            lambda x, k: tanh(x, k / 2),
            "Your curve is exactly half as steep as it should be: which slope must the sigmoid have, to make tanh(kx)?",
        ),
        Misconception(
            "k added",
            lambda x, k: np.tanh(np.add(x, k)),
            "Your k moves the curve sideways, as a bias would. A slope stretches it: tanh(0) is 0 for every k.",
        ),
        Misconception(
            "k as a power",
            lambda x, k: np.sign(x) * np.abs(np.tanh(np.multiply(x, 1.0))) ** k,
            "You raise the tanh to the power k; the slope multiplies x, inside.",
        ),
        Misconception(
            "k as a power, nan on the left",
            lambda x, k: np.tanh(np.multiply(x, 1.0)) ** k,
            "You raise the tanh to the power k, which is not even defined on the left; the slope multiplies x, inside.",
        ),
        Misconception(
            "only one side",
            lambda x, k: np.abs(tanh(x, k)),
            "Taking |x| keeps the exponential small, but the left half comes out above zero: what must happen to the "
            "result where x was negative?",
        ),
        Misconception(
            "the sigmoid",
            lambda x, k: sigmoid(x, k),
            "That is the sigmoid, which runs from 0 to 1. tanh runs from -1 to 1, through 0.",
        ),
        Misconception(
            "the sigmoid, twice as steep",
            lambda x, k: sigmoid(x, 2 * k),
            "The right sigmoid, but it still runs from 0 to 1. How do you stretch and shift it to run from -1 to 1?",
        ),
        Misconception(
            "between 0 and 2",
            lambda x, k: 2 * sigmoid(x, 2 * k),
            "Yours runs from 0 to 2, so every output is positive. What brings its middle to 0?",
        ),
        Misconception(
            "shifted, not stretched",
            lambda x, k: sigmoid(x, 2 * k) - 0.5,
            "Yours runs from -1/2 to 1/2. The shift is right; what brings its ends to -1 and 1?",
        ),
        Misconception(
            "shifted too far",
            lambda x, k: 2 * (sigmoid(x, 2 * k) - 1),
            "Yours runs from -2 to 0. Is the 1 subtracted before the doubling, or after it?",
        ),
        Misconception(
            "the derivative",
            tanh_derivative,
            "That is the derivative, which comes in the next exercise. Here the function itself is asked for.",
        ),
        Misconception(
            "the derivative, no slope",
            lambda x, k: tanh_derivative(x, k) / k,
            "That is the derivative (nearly), which comes next. Here the function itself is asked for.",
        ),
        Misconception(
            "tangent",
            lambda x, k: np.tan(np.multiply(k, x)),
            "The *hyperbolic* tangent is asked for; yours is the one of the circle, with jumps.",
        ),
        Misconception(
            "LeCun's",
            lambda x, k: lecun_tanh(np.multiply(k, x)),
            "That is LeCun's version, which comes later. Here the values run from -1 to 1.",
        ),
        Misconception(
            "straight line",
            lambda x, k: np.clip(np.multiply(k, x), -1, 1),
            "Right near 0, but tanh bends: this is its tangent at 0, cut off at -1 and 1.",
        ),
        Misconception("step", lambda x, k: np.sign(x) * 1.0, "Your function jumps. In between it must be smooth."),
        Misconception(
            "clipped too early",
            lambda x, k: tanh(np.clip(x, -3, 3), k),
            "You clip x so tightly that the values change: they must come closer and closer to -1 and 1. From where "
            "on does clipping change nothing that a computer could see?",
        ),
        Misconception(
            "clipped too early, at 5",
            lambda x, k: tanh(np.clip(x, -5, 5), k),
            "You clip x so tightly that the values change, most of all with a gentle slope. From where on does "
            "clipping change nothing that a computer could see, and is it x that decides, or kx?",
        ),
        Misconception(
            "clipped before the slope",
            lambda x, k: tanh(np.clip(x, -20, 20), k),
            "You clip x, but it is kx that says how far out a unit is: with a gentle slope, x = 20 is still in the "
            "middle of the curve.",
        ),
    ],
)
