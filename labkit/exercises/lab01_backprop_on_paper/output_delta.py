"""BP1: the deltas of the output units."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import sigmoid_derivative, sigmoid_derivative_from_output


def output_delta(y, t):
    """BP1: ``delta_k = (t_k - y_k) f'(v_k)`` with ``f' = y (1 - y)``; delta is -dE/dv."""
    return (t - y) * sigmoid_derivative_from_output(y)


def _output_delta_probes(rng):
    def probe(size, label):
        return Probe(rng.uniform(0.05, 0.95, size), rng.integers(0, 2, size).astype(float), label=label)

    return [
        probe(2, "two outputs"),
        probe(5, "five outputs"),
        probe(1, "one output"),
        Probe(np.array([0.25, 0.75, 0.5]), np.array([0.25, 0.0, 1.0]), label="one output already right"),
        Probe(np.array([1e-4, 0.9999]), np.array([1.0, 0.0]), label="saturated and wrong"),
        Probe(rng.uniform(0.05, 0.95, 4), rng.uniform(0.1, 0.9, 4), label="targets between 0 and 1"),
    ]


OUTPUT_DELTA_SLIPS = [
    Misconception(
        "f' missing",
        lambda y, t: t - y,
        "t - y is how wrong y is. delta belongs to v: a change of v reaches y only through the slope of f.",
    ),
    Misconception(
        "sign",
        lambda y, t: (y - t) * y * (1 - y),
        "The size is right. With delta = -dE/dv an output that is too small gets a *positive* delta: check yours.",
    ),
    Misconception(
        "f' missing and sign",
        lambda y, t: y - t,
        "Two things: delta is *minus* dE/dv, and between v and y lies the slope of f.",
    ),
    Misconception(
        "f' at the wrong place",
        lambda y, t: (t - y) * sigmoid_derivative(y),
        "You squashed y a second time. y is already f(v): how is f'(v) written with y alone?",
    ),
    Misconception(
        "error missing",
        lambda y, t: y * (1 - y),
        "This is the slope f'(v) alone. Where does the target come in?",
    ),
    Misconception(
        "slope squared",
        lambda y, t: (t - y) * (y * (1 - y)) ** 2,
        "The slope of f stands in twice. How many sigmoids lie between v and y?",
    ),
    Misconception(
        "half of the slope lost",
        lambda y, t: (t - y) * y,
        "f' has two factors, and one of them is y.",
    ),
    Misconception(
        "other half of the slope lost",
        lambda y, t: (t - y) * (1 - y),
        "f' has two factors, and one of them is 1 - y.",
    ),
    Misconception(
        "slope at the target",
        lambda y, t: (t - y) * t * (1 - t),
        "The slope is taken where the unit works, at its own output, not where it should be.",
    ),
    Misconception(
        "factor 2",
        lambda y, t: 2 * (t - y) * y * (1 - y),
        "What is the 1/2 in front of E good for?",
    ),
    Misconception(
        "half kept",
        lambda y, t: 0.5 * (t - y) * y * (1 - y),
        "The derivative of a square brings a 2 down. What happens to the 1/2 of E?",
    ),
    Misconception(
        "error squared",
        lambda y, t: 0.5 * (t - y) ** 2 * y * (1 - y),
        "You multiplied the slope by E itself. BP1 needs the *derivative* of E with respect to y.",
    ),
    Misconception(
        "absolute error",
        lambda y, t: np.abs(t - y) * y * (1 - y),
        "All your deltas are positive. An output that is too large has to be pushed down.",
    ),
    Misconception(
        "tanh slope",
        lambda y, t: (t - y) * (1 - y**2),
        "1 - y^2 is the slope of tanh. These are sigmoid units.",
    ),
    Misconception(
        "summed over the outputs",
        lambda y, t: np.sum((t - y) * y * (1 - y)),
        "The deltas were added up. E is a sum, but each output unit has a delta of its own.",
    ),
    Misconception(
        "averaged over the outputs",
        lambda y, t: (t - y) * y * (1 - y) / len(y),
        "E adds the outputs up, it does not average them: where does your division come from?",
    ),
]


OUTPUT_DELTA = Exercise(
    id="01.output_delta",
    name="output_delta",
    title="BP1: the output deltas",
    points=1,
    reference=output_delta,
    probes=_output_delta_probes,
    misconceptions=OUTPUT_DELTA_SLIPS,
)
