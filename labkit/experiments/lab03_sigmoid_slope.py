"""Lab 03's recorded runs: Report B's slopes at one rate, at every rate, and undone by weights and rate."""

import numpy as np

from labkit import nn
from labkit.data import Dataset
from labkit.experiments import report_b
from labkit.experiments.experiment import experiment
from labkit.metrics import accuracy

SLOPES = [0.1, 0.5, 1, 2, 5, 10]
MULTIPLES = [0.1, 0.3, 1, 3, 10, 30, 100, 300]  # of Report B's rate, 1e-5
SATURATED = 0.01  # a unit whose derivative is smaller hardly learns


@experiment(
    "03.one_rate",
    grid={"k": SLOPES},
    seeds=range(5),
    data="mnist-subset",
    sample=[{"k": 1, "seed": 0, "iterations": 20}, {"k": 10, "seed": 1, "iterations": 10}],
    rtol=report_b.RTOL,
    atol=report_b.ATOL,
)
def one_rate(k: float, seed: int, data: Dataset, iterations: int = 200) -> list[dict]:
    """Six slopes at Report B's rate, 200 full-batch updates on all 4,000 training images."""
    net = report_b.network(seed, activation=lambda: nn.Sigmoid(k))
    rate = report_b.rate(1e-5, len(data.x_train))
    return report_b.log(net, data, rate, iterations, look=lambda net, images: look(net, k, images))


@experiment(
    "03.rate_by_k",
    grid={"k": SLOPES, "multiple": MULTIPLES},
    seeds=range(5),
    data="mnist-subset",
    images=500,
    sample=[{"k": 1, "multiple": 1, "seed": 0}, {"k": 0.1, "multiple": 30, "seed": 2}],
    rtol=report_b.RTOL,
    atol=report_b.ATOL,
)
def rate_by_k(k: float, multiple: float, seed: int, data: Dataset, iterations: int = 200) -> dict:
    """Every slope at eight multiples of Report B's rate, 200 full-batch updates on 500 images."""
    images = data.take(50)
    net = report_b.network(seed, activation=lambda: nn.Sigmoid(k))
    report_b.train(net, images, report_b.rate(multiple * 1e-5, len(images.x_train)), iterations)
    return {"accuracy": accuracy(net.predict(images.x_train), images.t_train)}


@experiment(
    "03.undone",
    grid={"k": SLOPES},
    seeds=range(5),
    data="mnist-subset",
    images=500,
    sample={"k": 2, "seed": 0},
    rtol=report_b.RTOL,
    atol=report_b.ATOL,
)
def undone(k: float, seed: int, data: Dataset, iterations: int = 200) -> dict:
    """Slope k with weights divided by k and the rate by k^2, 200 full-batch updates on 500 images."""
    images = data.take(50)
    net = report_b.network(seed, init=nn.Uniform(-1 / k, 1 / k), activation=lambda: nn.Sigmoid(k))
    report_b.train(net, images, report_b.rate(1e-5, len(images.x_train)) / k**2, iterations)
    return {"accuracy": accuracy(net.predict(images.x_train), images.t_train)}


def look(net: nn.Sequential, k: float, images: Dataset) -> dict:
    """Measure what Report B talks about: the answers, overflowing inputs, saturated units.

    ``largest_input`` is the largest |kz| that any unit was given, the number that stands in the exponential;
    ``saturated_1`` to ``saturated_3`` are the shares of a layer's outputs at which the derivative is below
    ``SATURATED``.
    """
    measured, a, largest = {}, images.x_train, 0.0
    for number, layer in enumerate(net.dense, start=1):
        z = a @ layer.W
        largest = max(largest, float(np.abs(k * z).max()))
        a = nn.functional.sigmoid(z, k)
        slope = nn.functional.sigmoid_derivative_from_output(a, k)
        measured[f"saturated_{number}"] = float(np.mean(slope < SATURATED))
    return report_b.answers(net, images) | {"largest_input": largest} | measured
