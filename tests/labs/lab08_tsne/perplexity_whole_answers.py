"""Whole answers to 08.perplexity, written from its text alone: how many neighbours is that?"""

import numpy as np
from scipy.special import xlogy
from scipy.stats import entropy

from tests.labs.answer_sheet import AnswerSheet


def perplexity_mixed(p):
    h = -np.sum(p * np.log2(np.where(p > 0, p, 1)), axis=1)
    return np.exp(h)


def perplexity_mixed2(p):
    h = -np.sum(p * np.log(np.where(p > 0, p, 1)), axis=1)
    return 2**h


def perplexity_entropy_only(p):
    return -np.sum(p * np.log(np.where(p > 0, p, 1)), axis=1)


def perplexity_nan(p):
    return np.exp(-np.sum(p * np.log(p), axis=1))


def perplexity_eps(p):
    return np.exp(-np.sum(p * np.log(p + 1e-5), axis=1))


def perplexity_sign(p):
    logs = np.log(np.where(p > 0, p, 1))
    return np.exp(np.sum(p * logs, axis=1))


def perplexity_axis0(p):
    logs = np.log(np.where(p > 0, p, 1))
    return np.exp(-np.sum(p * logs, axis=0))


def perplexity_total(p):
    logs = np.log(np.where(p > 0, p, 1))
    return np.exp(-np.sum(p * logs))


def perplexity_mean(p):
    logs = np.log(np.where(p > 0, p, 1))
    return np.exp(-np.mean(p * logs, axis=1))


def perplexity_no_weight(p):
    logs = np.log(np.where(p > 0, p, 1))
    return np.exp(-np.sum(logs, axis=1))


def perplexity_count(p):
    return np.sum(p > 0, axis=1)


def perplexity_simpson(p):
    return 1 / np.sum(p**2, axis=1)


def perplexity_sum_of_exp(p):
    logs = np.log(np.where(p > 0, p, 1))
    return np.sum(np.exp(-p * logs), axis=1)


def perplexity_keepdims(p):
    logs = np.log(np.where(p > 0, p, 1))
    return np.exp(-np.sum(p * logs, axis=1, keepdims=True))


def perplexity_drop_zero_flat(p):
    q = p[p > 0]
    return np.exp(-np.sum(q * np.log(q)))


def right_perplexity_bits(p):
    h = -np.sum(p * np.log2(np.where(p > 0, p, 1)), axis=1)
    return 2**h


def right_perplexity_loop(p):
    out = []
    for row in p:
        h = 0
        for q in row:
            if q > 0:
                h -= q * np.log(q)
        out.append(np.exp(h))
    return np.array(out)


def right_perplexity_xlogy(p):
    return np.exp(-xlogy(p, p).sum(axis=-1))


def right_perplexity_prod(p):
    return 1 / np.prod(np.where(p > 0, p, 1.0) ** p, axis=1)


def right_perplexity_scipy_entropy_list(p):
    return np.array([np.exp(entropy(row)) for row in p])


def right_perplexity_nansum(p):
    with np.errstate(all="ignore"):
        return np.exp(-np.nansum(p * np.log(p), axis=1))


def right_perplexity_tiny_eps(p):
    return np.exp(-np.sum(p * np.log(p + 1e-300), axis=1))


WRONG = [
    perplexity_mixed,
    perplexity_mixed2,
    perplexity_entropy_only,
    perplexity_nan,
    perplexity_eps,
    perplexity_sign,
    perplexity_axis0,
    perplexity_total,
    perplexity_mean,
    perplexity_no_weight,
    perplexity_count,
    perplexity_simpson,
    perplexity_sum_of_exp,
    perplexity_keepdims,
    perplexity_drop_zero_flat,
]
RIGHT = [
    right_perplexity_bits,
    right_perplexity_loop,
    right_perplexity_xlogy,
    right_perplexity_prod,
    right_perplexity_scipy_entropy_list,
    right_perplexity_nansum,
    right_perplexity_tiny_eps,
]
SHEETS = [AnswerSheet("08.perplexity", WRONG, RIGHT)]
