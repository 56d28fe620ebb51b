"""More epochs that go wrong: slips at the edges, arrays shuffled in place, and two mistakes at once."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.misconception import Misconception


def _rows(x: np.ndarray, t: np.ndarray, parts: list) -> list:
    return [(x[rows], t[rows]) for rows in parts]


def _pieces(order: np.ndarray, batch_size: int) -> list:
    return [order[i : i + batch_size] for i in range(0, len(order), batch_size)]


def _empty_last(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    return _rows(x, t, [order[i * batch_size : (i + 1) * batch_size] for i in range(len(x) // batch_size + 1)])


def _one_sample_short(x, t, batch_size, rng):
    return _rows(x, t, _pieces(rng.permutation(len(x) - 1), batch_size))


def _slices_one_long(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    return _rows(x, t, [order[i : i + batch_size + 1] for i in range(0, len(x), batch_size)])


def _drawn_for_each_batch(x, t, batch_size, rng):
    parts = _pieces(np.arange(len(x)), batch_size)
    return _rows(x, t, [rng.choice(len(x), len(part), replace=False) for part in parts])


def _drawn_apart(x, t, batch_size, rng):
    n = len(x)
    return [
        (x[rng.integers(n, size=batch_size)], t[rng.integers(n, size=batch_size)]) for _ in range(-(-n // batch_size))
    ]


def _single(x, t, batch_size, rng):
    return [(x[i], t[i]) for i in rng.permutation(len(x))]


def _in_place(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    x[:], t[:] = x[order], t[order]
    return _rows(x, t, _pieces(np.arange(len(x)), batch_size))


def _in_place_apart(x, t, batch_size, rng):
    rng.shuffle(x)
    rng.shuffle(t)
    return _rows(x, t, _pieces(np.arange(len(x)), batch_size))


def _in_place_only_x(x, t, batch_size, rng):
    rng.shuffle(x)
    return _rows(x, t, _pieces(np.arange(len(x)), batch_size))


IN_PLACE = "You shuffle the caller's own arrays: they come out changed. Draw an order, and pick the rows by it."
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
        lambda order, size: [part for part in _pieces(order, size) if len(part) == size],
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


MORE_BATCHES = [
    Misconception(
        "an empty batch at the end",
        _empty_last,
        "Where `batch_size` divides the number of samples, an empty batch stands at the end of yours, and the mean over "
        "nothing is NaN.",
    ),
    Misconception(
        "one sample short",
        _one_sample_short,
        "One sample is never seen. What are the numbers of the first sample and the last?",
    ),
    Misconception(
        "slices one long",
        _slices_one_long,
        "Each batch is one sample too long, and shares it with the next. A slice ends *before* its second number.",
    ),
    Misconception(
        "drawn anew for each batch, in the right sizes",
        _drawn_for_each_batch,
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
        "single samples",
        _single,
        "Your pairs hold one sample each, without an axis for the samples. Where does `batch_size` come in?",
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
    *[
        Misconception(f"{order} + {cut}", _both(draw, pieces), f"Two things at once. {one} And: {other}")
        for order, (draw, one) in ORDERS.items()
        for cut, (pieces, other) in CUTS.items()
    ],
]
