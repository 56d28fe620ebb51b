"""Answers to inputs with mean 0 and spread 1, wrong and right."""

import math

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def normalise_by_loop(x_train, x_test):
    train, test = np.zeros(x_train.shape), np.zeros(x_test.shape)
    for place in np.ndindex(x_train.shape[1:]):
        pixel = (slice(None), *place)
        m = sum(x_train[pixel]) / len(x_train)
        s = math.sqrt(sum((x_train[pixel] - m) ** 2) / len(x_train))
        if s == 0:
            s = 1
        train[pixel] = (x_train[pixel] - m) / s
        test[pixel] = (x_test[pixel] - m) / s
    return train, test


def normalise_with_where(x_train, x_test):
    m, s = np.mean(x_train, 0), np.std(x_train, 0)
    s = np.where(s == 0, 1, s)
    return [(x - m) / s for x in (x_train, x_test)]


def normalise_by_variance(x_train, x_test):
    m = x_train.mean(axis=0, keepdims=True)
    s = np.sqrt(np.maximum((x_train**2).mean(axis=0, keepdims=True) - m**2, 0))
    s[x_train.max(axis=0, keepdims=True) == x_train.min(axis=0, keepdims=True)] = 1
    return (x_train - m) / s, (x_test - m) / s


def normalise_with_divide(x_train, x_test):
    m, s = x_train.mean(axis=0), x_train.std(axis=0)
    safe = s + (s == 0)
    return np.divide(x_train - m, safe), np.divide(x_test - m, safe)


def on_the_spot(x_train, x_test):
    m, s = x_train.mean(axis=0), x_train.std(axis=0)
    s[s == 0] = 1
    x_train -= m
    x_train /= s
    return x_train, (x_test - m) / s


def one(s):
    return np.where(s == 0, 1, s)


def both(x_train, x_test):
    x = np.concatenate([x_train, x_test])
    return (x_train - x.mean(0)) / one(x.std(0)), (x_test - x.mean(0)) / one(x.std(0))


def no_zeros(x_train, x_test):
    m, s = x_train.mean(axis=0), x_train.std(axis=0)
    return (x_train - m) / s, (x_test - m) / s


def silenced(x_train, x_test):
    m, s = x_train.mean(axis=0), x_train.std(axis=0)
    with np.errstate(all="ignore"):
        return np.nan_to_num((x_train - m) / s), np.nan_to_num((x_test - m) / s)


def per_image(x_train, x_test):
    def each(x):
        axes = tuple(range(1, x.ndim))
        return (x - x.mean(axis=axes, keepdims=True)) / one(x.std(axis=axes, keepdims=True))

    return each(x_train), each(x_test)


def changed_too_early(x_train, x_test):
    x_train = x_train - x_train.mean(axis=0)
    x_train = x_train / one(x_train.std(axis=0))
    return x_train, (x_test - x_train.mean(axis=0)) / one(x_train.std(axis=0))


def each_row(x_train, x_test):
    return tuple((x - x.mean(axis=1, keepdims=True)) / x.std(axis=1, keepdims=True) for x in (x_train, x_test))


def infinity_too(x_train, x_test):
    m, s = x_train.mean(axis=0), x_train.std(axis=0)
    with np.errstate(all="ignore"):
        return tuple(np.nan_to_num((x - m) / s, nan=0.0, posinf=0.0, neginf=0.0) for x in (x_train, x_test))


WRONG = [
    no_zeros,
    silenced,
    both,
    per_image,
    lambda a, b: ((a - a.mean(0)) / one(a.std(0)), (b - b.mean(0)) / one(b.std(0))),
    lambda a, b: ((a - b.mean(0)) / one(b.std(0)), (b - b.mean(0)) / one(b.std(0))),
    lambda a, b: ((a - a.mean(0)) / one(a.std(0)), b),
    lambda a, b: ((a - a.mean()) / a.std(), (b - a.mean()) / a.std()),
    lambda a, b: ((a - a.mean()) / one(a.std(0)), (b - a.mean()) / one(a.std(0))),
    lambda a, b: ((a - a.mean(0)) / a.std(), (b - a.mean(0)) / a.std()),
    lambda a, b: ((a - a.mean(0)) / one(a.var(0)), (b - a.mean(0)) / one(a.var(0))),
    lambda a, b: (a / one(a.std(0)), b / one(a.std(0))),
    lambda a, b: (a - a.mean(0), b - a.mean(0)),
    lambda a, b: (a - a.mean(0) / one(a.std(0)), b - a.mean(0) / one(a.std(0))),
    lambda a, b: ((a - a.mean(0)) * a.std(0), (b - a.mean(0)) * a.std(0)),
    lambda a, b: ((a + a.mean(0)) / one(a.std(0)), (b + a.mean(0)) / one(a.std(0))),
    lambda a, b: ((a - a.mean(0)) / (a.std(0) + 1), (b - a.mean(0)) / (a.std(0) + 1)),
    lambda a, b: ((a - a.mean(0)) / (a.std(0) + 1e-8), (b - a.mean(0)) / (a.std(0) + 1e-8)),
    lambda a, b: ((a - a.mean(0)) / (a.std(0) + 1e-3), (b - a.mean(0)) / (a.std(0) + 1e-3)),
    lambda a, b: ((a - a.mean(0)) / one(a.std(0, ddof=1)), (b - a.mean(0)) / one(a.std(0, ddof=1))),
    lambda a, b: ((a - a.min(0)) / one(a.max(0) - a.min(0)), (b - a.min(0)) / one(a.max(0) - a.min(0))),
    lambda a, b: ((a - a.mean(0)) / one(a.max(0) - a.min(0)), (b - a.mean(0)) / one(a.max(0) - a.min(0))),
    lambda a, b: ((a - np.median(a, 0)) / one(a.std(0)), (b - np.median(a, 0)) / one(a.std(0))),
    lambda a, b: (a / 255, b / 255),
    lambda a, b: ((a - a.mean(0)) / one(a.std(0)) / 255, (b - a.mean(0)) / one(a.std(0)) / 255),
    lambda a, b: tuple(reversed(normalise_by_loop(a, b))),
    lambda a, b: normalise_by_loop(a, b)[0],
    lambda a, b: np.concatenate(normalise_by_loop(a, b)),
    lambda a, b: ((a - a.mean(0)) / a.std(0).max(), (b - a.mean(0)) / a.std(0).max()),
    lambda a, b: None,
    on_the_spot,
    changed_too_early,
    each_row,
    infinity_too,
    lambda a, b: (a / one(a.std(0)) - a.mean(0), b / one(a.std(0)) - a.mean(0)),
    lambda a, b: ((a - a.mean(0)) / np.maximum(a.std(0), 1), (b - a.mean(0)) / np.maximum(a.std(0), 1)),
]
RIGHT = [
    normalise_by_loop,
    normalise_with_where,
    normalise_by_variance,
    normalise_with_divide,
]

SHEETS = [AnswerSheet("05.normalise", WRONG, RIGHT)]
