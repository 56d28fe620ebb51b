"""Answers to normal weights that fit the number of inputs, wrong and right."""

# ruff: noqa: NPY002  students do draw from the global generator

import math

import numpy as np
from scipy.stats import norm

from tests.labs.answer_sheet import AnswerSheet


def fan_in_by_loops(n_inputs, n_outputs, rng):
    W = np.empty((n_inputs, n_outputs))
    for i in range(n_inputs):
        for j in range(n_outputs):
            W[i, j] = rng.normal(0, n_inputs**-0.5)
    return W


def fan_in_unit_by_unit(n_inputs, n_outputs, rng):
    columns = [rng.normal(0, 1, n_inputs) / math.sqrt(n_inputs) for _ in range(n_outputs)]
    return np.column_stack(columns)


def seeds_itself(n_inputs, n_outputs, rng):
    rng = np.random.default_rng(42)
    return rng.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs))


def seeds_global(n_inputs, n_outputs, rng):
    np.random.seed(0)
    return np.random.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs))


def forgets_return(n_inputs, n_outputs, rng):
    W = rng.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs))  # noqa: F841


def one_column_tiled(n_inputs, n_outputs, rng):
    return np.tile(rng.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, 1)), (1, n_outputs))


WRONG = [
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_outputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / n_inputs, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / n_outputs, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(2 / n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(2 / (n_inputs + n_outputs)), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_inputs + n_outputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_inputs * n_outputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_inputs), (n_outputs, n_inputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, n_inputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_inputs), n_inputs),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_inputs), n_inputs * n_outputs),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_inputs)),
    lambda n_inputs, n_outputs, rng: rng.uniform(-1, 1, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.uniform(-1, 1, (n_inputs, n_outputs)) / np.sqrt(n_inputs),
    lambda n_inputs, n_outputs, rng: rng.uniform(-1 / np.sqrt(n_inputs), 1 / np.sqrt(n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.uniform(-1, 1, (n_inputs, n_outputs)) * np.sqrt(3 / n_inputs),
    lambda n_inputs, n_outputs, rng: rng.random((n_inputs, n_outputs)) / np.sqrt(n_inputs),
    lambda n_inputs, n_outputs, rng: abs(rng.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs))),
    lambda n_inputs, n_outputs, rng: rng.normal(1 / np.sqrt(n_inputs), 1, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(1, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(1 / np.sqrt(n_inputs), size=(n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: np.random.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: np.random.randn(n_inputs, n_outputs) / np.sqrt(n_inputs),
    lambda n_inputs, n_outputs, rng: np.random.default_rng().standard_normal((n_inputs, n_outputs)) / np.sqrt(n_inputs),
    lambda n_inputs, n_outputs, rng: rng.standard_normal((n_inputs, n_outputs)) * n_inputs**0.5,
    lambda n_inputs, n_outputs, rng: np.ones((n_inputs, n_outputs)) / np.sqrt(n_inputs),
    lambda n_inputs, n_outputs, rng: np.zeros((n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: np.full((n_inputs, n_outputs), rng.normal(0, 1 / np.sqrt(n_inputs))),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, 1)) * np.ones(n_outputs),
    lambda n_inputs, n_outputs, rng: rng.normal(0, n_inputs ** (-1 / 4), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(784), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 2 / n_inputs, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.choice([-1, 1], (n_inputs, n_outputs)) / np.sqrt(n_inputs),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs)).tolist(),
    lambda n_inputs, n_outputs, rng: norm(0, 1 / np.sqrt(n_inputs)).rvs((n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.integers(-1, 2, (n_inputs, n_outputs)) / np.sqrt(n_inputs),
    lambda n_inputs, n_outputs: np.random.default_rng(0).normal(0, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs)),
    (lambda n_inputs, n_outputs, rng: rng.normal, "no array"),
    (lambda n_inputs, n_outputs, rng: (rng.normal(0, n_inputs**-0.5, (n_inputs, n_outputs)), n_inputs), "no array"),
    (lambda n_inputs, n_outputs, rng: {"W": rng.normal(0, n_inputs**-0.5, (n_inputs, n_outputs))}, "no array"),
    seeds_itself, seeds_global, forgets_return, one_column_tiled,
]  # fmt: skip
RIGHT = [
    fan_in_by_loops, fan_in_unit_by_unit,
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(scale=n_inputs**-0.5, size=[n_inputs, n_outputs]).astype(np.float32),
    lambda n_inputs, n_outputs, rng: (rng.standard_normal((n_outputs, n_inputs)) / n_inputs**0.5).T,
    lambda n_inputs, n_outputs, rng: norm.rvs(0, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs), random_state=rng),
    lambda n_inputs, n_outputs, rng: norm.ppf(rng.random((n_inputs, n_outputs))) / np.sqrt(n_inputs),
    lambda n_inputs, n_outputs, rng: rng.standard_normal((n_inputs, n_outputs), dtype=np.float32) / np.sqrt(n_inputs),
]  # fmt: skip

SHEETS = [AnswerSheet("04.fan_in_normal", WRONG, RIGHT)]
