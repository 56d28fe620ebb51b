"""Answers to 13.draw_filters: filters of the right size."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def n_of(shape):
    return int(np.prod(shape[1:]))


def loops_of_filters(shape, rng):
    W = np.zeros(shape)
    for f in range(shape[0]):
        W[f] = rng.normal(0, (shape[1] * shape[2] * shape[3]) ** -0.5, shape[1:])
    return W


def truncated(shape, rng):
    W = rng.normal(size=shape)
    return np.clip(W, -2, 2) / np.sqrt(n_of(shape))


SHEETS = [
    AnswerSheet(
        "13.draw_filters",
        wrong=[
            (lambda s, r: r.normal(0, 1 / np.sqrt(s[0]), s), "number of filters"),
            (lambda s, r: r.normal(0, 1 / np.sqrt(s[2] * s[3]), s), "channels forgotten"),
            (lambda s, r: r.normal(0, 1 / n_of(s), s), "variance for std"),
            lambda s, r: r.normal(0, np.sqrt(2 / n_of(s)), s),
            lambda s, r: r.normal(0, 1 / np.sqrt(s[1]), s),
            lambda s, r: r.normal(0, 1 / np.sqrt(np.prod(s)), s),
            lambda s, r: r.normal(0, 1 / np.sqrt(s[-1] ** 2 * s[1]), s),
            lambda s, r: r.normal(0, 1 / np.sqrt(s[2] ** 2), s),
            lambda s, r: r.normal(0, 1 / np.sqrt(sum(s[1:])), s),
            lambda s, r: r.normal(0, 1, s),
            lambda s, r: r.normal(0, 1 / 7, s),
            lambda s, r: r.normal(0, 0.1, s),
            lambda s, r: r.uniform(-1, 1, s) / np.sqrt(n_of(s)),
            lambda s, r: r.uniform(-1, 1, s),
            lambda s, r: r.uniform(-1, 1, s) * np.sqrt(3 / n_of(s)),
            lambda s, r: r.random(s) / np.sqrt(n_of(s)),
            lambda s, r: np.random.randn(*s) / np.sqrt(n_of(s)),  # noqa: NPY002
            lambda s, r: np.random.default_rng(0).normal(size=s) / np.sqrt(n_of(s)),
            lambda s, r: r.normal(0, np.sqrt(n_of(s)), s),
            lambda s, r: r.normal(0, np.sqrt(2 / (n_of(s) + s[0])), s),
            lambda s, r: np.full(s, 1 / np.sqrt(n_of(s))),
            lambda s, r: np.zeros(s),
            lambda s, r: r.normal(0, 1 / np.sqrt(n_of(s)), (s[0], n_of(s))),
            lambda s, r: np.tile(r.normal(0, 1 / np.sqrt(n_of(s)), s[1:]), (s[0], 1, 1, 1)),
            lambda s, r: r.normal(0, 1 / np.sqrt(s[0] * s[2] * s[3]), s),
            lambda s, r: r.normal(0, 1 / (s[2] * s[3]), s),
            lambda s, r: np.abs(r.normal(0, 1 / np.sqrt(n_of(s)), s)),
            lambda s, r: None,
            truncated,
        ],
        right=[
            loops_of_filters,
            lambda s, r: r.normal(0, n_of(s) ** -0.5, s),
            lambda s, r: (r.standard_normal((n_of(s), s[0])) / np.sqrt(n_of(s))).T.reshape(s),
            lambda s, r: r.standard_normal(s, dtype=np.float32) / np.float32(np.sqrt(n_of(s))),
            lambda s, r: np.array([r.normal(0, 1 / np.sqrt(n_of(s)), s[1:]) for _ in range(s[0])]),
        ],
    )
]
