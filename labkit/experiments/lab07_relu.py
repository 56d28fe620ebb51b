"""Lab 07's recorded runs: Report B's ReLU as written and as it should be, and the units that die."""

import warnings
from functools import partial

import numpy as np

from labkit import nn
from labkit.data import Dataset
from labkit.experiments import report_b
from labkit.experiments.experiment import experiment
from labkit.metrics import accuracy


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


@experiment(
    "07.written",
    grid=[
        {"relu": ["as printed"], "init": list(report_b.INITIALIZERS), "rate": [1e-5], "floor": [0.01, 1e-4]},
        {"relu": ["right"], "init": ["He", "1/sqrt n"], "rate": [1e-6, 1e-5]},
        {"relu": ["right"], "init": ["He"], "rate": [1e-6], "last": ["linear"]},
    ],
    seeds=range(5),
    data="mnist-subset",
    images=1000,
    sample=[
        {"relu": "as printed", "init": "He", "rate": 1e-5, "floor": 0.01, "last": "relu", "seed": 0, "iterations": 20},
        {"relu": "right", "init": "He", "rate": 1e-6, "floor": 0.0, "last": "linear", "seed": 1, "iterations": 20},
    ],
    rtol=report_b.RTOL,
    atol=report_b.ATOL,
)
def written(
    relu: str,
    init: str,
    rate: float,
    seed: int,
    data: Dataset,
    floor: float = 0.0,
    last: str = "relu",
    iterations: int = 400,
) -> list[dict]:
    """Report B's ReLU as printed and right, with a ReLU on the output layer and without, on 1,000 images."""
    images = data.take(100)
    activation = printed(floor) if relu == "as printed" else right
    top = nn.Identity if last == "linear" else None
    net = report_b.network(seed, report_b.INITIALIZERS[init], activation, last=top)
    rate = report_b.rate(rate, len(images.x_train))
    return report_b.log(net, images, rate, iterations, look=lambda net, images: off(net, images, floor), every=20)


def off(net: nn.Sequential, images: Dataset, floor: float = 0.0) -> dict:
    """How well the network answers, and the shares of units that are off for every training image."""
    units = enumerate(net.units(images.x_train), start=1)
    return report_b.answers(net, images) | {f"off_{n}": float(np.mean(y.max(axis=0) <= floor)) for n, y in units}


@experiment(
    "07.dying",
    grid=[
        {"init": ["1/sqrt n", "He"], "rate": [3e-7, 1e-6, 3e-6, 5e-6, 1e-5]},
        {"init": ["uniform"], "rate": [1e-9, 3e-7, 1e-6]},
    ],
    seeds=range(5),
    data="mnist-subset",
    images=500,
    sample=[
        {"init": "He", "rate": 1e-6, "seed": 0, "iterations": 20},
        {"init": "1/sqrt n", "rate": 3e-6, "seed": 1, "iterations": 20},
    ],
    rtol=report_b.RTOL,
    atol=report_b.ATOL,
)
def dying(init: str, rate: float, seed: int, data: Dataset, iterations: int = 200) -> list[dict]:
    """Dead hidden units by first weights and rate, and those that come back; linear outputs, on 500 images.

    Of each hidden layer's units ``dead_1`` is the share that is dead now, ``ever_1`` the share that was dead before
    the first or after any update so far, and ``back_1`` the share that was and is alive now.
    """
    images, watch = data.take(50), nn.DeadUnits(every=1)
    net = report_b.network(seed, report_b.INITIALIZERS[init], nn.ReLU, last=nn.Identity)
    masks = [nn.functional.dead_units(slope) for slope in nn.slopes(net, images.x_train)[:-1]]
    ever, rows, every = masks, [], 10
    for iteration in range(0, iterations + 1, every):
        if iteration:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", nn.TrainingStopped)
                if report_b.train(net, images, report_b.rate(rate, 500), every, callbacks=(watch,)).stopped:
                    break
            masks = watch.dead[-1]
            ever = [old | np.any(looks, axis=0) for old, *looks in zip(ever, *watch.dead, strict=True)]
        row = {"iteration": iteration} | report_b.answers(net, images)
        for n, (now, before) in enumerate(zip(masks, ever, strict=True), start=1):
            row |= {f"dead_{n}": now.mean(), f"ever_{n}": before.mean(), f"back_{n}": (before & ~now).mean()}
        rows.append(row)
    return rows


