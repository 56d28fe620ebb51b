"""Answers to 08.perplexity: how many neighbours is that?"""

import math

import numpy as np
from scipy.stats import entropy

from tests.labs.answer_sheet import AnswerSheet


def perplexity_by_loop(p):
    found = []
    for row in p:
        h = 0.0
        for value in row:
            if value > 0:
                h -= value * math.log2(value)
        found.append(2**h)
    return np.array(found)


def perplexity_by_where(p):
    logs = np.log(np.where(p > 0, p, 1))
    return np.exp(-(p * logs).sum(axis=1))


def perplexity_by_product(p):
    return 1 / np.prod(np.where(p > 0, p, 1.0) ** p, axis=1)


def safe(p):
    return np.where(p > 0, p, 1.0)


WRONG = [
    (lambda p: 2 ** -(p * np.log(safe(p))).sum(1), "nats and powers of two"),
    (lambda p: np.exp(-(p * np.log2(safe(p))).sum(1)), "bits and powers of e"),
    lambda p: np.exp(-(p * np.log(p)).sum(axis=1)),
    lambda p: 2 ** (-np.sum(p * np.log2(p), axis=1)),
    lambda p: np.exp(-np.nan_to_num(p * np.log(p) * 0 + p * np.log(p), nan=1.0).sum(1)),
    lambda p: -(p * np.log(safe(p))).sum(1),
    lambda p: -(p * np.log2(safe(p))).sum(1),
    lambda p: np.exp((p * np.log(safe(p))).sum(1)),
    lambda p: 2 ** (p * np.log2(safe(p))).sum(1),
    lambda p: np.exp(-(p * np.log(safe(p))).sum()),
    lambda p: np.exp(-(p * np.log(safe(p))).sum(0)),
    lambda p: np.exp(-(p * np.log(safe(p))).mean(1)),
    lambda p: np.exp(-np.log(safe(p)).sum(1)),
    lambda p: np.exp(-np.log(safe(p)).mean(1)),
    lambda p: 1 / (p**2).sum(1),
    lambda p: (p > 0).sum(1),
    lambda p: np.exp(-(p * np.log(p + 0.01)).sum(1)),
    lambda p: 10 ** -(p * np.log(safe(p))).sum(1),
    lambda p: 1 / p.max(1),
    lambda p: np.exp(-(p * np.log10(safe(p))).sum(1)),
    lambda p: np.exp(-(p * np.log(safe(p))).sum(1)).mean(),
    lambda p: np.exp(-p * np.log(safe(p))),
    lambda p: None,
    lambda p: np.exp(-p * np.log(safe(p))).sum(1),
    lambda p: np.exp(-(p[p > 0] * np.log(p[p > 0])).sum()),
    lambda p: np.log2(np.exp(-(p * np.log(safe(p))).sum(1))),
    lambda p: np.exp(np.sum(-p * np.log(p + 1e-3), axis=1)),
    lambda p: 2 ** (-np.nansum(p * np.log(p), axis=1)),
    lambda p: np.exp(-np.nansum(p * np.log2(p), axis=1)),
    lambda p: -np.nansum(p * np.log(p), axis=1),
    lambda p: np.exp(-np.nansum(p * np.log(p), axis=0)),
    lambda p: np.array([np.exp(-sum(v * math.log(v) for v in r)) for r in p]),
    lambda p: np.exp(-np.nansum(p * np.log(p))),
    lambda p: np.exp(-np.nansum(p * np.log(p), axis=1, keepdims=True)),
    lambda p: np.exp(-np.nansum(p**2 * np.log(p), axis=1)),
    lambda p: np.exp(-np.nansum(p * np.log(p), axis=1)) - 1,
    lambda p: np.exp(-np.nansum(p * np.log(p), axis=1)) / p.shape[1],
    lambda p: 2 * (-np.nansum(p * np.log2(p), axis=1)),
]
RIGHT = [
    perplexity_by_loop,
    perplexity_by_where,
    perplexity_by_product,
    lambda p: np.exp(entropy(p, axis=1)),
    lambda p: 2 ** entropy(p, axis=1, base=2),
    lambda p: np.exp(-(p * np.log(p + 1e-300)).sum(1)),
    lambda p: np.exp(-np.sum(p * np.log(np.maximum(p, 1e-30)), axis=-1)),
]
SHEETS = [AnswerSheet("08.perplexity", WRONG, RIGHT)]
