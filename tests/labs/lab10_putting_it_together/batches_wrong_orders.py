"""Answers in which the order of the samples is not right."""

# ruff: noqa: NPY002  (students use the old generator)

import math

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def never_shuffled(x, t, batch_size, rng):
    out = []
    for i in range(0, len(x), batch_size):
        out.append((x[i : i + batch_size], t[i : i + batch_size]))
    return out


def two_permutations(x, t, batch_size, rng):
    p, q = rng.permutation(len(x)), rng.permutation(len(x))
    return [(x[p[i : i + batch_size]], t[q[i : i + batch_size]]) for i in range(0, len(x), batch_size)]


def shuffled_in_place_apart(x, t, batch_size, rng):
    rng.shuffle(x)
    rng.shuffle(t)
    return [(x[i : i + batch_size], t[i : i + batch_size]) for i in range(0, len(x), batch_size)]


def drawn_with_replacement(x, t, batch_size, rng):
    out = []
    for _ in range(math.ceil(len(x) / batch_size)):
        k = rng.integers(0, len(x), batch_size)
        out.append((x[k], t[k]))
    return out


def drawn_anew(x, t, batch_size, rng):
    out = []
    for i in range(0, len(x), batch_size):
        k = rng.choice(len(x), min(batch_size, len(x) - i), replace=False)
        out.append((x[k], t[k]))
    return out


def old_generator(x, t, batch_size, rng):
    p = np.random.permutation(len(x))
    return [(x[p[i : i + batch_size]], t[p[i : i + batch_size]]) for i in range(0, len(x), batch_size)]


def seed_zero(x, t, batch_size, rng):
    rng = np.random.default_rng(0)
    p = rng.permutation(len(x))
    return [(x[p[i : i + batch_size]], t[p[i : i + batch_size]]) for i in range(0, len(x), batch_size)]


def starts_permuted(x, t, batch_size, rng):
    starts = rng.permutation(range(0, len(x), batch_size))
    return [(x[i : i + batch_size], t[i : i + batch_size]) for i in starts]


def shuffled_within(x, t, batch_size, rng):
    out = []
    for i in range(0, len(x), batch_size):
        p = i + rng.permutation(len(x[i : i + batch_size]))
        out.append((x[p], t[p]))
    return out


def targets_left_behind(x, t, batch_size, rng):
    x = x[rng.permutation(len(x))]
    return [(x[i : i + batch_size], t[i : i + batch_size]) for i in range(0, len(x), batch_size)]


def shuffled_in_place_together(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    x[:] = x[p]
    t[:] = t[p]
    return [(x[i : i + batch_size], t[i : i + batch_size]) for i in range(0, len(x), batch_size)]


def in_file_order(x, t, batch_size, rng):
    return [(x[i : i + batch_size], t[i : i + batch_size]) for i in range(0, len(x), batch_size)]


def only_images_shuffled(x, t, batch_size, rng):
    x = rng.permutation(x)
    return [(x[i : i + batch_size], t[i : i + batch_size]) for i in range(0, len(x), batch_size)]


def two_shuffles(x, t, batch_size, rng):
    x, t = rng.permutation(x), rng.permutation(t)
    return [(x[i : i + batch_size], t[i : i + batch_size]) for i in range(0, len(x), batch_size)]


def own_fixed_generator(x, t, batch_size, rng):
    p = np.random.default_rng(42).permutation(len(x))
    return [(x[p[i : i + batch_size]], t[p[i : i + batch_size]]) for i in range(0, len(x), batch_size)]


def global_numpy(x, t, batch_size, rng):
    p = np.random.permutation(len(x))
    return [(x[p[i : i + batch_size]], t[p[i : i + batch_size]]) for i in range(0, len(x), batch_size)]


def ordered_batches_shuffled(x, t, batch_size, rng):
    starts = rng.permutation(np.arange(0, len(x), batch_size))
    return [(x[i : i + batch_size], t[i : i + batch_size]) for i in starts]


def shuffled_inside_each_batch(x, t, batch_size, rng):
    pairs = []
    for i in range(0, len(x), batch_size):
        p = i + rng.permutation(len(x[i : i + batch_size]))
        pairs.append((x[p], t[p]))
    return pairs


def each_batch_drawn_anew(x, t, batch_size, rng):
    pairs = []
    for _ in range(-(-len(x) // batch_size)):
        p = rng.choice(len(x), batch_size, replace=False)
        pairs.append((x[p], t[p]))
    return pairs


def with_replacement(x, t, batch_size, rng):
    p = rng.integers(0, len(x), len(x))
    return [(x[p[i : i + batch_size]], t[p[i : i + batch_size]]) for i in range(0, len(x), batch_size)]


def choice_as_it_comes(x, t, batch_size, rng):
    p = rng.choice(len(x), len(x))
    return [(x[p[i : i + batch_size]], t[p[i : i + batch_size]]) for i in range(0, len(x), batch_size)]


def overwrites_the_data(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    x[:], t[:] = x[p], t[p]
    return [(x[i : i + batch_size].copy(), t[i : i + batch_size].copy()) for i in range(0, len(x), batch_size)]


def shuffle_called_on_both(x, t, batch_size, rng):
    rng.shuffle(x)
    rng.shuffle(t)
    return [(x[i : i + batch_size], t[i : i + batch_size]) for i in range(0, len(x), batch_size)]


def shuffle_returns_none(x, t, batch_size, rng):
    p = rng.shuffle(np.arange(len(x)))
    return [(x[p][i : i + batch_size], t[p][i : i + batch_size]) for i in range(0, len(x), batch_size)]


def targets_by_position(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    return [(x[p[i : i + batch_size]], t[i : i + batch_size]) for i in range(0, len(x), batch_size)]


def rotated(x, t, batch_size, rng):
    p = np.roll(np.arange(len(x)), rng.integers(len(x)))
    return [(x[p[i : i + batch_size]], t[p[i : i + batch_size]]) for i in range(0, len(x), batch_size)]


def pixels_shuffled(x, t, batch_size, rng):
    p = rng.permutation(x.shape[1])
    return [(x[i : i + batch_size, p], t[i : i + batch_size]) for i in range(0, len(x), batch_size)]


def new_order_for_every_batch(x, t, batch_size, rng):
    pairs = []
    for i in range(0, len(x), batch_size):
        p = rng.permutation(len(x))
        pairs.append((x[p][i : i + batch_size], t[p][i : i + batch_size]))
    return pairs


WRONG = [
    never_shuffled, two_permutations, shuffled_in_place_apart, drawn_with_replacement, drawn_anew, old_generator,
    seed_zero, starts_permuted, shuffled_within, targets_left_behind, shuffled_in_place_together, in_file_order,
    only_images_shuffled, two_shuffles, own_fixed_generator, global_numpy, ordered_batches_shuffled,
    shuffled_inside_each_batch, each_batch_drawn_anew, with_replacement, choice_as_it_comes, overwrites_the_data,
    shuffle_called_on_both, shuffle_returns_none, targets_by_position, rotated, pixels_shuffled,
    new_order_for_every_batch,
]  # fmt: skip

SHEETS = [AnswerSheet("10.batches", wrong=WRONG, right=[])]
