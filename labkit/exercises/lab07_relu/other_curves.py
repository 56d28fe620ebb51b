"""Another curve, taken for ELU."""

import numpy as np

from labkit.exercises.lab07_relu.sides import left
from labkit.exercises.misconception import Misconception
from labkit.nn.functional import elu, elu_derivative, relu

OTHER_CURVES = [
    Misconception(
        "leaky",
        lambda x, alpha: left(x, lambda z: alpha * z),
        "On the left you have a straight line: a leaky ReLU with a large leak. ELU bends.",
    ),
    Misconception("the plain ReLU", lambda x, alpha: relu(x), "That is the plain ReLU: the left side is flat."),
    Misconception(
        "minus alpha at once",
        lambda x, alpha: left(x, lambda z: np.full_like(z, -alpha)),
        "Far to the left that is right. But the curve must get there smoothly, from 0.",
    ),
    Misconception(
        "cut off at minus alpha",
        lambda x, alpha: np.maximum(x, -alpha),
        "It ends at -alpha, as it should, but in a straight line with a corner. ELU bends.",
    ),
    Misconception(
        "the derivative",
        elu_derivative,
        "That is the derivative. Here the function itself is asked for.",
    ),
    Misconception(
        "powers of 2",
        lambda x, alpha: left(x, lambda z: alpha * (2.0**z - 1)),
        "The base is e, not 2.",
    ),
    Misconception(
        "SELU",
        lambda x, alpha: 1.0507009873554805 * elu(x, alpha),
        "That is SELU, which multiplies by 1.0507. Plain ELU is x on the right.",
    ),
    Misconception(
        "tanh",
        lambda x, alpha: left(x, lambda z: alpha * np.tanh(z)),
        "tanh levels out at -alpha too, but twice as fast. ELU is made with the exponential.",
    ),
    Misconception(
        "softplus",
        lambda x, alpha: np.logaddexp(0, x),
        "That is softplus, log(1 + e^x): a ReLU with a rounded corner, and never negative.",
    ),
    Misconception(
        "the input",
        lambda x, alpha: np.add(x, 0),
        "What comes out is what went in.",
    ),
]
