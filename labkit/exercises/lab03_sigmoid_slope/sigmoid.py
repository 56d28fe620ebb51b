"""The sigmoid with a slope, for any input."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab03_sigmoid_slope.inputs import inputs
from labkit.exercises.misconception import Misconception
from labkit.nn.functional import sigmoid, sigmoid_derivative


def _at_borders(x, k):
    """The quotient a mask would protect, computed everywhere: NaN on the right, thrown away."""
    return np.where(np.asarray(x) >= 0, 1 / (1 + np.exp(-k * x)), np.exp(k * x) / (1 + np.exp(k * x)))


SIGMOID = Exercise(
    id="03.sigmoid",
    name="sigmoid",
    title="A sigmoid with a slope, for any input",
    points=2,
    reference=sigmoid,
    probes=inputs,
    no_warnings=True,
    misconceptions=[  # overflows from the rarest to the commonest: the first that explains all warnings is named
        Misconception(
            "clipped, in double only",
            lambda x, k: 1 / (1 + np.exp(np.clip(-k * x, -500, 500))),
            "Your bound is right for float64. In float32, in which networks train, the exponential "
            "overflows from e^89 on. What is the smallest bound that changes nothing?",
        ),
        Misconception(
            "clipped before the slope, wide",
            lambda x, k: 1 / (1 + np.exp(-k * np.clip(x, -500, 500))),
            "You clip x, but it is k times x that stands in the exponential: with a steep slope it still overflows.",
        ),
        Misconception(
            "overflow",
            lambda x, k: 1 / (1 + np.exp(-k * x)),
            "Your formula is the textbook one, and far to the left it asks for the exponential of a large "
            "positive number, more than a computer can hold. Which other form of the same function only "
            "ever needs exponentials of negative numbers, or none at all?",
        ),
        Misconception(
            "both branches",
            _at_borders,
            "A good idea: one formula for each side. But `np.where` chooses after *both* formulas have been "
            "computed on all of x, so the wrong one still overflows. Can you make the number inside the "
            "exponential harmless before you take it?",
        ),
        Misconception(
            "overflow to nan",
            lambda x, k: np.exp(k * x) / (1 + np.exp(k * x)),
            "Far to the right your fraction is infinity over infinity, which is nan. Divide numerator and "
            "denominator by the same thing and see which form is safe on which side.",
        ),
        Misconception(
            "textbook formula, mirrored",
            lambda x, k: 1 / (1 + np.exp(k * x)),
            "Your curve falls from 1 to 0; it must rise. Look at the sign inside the exponential first. Then think of "
            "very large inputs: NumPy warns that the exponential overflows.",
        ),
        Misconception(
            "no slope",
            lambda x, k: sigmoid(x, 1.0),
            "Your function gives the same curve for every k. Where does the slope enter the formula?",
        ),
        Misconception(
            "k divides",
            lambda x, k: sigmoid(x, 1 / k),
            "A larger k must make the curve steeper; yours gets flatter. What does k do to x?",
        ),
        Misconception(
            "k in front",
            lambda x, k: k * sigmoid(x, 1.0),
            "Your outputs reach up to k. k stretches the curve along the x axis; at the far right the value "
            "is still 1.",
        ),
        Misconception(
            "k in front, and inside",
            lambda x, k: k * sigmoid(x, k),
            "Inside the exponential k is right, but it also multiplies your result, which must stay between "
            "0 and 1. (A factor k in front does belong to the *derivative*.)",
        ),
        Misconception(
            "k beside the exponential",
            lambda x, k: 1 / (1 + k * np.exp(-np.clip(x, -700, 700))),
            "k stands outside the exponential in your formula: that shifts the curve sideways. At x = 0 the "
            "value must be 1/2 for every k.",
        ),
        Misconception(
            "k as a power",
            lambda x, k: sigmoid(x, 1.0) ** k,
            "You raise the whole sigmoid to the power k. Only its exponential is: $(e^{-x})^k$. At x = 0 "
            "the value must be 1/2 for every k.",
        ),
        Misconception(
            "k added",
            lambda x, k: sigmoid(x + k, 1.0),
            "Your k moves the curve sideways, as a bias would. A slope stretches it: at x = 0 the value must be 1/2.",
        ),
        Misconception(
            "k subtracted",
            lambda x, k: sigmoid(x - k, 1.0),
            "Your k moves the curve sideways, as a bias would. A slope stretches it: at x = 0 the value must be 1/2.",
        ),
        Misconception(
            "k squared",
            lambda x, k: sigmoid(x, k**2),
            "The curve is steeper than asked for. How often does k stand in your formula?",
        ),
        Misconception(
            "mirrored",
            lambda x, k: sigmoid(-x, k),
            "Your curve falls from 1 to 0; it must rise. Look at the sign inside the exponential.",
        ),
        Misconception(
            "only one side",
            lambda x, k: sigmoid(np.abs(x), k),
            "Taking |x| keeps the exponential small, but it folds the left half onto the right: your values "
            "never fall below 1/2. What must happen to the result where x was negative?",
        ),
        Misconception(
            "only the other side",
            lambda x, k: sigmoid(-np.abs(x), k),
            "Your values never rise above 1/2: the form that is safe on the left is used on the right as "
            "well. How are the values at x and -x related?",
        ),
        Misconception(
            "tanh",
            lambda x, k: np.tanh(k * np.asarray(x)),
            "That is tanh, which runs from -1 to 1. A sigmoid runs from 0 to 1; the two are related, look "
            "at the theory once more.",
        ),
        Misconception(
            "tanh without the half",
            lambda x, k: sigmoid(x, 2 * k),
            "Very close: your curve is exactly twice as steep as it should be. With the tanh, which factor "
            "belongs in front of kx?",
        ),
        Misconception(
            "tanh of the half",
            lambda x, k: np.tanh(0.5 * k * np.asarray(x)),
            "The tanh is the right curve, but it runs from -1 to 1. How do you move and shrink it so that "
            "it runs from 0 to 1?",
        ),
        Misconception(
            "tanh, shifted only",
            lambda x, k: 1 + np.tanh(k * np.asarray(x) / 2),
            "Your values run from 0 to 2. A shift brings the tanh above zero; what brings it below one?",
        ),
        Misconception(
            "brackets",
            lambda x, k: 1 + np.exp(-np.clip(k * x, -700, 700)),
            "Python reads `1 / 1 + e` as `(1 / 1) + e`. Which brackets does the fraction need?",
        ),
        Misconception(
            "clipped too early",
            lambda x, k: sigmoid(np.clip(x, -5, 5), k),
            "You clip x so tightly that the values change: they must come closer and closer to 0 and 1. "
            "From where on does clipping change nothing that a computer could see?",
        ),
        Misconception(
            "clipped before the slope",
            lambda x, k: sigmoid(np.clip(x, -50, 50), k),
            "You clip x, but the number that must stay in bounds is another one: with a gentle slope, x = "
            "50 is not far out yet.",
        ),
        Misconception(
            "straight line",
            lambda x, k: np.clip(0.5 + k * np.asarray(x) / 4, 0, 1),
            "Right in the middle, but a sigmoid bends: this is its tangent at 0, cut off at 0 and 1.",
        ),
        Misconception(
            "step",
            lambda x, k: np.where(np.asarray(x) > 0, 1.0, 0.0),
            "Your function jumps from 0 to 1. That is what the sigmoid becomes for an infinite slope; in "
            "between it must be smooth.",
        ),
        Misconception(
            "the derivative",
            sigmoid_derivative,
            "That is the derivative, which comes in the next exercise. Here the function itself is asked for.",
        ),
    ],
)
