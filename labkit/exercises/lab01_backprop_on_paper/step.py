"""One update after one sample."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab01_backprop_on_paper.forward import forward
from labkit.exercises.lab01_backprop_on_paper.hidden_delta import hidden_delta
from labkit.exercises.lab01_backprop_on_paper.networks import SHAPES, parameters
from labkit.exercises.lab01_backprop_on_paper.output_delta import output_delta
from labkit.exercises.lab01_backprop_on_paper.slope_misconceptions import slope_misconceptions
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import sigmoid_derivative_from_output


def step(x, t, W1, b1, W2, b2, rate):
    """Return the weights and biases after one sample: all deltas first, then ``w + rate delta y`` everywhere."""
    y_hidden, y_output = forward(x, W1, b1, W2, b2)
    delta_2 = output_delta(y_output, t)
    delta_1 = hidden_delta(delta_2, W2, y_hidden)
    return (
        W1 + rate * np.outer(x, delta_1),
        b1 + rate * delta_1,
        W2 + rate * np.outer(y_hidden, delta_2),
        b2 + rate * delta_2,
    )


def _step_probes(rng):
    return [
        Probe(
            rng.normal(size=n[0]),
            rng.integers(0, 2, n[2]).astype(float),
            *parameters(rng, *n),
            rate,
            label=f"{n[0]}-{n[1]}-{n[2]}, rate {rate}",
        )
        for n, rate in zip(SHAPES, (0.5, 2.0, 1.0, 0.1, 3.0), strict=True)
    ]


def _step(
    W1_sent=lambda x, y: x,
    output_slope=sigmoid_derivative_from_output,
    hidden_slope=sigmoid_derivative_from_output,
    send_back=lambda delta, W2, W2_new: W2 @ delta,
    weights=1.0,
    biases=1.0,
    hidden_weights=None,
    use_rate=True,
    keep=1.0,
):
    """Build a wrong step out of the right one: each argument replaces one ingredient."""

    def wrong(x, t, W1, b1, W2, b2, rate):
        rate = rate if use_rate else 1.0
        y_hidden, y_output = forward(x, W1, b1, W2, b2)
        delta_2 = (t - y_output) * output_slope(y_output)
        W2_new = keep * W2 + weights * rate * np.outer(y_hidden, delta_2)
        delta_1 = send_back(delta_2, W2, W2_new) * hidden_slope(y_hidden)
        first = weights if hidden_weights is None else hidden_weights
        return (
            keep * W1 + first * rate * np.outer(W1_sent(x, y_hidden), delta_1),
            keep * b1 + (biases if hidden_weights is None else hidden_weights) * rate * delta_1,
            W2_new,
            keep * b2 + biases * rate * delta_2,
        )

    return wrong


STEP_SLIPS = [
    Misconception(
        "sign",
        _step(weights=-1.0, biases=-1.0),
        "Compute E before and after one step with a small rate: yours rises. delta is *minus* dE/dv: what does that "
        "make of the printed rule?",
    ),
    Misconception(
        "updated weights used",
        _step(send_back=lambda delta, W2, W2_new: W2_new @ delta),
        "The output layer is right, the hidden layer a little off. At what moment do you compute the hidden deltas, and "
        "which W2 do they travel through?",
    ),
    Misconception(
        "bias updated twice",
        _step(biases=2.0),
        "The weights are right; each bias has moved twice as far as it should. Report A lost hours to this.",
    ),
    Misconception(
        "biases not updated",
        _step(biases=0.0),
        "The weights are right; the biases have not moved. A bias is a weight on an input that is always 1.",
    ),
    Misconception(
        "only the output layer",
        _step(hidden_weights=0.0),
        "The output layer learns; the first layer stays as it was. That is the layer this lab asks about.",
    ),
    Misconception(
        "sign of the hidden layer",
        _step(hidden_weights=-1.0),
        "The output layer goes downhill, the hidden layer uphill. Is there one minus too many on the way back?",
    ),
    Misconception(
        "rate forgotten",
        _step(use_rate=False),
        "Right for rate = 1 and for no other. What scales the step?",
    ),
    Misconception(
        "only the change",
        _step(keep=0.0),
        "These are the changes. The function should return where the weights and biases arrive.",
    ),
    *slope_misconceptions(_step),
    Misconception(
        "weights transposed",
        _step(send_back=lambda delta, W2, W2_new: W2.T @ delta),
        "The output layer is right. Going back, a hidden unit collects along the arrows that leave it: a row of W2.",
    ),
    Misconception(
        "hidden signal sent to the first layer",
        _step(W1_sent=lambda x, y: np.resize(y, x.shape)),
        "A weight's change uses the signal that *enters* the weight. What enters W1?",
    ),
    Misconception(
        "order of the results",
        lambda *net: (lambda W1, b1, W2, b2: (W2, b2, W1, b1))(*step(*net)),
        "All four are right, in another order: W1, b1, W2, b2 is asked.",
    ),
    Misconception(
        "slope alone goes back",
        _step(send_back=lambda delta, W2, W2_new: np.ones(len(W2))),
        "The output layer is right. Your hidden deltas do not depend on the output deltas: nothing travels back.",
    ),
]


STEP = Exercise(
    id="01.step",
    name="step",
    title="One update, with the right sign",
    points=2,
    reference=step,
    probes=_step_probes,
    misconceptions=STEP_SLIPS,
)
