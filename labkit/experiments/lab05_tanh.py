"""Lab 05's recorded runs: tanh in every unit, with narrow and wide first weights."""

from dataclasses import replace

import numpy as np

from labkit import nn
from labkit.data import Dataset
from labkit.data.normalise import mean_and_spread
from labkit.experiments import report_b
from labkit.experiments.experiment import experiment
from labkit.experiments.tanh_units import UNITS, agreement, flatness, network, signal
from labkit.metrics import accuracy

RATE = 1e-6  # Report B's, for tanh
MULTIPLES = [0.2, 0.5, 1, 2, 5]  # of that rate


@experiment(
    "05.full",
    grid=[{"init": ["uniform", "1/sqrt n"]}, {"init": ["1/sqrt n"], "output_delta": ["as printed"]}],
    seeds=[0],
    data="mnist",
)
def full(init: str, seed: int, data: Dataset, output_delta: str = "right", iterations: int = 200) -> list[dict]:
    """Report B's tanh on all 60,000 images at its rate, 1e-6, 200 full-batch updates; also with its printed delta."""
    net = report_b.network(
        seed, report_b.INITIALIZERS[init], nn.Tanh, last=printed if output_delta == "as printed" else None
    )
    return report_b.log(net, data, 1e-6, iterations, look=report_b.look, every=20)


def printed() -> nn.Layer:
    """The output layer of Report B's listing, whose delta has the output as a stray factor: (y - t) (1 - y^2) y."""
    return nn.Activation(np.tanh, lambda y: (1 - y**2) * y, from_output=True)


@experiment(
    "05.init",
    grid=[{"init": ["uniform", "1/sqrt n"]}, {"init": ["1/sqrt n"], "output_delta": ["as printed"]}],
    seeds=range(5),
    data="mnist-subset",
    sample=[
        {"init": "1/sqrt n", "output_delta": "right", "seed": 0, "iterations": 20},
        {"init": "uniform", "output_delta": "right", "seed": 1, "iterations": 20},
    ],
    rtol=report_b.RTOL,
    atol=report_b.ATOL,
)
def first_weights(
    init: str, seed: int, data: Dataset, output_delta: str = "right", iterations: int = 200
) -> list[dict]:
    """Report B's tanh at its rate, narrow and wide first weights, right and printed delta, on 4,000 images."""
    last = printed if output_delta == "as printed" else None
    net = report_b.network(seed, report_b.INITIALIZERS[init], nn.Tanh, last=last)
    return report_b.log(net, data, report_b.rate(RATE, len(data.x_train)), iterations, look=flatness, every=20)


@experiment(
    "05.uniform",
    grid={"multiple": [1, 10, 30, 100]},
    seeds=range(5),
    data="mnist-subset",
    images=500,
    sample={"multiple": 1, "seed": 0, "iterations": 50},
    rtol=report_b.RTOL,
    atol=report_b.ATOL,
)
def wide(multiple: float, seed: int, data: Dataset, iterations: int = 200) -> list[dict]:
    """Tanh with wide first weights at four multiples of Report B's rate, 200 full-batch updates on 500 images."""
    images, net = data.take(50), report_b.network(seed, activation=nn.Tanh)
    rate = report_b.rate(multiple * RATE, len(images.x_train))
    return report_b.log(net, images, rate, iterations, look=flatness, every=50)


@experiment(
    "05.signs",
    grid={"units": ["sigmoid", "tanh", "tanh + 1"]},
    seeds=range(5),
    data="mnist-subset",
    images=500,
    sample={"units": "tanh", "seed": 0, "iterations": 20},
    rtol=report_b.RTOL,
    atol=report_b.ATOL,
)
def same_sign(units: str, seed: int, data: Dataset, iterations: int = 200) -> list[dict]:
    """How many weights of a unit are pushed the same way, over 200 full-batch updates on 500 images."""
    images, net = data.take(50), network(seed, *UNITS[units])
    return report_b.log(net, images, report_b.rate(RATE, len(images.x_train)), iterations, look=agreement)


