"""Answers to 12.online_epoch: one epoch, sample by sample."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def epoch(
    W, b, x, t, rate, sign=1, slope=lambda y: 1 - y**2, bias=1, error=lambda t, y: t - y, order=lambda n: range(n)
):
    W, b = W.copy(), b.copy()
    for s in order(len(x)):
        y = np.tanh(x[s] @ W + b)
        delta = error(t[s], y) * slope(y)
        W += sign * rate * np.outer(x[s], delta)
        b += sign * rate * bias * delta
    return W, b


def full_batch(W, b, x, t, rate, divide=1):
    y = np.tanh(x @ W + b)
    delta = (t - y) * (1 - y**2) / divide
    return W + rate * x.T @ delta, b + rate * delta.sum(axis=0)


def forgetful(W, b, x, t, rate):
    for s in range(len(x)):
        y = np.tanh(x[s] @ W + b)
        delta = (t[s] - y) * (1 - y**2)
        new = W + rate * np.outer(x[s], delta), b + rate * delta
    return new


def moved_bias_first(W, b, x, t, rate):
    W, b = W.copy(), b.copy()
    for s in range(len(x)):
        y = np.tanh(x[s] @ W + b)
        b += rate * (t[s] - y) * (1 - y**2)
        y = np.tanh(x[s] @ W + b)
        W += rate * np.outer(x[s], (t[s] - y) * (1 - y**2))
    return W, b


def by_products(W, b, x, t, rate):
    for xs, ts in zip(x, t, strict=True):
        y = np.tanh(W.T @ xs + b)
        gradient = (y - ts) * (1 - y * y)
        W, b = W - rate * xs[:, None] * gradient, b - rate * gradient
    return W, b


def with_bias_row(W, b, x, t, rate):
    V, z = np.vstack([W, b]), np.column_stack([x, np.ones(len(x))])
    for s in range(len(z)):
        y = np.tanh(z[s : s + 1] @ V)
        V = V + rate * z[s : s + 1].T @ ((t[s] - y) / np.cosh(z[s : s + 1] @ V) ** 2)
    return V[:-1], V[-1]


EPOCH_WRONG = [
    lambda *a: epoch(*a, sign=-1),
    lambda *a: epoch(*a, bias=2),
    lambda *a: epoch(*a, bias=0),
    lambda *a: epoch(*a, bias=-1),
    lambda *a: epoch(*a, slope=lambda y: 1),
    lambda *a: epoch(*a, slope=lambda y: y * (1 - y)),
    lambda *a: epoch(*a, slope=lambda y: 1 - y),
    lambda *a: epoch(*a, slope=lambda y: 1 - np.tanh(y) ** 2),
    lambda *a: epoch(*a, order=lambda n: range(n - 1)),
    lambda *a: epoch(*a, order=lambda n: range(1)),
    lambda *a: epoch(*a, order=lambda n: reversed(range(n))),
    lambda *a: epoch(*a, order=lambda n: [n - 1]),
    lambda *a: epoch(*a, error=lambda t, y: 2 * (t - y)),
    lambda *a: epoch(*a, error=lambda t, y: (t - y) ** 2 / 2),
    lambda *a: epoch(*a, error=lambda t, y: np.sign(t - y)),
    full_batch,
    lambda W, b, x, t, rate: full_batch(W, b, x, t, rate, len(x)),
    forgetful,
    moved_bias_first,
    lambda W, b, x, t, rate: epoch(W, b, x, t, 1.0),
    lambda W, b, x, t, rate: epoch(W, b, x, t, rate / len(x)),
    lambda *a: epoch(*a)[::-1],
    lambda *a: epoch(*a)[0],
    lambda W, b, x, t, rate: tuple(new - old for new, old in zip(epoch(W, b, x, t, rate), (W, b), strict=True)),
]

SHEETS = [
    AnswerSheet(
        "12.online_epoch", wrong=EPOCH_WRONG, right=[epoch, by_products, with_bias_row, lambda *a: [*epoch(*a)]]
    )
]
