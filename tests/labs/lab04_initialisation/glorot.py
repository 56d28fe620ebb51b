"""Answers to Glorot's uniform weights, wrong and right."""

# ruff: noqa: NPY002  students do draw from the global generator

import math

import numpy as np
from scipy.stats import uniform

from tests.labs.answer_sheet import AnswerSheet


def glorot_limit(n_inputs, n_outputs):
    return math.sqrt(6) / math.sqrt(n_inputs + n_outputs)


def glorot_by_loops(n_inputs, n_outputs, rng):
    limit = glorot_limit(n_inputs, n_outputs)
    return np.array([[(2 * rng.random() - 1) * limit for _ in range(n_outputs)] for _ in range(n_inputs)])


def between(limit):
    """A wrong limit, and no other mistake."""
    return lambda n_inputs, n_outputs, rng: rng.uniform(
        -limit(n_inputs, n_outputs), limit(n_inputs, n_outputs), (n_inputs, n_outputs)
    )


def from_the_global_generator(n_inputs, n_outputs, rng):
    limit = glorot_limit(n_inputs, n_outputs)
    return np.random.uniform(-limit, limit, (n_inputs, n_outputs))


def one_column_broadcast(n_inputs, n_outputs, rng):
    column = rng.uniform(-1, 1, (n_inputs, 1)) * glorot_limit(n_inputs, n_outputs)
    return column * np.ones(n_outputs)


def two_draws_averaged(n_inputs, n_outputs, rng):
    for_inputs = rng.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs))
    for_outputs = rng.normal(0, 1 / np.sqrt(n_outputs), (n_inputs, n_outputs))
    return 0.5 * (for_inputs + for_outputs)


WRONG = [
    (between(lambda n, m: np.sqrt(2 / (n + m)) / np.sqrt(3)), "root 3 divides"),
    between(lambda n, m: np.sqrt(3 / np.sqrt(n * m))),
    lambda n_inputs, n_outputs, rng: rng.random((n_inputs, n_outputs)) * 2 * glorot_limit(n_inputs, n_outputs),
    lambda n_inputs, n_outputs, rng: rng.uniform(-glorot_limit(n_inputs, n_outputs), (n_inputs, n_outputs)),
    between(lambda n, m: np.sqrt(2 / (n + m))),
    between(lambda n, m: np.sqrt(3 / (n + m))),
    between(lambda n, m: np.sqrt(1 / (n + m))),
    between(lambda n, m: np.sqrt(12 / (n + m))),
    between(lambda n, m: np.sqrt(24 / (n + m))),
    between(lambda n, m: 6 / (n + m)),
    between(lambda n, m: 2 / (n + m)),
    between(lambda n, m: np.sqrt(6) / (n + m)),
    between(lambda n, m: np.sqrt(6 / n)),
    between(lambda n, m: np.sqrt(3 / n)),
    between(lambda n, m: np.sqrt(6 / m)),
    between(lambda n, m: np.sqrt(6 / (n * m))),
    between(lambda n, m: np.sqrt(6 / n + 6 / m)),
    between(lambda n, m: np.sqrt(6 / n + m)),
    between(lambda n, m: 6 / np.sqrt(n + m)),
    between(lambda n, m: np.sqrt(6) / (np.sqrt(n) + np.sqrt(m))),
    between(lambda n, m: np.sqrt((n + m) / 6)),
    between(lambda n, m: np.sqrt(1.5 / (n + m))),
    between(lambda n, m: 1.0),
    between(lambda n, m: np.sqrt(6 / (n - m)) if n > m else np.sqrt(6 / (m - n + 1))),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(2 / (n_inputs + n_outputs)), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, glorot_limit(n_inputs, n_outputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.uniform(0, glorot_limit(n_inputs, n_outputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.random((n_inputs, n_outputs)) * glorot_limit(n_inputs, n_outputs),
    lambda n_inputs, n_outputs, rng: (rng.random((n_inputs, n_outputs)) - 0.5) * glorot_limit(n_inputs, n_outputs),
    lambda n_inputs, n_outputs, rng: rng.uniform(-1, 1, (n_inputs, n_outputs)) * np.sqrt(2 / (n_inputs + n_outputs)),
    from_the_global_generator,
    lambda n_inputs, n_outputs, rng: rng.uniform(-1, 1, (n_outputs, n_inputs)) * glorot_limit(n_inputs, n_outputs),
    lambda n_inputs, n_outputs, rng: rng.uniform(glorot_limit(n_inputs, n_outputs), size=(n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.uniform(-1, 1, (n_inputs, n_outputs)),
    one_column_broadcast, two_draws_averaged,
]  # fmt: skip
RIGHT = [
    glorot_by_loops,
    between(glorot_limit),
    between(lambda n, m: np.sqrt(3 / ((n + m) / 2))),
    lambda n_inputs, n_outputs, rng: (2 * rng.random((n_inputs, n_outputs)) - 1) * glorot_limit(n_inputs, n_outputs),
    lambda n_inputs, n_outputs, rng: np.float32(
        glorot_limit(n_inputs, n_outputs) - 2 * glorot_limit(n_inputs, n_outputs) * rng.random((n_inputs, n_outputs))
    ),
    lambda n_inputs, n_outputs, rng: (
        uniform(-1, 2).rvs((n_inputs, n_outputs), random_state=rng) * glorot_limit(n_inputs, n_outputs)
    ),
]

SHEETS = [AnswerSheet("04.glorot", WRONG, RIGHT)]
