"""An epoch in mini-batches: every sample once, in an order of its own, with its target."""

from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab10_putting_it_together.epoch_facts import facts
from labkit.exercises.lab10_putting_it_together.wrong_cuts import WRONG_CUTS
from labkit.exercises.lab10_putting_it_together.wrong_orders import WRONG_ORDERS
from labkit.exercises.lab10_putting_it_together.wrong_orders_and_cuts import WRONG_ORDERS_AND_CUTS
from labkit.exercises.lab10_putting_it_together.wrong_pairs import WRONG_PAIRS
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
    rng, left_alone, lists = np.random.default_rng(seed), True, False

    def epoch(rng: np.random.Generator) -> list:
        """One epoch of a copy, so that a function that shuffles in place is told just that."""
        nonlocal left_alone, lists
        mine, targets = x.copy(), t.copy()
        drawn = list(function(mine, targets, batch_size, rng))
        lists = lists or any(_of_lists(pair) for pair in drawn)
        drawn = [tuple(map(np.copy, pair)) if isinstance(pair, tuple | list) else pair for pair in drawn]
        left_alone = left_alone and np.array_equal(mine, x) and np.array_equal(targets, t)
        return drawn

    told = facts(x, t, batch_size, epoch(rng), epoch(rng), epoch(np.random.default_rng(seed)))
    told["x and t"] = "left as they were" if left_alone else "changed by the call"
    return told | {"images and targets": "lists" if lists else "arrays"}


def _of_lists(pair: Any) -> bool:
    return isinstance(pair, tuple | list) and any(isinstance(part, tuple | list) for part in pair)


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
    misconceptions=[*WRONG_ORDERS, *WRONG_CUTS, *WRONG_PAIRS, *WRONG_ORDERS_AND_CUTS],
)
