"""Lab 07's recorded runs: Report B's ReLU as written and as it should be, and the units that die."""

import numpy as np

from labkit import nn
from labkit.data import Dataset
from labkit.experiments import report_b
from labkit.experiments.experiment import experiment


@experiment(
    "07.full",
    grid=[
        {"relu": ["as printed"], "init": ["He", "uniform"], "floor": [0.01, 1e-4], "rate": [1e-5]},
        {"relu": ["right"], "init": ["He"], "rate": [1e-6], "last": ["relu", "linear"], "iterations": [500]},
    ],
    seeds=[0],
    data="mnist",
)
def full(
    relu: str,
    init: str,
    rate: float,
    seed: int,
    data: Dataset,
    floor: float = 0.0,
    last: str = "relu",
    iterations: int = 1000,
) -> list[dict]:
    """Report B's ReLU on all 60,000 images, as printed and right, on the output layer too or with linear outputs."""
    activation = printed(floor) if relu == "as printed" else right
    top = nn.Identity if last == "linear" else None
    net = report_b.network(seed, report_b.INITIALIZERS[init], activation, last=top)
    return report_b.log(net, data, rate, iterations, look=lambda net, images: look(net, images, floor), every=50)


def right() -> nn.Layer:
    """max(0, x), with its derivative: 1 where the unit is on, 0 where it is off."""
    return nn.Activation(lambda x: np.maximum(x, 0), lambda y: y > 0, from_output=True)


def printed(floor: float):
    """Report B's listing: max(floor, x), whose "derivative" returns the activation itself, edited in place.

    The edit sets to zero what is not above zero. With a floor above zero it never finds anything, so a unit that is
    off counts as a little bit on, and its slope is the floor.
    """

    def derivative(y: np.ndarray) -> np.ndarray:
        y[y <= 0] = 0
        return y

    return lambda: nn.Activation(lambda x: np.maximum(x, floor), derivative, from_output=True)


def look(net: nn.Sequential, images: Dataset, floor: float = 0.0) -> dict:
    """How well the network answers, how large its numbers are, and how many units are off for every image.

    ``dead_1`` to ``dead_3`` are the shares of a layer's units whose output is the floor for every training image.
    """
    dead = {
        f"dead_{number}": float(np.mean(y.max(axis=0) <= floor))
        for number, y in enumerate(net.units(images.x_train), start=1)
    }
    return report_b.look(net, images) | dead
