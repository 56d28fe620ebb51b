"""Whole right answers to 12.online_epoch, in many forms."""

from functools import reduce

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def as_matrices(W, b, x, t, rate):
    W = 1 * W
    b = 1 * b
    for i in range(x.shape[0]):
        v = x[i : i + 1] @ W + b
        y = np.tanh(v)
        g = (y - t[i : i + 1]) / np.cosh(v) ** 2
        W = W - rate * x[i : i + 1].T @ g
        b = b - rate * g.sum(axis=0)
    return W, b


def bias_as_a_weight(W, b, x, t, rate):
    full = np.vstack([W, b])
    for s, k in zip(x, t, strict=False):
        s1 = np.append(s, 1)
        y = np.tanh(s1 @ full)
        full = full + rate * s1[:, None] * ((k - y) * (1 - y * y))[None]
    return full[:-1], full[-1]


def by_lists(W, b, x, t, rate):
    w = [list(map(float, r)) for r in W]
    c = list(map(float, b))
    for s, k in zip(x, t, strict=False):
        for o in range(len(c)):
            y = np.tanh(sum(s[i] * w[i][o] for i in range(len(s))) + c[o])
            d = (k[o] - y) * (1 - y**2)
            for i in range(len(s)):
                w[i][o] += rate * d * s[i]
            c[o] += rate * d
    return np.array(w), np.array(c)


def by_reduce(W, b, x, t, rate):
    def step(Wb, st):
        W, b = Wb
        s, k = st
        y = np.tanh(np.dot(s, W) + b)
        d = np.multiply(k - y, (1 + y) * (1 - y))
        return W + rate * np.einsum("i,o->io", s, d), b + rate * d

    return reduce(step, zip(x, t, strict=False), (W, b))


def by_exponentials(W, b, x, t, rate):
    Wn, bn = np.copy(W), np.copy(b)
    for n in range(len(t)):
        e2 = np.exp(2 * (x[n] @ Wn + bn))
        y = (e2 - 1) / (e2 + 1)
        dE = -(t[n] - y) * (1 - y**2)
        Wn -= rate * x[n].reshape(-1, 1) * dE
        bn -= rate * dE
    return Wn, bn


RIGHT = [as_matrices, bias_as_a_weight, by_lists, by_reduce, by_exponentials]

SHEETS = [AnswerSheet("12.online_epoch", wrong=[], right=RIGHT)]
