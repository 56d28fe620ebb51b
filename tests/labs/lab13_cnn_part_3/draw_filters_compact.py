"""Compact answers to 13.draw_filters, written from its text alone: filters of the right size."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def fan_in(s):
    return s[1] * s[2] * s[3]


SHEETS = [
    AnswerSheet(
        "13.draw_filters",
        wrong=[
            lambda s, r: r.standard_normal(s) / fan_in(s),
            lambda s, r: r.standard_normal(s),
            lambda s, r: r.standard_normal(s) * np.sqrt(2 / fan_in(s)),
            lambda s, r: r.standard_normal(s) / np.sqrt(s[2] * s[3]),
            lambda s, r: r.standard_normal(s) / np.sqrt(np.prod(s)),
            lambda s, r: r.standard_normal(s) / np.sqrt(s[0]),
            lambda s, r: r.uniform(-1, 1, s) / np.sqrt(fan_in(s)),
            lambda s, r: r.random(s) / np.sqrt(fan_in(s)),
            lambda s, r: np.random.default_rng(0).standard_normal(s) / np.sqrt(fan_in(s)),
            lambda s, r: r.standard_normal(s) * np.sqrt(fan_in(s)),
            lambda s, r: r.standard_normal(s[1:]) / np.sqrt(fan_in(s)),
            lambda s, r: np.abs(r.standard_normal(s)) / np.sqrt(fan_in(s)),
            lambda s, r: r.normal(1 / fan_in(s), 1 / np.sqrt(fan_in(s)), s),
            lambda s, r: r.standard_normal(s) / np.sqrt(s[0] * s[2] * s[3]),
            lambda s, r: r.normal(0, np.prod(s[1:]) ** -0.5, size=s).tolist(),
        ],
        right=[
            lambda s, r: r.normal(0, 1 / np.sqrt(np.prod(s[1:])), s),
            lambda s, r: np.stack([r.normal(size=s[1:]) for _ in range(s[0])]) / np.sqrt(fan_in(s)),
            lambda s, r: (r.standard_normal(s) / np.sqrt(fan_in(s))).astype(np.float32),
            lambda s, r: r.standard_normal(int(np.prod(s))).reshape(s) * np.sqrt(1 / fan_in(s)),
        ],
    )
]