CURES = {
    "none": {},
    "leaky, 0.01": {"activation": nn.LeakyReLU},
    "leaky, 0.1": {"activation": lambda: nn.LeakyReLU(0.1)},
    "ELU": {"activation": nn.ELU},
    "biases": {"bias": True},
    "linear outputs": {"last": nn.Identity},
    "leaky, 0.01, linear outputs": {"activation": nn.LeakyReLU, "last": nn.Identity},
    "ELU, linear outputs": {"activation": nn.ELU, "last": nn.Identity},
}


@experiment(
    "07.cures",
    grid=[
        {"cure": list(CURES), "rate": [1e-6, 3e-6]},
        {"cure": ["none", "linear outputs", "ELU", "ELU, linear outputs"], "rate": [3e-7]},
    ],
    seeds=range(5),
    data="mnist-subset",
    images=500,
    sample=[
        {"cure": "none", "rate": 3e-6, "seed": 0, "iterations": 20},
        {"cure": "biases", "rate": 1e-6, "seed": 1, "iterations": 20},
    ],
    rtol=report_b.RTOL,
    atol=report_b.ATOL,
)
def cures(cure: str, rate: float, seed: int, data: Dataset, iterations: int = 200) -> list[dict]:
    """What helps a network of ReLUs whose units die, on the output layer too: He's weights, 500 images.

    ``dead_1`` to ``dead_3`` are the shares of a layer's units whose derivative is 0 for every image, ``silent_1`` to
    ``silent_3`` those whose weighted sum is never above 0; with a leak a silent unit is not dead.
    """
    images = data.take(50)
    net = report_b.network(seed, nn.He(), **({"activation": nn.ReLU} | CURES[cure]))
    return report_b.log(net, images, report_b.rate(rate, 500), iterations, look=health, every=20)


def health(net: nn.Sequential, images: Dataset) -> dict:
    """How well the network answers, and each layer's shares of dead and of silent units."""
    seen = report_b.answers(net, images)
    pairs = zip(nn.slopes(net, images.x_train), nn.preactivations(net, images.x_train), strict=True)
    for n, (slope, v) in enumerate(pairs, start=1):
        seen[f"dead_{n}"] = nn.functional.dead_units(slope).mean()
        seen[f"silent_{n}"] = float(np.mean(v.max(axis=0) <= 0))
    return seen


@experiment(
    "07.relu6",
    grid=[
        {"derivative": ["right", "as printed"], "init": list(report_b.INITIALIZERS), "rate": [1e-6]},
        {"derivative": ["right", "as printed"], "init": ["1/sqrt n"], "rate": [1e-5]},
    ],
    seeds=range(5),
    data="mnist-subset",
    images=500,
    sample=[
        {"derivative": "right", "init": "1/sqrt n", "rate": 1e-6, "seed": 0, "iterations": 20},
        {"derivative": "as printed", "init": "1/sqrt n", "rate": 1e-6, "seed": 0, "iterations": 20},
    ],
    rtol=report_b.RTOL,
    atol=report_b.ATOL,
)
def relu6(derivative: str, init: str, rate: float, seed: int, data: Dataset, iterations: int = 200) -> list[dict]:
    """Report B's ReLU6 as printed and right, in every unit, on 500 images.

    ``accuracy_edited`` is the accuracy counted on the outputs after the derivative has worked on them, in place.
    """
    images = data.take(50)
    slope = printed_relu6_derivative if derivative == "as printed" else nn.functional.relu6_derivative
    lowest = 0.01 if derivative == "as printed" else 0.0
    init = report_b.INITIALIZERS[init]
    layer = partial(nn.Activation, partial(np.clip, a_min=lowest, a_max=6), slope, from_output=True)

    def see(net: nn.Sequential, images: Dataset) -> dict:
        y = net.predict(images.x_train)
        slope(y)
        return report_b.answers(net, images) | {"accuracy_edited": accuracy(y, images.t_train)}

    net = report_b.network(seed, init, layer)
    return report_b.log(net, images, report_b.rate(rate, 500), iterations, look=see, every=20)


def printed_relu6_derivative(y: np.ndarray) -> np.ndarray:
    """Report B's listing: 0 where y <= 0 *and* y >= 6, which is nowhere, and 1 for the rest; edited in place."""
    nowhere = (y <= 0) & (y >= 6)
    y[nowhere] = 0
    y[~nowhere] = 1
    return y
