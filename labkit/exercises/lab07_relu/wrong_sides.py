"""ELU's two sides exchanged, joined in the wrong place, or with one of them wrong."""

import numpy as np

from labkit.exercises.lab07_relu.sides import left
from labkit.exercises.misconception import Misconception
from labkit.nn.functional import elu

TURNED = "You let the negative side through as it is, and not the positive one: your condition is the wrong way round."

WRONG_SIDES = [
    Misconception(
        "condition turned round",
        lambda x, alpha: np.where(x > 0, 0.0, x),
        TURNED,
    ),
    Misconception(
        "condition turned round, and overflow",
        lambda x, alpha: np.where(x > 0, alpha * (np.exp(x) - 1), x),
        TURNED,
    ),
    Misconception(
        "sides exchanged",
        lambda x, alpha: np.where(x > 0, np.expm1(np.minimum(x, 600)), alpha * x),
        "You have the exponential on the right and the straight line on the left.",
    ),
    Misconception(
        "threshold at alpha",
        lambda x, alpha: np.where(x > alpha, x, alpha * np.expm1(np.minimum(x, 0))),
        "Your two parts meet at x = alpha. alpha is a depth, not a place: the parts meet at 0.",
    ),
    Misconception(
        "the larger of the two",
        lambda x, alpha: np.maximum(x, alpha * (np.exp(x) - 1)),
        "max(x, alpha (e^x - 1)) takes the exponential on the right as well, where it is the larger one. Decide by "
        "the sign of x.",
    ),
    Misconception(
        "the larger of the two, cut off",
        lambda x, alpha: np.maximum(x, alpha * np.expm1(np.minimum(x, 0))),
        "Which of x and alpha (e^x - 1) is larger depends on alpha: for a large alpha the left side of your curve "
        "is a straight line near 0. Decide by the sign of x.",
    ),
    *(
        Misconception(
            f"clipped to {limit} on the right too",
            lambda x, alpha, limit=limit: np.clip(elu(x, alpha), None, limit),
            "You keep the exponential from overflowing by clipping x itself, and so a large positive input does "
            "not come out whole. What the exponential is given need not be what is returned on the right.",
        )
        for limit in (20, 50, 100, 500, 700, 709)
    ),
    Misconception(
        "right side missing",
        lambda x, alpha: alpha * np.expm1(np.minimum(x, 0)),
        "The left side is right. On the right your function is 0; it should let x through.",
    ),
    Misconception(
        "exponential everywhere",
        lambda x, alpha: alpha * (np.exp(x) - 1),
        "The left side is right. On the right it should be a straight line: yours shoots up, and overflows.",
    ),
    Misconception(
        "left side mirrored",
        lambda x, alpha: left(x, lambda z: -alpha * np.expm1(z)),
        "Your left side is positive. ELU's units can be *negative*: that is what makes their mean small.",
    ),
    Misconception(
        "plus 1",
        lambda x, alpha: left(x, lambda z: alpha * (np.exp(z) + 1)),
        "At x = 0 your left side is 2 alpha and your right side 0. Check the sign inside the bracket.",
    ),
    Misconception(
        "exponent's sign",
        lambda x, alpha: np.where(x > 0, x, alpha * (np.exp(-x) - 1)),
        "Far to the left your value shoots up, and overflows. It should settle at -alpha: look at the sign of the "
        "exponent.",
    ),
    Misconception(
        "minus 1 forgotten",
        lambda x, alpha: left(x, lambda z: alpha * np.exp(z)),
        "At x = 0 your left side is alpha and your right side 0: the curve jumps. Something has to be subtracted.",
    ),
    Misconception(
        "minus 1 forgotten, on both sides",
        lambda x, alpha: np.maximum(x, 0) + alpha * np.exp(np.minimum(x, 0)),
        "At x = 0 you get alpha; it should be 0. Something has to be subtracted.",
    ),
    Misconception(
        "minus 1 in the exponent",
        lambda x, alpha: left(x, lambda z: alpha * np.exp(z - 1)),
        "You compute e^(x - 1), and the formula says e^x - 1: the exponent ends before the minus.",
    ),
    Misconception(
        "clipped too early",
        lambda x, alpha: left(x, lambda z: alpha * np.expm1(np.maximum(z, -1))),
        "You clip x on the left before the curve has levelled out. To the left nothing overflows.",
    ),
]
