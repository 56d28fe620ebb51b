"""Lab 04's recorded runs: how the first weights are drawn, and what that does to two hundred updates."""

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from labkit import nn
from labkit.data import Dataset
from labkit.experiments import report_b
from labkit.experiments.experiment import experiment
from labkit.nn import inside


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


def deep_signals(
    init: Callable,
    activation: Callable[[], nn.Layer],
    images: Dataset,
    seeds: Sequence[int] = range(5),
    depth: int = 10,
    units: int = 128,
) -> pd.DataFrame:
    """How large signals are in each layer of a deep network with a softmax on top, before training. (No record.)

    Parameters
    ----------
    init : initializer
        Draws the weights of all layers.
    activation : function
        Makes the layer after each hidden Dense layer: ``nn.Tanh``.
    images : Dataset
    seeds : sequence of int
        The networks to average over, geometrically, for sizes differ by powers of ten.
    depth, units : int
        Number of hidden layers, and of units in each.

    Returns
    -------
    DataFrame
        A row for each layer, from 1, the last being the output. ``forward``: the spread of a unit's outputs over the
        images; ``backward``: the deltas dE/dv; ``gradient``: that of the weights; each the rms over a layer.
    """
    runs = [_signals(_deep(init, activation, images, seed, depth, units), images) for seed in seeds]
    logs = np.mean(np.log(np.maximum(runs, 1e-300)), axis=0)
    layers = pd.RangeIndex(1, depth + 2, name="layer")
    return pd.DataFrame(np.exp(logs), index=layers, columns=["forward", "backward", "gradient"])


def _deep(
    init: Callable, activation: Callable[[], nn.Layer], images: Dataset, seed: int, depth: int, units: int
) -> nn.Sequential:
    sizes = [images.x_train.shape[1], *[units] * depth]
    layers: list[nn.Layer] = []
    for n_inputs, n_outputs in zip(sizes[:-1], sizes[1:], strict=True):
        layers += [nn.Dense(n_inputs, n_outputs, init=init, bias=False), activation()]
    top = nn.Dense(units, images.t_train.shape[1], init=init, bias=False)
    return nn.Sequential([*layers, top, nn.Softmax()], seed=seed, dtype=np.float64)


def _signals(net: nn.Sequential, images: Dataset) -> list[tuple[float, float, float]]:
    outputs = net.units(images.x_train)
    deltas = inside.deltas(net, images.x_train, images.t_train, nn.CrossEntropy("sum"))
    inputs = [images.x_train, *outputs[:-1]]
    return [
        (_rms(y.std(axis=0)), _rms(delta), _rms(x.T @ delta))
        for x, y, delta in zip(inputs, outputs, deltas, strict=True)
    ]


def _rms(a: np.ndarray) -> float:
    return float(np.sqrt(np.mean(np.square(a))))
