"""What people send back from an output unit instead."""

import numpy as np

from labkit.exercises.lab06_cross_entropy.signals import output_signals
from labkit.exercises.misconception import Misconception
from labkit.nn.functional import binary_cross_entropy_gradient, sigmoid_derivative

_KEPT = (
    "Squared error and absolute error know nothing of the sigmoid: at its input the chain rule multiplies by s'(z). "
)

_PLACES = (("first", "squared error"), ("second", "absolute error"), ("third", "cross-entropy"))


def _three(e, by_squared=1.0, by_absolute=1.0, cross=None) -> tuple:
    """Squared and absolute error's signals times a factor each, and cross-entropy's."""
    return e * by_squared, np.sign(e) * by_absolute, e if cross is None else cross


def _s(y: np.ndarray) -> np.ndarray:
    return y * (1 - y)


def _turned(y: np.ndarray, t: np.ndarray, place: int) -> tuple:
    """The right signals, one of them with its sign turned."""
    return tuple(-part if i == place else part for i, part in enumerate(output_signals(y, t)))


MISTAKES = [
    Misconception(
        "no derivative anywhere",
        lambda y, t: _three(y - t),
        _KEPT + "Only one of the three losses cancels it.",
    ),
    Misconception(
        "no derivative under squared error", lambda y, t: _three(y - t, 1, _s(y)), _KEPT + "Look at the first."
    ),
    Misconception(
        "no derivative under absolute error", lambda y, t: _three(y - t, _s(y), 1), _KEPT + "Look at the second."
    ),
    Misconception(
        "derivative left in under cross-entropy",
        lambda y, t: _three(y - t, _s(y), _s(y), (y - t) * _s(y)),
        "Look at the third. The gradient of the cross-entropy at y has y(1 - y) in its denominator: multiply it by "
        "the sigmoid's derivative.",
    ),
    Misconception(
        "minus the gradient",
        lambda y, t: _three(t - y, _s(y), _s(y)),
        "All three signs. If an output is too large, does the loss rise or fall with its z?",
    ),
    *(
        Misconception(
            f"sign under {loss} turned",
            lambda y, t, place=place: _turned(y, t, place),
            f"Look at the {nth}. If an output is too large, does its loss rise or fall with z?",
        )
        for place, (nth, loss) in enumerate(_PLACES)
    ),
    Misconception(
        "size for sign",
        lambda y, t: ((y - t) * _s(y), np.abs(y - t) * _s(y), y - t),
        "Look at the second. The derivative of |x| is not |x|: what is its slope on the right, and on the left?",
    ),
    Misconception(
        "error over its size",
        lambda y, t: ((y - t) * _s(y), (y - t) / np.abs(y - t) * _s(y), y - t),
        "Look at the second. Where there is no error you divide 0 by 0. Which value does the text give the derivative "
        "there?",
    ),
    Misconception(
        "no sign under absolute error",
        lambda y, t: ((y - t) * _s(y), _s(y), y - t),
        "Look at the second. The slope of |x| is 1 on the right, and on the left?",
    ),
    Misconception(
        "half forgotten",
        lambda y, t: _three(y - t, 2 * _s(y), _s(y)),
        "Look at the first. The 1/2 in front of the square cancels the 2 that falls out of it.",
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
        lambda y, t: (0.5 * (y - t) ** 2 * _s(y), np.abs(y - t) * _s(y), y - t),
        "The factor s'(z) is there, but the losses in front of it have not been differentiated.",
    ),
    Misconception(
        "values times derivative, all three",
        lambda y, t: (
            0.5 * (y - t) ** 2 * _s(y),
            np.abs(y - t) * _s(y),
            -(t * np.log(y) + (1 - t) * np.log(1 - y)) * _s(y),
        ),
        "The factor s'(z) is there, but the losses in front of it have not been differentiated.",
    ),
    Misconception(
        "square not differentiated",
        lambda y, t: ((y - t) ** 2 * _s(y), np.sign(y - t) * _s(y), y - t),
        "Look at the first. What is the derivative of (y - t)²/2 with respect to y?",
    ),
    Misconception(
        "only the first term of the cross-entropy",
        lambda y, t: _three(y - t, _s(y), _s(y), -t / y),
        "Look at the third. You have differentiated with respect to y, and only one of the two terms.",
    ),
    Misconception(
        "only the first term of the cross-entropy, at z",
        lambda y, t: _three(y - t, _s(y), _s(y), -t * (1 - y)),
        "Look at the third. Where the target is 0, yours sends nothing: the second term of the cross-entropy has a "
        "derivative too.",
    ),
    Misconception(
        "cross-entropy at the output",
        lambda y, t: _three(y - t, _s(y), _s(y), binary_cross_entropy_gradient(y, t)),
        "Look at the third: it is the derivative with respect to y. On to z the chain rule has one more factor.",
    ),
    Misconception(
        "cross-entropy at the output, one fraction",
        lambda y, t: _three(y - t, _s(y), _s(y), (y - t) / _s(y)),
        "Look at the third: it is the derivative with respect to y. On to z the chain rule has one more factor.",
    ),
    Misconception(
        "not cancelled on paper",
        lambda y, t: _three(y - t, _s(y), _s(y), (y - t) / _s(y) * _s(y)),
        "Where an output is exactly 0 or 1, the third becomes 0 / 0. Cancel the factor on paper.",
    ),
    Misconception(
        "derivative of the output again",
        lambda y, t: _three(y - t, sigmoid_derivative(y), sigmoid_derivative(y)),
        "y has been through the sigmoid already, and you send it through once more to get the derivative.",
    ),
    Misconception(
        "tanh's derivative",
        lambda y, t: _three(y - t, 1 - y**2, 1 - y**2),
        "1 - y² belongs to the tanh. What is the derivative of a sigmoid whose output is y?",
    ),
    Misconception(
        "second factor missing",
        lambda y, t: _three(y - t, y, y),
        "The sigmoid's derivative has two factors: it vanishes at both ends.",
    ),
    Misconception(
        "first factor missing",
        lambda y, t: _three(y - t, 1 - y, 1 - y),
        "The sigmoid's derivative has two factors: it vanishes at both ends.",
    ),
    Misconception(
        "derivative squared",
        lambda y, t: _three(y - t, _s(y) ** 2, _s(y) ** 2),
        "The derivative of the sigmoid stands there twice.",
    ),
    Misconception(
        "derivative once too often",
        lambda y, t: _three(y - t, _s(y) ** 2, _s(y) ** 2, (y - t) * _s(y)),
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
        "absolute error like squared error",
        lambda y, t: ((y - t) * _s(y), (y - t) * _s(y), y - t),
        "Look at the second. The slope of |x| does not depend on how large x is.",
    ),
    Misconception(
        "no error under squared error",
        lambda y, t: (_s(y), np.sign(y - t) * _s(y), y - t),
        "Look at the first: the slope of the sigmoid alone. Where is the error?",
    ),
    Misconception(
        "bracket missing",
        lambda y, t: ((y - t) * y * 1 - y, np.sign(y - t) * y * 1 - y, y - t),
        "Python multiplies before it subtracts: `y * 1 - y` is 0, and with a factor in front it is something else again.",
    ),
    Misconception(
        "size of the error",
        lambda y, t: _three(y - t, _s(y), _s(y), np.abs(y - t)),
        "Look at the third. Without its sign a gradient cannot say in which direction to move.",
    ),
    Misconception(
        "size of the error under squared error",
        lambda y, t: (np.abs(y - t) * _s(y), np.sign(y - t) * _s(y), y - t),
        "Look at the first. Without its sign a gradient cannot say in which direction to move.",
    ),
]
