"""Answers to the cross-entropy from the scores, wrong and right."""

import math

import numpy as np
from scipy import special

from tests.labs.answer_sheet import AnswerSheet
from tests.labs.lab06_cross_entropy.rows import ROW, lse, soft
from tests.labs.lab06_cross_entropy.softmax import naive


def ce_two_steps(z, t):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    y = e / e.sum(axis=1, keepdims=True)
    return -np.sum(t * np.log(y))


def ce_two_steps_naive(z, t):
    y = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    return -np.sum(t * np.log(y))


def ce_nan_hidden(z, t):
    with np.errstate(all="ignore"):
        y = special.softmax(z, axis=1)
        return -np.sum(np.nan_to_num(t * np.log(y)))


def ce_nan_hidden_log(z, t):
    with np.errstate(all="ignore"):
        return -np.sum(t * np.nan_to_num(np.log(special.softmax(z, axis=1))))


def ce_nan_hidden_to_zero(z, t):
    with np.errstate(all="ignore"):
        return -np.sum(np.nan_to_num(t * np.log(special.softmax(z, axis=1)), neginf=0))


def ce_nan_hidden_all(z, t):
    with np.errstate(all="ignore"):
        return np.nan_to_num(-np.sum(t * np.log(special.softmax(z, axis=1))))


def ce_epsilon(z, t, epsilon=1e-12):
    return -np.sum(t * np.log(special.softmax(z, axis=1) + epsilon))


def ce_clipped(z, t):
    return -np.sum(t * np.log(np.clip(special.softmax(z, axis=1), 1e-7, 1 - 1e-7)))


def ce_loop(z, t):
    total = 0.0
    for scores, target in zip(z, t, strict=True):
        top = max(scores)
        total += top + math.log(sum(math.exp(s - top) for s in scores)) - scores[int(np.argmax(target))]
    return total


def ce_only_finite(z, t):
    p = special.softmax(z, axis=1)
    return -np.sum(np.log(p[(t == 1) & (p > 0)]))


WRONG = [
    ce_two_steps, ce_two_steps_naive, ce_nan_hidden, ce_nan_hidden_log, ce_nan_hidden_to_zero, ce_nan_hidden_all,
    ce_epsilon, ce_clipped, ce_only_finite,
    lambda z, t: ce_epsilon(z, t, 1e-8),
    lambda z, t: ce_epsilon(z, t, 1e-15),
    lambda z, t: np.sum(t * special.log_softmax(z, axis=1)),
    lambda z, t: -np.mean(np.sum(t * special.log_softmax(z, axis=1), axis=1)),
    lambda z, t: -np.mean(t * special.log_softmax(z, axis=1)),
    lambda z, t: -np.sum(t * special.log_softmax(z, axis=1), axis=1),
    lambda z, t: -np.sum(t * special.log_softmax(z, axis=1), axis=0),
    lambda z, t: -t * special.log_softmax(z, axis=1),
    lambda z, t: -np.sum(t * special.log_softmax(z, axis=0)),
    lambda z, t: -np.sum(t * special.log_softmax(z, axis=1)) / np.log(2),
    lambda z, t: -np.sum(t * special.log_softmax(z, axis=1)) / np.log(10),
    lambda z, t: -np.sum(special.log_softmax(z, axis=1)),
    lambda z, t: np.sum(lse(z)),
    lambda z, t: -np.sum(t * z),
    lambda z, t: np.sum(t * z) - np.sum(lse(z)),
    lambda z, t: np.sum(lse(z)[:, None] - t * z),
    lambda z, t: lse(z).sum() - z.sum(),
    lambda z, t: -np.sum(t * np.log(np.maximum(z, 1e-12))),
    lambda z, t: 0.5 * np.sum((special.softmax(z, axis=1) - t) ** 2),
    lambda z, t: -np.sum(special.softmax(z, axis=1) * np.log(t + 1e-12)),
    lambda z, t: -np.sum(t * special.softmax(z, axis=1)),
    lambda z, t: np.sum(np.logaddexp(0, z) - t * z),
    lambda z, t: -np.sum(np.where(t == 1, -np.logaddexp(0, -z), 0)),
    lambda z, t: -np.sum(t * special.log_softmax(z, axis=1) + (1 - t) * np.log1p(-special.softmax(z, axis=1) + 1e-12)),
    lambda z, t: np.mean(lse(z)) - np.sum(t * z),
    lambda z, t: None,
    lambda z, t: -np.log(soft(z)[t == 1]).mean(),
    lambda z, t: -np.log(soft(z)[t == 1]).sum(),
    lambda z, t: -np.sum(t * np.log(soft(z) + 1e-3)),
    lambda z, t: -np.log(np.sum(t * soft(z))),
    lambda z, t: -np.log(np.prod(soft(z)[t == 1])),
    lambda z, t: np.sum(lse(z) - z.max(axis=1)),
    lambda z, t: np.sum(lse(z) * t - z * t),
    lambda z, t: -np.sum(t * np.log1p(soft(z))),
    lambda z, t: np.mean(lse(z) - np.sum(t * z, axis=1)),
    lambda z, t: np.sum(np.sum(t * z, axis=1) - lse(z)),
    lambda z, t: np.sum(np.log(np.exp(z).sum(axis=1)) - np.sum(t * z, axis=1)),
    lambda z, t: np.sum(lse(z) + np.sum(t * z, axis=1)),
    lambda z, t: -np.sum(t * np.log(np.maximum(soft(z), 1e-15))),
    lambda z, t: -np.sum(np.where(soft(z) > 0, t * np.log(soft(z) + 1e-300), 0)),
    lambda z, t: np.sum(special.logsumexp(z, axis=0)) - np.sum(t * z),
    lambda z, t: lse(z) - np.sum(t * z, axis=1),
    lambda z, t: -np.sum(t * np.log(z)),
    lambda z, t: -np.sum(t * np.log(naive(z)) + (1 - t) * np.log(1 - naive(z))),
    lambda z, t: special.logsumexp(z) - np.sum(t * z),
    lambda z, t: -np.sum(np.log(soft(z))),
]  # fmt: skip
RIGHT = [
    ce_loop,
    lambda z, t: -np.sum(t * special.log_softmax(z, axis=-1)),
    lambda z, t: np.sum(lse(z) - z[np.arange(len(z)), t.argmax(axis=1)]),
    lambda z, t: np.sum(np.logaddexp.reduce(z - np.sum(t * z, axis=1, keepdims=True), axis=1)),
    lambda z, t: float(np.einsum("ij,ij->", t, lse(z)[:, None] - z)),
    lambda z, t: -special.log_softmax(np.asarray(z, dtype=float), axis=1)[t == 1].sum(),
    lambda z, t: np.sum(np.logaddexp.reduce(z - np.sum(t * z, **ROW), axis=-1)),
]

SHEETS = [AnswerSheet("06.cross_entropy_from_logits", WRONG, RIGHT)]
