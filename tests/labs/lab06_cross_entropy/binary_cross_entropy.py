"""Answers to the binary cross-entropy, wrong and right."""

import math

import numpy as np
from scipy import special
from scipy.special import expit, xlogy

from tests.labs.answer_sheet import AnswerSheet
from tests.labs.lab06_cross_entropy.quiet import quiet, quiet_log


def bce(y, t):
    return -np.sum(xlogy(t, y) + xlogy(1 - t, 1 - y))


def bce_plain(y, t):
    return -np.sum(t * np.log(y) + (1 - t) * np.log(1 - y))


def bce_quiet_plain(y, t):
    with np.errstate(all="ignore"):
        return -np.sum(t * np.log(y) + (1 - t) * np.log(1 - y))


def bce_report(y, t):
    with np.errstate(all="ignore"):
        return -np.sum(np.nan_to_num(t * np.log(y)) + np.nan_to_num((1 - t) * np.log(1 - y)))


def bce_nan_sum(y, t):
    with np.errstate(all="ignore"):
        return np.nan_to_num(-np.sum(t * np.log(y) + (1 - t) * np.log(1 - y)))


def bce_nansum(y, t):
    with np.errstate(all="ignore"):
        return -np.nansum(t * np.log(y) + (1 - t) * np.log(1 - y))


def bce_log_hidden(y, t):
    with np.errstate(all="ignore"):
        return -np.sum(t * np.nan_to_num(np.log(y)) + (1 - t) * np.nan_to_num(np.log(1 - y)))


def bce_log_zeroed(y, t):
    with np.errstate(all="ignore"):
        return -np.sum(t * np.nan_to_num(np.log(y), neginf=0) + (1 - t) * np.nan_to_num(np.log(1 - y), neginf=0))


def bce_epsilon(y, t):
    return -np.sum(t * np.log(y + 1e-9) + (1 - t) * np.log(1 - y + 1e-9))


def bce_clipped(y, t):
    y = np.clip(y, 1e-7, 1 - 1e-7)
    return -np.sum(t * np.log(y) + (1 - t) * np.log(1 - y))


def bce_where(y, t):
    return -np.sum(quiet_log(np.where(t == 1, y, 1 - y)))


def bce_loop(y, t):
    total = 0.0
    for row, targets in zip(y, t, strict=True):
        for p, want in zip(row, targets, strict=True):
            chance = p if want == 1 else 1 - p
            total += -math.log(chance) if chance > 0 else math.inf
    return total


def bce_abs(y, t):
    return -np.sum(quiet_log(1 - np.abs(y - t)))


def bce_power(y, t):
    return -np.sum(quiet_log(y**t * (1 - y) ** (1 - t)))


def bce_masked(y, t):
    with np.errstate(divide="ignore"):
        return -np.log(y[t == 1]).sum() - np.log1p(-y[t == 0]).sum()


def bce_python_log(y, t):
    total = 0
    for place in np.ndindex(y.shape):
        total -= math.log(y[place]) if t[place] == 1 else math.log(1 - y[place])
    return total


