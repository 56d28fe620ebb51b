"""The forward pass: one sample."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab01_backprop_on_paper.networks import SHAPES, parameters
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import dense_forward, sigmoid, sigmoid_derivative


def forward(x, W1, b1, W2, b2):
    """Return (y_hidden, y_output), for one sample or a batch: ``y = f(x W + b)``, layer after layer."""
    y_hidden = sigmoid(dense_forward(x, W1, b1))
    return y_hidden, sigmoid(dense_forward(y_hidden, W2, b2))


def _forward_probes(rng):
    return [Probe(rng.normal(size=n[0]), *parameters(rng, *n), label="-".join(map(str, n))) for n in SHAPES]


def layers(hidden, output=None):
    """Build a wrong forward pass from what each layer does, ``layer(x, W, b)``."""

    def wrong(x, W1, b1, W2, b2):
        y_hidden = hidden(x, W1, b1)
        return y_hidden, (output or hidden)(y_hidden, W2, b2)

    return wrong


def _right_layer(x, W, b):
    return sigmoid(dense_forward(x, W, b))


FORWARD_SLIPS = [
    Misconception(
        "weights transposed",
        layers(lambda x, W, b: sigmoid((W @ x.T).T + b)),
        "W[i, j] leads from unit i to unit j. Into unit j run the weights of one *column* of W: which index do you sum "
        "over?",
    ),
    Misconception(
        "bias forgotten",
        layers(lambda x, W, b: sigmoid(x @ W)),
        "Give the net x = 0: every v should then be the unit's bias. What is it in yours?",
    ),
    Misconception(
        "hidden bias forgotten",
        layers(lambda x, W, b: sigmoid(x @ W), _right_layer),
        "The output layer is right. One number is missing in the sums of the hidden layer.",
    ),
    Misconception(
        "output bias forgotten",
        layers(_right_layer, lambda x, W, b: sigmoid(x @ W)),
        "The hidden layer is right. One number is missing in the sums of the output layer.",
    ),
    Misconception(
        "bias subtracted",
        layers(lambda x, W, b: sigmoid(x @ W - b)),
        "A threshold is subtracted, a bias is added: which of the two does v = sum w y + b have?",
    ),
    Misconception(
        "linear output",
        layers(_right_layer, lambda x, W, b: x @ W + b),
        "The hidden layer is right. The output units are sigmoid units too: what comes after their weighted sum?",
    ),
    Misconception(
        "linear hidden",
        layers(lambda x, W, b: x @ W + b, _right_layer),
        "The hidden layer passes v on. What leaves a unit is y = f(v).",
    ),
    Misconception(
        "no activation",
        layers(lambda x, W, b: x @ W + b),
        "These are the weighted sums v of both layers. What leaves a unit is y = f(v).",
    ),
    Misconception(
        "sign in the exponent",
        layers(lambda x, W, b: 1 / (1 + np.exp(x @ W + b))),
        "Your f falls where the sigmoid rises. Try f(5): it should be nearly 1.",
    ),
    Misconception(
        "derivative for the function",
        layers(lambda x, W, b: sigmoid_derivative(x @ W + b)),
        "This is f'(v), the slope. It is needed on the way back; the way forward needs f(v).",
    ),
    Misconception(
        "bias outside the sigmoid",
        layers(lambda x, W, b: sigmoid(x @ W) + b),
        "An output of a sigmoid lies between 0 and 1, yours need not: the bias belongs inside, in the sum v.",
    ),
    Misconception(
        "activation before the sum",
        layers(lambda x, W, b: sigmoid(x) @ W + b),
        "First the weighted sum, then the sigmoid. You squash what enters the layer, not what leaves it.",
    ),
    Misconception(
        "tanh for sigmoid",
        layers(lambda x, W, b: np.tanh(x @ W + b)),
        "Your f runs from -1 to 1. That is tanh, a relative; lab 05 is about it. The units here use 1 / (1 + e^(-v)).",
    ),
    Misconception(
        "order of the two results",
        lambda *net: forward(*net)[::-1],
        "Both layers are right, in the wrong order: return the hidden signals first.",
    ),
    Misconception(
        "sums returned",
        lambda x, W1, b1, W2, b2: (x @ W1 + b1, sigmoid(x @ W1 + b1) @ W2 + b2),
        "You pass y on, rightly, but hand back v. Which of the two leaves a unit?",
    ),
    Misconception(
        "first layer used twice",
        lambda x, W1, b1, W2, b2: (
            _right_layer(x, W1, b1),
            sigmoid(_right_layer(x, W1, b1) @ W2 + np.resize(b1, b2.shape)),
        ),
        "The output layer has biases of its own.",
    ),
]


FORWARD = Exercise(
    id="01.forward",
    name="forward",
    title="The forward pass, one sample",
    points=2,
    reference=forward,
    probes=_forward_probes,
    misconceptions=FORWARD_SLIPS,
)
