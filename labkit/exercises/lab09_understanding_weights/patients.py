"""Six small training runs without a name: what a student sees of them, drawn for one student.

Each is Report B's network on 200 images. What it does is decided by its units, first weights and rate, and these are
drawn from a few that all show the same signs.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np

from labkit import nn
from labkit.exercises.exercise import stream

LETTERS = "ABCDEF"
SEEDS = (0, 1, 3, 4)
UPDATES = 100
_SOFTMAX: dict[str, Any] = {"last": nn.Softmax, "loss": nn.CrossEntropy}


@dataclass(frozen=True)
class Plan:
    """How a network is built and trained; the rate belongs to a gradient summed over 60,000 images."""

    activation: Callable[[], nn.Layer]
    init: Callable
    rate: float
    last: Callable[[], nn.Layer] | None = None
    loss: Callable[[str], nn.Loss] = nn.SquaredError


PLANS = {
    "healthy": [
        Plan(nn.Sigmoid, nn.He(), 1e-5, **_SOFTMAX),
        Plan(nn.Tanh, nn.FanInNormal(), 2e-6),
        Plan(nn.ReLU, nn.FanInNormal(), 3e-6, last=nn.Identity),
    ],
    "rate too small": [
        Plan(nn.Tanh, nn.FanInNormal(), 1e-10),
        Plan(nn.ReLU, nn.FanInNormal(), 1e-10, last=nn.Identity),
    ],
    "saturated": [
        Plan(nn.Tanh, nn.Uniform(-5, 5), 1e-6),
        Plan(nn.Tanh, nn.Uniform(-8, 8), 1e-6),
    ],
    "dead ReLUs": [
        Plan(nn.ReLU, nn.He(), 3e-5, **_SOFTMAX),
        Plan(nn.ReLU, nn.He(), 1e-4, **_SOFTMAX),
    ],
    "oscillating": [
        Plan(nn.Sigmoid, nn.Uniform(-1, 1), 1e-4, **_SOFTMAX),
        Plan(nn.Sigmoid, nn.Uniform(-1, 1), 3e-4, **_SOFTMAX),
    ],
    "one favourite": [
        Plan(nn.Sigmoid, nn.Uniform(-1, 1), 5e-4),
        Plan(nn.Sigmoid, nn.Uniform(-1, 1), 1e-3),
    ],
}
NAMES = tuple(PLANS)


@dataclass(frozen=True)
class Patient:
    """What can be seen of a training run.

    Attributes
    ----------
    iterations : list of int
    loss : array (looks,)
        Per image, over its value at the first update.
    ratios : array (looks, layers)
        Update-to-weight ratio of every layer.
    activations : list of array (samples, units)
        Of every layer, at the end.
    flat : array (layers,)
        Share of units and images whose derivative is below .01, at the end.
    answers : array (10,)
        Share of the images that get each digit for an answer, at the end.
    """

    iterations: list[int]
    loss: np.ndarray
    ratios: np.ndarray
    activations: list[np.ndarray] = field(repr=False)
    flat: np.ndarray = field(repr=False)
    answers: np.ndarray = field(repr=False)


def draw(rng: np.random.Generator) -> dict[str, Any]:
    """Which letter hides what: a name for every letter, and the number of its plan and its seed."""
    order = rng.permutation(len(NAMES))
    drawn: dict[str, Any] = {letter: NAMES[k] for letter, k in zip(LETTERS, order, strict=True)}
    for letter in LETTERS:
        drawn[f"plan {letter}"] = int(rng.integers(len(PLANS[drawn[letter]])))
        drawn[f"seed {letter}"] = int(rng.choice(SEEDS))
    return drawn


def patients(student: str = "guest", id: str = "09.diagnosis") -> dict[str, Patient]:
    """One student's six runs, by letter; all are trained when this is called, which takes about two seconds."""
    drawn = draw(stream(id, student))
    return {letter: _of(drawn, letter) for letter in LETTERS}


def _of(drawn: Mapping[str, Any], letter: str) -> Patient:
    return train(drawn[letter], drawn[f"plan {letter}"], drawn[f"seed {letter}"])


@cache
def train(name: str, plan: int, seed: int, every: int = 3) -> Patient:
    """Train one network and look at it."""
    from labkit import data
    from labkit.experiments import report_b
    from labkit.experiments.lab09_understanding_weights import Moves

    chosen, images = PLANS[name][plan], data.load("mnist-subset").take(20)
    net = report_b.network(seed, chosen.init, chosen.activation, last=chosen.last)
    moves, loss = Moves(every), chosen.loss("sum")
    rate = report_b.rate(chosen.rate, len(images.x_train))
    history = report_b.train(net, images, rate, UPDATES, loss, log_every=1, callbacks=(moves,))
    units = net.units(images.x_train)
    return Patient(
        moves.iterations,
        history.loss[np.array(moves.iterations) - 1] / history.loss[0],
        moves.ratios,
        units,
        np.array([np.mean(np.abs(slope) < 0.01) for slope in nn.slopes(net, images.x_train)]),
        np.bincount(units[-1].argmax(axis=1), minlength=10) / len(images.x_train),
    )
