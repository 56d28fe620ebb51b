"""Two mistakes at once: a wrong order, and cut into wrong batches."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.lab10_putting_it_together.epochs import pieces
from labkit.exercises.misconception import Misconception

ORDERS = {
    "not shuffled": (
        lambda n, rng: [np.arange(n)] * 2,
        "The samples come in the order of the data. What is `rng` for?",
    ),
    "x and t shuffled apart": (
        lambda n, rng: [rng.permutation(n), rng.permutation(n)],
        "x and t are shuffled apart, so the targets belong to other images.",
    ),
    "same order each epoch": (
        lambda n, rng: [np.random.default_rng(0).permutation(n)] * 2,
        "Every epoch has the same order; `rng` was handed over so that each call draws a new one.",
    ),
    "global randomness": (
        lambda n, rng: [np.random.default_rng().permutation(n)] * 2,
        "The order does not come from `rng`, so nobody can repeat the run.",
    ),
}


CUTS = {
    "last batch dropped": (
        lambda order, size: [part for part in pieces(order, size) if len(part) == size],
        "What does not fill a batch is dropped; the last batch may be smaller.",
    ),
    "last batch missing": (
        lambda order, size: [order[i : i + size] for i in range(0, len(order) - size, size)],
        "The last batch is missing, even where it would be a full one.",
    ),
    "an empty batch": (
        lambda order, size: [order[i * size : (i + 1) * size] for i in range(len(order) // size + 1)],
        "Where `batch_size` divides the number of samples, an empty batch stands at the end.",
    ),
    "batches for their size": (np.array_split, "`batch_size` is the number of samples in a batch, not of batches."),
    "nearly equal sizes": (
        lambda order, size: np.array_split(order, -(-len(order) // size)),
        "Batches should be full, and the last one takes what is left.",
    ),
    "not cut": (lambda order, size: [order], "All samples come in one batch."),
}


def _both(draw: Callable, cut: Callable) -> Callable:
    def function(x, t, batch_size, rng):
        mine, theirs = draw(len(x), rng)
        return [(x[a], t[b]) for a, b in zip(cut(mine, batch_size), cut(theirs, batch_size), strict=True)]

    return function


WRONG_ORDERS_AND_CUTS = [
    Misconception(f"{order} + {cut}", _both(draw, parts), f"Two things at once. {one} And: {other}")
    for order, (draw, one) in ORDERS.items()
    for cut, (parts, other) in CUTS.items()
]
