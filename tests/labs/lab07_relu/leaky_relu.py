"""Answers to the leaky ReLU, wrong and right."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def leaks_into_the_argument(x, leak=0.01):
    slope = np.where(x > 0, 1, leak)
    x[x < 0] *= leak
    return x, slope


def slope_after_the_edit(x, leak=0.01):
    y = np.maximum(leak * x, x)
    slope = y
    slope[slope > 0] = 1
    slope[slope <= 0] = leak
    return y, slope


def leaky_by_if(x, leak=0.01):
    if x > 0:
        return x, 1
    return leak * x, leak


def leaky_counted(x, leak=0.01):
    y, slope = np.empty_like(x), np.empty_like(x)
    for place in np.ndindex(x.shape):
        slope[place] = leak if x[place] < 0 else 1
        y[place] = slope[place] * x[place]
    return y, slope


def leaky_on_copies(x, leak=0.01):
    y, slope = x.copy(), np.ones_like(x)
    y[x < 0] *= leak
    slope[x <= 0] = leak
    return y, slope


def leaky_in_two_parts(x, leak=0.01):
    return [np.maximum(x, 0) + leak * np.minimum(x, 0), leak + (1 - leak) * (x > 0)]


WRONG = [
    lambda x, leak=0.01: np.maximum(leak * x, x),
    lambda x, leak=0.01: np.where(x > 0, 1, leak),
    lambda x, leak=0.01: (np.where(x > 0, 1, leak), np.maximum(leak * x, x)),
    lambda x, leak=0.01: (np.maximum(leak, x), np.where(x > 0, 1, leak)),
    lambda x, leak=0.01: (np.maximum(leak, x), np.where(x > leak, 1, 0)),
    lambda x, leak=0.01: (np.where(x > 0, x, leak), np.where(x > 0, 1, leak)),
    lambda x, leak=0.01: (np.where(x > 0, x, leak), np.where(x > 0, 1, 0)),
    lambda x, leak=0.01: (np.maximum(0, x) + leak * x, np.where(x > 0, 1, leak)),
    lambda x, leak=0.01: (np.maximum(0, x) + leak * x, (x > 0) + leak),
    lambda x, leak=0.01: (np.maximum(leak * x, x), np.where(x > 0, 1, 0)),
    lambda x, leak=0.01: (np.maximum(leak * x, x), np.where(x > 0, 1, -leak)),
    lambda x, leak=0.01: (np.maximum(leak * x, x), np.where(x > 0, x, leak)),
    lambda x, leak=0.01: (np.maximum(leak * x, x), np.where(x > 0, 1, leak * x)),
    lambda x, leak=0.01: (np.maximum(leak * x, x), np.maximum(leak * x, x)),
    lambda x, leak=0.01: (np.maximum(leak * x, x), np.where(x > 0, x, leak * x)),
    lambda x, leak=0.01: (np.maximum(leak * x, x), np.ones_like(x)),
    lambda x, leak=0.01: (np.maximum(leak * x, x), np.where(x > 0, leak, 1)),
    lambda x, leak=0.01: (np.where(x < 0, x, leak * x), np.where(x < 0, 1, leak)),
    lambda x, leak=0.01: (np.where(x < 0, -leak * x, x), np.where(x < 0, -leak, 1)),
    lambda x, leak=0.01: (np.where(x < 0, -leak * x, x), np.where(x < 0, leak, 1)),
    lambda x, leak=0.01: (np.where(x < 0, x / leak, x), np.where(x < 0, 1 / leak, 1)),
    lambda x, leak=0.01: (np.minimum(leak * x, x), np.where(x > 0, 1, leak)),
    lambda x, leak=0.01: (np.minimum(leak * x, x), np.where(x > 0, leak, 1)),
    lambda x, leak=0.01: (np.where(x < 0, 0.01 * x, x), np.where(x < 0, 0.01, 1)),
    lambda x, leak=0.01: (np.maximum(leak * x, x), np.where(x < 0, 0.01, 1)),
    lambda x, leak=0.01: (np.maximum(0, x), np.where(x > 0, 1, 0)),
    lambda x, leak=0.01: (np.maximum(0, x), np.where(x > 0, 1, leak)),
    lambda x, leak=0.01: (leak * x, np.full_like(x, leak)),
    lambda x, leak=0.01: (np.where(x > 0, x, x - leak), np.where(x > 0, 1, leak)),
    lambda x, leak=0.01: (np.where(x > 0, x, -leak), np.where(x > 0, 1, 0)),
    lambda x, leak=0.01: (np.maximum(leak * x, x), np.where(x > leak, 1, leak)),
    lambda x, leak=0.01: (np.maximum(leak * x, x), np.where(np.maximum(leak * x, x) > leak, 1, leak)),
    lambda x, leak=0.01: (max(leak * x, x), 1 if x > 0 else leak),
    lambda x, leak=0.01: (np.maximum(leak * x, x), 1),
    lambda x, leak=0.01: None,
    leaks_into_the_argument, slope_after_the_edit, leaky_by_if,
]  # fmt: skip
RIGHT = [
    leaky_counted, leaky_on_copies, leaky_in_two_parts,
    lambda x, leak: (np.maximum(x * leak, x), np.maximum(x > 0, leak)),
    lambda x, leak: (np.where(x >= 0, x, leak * x), np.where(x >= 0, 1, leak)),
    lambda x, leak: ((1 + leak) / 2 * x + (1 - leak) / 2 * abs(x), (1 + leak) / 2 + (1 - leak) / 2 * np.sign(x)),
]  # fmt: skip

SHEETS = [AnswerSheet("07.leaky_relu", WRONG, RIGHT)]
