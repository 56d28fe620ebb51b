"""Epochs that go wrong."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.lab10_putting_it_together.more_batches import MORE_BATCHES
from labkit.exercises.misconception import Misconception


def cut(x: np.ndarray, t: np.ndarray, batch_size: int) -> list:
    """Batches in the order of the data."""
    return [(x[i : i + batch_size], t[i : i + batch_size]) for i in range(0, len(x), batch_size)]


def _in(order: Callable[[int, np.random.Generator], np.ndarray]) -> Callable:
    """Batches in an order that is drawn once for x and t."""

    def function(x, t, batch_size, rng):
        rows = order(len(x), rng)
        return cut(x[rows], t[rows], batch_size)

    return function


def _without_the_last(x, t, batch_size, rng):
    return [b for b in _in(lambda n, rng: rng.permutation(n))(x, t, batch_size, rng) if len(b[0]) == batch_size]


def _one_index_short(x, t, batch_size, rng):
    rows = rng.permutation(len(x))
    x, t = x[rows], t[rows]
    return [(x[i : i + batch_size], t[i : i + batch_size]) for i in range(0, len(x) - batch_size, batch_size)]


def _slices_one_short(x, t, batch_size, rng):
    rows = rng.permutation(len(x))
    x, t = x[rows], t[rows]
    return [(x[i : i + batch_size - 1], t[i : i + batch_size - 1]) for i in range(0, len(x), batch_size)]


def _twice_shuffled(x, t, batch_size, rng):
    return cut(x[rng.permutation(len(x))], t[rng.permutation(len(t))], batch_size)


def _drawn_for_each_batch(x, t, batch_size, rng):
    return [
        (x[rows], t[rows])
        for rows in (
            rng.choice(len(x), min(batch_size, len(x)), replace=False) for _ in range(-(-len(x) // batch_size))
        )
    ]


def _drawn_with_replacement_for_each_batch(x, t, batch_size, rng):
    rows = [rng.integers(len(x), size=batch_size) for _ in range(-(-len(x) // batch_size))]
    return [(x[r], t[r]) for r in rows]


def _last_one_filled(x, t, batch_size, rng):
    rows = rng.permutation(len(x))
    rows = np.concatenate([rows, rows[: -len(rows) % batch_size]]) if batch_size <= len(x) else rows
    return [(x[r], t[r]) for r in np.split(rows, range(batch_size, len(rows), batch_size))]


def _batches_shuffled(x, t, batch_size, rng):
    whole = cut(x, t, batch_size)
    return [whole[i] for i in rng.permutation(len(whole))]


def _shuffled_inside(x, t, batch_size, rng):
    shuffled = ((part, target, rng.permutation(len(part))) for part, target in cut(x, t, batch_size))
    return [(part[rows], target[rows]) for part, target, rows in shuffled]


def _equal_parts(x, t, batch_size, rng):
    rows = rng.permutation(len(x))
    return [(x[r], t[r]) for r in np.array_split(rows, batch_size)]


def _even_parts(x, t, batch_size, rng):
    rows = rng.permutation(len(x))
    return [(x[r], t[r]) for r in np.array_split(rows, -(-len(x) // batch_size))]


def _sliding(x, t, batch_size, rng):
    rows = rng.permutation(len(x))
    x, t = x[rows], t[rows]
    return [(x[i : i + batch_size], t[i : i + batch_size]) for i in range(len(x))]


ONCE = "In an epoch every sample has its turn, once. Count how often each came in yours."
APART = (
    "x and t are shuffled apart, each in an order of its own, so that an image of a 3 learns to be a 7. How many orders "
    "may you draw?"
)
SAME = "Every epoch has the same order. `rng` was handed over so that each call draws a new one."

WRONG_BATCHES = [
    Misconception(
        "not shuffled",
        lambda x, t, batch_size, rng: cut(x, t, batch_size),
        "The samples come in the order of the data, where digits may stand sorted. What is `rng` for?",
    ),
    Misconception(
        "last batch dropped",
        _without_the_last,
        "What does not fill a batch is dropped: with 23 samples and batches of 5, three images are not seen. The last "
        "batch may be smaller.",
    ),
    Misconception(
        "always one batch too few",
        _one_index_short,
        "The last batch is missing, even where it would be a full one. Where does your loop end?",
    ),
    Misconception(
        "slices one short",
        _slices_one_short,
        "Each batch is one sample short. A slice ends *before* its second number.",
    ),
    Misconception("x and t shuffled apart", _twice_shuffled, APART),
    Misconception(
        "x shuffled, t not",
        lambda x, t, batch_size, rng: cut(x[rng.permutation(len(x))], t, batch_size),
        "Only x is shuffled, so the targets belong to other images.",
        same_as=("x and t shuffled apart",),
    ),
    Misconception(
        "t shuffled, x not",
        lambda x, t, batch_size, rng: cut(x, t[rng.permutation(len(x))], batch_size),
        "Only t is shuffled, so the targets belong to other images.",
    ),
    Misconception(
        "with replacement",
        _in(lambda n, rng: rng.integers(n, size=n)),
        "Each sample is drawn anew from all of them: some come twice and a third of them never. " + ONCE,
        same_as=("drawn anew for each batch, with replacement",),
    ),
    Misconception(
        "drawn anew for each batch",
        _drawn_for_each_batch,
        "Each batch is drawn from all samples, as if none had had its turn yet. " + ONCE,
    ),
    Misconception(
        "drawn anew for each batch, with replacement",
        _drawn_with_replacement_for_each_batch,
        "Each batch is drawn from all samples, as if none had had its turn yet. " + ONCE,
    ),
    Misconception(
        "last batch filled up",
        _last_one_filled,
        "You fill up the last batch with samples that had their turn already. It may be smaller.",
    ),
    Misconception(
        "same order each epoch",
        _in(lambda n, rng: np.random.default_rng(0).permutation(n)),
        SAME + " Yours comes from a generator made inside the function, which begins anew at every call.",
    ),
    Misconception(
        "backwards",
        _in(lambda n, rng: np.arange(n)[::-1]),
        SAME + " Backwards is no shuffling.",
    ),
    Misconception(
        "global randomness",
        _in(lambda n, rng: np.random.default_rng().permutation(n)),
        "Your order does not come from `rng`: the same seed gives another order each time, and nobody can repeat your "
        "run.",
    ),
    Misconception(
        "whole batches shuffled",
        _batches_shuffled,
        "You shuffle whole batches, and the same samples always stay together. Shuffle first, cut afterwards.",
    ),
    Misconception(
        "shuffled inside the batches",
        _shuffled_inside,
        "You shuffle inside each batch, which changes nothing: a batch is averaged. Shuffle first, cut afterwards.",
    ),
    Misconception(
        "number of batches for their size",
        _equal_parts,
        "`batch_size` is the number of samples in a batch, and you have taken it for the number of batches.",
    ),
    Misconception(
        "batches of nearly equal size",
        _even_parts,
        "You share the samples out evenly. Batches should be full, as many samples as `batch_size`, and the last one "
        "takes what is left.",
    ),
    Misconception(
        "sliding",
        _sliding,
        "Your batches overlap: the next one should begin where the last one ended.",
    ),
    Misconception(
        "x alone",
        lambda x, t, batch_size, rng: [part for part, _ in cut(x, t, batch_size)],
        "Your batches hold no targets. Each is a pair: images, and their targets.",
    ),
    Misconception(
        "targets first",
        lambda x, t, batch_size, rng: [(b, a) for a, b in cut(x, t, batch_size)],
        "In your pairs the targets come first. Images first, then their targets.",
    ),
    Misconception(
        "first batch only",
        lambda x, t, batch_size, rng: _in(lambda n, rng: rng.permutation(n))(x, t, batch_size, rng)[:1],
        "One batch comes back. An epoch goes on until every sample had its turn.",
    ),
    Misconception(
        "shuffled, not cut",
        lambda x, t, batch_size, rng: _in(lambda n, rng: rng.permutation(n))(x, t, len(x), rng),
        "All samples come in one batch. Cut the shuffled order into pieces of `batch_size`.",
    ),
    *MORE_BATCHES,
]
