"""Answers to the softmax, wrong and right."""

import math

import numpy as np
from scipy import special
from scipy.special import expit

from tests.labs.answer_sheet import AnswerSheet
from tests.labs.lab06_cross_entropy.rows import ROW


def softmax_loop(z):
    z = np.asarray(z, dtype=float)
    if z.ndim == 1:
        top = max(z)
        powers = [math.exp(v - top) for v in z]
        return np.array([p / sum(powers) for p in powers])
    return np.stack([softmax_loop(row) for row in z])


def softmax_apply(z):
    def one(row):
        e = np.exp(row - row.max())
        return e / e.sum()

    return np.apply_along_axis(one, -1, z)


def softmax_by_differences(z):
    z = np.asarray(z)
    with np.errstate(over="ignore"):
        return 1 / np.exp(z[..., None, :] - z[..., :, None]).sum(axis=-1)


def softmax_in_place(z):
    z -= z.max(axis=-1, keepdims=True)
    np.exp(z, out=z)
    z /= z.sum(axis=-1, keepdims=True)
    return z


def softmax_axis_one(z):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)


def softmax_clipped(z):
    e = np.exp(np.clip(z, -500, 500))
    return e / e.sum(axis=-1, keepdims=True)


def softmax_nan_hidden(z):
    with np.errstate(all="ignore"):
        e = np.exp(z)
        return np.nan_to_num(e / e.sum(axis=-1, keepdims=True))


def softmax_global_max(z):
    e = np.exp(z - np.max(z))
    return e / e.sum(axis=-1, keepdims=True)


def softmax_global_max_epsilon(z):
    e = np.exp(z - np.max(z))
    return e / (e.sum(axis=-1, keepdims=True) + 1e-8)


def softmax_epsilon(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / (e.sum(axis=-1, keepdims=True) + 1e-3)


def softmax_shift_below_only(z):
    return np.exp(z) / np.exp(z - z.max(axis=-1, keepdims=True)).sum(axis=-1, keepdims=True)


def softmax_base_two(z):
    powers = 2.0 ** (z - z.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def softmax_mean_shift(z):
    e = np.exp(z - z.mean(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def naive(z):
    return 1 / (1 + np.exp(-z))


WRONG = [
    lambda z: np.exp(z) / np.exp(z).sum(),
    lambda z: np.exp(z) / np.exp(z).sum(axis=0),
    lambda z: np.exp(z) / np.exp(z).sum(axis=-1, keepdims=True),
    lambda z: np.exp(z) / np.sum(np.exp(z), axis=-1)[..., None],
    lambda z: np.exp(z - z.max()) / np.exp(z - z.max()).sum(),
    lambda z: np.exp(z - z.max(axis=0)) / np.exp(z - z.max(axis=0)).sum(axis=0),
    softmax_global_max,
    softmax_global_max_epsilon,
    softmax_clipped,
    softmax_nan_hidden,
    softmax_epsilon,
    softmax_shift_below_only,
    lambda z: np.exp(z - z.max(axis=-1, keepdims=True)),
    lambda z: expit(z),
    lambda z: expit(z) / expit(z).sum(axis=-1, keepdims=True),
    lambda z: z / z.sum(axis=-1, keepdims=True),
    lambda z: (z - z.min(axis=-1, keepdims=True)) / (z.max(axis=-1, keepdims=True) - z.min(axis=-1, keepdims=True)),
    lambda z: np.abs(z) / np.abs(z).sum(axis=-1, keepdims=True),
    lambda z: (z == z.max(axis=-1, keepdims=True)) * 1.0,
    lambda z: z.argmax(axis=-1),
    lambda z: special.softmax(-z, axis=-1),
    lambda z: special.log_softmax(z, axis=-1),
    lambda z: special.softmax(z, axis=0),
    lambda z: special.softmax(z),
    lambda z: z - z.max(axis=-1, keepdims=True),
    lambda z: np.exp(z - z.max(axis=-1, keepdims=True)) / np.exp(z - z.max(axis=-1, keepdims=True)).max(),
    softmax_base_two,
    softmax_mean_shift,
    lambda z: np.exp(z - z.max(axis=-1)) / np.exp(z - z.max(axis=-1)).sum(axis=-1),
    softmax_axis_one,
    softmax_in_place,
    lambda z: None,
    lambda z: np.exp(z) / np.sum(np.exp(z), axis=1),
    lambda z: np.exp(z - max(z)) / sum(np.exp(z - max(z))),
    lambda z: np.array([math.exp(v) for v in z]) / sum(math.exp(v) for v in z),
    lambda z: (lambda e: e / np.linalg.norm(e, **ROW))(np.exp(z - z.max(**ROW))),
    lambda z: np.exp(z - np.log(np.exp(z).sum(**ROW))),
    lambda z: np.exp(z / z.max(**ROW)) / np.exp(z / z.max(**ROW)).sum(**ROW),
    lambda z: np.exp(np.clip(z, -700, 700)) / np.exp(np.clip(z, -700, 700)).sum(**ROW),
    lambda z: np.exp(z - z.max(**ROW)) / np.exp(z - z.max(**ROW)).sum(axis=0),
    lambda z: special.softmax(z, axis=-1).astype(np.float16),
    lambda z: np.round(special.softmax(z, axis=-1), 2),
    lambda z: 1 - special.softmax(z, axis=-1),
    lambda z: np.exp(z - z.max(**ROW)) / np.exp(z).sum(**ROW),
    lambda z: np.maximum(z, 0) / np.maximum(z, 0).sum(**ROW),
    naive,
    lambda z: np.log(special.softmax(z, axis=-1)),
    lambda z: np.exp(z.max(**ROW) - z) / np.exp(z.max(**ROW) - z).sum(**ROW),
]  # fmt: skip
RIGHT = [
    softmax_loop, softmax_apply, softmax_by_differences,
    lambda z: special.softmax(z, axis=-1),
    lambda z: np.exp(special.log_softmax(z, axis=-1)),
    lambda z: special.softmax(np.asarray(z, dtype=np.float32), axis=-1),
    lambda z: np.exp(z - np.logaddexp.reduce(z, axis=-1, keepdims=True)),
]  # fmt: skip

SHEETS = [AnswerSheet("06.softmax", WRONG, RIGHT)]
