"""Answers in which the order is right and the batches are not."""

import math

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def whole_batches_only(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    n = len(x) // batch_size
    return [
        (x[p[i * batch_size : (i + 1) * batch_size]], t[p[i * batch_size : (i + 1) * batch_size]]) for i in range(n)
    ]


def empty_at_the_end(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    n = len(x) // batch_size + 1
    return [
        (x[p[i * batch_size : (i + 1) * batch_size]], t[p[i * batch_size : (i + 1) * batch_size]]) for i in range(n)
    ]


def returned_in_the_loop(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    for i in range(0, len(x), batch_size):
        return [(x[p[i : i + batch_size]], t[p[i : i + batch_size]])]


def size_taken_for_number(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    return [(x[k], t[k]) for k in np.array_split(p, batch_size)]


def split_evenly(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    return [(x[k], t[k]) for k in np.array_split(p, math.ceil(len(x) / batch_size))]


def step_of_one(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    return [(x[p[i : i + batch_size]], t[p[i : i + batch_size]]) for i in range(len(x))]


def one_sample_fewer(x, t, batch_size, rng):
    p = rng.permutation(len(x) - 1)
    return [(x[p[i : i + batch_size]], t[p[i : i + batch_size]]) for i in range(0, len(p), batch_size)]


def rest_thrown_away(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    return [
        (x[p[k * batch_size : (k + 1) * batch_size]], t[p[k * batch_size : (k + 1) * batch_size]])
        for k in range(len(x) // batch_size)
    ]


def that_many_batches(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    return [(x[part], t[part]) for part in np.array_split(p, batch_size)]


def rest_spread_over_all(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    return [(x[part], t[part]) for part in np.array_split(p, -(-len(x) // batch_size))]


def last_batch_filled_up(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    p = np.resize(p, -(-len(x) // batch_size) * batch_size)
    return [(x[p[i : i + batch_size]], t[p[i : i + batch_size]]) for i in range(0, len(p), batch_size)]


def last_batch_overlaps(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    pairs = []
    for i in range(0, len(x), batch_size):
        part = p[i : i + batch_size]
        if len(part) < batch_size:
            part = p[-batch_size:]
        pairs.append((x[part], t[part]))
    return pairs


def one_short(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    return [(x[p[i : i + batch_size - 1]], t[p[i : i + batch_size - 1]]) for i in range(0, len(x), batch_size)]


def first_batch_only(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    for i in range(0, len(x), batch_size):
        return [(x[p[i : i + batch_size]], t[p[i : i + batch_size]])]


def always_one_batch_more(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    pairs = []
    for k in range(len(x) // batch_size + 1):
        part = p[k * batch_size : (k + 1) * batch_size]
        pairs.append((x[part], t[part]))
    return pairs


def everything_in_every_batch(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    return [(x[p], t[p]) for _ in range(0, len(x), batch_size)]


def last_sample_left_out(x, t, batch_size, rng):
    p = rng.permutation(len(x) - 1)
    return [(x[p[i : i + batch_size]], t[p[i : i + batch_size]]) for i in range(0, len(p), batch_size)]


def small_batch_first(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    cuts = range(len(x) % batch_size or batch_size, len(x), batch_size)
    return [(x[part], t[part]) for part in np.split(p, cuts)]


WRONG = [
    whole_batches_only, empty_at_the_end, returned_in_the_loop, size_taken_for_number, split_evenly, step_of_one,
    one_sample_fewer, rest_thrown_away, that_many_batches, rest_spread_over_all, last_batch_filled_up,
    last_batch_overlaps, one_short, first_batch_only, always_one_batch_more, everything_in_every_batch,
    last_sample_left_out, small_batch_first,
]  # fmt: skip

SHEETS = [AnswerSheet("10.batches", wrong=WRONG, right=[])]
