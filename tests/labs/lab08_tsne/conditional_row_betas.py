"""Answers to 08.conditional_row: beta misread, other exponents."""

import numpy as np
from scipy.special import logsumexp, softmax

from tests.labs.answer_sheet import AnswerSheet


def off(n):
    return ~np.eye(n, dtype=bool)


def shifted(d, beta):
    e = -beta[:, None] * d
    e[~off(len(d))] = -np.inf
    return e - e.max(axis=1, keepdims=True)


def rows(w):
    return w / w.sum(axis=1, keepdims=True)


def beta_in_columns(d, beta):
    e = -beta * d
    np.fill_diagonal(e, -np.inf)
    return rows(np.exp(e - e.max(axis=1, keepdims=True)))


def beta_as_sigma(d, beta):
    return rows(np.exp(shifted(d, 1 / (2 * beta**2))))


def beta_as_variance(d, beta):
    return rows(np.exp(shifted(d, 1 / (2 * beta))))


def one_over_beta(d, beta):
    return rows(np.exp(shifted(d, 1 / beta)))


def beta_twice(d, beta):
    return rows(np.exp(shifted(d, 2 * beta)))


def beta_halved(d, beta):
    return rows(np.exp(shifted(d, beta / 2)))


def beta_squared(d, beta):
    return rows(np.exp(shifted(d, beta**2)))


def root(d, beta):
    return rows(np.exp(shifted(np.sqrt(d), beta)))


def squared_again(d, beta):
    return rows(np.exp(shifted(d**2, beta)))


def mean_beta(d, beta):
    return rows(np.exp(shifted(d, np.full(len(d), beta.mean()))))


def first_beta(d, beta):
    return rows(np.exp(shifted(d, np.full(len(d), beta[0]))))


def no_beta(d, beta):
    return rows(np.exp(shifted(d, np.ones(len(d)))))


def plus(d, beta):
    e = beta[:, None] * d
    np.fill_diagonal(e, -np.inf)
    return rows(np.exp(e - e.max(axis=1, keepdims=True)))


def student(d, beta):
    w = 1 / (1 + beta[:, None] * d)
    np.fill_diagonal(w, 0)
    return rows(w)


def by_rows(squared, beta):
    n = len(squared)
    p = np.zeros((n, n))
    for i in range(n):
        others = np.delete(np.arange(n), i)
        e = -beta[i] * (squared[i, others] - squared[i, others].min())
        p[i, others] = np.exp(e) / np.exp(e).sum()
    return p


def with_softmax(squared, beta):
    e = -squared * beta.reshape(-1, 1)
    e[np.diag_indices(len(e))] = -np.inf
    return softmax(e, axis=1)


def with_logsumexp(squared, beta):
    e = np.where(np.eye(len(squared), dtype=bool), -np.inf, -(squared.T * beta).T)
    return np.exp(e - logsumexp(e, axis=1)[:, None])


def with_masked_array(squared, beta):
    d = np.ma.masked_array(squared, mask=np.eye(len(squared), dtype=bool))
    w = np.ma.exp(-beta[:, None] * (d - d.min(axis=1)[:, None]))
    return (w / w.sum(axis=1)[:, None]).filled(0.0)


WRONG = [
    beta_in_columns,
    beta_as_sigma,
    beta_as_variance,
    one_over_beta,
    beta_twice,
    beta_halved,
    beta_squared,
    root,
    squared_again,
    mean_beta,
    first_beta,
    no_beta,
    plus,
    student,
]
RIGHT = [
    by_rows,
    with_softmax,
    with_logsumexp,
    with_masked_array,
]
SHEETS = [AnswerSheet("08.conditional_row", WRONG, RIGHT)]
