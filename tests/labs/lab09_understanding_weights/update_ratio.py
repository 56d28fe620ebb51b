"""Answers to exercise 09.update_ratio."""

import math

import numpy as np
from scipy.linalg import norm

from tests.labs.answer_sheet import AnswerSheet


def by_three_sums(w, u):
    top = bottom = 0.0
    for one, two in zip(w.ravel(), u.ravel(), strict=True):
        top += float(two) ** 2
        bottom += float(one) ** 2
    return math.sqrt(top / bottom)


def root_mean_squares(w, u):
    return np.sqrt(np.mean(u**2)) / np.sqrt(np.mean(w**2))


def rms_over_norm(w, u):
    return np.sqrt(np.mean(u**2)) / np.linalg.norm(w)


def norm_over_rms(w, u):
    return np.linalg.norm(u) / np.sqrt(np.mean(w**2))


def largest_eigenvalue(w, u):
    w, u = np.atleast_2d(w), np.atleast_2d(u)
    return np.linalg.norm(u, 2) / np.linalg.norm(w, 2)


def entry_by_entry(w, u):
    return np.mean(np.abs(u / w))


def unit_by_unit(w, u):
    return np.linalg.norm(u, axis=0) / np.linalg.norm(w, axis=0)


def mean_over_units(w, u):
    return np.mean(np.linalg.norm(u, axis=0) / np.linalg.norm(w, axis=0))


def rows_then_mean(w, u):
    return np.mean(np.linalg.norm(u, axis=-1) / np.linalg.norm(w, axis=-1))


def in_place(w, u):
    u /= np.linalg.norm(w)
    return np.linalg.norm(u)


def after_the_update(w, u):
    return np.linalg.norm(u) / np.linalg.norm(w + u)


def cosine(w, u):
    return np.sum(w * u) / (np.linalg.norm(w) * np.linalg.norm(u))


