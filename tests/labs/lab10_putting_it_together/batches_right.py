"""Right answers to exercise 10.batches in other forms."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def shuffled_numbers_in_place(x, t, batch_size, rng):
    idx = np.arange(len(x))
    rng.shuffle(idx)
    xs, ts = x[idx], t[idx]
    return [(xs[i : i + batch_size], ts[i : i + batch_size]) for i in range(0, len(x), batch_size)]


def split_at_places(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    return [(x[k], t[k]) for k in np.split(p, range(batch_size, len(x), batch_size))]


def taken_from_a_list(x, t, batch_size, rng):
    left = list(rng.permutation(len(x)))
    out = []
    while left:
        now, left = left[:batch_size], left[batch_size:]
        out.append([x[now], t[now]])
    return out


def as_a_tuple(x, t, batch_size, rng):
    p = np.argsort(rng.random(len(x)))
    return tuple((x[p[i : i + batch_size]], t[p[i : i + batch_size]]) for i in range(0, len(p), batch_size))


def by_take(x, t, batch_size, rng):
    p = rng.choice(len(x), size=len(x), replace=False)
    n = -(-len(x) // batch_size)
    return [
        (
            np.take(x, p[i * batch_size : (i + 1) * batch_size], axis=0),
            np.take(t, p[i * batch_size : (i + 1) * batch_size], axis=0),
        )
        for i in range(n)
    ]


def from_a_generator(x, t, batch_size, rng):
    def gen():
        p = rng.permutation(len(x))
        for i in range(0, len(x), batch_size):
            yield x[p[i : i + batch_size]], t[p[i : i + batch_size]]

    return list(gen())


def by_split(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    return [(x[part], t[part]) for part in np.split(p, np.arange(batch_size, len(x), batch_size))]


def by_random_keys(x, t, batch_size, rng):
    p = np.argsort(rng.random(len(x)))
    xs, ts = x[p], t[p]
    return [(xs[i : i + batch_size], ts[i : i + batch_size]) for i in range(0, len(x), batch_size)]


def shuffled_numbers(x, t, batch_size, rng):
    numbers = list(range(len(x)))
    rng.shuffle(numbers)
    pairs = []
    while numbers:
        part, numbers = numbers[:batch_size], numbers[batch_size:]
        pairs.append((x[part], t[part]))
    return pairs


def choice_without_replacement(x, t, batch_size, rng):
    p = rng.choice(len(x), size=len(x), replace=False)
    pairs, start = [], 0
    while start < len(x):
        pairs.append((x[p][start : start + batch_size], t[p][start : start + batch_size]))
        start += batch_size
    return pairs


RIGHT = [
    shuffled_numbers_in_place, split_at_places, taken_from_a_list, as_a_tuple, by_take, from_a_generator, by_split,
    by_random_keys, shuffled_numbers, choice_without_replacement,
]  # fmt: skip

SHEETS = [AnswerSheet("10.batches", wrong=[], right=RIGHT)]
