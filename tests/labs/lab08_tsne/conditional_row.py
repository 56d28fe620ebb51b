"""Answers to 08.conditional_row: who is whose neighbour."""

import math

import numpy as np
from scipy.special import logsumexp, softmax

from tests.labs.answer_sheet import AnswerSheet


def without_self(squared):
    d = np.array(squared, dtype=float)
    np.fill_diagonal(d, np.inf)
    return d


def rows_by_softmax(squared, beta):
    return softmax(-beta[:, None] * without_self(squared), axis=1)


def rows_by_logsumexp(squared, beta):
    z = -without_self(squared) * beta.reshape(-1, 1)
    return np.exp(z - logsumexp(z, axis=1, keepdims=True))


def rows_one_by_one(squared, beta):
    n = len(squared)
    p = np.zeros((n, n))
    for i in range(n):
        others = [j for j in range(n) if j != i]
        nearest = min(squared[i, j] for j in others)
        e = [math.exp(-beta[i] * (squared[i, j] - nearest)) for j in others]
        p[i, others] = np.array(e) / sum(e)
    return p


def rows_by_masked_minimum(squared, beta):
    n = len(squared)
    mask = ~np.eye(n, dtype=bool)
    nearest = np.min(squared, axis=1, where=mask, initial=np.inf)
    e = np.exp(-beta[:, None] * np.maximum(squared - nearest[:, None], 0)) * mask
    return e / e.sum(1, keepdims=True)


def plain_rows(squared, beta):
    e = np.exp(-squared * beta[:, None])
    np.fill_diagonal(e, 0)
    return e / e.sum(axis=1, keepdims=True)


def shifted_by_self(squared, beta):
    d = squared - squared.min(axis=1, keepdims=True)
    e = np.exp(-d * beta[:, None])
    e[np.diag_indices(len(e))] = 0
    return e / e.sum(axis=1)[:, None]


def tiny_added(squared, beta):
    e = np.exp(-squared * beta[:, None])
    np.fill_diagonal(e, 0)
    return e / (e.sum(axis=1, keepdims=True) + 1e-12)


def self_left_in(squared, beta):
    return softmax(-beta[:, None] * squared, axis=1)


def self_removed_late(squared, beta):
    p = softmax(-beta[:, None] * squared, axis=1)
    np.fill_diagonal(p, 0)
    return p


def softmax_of(change):
    def rows(squared, beta):
        return softmax(change(without_self(squared), beta), axis=1)

    return rows


def divided_by_flat_sum(squared, beta):
    e = np.exp(-beta[:, None] * (without_self(squared) - without_self(squared).min(1, keepdims=True)))
    return e / e.sum(axis=1)


def zeroed_distances(squared, beta):
    d = squared.copy()
    np.fill_diagonal(d, 0)
    return softmax(-beta[:, None] * d, axis=1)


def inf(d):
    d = np.array(d, float)
    np.fill_diagonal(d, np.inf)
    return d


WRONG = [
    (plain_rows, "underflow"),
    (shifted_by_self, "underflow"),
    lambda squared, beta: np.nan_to_num(plain_rows(squared, beta)),
    tiny_added,
    (self_left_in, "diagonal left in"),
    (self_removed_late, "diagonal removed too late"),
    zeroed_distances,
    (softmax_of(lambda d, beta: -beta[None, :] * d), "the neighbour's beta"),
    (softmax_of(lambda d, beta: -d / beta[:, None]), "beta divides"),
    softmax_of(lambda d, beta: -d / (2 * beta[:, None])),
    (softmax_of(lambda d, beta: -d / (2 * beta[:, None] ** 2)), "beta taken for sigma"),
    (softmax_of(lambda d, beta: -beta[:, None] * np.sqrt(d)), "distances not squared"),
    softmax_of(lambda d, beta: -beta[:, None] * d / 2),
    softmax_of(lambda d, beta: -2 * beta[:, None] * d),
    softmax_of(lambda d, beta: -beta[:, None] * d**2),
    softmax_of(lambda d, beta: -d),
    softmax_of(lambda d, beta: -(beta[:, None] ** 2) * d),
    softmax_of(lambda d, beta: -beta.mean() * d),
    softmax_of(lambda d, beta: -beta[0] * d),
    lambda squared, beta: softmax(-beta[:, None] * without_self(squared), axis=0),
    lambda squared, beta: softmax(-beta[:, None] * without_self(squared)),
    lambda squared, beta: np.exp(-beta[:, None] * without_self(squared)),
    divided_by_flat_sum,
    lambda squared, beta: 1 / (1 + without_self(squared)) / (1 / (1 + without_self(squared))).sum(1, keepdims=True),
    lambda squared, beta: softmax(beta[:, None] * np.where(np.eye(len(squared)) > 0, -np.inf, squared), axis=1),
    lambda squared, beta: rows_by_softmax(squared, beta).T,
    lambda squared, beta: (rows_by_softmax(squared, beta) + rows_by_softmax(squared, beta).T) / 2,
    lambda squared, beta: None,
    lambda squared, beta: -beta[:, None] * squared,
    lambda s, b: softmax(-inf(s) * b[:, None], axis=1) * 0 + 1 / (len(s) - 1),
    lambda s, b: np.exp(-b[:, None] * s) / np.exp(-b[:, None] * s).sum(1, keepdims=True),
    lambda s, b: np.exp(-s * b[:, None]) / (np.exp(-s * b[:, None]).sum(1, keepdims=True) - 1),
    lambda s, b: np.exp(-s * b) / np.exp(-s * b).sum(),
    lambda s, b: softmax(-inf(s) / (2 * b[:, None] ** 2), axis=1),
    lambda s, b: softmax(-inf(s) * b[:, None], axis=1) / len(s),
    lambda s, b: softmax(-inf(s) * b[:, None], axis=1) + np.eye(len(s)),
    lambda s, b: np.exp(-inf(s) * b[:, None]) / np.exp(-inf(s) * b[:, None]).sum(0),
    lambda s, b: softmax(-inf(s) * np.sqrt(b[:, None]), axis=1),
    lambda s, b: softmax(np.where(np.eye(len(s)) > 0, -np.inf, s * b[:, None]), axis=1),
    lambda s, b: np.exp(-(inf(s) - inf(s).min(1, keepdims=True)) * b[:, None]),
]
RIGHT = [
    rows_by_softmax,
    rows_by_logsumexp,
    rows_one_by_one,
    rows_by_masked_minimum,
    lambda squared, beta: np.array([softmax(-b * row) for b, row in zip(beta, without_self(squared), strict=True)]),
    lambda squared, beta: softmax(-(without_self(squared).T * beta), axis=0).T,
]
SHEETS = [AnswerSheet("08.conditional_row", WRONG, RIGHT)]
