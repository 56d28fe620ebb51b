"""Lab 06's recorded runs: the same network under squared error and under cross-entropy."""

import numpy as np

from labkit import nn
from labkit.data import Dataset
from labkit.experiments import report_b
from labkit.experiments.experiment import experiment
from labkit.metrics import accuracy

MULTIPLES = [0.3, 1, 3, 10]  # of Report B's rate, 1e-5
MISSED = 0.1  # an image whose own digit's output is lower is missed


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
    """Four losses, each at four multiples of Report B's rate, 200 full-batch updates on 500 images.

    ``missed_early`` is the share of images missed after ten updates, ``missed`` that at the end.
    """
    images = data.take(train=50)
    last = nn.Softmax if error.startswith("softmax") else None
    net = report_b.network(seed, report_b.INITIALIZERS[init], last=last)
    rate = report_b.rate(multiple * 1e-5, len(images.x_train))
    report_b.train(net, images, rate, 10, loss_called(error))
    missed_early = missed(net, images)
    report_b.train(net, images, rate, iterations - 10, loss_called(error))
    return {
        "accuracy": accuracy(net.predict(images.x_train), images.t_train),
        "test_accuracy": accuracy(net.predict(images.x_test), images.t_test),
        "missed_early": missed_early,
        "missed": missed(net, images),
    }


def loss_called(name: str) -> nn.Loss:
    """The loss of that name, summed over the samples."""
    return {
        "squared error": nn.SquaredError,
        "absolute error": nn.AbsoluteError,
        "cross-entropy": nn.BinaryCrossEntropy,
        "softmax and cross-entropy": nn.CrossEntropy,
    }[name]("sum")


def missed(net: nn.Sequential, images: Dataset) -> float:
    """Share of the images whose own digit's output is below ``MISSED``: the network is certain, and wrong."""
    return float(np.mean(net.predict(images.x_train)[images.t_train == 1] < MISSED))


def look(net: nn.Sequential, images: Dataset, loss: nn.Loss) -> dict:
    """Report B's measurements, and the share of images that are missed."""
    return report_b.look(net, images, loss) | {"missed": missed(net, images)}