@experiment(
    "05.centring",
    grid={"shift": [0.0, 0.5, 1.0], "bias": [False, True], "multiple": MULTIPLES},
    seeds=range(5),
    data="mnist-subset",
    images=500,
    sample=[
        {"shift": 0.0, "bias": False, "multiple": 1, "seed": 0, "iterations": 50},
        {"shift": 1.0, "bias": True, "multiple": 0.2, "seed": 1, "iterations": 50},
    ],
    rtol=report_b.RTOL,
    atol=report_b.ATOL,
)
def centring(shift: float, bias: bool, multiple: float, seed: int, data: Dataset, iterations: int = 200) -> list[dict]:
    """Hidden units tanh + shift at five rates, without and with biases, 200 full-batch updates on 500 images."""
    images = data.take(50)
    net = network(seed, shift=shift, bias=bias)
    rate = report_b.rate(multiple * RATE, len(images.x_train))
    return report_b.log(net, images, rate, iterations, look=report_b.answers, every=50)


@experiment(
    "05.units",
    grid=[
        {"units": ["sigmoid"], "multiple": [0.5, 1, 2, 5, 10, 20]},
        {"units": ["sigmoid - 1/2"], "multiple": [2, 5, 10, 20, 50, 100]},
        {"units": ["sigmoid, k = 4", "sigmoid, k = 4, - 1/2"], "multiple": [0.5, 1, 2, 5, 10]},
        {"units": ["LeCun's tanh"], "multiple": MULTIPLES},
    ],
    seeds=range(5),
    data="mnist-subset",
    images=500,
    sample={"units": "sigmoid - 1/2", "multiple": 5, "seed": 0, "iterations": 50},
    rtol=report_b.RTOL,
    atol=report_b.ATOL,
)
def between(units: str, multiple: float, seed: int, data: Dataset, iterations: int = 200) -> list[dict]:
    """Hidden units between the sigmoid and tanh, at five or six rates each, 200 full-batch updates on 500 images."""
    images = data.take(50)
    net = network(seed, *UNITS[units])
    rate = report_b.rate(multiple * RATE, len(images.x_train))
    return report_b.log(net, images, rate, iterations, look=signal, every=50)


@experiment(
    "05.inputs",
    grid={"mean": ["kept", "subtracted"], "size": ["kept", "divided"], "multiple": [0.5, 1, 2, 5, 10, 20, 50]},
    seeds=range(5),
    data="mnist-subset",
    images=500,
    sample={"mean": "subtracted", "size": "divided", "multiple": 0.5, "seed": 0, "iterations": 50},
    rtol=report_b.RTOL,
    atol=report_b.ATOL,
)
def pixels(mean: str, size: str, multiple: float, seed: int, data: Dataset, iterations: int = 100) -> list[dict]:
    """Report B's tanh on pixels with or without their mean, divided by their spread or not, 500 images, 100 updates."""
    images = prepared(data.take(50), mean, size)
    net = network(seed)
    rate = report_b.rate(multiple * RATE, len(images.x_train))
    return report_b.log(net, images, rate, iterations, look=with_test, every=50)


def prepared(images: Dataset, mean: str, size: str) -> Dataset:
    """Images with the mean pixel subtracted or kept, divided by the pixels' standard deviations or not."""
    shift, scale = mean_and_spread(images.x_train)
    shift = shift if mean == "subtracted" else np.zeros_like(shift)
    scale = scale if size == "divided" else np.ones_like(scale)
    return replace(images, x_train=(images.x_train - shift) / scale, x_test=(images.x_test - shift) / scale)


def with_test(net: nn.Sequential, images: Dataset) -> dict:
    """Answers on the training images, and the accuracy on the test images."""
    return report_b.answers(net, images) | {"test_accuracy": accuracy(net.predict(images.x_test), images.t_test)}
