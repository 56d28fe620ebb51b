"""Rates for a mean gradient, wrong and right."""

import math

import numpy as np

from tests.labs.answer_sheet import AnswerSheet

SHEETS = [
    AnswerSheet(
        "02.mean_rate",
        wrong=[
            lambda sum_rate, n: sum_rate / n,
            lambda sum_rate, n: sum_rate,
            lambda sum_rate, n: sum_rate * n**0.5,
            lambda sum_rate, n: sum_rate / math.sqrt(n),
            lambda sum_rate, n: sum_rate * n * n,
            lambda sum_rate, n: 60000 * sum_rate,
            lambda sum_rate, n: n / sum_rate,
            lambda sum_rate, n: sum_rate * (n - 1),
            lambda sum_rate, n: 0.6,
            lambda sum_rate, n: print(sum_rate * n),
            lambda sum_rate, n: -sum_rate * n,
        ],
        right=[
            lambda sum_rate, n: n * sum_rate,
            lambda sum_rate, n: sum(sum_rate for _ in range(n)),
            lambda sum_rate, n: sum_rate / (1 / n),
            lambda sum_rate, n: np.float64(sum_rate) * np.int64(n),
        ],
    )
]
