"""Answers to 08.conditional_row: other sums, and the shift left out or misplaced."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet
from tests.labs.lab08_tsne.conditional_row_betas import rows, shifted


def no_shift(d, beta):
    w = np.exp(-beta[:, None] * d)
    np.fill_diagonal(w, 0)
    return w / w.sum(axis=1, keepdims=True)


def shift_with_the_diagonal(d, beta):
    e = -beta[:, None] * d
    w = np.exp(e - e.max(axis=1, keepdims=True))
    np.fill_diagonal(w, 0)
    return rows(w)


def diagonal_left(d, beta):
    return rows(np.exp(-beta[:, None] * d))


def diagonal_last(d, beta):
    p = rows(np.exp(-beta[:, None] * d))
    np.fill_diagonal(p, 0)
    return p


def shifted_diagonal_last(d, beta):
    d = d + np.diag(np.full(len(d), np.inf))
    nearest = d.min(axis=1, keepdims=True)
    d = np.where(np.isinf(d), 0, d)
    p = rows(np.exp(-beta[:, None] * (d - nearest)))
    np.fill_diagonal(p, 0)
    return p


def columns(d, beta):
    e = -beta[:, None] * d
    np.fill_diagonal(e, -np.inf)
    w = np.exp(e - e.max(axis=0))
    return w / w.sum(axis=0)


def shifted_rows_divided_by_columns(d, beta):
    w = np.exp(shifted(d, beta))
    return w / w.sum(axis=0)


def forgotten_keepdims(d, beta):
    w = np.exp(shifted(d, beta))
    return w / w.sum(axis=1)


def all_pairs(d, beta):
    w = np.exp(shifted(d, beta))
    return w / w.sum()


def not_divided(d, beta):
    return np.exp(shifted(d, beta))


def symmetric(d, beta):
    p = rows(np.exp(shifted(d, beta)))
    return (p + p.T) / 2


def a_little_in_the_denominator(d, beta):
    w = np.exp(-beta[:, None] * d)
    np.fill_diagonal(w, 0)
    return w / (w.sum(axis=1, keepdims=True) + 1e-12)


def nan_to_zero(d, beta):
    w = np.exp(-beta[:, None] * d)
    np.fill_diagonal(w, 0)
    with np.errstate(all="ignore"):
        return np.nan_to_num(w / w.sum(axis=1, keepdims=True))


def nearest_of_all(d, beta):
    e = -beta[:, None] * d
    np.fill_diagonal(e, -np.inf)
    return rows(np.exp(e - e.max()))


def distance_shifted_before_beta_with_zero(d, beta):
    w = np.exp(-beta[:, None] * (d - d.min(axis=1, keepdims=True)))
    np.fill_diagonal(w, 0)
    return rows(w)


def cut_off_at_700(d, beta):
    w = np.exp(-np.minimum(beta[:, None] * d, 700))
    np.fill_diagonal(w, 0)
    return rows(w)


def diagonal_written_into_the_argument(d, beta):
    np.fill_diagonal(d, np.inf)
    e = -beta[:, None] * d
    return rows(np.exp(e - e.max(axis=1, keepdims=True)))


def logarithms(d, beta):
    e = shifted(d, beta)
    with np.errstate(all="ignore"):
        return e - np.log(np.exp(e).sum(axis=1, keepdims=True))


def shifted_by_the_farthest(d, beta):
    far = d.max(axis=1, keepdims=True)
    w = np.exp(-beta[:, None] * (d - far))
    np.fill_diagonal(w, 0)
    return rows(w)


def winner(d, beta):
    p = np.zeros_like(d)
    p[np.arange(len(d)), (d + np.diag(np.full(len(d), np.inf))).argmin(axis=1)] = 1
    return p


WRONG = [
    no_shift,
    shift_with_the_diagonal,
    diagonal_left,
    diagonal_last,
    shifted_diagonal_last,
    columns,
    shifted_rows_divided_by_columns,
    forgotten_keepdims,
    all_pairs,
    not_divided,
    symmetric,
    a_little_in_the_denominator,
    nan_to_zero,
    nearest_of_all,
    distance_shifted_before_beta_with_zero,
    cut_off_at_700,
    diagonal_written_into_the_argument,
    logarithms,
    shifted_by_the_farthest,
    winner,
]
SHEETS = [AnswerSheet("08.conditional_row", WRONG, right=[])]
