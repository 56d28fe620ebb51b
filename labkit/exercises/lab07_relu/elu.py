"""The exponential linear unit, without overflow."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab07_relu.inputs import inputs
from labkit.exercises.lab07_relu.other_curves import OTHER_CURVES
from labkit.exercises.lab07_relu.sides import left
from labkit.exercises.lab07_relu.wrong_sides import WRONG_SIDES
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import elu, elu_derivative

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


ELU = Exercise(
    id="07.elu",
    name="elu",
    title="ELU",
    points=2,
    reference=elu,
    probes=_inputs,
    no_warnings=True,
    misconceptions=[
        *OTHER_CURVES,
        *WRONG_SIDES,
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
            lambda x, alpha: left(x, lambda z: alpha * np.exp(z) - 1),
            ALPHA + " With your brackets the two sides do not meet at x = 0.",
        ),
        Misconception(
            "alpha on the exponential only, and overflow",
            lambda x, alpha: np.where(x > 0, x, alpha * np.exp(x) - 1),
            ALPHA + " With your brackets the two sides do not meet at x = 0. And e^x overflows for large positive x.",
        ),
        Misconception(
            "alpha in the exponent",
            lambda x, alpha: left(x, lambda z: np.expm1(alpha * z)),
            "alpha sets how *deep* the left side gets, not how fast: it stands in front.",
        ),
        Misconception(
            "alpha twice",
            lambda x, alpha: left(x, lambda z: alpha * np.expm1(alpha * z)),
            "alpha stands twice in your formula; in the exponent it does not belong.",
        ),
        Misconception(
            "alpha on both sides",
            lambda x, alpha: alpha * elu(x, 1.0),
            "On the right ELU is x, whatever alpha is.",
        ),
        Misconception(
            "alpha divides",
            lambda x, alpha: left(x, lambda z: np.expm1(z) / alpha),
            "A larger alpha should make the left side deeper.",
        ),
        Misconception(
            "alpha subtracted",
            lambda x, alpha: left(x, lambda z: np.expm1(z) - alpha),
            "alpha is a factor; you subtract it, and at x = 0 the curve jumps.",
        ),
        Misconception(
            "if for an array",
            lambda x, alpha: x if x > 0 else alpha * (np.exp(x) - 1),
            "`if` asks one question with one answer, but an array has many entries, each with an answer of its own.",
        ),
        Misconception(
            "value and slope",
            lambda x, alpha: (elu(x, alpha), elu_derivative(x, alpha)),
            "You return a pair, value and slope. Here the value alone is asked for.",
        ),
    ],
)
