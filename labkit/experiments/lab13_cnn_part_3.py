"""Lab 13's recorded runs: Report A's part 3, sixteen filters on ten digits, architectures A and B."""

import warnings

import numpy as np

from labkit import nn
from labkit.data import Dataset
from labkit.experiments import report_a
from labkit.experiments.experiment import experiment

PER_CLASS = 100  # images of each digit, for training and for testing
RATE = 1e-3
LAYERS = {"A": 2, "B": 3}
HALVES = tuple[np.ndarray, ...]  # x_train, t_train, x_test, t_test


def named_network(architecture: str, activation: str, seed: int, init=None) -> nn.Sequential:
    """One of the report's two networks, every layer with the same kind of activation."""
    return report_a.part_3(seed, architecture, report_a.activations(activation, LAYERS[architecture]), init)


def roughness(W: np.ndarray) -> float:
    """How rough filters are: 1 like the same weights in random order, 0 for a smooth surface.

    The mean difference of neighbouring weights, which adds up to the total variation, over the mean difference of any
    two weights of the filter; averaged over the filters.

    Parameters
    ----------
    W : array (filters, channels, height, width)
    """
    down, across = np.abs(np.diff(W, axis=2)), np.abs(np.diff(W, axis=3))
    n = down[0].size + across[0].size
    neighbours = (down.sum(axis=(1, 2, 3)) + across.sum(axis=(1, 2, 3))) / n
    flat = W.reshape(len(W), -1)
    pairs = flat.shape[1] * (flat.shape[1] - 1)
    any_two = np.abs(flat[:, :, None] - flat[:, None]).sum(axis=(1, 2)) / pairs
    return float(np.mean(neighbours / any_two))


def delta_factors(net: nn.Sequential, x: np.ndarray, t: np.ndarray) -> dict[str, float]:
    """What reaches the filters of 1/2 sum (d - y)^2, and its two factors; means over the images.

    ``delta`` is the sum over the layer's nodes of |dE/dv|, ``upstream`` that of |dE/dy|, before the slope of the
    activation is multiplied in, and ``slope`` the mean |f'| of a node.
    """
    net = net.copy()
    gradient = nn.SquaredError("sum").gradient(net.forward(x), net.as_batch(t))
    for layer in reversed(net.layers[1:]):
        upstream, gradient = gradient, layer.backward(gradient)
    found = {
        name: float(np.abs(g).sum(dtype=np.float64) / len(x))
        for name, g in (("delta", gradient), ("upstream", upstream))
    }
    return found | {"slope": float(np.abs(net.layers[1].slope()).mean(dtype=np.float64))}


def look(net: nn.Sequential, pictures: HALVES) -> dict:
    """How well the network answers, what reaches its filters, and how rough these are."""
    seen = report_a.answers(net, pictures) | delta_factors(net, *pictures[:2])
    return seen | {"roughness": roughness(net.layers[0].W)}


def run(architecture: str, activation: str, rate: float, epochs: int, seed: int, data: Dataset, every: int = 5) -> list:
    """One of the report's runs on 100 images of each digit."""
    pictures = report_a.normalised(data.take(PER_CLASS))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", nn.TrainingStopped)
        return report_a.log(
            named_network(architecture, activation, seed), pictures, rate, epochs, seed, every=every, look=look
        )


@experiment(
    "13.architecture_a",
    grid=[
        {"activation": ["ReLU", "tanh"], "epochs": [40]},
        {"activation": ["sigmoid"], "epochs": [100]},
    ],
    seeds=range(5),
    data="mnist-subset",
    images=1000,
    sample=[
        {"activation": "tanh", "epochs": 40, "seed": 0, "stop": 5},
        {"activation": "sigmoid", "epochs": 100, "seed": 1, "stop": 5},
    ],
    rtol=report_a.RTOL,
    atol=report_a.ATOL,
)
def architecture_a(activation: str, epochs: int, seed: int, data: Dataset, stop: int | None = None) -> list[dict]:
    """Report A's architecture A, filters straight to outputs, with three activations; 100 images of each digit."""
    return run("A", activation, RATE, stop or epochs, seed, data)