WRONG = [
    rms_over_norm, norm_over_rms, largest_eigenvalue, entry_by_entry, unit_by_unit, mean_over_units, rows_then_mean,
    in_place, after_the_update, cosine,
    lambda w, u: np.linalg.norm(w) / np.linalg.norm(u),
    lambda w, u: np.sum(u**2) / np.sum(w**2),
    lambda w, u: np.mean(np.abs(u)) / np.mean(np.abs(w)),
    lambda w, u: u.std() / w.std(),
    lambda w, u: u.var() / w.var(),
    lambda w, u: u.mean() / w.mean(),
    lambda w, u: u.sum() / w.sum(),
    lambda w, u: np.abs(u).max() / np.abs(w).max(),
    lambda w, u: u.max() / w.max(),
    lambda w, u: u / w,
    lambda w, u: np.abs(u / w),
    lambda w, u: np.max(np.abs(u / w)),
    lambda w, u: np.mean(u / w),
    lambda w, u: np.sqrt(np.mean((u / w) ** 2)),
    lambda w, u: np.linalg.norm(u / w),
    lambda w, u: np.linalg.norm(u),
    lambda w, u: np.sqrt(np.mean(u**2)),
    lambda w, u: np.linalg.norm(w - u) / np.linalg.norm(w),
    lambda w, u: np.linalg.norm(u) / np.linalg.norm(w) / w.size,
    lambda w, u: 100 * np.linalg.norm(u) / np.linalg.norm(w),
    lambda w, u: np.log10(np.linalg.norm(u) / np.linalg.norm(w) + 1e-12),
    lambda w, u: np.linalg.norm(u) - np.linalg.norm(w),
    lambda w, u: np.sum(np.abs(u)) / np.linalg.norm(w),
    lambda w, u: np.median(np.abs(u)) / np.median(np.abs(w)),
    lambda w, u: np.sqrt(np.sum(u) ** 2) / np.sqrt(np.sum(w) ** 2),
    lambda w, u: np.sum(u**2) / np.linalg.norm(w),
    lambda w, u: np.linalg.norm(u) / np.sum(w**2),
    lambda w, u: np.linalg.norm(u) / (np.linalg.norm(w) + 1),
    lambda w, u: (np.linalg.norm(u), np.linalg.norm(w)),
    lambda w, u: norm(u.ravel(), np.inf) / norm(w.ravel(), np.inf),
    lambda w, u: np.linalg.norm(w + u) / np.linalg.norm(w),
    lambda w, u: None,
]  # fmt: skip
WRONG += [
    lambda w, u: np.sqrt(np.mean(u**2)) / np.mean(np.abs(w)),
    lambda w, u: np.mean(np.linalg.norm(np.atleast_2d(u), axis=0)) / np.mean(np.linalg.norm(np.atleast_2d(w), axis=0)),
    lambda w, u: np.sqrt(np.linalg.norm(u) / np.linalg.norm(w)),
    lambda w, u: np.abs(u).max() / np.linalg.norm(w),
    lambda w, u: u.dot(u) / w.dot(w),
    lambda w, u: np.abs(u).sum() / np.abs(w).sum(),
    lambda w, u: np.ptp(u) / np.ptp(w),
    lambda w, u: round(np.linalg.norm(u) / np.linalg.norm(w), 3),
    lambda w, u: np.linalg.norm(u) / np.linalg.norm(w) * (1 if u.sum() > 0 else -1),
]  # fmt: skip
RIGHT = [
    by_three_sums, root_mean_squares,
    lambda w, u: np.linalg.norm(u) / np.linalg.norm(w),
    lambda w, u: math.sqrt(np.vdot(u, u) / np.vdot(w, w)),
    lambda w, u: norm(u.ravel()) / norm(w.ravel()),
    lambda w, u: np.sqrt((u**2).sum() / (w**2).sum()),
    lambda w, u: math.hypot(*u.ravel().tolist()) / math.hypot(*w.ravel().tolist()),
    lambda w, u: np.float32(np.linalg.norm(u.astype(np.float32))) / np.float32(np.linalg.norm(w.astype(np.float32))),
]  # fmt: skip


def two_python_sums(w, u):
    above = below = 0.0
    for i in range(w.shape[0]):
        for j in range(w.shape[1]):
            above += float(u[i, j]) ** 2
            below += float(w[i, j]) ** 2
    return math.sqrt(above) / math.sqrt(below)


WRONG += [
    (lambda w, u: np.linalg.norm(u) / np.linalg.norm(w - u), "before the weights"),
    (lambda w, u: np.log10(np.linalg.norm(u) / np.linalg.norm(w)), "logarithm of zero too"),
    (lambda w, u: np.linalg.norm(u, 1) / np.linalg.norm(w, 1), "sum of sizes"),
    lambda w, u: np.sqrt(np.sum(u**2) / len(u)) / np.sqrt(np.sum(w**2)),
    lambda w, u: np.sqrt(abs(u.sum())) / np.sqrt(abs(w.sum())),
    lambda w, u: np.linalg.norm(u) / (np.linalg.norm(w) + 1e-2),
    lambda w, u: np.sqrt(sum(u**2)) / np.sqrt(sum(w**2)),
    (lambda w, u: np.linalg.norm(u, axis=1).mean() / np.linalg.norm(w, axis=1).mean(), "mean norm of the rows"),
    lambda w, u: np.sqrt(u**2).sum() / np.sqrt(w**2).sum(),
]  # fmt: skip
RIGHT += [
    two_python_sums,
    lambda w, u: np.linalg.norm(u, "fro") / np.linalg.norm(w, "fro"),
    lambda w, u: np.sqrt(np.trace(u.T @ u) / np.trace(w.T @ w)),
    lambda w, u: np.linalg.norm(u / np.linalg.norm(w)),
]

SHEETS = [AnswerSheet("09.update_ratio", WRONG, RIGHT)]
