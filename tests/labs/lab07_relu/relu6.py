"""Answers to ReLU6, wrong and right."""

import numpy as np
from scipy.special import expit

from tests.labs.answer_sheet import AnswerSheet


def relu6_as_printed(x):
    y = np.clip(x, 0.01, 6)
    slope = y.copy()
    slope[(slope <= 0) & (slope >= 6)] = 0
    slope[slope > 0] = 1
    return y, slope


def relu6_and_never(x):
    y = np.minimum(np.maximum(0, x), 6)
    slope = np.ones_like(x)
    slope[(x <= 0) & (x >= 6)] = 0
    return y, slope


def relu6_edits_its_output(x):
    y = np.clip(x, 0, 6)
    slope = y
    slope[(x <= 0) | (x >= 6)] = 0
    slope[(x > 0) & (x < 6)] = 1
    return y, slope


def relu6_edits_x(x):
    slope = ((x > 0) & (x < 6)) * 1.0
    x[x < 0] = 0
    x[x > 6] = 6
    return x, slope


def relu6_counted(x):
    y, slope = np.zeros_like(x), np.zeros_like(x)
    for place in np.ndindex(x.shape):
        if x[place] >= 6:
            y[place] = 6
        elif x[place] >= 0:
            y[place], slope[place] = x[place], 1
    return y, slope


def relu6_from_the_output(x):
    y = np.clip(x, 0, 6)
    return y, ((y > 0) & (y < 6)).astype(y.dtype)


def relu6_two_relus(x):
    return np.maximum(x, 0) - np.maximum(x - 6, 0), np.heaviside(x, 0.5) - np.heaviside(x - 6, 0.5)


def RIGHT6(x):
    return np.clip(x, 0, 6)


WRONG = [
    lambda x: (RIGHT6(x), np.where((x <= 0) & (x >= 6), 0, 1)),
    lambda x: (RIGHT6(x), np.where((x <= 0) & (x >= 6), 1, 0)),
    lambda x: (np.clip(x, 0.01, 6), np.where((x > 0) & (x < 6), 1, 0)),
    lambda x: (np.clip(x, 0.01, 6), np.where(np.clip(x, 0.01, 6) < 6, 1, 0)),
    lambda x: (RIGHT6(x), (x > 0) * 1.0),
    lambda x: (RIGHT6(x), (x < 6) * 1.0),
    lambda x: (RIGHT6(x), np.where((x > 0) | (x < 6), 1, 0)),
    lambda x: (RIGHT6(x), np.where((x <= 0) | (x >= 6), 1, 0)),
    lambda x: (np.maximum(np.minimum(x, 0), 6), np.where((x > 0) & (x < 6), 1, 0)),
    lambda x: (np.minimum(np.maximum(x, 6), 0), np.where((x > 0) & (x < 6), 1, 0)),
    lambda x: (np.minimum(x, 6), np.where((x > 0) & (x < 6), 1, 0)),
    lambda x: (np.minimum(x, 6), np.where(x < 6, 1, 0)),
    lambda x: (np.maximum(x, 0), np.where(x > 0, 1, 0)),
    lambda x: (np.maximum(x, 0), np.where((x > 0) & (x < 6), 1, 0)),
    lambda x: (np.where((x > 0) & (x < 6), x, 0), np.where((x > 0) & (x < 6), 1, 0)),
    lambda x: (np.clip(x, -6, 6), (np.abs(x) < 6) * 1.0),
    lambda x: (RIGHT6(x), RIGHT6(x)),
    lambda x: (RIGHT6(x), np.where((x > 0) & (x < 6), x, 0)),
    lambda x: (RIGHT6(x), np.where(x > 6, 6, np.where(x > 0, 1, 0))),
    lambda x: (RIGHT6(x), np.where(x > 6, -1, np.where(x > 0, 1, 0))),
    lambda x: (RIGHT6(x), np.where((x > 0) & (x < 6), 1 / 6, 0)),
    lambda x: (RIGHT6(x), np.where((x > 0) & (x < 6), 6, 0)),
    lambda x: (RIGHT6(x) / 6, np.where((x > 0) & (x < 6), 1 / 6, 0)),
    lambda x: (np.clip(x, 0, 1) * 6, np.where((x > 0) & (x < 1), 6, 0)),
    lambda x: (np.clip(x, 0, 1), np.where((x > 0) & (x < 1), 1, 0)),
    lambda x: (6 * expit(x), 6 * expit(x) * (1 - expit(x))),
    lambda x: RIGHT6(x),
    lambda x: np.where((x > 0) & (x < 6), 1, 0),
    lambda x: (np.where((x > 0) & (x < 6), 1, 0), RIGHT6(x)),
    lambda x: (RIGHT6(x), np.where((RIGHT6(x) > 0.01) & (x < 6), 1, 0)),
    lambda x: (RIGHT6(x), np.ones_like(x)),
    lambda x: (RIGHT6(x), np.where(0 < x < 6, 1, 0)),
    lambda x: (np.where(x > 6, 6, x), np.where(x > 6, 0, 1)),
    lambda x: (RIGHT6(x), np.where((x > 1) & (x < 6), 1, 0)),
    lambda x: None,
    relu6_as_printed, relu6_and_never, relu6_edits_its_output, relu6_edits_x,
]  # fmt: skip
RIGHT = [
    relu6_counted, relu6_from_the_output, relu6_two_relus,
    lambda x: (np.minimum(6, np.maximum(0, x)), (x >= 0) & (x <= 6)),
    lambda x: [np.clip(x, 0.0, 6.0).astype(np.float32), 1.0 * ((x < 6) & (x > 0))],
    lambda x: (np.median([np.zeros_like(x), x, np.full_like(x, 6)], axis=0), (np.abs(x - 3) < 3) * 1),
]  # fmt: skip

SHEETS = [AnswerSheet("07.relu6", WRONG, RIGHT)]
