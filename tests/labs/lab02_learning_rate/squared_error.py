"""Squared errors, wrong and right."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def error_by_loops(y, t):
    total = 0.0
    for row_y, row_t in zip(y, t, strict=True):
        for a, b in zip(row_y, row_t, strict=True):
            total += (a - b) ** 2
    return total / 2


def error_by_dot(y, t):
    d = np.ravel(y) - np.ravel(t)
    return d.dot(d) / 2


def error_by_norm(y, t):
    return np.linalg.norm(y - t) ** 2 / 2


def error_single_precision(y, t):
    return np.float32(np.square(np.float64(y) - t).sum() * 0.5)


def error_twice_the_mean_row(y, t):
    rows = ((y - t) ** 2).sum(axis=1)
    return rows.mean()


SHEETS = [AnswerSheet(
    "02.squared_error",
    wrong=[
        lambda y, t: ((t - y) ** 2).sum(),
        lambda y, t: ((t - y) ** 2).sum() / (2 * y.shape[0]),
        lambda y, t: ((t - y) ** 2).mean(),
        lambda y, t: ((t - y) ** 2).mean() / 2,
        lambda y, t: np.linalg.norm(y - t),
        lambda y, t: abs(y - t).sum() / 2,
        lambda y, t: abs(y - t).sum(),
        lambda y, t: (y - t).sum() ** 2 / 2,
        lambda y, t: (y - t).sum() / 2,
        lambda y, t: (np.square(y).sum() - np.square(t).sum()) / 2,
        lambda y, t: np.square(y - t).sum(1) / 2,
        lambda y, t: np.square(y - t).sum(0) / 2,
        lambda y, t: np.square(y - t) / 2,
        lambda y, t: -np.square(y - t).sum() / 2,
        lambda y, t: np.square(y - t)[0].sum() / 2,
        lambda y, t: None,
        error_twice_the_mean_row,
        lambda y, t: np.square(y - t).sum() / (2 * y.shape[1]),
    ],
    right=[error_by_loops, error_by_dot, error_by_norm, error_single_precision,
           lambda y, t: np.einsum("ij,ij->", y - t, y - t) * 0.5],
)]  # fmt: skip
