"""Lab 10's checks against answers written without a look at the exercise module."""

import json
import math
import statistics
from dataclasses import dataclass

import numpy as np
from scipy import stats
from sklearn import metrics as sklearn_metrics

from labkit.exercises import find
from labkit.exercises.lab10_putting_it_together import leaderboard
from labkit.exercises.lab10_putting_it_together.contest import BATCH, BUDGET, digits, practice, read
from labkit.exercises.lab10_putting_it_together.leaderboard import enter
from labkit.experiments.recipes import Recipe
from tests.labs.answer_sheet import AnswerSheet, Tally

# --- what a change has earned ---


def gain_by_loop(base, changed):
    total = 0
    for b, c in zip(base, changed, strict=True):
        total += c - b
    mean = total / len(base)
    squares = sum((c - b - mean) ** 2 for b, c in zip(base, changed, strict=True))
    return mean, math.sqrt(squares / (len(base) - 1))


def gain_by_covariance(base, changed):
    c = np.cov(base, changed)
    return changed.mean() - base.mean(), np.sqrt(c[0, 0] + c[1, 1] - 2 * c[0, 1])


GAIN_WRONG = [
    lambda b, c: ((b - c).mean(), (b - c).std(ddof=1)),
    lambda b, c: ((c - b).mean(), (c - b).std()),
    lambda b, c: (c.mean() - b.mean(), c.std() - b.std()),
    lambda b, c: (c.mean() - b.mean(), c.std(ddof=1) - b.std(ddof=1)),
    lambda b, c: (c.mean() - b.mean(), abs(c.std(ddof=1) - b.std(ddof=1))),
    lambda b, c: (c.mean() - b.mean(), c.std(ddof=1) + b.std(ddof=1)),
    lambda b, c: (c.mean() - b.mean(), math.hypot(b.std(ddof=1), c.std(ddof=1))),
    lambda b, c: (c.mean() - b.mean(), math.hypot(b.std(), c.std())),
    lambda b, c: (c.mean() - b.mean(), c.std(ddof=1)),
    lambda b, c: (c.mean() - b.mean(), c.std()),
    lambda b, c: (c.mean() - b.mean(), b.std(ddof=1)),
    lambda b, c: (c.mean() - b.mean(), stats.sem(c - b)),
    lambda b, c: ((c - b).mean(), np.var(c - b, ddof=1)),
    lambda b, c: (np.median(c - b), np.std(c - b, ddof=1)),
    lambda b, c: (c.max() - b.max(), (c - b).std(ddof=1)),
    lambda b, c: (np.max(c - b), np.std(c - b, ddof=1)),
    lambda b, c: (100 * (c - b).mean(), 100 * (c - b).std(ddof=1)),
    lambda b, c: ((c / b - 1).mean(), (c / b - 1).std(ddof=1)),
    lambda b, c: (abs(c - b).mean(), abs(c - b).std(ddof=1)),
    lambda b, c: ((c - b).std(ddof=1), (c - b).mean()),
    lambda b, c: (c - b).mean(),
    lambda b, c: c - b,
    lambda b, c: ((c - b).mean(), np.ptp(c - b)),
    lambda b, c: ((np.sort(c) - np.sort(b)).mean(), (np.sort(c) - np.sort(b)).std(ddof=1)),
    lambda b, c: (c.mean(), c.std(ddof=1)),
    lambda b, c: ((c - b).sum(), (c - b).std(ddof=1)),
    lambda b, c: print((c - b).mean(), (c - b).std(ddof=1)),
    lambda b, c: None,
]
GAIN_RIGHT = [
    gain_by_loop,
    gain_by_covariance,
    lambda b, c: [np.mean(c) - np.mean(b), np.std(c - b, ddof=1)],
    lambda b, c: (statistics.fmean(c - b), statistics.stdev(c - b)),
    lambda b, c: np.array([(c - b).mean(), (b - c).std(ddof=1)]),
    lambda b, c: (np.subtract(c, b).mean(), stats.sem(c - b) * np.sqrt(len(b))),
]

# --- the batches of an epoch ---


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