WRONG = [
    bce_plain, bce_quiet_plain, bce_report, bce_nan_sum, bce_log_hidden, bce_log_zeroed, bce_epsilon, bce_clipped,
    lambda y, t: -np.sum(xlogy(t, y)),
    lambda y, t: -np.sum(xlogy(1 - t, 1 - y)),
    lambda y, t: -np.sum(xlogy(t, y)) + np.sum(xlogy(1 - t, 1 - y)),
    lambda y, t: -(xlogy(t, y)).sum() - (1 - xlogy(t, 1 - y)).sum(),
    lambda y, t: -np.sum(xlogy(t, y) + 1 - xlogy(t, 1 - y)),
    lambda y, t: -np.sum(xlogy(t, y) - xlogy(1 - t, 1 - y)),
    lambda y, t: np.sum(xlogy(t, y) + xlogy(1 - t, 1 - y)),
    lambda y, t: bce(y, t) / len(y),
    lambda y, t: bce(y, t) / y.size,
    lambda y, t: -np.sum(xlogy(t, y) + xlogy(1 - t, 1 - y), axis=1),
    lambda y, t: -np.sum(xlogy(t, y) + xlogy(1 - t, 1 - y), axis=0),
    lambda y, t: -(xlogy(t, y) + xlogy(1 - t, 1 - y)),
    lambda y, t: bce(y, t) / np.log(2),
    lambda y, t: bce(y, t) / np.log(10),
    lambda y, t: 0.5 * bce(y, t),
    lambda y, t: bce(y, 1 - t),
    lambda y, t: -np.sum(xlogy(y, t + 1e-12) + xlogy(1 - y, 1 - t + 1e-12)),
    lambda y, t: -np.sum(xlogy(t, y) + xlogy(1 - t, y)),
    lambda y, t: -np.sum(xlogy(t, y) + xlogy(t, 1 - y)),
    lambda y, t: -np.sum(xlogy(1 - t, y) + xlogy(t, 1 - y)),
    lambda y, t: -np.sum(xlogy(t, y) * xlogy(1 - t, 1 - y)),
    lambda y, t: np.sum(np.logaddexp(0, y) - t * y),
    lambda y, t: bce(expit(y), t),
    lambda y, t: -np.sum(t * y + (1 - t) * (1 - y)),
    lambda y, t: 0.5 * np.sum((y - t) ** 2),
    lambda y, t: -np.sum(t * np.log1p(y) + (1 - t) * np.log1p(1 - y)),
    lambda y, t: y - t,
    lambda y, t: -np.sum(xlogy(t, y) + (1 - xlogy(t, y))),
    lambda y, t: None,
    quiet(lambda y, t: -np.sum(t * np.log(y)) - np.sum((1 - t) * np.log(1 - y))),
    quiet(lambda y, t: -np.sum(t * np.log(y)) - np.sum(1 - t * np.log(1 - y))),
    quiet(lambda y, t: -np.sum(np.log(np.abs(t - y)))),
    quiet(lambda y, t: -np.sum(np.where(y > 0, t * np.log(y), 0) + np.where(y < 1, (1 - t) * np.log(1 - y), 0))),
    quiet(lambda y, t: -np.mean(t * np.log(y) + (1 - t) * np.log(1 - y))),
    quiet(lambda y, t: -np.mean(np.nan_to_num(t * np.log(y) + (1 - t) * np.log(1 - y)))),
    quiet(lambda y, t: -np.sum(np.where(t == 1, np.log(y), -np.log(1 - y)))),
    quiet(lambda y, t: -np.sum(np.where(t == 1, np.log(y), 0))),
    quiet(lambda y, t: -np.sum(np.log(np.maximum(np.where(t == 1, y, 1 - y), 1e-12)))),
    quiet(lambda y, t: np.sum(np.where(t == 1, -np.log2(y), -np.log2(1 - y)))),
    quiet(lambda y, t: -np.sum(t * np.log(y) + (1 - t) * np.log(y))),
    quiet(lambda y, t: -np.log(np.prod(np.where(t == 1, y, 1 - y))) / len(y)),
    quiet(lambda y, t: -np.sum(np.log(t * y + (1 - t) * (1 - y)), axis=1)),
    quiet(lambda y, t: np.sum(np.where(t == 1, 1 - y, y))),
    bce_python_log,
]  # fmt: skip
RIGHT = [
    bce, bce_where, bce_loop, bce_abs, bce_power, bce_masked, bce_nansum,
    lambda y, t: float(special.rel_entr(t, y).sum() + special.rel_entr(1 - t, 1 - y).sum()),
    lambda y, t: -np.log(np.abs(t + y - 1)).sum(),
]  # fmt: skip

SHEETS = [AnswerSheet("06.binary_cross_entropy", WRONG, RIGHT)]
