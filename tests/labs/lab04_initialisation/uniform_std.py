"""Answers to the standard deviation of a uniform distribution, wrong and right."""

import math

import numpy as np
from scipy.stats import uniform

from tests.labs.answer_sheet import AnswerSheet


def std_of_fine_grid(low, high):
    grid = low + (high - low) * (np.arange(200_000) + 0.5) / 200_000
    return grid.std()


def std_by_moments(low, high):
    mean = 0.5 * (low + high)
    mean_of_squares = (high**3 - low**3) / (3 * (high - low))
    return math.sqrt(mean_of_squares - mean**2)


def std_by_drawing(low, high):
    return np.random.default_rng(0).uniform(low, high, 20_000).std()


WRONG = [
    lambda low, high: high - low,
    lambda low, high: (high - low) / 2,
    lambda low, high: high,
    lambda low, high: (high - low) / 12,
    lambda low, high: (high - low) ** 2 / 12,
    lambda low, high: (high - low) / np.sqrt(3),
    lambda low, high: (high + low) / np.sqrt(12),
    lambda low, high: high / np.sqrt(3),
    lambda low, high: (low - high) / np.sqrt(12),
    lambda low, high: 1 / np.sqrt(3),
    lambda low, high: 2 / np.sqrt(12),
    lambda low, high: np.sqrt(high - low) / 12,
    lambda low, high: np.sqrt((high - low) / 12),
    lambda low, high: (high - low) / 4,
    lambda low, high: (high - low) / 3,
    lambda low, high: (high - low) / math.sqrt(2),
    lambda low, high: np.std([low, high]),
    lambda low, high: (high - low) ** 2 / 3,
    lambda low, high: np.sqrt((high**2 + low * high + low**2) / 3),
    lambda low, high: (low + high) / 2,
    lambda low, high: np.std([low, high], ddof=1),
    lambda low, high: np.sqrt((high - low) / 2 / 3),
    lambda low, high: (high - low) / np.sqrt(6),
    lambda low, high: np.sqrt(high - low) / np.sqrt(12),
    lambda low, high: None,
    std_by_drawing,
    (lambda low, high: np.sqrt((high**3 - low**3) / 3), "not divided by the length"),
    lambda low, high: np.std(np.linspace(low, high, 11)),
]
RIGHT = [
    std_of_fine_grid, std_by_moments,
    lambda low, high: ((high - low) ** 2 / 12) ** 0.5,
    lambda low, high: np.float32((high - low) / 2 / 3**0.5),
    lambda low, high: uniform(low, high - low).std(),
]  # fmt: skip

SHEETS = [AnswerSheet("04.uniform_std", WRONG, RIGHT)]
