"""The hyperbolic tangent with a slope, for any input."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab03_sigmoid_slope.inputs import inputs
from labkit.exercises.misconception import Misconception
from labkit.nn.functional import lecun_tanh, sigmoid, tanh, tanh_derivative


def _by_sides(x, k):
    """Each side's safe quotient, but both computed everywhere."""
    up, down = np.exp(2 * k * x), np.exp(-2 * k * x)
    return np.where(np.asarray(x) > 0, (1 - down) / (1 + down), (up - 1) / (up + 1))


def _of_exponentials(x, k):
    return (np.exp(k * x) - np.exp(-k * x)) / (np.exp(k * x) + np.exp(-k * x))


TANH = Exercise(
    id="05.tanh",
    name="tanh",
    title="tanh with a slope, for any input",
    points=2,
    reference=tanh,
    probes=inputs,
    no_warnings=True,
    misconceptions=[  # overflows from the rarest to the commonest: the first that explains all warnings is named
        Misconception(
            "clipped, in double only",
            lambda x, k: 1 - 2 / (1 + np.exp(np.clip(2 * k * x, -600, 600))),
            "Your bound is right for float64. In float32, in which networks train, the exponential overflows from "
            "e^89 on. What is the smallest bound that changes nothing?",
        ),
        Misconception(
            "clipped before the slope, wide",
            lambda x, k: 1 - 2 / (1 + np.exp(2 * k * np.clip(x, -300, 300))),
            "You clip x, but it is k times x that stands in the exponential: with a steep slope it still overflows.",
        ),
        Misconception(
            "both branches",
            _by_sides,
            "A good idea: one formula for each side. But `np.where` chooses after *both* have been computed on all of "
            "x, so the wrong one still overflows. Can you make the number inside the exponential harmless first?",
        ),
        Misconception(
            "(e^2kx - 1) / (e^2kx + 1)",
            lambda x, k: (np.exp(2 * k * x) - 1) / (np.exp(2 * k * x) + 1),
            "Report B's formula, and right as algebra. Far to the right it is infinity over infinity, which is nan. "
            "Which form of the same function never needs the exponential of a large number?",
        ),
        Misconception(
            "(1 - e^-2kx) / (1 + e^-2kx)",
            lambda x, k: (1 - np.exp(-2 * k * x)) / (1 + np.exp(-2 * k * x)),
            "Right as algebra. Far to the left it is infinity over infinity, which is nan. Which form of the same "
            "function never needs the exponential of a large number?",
        ),
        Misconception(
            "overflow on both sides",
            _of_exponentials,
            "The definition itself, and far out on either side it is infinity over infinity: nan. One exponential is "
            "too large whatever the sign of x. Which form needs only the small one?",
        ),
        Misconception(
            "nan turned into zero",
            lambda x, k: np.nan_to_num((np.exp(2 * k * x) - 1) / (np.exp(2 * k * x) + 1)),
            "You replace nan by 0, so a unit that should be fully on, at 1, is at 0. Do not mend the result: avoid the "
            "number that is too large.",
        ),
        Misconception(
            "textbook sigmoid inside",
            lambda x, k: 2 / (1 + np.exp(-2 * k * x)) - 1,
            "The right relation to the sigmoid. But the textbook sigmoid asks for the exponential of a large positive "
            "number far to the left, and NumPy warns. Which form of it, or which function of NumPy, does not?",
        ),
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
            "mirrored",
            lambda x, k: -tanh(x, k),
            "Your curve falls from 1 to -1; it must rise. Look at the signs in the exponentials.",
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
    ],
)
