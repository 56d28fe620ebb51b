"""BP1 for outputs that are tanh units, with delta = +dE/dv."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab03_sigmoid_slope.draw_slope import draw_slope
from labkit.exercises.lab05_tanh import derivative_hints as hint
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import squared_error_gradient, tanh_derivative, tanh_derivative_from_output


def output_delta(y: np.ndarray, t: np.ndarray, k: float = 1.0) -> np.ndarray:
    """dE/dv = (y - t) k (1 - y^2), for E = 1/2 sum (y - t)^2 and outputs y = tanh(kv)."""
    return squared_error_gradient(y, t) * tanh_derivative_from_output(y, k)


def _outputs(rng: np.random.Generator) -> list[Probe]:
    def probe(shape, k, label, dtype=float):
        y = rng.uniform(-0.95, 0.95, shape).astype(dtype)
        return Probe(y, rng.integers(0, 2, shape).astype(dtype), k, label=label)

    gentle, steep = draw_slope(rng, 0.2, 0.8), draw_slope(rng, 1.5, 3)
    ends = np.array([[1.0, -1.0, 0.0, 0.999]])
    return [
        probe((3, 4), 1.0, "slope 1, a batch of shape (samples, outputs)"),
        probe((1, 5), 1.0, "a single sample"),
        probe((5, 3), steep, "a steep slope"),
        probe((2, 3), gentle, "a gentle slope"),
        Probe(ends, np.array([[0.0, 1.0, 1.0, 0.0]]), 1.0, label="outputs fully on, and one in the middle"),
        Probe(rng.uniform(-0.9, 0.9, (3, 2)), rng.choice([-1.0, 1.0], (3, 2)), 1.0, label="targets 1 and -1"),
        Probe(rng.uniform(-0.9, 0.9, (4, 2)), rng.uniform(-0.8, 0.8, (4, 2)), steep, label="targets in between"),
        probe((4, 10), 2.0, "float32, as networks train", np.float32),
    ]


_FACTORS = "Two factors make a delta: how E changes with y, and how y changes with v. "

OUTPUT_DELTA = Exercise(
    id="05.output_delta",
    name="output_delta",
    title="The delta of tanh outputs",
    points=2,
    reference=output_delta,
    probes=_outputs,
    misconceptions=[
        Misconception("printed in Report B", lambda y, t, k: k * (y - t) * (1 - y**2) * y, hint.STRAY),
        Misconception("printed in Report B, no slope", lambda y, t, k: (y - t) * (1 - y**2) * y,
                      hint.STRAY + " And where is k?"),
        Misconception("no slope", lambda y, t, k: (y - t) * (1 - y**2), hint.K_MISSING),
        Misconception("slope squared", lambda y, t, k: k**2 * (y - t) * (1 - y**2), hint.K_SQUARED),
        Misconception("slope divides", lambda y, t, k: (y - t) * (1 - y**2) / k, hint.K_DIVIDES),
        Misconception("sign", lambda y, t, k: k * (t - y) * (1 - y**2),
                      "The size is right. Here delta is +dE/dv, so an output that is too *large* gets a positive "
                      "delta. (With delta = -dE/dv, as in lab 01, yours would be right.)"),
        Misconception("sign, no slope", lambda y, t, k: (t - y) * (1 - y**2),
                      "Two things. Here delta is +dE/dv: an output that is too large gets a positive delta. And where "
                      "is k?"),
        Misconception("f' missing", lambda y, t, k: y - t,
                      _FACTORS + "Yours is the first alone."),
        Misconception("f' missing but for the slope", lambda y, t, k: k * (y - t),
                      _FACTORS + "Of the second only k is there."),
        Misconception("f' missing and sign", lambda y, t, k: t - y,
                      _FACTORS + "Yours is the first alone, with the other sign: here delta is +dE/dv."),
        Misconception("error missing", lambda y, t, k: k * (1 - y**2), _FACTORS + "Where does the target come in?"),
        Misconception("error and slope missing", lambda y, t, k: 1 - y**2,
                      _FACTORS + "Where do the target and k come in?"),
        Misconception("square forgotten", lambda y, t, k: k * (y - t) * (1 - y), hint.NO_SQUARE),
        Misconception("square forgotten, no slope", lambda y, t, k: (y - t) * (1 - y),
                      hint.NO_SQUARE + " And where is k?"),
        Misconception("the sigmoid's derivative", lambda y, t, k: k * (y - t) * y * (1 - y), hint.SIGMOID),
        Misconception("the sigmoid's derivative, no slope", lambda y, t, k: (y - t) * y * (1 - y), hint.SIGMOID),
        Misconception("derivative of the output again", lambda y, t, k: (y - t) * tanh_derivative(y, k), hint.AGAIN),
        Misconception("derivative of the output again, slope once",
                      lambda y, t, k: k * (y - t) * tanh_derivative(y, 1.0), hint.AGAIN),
        Misconception("derivative of the output again, no slope",
                      lambda y, t, k: (y - t) * tanh_derivative(y, 1.0), hint.AGAIN_K),
        Misconception("factor 2", lambda y, t, k: 2 * k * (y - t) * (1 - y**2),
                      "What is the 1/2 in front of E good for?"),
        Misconception("half kept", lambda y, t, k: 0.5 * k * (y - t) * (1 - y**2),
                      "The derivative of a square brings a 2 down. What happens to the 1/2 of E?"),
        Misconception("error squared", lambda y, t, k: k * (y - t) ** 2 * (1 - y**2),
                      "The error stands there squared. A delta needs the *derivative* of the squared error."),
        Misconception("error squared, half", lambda y, t, k: 0.5 * k * (y - t) ** 2 * (1 - y**2),
                      "You multiplied the slope by E itself. A delta needs the *derivative* of E with respect to y."),
        Misconception("the error itself", lambda y, t, k: 0.5 * (y - t) ** 2,
                      "That is what each output adds to E. A delta is the *derivative* of E with respect to v."),
        Misconception("sum for product", lambda y, t, k: (y - t) + k * (1 - y**2),
                      _FACTORS + "The chain rule multiplies them; you add."),
        Misconception("slope applied to the output", lambda y, t, k: k * (y - t) * (1 - (k * y) ** 2),
                      hint.SCALED_OUTPUT),
        Misconception("averaged over the outputs", lambda y, t, k: k * (y - t) * (1 - y**2) / y.shape[-1],
                      "E adds the outputs up, it does not average them: where does your division come from?"),
        Misconception("absolute error", lambda y, t, k: k * np.abs(y - t) * (1 - y**2),
                      "None of your deltas is negative. An output that is too small has to be pushed up."),
        Misconception("slope at the target", lambda y, t, k: k * (y - t) * (1 - t**2),
                      "The slope is taken where the unit is, at its own output, not where it should be."),
        Misconception("slope at the error", lambda y, t, k: k * (y - t) * (1 - (y - t) ** 2),
                      "The slope of tanh depends on the output y, not on the error."),
        Misconception("plus for minus", lambda y, t, k: k * (y - t) * (1 + y**2), hint.PLUS),
        Misconception("f' twice", lambda y, t, k: k * (y - t) * (1 - y**2) ** 2, hint.SQUARED_TWICE),
        Misconception("averaged over the samples", lambda y, t, k: k * (y - t) * (1 - y**2) / len(y),
                      "E adds the samples up, it does not average them: where does your division come from?"),
        Misconception("summed over the samples", lambda y, t, k: (k * (y - t) * (1 - y**2)).sum(axis=0),
                      "Every sample has deltas of its own. They are summed later, when the gradient of a weight is "
                      "formed."),
        Misconception("mean over the samples", lambda y, t, k: (k * (y - t) * (1 - y**2)).mean(axis=0),
                      "Every sample has deltas of its own; nothing is averaged here."),
        Misconception("summed over everything", lambda y, t, k: (k * (y - t) * (1 - y**2)).sum(),
                      "One number came out. Every output of every sample has a delta of its own."),
        Misconception("brackets", lambda y, t, k: k * y - t * (1 - y**2),
                      "Without brackets the product binds only t. The difference y - t is multiplied as a whole."),
    ],
)  # fmt: skip
