"""The slope of another curve, taken for the ReLU's."""

import numpy as np

from labkit.exercises.misconception import Misconception
from labkit.nn.functional import relu, sigmoid

OTHER_SLOPES = [
    Misconception(
        "sign",
        lambda x: np.sign(x),
        "On the left you have slope -1: a curve that falls there, like |x|. What does a ReLU do on the left?",
    ),
    Misconception(
        "-1 on the left",
        lambda x: np.where(x > 0, 1, -1),
        "On the left you have slope -1: a curve that falls there, like |x|. What does a ReLU do on the left?",
    ),
    Misconception(
        "mirrored",
        lambda x: (x < 0) * 1.0,
        "You have 1 where the unit is off and 0 where it is on.",
    ),
    Misconception(
        "sign flipped",
        lambda x: -1.0 * (x > 0),
        "The curve rises where it is not flat, so its slope is not negative. Is that minus meant for the update?",
    ),
    Misconception(
        "leaky",
        lambda x: np.where(x > 0, 1, 0.01),
        "A slope of 0.01 where the unit is off belongs to the leaky ReLU. Here that side is flat.",
    ),
    Misconception(
        "leaks the input",
        lambda x: np.where(x > 0, 1, 0.01 * x),
        "On the left you return 0.01 x, the *value* of a leaky ReLU. The slope of a ReLU is wanted, and it is "
        "flat there.",
    ),
    Misconception(
        "clipped",
        lambda x: np.clip(x, 0, 1),
        "Between 0 and 1 your slope grows with x. But the curve is a straight line there: equally steep everywhere.",
    ),
    Misconception(
        "the sigmoid's formula",
        lambda x: relu(x) * (1 - relu(x)),
        "y (1 - y) is the derivative of the sigmoid. Every activation has its own.",
    ),
    Misconception(
        "the sigmoid's formula on the input",
        lambda x: x * (1 - x),
        "y (1 - y) is the derivative of the sigmoid. Every activation has its own.",
    ),
    Misconception(
        "the tanh's formula",
        lambda x: 1 - relu(x) ** 2,
        "1 - y^2 is the derivative of tanh. Every activation has its own.",
    ),
    Misconception(
        "a sigmoid",
        lambda x: sigmoid(x),
        "A smooth step, and the ReLU's is sharp: that is the derivative of softplus, log(1 + e^x).",
    ),
    Misconception(
        "the sigmoid's derivative",
        lambda x: sigmoid(x) * (1 - sigmoid(x)),
        "That is the derivative of the sigmoid. Draw the ReLU: two straight lines, so there are only two slopes.",
    ),
    Misconception(
        "integrated",
        lambda x: relu(x) ** 2 / 2,
        "You have integrated: x^2/2 is what x is the derivative of. You want the way down, not up.",
    ),
]
