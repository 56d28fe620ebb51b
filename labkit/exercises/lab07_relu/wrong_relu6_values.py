"""Where ReLU6's limits go wrong: in the value alone, or in value and slope alike."""

import numpy as np

from labkit.exercises.misconception import Misconception
from labkit.nn.functional import relu, relu_derivative, sigmoid, sigmoid_derivative
from labkit.nn.functional import relu6 as value
from labkit.nn.functional import relu6_derivative as slope

FLOOR = (
    "A unit that is off sends 0, not 0.01. With 0.01 the next line of code has to guess whether that is a unit that is "
    "off or one that is a little bit on."
)

WRONG_VALUES = [
    Misconception("floor of 0.01", lambda x: (np.clip(x, 0.01, 6), slope(x)), FLOOR),
    Misconception("floor of 0.0001", lambda x: (np.clip(x, 1e-4, 6), slope(x)), FLOOR),
    Misconception(
        "the floor counts as on",
        lambda x: (np.clip(x, 0.01, 6), (x < 6) * 1.0),
        FLOOR + " Yours takes it for on.",
    ),
    Misconception(
        "a floor at 6",
        lambda x: (np.maximum(x, 6), (x > 6) * 1.0),
        "Nothing in your value is below 6: that makes the 6 a floor, and it is the ceiling.",
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
        lambda x: (relu(x), relu_derivative(x)),
        "That is the plain ReLU. Where is the 6?",
    ),
    Misconception(
        "ceiling forgotten in the value",
        lambda x: (relu(x), slope(x)),
        "Your slope knows about the 6, your value does not.",
    ),
    Misconception(
        "drops to 0 above 6",
        lambda x: (x * slope(x), slope(x)),
        "Above 6 your unit falls back to 0. It should stay at its ceiling.",
    ),
    Misconception(
        "drops to 0 only above 6",
        lambda x: (np.where(x > 6, 0, np.maximum(0, x)), slope(x)),
        "Above 6 your unit falls back to 0. It should stay at its ceiling.",
    ),
    Misconception(
        "from -6 to 6",
        lambda x: (np.clip(x, -6, 6), (np.abs(x) < 6) * 1.0),
        "The lower limit is 0, as for every ReLU.",
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
        "six times a ReLU",
        lambda x: (6 * np.maximum(0, x), (x > 0) * 6.0),
        "You multiply by 6. The 6 is the height of a ceiling; below it the curve is y = x.",
    ),
    Misconception(
        "ceiling at 1",
        lambda x: (np.clip(x, 0, 1), np.where((x > 0) & (x < 1), 1, 0)),
        "Your ceiling is at 1. The name says where it should be.",
    ),
    Misconception(
        "a wide sigmoid",
        lambda x: (6 * sigmoid(x), 6 * sigmoid_derivative(x)),
        "A sigmoid that reaches 6 is smooth; ReLU6 is made of three straight lines.",
    ),
]
