"""The derivative of tanh with a slope, from its output."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab03_sigmoid_slope.draw_slope import draw_slope
from labkit.exercises.lab05_tanh import derivative_hints as hint
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import (
    lecun_tanh_derivative_from_output,
    tanh_derivative,
    tanh_derivative_from_output,
)


def _outputs(rng: np.random.Generator) -> list[Probe]:
    gentle, steep = draw_slope(rng, 0.2, 0.8), draw_slope(rng, 1.5, 3)
    return [
        Probe(np.round(rng.uniform(-0.95, 0.95, 5), 2), 1.0, label="slope 1"),
        Probe(np.round(rng.uniform(-0.95, 0.95, 4), 2), steep, label="a steep slope"),
        Probe(rng.uniform(-1, 1, (4, 3)), gentle, label="a gentle slope, a batch of shape (samples, units)"),
        Probe(float(np.round(rng.uniform(-0.7, -0.3), 2)), gentle, label="a single number instead of an array"),
        Probe(np.array([-1.0, 1e-9 - 1, 0.0, 0.5, 1 - 1e-9, 1.0]), 10.0, label="units that are fully on"),
        Probe(rng.uniform(-1, 1, (3, 4)).astype(np.float32), 2.0, label="float32, as networks train"),
    ]


TANH_DERIVATIVE_FROM_OUTPUT = Exercise(
    id="05.tanh_derivative_from_output",
    name="tanh_derivative_from_output",
    title="The derivative of tanh, from the output",
    points=1,
    reference=tanh_derivative_from_output,
    probes=_outputs,
    misconceptions=[
        Misconception("square forgotten", lambda y, k: k * (1 - y), hint.NO_SQUARE),
        Misconception("square forgotten, no slope", lambda y, k: 1 - y, hint.NO_SQUARE + " And where is k?"),
        Misconception("absolute value for the square", lambda y, k: k * (1 - np.abs(y)),
                      "Symmetric, as it should be, but pointed in the middle. Differentiate tanh once more: a square "
                      "turns up, not an absolute value."),
        Misconception("square of the difference", lambda y, k: k * (1 - y) ** 2,
                      "You squared the whole bracket. Only y is squared: the slope at y = -1 must be zero too."),
        Misconception("no slope", lambda y, k: 1 - np.square(y), hint.K_MISSING),
        Misconception("slope squared", lambda y, k: k**2 * (1 - np.square(y)), hint.K_SQUARED),
        Misconception("slope divides", lambda y, k: (1 - np.square(y)) / k, hint.K_DIVIDES),
        Misconception("derivative of the output again", lambda y, k: tanh_derivative(y, k), hint.AGAIN),
        Misconception("derivative of the output again, slope once", lambda y, k: k * tanh_derivative(y, 1.0),
                      hint.AGAIN),
        Misconception("derivative of the output again, no slope in front", lambda y, k: tanh_derivative(y, k) / k,
                      hint.AGAIN_K),
        Misconception("derivative of the output again, no slope at all", lambda y, k: tanh_derivative(y, 1.0),
                      hint.AGAIN_K),
        Misconception("the sigmoid's", lambda y, k: k * y * (1 - y), hint.SIGMOID),
        Misconception("the sigmoid's, no slope", lambda y, k: y * (1 - y), hint.SIGMOID),
        Misconception("stray output", lambda y, k: k * (1 - np.square(y)) * y, hint.STRAY),
        Misconception("stray output, no slope", lambda y, k: (1 - np.square(y)) * y, hint.STRAY + " And where is k?"),
        Misconception("slope applied to the output", lambda y, k: k * (1 - np.square(k * y)), hint.SCALED_OUTPUT),
        Misconception("slope applied to the output only", lambda y, k: 1 - np.square(k * y), hint.SCALED_OUTPUT),
        Misconception("slope on the square", lambda y, k: 1 - k * np.square(y),
                      "k multiplies the whole slope, not only what is subtracted: try y = 0, where the curve is "
                      "steepest."),
        Misconception("slope on both", lambda y, k: k * (1 - k * np.square(y)), hint.SCALED_OUTPUT),
        Misconception("slope on the one", lambda y, k: k - np.square(y),
                      "Brackets: k multiplies the 1, but not the square. A unit that is fully on is flat for every k."),
        Misconception("plus for minus", lambda y, k: k * (1 + np.square(y)), hint.PLUS),
        Misconception("sign", lambda y, k: k * (np.square(y) - 1),
                      "tanh rises everywhere, so its slope is never negative."),
        Misconception("product squared", lambda y, k: k * (1 - np.square(y)) ** 2, hint.SQUARED_TWICE),
        Misconception("root", lambda y, k: k * np.sqrt(1 - np.square(y)),
                      "That root is how sine and cosine belong together; for tanh there is none."),
        Misconception("second derivative", lambda y, k: -2 * k**2 * y * (1 - np.square(y)),
                      "You differentiated twice: your result is zero in the middle, where the curve is steepest."),
        Misconception("LeCun's", lambda y, k: lecun_tanh_derivative_from_output(y),
                      "That is the rule for LeCun's version, which comes later. Here y runs from -1 to 1."),
        Misconception("peak everywhere", lambda y, k: np.full_like(np.asarray(y, dtype=float), k),
                      "That is the steepest the curve ever gets, at y = 0. The slope is different at every y."),
        Misconception("the output itself", lambda y, k: np.add(y, 0.0), "You return the output that came in."),
    ],
)  # fmt: skip
