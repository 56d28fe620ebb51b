"""An epoch in mini-batches: every sample once, in an order of its own, with its target."""

from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab10_putting_it_together.epoch_facts import facts
from labkit.exercises.lab10_putting_it_together.wrong_batches import WRONG_BATCHES
from labkit.exercises.probe import Probe
from labkit.nn.training.batches import Batches


def epoch_batches(
    x: np.ndarray, t: np.ndarray, batch_size: int, rng: np.random.Generator
) -> list[tuple[np.ndarray, np.ndarray]]:
    """One epoch of the batches that ``nn.fit`` trains on, as a list of pairs."""
    epoch = Batches(x, t, batch_size, rng, whole=True).updates(1)
    return [(part.copy(), target.copy()) for _, pieces, _ in epoch for part, target in pieces]


def _two_epochs(function: Any, x: np.ndarray, t: np.ndarray, batch_size: int, seed: int) -> dict:
    """What can be said about two epochs in a row, and about the first one once more from the same seed."""
    rng = np.random.default_rng(seed)
    first, second = list(function(x, t, batch_size, rng)), list(function(x, t, batch_size, rng))
    again = list(function(x, t, batch_size, np.random.default_rng(seed)))
    return facts(x, t, batch_size, first, second, again)


def _samples(rng: np.random.Generator) -> list[Probe]:
    """Samples and targets, all different, so that each can be recognised."""

    def probe(n: int, batch_size: int, label: str, shape: tuple = (3,), dtype: type = float) -> Probe:
        x = rng.normal(size=(n, *shape)).astype(dtype)
        t = rng.normal(size=(n, 4)).astype(dtype)
        return Probe(x, t, batch_size, int(rng.integers(1000)), label=label)

    return [
        probe(20, 5, "20 samples in batches of 5"),
        probe(23, 5, "23 samples in batches of 5: the last one is smaller"),
        probe(31, 10, "one sample is left for the last batch"),
        probe(16, 16, "all samples in one batch"),
        probe(14, 40, "fewer samples than a batch may have"),
        probe(15, 1, "batches of one sample"),
        probe(18, 4, "images as a block of numbers, (18, 2, 3)", shape=(2, 3)),
        probe(22, 6, "float32", dtype=np.float32),
    ]


BATCHES = Exercise(
    id="10.batches",
    name="batches",
    title="An epoch in mini-batches",
    points=3,
    reference=epoch_batches,
    probes=_samples,
    call=_two_epochs,
    misconceptions=WRONG_BATCHES,
)
