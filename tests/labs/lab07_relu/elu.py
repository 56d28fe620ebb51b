"""Answers to ELU, wrong and right."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def elu_by_if(x, alpha=1.0):
    if x > 0:
        return x
    return alpha * (np.exp(x) - 1)


def elu_in_place(x, alpha=1.0):
    x[x < 0] = alpha * (np.exp(x[x < 0]) - 1)
    return x


def elu_by_masks(x, alpha=1.0):
    y = x.copy()
    off = y < 0
    y[off] = alpha * (np.exp(y[off]) - 1)
    return y


def elu_counted(x, alpha=1.0):
    y = np.zeros_like(x)
    for place in np.ndindex(x.shape):
        v = x[place]
        y[place] = v if v >= 0 else alpha * np.expm1(v)
    return y


def elu_silenced(x, alpha=1.0):
    with np.errstate(over="ignore"):
        return np.where(x > 0, x, alpha * (np.exp(x) - 1))


WRONG = [
    lambda x, alpha=1.0: np.maximum(0, x) + np.minimum(np.exp(x) - 1, 0),
    lambda x, alpha=1.0: np.maximum(0, x) + np.minimum(np.expm1(np.minimum(x, 0)), 0),
    lambda x, alpha=1.0: np.maximum(0, x) + alpha * np.minimum(np.exp(x) - 1, 0),
    lambda x, alpha=1.0: np.maximum(0, x) + np.minimum(alpha * (np.exp(x) - 1), 0),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * (np.exp(x) - 1)),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * np.exp(np.minimum(x, 0)) - 1),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * np.exp(x) - 1),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * np.exp(np.minimum(x, 0))),
    lambda x, alpha=1.0: np.where(x > 0, x, np.exp(alpha * np.minimum(x, 0)) - 1),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * np.expm1(alpha * np.minimum(x, 0))),
    lambda x, alpha=1.0: alpha * np.where(x > 0, x, np.expm1(np.minimum(x, 0))),
    lambda x, alpha=1.0: alpha * np.expm1(np.minimum(x, 0)),
    lambda x, alpha=1.0: np.maximum(x, alpha * (np.exp(x) - 1)),
    lambda x, alpha=1.0: np.maximum(x, alpha * np.expm1(np.minimum(x, 0))),
    lambda x, alpha=1.0: alpha * (np.exp(x) - 1),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * x),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * (1 - np.exp(np.minimum(x, 0)))),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * (np.exp(np.minimum(x, 0)) + 1)),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * (np.exp(-x) - 1)),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * np.expm1(-np.abs(x)) * -1),
    lambda x, alpha=1.0: np.where(x > 0, np.exp(np.minimum(x, 5)) - 1, alpha * x),
    lambda x, alpha=1.0: np.maximum(x, 0),
    lambda x, alpha=1.0: np.where(x > 0, x, -alpha),
    lambda x, alpha=1.0: np.maximum(x, -alpha),
    lambda x, alpha=1.0: np.where(x > 0, 1, alpha * np.exp(np.minimum(x, 0))),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * (2 ** np.minimum(x, 0) - 1)),
    lambda x, alpha=1.0: np.where(x > 0, x, np.expm1(np.minimum(x, 0)) / alpha),
    lambda x, alpha=1.0: np.where(x > 0, x, np.expm1(np.minimum(x, 0)) - alpha),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * np.expm1(np.clip(x, -1, 0))),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * np.exp(np.minimum(x, 0) - 1)),
    lambda x, alpha=1.0: 1.0507 * np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0))),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * np.tanh(x)),
    lambda x, alpha=1.0: x,
    lambda x, alpha=1.0: np.maximum(0, x) - np.minimum(alpha * np.expm1(np.minimum(x, 0)), 0),
    lambda x, alpha=1.0: None,
    elu_by_if, elu_in_place,
]  # fmt: skip
RIGHT = [
    elu_by_masks, elu_counted, elu_silenced,
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * (np.exp(np.minimum(x, 0)) - 1)),
    lambda x, alpha=1.0: np.maximum(x, 0) + alpha * np.expm1(np.minimum(x, 0)),
    lambda x, alpha: np.maximum(x, 0) + np.minimum(0, alpha * (np.exp(np.clip(x, -600, 1)) - 1)),
    lambda x, alpha: np.where(x > 0, x, np.float32(alpha) * np.expm1(-np.abs(x).astype(np.float32))),
    lambda x, alpha: (x > 0) * x + (x <= 0) * alpha * (np.exp(-np.abs(x)) - 1),
]  # fmt: skip

SHEETS = [AnswerSheet("07.elu", WRONG, RIGHT)]
