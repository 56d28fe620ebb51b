"""Ladders of rates, wrong and right."""

import math

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def ladder_by_multiplying(low, high, steps):
    factor = (high / low) ** (1 / (steps - 1))
    rates = [low]
    while len(rates) < steps:
        rates.append(rates[-1] * factor)
    return np.array(rates)


SHEETS = [
    AnswerSheet(
        "02.rate_ladder",
        wrong=[
            lambda low, high, steps: np.linspace(low, high, num=steps),
            lambda low, high, steps: np.geomspace(low, high, steps, endpoint=False),
            lambda low, high, steps: np.geomspace(low, high, steps + 1)[1:],
            lambda low, high, steps: np.logspace(low, high, steps),
            lambda low, high, steps: np.exp(np.linspace(low, high, steps)),
            lambda low, high, steps: np.linspace(math.log10(low), math.log10(high), steps),
            lambda low, high, steps: np.linspace(math.log(low), math.log(high), steps),
            lambda low, high, steps: np.exp(np.linspace(math.log10(low), math.log10(high), steps)),
            lambda low, high, steps: np.geomspace(high, low, steps),
            lambda low, high, steps: np.array([low * (high / low) ** i for i in range(steps)]),
            lambda low, high, steps: np.geomspace(low, high, steps + 1),
            lambda low, high, steps: low + (high - low) * np.linspace(0, 1, steps) ** 2,
            lambda low, high, steps: np.arange(low, high, (high - low) / steps),
            lambda low, high, steps: list(np.geomspace(low, high, steps)),
        ],
        right=[
            ladder_by_multiplying,
            lambda low, high, steps: np.geomspace(low, high, steps),
            lambda low, high, steps: 10 ** np.linspace(math.log10(low), math.log10(high), steps),
            lambda low, high, steps: np.exp(np.log(low) + np.linspace(0, 1, steps) * np.log(high / low)),
        ],
    )
]
