"""Answers to He's weights, wrong and right."""

# ruff: noqa: NPY002  students do draw from the global generator

import math

import numpy as np

from tests.labs.answer_sheet import AnswerSheet
from tests.labs.lab04_initialisation.fan_in_normal import fan_in_unit_by_unit

WRONG = [
    lambda n_inputs, n_outputs, rng: rng.normal(0, 2 / n_inputs, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(2) / n_inputs, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 2 / np.sqrt(n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(2 * n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(n_inputs / 2), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(2 / n_outputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(2 / (n_inputs + n_outputs)), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(4 / n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(6 / n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.uniform(-np.sqrt(2 / n_inputs), np.sqrt(2 / n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.uniform(-np.sqrt(6 / n_inputs), np.sqrt(6 / n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: np.sqrt(2 / n_inputs) * np.random.standard_normal((n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(2 / n_inputs), (n_outputs, n_inputs)),
    lambda n_inputs, n_outputs, rng: np.maximum(0, rng.normal(0, np.sqrt(2 / n_inputs), (n_inputs, n_outputs))),
    lambda n_inputs, n_outputs, rng: np.abs(rng.standard_normal((n_inputs, n_outputs))) * np.sqrt(2 / n_inputs),
    lambda n_inputs, n_outputs, rng: rng.standard_normal((n_inputs, n_outputs)) * (2 / n_inputs) ** 2,
    lambda n_inputs, n_outputs, rng: rng.standard_normal((n_inputs, n_outputs)) / (2 / n_inputs) ** 0.5,
    lambda n_inputs, n_outputs, rng: rng.normal(np.sqrt(2 / n_inputs), 1, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.standard_normal((n_inputs, n_outputs)) + np.sqrt(2 / n_inputs),
    lambda n_inputs, n_outputs, rng: np.random.default_rng(7).normal(0, np.sqrt(2 / n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(2) / n_inputs**2, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(2 / (n_inputs * n_outputs)), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: np.full((n_inputs, n_outputs), np.sqrt(2 / n_inputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, math.sqrt(2 // n_inputs), (n_inputs, n_outputs)),
    (lambda n_inputs, n_outputs, rng: rng.normal(0, n_inputs**-0.5, (n_inputs + 1, n_outputs)), "a row for a bias"),
    lambda n_inputs, n_outputs, rng: rng.normal(n_inputs**-0.5, 0, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(2 / 784), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 2 / np.sqrt(n_inputs + n_outputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.random((n_inputs, n_outputs)) * np.sqrt(2 / n_inputs),
]
RIGHT = [
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(2 / n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: math.sqrt(2) * fan_in_unit_by_unit(n_inputs, n_outputs, rng),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_inputs / 2), (n_inputs, n_outputs)).astype("float32"),
    lambda n_inputs, n_outputs, rng: np.array(
        [[rng.normal() * (n_inputs / 2) ** -0.5 for _ in range(n_outputs)] for _ in range(n_inputs)]
    ),
]

SHEETS = [AnswerSheet("04.he", WRONG, RIGHT)]
