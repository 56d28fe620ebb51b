"""Whole answers to 08.conditional_row, written from its text alone: who is whose neighbour."""

import numpy as np
from scipy.special import logsumexp, softmax

from tests.labs.answer_sheet import AnswerSheet


def rows_no_shift(squared, beta):
    e = np.exp(-beta[:, None] * squared)
    np.fill_diagonal(e, 0)
    return e / e.sum(axis=1, keepdims=True)


def rows_shift_incl_self(squared, beta):
    e = np.exp(-beta[:, None] * (squared - squared.min(axis=1, keepdims=True)))
    np.fill_diagonal(e, 0)
    return e / e.sum(axis=1, keepdims=True)


def rows_beta_columns(squared, beta):
    d = squared.copy()
    np.fill_diagonal(d, np.inf)
    d = d - d.min(axis=1, keepdims=True)
    e = np.exp(-beta * d)
    return e / e.sum(axis=1, keepdims=True)


def rows_norm_all(squared, beta):
    d = squared.copy()
    np.fill_diagonal(d, np.inf)
    e = np.exp(-beta[:, None] * (d - d.min(axis=1, keepdims=True)))
    return e / e.sum()


def rows_norm_before_diag(squared, beta):
    e = np.exp(-beta[:, None] * squared)
    p = e / e.sum(axis=1, keepdims=True)
    np.fill_diagonal(p, 0)
    return p


def rows_eps(squared, beta):
    e = np.exp(-beta[:, None] * squared)
    np.fill_diagonal(e, 0)
    return e / (e.sum(axis=1, keepdims=True) + 1e-12)


def rows_beta_as_sigma(squared, beta):
    d = squared.astype(float).copy()
    np.fill_diagonal(d, np.inf)
    d = d - d.min(axis=1, keepdims=True)
    e = np.exp(-d / (2 * beta[:, None] ** 2))
    return e / e.sum(axis=1, keepdims=True)


def rows_no_keepdims(squared, beta):
    d = squared.astype(float).copy()
    np.fill_diagonal(d, np.inf)
    d = d - d.min(axis=1)
    e = np.exp(-beta[:, None] * d)
    return e / e.sum(axis=1)


def rows_global_min(squared, beta):
    d = squared.astype(float).copy()
    np.fill_diagonal(d, np.inf)
    d = d - d.min()
    e = np.exp(-beta[:, None] * d)
    return e / e.sum(axis=1, keepdims=True)


def rows_squares_again(squared, beta):
    d = squared.astype(float).copy()
    np.fill_diagonal(d, np.inf)
    e = np.exp(-beta[:, None] * (d - d.min(axis=1, keepdims=True)) ** 2)
    return e / e.sum(axis=1, keepdims=True)


def rows_changes_input(squared, beta):
    np.fill_diagonal(squared, np.inf)
    e = np.exp(-beta[:, None] * (squared - squared.min(axis=1, keepdims=True)))
    return e / e.sum(axis=1, keepdims=True)


def rows_shift_max(squared, beta):
    z = -beta[:, None] * squared
    e = np.exp(z - z.max(axis=1, keepdims=True))
    np.fill_diagonal(e, 0)
    return e / e.sum(axis=1, keepdims=True)


def rows_diag_zero_distance(squared, beta):
    d = squared.copy()
    np.fill_diagonal(d, 0)
    e = np.exp(-beta[:, None] * (d - d.min(axis=1, keepdims=True)))
    return e / e.sum(axis=1, keepdims=True)


def rows_nan_to_num(squared, beta):
    e = np.exp(-beta[:, None] * squared)
    np.fill_diagonal(e, 0)
    with np.errstate(all="ignore"):
        return np.nan_to_num(e / e.sum(axis=1, keepdims=True))


def rows_shift_not_scaled(squared, beta):
    d = squared.astype(float).copy()
    np.fill_diagonal(d, np.inf)
    e = np.exp(-beta[:, None] * d + d.min(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def right_rows_loop(squared, beta):
    n = len(squared)
    p = np.zeros((n, n))
    for i in range(n):
        js = [j for j in range(n) if j != i]
        nearest = min(squared[i, j] for j in js)
        for j in js:
            p[i, j] = np.exp(-beta[i] * (squared[i, j] - nearest))
        p[i] /= p[i].sum()
    return p


def right_rows_scipy_softmax(squared, beta):
    z = -np.asarray(beta)[:, np.newaxis] * squared
    np.fill_diagonal(z, -np.inf)
    return softmax(z, axis=1)


def right_rows_logsumexp(squared, beta):
    z = -beta[:, None] * squared
    z[np.diag_indices(len(z))] = -np.inf
    return np.exp(z - logsumexp(z, axis=1, keepdims=True))


def right_rows_mask(squared, beta):
    eye = np.eye(len(squared), dtype=bool)
    nearest = np.where(eye, np.inf, squared).min(axis=1)
    e = np.where(eye, 0, np.exp(np.minimum(-beta[:, None] * (squared - nearest[:, None]), 0)))
    return e / e.sum(1)[:, None]


def right_rows_diag_matmul(squared, beta):
    d = np.where(np.eye(len(squared)) > 0, np.inf, squared)
    z = (d.T - d.min(axis=1)) * beta
    e = np.exp(-z).T
    return (e.T / e.sum(axis=1)).T


WRONG = [
    rows_no_shift,
    rows_shift_incl_self,
    rows_beta_columns,
    rows_norm_all,
    rows_norm_before_diag,
    rows_eps,
    rows_beta_as_sigma,
    rows_no_keepdims,
    rows_global_min,
    rows_squares_again,
    rows_changes_input,
    rows_shift_max,
    rows_diag_zero_distance,
    rows_nan_to_num,
    rows_shift_not_scaled,
]
RIGHT = [right_rows_loop, right_rows_scipy_softmax, right_rows_logsumexp, right_rows_mask, right_rows_diag_matmul]
SHEETS = [AnswerSheet("08.conditional_row", WRONG, RIGHT)]