@experiment(
    "13.architecture_b",
    grid=[{"activation": ["ReLU", "tanh", "sigmoid"], "epochs": [25]}],
    seeds=range(5),
    data="mnist-subset",
    images=1000,
    sample={"activation": "tanh", "epochs": 25, "seed": 0, "stop": 5},
    rtol=report_a.RTOL,
    atol=report_a.ATOL,
)
def architecture_b(activation: str, epochs: int, seed: int, data: Dataset, stop: int | None = None) -> list[dict]:
    """Report A's architecture B, with 128 hidden units, and three activations; 100 images of each digit."""
    return run("B", activation, RATE, stop or epochs, seed, data)


@experiment(
    "13.rates",
    grid=[
        {"architecture": ["A"], "rate": [5e-4, 5e-3, 1e-2], "epochs": [15]},
        {"architecture": ["B"], "rate": [5e-4, 5e-3], "epochs": [25]},
    ],
    seeds=range(5),
    data="mnist-subset",
    images=1000,
    sample={"architecture": "A", "rate": 5e-4, "epochs": 15, "seed": 0, "stop": 5},
    rtol=0.1,  # at first the outputs are thrown far to the negative side, which makes every last digit matter
    atol={"": 0.1},
)
def rates(architecture: str, rate: float, epochs: int, seed: int, data: Dataset, stop: int | None = None) -> list[dict]:
    """Leaky ReLUs at rates other than 1e-3, both architectures; 100 images of each digit."""
    return run(architecture, "ReLU", rate, stop or epochs, seed, data)


def by_class(t: np.ndarray) -> np.ndarray:
    """Order of samples that shows the classes one after another: all of class 0 first."""
    return np.argsort(t.argmax(axis=1), kind="stable")


@experiment(
    "13.order",
    grid=[
        {"architecture": ["A"], "activation": ["ReLU", "tanh"], "order": ["fixed", "by class"], "epochs": [15]},
        {"architecture": ["B"], "activation": ["ReLU"], "order": ["fixed"], "epochs": [15]},
    ],
    seeds=range(5),
    data="mnist-subset",
    images=1000,
    sample={"architecture": "A", "activation": "tanh", "order": "fixed", "epochs": 15, "seed": 0, "stop": 5},
    rtol=0.1,
    atol={"": 0.1},
)
def order(
    architecture: str, activation: str, order: str, epochs: int, seed: int, data: Dataset, stop: int | None = None
) -> list[dict]:
    """The images in one and the same order in every epoch, mixed or sorted by class; 100 images of each digit.

    The fixed order is random, another one for each seed; random orders anew stand in the other records.
    """
    x, t, *test = report_a.normalised(data.take(PER_CLASS))
    chosen = by_class(t) if order == "by class" else np.random.default_rng(seed).permutation(len(t))
    net = named_network(architecture, activation, seed)
    pictures = (x[chosen], t[chosen], *test)
    return report_a.log(net, pictures, RATE, stop or epochs, seed, shuffle=False, every=5, look=nines)


def nines(net: nn.Sequential, pictures: HALVES) -> dict:
    """How well the network answers, and how often its answer to a test image is the last class."""
    answers = net.predict(pictures[2]).argmax(axis=1)
    return report_a.answers(net, pictures) | {"answers_9": float(np.mean(answers == 9))}


@experiment(
    "13.full",
    grid=[
        {"network": ["tanh A"], "epochs": [40]},
        {"network": ["sigmoid A"], "epochs": [160]},
        {"network": ["tanh B"], "epochs": [20]},
    ],
    seeds=[0, 1],
    data="mnist",
    images=5000,
)
def full(network: str, epochs: int, seed: int, data: Dataset) -> list[dict]:
    """Report A's last table: 500 images of each digit for training, 500 for testing.

    A row for each digit and tenth of the run: of the digit's test images, the shares that are read as 0 to 9.
    """
    pictures = report_a.normalised(data.take(500))
    activation, architecture = network.split()
    rows = report_a.log(
        named_network(architecture, activation, seed), pictures, RATE, epochs, seed, every=epochs // 10, look=read_as
    )
    return [{"epoch": row["epoch"], "digit": digit} | row["digits"][digit] for row in rows for digit in range(10)]


def read_as(net: nn.Sequential, pictures: HALVES) -> dict:
    """For each digit, what its test images are read as, and the figures of the whole network."""
    seen, labels = report_a.answers(net, pictures), pictures[3].argmax(axis=1)
    answers = net.predict(pictures[2]).argmax(axis=1)
    shares = [{f"as_{k}": float(np.mean(answers[labels == d] == k)) for k in range(10)} for d in range(10)]
    return {"digits": [seen | share for share in shares]}
