"""Epochs that are shuffled rightly and cut into wrong batches."""

import numpy as np

from labkit.exercises.lab10_putting_it_together.epochs import in_order, pieces, rows_of
from labkit.exercises.misconception import Misconception


def _empty_last(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    return rows_of(x, t, [order[i * batch_size : (i + 1) * batch_size] for i in range(len(x) // batch_size + 1)])


def _one_sample_short(x, t, batch_size, rng):
    return rows_of(x, t, pieces(rng.permutation(len(x) - 1), batch_size))


def _slices_one_long(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    return rows_of(x, t, [order[i : i + batch_size + 1] for i in range(0, len(x), batch_size)])


def _without_the_last(x, t, batch_size, rng):
    return [b for b in in_order(lambda n, rng: rng.permutation(n))(x, t, batch_size, rng) if len(b[0]) == batch_size]


def _one_index_short(x, t, batch_size, rng):
    rows = rng.permutation(len(x))
    x, t = x[rows], t[rows]
    return [(x[i : i + batch_size], t[i : i + batch_size]) for i in range(0, len(x) - batch_size, batch_size)]


def _slices_one_short(x, t, batch_size, rng):
    rows = rng.permutation(len(x))
    x, t = x[rows], t[rows]
    return [(x[i : i + batch_size - 1], t[i : i + batch_size - 1]) for i in range(0, len(x), batch_size)]


def _last_one_filled(x, t, batch_size, rng):
    rows = rng.permutation(len(x))
    rows = np.concatenate([rows, rows[: -len(rows) % batch_size]]) if batch_size <= len(x) else rows
    return [(x[r], t[r]) for r in np.split(rows, range(batch_size, len(rows), batch_size))]


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


def _filled_from_the_start(x, t, batch_size, rng):
    order = np.resize(rng.permutation(len(x)), -(-len(x) // batch_size) * batch_size)
    return rows_of(x, t, pieces(order, batch_size))


def _smaller_first(x, t, batch_size, rng):
    first = len(x) % batch_size or batch_size
    return rows_of(x, t, np.split(rng.permutation(len(x)), range(first, len(x), batch_size)))


WRONG_CUTS = [
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
    Misconception(
        "slices one long",
        _slices_one_long,
        "Each batch is one sample too long, and shares it with the next. A slice ends *before* its second number.",
    ),
    Misconception(
        "one sample short",
        _one_sample_short,
        "One sample is never seen. What are the numbers of the first sample and the last?",
    ),
    Misconception(
        "last batch filled up",
        _last_one_filled,
        "You fill up the last batch with samples that had their turn already. It may be smaller.",
    ),
    Misconception(
        "last batch filled up from the start",
        _filled_from_the_start,
        "You fill up the last batch with samples that had their turn already. It may be smaller.",
        same_as=("last batch filled up",),
    ),
    Misconception(
        "an empty batch at the end",
        _empty_last,
        "Where `batch_size` divides the number of samples, an empty batch stands at the end of yours, and the mean over "
        "nothing is NaN.",
    ),
    Misconception(
        "smaller batch first",
        _smaller_first,
        "Your smaller batch comes first. What is left over at the *end* makes it.",
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
        "first batch only",
        lambda x, t, batch_size, rng: in_order(lambda n, rng: rng.permutation(n))(x, t, batch_size, rng)[:1],
        "One batch comes back. An epoch goes on until every sample had its turn.",
    ),
    Misconception(
        "shuffled, not cut",
        lambda x, t, batch_size, rng: in_order(lambda n, rng: rng.permutation(n))(x, t, len(x), rng),
        "All samples come in one batch. Cut the shuffled order into pieces of `batch_size`.",
    ),
    Misconception(
        "everything in every batch",
        lambda x, t, batch_size, rng: (
            in_order(lambda n, rng: rng.permutation(n))(x, t, len(x), rng) * -(-len(x) // batch_size)
        ),
        "Each of your batches holds all samples. The number of batches is right; which part of the order belongs to each?",
    ),
]
