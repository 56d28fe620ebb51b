"""One filter's activation, alone, back to the image."""

from collections.abc import Callable
from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab14_cnn_part_4.deconvolve_filter_mistakes import MISTAKES
from labkit.exercises.probe import Probe
from labkit.experiments.lab14_cnn_part_4 import deconvolve_filter
from labkit.nn.functional import leaky_relu, tanh

ACTIVATIONS: dict[str, Callable] = {
    "tanh": lambda z: tanh(z, 0.5),
    "leaky": lambda z: leaky_relu(z, 0.1),
    "shifted": lambda z: 1 / (1 + np.exp(-z)),  # not 0 at 0: zeros must be put in after it
}


def _call(function: Callable, z: np.ndarray, W: np.ndarray, activation: str, which: int) -> Any:
    return function(z, W, ACTIVATIONS[activation], which)


def _probes(rng: np.random.Generator) -> list[Probe]:
    def one(z, W, activation, which, dtype=float, label=""):
        return Probe(
            2 * rng.normal(size=z).astype(dtype), rng.normal(size=W).astype(dtype), activation, which, label=label
        )

    return [
        one((3, 3, 4), (3, 1, 2, 3), "tanh", 1, label="the second of three filters, tanh"),
        one((4, 4, 5), (4, 2, 3, 2), "leaky", 2, label="two channels, leaky ReLU"),
        one((3, 5, 4), (3, 1, 2, 2), "shifted", 2, label="an activation that is not 0 at 0"),
        one((2, 4, 4), (2, 3, 3, 3), "shifted", 0, label="the first filter, three channels"),
        one((5, 6, 5), (5, 1, 3, 3), "tanh", 3, np.float32, label="float32"),
    ]


DECONVOLVE_FILTER = Exercise(
    id="14.deconvolve_filter",
    name="deconvolve_filter",
    title="One filter alone",
    points=2,
    reference=deconvolve_filter,
    probes=_probes,
    call=_call,
    misconceptions=MISTAKES,
)
