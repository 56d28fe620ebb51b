"""The leaky ReLU's value is right, and its slope is not."""

import numpy as np

from labkit.exercises.misconception import Misconception
from labkit.nn.functional import leaky_relu as value
from labkit.nn.functional import leaky_relu_derivative as slope
from labkit.nn.functional import relu_derivative

WRONG_SLOPES = [
    Misconception(
        "slope of the plain ReLU",
        lambda x, leak: (value(x, leak), relu_derivative(x)),
        "Your value leaks, your slope does not. No error would come through to a unit that is off: the one thing "
        "that the leak is there for.",
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
    Misconception(
        "leak built into the slope",
        lambda x, leak: (value(x, leak), slope(x, 0.01)),
        "Your slope always leaks 0.01; it should use the leak that it is given.",
    ),
    Misconception(
        "threshold at the leak",
        lambda x, leak: (value(x, leak), np.where(x > leak, 1, leak)),
        "Your slope changes at x = leak. Where is the kink? The leak is a steepness, not a place.",
    ),
    Misconception(
        "slope is one number",
        lambda x, leak: (value(x, leak), np.float64(1.0)),
        "Your slope is one number for all. Each entry needs its own.",
    ),
]
