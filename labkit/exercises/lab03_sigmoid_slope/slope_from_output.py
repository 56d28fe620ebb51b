"""The derivative of the sigmoid, from its output."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab03_sigmoid_slope import derivative_hints as hint
from labkit.exercises.lab03_sigmoid_slope.draw_slope import draw_slope
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import sigmoid_derivative, sigmoid_derivative_from_output


def _outputs(rng: np.random.Generator) -> list[Probe]:
    gentle, steep = draw_slope(rng, 0.2, 0.8), draw_slope(rng, 1.5, 3)
    return [
        Probe(np.round(rng.uniform(0.05, 0.95, 5), 2), 1.0, label="slope 1"),
        Probe(np.round(rng.uniform(0.05, 0.95, 4), 2), steep, label="a steep slope"),
        Probe(rng.uniform(0, 1, (4, 3)), gentle, label="a gentle slope, a batch of shape (samples, units)"),
        Probe(float(np.round(rng.uniform(0.1, 0.4), 2)), gentle, label="a single number instead of an array"),
        Probe(np.array([0.0, 1e-9, 0.5, 1 - 1e-9, 1.0]), 10.0, label="units that are fully off or on"),
        Probe(rng.uniform(0, 1, (3, 4)).astype(np.float32), 2.0, label="float32, as networks train"),
    ]


SLOPE_FROM_OUTPUT = Exercise(
    id="03.slope_from_output",
    name="sigmoid_derivative_from_output",
    title="The derivative, from the output",
    points=1,
    reference=sigmoid_derivative_from_output,
    probes=_outputs,
    misconceptions=[
        Misconception(
            "derivative of the output again",
            lambda y, k: sigmoid_derivative(y, k),
            "y has already been through the sigmoid, and you send it through once more. Everything you need "
            "is in y itself.",
        ),
        Misconception(
            "derivative of the output again, slope once",
            lambda y, k: k * sigmoid_derivative(y, 1.0),
            "y has already been through the sigmoid, and you send it through once more. Everything you need "
            "is in y itself.",
        ),
        Misconception(
            "derivative of the output again, no slope in front",
            lambda y, k: sigmoid_derivative(y, k) / k,
            "y has already been through the sigmoid, and you send it through once more. And which factor "
            "does the chain rule add?",
        ),
        Misconception(
            "derivative of the output again, no slope at all",
            lambda y, k: sigmoid_derivative(y, 1.0),
            "y has already been through the sigmoid, and you send it through once more. And where is k?",
        ),
        Misconception("no slope", lambda y, k: y * (1 - y), hint.SLOPE_MISSING),
        Misconception("slope squared", lambda y, k: k**2 * y * (1 - y), hint.SLOPE_SQUARED),
        Misconception("slope divides", lambda y, k: y * (1 - y) / k, hint.SLOPE_DIVIDES),
        Misconception(
            "slope applied to the output",
            lambda y, k: k * y * (1 - k * y),
            "k scales the *input* of the sigmoid; y is its finished output and is used as it is.",
        ),
        Misconception(
            "slope applied to one y",
            lambda y, k: y * (1 - k * y),
            "k scales the *input* of the sigmoid; y is its finished output and is used as it is.",
        ),
        Misconception("sign", lambda y, k: k * y * (y - 1), hint.SIGN),
        Misconception("second factor missing", lambda y, k: k * y, hint.FACTOR),
        Misconception("first factor missing", lambda y, k: k * (1 - y), hint.FACTOR),
        Misconception("tanh", lambda y, k: k * (1 - np.square(y)), hint.TANH),
        Misconception("tanh, no slope", lambda y, k: 1 - np.square(y), hint.TANH),
        Misconception("product squared", lambda y, k: k * (y * (1 - y)) ** 2, hint.PRODUCT),
        Misconception(
            "square on one factor",
            lambda y, k: k * np.square(y) * (1 - y),
            "One of the two factors y and 1 - y stands there twice.",
        ),
        Misconception(
            "square on the other factor",
            lambda y, k: k * y * (1 - y) ** 2,
            "One of the two factors y and 1 - y stands there twice.",
        ),
        Misconception(
            "y minus y to the fourth",
            lambda y, k: k * np.square(y) * (1 - np.square(y)),
            "Neither of the two factors is squared: multiply out k y (1 - y) and compare.",
        ),
        Misconception(
            "plus for minus",
            lambda y, k: k * y * (1 + y),
            "A unit that is fully on, y = 1, is flat, and your derivative is 2k there. Check the sign in the bracket.",
        ),
        Misconception("second derivative", lambda y, k: k * (1 - 2 * y), hint.SECOND),
        Misconception("second derivative in full", lambda y, k: k**2 * y * (1 - y) * (1 - 2 * y), hint.SECOND),
        Misconception("peak everywhere", lambda y, k: np.full_like(np.asarray(y, dtype=float), k / 4), hint.PEAK),
        Misconception(
            "sum for product",
            lambda y, k: np.full_like(np.asarray(y, dtype=float), k),
            "The same number, k, for every output. y and 1 - y are multiplied, not added.",
        ),
        Misconception(
            "the output itself",
            lambda y, k: np.add(y, 0.0),
            "You return the output that came in. The derivative is zero where y is 0 or 1, and largest at 1/2.",
        ),
    ],
)
