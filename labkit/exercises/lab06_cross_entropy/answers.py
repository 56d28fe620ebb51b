"""Probabilities that a network announces, and targets, for the binary cross-entropy."""

import numpy as np

from labkit.data import one_hot
from labkit.exercises.probe import Probe
from labkit.nn.functional import sigmoid


def answers(rng: np.random.Generator) -> list[Probe]:
    """Outputs and their targets: hopeful ones, and the edges where a logarithm is infinite."""

    def batch(samples: int, outputs: int, spread: float = 2) -> tuple[np.ndarray, np.ndarray]:
        targets = one_hot(rng.integers(0, outputs, samples), outputs).astype(float)
        return sigmoid(rng.normal(0, spread, (samples, outputs))), targets

    y, t = batch(5, 3)
    certain = np.array([[1.0, 0.0, 0.25], [0.0, 0.5, 1.0]])
    wrong = np.array([[0.0, 0.25, 0.5], [0.5, 0.5, 0.75]])
    return [
        Probe(*batch(4, 6), label="four samples, six outputs"),
        Probe(*batch(7, 2), label="seven samples, two outputs"),
        Probe(np.full((2, 3), 0.5), np.array([[1.0, 0, 0], [0, 0, 1.0]]), label="undecided everywhere"),
        Probe(np.array([[0.8]]), np.array([[0.0]]), label="one output whose target is 0"),
        Probe(certain, np.round(certain), label="certain and right: some outputs are exactly 0 or 1"),
        Probe(wrong, np.array([[1.0, 0, 0], [0, 0, 1.0]]), label="one output is exactly 0, and its target 1"),
        Probe(np.array([[1.0, 0.5]]), np.array([[0.0, 1.0]]), label="one output is exactly 1, and its target 0"),
        Probe(y.astype(np.float32), t.astype(np.float32), label="float32, as networks train"),
    ]
