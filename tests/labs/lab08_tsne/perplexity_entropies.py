"""Answers to 08.perplexity: other entropies, other powers."""

import numpy as np
from scipy.special import entr
from scipy.stats import entropy

from tests.labs.answer_sheet import AnswerSheet


def logs(p, log=np.log):
    return log(np.where(p > 0, p, 1))


def nats(p):
    return -(p * logs(p)).sum(axis=1)


def bits(p):
    return -(p * logs(p, np.log2)).sum(axis=1)


def flat(p):
    p = p[p > 0]
    return np.exp(-np.sum(p * np.log(p)))


def by_rows(p):
    result = np.empty(len(p))
    for i, row in enumerate(p):
        row = row[row > 0]
        result[i] = np.exp(-np.sum(row * np.log(row)))
    return result


WRONG = [
    lambda p: 2 ** nats(p),
    lambda p: np.exp(bits(p)),
    lambda p: 10 ** nats(p),
    lambda p: np.exp(-(p * logs(p, np.log10)).sum(axis=1)),
    nats,
    bits,
    lambda p: np.exp(-nats(p)),
    lambda p: 2 ** -bits(p),
    lambda p: np.exp(-(p * np.log(p)).sum(axis=1)),
    lambda p: np.exp(-(p * np.log(p + 1e-3)).sum(axis=1)),
    lambda p: np.exp(-(p * np.log(p + 1)).sum(axis=1)),
    lambda p: np.exp(-(p * logs(p)).sum(axis=0)),
    lambda p: np.exp(-(p * logs(p)).sum()),
    lambda p: np.exp(-(p * logs(p)).mean(axis=1)),
    lambda p: np.exp(-(p * logs(p)).sum(axis=1, keepdims=True)),
    lambda p: np.exp(nats(p)).mean(),
    lambda p: np.exp(nats(p).mean()),
    lambda p: np.exp(-logs(p).sum(axis=1)),
    lambda p: np.exp(-logs(p).mean(axis=1)),
    lambda p: np.exp(-p * logs(p)).sum(axis=1),
    lambda p: np.exp(-p * logs(p)),
    lambda p: 1 / (p**2).sum(axis=1),
    lambda p: 1 / p.max(axis=1),
    lambda p: (p > 0).sum(axis=1),
    lambda p: nats(p) / np.log(p.shape[1]),
    lambda p: p.shape[1] - np.exp(nats(p)),
    lambda p: np.exp(nats(p)) / p.shape[1],
    lambda p: nats(p) ** np.e,
    lambda p: nats(p) ** 2,
    lambda p: np.exp(nats(p)) - 1,
    lambda p: np.round(np.exp(nats(p))),
    flat,
    lambda p: np.exp(-p @ logs(p).T),
    lambda p: np.exp(-np.sum(p / p.sum() * logs(p / p.sum()), axis=1)),
]
RIGHT = [
    by_rows,
    lambda p: np.exp(entr(p).sum(axis=1)),
    lambda p: np.exp2(bits(p)),
    lambda p: np.exp(entropy(p, axis=1)),
    lambda p: np.prod(np.where(p > 0, p, 1.0) ** -p, axis=1),
]
SHEETS = [AnswerSheet("08.perplexity", WRONG, RIGHT)]
