"""The derivative of the sigmoid, from its input."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab03_sigmoid_slope import derivative_hints as hint
from labkit.exercises.lab03_sigmoid_slope.inputs import inputs
from labkit.exercises.misconception import Misconception
from labkit.nn.functional import sigmoid, sigmoid_derivative

SLOPE_FROM_INPUT = Exercise(
    id="03.slope_from_input",
    name="sigmoid_derivative",
    title="The derivative, from the input",
    points=2,
    reference=sigmoid_derivative,
    probes=inputs,
    misconceptions=[
        Misconception("no slope", lambda x, k: sigmoid_derivative(x, k) / k, hint.SLOPE_MISSING),
        Misconception(
            "slope 1",
            lambda x, k: sigmoid_derivative(x, 1.0),
            "The same for every k: does your sigmoid get its slope?",
        ),
        Misconception(
            "slope in front only",
            lambda x, k: k * sigmoid_derivative(x, 1.0),
            "The factor in front is right, but the curve underneath has slope 1: pass k on to your sigmoid.",
        ),
        Misconception("slope squared", lambda x, k: k * sigmoid_derivative(x, k), hint.SLOPE_SQUARED),
        Misconception("slope divides", lambda x, k: sigmoid_derivative(x, k) / k**2, hint.SLOPE_DIVIDES),
        Misconception(
            "slope twice",
            lambda x, k: k * sigmoid(k * np.asarray(x), k) * (1 - sigmoid(k * np.asarray(x), k)),
            "Inside, k enters twice: once by your hand and once more in your sigmoid, which already multiplies by it.",
        ),
        Misconception("sign", lambda x, k: -sigmoid_derivative(x, k), hint.SIGN),
        Misconception(
            "input taken for the output",
            lambda x, k: k * x * (1 - x),
            "k y (1 - y) wants the *output* y of the sigmoid, and x is its input. Which step is missing?",
        ),
        Misconception(
            "input taken for the output, no slope",
            lambda x, k: x * (1 - x),
            "y (1 - y) wants the *output* y of the sigmoid, and x is its input. Which step is missing? And where is k?",
        ),
        Misconception(
            "sigmoid applied twice",
            lambda x, k: sigmoid_derivative(sigmoid(x, k), k),
            "Your sigmoid is applied to an output of the sigmoid. Follow x through your code: how often does it pass?",
        ),
        Misconception(
            "sigmoid applied twice, slope once",
            lambda x, k: k * sigmoid_derivative(sigmoid(x, k), 1.0),
            "Your sigmoid is applied to an output of the sigmoid. Follow x through your code: how often does it pass?",
        ),
        Misconception("the function itself", lambda x, k: sigmoid(x, k), "That is the sigmoid, not its derivative."),
        Misconception("second factor missing", lambda x, k: k * sigmoid(x, k), hint.FACTOR),
        Misconception("first factor missing", lambda x, k: k * (1 - sigmoid(x, k)), hint.FACTOR),
        Misconception("tanh", lambda x, k: k * (1 - sigmoid(x, k) ** 2), hint.TANH),
        Misconception(
            "tanh, the function too",
            lambda x, k: k * (1 - np.tanh(k * np.asarray(x)) ** 2),
            "That is the derivative of tanh(kx); here we differentiate the sigmoid.",
        ),
        Misconception("product squared", lambda x, k: k * (sigmoid(x, k) * (1 - sigmoid(x, k))) ** 2, hint.PRODUCT),
        Misconception(
            "square on one factor",
            lambda x, k: k * sigmoid(x, k) ** 2 * (1 - sigmoid(x, k)),
            "One of the two factors y and 1 - y stands there twice. The derivative must be the same at x and -x.",
        ),
        Misconception(
            "square on the other factor",
            lambda x, k: k * sigmoid(x, k) * (1 - sigmoid(x, k)) ** 2,
            "One of the two factors y and 1 - y stands there twice. The derivative must be the same at x and -x.",
        ),
        Misconception(
            "sum for product",
            lambda x, k: k * (sigmoid(x, k) + (1 - sigmoid(x, k))),
            "y + (1 - y) is always 1. The two factors are multiplied.",
        ),
        Misconception(
            "plus for minus",
            lambda x, k: k * sigmoid(x, k) * (1 + sigmoid(x, k)),
            "Far to the right the curve is flat, and your derivative is 2k there. Check the sign inside the bracket.",
        ),
        Misconception(
            "second derivative",
            lambda x, k: k**2 * sigmoid(x, k) * (1 - sigmoid(x, k)) * (1 - 2 * sigmoid(x, k)),
            hint.SECOND,
        ),
        Misconception("peak everywhere", lambda x, k: np.full_like(np.asarray(x, dtype=float), k / 4), hint.PEAK),
        Misconception(
            "overflow to nan",
            lambda x, k: k * np.exp(-k * x) / (1 + np.exp(-k * x)) ** 2,
            "A correct formula that breaks far to the left, where it is infinity over infinity: nan. You "
            "have a stable sigmoid; can you write the derivative with nothing but its values?",
        ),
        Misconception(
            "overflow to nan on the right",
            lambda x, k: k * np.exp(k * x) / (1 + np.exp(k * x)) ** 2,
            "A correct formula that breaks far to the right, where it is infinity over infinity: nan. You "
            "have a stable sigmoid; can you write the derivative with nothing but its values?",
        ),
        Misconception(
            "mirrored half",
            lambda x, k: k * sigmoid(-np.abs(x), k),
            "It vanishes on both sides, as it should, but it is pointed in the middle and k/2 high there. "
            "The peak of the derivative is k/4.",
        ),
    ],
)
