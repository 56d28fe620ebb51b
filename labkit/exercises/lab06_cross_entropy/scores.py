"""Scores (logits) of the probes, and targets to go with them."""

import numpy as np

from labkit.data import one_hot
from labkit.exercises.probe import Probe


def scores(rng: np.random.Generator) -> list[Probe]:
    """Scores for softmax and log-sum-exp: one image and batches, close together and far apart."""
    far = np.array([[902.0, 901.0, 899.5, 900.0], [-902.0, -901.0, -900.0, -900.5]])
    return [
        Probe(np.round(rng.uniform(-2, 2, 4), 2), label="the scores of one image"),
        Probe(rng.normal(0, 2, (3, 5)), label="a batch of shape (samples, classes)"),
        Probe(rng.normal(0, 1, (4, 4)), label="as many samples as classes"),
        Probe(np.full((2, 3), 0.7), label="equal scores"),
        Probe(np.array([1000.0, 1001.5, 999.0]), label="high scores"),
        Probe(np.array([-1000.0, -1001.5, -999.0]), label="low scores"),
        Probe(np.array([1500.0, 0.0, -2000.0]), label="scores far apart"),
        Probe(far, label="one image with high scores, one with low ones"),
        Probe((rng.normal(0, 1, (2, 6)) + [[95.0], [-95.0]]).astype(np.float32), label="float32, as networks train"),
    ]


def with_targets(rng: np.random.Generator) -> list[Probe]:
    """Scores and one-hot targets: hopeful, certain and right, certain and wrong."""

    def batch(samples: int, classes: int, spread: float) -> tuple[np.ndarray, np.ndarray]:
        targets = one_hot(rng.integers(0, classes, samples), classes).astype(float)
        return rng.normal(0, spread, (samples, classes)), targets

    z, t = batch(5, 3, 1.5)
    return [
        Probe(*batch(4, 6, 1.0), label="four samples, six classes"),
        Probe(*batch(7, 3, 2.0), label="seven samples, three classes"),
        Probe(*batch(3, 3, 1.0), label="as many samples as classes"),
        Probe(np.array([[3.0, -1.0]]), np.array([[1.0, 0.0]]), label="a single sample, right"),
        Probe(np.array([[20.0, 0.0, 5.0]]), np.array([[0.0, 1.0, 0.0]]), label="wrong, and quite certain"),
        Probe(
            np.array([[1000.0, 0.0, -50.0], [0.0, 0.5, 1.0]]),
            np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
            label="wrong, and as certain as can be",
        ),
        Probe(
            np.array([[-900.0, 900.0], [-3.0, -2.0], [-800.0, -801.0]]),
            np.array([[0.0, 1.0], [1.0, 0.0], [0.0, 1.0]]),
            label="right, and as certain as can be",
        ),
        Probe(z + 800, t, label="high scores"),
        Probe((z + 10).astype(np.float32), t.astype(np.float32), label="float32, as networks train"),
    ]
