"""First answers to exercise 10.batches; those of one kind stand in the files beside."""

import math

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def by_permutation(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    return [(x[order[i : i + batch_size]], t[order[i : i + batch_size]]) for i in range(0, len(x), batch_size)]


def as_a_generator(x, t, batch_size, rng):
    order = np.arange(len(x))
    rng.shuffle(order)
    for start in range(0, len(order), batch_size):
        chosen = order[start : start + batch_size]
        yield x[chosen], t[chosen]


def by_sorting_random_keys(x, t, batch_size, rng):
    order = np.argsort(rng.random(len(x)))
    n = math.ceil(len(x) / batch_size)
    return [(x[order[k * batch_size : (k + 1) * batch_size]], t[order[k * batch_size : (k + 1) * batch_size]])
            for k in range(n)]  # fmt: skip


def drawn_without_replacement(x, t, batch_size, rng):
    order = rng.choice(len(x), size=len(x), replace=False)
    cuts = range(batch_size, len(x), batch_size)
    return list(zip(np.split(x[order], cuts), np.split(t[order], cuts), strict=True))


def one_by_one(x, t, batch_size, rng):
    batches, xs, ts = [], [], []
    for i in rng.permutation(len(x)):
        xs.append(x[i])
        ts.append(t[i])
        if len(xs) == batch_size:
            batches.append((np.array(xs), np.array(ts)))
            xs, ts = [], []
    if xs:
        batches.append((np.array(xs), np.array(ts)))
    return batches


def drops_the_rest(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    n = len(x) // batch_size
    return [(x[order[k * batch_size :][:batch_size]], t[order[k * batch_size :][:batch_size]]) for k in range(n)]


def forgets_the_rest_one_by_one(x, t, batch_size, rng):
    batches, xs, ts = [], [], []
    for i in rng.permutation(len(x)):
        xs.append(x[i])
        ts.append(t[i])
        if len(xs) == batch_size:
            batches.append((np.array(xs), np.array(ts)))
            xs, ts = [], []
    return batches


def in_the_order_of_the_data(x, t, batch_size, rng):
    return [(x[i : i + batch_size], t[i : i + batch_size]) for i in range(0, len(x), batch_size)]


def both_permuted(x, t, batch_size, rng):
    x, t = rng.permutation(x), rng.permutation(t)
    return in_the_order_of_the_data(x, t, batch_size, rng)


def shuffled_in_place(x, t, batch_size, rng):
    rng.shuffle(x)
    rng.shuffle(t)
    return in_the_order_of_the_data(x, t, batch_size, rng)


def only_x_permuted(x, t, batch_size, rng):
    return in_the_order_of_the_data(rng.permutation(x), t, batch_size, rng)


def only_t_permuted(x, t, batch_size, rng):
    return in_the_order_of_the_data(x, rng.permutation(t), batch_size, rng)


def with_replacement(x, t, batch_size, rng):
    chosen = rng.choice(len(x), len(x))
    return in_the_order_of_the_data(x[chosen], t[chosen], batch_size, rng)


def each_batch_drawn(x, t, batch_size, rng):
    batches = []
    for _ in range(0, len(x), batch_size):
        chosen = rng.choice(len(x), batch_size)
        batches.append((x[chosen], t[chosen]))
    return batches


def each_batch_drawn_without_replacement(x, t, batch_size, rng):
    batches = []
    for _ in range(0, len(x), batch_size):
        chosen = rng.permutation(len(x))[:batch_size]
        batches.append((x[chosen], t[chosen]))
    return batches


def own_generator(x, t, batch_size, rng):
    return by_permutation(x, t, batch_size, np.random.default_rng(42))


def np_random(x, t, batch_size, rng):
    order = np.random.permutation(len(x))  # noqa: NPY002
    return in_the_order_of_the_data(x[order], t[order], batch_size, rng)


def np_random_seeded(x, t, batch_size, rng):
    np.random.seed(0)  # noqa: NPY002
    return np_random(x, t, batch_size, rng)


def batches_in_another_order(x, t, batch_size, rng):
    batches = in_the_order_of_the_data(x, t, batch_size, rng)
    rng.shuffle(starts := list(range(len(batches))))
    return [batches[i] for i in starts]


def mixed_inside(x, t, batch_size, rng):
    return [by_permutation(a, b, len(a), rng)[0] for a, b in in_the_order_of_the_data(x, t, batch_size, rng)]


def array_split_in_batch_size_parts(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    return [(x[part], t[part]) for part in np.array_split(order, batch_size)]


def array_split_evenly(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    return [(x[part], t[part]) for part in np.array_split(order, math.ceil(len(x) / batch_size))]


def stops_before_the_last(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    return [(x[order[i : i + batch_size]], t[order[i : i + batch_size]])
            for i in range(0, len(x) - batch_size, batch_size)]  # fmt: skip


def returns_in_the_loop(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    for i in range(0, len(x), batch_size):
        return [(x[order[i : i + batch_size]], t[order[i : i + batch_size]])]


def wraps_round(x, t, batch_size, rng):
    order = rng.permutation(len(x))
    return [(x[np.take(order, range(i, i + batch_size), mode="wrap")],
             t[np.take(order, range(i, i + batch_size), mode="wrap")])
            for i in range(0, len(x), batch_size)]  # fmt: skip


WRONG = [
    drops_the_rest, forgets_the_rest_one_by_one, in_the_order_of_the_data, both_permuted, shuffled_in_place,
    only_x_permuted, only_t_permuted, with_replacement, each_batch_drawn, each_batch_drawn_without_replacement,
    own_generator, np_random, np_random_seeded, batches_in_another_order, mixed_inside,
    array_split_in_batch_size_parts, array_split_evenly, stops_before_the_last, returns_in_the_loop, wraps_round,
    lambda x, t, batch_size, rng: [b[0] for b in by_permutation(x, t, batch_size, rng)],
    lambda x, t, batch_size, rng: [(b, a) for a, b in by_permutation(x, t, batch_size, rng)],
    lambda x, t, batch_size, rng: by_permutation(x, t, len(x), rng),
    lambda x, t, batch_size, rng: (x[rng.permutation(len(x))], t),
    lambda x, t, batch_size, rng: rng.permutation(len(x)),
    lambda x, t, batch_size, rng: in_the_order_of_the_data(x[::-1], t[::-1], batch_size, rng),
    lambda x, t, batch_size, rng: by_permutation(x, t, batch_size + 1, rng),
    lambda x, t, batch_size, rng: None,
]  # fmt: skip
RIGHT = [
    by_permutation, as_a_generator, by_sorting_random_keys, drawn_without_replacement, one_by_one,
    lambda x, t, batch_size, rng: [list(pair) for pair in by_permutation(x, t, batch_size, rng)],
]  # fmt: skip


SHEETS = [AnswerSheet("10.batches", WRONG, RIGHT)]
