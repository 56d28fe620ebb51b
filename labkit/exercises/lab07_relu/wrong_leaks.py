"""Where the leak goes wrong: in the value alone, or in value and slope alike."""

import numpy as np

from labkit.exercises.misconception import Misconception
from labkit.nn.functional import leaky_relu as value
from labkit.nn.functional import leaky_relu_derivative as slope
from labkit.nn.functional import relu, relu_derivative

VALUE_SWAPPED = "The leak weakens the positive side in your value; it belongs to the side on which a ReLU is off."

WRONG_LEAKS = [
    Misconception(
        "leak as a floor",
        lambda x, leak: (np.maximum(leak, x), slope(x, leak)),
        "max(leak, x) is a floor: every negative input gives the same value. A leak lets through a *share* of x.",
    ),
    Misconception(
        "leak as a floor, slope of a floor",
        lambda x, leak: (np.maximum(leak, x), (x > leak) * 1.0),
        "max(leak, x) is a floor: every negative input gives the same value, and the curve is flat there. A leak "
        "lets through a *share* of x.",
    ),
    Misconception(
        "leak for the value",
        lambda x, leak: (np.where(x > 0, x, leak), slope(x, leak)),
        "On the negative side your value is the same for every x. A leak lets through a *share* of x.",
    ),
    Misconception(
        "leak added on both sides",
        lambda x, leak: (relu(x) + leak * x, slope(x, leak)),
        "You add leak times x on the positive side as well. Put in x = 1: what should come out?",
    ),
    Misconception(
        "leak added on both sides, slope too",
        lambda x, leak: (relu(x) + leak * x, relu_derivative(x) + leak),
        "You add the leak on the positive side as well. Put in x = 1: what should come out?",
    ),
    Misconception(
        "value of the plain ReLU",
        lambda x, leak: (relu(x), slope(x, leak)),
        "Your slope leaks, your value does not.",
    ),
    Misconception(
        "the plain ReLU",
        lambda x, leak: (relu(x), relu_derivative(x)),
        "That is the plain ReLU: right for a leak of 0 only.",
    ),
    Misconception("value exchanged", lambda x, leak: (np.minimum(leak * x, x), slope(x, leak)), VALUE_SWAPPED),
    Misconception(
        "sides exchanged",
        lambda x, leak: (np.minimum(leak * x, x), np.where(x > 0, leak, 1)),
        "You weaken the positive side; the leak belongs to the side on which a ReLU is off. (With a leak below 1, "
        "which is larger for x = -2: x, or leak times x?)",
    ),
    Misconception(
        "folded up",
        lambda x, leak: (np.where(x < 0, -leak * x, x), slope(x, leak)),
        "Your value is positive on both sides. A leak lets a negative input through as a small *negative* number.",
    ),
    Misconception(
        "folded up, slope too",
        lambda x, leak: (np.where(x < 0, -leak * x, x), np.where(x < 0, -leak, 1)),
        "Your value is positive on both sides. A leak lets a negative input through as a small *negative* number.",
    ),
    Misconception(
        "divided by the leak",
        lambda x, leak: (np.where(x < 0, x / leak, x), np.where(x < 0, 1 / leak, 1)),
        "You divide by the leak, and so the negative side gets steeper, not flatter.",
    ),
    Misconception(
        "divided by the leak, at 0 too",
        lambda x, leak: (np.where(x > 0, x, x / leak), np.where(x > 0, 1, 1 / leak)),
        "You divide by the leak, and so the negative side gets steeper, not flatter.",
    ),
    Misconception(
        "leak built in",
        lambda x, leak: (value(x, 0.01), slope(x, 0.01)),
        "Right for a leak of 0.01. Your function should use the leak that it is given.",
    ),
    Misconception(
        "leak built into the value",
        lambda x, leak: (value(x, 0.01), slope(x, leak)),
        "Your value always leaks 0.01; it should use the leak that it is given.",
    ),
    Misconception(
        "leak on both sides",
        lambda x, leak: (leak * x, np.full_like(x, leak)),
        "You weaken both sides. What is positive comes through whole.",
    ),
    Misconception(
        "leak subtracted",
        lambda x, leak: (np.where(x > 0, x, x - leak), slope(x, leak)),
        "You subtract the leak. It is a factor.",
    ),
    Misconception(
        "minus the leak",
        lambda x, leak: (np.where(x > 0, x, -leak), relu_derivative(x)),
        "On the negative side your value is the same for every x: flat again. A leak lets through a *share* of x.",
    ),
]
