"""The exponential linear unit, without overflow."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab07_relu.inputs import inputs
from labkit.exercises.lab07_relu.wrong_elus import WRONG_ELUS
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import elu, elu_derivative, relu

OVERFLOW = (
    "The numbers are right, but NumPy warns of an overflow: it works out e^x for large positive x too, and throws the "
    "result away afterwards. `np.where` computes both of its sides for every entry. What could you give to the "
    "exponential where its result is not wanted?"
)
ALPHA = "Right for alpha = 1 only."


def _inputs(rng: np.random.Generator) -> list[Probe]:
    usual, *others = inputs(rng, 1.0)
    small, large = (float(np.round(rng.uniform(*ends), 2)) for ends in ((0.3, 0.7), (1.4, 2.5)))
    alphas = [small, large, 1.0, small, large, large, small]
    return [usual, *(Probe(probe.args[0], a, label=probe.label) for probe, a in zip(others, alphas, strict=True))]


def _left(x: np.ndarray, curve) -> np.ndarray:
    """x on the right, a curve on the left."""
    return np.where(x > 0, x, curve(np.minimum(x, 0.0)))


ELU = Exercise(
    id="07.elu",
    name="elu",
    title="ELU",
    points=2,
    reference=elu,
    probes=_inputs,
    no_warnings=True,
    misconceptions=[
        *WRONG_ELUS,
        Misconception(
            "overflow",
            lambda x, alpha: np.where(x > 0, x, alpha * (np.exp(x) - 1)),
            OVERFLOW,
        ),
        Misconception(
            "alpha forgotten",
            lambda x, alpha: elu(x, 1.0),
            ALPHA + " Report C's formula, max(0, x) + min(e^x - 1, 0), is that case. Where does alpha enter?",
        ),
        Misconception(
            "alpha forgotten, and overflow",
            lambda x, alpha: np.maximum(0, x) + np.minimum(np.exp(x) - 1, 0),
            ALPHA
            + " That is Report C's formula, max(0, x) + min(e^x - 1, 0). Where does alpha enter? And e^x overflows "
            "for large positive x, where it is not wanted at all.",
        ),
        Misconception(
            "alpha on the exponential only",
            lambda x, alpha: _left(x, lambda z: alpha * np.exp(z) - 1),
            ALPHA + " With your brackets the two sides do not meet at x = 0.",
        ),
        Misconception(
            "alpha on the exponential only, and overflow",
            lambda x, alpha: np.where(x > 0, x, alpha * np.exp(x) - 1),
            ALPHA + " With your brackets the two sides do not meet at x = 0. And e^x overflows for large positive x.",
        ),
        Misconception(
            "minus 1 forgotten",
            lambda x, alpha: _left(x, lambda z: alpha * np.exp(z)),
            "At x = 0 your left side is alpha and your right side 0: the curve jumps. Something has to be subtracted.",
        ),
        Misconception(
            "alpha in the exponent",
            lambda x, alpha: _left(x, lambda z: np.expm1(alpha * z)),
            "alpha sets how *deep* the left side gets, not how fast: it stands in front.",
        ),
        Misconception(
            "alpha twice",
            lambda x, alpha: _left(x, lambda z: alpha * np.expm1(alpha * z)),
            "alpha stands twice in your formula; in the exponent it does not belong.",
        ),
        Misconception(
            "alpha on both sides",
            lambda x, alpha: alpha * elu(x, 1.0),
            "On the right ELU is x, whatever alpha is.",
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
        Misconception(
            "leaky",
            lambda x, alpha: _left(x, lambda z: alpha * z),
            "On the left you have a straight line: a leaky ReLU with a large leak. ELU bends.",
        ),
        Misconception(
            "left side mirrored",
            lambda x, alpha: _left(x, lambda z: -alpha * np.expm1(z)),
            "Your left side is positive. ELU's units can be *negative*: that is what makes their mean small.",
        ),
        Misconception(
            "plus 1",
            lambda x, alpha: _left(x, lambda z: alpha * (np.exp(z) + 1)),
            "At x = 0 your left side is 2 alpha and your right side 0. Check the sign inside the bracket.",
        ),
        Misconception(
            "exponent's sign",
            lambda x, alpha: np.where(x > 0, x, alpha * (np.exp(-x) - 1)),
            "Far to the left your value shoots up, and overflows. It should settle at -alpha: look at the sign of the "
            "exponent.",
        ),
        Misconception(
            "sides exchanged",
            lambda x, alpha: np.where(x > 0, np.expm1(np.minimum(x, 600)), alpha * x),
            "You have the exponential on the right and the straight line on the left.",
        ),
        Misconception("the plain ReLU", lambda x, alpha: relu(x), "That is the plain ReLU: the left side is flat."),
        Misconception(
            "minus alpha at once",
            lambda x, alpha: _left(x, lambda z: np.full_like(z, -alpha)),
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
            "alpha divides",
            lambda x, alpha: _left(x, lambda z: np.expm1(z) / alpha),
            "A larger alpha should make the left side deeper.",
        ),
        Misconception(
            "alpha subtracted",
            lambda x, alpha: _left(x, lambda z: np.expm1(z) - alpha),
            "alpha is a factor; you subtract it, and at x = 0 the curve jumps.",
        ),
        Misconception(
            "minus 1 in the exponent",
            lambda x, alpha: _left(x, lambda z: alpha * np.exp(z - 1)),
            "You compute e^(x - 1), and the formula says e^x - 1: the exponent ends before the minus.",
        ),
        Misconception(
            "clipped too early",
            lambda x, alpha: _left(x, lambda z: alpha * np.expm1(np.maximum(z, -1))),
            "You clip x on the left before the curve has levelled out. To the left nothing overflows.",
        ),
        Misconception(
            "powers of 2",
            lambda x, alpha: _left(x, lambda z: alpha * (2.0**z - 1)),
            "The base is e, not 2.",
        ),
        Misconception(
            "SELU",
            lambda x, alpha: 1.0507009873554805 * elu(x, alpha),
            "That is SELU, which multiplies by 1.0507. Plain ELU is x on the right.",
        ),
        Misconception(
            "tanh",
            lambda x, alpha: _left(x, lambda z: alpha * np.tanh(z)),
            "tanh levels out at -alpha too, but twice as fast. ELU is made with the exponential.",
        ),
        Misconception(
            "the input",
            lambda x, alpha: np.add(x, 0),
            "What comes out is what went in.",
        ),
        Misconception(
            "if for an array",
            lambda x, alpha: x if x > 0 else alpha * (np.exp(x) - 1),
            "`if` asks one question with one answer, but an array has many entries, each with an answer of its own.",
        ),
    ],
)
