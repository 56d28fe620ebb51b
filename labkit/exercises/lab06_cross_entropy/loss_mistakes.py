"""What people send back from an output unit under one of the three losses; under the other two they are right."""

import numpy as np

from labkit.exercises.lab06_cross_entropy.signals import output_signals, three_signals
from labkit.exercises.misconception import Misconception
from labkit.nn.functional import binary_cross_entropy_gradient
from labkit.nn.functional import sigmoid_derivative_from_output as slope

KEPT = "Squared error and absolute error know nothing of the sigmoid: at its input the chain rule multiplies by s'(z). "
_PLACES = (("first", "squared error"), ("second", "absolute error"), ("third", "cross-entropy"))


def _turned(y: np.ndarray, t: np.ndarray, place: int) -> tuple:
    """The right signals, one of them with its sign turned."""
    return tuple(-part if i == place else part for i, part in enumerate(output_signals(y, t)))


LOSS_MISTAKES = [
    Misconception(
        "no derivative under squared error", lambda y, t: three_signals(y - t, 1, slope(y)), KEPT + "Look at the first."
    ),
    Misconception(
        "no derivative under absolute error",
        lambda y, t: three_signals(y - t, slope(y), 1),
        KEPT + "Look at the second.",
    ),
    Misconception(
        "derivative left in under cross-entropy",
        lambda y, t: three_signals(y - t, slope(y), slope(y), (y - t) * slope(y)),
        "Look at the third. The gradient of the cross-entropy at y has y(1 - y) in its denominator: multiply it by "
        "the sigmoid's derivative.",
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
        lambda y, t: ((y - t) * slope(y), np.abs(y - t) * slope(y), y - t),
        "Look at the second. The derivative of |x| is not |x|: what is its slope on the right, and on the left?",
    ),
    Misconception(
        "error over its size",
        lambda y, t: ((y - t) * slope(y), (y - t) / np.abs(y - t) * slope(y), y - t),
        "Look at the second. Where there is no error you divide 0 by 0. Which value does the text give the derivative "
        "there?",
    ),
    Misconception(
        "no sign under absolute error",
        lambda y, t: ((y - t) * slope(y), slope(y), y - t),
        "Look at the second. The slope of |x| is 1 on the right, and on the left?",
    ),
    Misconception(
        "half forgotten",
        lambda y, t: three_signals(y - t, 2 * slope(y), slope(y)),
        "Look at the first. The 1/2 in front of the square cancels the 2 that falls out of it.",
    ),
    Misconception(
        "square not differentiated",
        lambda y, t: ((y - t) ** 2 * slope(y), np.sign(y - t) * slope(y), y - t),
        "Look at the first. What is the derivative of (y - t)²/2 with respect to y?",
    ),
    Misconception(
        "only the first term of the cross-entropy",
        lambda y, t: three_signals(y - t, slope(y), slope(y), -t / y),
        "Look at the third. You have differentiated with respect to y, and only one of the two terms.",
    ),
    Misconception(
        "only the first term of the cross-entropy, at z",
        lambda y, t: three_signals(y - t, slope(y), slope(y), -t * (1 - y)),
        "Look at the third. Where the target is 0, yours sends nothing: the second term of the cross-entropy has a "
        "derivative too.",
    ),
    Misconception(
        "cross-entropy at the output",
        lambda y, t: three_signals(y - t, slope(y), slope(y), binary_cross_entropy_gradient(y, t)),
        "Look at the third: it is the derivative with respect to y. On to z the chain rule has one more factor.",
    ),
    Misconception(
        "cross-entropy at the output, one fraction",
        lambda y, t: three_signals(y - t, slope(y), slope(y), (y - t) / slope(y)),
        "Look at the third: it is the derivative with respect to y. On to z the chain rule has one more factor.",
    ),
    Misconception(
        "not cancelled on paper",
        lambda y, t: three_signals(y - t, slope(y), slope(y), (y - t) / slope(y) * slope(y)),
        "Where an output is exactly 0 or 1, the third becomes 0 / 0. Cancel the factor on paper.",
    ),
    Misconception(
        "absolute error like squared error",
        lambda y, t: ((y - t) * slope(y), (y - t) * slope(y), y - t),
        "Look at the second. The slope of |x| does not depend on how large x is.",
    ),
    Misconception(
        "no error under squared error",
        lambda y, t: (slope(y), np.sign(y - t) * slope(y), y - t),
        "Look at the first: the slope of the sigmoid alone. Where is the error?",
    ),
    Misconception(
        "size of the error",
        lambda y, t: three_signals(y - t, slope(y), slope(y), np.abs(y - t)),
        "Look at the third. Without its sign a gradient cannot say in which direction to move.",
    ),
    Misconception(
        "size of the error under squared error",
        lambda y, t: (np.abs(y - t) * slope(y), np.sign(y - t) * slope(y), y - t),
        "Look at the first. Without its sign a gradient cannot say in which direction to move.",
    ),
]
