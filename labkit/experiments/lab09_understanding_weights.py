"""Lab 09's recorded runs: how far updates move each layer, and which networks do not learn."""

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from labkit import nn
from labkit.data import Dataset
from labkit.experiments import report_b
from labkit.experiments.experiment import experiment
from labkit.experiments.logbook import Logbook
from labkit.layer_statistics import rms


@dataclass(frozen=True)
class Recipe:
    """How a network like Report B's is built and trained; the rate belongs to a gradient summed over 60,000 images."""

    activation: Callable[[], nn.Layer]
    rate: float
    loss: Callable[[str], nn.Loss] = nn.SquaredError
    last: Callable[[], nn.Layer] | None = None


#: The four runs of the pictures: Report B's default, and one change each. ReLUs get linear outputs (lab 07).
RECIPES = {
    "default": Recipe(nn.Sigmoid, 1e-5),
    "cross-entropy": Recipe(nn.Sigmoid, 1e-5, nn.BinaryCrossEntropy),
    "tanh": Recipe(nn.Tanh, 1e-6),
    "ReLU": Recipe(nn.ReLU, 1e-6, last=nn.Identity),
}
DEEP = (784, 100, 100, 100, 100, 100, 10)


def network(recipe: Recipe, init: Callable, seed: int, sizes: Sequence[int] = report_b.SIZES) -> nn.Sequential:
    """A network without biases after a recipe."""
    layers: list[nn.Layer] = []
    for n_inputs, n_outputs in zip(sizes, sizes[1:], strict=False):
        layers += [nn.Dense(n_inputs, n_outputs, init=init, bias=False), recipe.activation()]
    if recipe.last is not None:
        layers[-1] = recipe.last()
    return nn.Sequential(layers, seed=seed)


class Moves(nn.Callback):
    """How far every few updates moved each layer: the root mean square of the update, and of the weights before it."""

    def __init__(self, every: int) -> None:
        self.every, self.iterations = every, []
        self.updates: list[list[float]] = []
        self.weights: list[list[float]] = []

    def before_update(self, run: nn.Run) -> None:
        """Keep the weights, where the coming update is looked at."""
        self._before = run.net.parameters.copy() if run.iteration % self.every == 0 else None

    def after_update(self, run: nn.Run) -> None:
        """Measure what has changed."""
        if self._before is None:
            return
        before, after = (_matrices(run.net, vector) for vector in (self._before, run.net.parameters))
        self.iterations.append(run.iteration)
        self.weights.append([rms(W) for W in before])
        self.updates.append([rms(new - old) for new, old in zip(after, before, strict=True)])

    @property
    def ratios(self) -> np.ndarray:
        """Update-to-weight ratios, an array (looks, layers)."""
        return np.array(self.updates) / np.array(self.weights)


def _matrices(net: nn.Sequential, vector: np.ndarray) -> list[np.ndarray]:
    return [views["W"] for views in net.views(vector) if views]


@experiment(
    "09.depth",
    grid=[
        {"recipe": ["default", "cross-entropy", "tanh"], "init": list(report_b.INITIALIZERS), "layers": [3, 6]},
        {"recipe": ["ReLU"], "init": ["1/sqrt n", "He"], "layers": [3, 6]},  # from uniform weights it dies at once
    ],
    seeds=range(5),
    data="mnist-subset",
    images=500,
    sample=[
        {"recipe": "default", "init": "He", "layers": 3, "seed": 0, "iterations": 40},
        {"recipe": "tanh", "init": "1/sqrt n", "layers": 6, "seed": 1, "iterations": 40},
    ],
    rtol=report_b.RTOL,
    atol=report_b.ATOL,
)
def depth(recipe: str, init: str, layers: int, seed: int, data: Dataset, iterations: int = 200) -> list[dict]:
    """How far each layer moves, by recipe, first weights and depth: 200 full-batch updates on 500 images.

    A row for each layer and look: ``update_rms`` and ``weight_rms`` of one update; ``alike`` is the cosine between the
    layer's weights and its first weights; ``flat`` the share of its units and images with a derivative below .01.
    """
    images, chosen = data.take(50), RECIPES[recipe]
    net = network(chosen, report_b.INITIALIZERS[init], seed, report_b.SIZES if layers == 3 else DEEP)
    first, moves = [layer.W.copy() for layer in net.dense], Moves(every=20)
    loss = chosen.loss("sum")

    def look(net: nn.Sequential) -> dict:
        alike = [cosine(old, layer.W) for old, layer in zip(first, net.dense, strict=True)]
        flat = [float(np.mean(np.abs(slope) < 0.01)) for slope in nn.slopes(net, images.x_train)]
        return report_b.answers(net, images, loss) | {"alike": alike, "flat": flat}

    book = Logbook(look, every=20)
    report_b.train(net, images, report_b.rate(chosen.rate, 500), iterations, loss, callbacks=(moves, book))
    rows = []
    for seen, weights, updates in zip(book.rows[1:], moves.weights, moves.updates, strict=False):
        for n, sizes in enumerate(zip(updates, weights, seen["alike"], seen["flat"], strict=True), start=1):
            update, weight, alike, flat = (float(f"{value:.5g}") for value in sizes)
            row = {name: seen[name] for name in ("iteration", "accuracy", "loss")}
            row |= {"layer": n, "update_rms": update, "weight_rms": weight, "alike": alike, "flat": flat}
            rows.append(row)
    return rows


