"""Answers to 13.draw_filters with one slip each, written from its text alone."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def glorot(shape, rng):
    filters, channels, height, width = shape
    n_in, n_out = channels * height * width, filters * height * width
    return rng.normal(0, np.sqrt(2 / (n_in + n_out)), shape)


def flat_with_the_right_variance(shape, rng):
    limit = np.sqrt(3 / np.prod(shape[1:]))
    return rng.uniform(-limit, limit, shape)


def from_the_global_generator(shape, rng):
    return np.random.normal(0, 1 / np.sqrt(np.prod(shape[1:])), shape)  # noqa: NPY002 (as students do)


def the_same_filter_everywhere(shape, rng):
    one = rng.normal(0, 1 / np.sqrt(np.prod(shape[1:])), shape[1:])
    return np.array([one for _ in range(shape[0])])


def left_flat(shape, rng):
    f, c, h, w = shape
    return rng.normal(0, 1 / np.sqrt(c * h * w), f * c * h * w)


def one_filter_per_row(shape, rng):
    f, c, h, w = shape
    return rng.normal(0, 1 / np.sqrt(c * h * w), (f, c * h * w))


def filters_last(shape, rng):
    f, c, h, w = shape
    return rng.normal(0, 1 / np.sqrt(c * h * w), (h, w, c, f))


def precedence(shape, rng):
    n = shape[1] * shape[2] * shape[3]
    return rng.standard_normal(shape) / n**1 / 2


def spread_given_as_the_mean(shape, rng):
    n = shape[1] * shape[2] * shape[3]
    return rng.normal(1 / np.sqrt(n), size=shape)


def clipped_at_two_deviations(shape, rng):
    sigma = 1 / np.sqrt(np.prod(shape[1:]))
    return np.clip(rng.normal(0, sigma, shape), -2 * sigma, 2 * sigma)


def seeded_for_each_filter(shape, rng):
    n = np.prod(shape[1:])
    return np.stack([np.random.default_rng(i).normal(0, n**-0.5, shape[1:]) for i in range(shape[0])])


def sides_added(shape, rng):
    return rng.normal(0, 1 / np.sqrt(sum(shape[1:])), shape)


WRONG = [
    glorot,
    flat_with_the_right_variance,
    from_the_global_generator,
    the_same_filter_everywhere,
    left_flat,
    one_filter_per_row,
    filters_last,
    precedence,
    spread_given_as_the_mean,
    clipped_at_two_deviations,
    seeded_for_each_filter,
    sides_added,
    lambda s, rng: rng.normal(0, 1 / np.sqrt(s[1] * s[2] * s[3])),
    lambda s, rng: rng.normal(0, 1 / np.sqrt(s[1]), s),
    lambda s, rng: rng.normal(0, 1 / np.sqrt(1 + np.prod(s[1:])), s),
    lambda s, rng: rng.normal(0, 1 / np.prod(s[1:]) ** 2, s),
    lambda s, rng: rng.normal(0, 1 / np.sqrt(s[2]), s),
    lambda s, rng: rng.normal(0, 1 / np.sqrt(28 * 28), s),
    lambda s, rng: np.zeros(s),
]


def filter_by_filter(shape, rng):
    filters, *rest = shape
    n = 1
    for side in rest:
        n *= side
    bank = np.empty(shape)
    for f in range(filters):
        bank[f] = rng.normal(loc=0.0, scale=n**-0.5, size=rest)
    return bank


def with_math(shape, rng):
    import math

    return rng.standard_normal(size=shape) * math.sqrt(1 / math.prod(shape[1:]))


RIGHT = [
    filter_by_filter,
    with_math,
    lambda s, rng: rng.normal(0, np.sqrt(s[0] / np.prod(s)), s),
    lambda s, rng: np.array([rng.normal() for _ in range(np.prod(s))]).reshape(s) / np.sqrt(np.prod(s[1:])),
]

SHEETS = [
    AnswerSheet(
        "13.draw_filters", WRONG, RIGHT, unnamed=[lambda s, rng: rng.choice([-1, 1], s) / np.sqrt(np.prod(s[1:]))]
    )
]
