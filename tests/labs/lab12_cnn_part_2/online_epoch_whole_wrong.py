"""Whole wrong answers to 12.online_epoch, written from its text alone: one epoch, sample by sample."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def online(W, b, x, t, rate, d=lambda t, y: (t - y) * (1 - y**2), sign=1):
    W, b = W.copy(), b.copy()
    for s, k in zip(x, t, strict=False):
        y = np.tanh(s @ W + b)
        e = d(k, y)
        W += sign * rate * np.outer(s, e)
        b += sign * rate * e
    return W, b


def weights_overwritten(W, b, x, t, rate):
    for s, k in zip(x, t, strict=False):
        y = np.tanh(s @ W + b)
        e = (k - y) * (1 - y**2)
        W += rate * np.outer(s, e)
        b += rate * e
    return W, b


def full_batch(W, b, x, t, rate):
    y = np.tanh(x @ W + b)
    e = (t - y) * (1 - y**2)
    return W + rate * x.T @ e, b + rate * e.sum(axis=0)


def outputs_before_the_loop(W, b, x, t, rate):
    W, b = W.copy(), b.copy()
    y = np.tanh(x @ W + b)
    for i in range(len(x)):
        e = (t[i] - y[i]) * (1 - y[i] ** 2)
        W += rate * np.outer(x[i], e)
        b += rate * e
    return W, b


def bias_forgotten(W, b, x, t, rate):
    W, b = W.copy(), b.copy()
    for s, k in zip(x, t, strict=False):
        y = np.tanh(s @ W + b)
        e = (k - y) * (1 - y**2)
        W += rate * np.outer(s, e)
    return W, b


def shuffled(W, b, x, t, rate):
    W, b = W.copy(), b.copy()
    for i in np.random.permutation(len(x)):  # noqa: NPY002 (as students do)
        y = np.tanh(x[i] @ W + b)
        e = (t[i] - y) * (1 - y**2)
        W += rate * np.outer(x[i], e)
        b += rate * e
    return W, b


def returned_inside_the_loop(W, b, x, t, rate):
    W, b = W.copy(), b.copy()
    for s, k in zip(x, t, strict=False):
        y = np.tanh(s @ W + b)
        e = (k - y) * (1 - y**2)
        W += rate * np.outer(s, e)
        b += rate * e
        return W, b


def slope_of_the_output_again(W, b, x, t, rate):
    return online(W, b, x, t, rate, lambda t, y: (t - y) * (1 - np.tanh(y) ** 2))


def outer_product_turned(W, b, x, t, rate):
    W, b = W.copy(), b.copy()
    for s, k in zip(x, t, strict=False):
        y = np.tanh(s @ W + b)
        e = (k - y) * (1 - y**2)
        W += rate * np.outer(e, s)
        b += rate * e
    return W, b


def output_for_input(W, b, x, t, rate):
    W, b = W.copy(), b.copy()
    for s, k in zip(x, t, strict=False):
        y = np.tanh(s @ W + b)
        e = (k - y) * (1 - y**2)
        W += rate * e * y
        b += rate * e
    return W, b


def bias_after_the_weights(W, b, x, t, rate):
    W, b = W.copy(), b.copy()
    for s, k in zip(x, t, strict=False):
        y = np.tanh(s @ W + b)
        e = (k - y) * (1 - y**2)
        W += rate * np.outer(s, e)
        y = np.tanh(s @ W + b)
        e = (k - y) * (1 - y**2)
        b += rate * e
    return W, b


def bias_without_rate(W, b, x, t, rate):
    W, b = W.copy(), b.copy()
    for s, k in zip(x, t, strict=False):
        y = np.tanh(s @ W + b)
        e = (k - y) * (1 - y**2)
        W += rate * np.outer(s, e)
        b += e
    return W, b


def bias_uphill(W, b, x, t, rate):
    W, b = W.copy(), b.copy()
    for s, k in zip(x, t, strict=False):
        y = np.tanh(s @ W + b)
        e = (k - y) * (1 - y**2)
        W += rate * np.outer(s, e)
        b -= rate * e
    return W, b


def weights_only(W, b, x, t, rate):
    return online(W, b, x, t, rate)[0]


def mean_step(W, b, x, t, rate):
    return online(W, b, x, t, rate / len(x))


WRONG = [
    lambda *a: online(*a, sign=-1),
    lambda *a: online(*a, d=lambda t, y: t - y),
    weights_overwritten,
    full_batch,
    outputs_before_the_loop,
    bias_forgotten,
    shuffled,
    returned_inside_the_loop,
    slope_of_the_output_again,
    outer_product_turned,
    output_for_input,
    bias_after_the_weights,
    bias_without_rate,
    bias_uphill,
    weights_only,
    mean_step,
    lambda *a: online(*a, d=lambda t, y: 2 * (t - y) * (1 - y**2)),
    lambda *a: online(*a, d=lambda t, y: (t - y) * y * (1 - y)),
]

SHEETS = [AnswerSheet("12.online_epoch", wrong=WRONG, right=[])]
