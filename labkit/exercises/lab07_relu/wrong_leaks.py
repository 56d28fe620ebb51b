"""More ways to get the leaky ReLU wrong."""

import numpy as np

from labkit.exercises.misconception import Misconception
from labkit.nn.functional import leaky_relu, leaky_relu_derivative

WRONG_LEAKS = [
    Misconception(
        "slope first, then value",
        lambda x, leak: (leaky_relu_derivative(x, leak), leaky_relu(x, leak)),
        "Value and slope have changed places: the value comes first.",
    ),
    Misconception(
        "divided by the leak, at 0 too",
        lambda x, leak: (np.where(x > 0, x, x / leak), np.where(x > 0, 1, 1 / leak)),
        "You divide by the leak, and so the negative side gets steeper, not flatter.",
    ),
    Misconception(
        "slope first, then value, with 1 at 0",
        lambda x, leak: (np.where(x >= 0, 1, leak), leaky_relu(x, leak)),
        "Value and slope have changed places: the value comes first.",
    ),
]
