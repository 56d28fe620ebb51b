"""Networks whose hidden units lie between the sigmoid and tanh, and what to look at in them."""

import numpy as np

from labkit import nn
from labkit.data import Dataset
from labkit.exercises.lab05_tanh.sign_agreement import sign_agreement
from labkit.experiments import report_b

FLAT = 0.01  # a unit whose derivative is smaller hardly learns

# Hidden units as (amplitude, slope, shift) of a tanh(kx) + s. The sigmoid is 1/2 tanh(x/2) + 1/2.
UNITS = {
    "tanh": (1, 1, 0),
    "tanh + 1": (1, 1, 1),
    "sigmoid": (0.5, 0.5, 0.5),
    "sigmoid - 1/2": (0.5, 0.5, 0),
    "sigmoid, k = 4": (0.5, 2, 0.5),
    "sigmoid, k = 4, - 1/2": (0.5, 2, 0),
    "LeCun's tanh": (1.7159, 2 / 3, 0),
}


def network(seed: int, amplitude: float = 1, slope: float = 1, shift: float = 0, bias: bool = False) -> nn.Sequential:
    """Report B's network with hidden units a tanh(kx) + s, outputs tanh, weights of standard deviation 1/sqrt n.

    Biases start where they take the shift back, so that every shift begins as the same function of the images.
    """

    def hidden() -> nn.Layer:
        return nn.Activation(
            lambda x: amplitude * np.tanh(slope * x) + shift,
            lambda y: slope * (amplitude - (y - shift) ** 2 / amplitude),
            from_output=True,
        )

    net = report_b.network(seed, report_b.INITIALIZERS["1/sqrt n"], hidden, last=nn.Tanh, bias=bias)
    if bias:
        for layer in net.dense[1:]:
            layer.b = -shift * layer.W.sum(axis=0)
    return net


def flatness(net: nn.Sequential, images: Dataset) -> dict:
    """Answers, the share of each layer's outputs at which tanh is flat, and the mean output of the last layer."""
    outputs = net.units(images.x_train)
    flat = {f"flat_{i}": float(np.mean(1 - y**2 < FLAT)) for i, y in enumerate(outputs, start=1)}
    return report_b.answers(net, images) | flat | {"output_mean": float(outputs[-1].mean())}


def agreement(net: nn.Sequential, images: Dataset) -> dict:
    """Answers, and how far the weights of a unit agree on a direction: in each layer, the mean over its units.

    ``sample_2`` is for single images in layer 2, ``batch_2`` for the gradient summed over all of them.
    """
    net.backward(nn.SquaredError("sum").gradient(net(images.x_train), images.t_train))
    below = [images.x_train, *net.units(images.x_train)[:-1]]
    measured = {}
    for number, (layer, signals) in enumerate(zip(net.dense, below, strict=True), start=1):
        # The gradient for one image is delta times the inputs, so it agrees as far as the inputs' signs do.
        measured[f"sample_{number}"] = float(np.mean(sign_agreement(signals)))
        measured[f"batch_{number}"] = float(np.mean(sign_agreement(layer.dW.T)))
    return report_b.answers(net, images) | measured


def signal(net: nn.Sequential, images: Dataset) -> dict:
    """Answers, and of each hidden layer: the mean signal of a unit, and how far it differs between images.

    Root mean squares over the units: of their means, and of their standard deviations.
    """
    measured = {}
    for number, y in enumerate(net.units(images.x_train)[:-1], start=1):
        measured[f"mean_{number}"] = float(np.sqrt(np.mean(y.mean(axis=0) ** 2)))
        measured[f"spread_{number}"] = float(np.sqrt(np.mean(y.var(axis=0))))
    return report_b.answers(net, images) | measured
