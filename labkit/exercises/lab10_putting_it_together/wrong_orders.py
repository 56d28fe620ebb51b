"""Epochs in a wrong order: drawn for x and t apart, drawn too often, or not drawn at all."""

import numpy as np

from labkit.exercises.lab10_putting_it_together.epochs import cut, in_order, pieces, rows_of
from labkit.exercises.misconception import Misconception

IN_PLACE = "You shuffle the caller's own arrays: they come out changed. Draw an order, and pick the rows by it."
ONCE = "In an epoch every sample has its turn, once. Count how often each came in yours."
APART = (
    "x and t end up in different orders, so that an image of a 3 learns to be a 7. How many orders may you draw, and for "
    "which arrays?"
)
RETURNS = (
    "`rng.shuffle` changes its array and returns nothing, and with None for an order nothing is picked: an axis is put "
    "in front. `rng.permutation` returns an order."
)
SAME = "Every epoch has the same order. `rng` was handed over so that each call draws a new one."


def _drawn_for_each_batch(x, t, batch_size, rng):
    return [
        (x[rows], t[rows])
        for rows in (
            rng.choice(len(x), min(batch_size, len(x)), replace=False) for _ in range(-(-len(x) // batch_size))
        )
    ]


def _drawn_apart(x, t, batch_size, rng):
    n = len(x)
    return [
        (x[rng.integers(n, size=batch_size)], t[rng.integers(n, size=batch_size)]) for _ in range(-(-n // batch_size))
    ]


def _in_place(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    x[:], t[:] = x[order], t[order]
    return rows_of(x, t, pieces(np.arange(len(x)), batch_size))


def _in_place_apart(x, t, batch_size, rng):
    rng.shuffle(x)
    rng.shuffle(t)
    return rows_of(x, t, pieces(np.arange(len(x)), batch_size))


def _in_place_only_x(x, t, batch_size, rng):
    rng.shuffle(x)
    return rows_of(x, t, pieces(np.arange(len(x)), batch_size))


def _twice_shuffled(x, t, batch_size, rng):
    return cut(x[rng.permutation(len(x))], t[rng.permutation(len(t))], batch_size)


def _drawn_with_replacement_for_each_batch(x, t, batch_size, rng):
    rows = [rng.integers(len(x), size=batch_size) for _ in range(-(-len(x) // batch_size))]
    return [(x[r], t[r]) for r in rows]


def _batches_shuffled(x, t, batch_size, rng):
    whole = cut(x, t, batch_size)
    return [whole[i] for i in rng.permutation(len(whole))]


def _shuffled_inside(x, t, batch_size, rng):
    shuffled = ((part, target, rng.permutation(len(part))) for part, target in cut(x, t, batch_size))
    return [(part[rows], target[rows]) for part, target, rows in shuffled]


def _drawn_in_the_right_sizes(x, t, batch_size, rng):
    parts = pieces(np.arange(len(x)), batch_size)
    return rows_of(x, t, [rng.choice(len(x), len(part), replace=False) for part in parts])


def _rotated(n: int, rng: np.random.Generator) -> np.ndarray:
    return np.roll(np.arange(n), rng.integers(1, n))


def _pixels_shuffled(x, t, batch_size, rng):
    return cut(x[:, rng.permutation(x.shape[1])], t, batch_size)


WRONG_ORDERS = [
    Misconception(
        "not shuffled",
        lambda x, t, batch_size, rng: cut(x, t, batch_size),
        "The samples come in the order of the data, where digits may stand sorted. What is `rng` for?",
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
        in_order(lambda n, rng: rng.integers(n, size=n)),
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
        "drawn anew for each batch, in the right sizes",
        _drawn_in_the_right_sizes,
        "Each batch is drawn from all samples, as if none had had its turn yet. In an epoch every sample has its turn, "
        "once. Count how often each came in yours.",
    ),
    Misconception(
        "drawn anew, images and targets apart",
        _drawn_apart,
        "Images and targets are drawn apart, and from all samples each time: an image gets another one's target. Draw "
        "an order once, and use it for both.",
    ),
    Misconception(
        "same order each epoch",
        in_order(lambda n, rng: np.random.default_rng(0).permutation(n)),
        SAME + " Yours comes from a generator made inside the function, which begins anew at every call.",
    ),
    Misconception(
        "backwards",
        in_order(lambda n, rng: np.arange(n)[::-1]),
        SAME + " Backwards is no shuffling.",
    ),
    Misconception(
        "begun elsewhere",
        in_order(_rotated),
        "You only begin somewhere else and go round: the samples still come in the order of the data, and those that stand "
        "side by side in a sorted file stay together.",
    ),
    Misconception(
        "global randomness",
        in_order(lambda n, rng: np.random.default_rng().permutation(n)),
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
    Misconception("shuffled in place", _in_place, IN_PLACE),
    Misconception(
        "shuffled in place, apart",
        _in_place_apart,
        IN_PLACE + " Besides, x and t are shuffled apart, each in an order of its own.",
    ),
    Misconception(
        "x shuffled in place",
        _in_place_only_x,
        IN_PLACE + " Besides, t keeps its old order.",
        same_as=("shuffled in place, apart",),
    ),
    Misconception("what shuffle returns", lambda x, t, batch_size, rng: cut(x[None], t[None], batch_size), RETURNS),
    Misconception(
        "what shuffle returns, in every batch",
        lambda x, t, batch_size, rng: rows_of(
            x[None], t[None], [slice(i, i + batch_size) for i in range(0, len(x), batch_size)]
        ),
        RETURNS,
    ),
    Misconception(
        "pixels shuffled",
        _pixels_shuffled,
        "You change the order of the columns: every image has its pixels mixed up. The samples are the rows.",
    ),
]
