"""What people send back from an output unit under two or three losses alike, or in another order or form."""

import numpy as np

from labkit.exercises.lab06_cross_entropy.loss_mistakes import KEPT
from labkit.exercises.lab06_cross_entropy.signals import output_signals, three_signals
from labkit.exercises.misconception import Misconception
from labkit.nn.functional import sigmoid_derivative
from labkit.nn.functional import sigmoid_derivative_from_output as slope

SIGNAL_MISTAKES = [
    Misconception(
        "no derivative anywhere",
        lambda y, t: three_signals(y - t),
        KEPT + "Only one of the three losses cancels it.",
    ),
    Misconception(
        "minus the gradient",
        lambda y, t: three_signals(t - y, slope(y), slope(y)),
        "All three signs. If an output is too large, does the loss rise or fall with its z?",
    ),
    Misconception(
        "values for gradients",
        lambda y, t: (
            0.5 * (y - t) ** 2,
            np.abs(y - t),
            -np.log(np.where(t == 1, y, 1 - y)),
        ),
        "Those are the losses of each output. Asked for are their derivatives with respect to z.",
    ),
    Misconception(
        "values times derivative",
        lambda y, t: (0.5 * (y - t) ** 2 * slope(y), np.abs(y - t) * slope(y), y - t),
        "The factor s'(z) is there, but the losses in front of it have not been differentiated.",
    ),
    Misconception(
        "values times derivative, all three",
        lambda y, t: (
            0.5 * (y - t) ** 2 * slope(y),
            np.abs(y - t) * slope(y),
            -(t * np.log(y) + (1 - t) * np.log(1 - y)) * slope(y),
        ),
        "The factor s'(z) is there, but the losses in front of it have not been differentiated.",
    ),
    Misconception(
        "derivative of the output again",
        lambda y, t: three_signals(y - t, sigmoid_derivative(y), sigmoid_derivative(y)),
        "y has been through the sigmoid already, and you send it through once more to get the derivative.",
    ),
    Misconception(
        "tanh's derivative",
        lambda y, t: three_signals(y - t, 1 - y**2, 1 - y**2),
        "1 - y² belongs to the tanh. What is the derivative of a sigmoid whose output is y?",
    ),
    Misconception(
        "second factor missing",
        lambda y, t: three_signals(y - t, y, y),
        "The sigmoid's derivative has two factors: it vanishes at both ends.",
    ),
    Misconception(
        "first factor missing",
        lambda y, t: three_signals(y - t, 1 - y, 1 - y),
        "The sigmoid's derivative has two factors: it vanishes at both ends.",
    ),
    Misconception(
        "derivative squared",
        lambda y, t: three_signals(y - t, slope(y) ** 2, slope(y) ** 2),
        "The derivative of the sigmoid stands there twice.",
    ),
    Misconception(
        "derivative once too often",
        lambda y, t: three_signals(y - t, slope(y) ** 2, slope(y) ** 2, (y - t) * slope(y)),
        "The derivative of the sigmoid stands there once too often in all three.",
    ),
    Misconception(
        "mean over samples",
        lambda y, t: tuple(part / len(y) for part in output_signals(y, t)),
        "You divide by the number of images. These losses are sums.",
    ),
    Misconception(
        "another order",
        lambda y, t: tuple(output_signals(y, t)[i] for i in (1, 0, 2)),
        "The first two have changed places: squared error comes first.",
    ),
    Misconception(
        "cross-entropy second",
        lambda y, t: tuple(output_signals(y, t)[i] for i in (0, 2, 1)),
        "The last two have changed places: absolute error comes second, cross-entropy last.",
    ),
    Misconception(
        "order reversed",
        lambda y, t: output_signals(y, t)[::-1],
        "The first and the last have changed places: squared error comes first, cross-entropy last.",
    ),
    Misconception(
        "summed",
        lambda y, t: tuple(part.sum() for part in output_signals(y, t)),
        "You add up the outputs. Each has a gradient of its own, in the shape of y.",
    ),
    Misconception(
        "bracket missing",
        lambda y, t: ((y - t) * y * 1 - y, np.sign(y - t) * y * 1 - y, y - t),
        "Python multiplies before it subtracts: `y * 1 - y` is 0, and with a factor in front it is something "
        "else again.",
    ),
]
