"""Lab 12's recorded runs: Report A's two filters as large as the image, 1 against 3, over ten seeds."""

from collections.abc import Callable

import numpy as np

from labkit import nn
from labkit.data import Dataset
from labkit.experiments import report_a
from labkit.experiments.experiment import experiment

SEEDS, PER_CLASS, EPOCHS = range(10), 50, 200
STATED = {"seeds": SEEDS, "data": "mnist-subset", "rtol": report_a.RTOL, "atol": report_a.ATOL}
FAN_IN = 1 / 28  # 1/sqrt(784)
LOSS = nn.SquaredError("sum")


def activation(name: str, leak: float = report_a.LEAK) -> Callable[[], nn.Layer]:
    """The report's activation functions of part 2, all of slope 1; the ReLU leaks."""
    return {"ReLU": lambda: nn.LeakyReLU(leak), "tanh": nn.Tanh, "sigmoid": nn.Sigmoid}[name]


def pictures(data: Dataset, per_class: int = PER_CLASS) -> tuple[np.ndarray, ...]:
    """So many training images of the digits 1 and 3, and all their test images."""
    return report_a.of_classes(data.take(per_class, test=100))


def look(first: np.ndarray) -> Callable[[nn.Sequential, tuple[np.ndarray, ...]], dict]:
    """What is written down of a network whose filters began as ``first``: answers, filters and deltas.

    ``agreement`` is the correlation of the two filters, ``agreement_learned`` that of what training has added to them;
    ``rough`` and ``rough_learned`` are their roughness.
    """

    def seen(net: nn.Sequential, pictures: tuple[np.ndarray, ...]) -> dict:
        W = net.layers[0].W.astype(np.float64)
        learned = W - first
        return report_a.answers(net, pictures) | {
            "agreement": agreement(W),
            "agreement_learned": agreement(learned),
            "rough": roughness(W),
            "rough_learned": roughness(learned),
            **delta_factors(net, *pictures[:2]),
        }

    return seen


def agreement(W: np.ndarray) -> float:
    """Cosine of the angle between the two filters: 1 for the same direction, -1 for the opposite one, 0 for no step."""
    one, other = W.reshape(2, -1)
    length = np.linalg.norm(one) * np.linalg.norm(other)
    return float(one @ other / length) if length else 0.0


def roughness(W: np.ndarray) -> float:
    """Mean square step from pixel to pixel over the mean square weight: 2 for noise, near 0 for a smooth picture."""
    across, down = np.diff(W, axis=3), np.diff(W, axis=2)
    return float((np.mean(across**2) + np.mean(down**2)) / 2 / max(np.mean(W**2), 1e-300))


def delta_factors(net: nn.Sequential, x: np.ndarray, t: np.ndarray) -> dict:
    """Report A's Mag Conv Deltas of the filters, and its factors: what flows back to them, and their mean slope."""
    conv, out = nn.deltas(net, x, t, LOSS)
    upstream = out @ net.layers[3].W.T
    sizes = {"delta": conv, "upstream": upstream}
    sizes = {name: float(np.abs(d).reshape(len(x), -1).sum(axis=1).mean()) for name, d in sizes.items()}
    return sizes | {"slope": float(np.abs(nn.slopes(net, x)[0]).mean())}


def run(
    net: nn.Sequential, data: tuple[np.ndarray, ...], rate: float, epochs: int, seed: int, every: int, shuffle=True
) -> list[dict]:
    """Train and log one network."""
    first = net.layers[0].W.astype(np.float64)
    return report_a.log(net, data, rate, epochs, seed, shuffle, every=every, look=look(first))


@experiment(
    "12.activations",
    grid=[{"name": ["ReLU", "tanh", "sigmoid"], "spread": [1.0]}, {"name": ["ReLU"], "spread": [FAN_IN]}],
    images=2 * PER_CLASS,
    sample=[{"name": "tanh", "spread": 1.0, "seed": 0, "epochs": 8}],
    **STATED,
)
def activations(name: str, seed: int, data: Dataset, spread: float = 1.0, epochs: int = EPOCHS) -> list[dict]:
    """Three activations at the rate .01, 50 images of each digit; the first weights of N(0, 1) and narrower."""
    net = report_a.part_2(seed, activation(name), spread)
    return run(net, pictures(data), 0.01, epochs, seed, every=4)


@experiment(
    "12.order",
    grid={"rate": [0.1, 0.01, 0.001], "shuffle": [True, False]},
    images=2 * PER_CLASS,
    sample=[{"rate": 0.01, "shuffle": False, "seed": 1, "epochs": 8}],
    **STATED,
)
def order(rate: float, shuffle: bool, seed: int, data: Dataset, epochs: int = EPOCHS) -> list[dict]:
    """Rates, with a new order of the images in each epoch and with always the same; leaky ReLU."""
    net = report_a.part_2(seed, activation("ReLU"))
    return run(net, pictures(data), rate, epochs, seed, every=4, shuffle=shuffle)


@experiment(
    "12.leak",
    grid={"rate": [0.01, 0.001], "leak": [0.01, 0.05, 0.1]},
    images=2 * PER_CLASS,
    sample=[{"rate": 0.001, "leak": 0.1, "seed": 2, "epochs": 20}],
    **STATED,
)
def leak(rate: float, leak: float, seed: int, data: Dataset, epochs: int = EPOCHS) -> list[dict]:
    """Rates and leaks of the ReLU."""
    net = report_a.part_2(seed, activation("ReLU", leak))
    return run(net, pictures(data), rate, epochs, seed, every=20)


@experiment(
    "12.images",
    grid={"per_class": [10, 20, 50, 400]},
    sample=[{"per_class": 10, "seed": 0, "updates": 4000}],
    **STATED,
)
def images(per_class: int, seed: int, data: Dataset, updates: int = 20_000) -> list[dict]:
    """The same number of updates on fewer or more images of each digit; leaky ReLU, rate .01."""
    net, in_epoch = report_a.part_2(seed, activation("ReLU")), 2 * per_class
    return run(net, pictures(data, per_class), 0.01, updates // in_epoch, seed, every=4000 // in_epoch)


@experiment(
    "12.seeding",
    grid={"start": ["noise", "narrow noise", "means"]},
    images=2 * PER_CLASS,
    sample=[{"start": "means", "seed": 0, "epochs": 20}],
    **STATED,
)
def seeding(start: str, seed: int, data: Dataset, epochs: int = EPOCHS) -> list[dict]:
    """Filters that begin as noise, or one as the mean 1 and one as the mean 3 of the training images."""
    chosen = pictures(data)
    net = report_a.part_2(seed, activation("ReLU"), 1.0 if start == "noise" else FAN_IN)
    if start == "means":
        seed_filters(net, *chosen[:2])
    return run(net, chosen, 0.01, epochs, seed, every=20)


def seed_filters(net: nn.Sequential, x: np.ndarray, t: np.ndarray) -> None:
    """Make the first filter the mean image of the first class and the second that of the second, of length 1."""
    means = np.stack([x[t[:, k] == 1].mean(axis=0) for k in range(2)])
    net.layers[0].W = means / np.linalg.norm(means.reshape(2, -1), axis=1)[:, None, None, None]