def cosine(one: np.ndarray, two: np.ndarray) -> float:
    """Cosine of the angle between two weight matrices, each taken as one long vector: 1 where one is a multiple."""
    one, two = np.asarray(one, dtype=np.float64).ravel(), np.asarray(two, dtype=np.float64).ravel()
    return float(one @ two / np.sqrt((one @ one) * (two @ two)))


@dataclass(frozen=True)
class Case:
    """A network that may or may not learn: a recipe with first weights."""

    recipe: Recipe
    init: Callable


_SOFTMAX = {"loss": nn.CrossEntropy, "last": nn.Softmax}

#: Networks that learn, that are slow, and that are stuck in one way or another.
CASES = {
    "default": Case(Recipe(nn.Sigmoid, 1e-5), nn.Uniform(-1, 1)),
    "default, 1/sqrt n": Case(Recipe(nn.Sigmoid, 1e-5), nn.FanInNormal()),
    "default, rate 1e-9": Case(Recipe(nn.Sigmoid, 1e-9), nn.Uniform(-1, 1)),
    "default, rate 1e-4": Case(Recipe(nn.Sigmoid, 1e-4), nn.Uniform(-1, 1)),
    "default, rate 1e-3": Case(Recipe(nn.Sigmoid, 1e-3), nn.Uniform(-1, 1)),
    "slope k = 10": Case(Recipe(lambda: nn.Sigmoid(k=10), 1e-5), nn.Uniform(-1, 1)),
    "tanh, 1/sqrt n": Case(Recipe(nn.Tanh, 1e-6), nn.FanInNormal()),
    "tanh, uniform": Case(Recipe(nn.Tanh, 1e-6), nn.Uniform(-1, 1)),
    "tanh, uniform to 5": Case(Recipe(nn.Tanh, 1e-6), nn.Uniform(-5, 5)),
    "ReLU, He": Case(Recipe(nn.ReLU, 1e-6, last=nn.Identity), nn.He()),
    "ReLU and softmax, rate 3e-5": Case(Recipe(nn.ReLU, 3e-5, **_SOFTMAX), nn.He()),
    "ReLU outputs, He": Case(Recipe(nn.ReLU, 1e-6), nn.He()),
    "softmax": Case(Recipe(nn.Sigmoid, 1e-5, **_SOFTMAX), nn.He()),
    "softmax, rate 3e-4": Case(Recipe(nn.Sigmoid, 3e-4, **_SOFTMAX), nn.Uniform(-1, 1)),
    "tanh and softmax": Case(Recipe(nn.Tanh, 1e-5, **_SOFTMAX), nn.FanInNormal()),
    "tanh and softmax, rate 3e-5": Case(Recipe(nn.Tanh, 3e-5, **_SOFTMAX), nn.FanInNormal()),
}


