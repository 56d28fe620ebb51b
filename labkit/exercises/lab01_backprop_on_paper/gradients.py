"""The gradients of a batch."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab01_backprop_on_paper.forward import forward
from labkit.exercises.lab01_backprop_on_paper.networks import SHAPES, parameters
from labkit.exercises.lab01_backprop_on_paper.slope_misconceptions import slope_misconceptions
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import dense_backward, sigmoid_derivative, sigmoid_derivative_from_output


def gradients(x, t, W1, b1, W2, b2):
    """Return dE/dW1, dE/db1, dE/dW2, dE/db2 of a batch, summed over its samples."""
    y_hidden, y_output = forward(x, W1, b1, W2, b2)
    upstream = (y_output - t) * sigmoid_derivative_from_output(y_output)
    back, dW2, db2 = dense_backward(y_hidden, W2, upstream)
    _, dW1, db1 = dense_backward(x, W1, back * sigmoid_derivative_from_output(y_hidden))
    return dW1, db1, dW2, db2


def _gradients_probes(rng):
    return [
        Probe(
            rng.normal(size=(samples, n[0])),
            rng.integers(0, 2, (samples, n[2])).astype(float),
            *parameters(rng, *n),
            label=f"{samples} {'sample' if samples == 1 else 'samples'}, {n[0]}-{n[1]}-{n[2]}",
        )
        for samples, n in zip((4, 5, 1, 3, 6), SHAPES, strict=True)
    ]


def _gradients(
    output_slope=sigmoid_derivative_from_output,
    hidden_slope=sigmoid_derivative_from_output,
    send_back=lambda upstream, W2: upstream @ W2.T,
    finish=lambda grads, n_samples: grads,
):
    """Build wrong gradients out of the right ones: each argument replaces one ingredient."""

    def wrong(x, t, W1, b1, W2, b2):
        y_hidden, y_output = forward(x, W1, b1, W2, b2)
        upstream = (y_output - t) * output_slope(y_output)
        first = send_back(upstream, W2) * hidden_slope(y_hidden)
        grads = x.T @ first, first.sum(axis=0), y_hidden.T @ upstream, upstream.sum(axis=0)
        return finish(grads, len(x))

    return wrong


def _bias_per_sample(x, t, W1, b1, W2, b2):
    y_hidden, y_output = forward(x, W1, b1, W2, b2)
    upstream = (y_output - t) * sigmoid_derivative_from_output(y_output)
    first = (upstream @ W2.T) * sigmoid_derivative_from_output(y_hidden)
    return x.T @ first, first, y_hidden.T @ upstream, upstream


GRADIENTS_SLIPS = [
    Misconception(
        "mean for sum",
        _gradients(finish=lambda grads, n: tuple(g / n for g in grads)),
        "You divide by the number of samples. E here is the *sum* over the batch; what is then its gradient?",
    ),
    Misconception(
        "mean for sum in the biases",
        _gradients(finish=lambda g, n: (g[0], g[1] / n, g[2], g[3] / n)),
        "The weights' gradients are summed over the batch, the biases' are averaged. Treat them alike.",
    ),
    Misconception(
        "mean for sum in the weights",
        _gradients(finish=lambda g, n: (g[0] / n, g[1], g[2] / n, g[3])),
        "The biases' gradients are summed over the batch, the weights' are averaged. Treat them alike.",
    ),
    Misconception(
        "sign",
        _gradients(finish=lambda grads, n: tuple(-g for g in grads)),
        "These are the gradients of -E. delta = -dE/dv; the gradient asked for here is dE/dW, plus sign.",
    ),
    Misconception(
        "sign of the hidden layer",
        _gradients(finish=lambda g, n: (-g[0], -g[1], g[2], g[3])),
        "The output layer is right, the hidden layer has the other sign: count your minus signs.",
    ),
    Misconception(
        "sign of the biases",
        _gradients(finish=lambda g, n: (g[0], -g[1], g[2], -g[3])),
        "Weights right, biases of the other sign: did the minus reach both?",
    ),
    Misconception(
        "bias gradient not summed",
        _bias_per_sample,
        "One row for each sample came back for the biases. All samples share one bias: what happens to the gradient of "
        "something that is used many times?",
    ),
    Misconception(
        "bias counted twice",
        _gradients(finish=lambda g, n: (g[0], 2 * g[1], g[2], 2 * g[3])),
        "The weights are right; the biases' gradients are twice too large. Are they added in two places?",
    ),
    Misconception(
        "hidden bias counted twice",
        _gradients(finish=lambda g, n: (g[0], 2 * g[1], g[2], g[3])),
        "All is right but the hidden biases, whose gradient is twice too large. Is it added in two places?",
    ),
    Misconception(
        "output bias counted twice",
        _gradients(finish=lambda g, n: (g[0], g[1], g[2], 2 * g[3])),
        "All is right but the output biases, whose gradient is twice too large. Is it added in two places?",
    ),
    *slope_misconceptions(_gradients),
    Misconception(
        "f' at the wrong place in the hidden layer",
        _gradients(hidden_slope=sigmoid_derivative),
        "The output layer is right. In the hidden layer f' was taken at y, not at v.",
    ),
    Misconception(
        "weights transposed",
        _gradients(send_back=lambda upstream, W2: upstream @ W2),
        "The output layer is right. On the way back a hidden unit collects along the arrows that leave it: which of W2 "
        "and its transpose lines them up?",
    ),
    Misconception(
        "upstream gradient ignored",
        _gradients(send_back=lambda upstream, W2: np.ones((len(upstream), len(W2)))),
        "Your first layer's gradients do not depend on the output error. What comes back through W2 is missing.",
    ),
    Misconception(
        "weights ignored on the way back",
        _gradients(send_back=lambda upstream, W2: upstream.sum(axis=1, keepdims=True) * np.ones(len(W2))),
        "Every hidden unit receives the same. What makes one unit matter more than another to an output?",
    ),
    Misconception(
        "first sample only",
        lambda x, t, *net: gradients(x[:1], t[:1], *net),
        "Only the first sample has a say. The batch's gradient is the sum over its samples.",
    ),
    Misconception(
        "last sample only",
        lambda x, t, *net: gradients(x[-1:], t[-1:], *net),
        "Only the last sample has a say. Is something overwritten in your loop where it should be added?",
    ),
    Misconception(
        "factor 2",
        _gradients(finish=lambda grads, n: tuple(2 * g for g in grads)),
        "Everything is twice too large: what is the 1/2 in front of E good for?",
    ),
    Misconception(
        "mean over the outputs",
        lambda x, t, *net: tuple(g / t.shape[1] for g in gradients(x, t, *net)),
        "You divide by the number of outputs. E adds the outputs up.",
    ),
    Misconception(
        "gradients transposed",
        _gradients(finish=lambda g, n: (g[0].T, g[1], g[2].T, g[3])),
        "A gradient has the shape of what it belongs to: dW1 that of W1.",
    ),
    Misconception(
        "order of the results",
        _gradients(finish=lambda g, n: (g[2], g[3], g[0], g[1])),
        "All four are right, in another order: dW1, db1, dW2, db2 is asked.",
    ),
]


GRADIENTS = Exercise(
    id="01.gradients",
    name="gradients",
    title="The gradients of a batch",
    points=3,
    reference=gradients,
    probes=_gradients_probes,
    misconceptions=GRADIENTS_SLIPS,
)