BATCHES_WRONG = [
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
BATCHES_RIGHT = [
    by_permutation, as_a_generator, by_sorting_random_keys, drawn_without_replacement, one_by_one,
    lambda x, t, batch_size, rng: [list(pair) for pair in by_permutation(x, t, batch_size, rng)],
]  # fmt: skip

# --- the cosine rate ---


def cosine_with_numpy(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    s = np.clip((step - warmup) / (steps - warmup), 0, 1)
    return final + 0.5 * (rate - final) * (1 + np.cos(np.pi * s))


def cosine_by_half_angle(step, rate, steps, warmup, final):
    if warmup > step:
        return (step + 1) * (rate / warmup)
    if step >= steps:
        return final
    return final + (rate - final) * math.cos(math.pi * (step - warmup) / (steps - warmup) / 2) ** 2


def cosine_by_interpolation(step, rate, steps, warmup, final):
    if step + 1 <= warmup:
        return np.interp(step + 1, [0, warmup], [0, rate])
    weight = (1 - math.cos(math.pi * min(step - warmup, steps - warmup) / (steps - warmup))) / 2
    return (1 - weight) * rate + weight * final


def cosine_in_degrees(step, rate, steps, warmup, final):
    if step in range(warmup):
        return rate / warmup * (step + 1)
    turned = math.radians(180 * min(1, (step - warmup) / (steps - warmup)))
    return (rate + final) / 2 + (rate - final) / 2 * math.cos(turned)


def cosine_in_float32(step, rate, steps, warmup, final):
    return np.float32(cosine_with_numpy(step, rate, steps, warmup, final))


def wave(s, rate, final):
    return final + (rate - final) * 0.5 * (1 + math.cos(math.pi * s))


def along(step, steps, warmup):
    return min((step - warmup) / (steps - warmup), 1)


def climbing(after, up=lambda step, rate, warmup, final: rate * (step + 1) / warmup):
    """The right warm-up, and something else after it."""

    def schedule(step, rate, steps, warmup, final):
        if step < warmup:
            return up(step, rate, warmup, final)
        return after(along(step, steps, warmup), rate, final)

    return schedule


def no_end(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave((step - warmup) / (steps - warmup), rate, final)


def one_too_long(step, rate, steps, warmup, final):
    if warmup and step <= warmup:
        return rate * (step + 1) / warmup
    return wave(along(step, steps, warmup), rate, final)


def one_too_long_from_0(step, rate, steps, warmup, final):
    if warmup and step <= warmup:
        return rate * step / warmup
    return wave(along(step, steps, warmup), rate, final)


def jump(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave(min(step / steps, 1), rate, final)


def does_not_arrive(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave(min((step - warmup) / steps, 1), rate, final)


def ahead(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave(min((step + 1 - warmup) / (steps - warmup), 1), rate, final)


def from_1_throughout(step, rate, steps, warmup, final):
    step += 1
    return cosine_with_numpy(step, rate, steps, warmup, final)


def divides_by_one_less(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave(min((step - warmup) / max(steps - 1 - warmup, 1), 1), rate, final)


def zero_after(step, rate, steps, warmup, final):
    return cosine_with_numpy(step, rate, steps, warmup, final) if step < steps else 0


def product(step, rate, steps, warmup, final):
    return min(1, (step + 1) / warmup if warmup else 1) * wave(min(step / steps, 1), rate, final)


COSINE_WRONG = [
    no_end, one_too_long, one_too_long_from_0, jump, does_not_arrive, ahead, from_1_throughout, divides_by_one_less,
    zero_after, product,
    climbing(wave, up=lambda step, rate, warmup, final: rate * step / warmup),
    climbing(wave, up=lambda step, rate, warmup, final: final + (rate - final) * (step + 1) / warmup),
    climbing(wave, up=lambda step, rate, warmup, final: rate * (step + 1) / (warmup + 1)),
    climbing(wave, up=lambda step, rate, warmup, final: rate),
    climbing(lambda s, rate, final: rate * (1 + math.cos(math.pi * s)) / 2),
    climbing(lambda s, rate, final: final + rate * (1 + math.cos(math.pi * s)) / 2),
    climbing(lambda s, rate, final: max(final, rate * (1 + math.cos(math.pi * s)) / 2)),
    climbing(lambda s, rate, final: final + (rate - final) * (1 + math.cos(2 * math.pi * s)) / 2),
    climbing(lambda s, rate, final: final + (rate - final) * (1 + math.cos(180 * s)) / 2),
    climbing(lambda s, rate, final: final + (rate - final) * (1 + math.cos(s)) / 2),
    climbing(lambda s, rate, final: final + (rate - final) * math.cos(math.pi * s / 2)),
    climbing(lambda s, rate, final: final + (rate - final) * math.cos(math.pi * s)),
    climbing(lambda s, rate, final: final + (rate - final) * (1 + math.cos(math.pi * s))),
    climbing(lambda s, rate, final: final + (rate - final) * (1 - math.cos(math.pi * s)) / 2),
    climbing(lambda s, rate, final: rate + (final - rate) * s),
    climbing(lambda s, rate, final: rate),
    lambda step, rate, steps, warmup, final: wave(min(step / steps, 1), rate, final),
    lambda step, rate, steps, warmup, final: wave(along(max(step, warmup), steps, warmup), rate, final),
    lambda step, rate, steps, warmup, final: wave(along(step, steps, warmup), rate, final),
    lambda step, rate, steps, warmup, final: None,
]  # fmt: skip
COSINE_RIGHT = [
    cosine_with_numpy, cosine_by_half_angle, cosine_by_interpolation, cosine_in_degrees, cosine_in_float32,
]  # fmt: skip

# --- choosing ---


def choose_by_loop(practice, held_out):
    best, best_mean = 0, -1.0
    for i, row in enumerate(practice):
        mean = sum(row) / len(row)
        if mean > best_mean:
            best, best_mean = i, mean
    return best, sum(held_out[best]) / len(held_out[best])


CHOOSE_WRONG = [
    lambda p, h: (h.mean(1).argmax(), h.mean(1).max()),
    lambda p, h: (p.mean(1).argmax(), h.mean(1).max()),
    lambda p, h: (p.mean(1).argmax(), p.mean(1).max()),
    lambda p, h: (p.argmax(), h.flat[p.argmax()]),
    lambda p, h: (p.argmax(), h.max()),
    lambda p, h: (p.argmax() // p.shape[1], h[p.argmax() // p.shape[1]].mean()),
    lambda p, h: (p.max(1).argmax(), h[p.max(1).argmax()].max()),
    lambda p, h: (p.mean(1).argmax(), h[p.mean(1).argmax()].max()),
    lambda p, h: (p.mean(1).argmax(), h[p.mean(1).argmax()]),
    lambda p, h: (p.mean(1).argmax(), h[p.mean(1).argmax(), 0]),
    lambda p, h: (p.mean(0).argmax(), h[p.mean(0).argmax()].mean()),
    lambda p, h: (p.mean(0).argmax(), h.mean(0)[p.mean(0).argmax()]),
    lambda p, h: (p.mean(1).argmin(), h[p.mean(1).argmin()].mean()),
    lambda p, h: ((p + h).mean(1).argmax(), h[(p + h).mean(1).argmax()].mean()),
    lambda p, h: (p.mean(1).argmax() + 1, h[p.mean(1).argmax()].mean()),
    lambda p, h: (h[p.mean(1).argmax()].mean(), p.mean(1).argmax()),
    lambda p, h: p.mean(1).argmax(),
    lambda p, h: h[p.mean(1).argmax()].mean(),
    lambda p, h: (p.mean(1).argmax(), h.mean()),
    lambda p, h: (p.min(1).argmax(), h[p.min(1).argmax()].mean()),
    lambda p, h: (p.mean(1).max(), h[p.mean(1).argmax()].mean()),
    lambda p, h: (h.argmax(), h.max()),
    lambda p, h: None,
]
CHOOSE_RIGHT = [
    choose_by_loop,
    lambda p, h: (p.sum(axis=1).argmax(), h.mean(axis=1)[p.sum(axis=1).argmax()]),
    lambda p, h: [np.argsort(p.mean(axis=1))[-1], h[np.argsort(p.mean(axis=1))[-1]].mean()],
    lambda p, h: max(zip(p.mean(1), range(len(p)), h.mean(1), strict=True))[1:],
    lambda p, h: np.array([np.argmax(p.mean(1)), h[np.argmax(p.mean(1))].mean()]),
]

# --- the confusion matrix ---


def matrix_by_loop(outputs, labels):
    n = outputs.shape[1]
    matrix = [[0] * n for _ in range(n)]
    for row, label in zip(outputs, labels, strict=True):
        matrix[label][int(np.argmax(row))] += 1
    return matrix


def matrix_by_add_at(outputs, labels):
    matrix = np.zeros((outputs.shape[1],) * 2)
    np.add.at(matrix, (labels, outputs.argmax(1)), 1)
    return matrix


def matrix_by_products(outputs, labels):
    one = np.eye(outputs.shape[1], dtype=int)
    return one[labels].T @ one[outputs.argmax(axis=-1)]


def matrix_by_histogram(outputs, labels):
    n = outputs.shape[1]
    return np.histogram2d(labels, outputs.argmax(axis=1), bins=np.arange(n + 1) - 0.5)[0].astype(int)


def matrix_by_scikit_learn(outputs, labels):
    return sklearn_metrics.confusion_matrix(labels, outputs.argmax(axis=1), labels=range(outputs.shape[1]))


def fancy(outputs, labels):
    matrix = np.zeros((outputs.shape[1], outputs.shape[1]), dtype=int)
    matrix[labels, outputs.argmax(axis=1)] += 1
    return matrix


def fancy_swapped(outputs, labels):
    return fancy(outputs, labels).T


def over_the_samples(outputs, labels):
    n = outputs.shape[1]
    matrix = np.zeros((n, n), dtype=int)
    for label, predicted in zip(labels, outputs.argmax(axis=0), strict=False):
        matrix[label, predicted] += 1
    return matrix


def row_shares(outputs, labels):
    matrix = np.array(matrix_by_loop(outputs, labels), dtype=float)
    totals = matrix.sum(axis=1, keepdims=True)
    return np.divide(matrix, totals, out=np.zeros_like(matrix), where=totals > 0)


def shares_without_care(outputs, labels):
    matrix = np.array(matrix_by_loop(outputs, labels))
    return matrix / matrix.sum(axis=1)[:, None]


def shares_the_wrong_way(outputs, labels):
    matrix = np.array(matrix_by_loop(outputs, labels))
    return matrix / matrix.sum(axis=1)


def mistakes_only(outputs, labels):
    matrix = np.array(matrix_by_loop(outputs, labels))
    np.fill_diagonal(matrix, 0)
    return matrix


def scikit_learn_of_those_seen(outputs, labels):
    return sklearn_metrics.confusion_matrix(labels, outputs.argmax(axis=1))


def scikit_learn_swapped(outputs, labels):
    return sklearn_metrics.confusion_matrix(outputs.argmax(axis=1), labels, labels=range(outputs.shape[1]))


def size_by_labels(outputs, labels):
    n = labels.max() + 1
    matrix = np.zeros((n, n), dtype=int)
    for label, predicted in zip(labels, outputs.argmax(axis=1), strict=True):
        matrix[label, predicted] += 1
    return matrix


def always_ten(outputs, labels):
    matrix = np.zeros((10, 10), dtype=int)
    for label, predicted in zip(labels, outputs.argmax(axis=1), strict=True):
        matrix[label, predicted] += 1
    return matrix


def set_not_added(outputs, labels):
    matrix = np.zeros((outputs.shape[1],) * 2, dtype=int)
    for label, predicted in zip(labels, outputs.argmax(axis=1), strict=True):
        matrix[label, predicted] = 1
    return matrix


def last_largest(outputs, labels):
    matrix = np.zeros((outputs.shape[1],) * 2, dtype=int)
    for label, row in zip(labels, outputs, strict=True):
        matrix[label, np.flatnonzero(row == row.max())[-1]] += 1
    return matrix


CONFUSION_WRONG = [
    fancy, fancy_swapped, over_the_samples, row_shares, shares_without_care, mistakes_only,
    scikit_learn_of_those_seen, scikit_learn_swapped, size_by_labels, always_ten, set_not_added, last_largest,
    shares_the_wrong_way,
    lambda outputs, labels: matrix_by_products(outputs, labels).T,
    lambda outputs, labels: matrix_by_products(outputs, labels) / len(labels),
    lambda outputs, labels: matrix_by_products(outputs, labels) / matrix_by_products(outputs, labels).sum(axis=0),
    lambda outputs, labels: matrix_by_products(-outputs, labels),
    lambda outputs, labels: np.eye(outputs.shape[1])[labels].T @ outputs,
    lambda outputs, labels: np.eye(outputs.shape[1])[labels].T @ outputs.round(),
    lambda outputs, labels: np.eye(outputs.shape[1])[labels].T @ (outputs > 0.5),
    lambda outputs, labels: np.diag(matrix_by_products(outputs, labels)),
    lambda outputs, labels: np.mean(outputs.argmax(axis=1) == labels),
    lambda outputs, labels: np.bincount(outputs.argmax(axis=1), minlength=outputs.shape[1]),
    lambda outputs, labels: 100 * row_shares(outputs, labels),
    lambda outputs, labels: None,
]  # fmt: skip
CONFUSION_RIGHT = [
    matrix_by_loop, matrix_by_add_at, matrix_by_products, matrix_by_histogram, matrix_by_scikit_learn,
]  # fmt: skip

# --- the recipe ---

GOOD = {"init": "He", "activation": "ReLU", "loss": "softmax", "biases": True, "rate": 0.3, "schedule": "cosine"}


@dataclass(frozen=True)
class RecipeSheet(AnswerSheet):
    """Marked by training, one grader's draw for each answer."""

    def mark(self, draws=(5,)) -> Tally:
        exercise, faults = find(self.id), []
        caught = named = accepted = 0
        for draw in draws[:1]:
            probes = exercise.probes(np.random.default_rng(draw))
            for i, (function, name) in enumerate(self.wrong):
                verdict = exercise.score(exercise.answer(function, probes), probes)
                caught += not verdict.passed
                named += verdict.diagnosis == name
                if verdict.passed or verdict.diagnosis != name:
                    faults.append(f"wrong recipe {i} is called {verdict.diagnosis!r}, not {name!r}: {verdict.message}")
            for i, function in enumerate(self.right):
                verdict = exercise.score(exercise.answer(function, probes), probes)
                accepted += verdict.passed
                faults += [] if verdict.passed else [f"right recipe {i} is refused: {verdict.message}"]
        return Tally(self.id, len(self.wrong), caught, named, len(self.right), accepted, tuple(faults))


def random_recipe():
    return (
        {"rate": float(np.random.default_rng().uniform(0.1, 0.3))} | GOOD | {"rate": np.random.default_rng().random()}
    )


def prints_it():
    print({"init": "He"})


RECIPE_WRONG = [
    (lambda: None, "not attempted"),
    (prints_it, "printed"),
    (random_recipe, "unrepeatable"),
    (lambda: Recipe(), "not a dict"),
    (lambda: [("init", "He"), ("rate", 0.3)], "not a dict"),
    (lambda: "He", "not a dict"),
    (lambda: {}, "squared error"),
    (lambda: {"init": "He"}, "squared error"),
    (lambda: GOOD | {"loss": "squared error", "activation": "sigmoid"}, "squared error"),
    (lambda: {"init": "He", "loss": "cross-entropy", "rate": 1.2}, "not there yet"),
    (lambda: {"loss": "cross-entropy", "rate": 1.2}, "uniform weights"),
    (lambda: GOOD | {"rate": 60.0}, "at chance"),
    (lambda: GOOD | {"activation": "tanh", "rate": 0.05}, "too slow"),
    (lambda: GOOD | {"rate": 0.02}, "too slow"),
    (lambda: GOOD | {"rate": 0.001}, "too slow"),
    (lambda: {"loss": "softmax", "warmup": 30}, "warm-up of a constant rate"),
    (lambda: GOOD | {"lr": 0.4}, "unknown setting"),
    (lambda: ("He", "ReLU", "softmax", 0.4), "not a dict"),
    (lambda: GOOD | {"warmup": 0.1}, "no whole number"),
    (lambda: GOOD | {"batch": 3, "rate": 0.1}, "small batches"),
    (lambda: GOOD | {"rate": 0.1, "warmup": 280}, "long warm-up"),
    (lambda: GOOD | {"updates": 3000}, "over budget"),
    (lambda: GOOD | {"epochs": 10}, "over budget"),
    (lambda: GOOD | {"batch": 4000}, "over budget"),
    (lambda: GOOD | {"batch": 0}, "over budget"),
    (lambda: GOOD | {"batch": 32.5}, "no whole number"),
    (lambda: GOOD | {"warmup": 300}, "warm-up too long"),
    (lambda: GOOD | {"rate": -0.3}, "rate not above 0"),
    (lambda: GOOD | {"rate": "fast"}, "no number"),
    (lambda: GOOD | {"rate": float("nan")}, "no number"),
    (lambda: GOOD | {"activation": "relu"}, "unknown value"),
    (lambda: GOOD | {"init": "kaiming"}, "unknown value"),
    (lambda: GOOD | {"biases": "yes"}, "unknown value"),
    (lambda: GOOD | {"momentum": 0.9}, "unknown setting"),
]
RECIPE_RIGHT = [
    lambda: GOOD,
    lambda: GOOD | {"rate": np.float64(0.4), "warmup": np.int64(20), "batch": 50},
    lambda: {"init": "Glorot", "activation": "leaky ReLU", "loss": "cross-entropy", "rate": 0.3},
    lambda: {"init": "1/sqrt n", "activation": "tanh", "loss": "softmax", "rate": 0.5, "biases": np.True_},
]

SHEETS = [
    AnswerSheet("10.gain", GAIN_WRONG, GAIN_RIGHT),
    AnswerSheet("10.batches", BATCHES_WRONG, BATCHES_RIGHT),
    AnswerSheet("10.cosine", COSINE_WRONG, COSINE_RIGHT),
    AnswerSheet("10.choose", CHOOSE_WRONG, CHOOSE_RIGHT),
    AnswerSheet("10.confusion", CONFUSION_WRONG, CONFUSION_RIGHT),
    RecipeSheet("10.recipe", RECIPE_WRONG, RECIPE_RIGHT),
]

# --- the contest ---


def test_the_practice_images_are_training_images_and_none_is_on_both_sides():
    images, whole = practice(), digits()
    train, chosen_by = ({row.tobytes() for row in rows} for rows in (images.x_train, images.x_test))
    assert (len(images.x_train), len(images.x_test)) == (3000, 1000)
    assert not train & chosen_by
    assert train | chosen_by == {row.tobytes() for row in whole.x_train}
    assert not (train | chosen_by) & {row.tobytes() for row in whole.x_test}


def test_a_recipe_gets_exactly_its_budget():
    _, rows = read(GOOD).train(practice(), 0, BUDGET)
    assert [row["iteration"] for row in rows] == [0, BUDGET]
    assert read(GOOD).batch == BATCH


def test_the_leaderboard_keeps_the_best(tmp_path, capsys):
    file = tmp_path / "board.json"
    assert enter({"loss": "cross-entropy"}, file=file).place == 2
    board = enter(GOOD, name="better <b>", file=file)
    assert board.place == 1 and len(board.rows) == 3
    assert "&lt;b&gt;" in board._repr_html_() and repr(board).startswith(">1.")
    assert enter(GOOD, name="once more", file=file).place == 1
    assert len(json.loads(file.read_text())) == 2
    file.write_text("not json")
    assert enter(GOOD, file=file).place == 1
    assert enter({}, file=file).place == 3, "Report B's first network is there already"
    assert "Not entered" not in capsys.readouterr().out
    assert enter(GOOD | {"updates": 1000}, file=file).place == 0
    assert "Not entered: updates is not yours to set" in capsys.readouterr().out
    assert len(json.loads(file.read_text())) == 1


def test_a_strict_run_leaves_no_trace(monkeypatch, tmp_path):
    monkeypatch.setenv("LABKIT_STRICT", "1")
    monkeypatch.setattr(leaderboard, "cache_folder", lambda: tmp_path)
    assert len(leaderboard.enter(GOOD).rows) == 2
    assert not list(tmp_path.iterdir())


def test_a_board_does_not_give_a_recipe_away(tmp_path):
    board = enter(GOOD, file=tmp_path / "board.json")
    assert "ReLU" not in repr(board) + board._repr_html_()
