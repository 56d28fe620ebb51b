"""Lab 04's recorded runs: how the first weights are drawn, and what that does to two hundred updates."""

import numpy as np

from labkit import nn
from labkit.data import Dataset
from labkit.experiments import report_b
from labkit.experiments.experiment import experiment


@experiment("04.full", grid={"init": list(report_b.INITIALIZERS), "multiple": [1, 2]}, seeds=[0], data="mnist")
def full(init: str, multiple: float, seed: int, data: Dataset, iterations: int = 200) -> list[dict]:
    """Report B's three initialisations on all 60,000 images, at its rates 1e-5 and 2e-5, 200 full-batch updates."""
    net = report_b.network(seed, init=report_b.INITIALIZERS[init])
    return report_b.log(net, data, multiple * 1e-5, iterations, look=report_b.look, every=20)


INITS = list(report_b.INITIALIZERS)


@experiment(
    "04.rates",
    grid=[
        {"init": INITS, "multiple": [1, 2], "updates": [1000]},
        {"init": INITS, "multiple": [0.5, 5, 10], "updates": [200]},
    ],
    seeds=range(5),
    data="mnist-subset",
    images=1000,
    sample=[
        {"init": "uniform", "multiple": 1, "updates": 1000, "seed": 0, "iterations": 50},
        {"init": "He", "multiple": 5, "updates": 200, "seed": 1, "iterations": 50},
    ],
    rtol=report_b.RTOL,
    atol=report_b.ATOL,
)
def rates(
    init: str, multiple: float, updates: int, seed: int, data: Dataset, iterations: int | None = None
) -> list[dict]:
    """Report B's three initialisations at five multiples of its rate, 200 or 1,000 full-batch updates."""
    images = data.take(100)
    net = report_b.network(seed, init=report_b.INITIALIZERS[init])
    rate = report_b.rate(multiple * 1e-5, len(images.x_train))
    return report_b.log(net, images, rate, iterations or updates, look=report_b.look, every=50)


@experiment(
    "04.gain",
    grid={"gain": [0.5, 1, 2, 4, 8, 16], "multiple": [1, 2]},
    seeds=range(5),
    data="mnist-subset",
    images=1000,
    sample=[
        {"gain": 4, "multiple": 1, "seed": 0, "iterations": 20},
        {"gain": 16, "multiple": 2, "seed": 2, "iterations": 20},
    ],
    rtol=report_b.RTOL,
    atol=report_b.ATOL,
)
def gain(gain: float, multiple: float, seed: int, data: Dataset, iterations: int = 200) -> list[dict]:
    """Weights of standard deviation gain / sqrt(n) in Report B's net, 200 full-batch updates on 1,000 images."""
    images = data.take(100)

    def init(n_inputs: int, n_outputs: int, rng: np.random.Generator) -> np.ndarray:
        return gain * nn.FanInNormal()(n_inputs, n_outputs, rng)

    net = report_b.network(seed, init=init)
    rate = report_b.rate(multiple * 1e-5, len(images.x_train))
    return report_b.log(net, images, rate, iterations, look=report_b.look, every=20)
