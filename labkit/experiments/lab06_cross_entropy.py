"""Lab 06's recorded runs: the same network under squared error and under cross-entropy."""

import numpy as np

from labkit import nn
from labkit.data import Dataset
from labkit.experiments import report_b
from labkit.experiments.experiment import experiment
from labkit.metrics import accuracy

MULTIPLES = [0.1, 0.3, 1, 3, 10]  # of Report B's rate, 1e-5
CERTAIN = 0.9  # an output further than this from its target is certain and wrong


@experiment("06.full", grid={"init": list(report_b.INITIALIZERS)}, seeds=[0], data="mnist")
def full(init: str, seed: int, data: Dataset, iterations: int = 200) -> list[dict]:
    """Report B's sigmoids under cross-entropy on all 60,000 images at its rate, 1e-5, 200 full-batch updates."""
    net, loss = report_b.network(seed, report_b.INITIALIZERS[init]), nn.BinaryCrossEntropy("sum")
    return report_b.log(
        net, data, 1e-5, iterations, look=lambda net, images: report_b.look(net, images, loss), loss=loss, every=20
    )


@experiment(
    "06.losses",
    grid={"error": ["squared error", "cross-entropy"], "init": list(report_b.INITIALIZERS)},
    seeds=range(5),
    data="mnist-subset",
    sample=[
        {"error": "cross-entropy", "init": "uniform", "seed": 0, "iterations": 20},
        {"error": "squared error", "init": "uniform", "seed": 1, "iterations": 10},
    ],
    rtol=report_b.RTOL,
    atol=report_b.ATOL,
)
def losses(error: str, init: str, seed: int, data: Dataset, iterations: int = 200) -> list[dict]:
    """Squared error and cross-entropy at Report B's rate, 200 full-batch updates on all 4,000 training images."""
    net, loss = report_b.network(seed, report_b.INITIALIZERS[init]), loss_called(error)
    rate = report_b.rate(1e-5, len(data.x_train))
    return report_b.log(net, data, rate, iterations, look=lambda net, images: look(net, images, loss), loss=loss)


@experiment(
    "06.rates",
    grid={
        "error": ["squared error", "absolute error", "cross-entropy", "softmax and cross-entropy"],
        "init": ["uniform", "He"],
        "multiple": MULTIPLES,
    },
    seeds=range(5),
    data="mnist-subset",
    images=500,
    sample=[
        {"error": "cross-entropy", "init": "He", "multiple": 0.3, "seed": 0},
        {"error": "squared error", "init": "He", "multiple": 0.3, "seed": 1},
    ],
    rtol=report_b.RTOL,
    atol=report_b.ATOL,
)
def rates(error: str, init: str, multiple: float, seed: int, data: Dataset, iterations: int = 200) -> dict:
    """Four losses, each at five multiples of Report B's rate, 200 full-batch updates on 500 images."""
    images = data.take(train=50)
    last = nn.Softmax if error.startswith("softmax") else None
    net = report_b.network(seed, report_b.INITIALIZERS[init], last=last)
    rate = report_b.rate(multiple * 1e-5, len(images.x_train))
    report_b.train(net, images, rate, iterations, loss_called(error))
    return {
        "accuracy": accuracy(net.predict(images.x_train), images.t_train),
        "test_accuracy": accuracy(net.predict(images.x_test), images.t_test),
    }


def loss_called(name: str) -> nn.Loss:
    """The loss of that name, summed over the samples."""
    return {
        "squared error": nn.SquaredError,
        "absolute error": nn.AbsoluteError,
        "cross-entropy": nn.BinaryCrossEntropy,
        "softmax and cross-entropy": nn.CrossEntropy,
    }[name]("sum")


def look(net: nn.Sequential, images: Dataset, loss: nn.Loss) -> dict:
    """Report B's measurements, and how often an output is certain and wrong.

    ``missed`` is the share of images whose own digit's output is below 1 - ``CERTAIN``; ``false_alarms`` the share
    of the other outputs that are above ``CERTAIN``.
    """
    y, own = net.predict(images.x_train), images.t_train == 1
    errors = {"missed": float(np.mean(y[own] < 1 - CERTAIN)), "false_alarms": float(np.mean(y[~own] > CERTAIN))}
    return report_b.look(net, images, loss) | errors