@experiment(
    "09.stuck",
    grid={"case": list(CASES)},
    seeds=range(5),
    data="mnist-subset",
    images=500,
    sample=[
        {"case": "default", "seed": 0, "iterations": 20},
        {"case": "ReLU, He", "seed": 1, "iterations": 20},
    ],
    rtol=report_b.RTOL,
    atol=report_b.ATOL,
)
def stuck(case: str, seed: int, data: Dataset, iterations: int = 400) -> list[dict]:
    """Loss and update-to-weight ratios of networks that learn and of some that do not: 400 updates on 500 images.

    Loss (per image), accuracy and ``ratio_1`` to ``ratio_3`` stand in a row for every fourth update until the 100th,
    and then for every 20th. A run whose numbers overflow has rows up to there, or one row for iteration 0.
    """
    images, chosen = data.take(50), CASES[case]
    net = network(chosen.recipe, chosen.init, seed)
    loss = chosen.recipe.loss("sum")
    moves = Moves(every=4)
    book = Logbook(lambda net: report_b.answers(net, images, loss), every=4)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", nn.TrainingStopped)
        rate = report_b.rate(chosen.recipe.rate, 500)
        report_b.train(net, images, rate, iterations, loss, callbacks=(moves, book))
    rows = []
    for seen, ratios in zip(book.rows[1:], moves.ratios, strict=False):
        if seen["iteration"] <= 100 or seen["iteration"] % 20 == 0:
            row = {name: seen[name] for name in ("iteration", "accuracy", "loss", "favourite_share")}
            rows.append(row | {f"ratio_{n}": float(f"{ratio:.5g}") for n, ratio in enumerate(ratios, start=1)})
    nothing = {name: book.rows[0][name] for name in ("iteration", "accuracy", "loss", "favourite_share")}
    return rows or [nothing | {"ratio_1": 0.0, "ratio_2": 0.0, "ratio_3": 0.0}]


@experiment(
    "09.twins",
    grid=[
        {"recipe": ["default", "cross-entropy", "tanh"], "init": list(report_b.INITIALIZERS)},
        {"recipe": ["ReLU"], "init": ["1/sqrt n", "He"]},
    ],
    seeds=range(5),
    data="mnist-subset",
    images=500,
    sample=[{"recipe": "tanh", "init": "1/sqrt n", "seed": 0}],
    rtol=0.05,
    atol=report_b.ATOL,
)
def twins(recipe: str, init: str, seed: int, data: Dataset, iterations: int = 150) -> dict:
    """Two networks from other first weights: do their first layers become alike? 150 updates, 500 images.

    ``match_start``, ``match_end`` and ``match_change`` compare the first layers before and after training, and what
    training added to them (:func:`match`); ``five`` is the share of the squared size of what was added that lies in
    five directions; ``accuracy`` is the first network's, and ``both_right`` the share of images that both, or neither,
    answer right.
    """
    images, chosen = data.take(50), RECIPES[recipe]
    lit = images.x_train.any(axis=0)
    start, end, right = [], [], []
    for each in (seed, seed + 100):
        net = network(chosen, report_b.INITIALIZERS[init], each)
        start.append(net.dense[0].W[lit].copy())
        report_b.train(net, images, report_b.rate(chosen.rate, 500), iterations, chosen.loss("sum"))
        end.append(net.dense[0].W[lit].copy())
        right.append(net.predict(images.x_train).argmax(axis=1) == images.t_train.argmax(axis=1))
    change = [new - old for new, old in zip(end, start, strict=True)]
    sizes = np.linalg.svd(change[0].astype(np.float64), compute_uv=False) ** 2
    return {
        "match_start": match(*start),
        "match_end": match(*end),
        "match_change": match(*change),
        "five": float(sizes[:5].sum() / sizes.sum()),
        "accuracy": float(right[0].mean()),
        "both_right": float(np.mean(right[0] == right[1])),
    }


def match(one: np.ndarray, two: np.ndarray) -> float:
    """How well units of one layer find a partner in another: the largest correlation, signs aside, on average.

    Parameters
    ----------
    one, two : array (pixels, units)
    """
    one, two = ((W - W.mean(axis=0)) / W.std(axis=0) for W in (one.astype(np.float64), two.astype(np.float64)))
    return float(np.abs(one.T @ two / len(one)).max(axis=1).mean())
