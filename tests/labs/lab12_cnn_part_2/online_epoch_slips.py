"""Answers to 12.online_epoch with one slip each, written from its text alone."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def epoch(slope=lambda y, v: 1 - y**2, error=lambda t, y: t - y, sign=1, order=lambda n: range(n), bias=1):
    """An epoch with the parts that a slip may change."""

    def answer(W, b, x, t, rate):
        W, b = W.copy(), b.copy()
        for s in order(len(x)):
            v = x[s] @ W + b
            y = np.tanh(v)
            delta = error(t[s], y) * slope(y, v)
            W += sign * rate * np.outer(x[s], delta)
            b += sign * rate * bias * delta
        return W, b

    return answer


def all_samples_at_once(W, b, x, t, rate):
    y = np.tanh(x @ W + b)
    delta = (t - y) * (1 - y**2)
    return W + rate * x.T @ delta, b + rate * delta.sum(axis=0)


def mean_of_all_samples(W, b, x, t, rate):
    y = np.tanh(x @ W + b)
    delta = (t - y) * (1 - y**2)
    return W + rate * x.T @ delta / len(x), b + rate * delta.mean(axis=0)


def answers_from_the_old_weights(W, b, x, t, rate):
    y = np.tanh(x @ W + b)
    W, b = W.copy(), b.copy()
    for s in range(len(x)):
        delta = (t[s] - y[s]) * (1 - y[s] ** 2)
        W += rate * np.outer(x[s], delta)
        b += rate * delta
    return W, b


def given_weights_overwritten(W, b, x, t, rate):
    for sample, target in zip(x, t, strict=True):
        y = np.tanh(sample @ W + b)
        delta = (target - y) * (1 - y**2)
        W += rate * np.outer(sample, delta)
        b += rate * delta
    return W, b


def bias_meets_the_new_weights(W, b, x, t, rate):
    W, b = W.copy(), b.copy()
    for sample, target in zip(x, t, strict=True):
        y = np.tanh(sample @ W + b)
        W += rate * np.outer(sample, (target - y) * (1 - y**2))
        y = np.tanh(sample @ W + b)
        b += rate * (target - y) * (1 - y**2)
    return W, b


def weights_only_returned(W, b, x, t, rate):
    return epoch()(W, b, x, t, rate)[0]


def last_step_only(W, b, x, t, rate):
    for sample, target in zip(x, t, strict=True):
        y = np.tanh(sample @ W + b)
        delta = (target - y) * (1 - y**2)
        new_W, new_b = W + rate * np.outer(sample, delta), b + rate * delta
    return new_W, new_b


def returned_after_the_first(W, b, x, t, rate):
    for sample, target in zip(x, t, strict=True):
        y = np.tanh(sample @ W + b)
        delta = (target - y) * (1 - y**2)
        return W + rate * np.outer(sample, delta), b + rate * delta


def bias_left_out_of_the_answer(W, b, x, t, rate):
    W, b = W.copy(), b.copy()
    for sample, target in zip(x, t, strict=True):
        y = np.tanh(sample @ W)
        delta = (target - y) * (1 - y**2)
        W += rate * np.outer(sample, delta)
        b += rate * delta
    return W, b


def every_second_sample(W, b, x, t, rate):
    return epoch()(W, b, x[::2], t[::2], rate)


def input_left_out(W, b, x, t, rate):
    W, b = W.copy(), b.copy()
    for sample, target in zip(x, t, strict=True):
        y = np.tanh(sample @ W + b)
        delta = (target - y) * (1 - y**2)
        W += rate * delta
        b += rate * delta
    return W, b


def twice_through(W, b, x, t, rate):
    return epoch()(*epoch()(W, b, x, t, rate), x, t, rate)


WRONG = [
    epoch(sign=-1),
    epoch(slope=lambda y, v: 1),
    epoch(slope=lambda y, v: 1 - np.tanh(y) ** 2),
    epoch(slope=lambda y, v: y * (1 - y)),
    epoch(slope=lambda y, v: 1 - y),
    epoch(slope=lambda y, v: 1 - v**2),
    epoch(error=lambda t, y: 2 * (t - y)),
    epoch(error=lambda t, y: (t - y) ** 2 / 2),
    epoch(error=lambda t, y: np.sign(t - y)),
    epoch(order=lambda n: reversed(range(n))),
    epoch(bias=0),
    epoch(bias=2),
    epoch(bias=-1),
    all_samples_at_once,
    mean_of_all_samples,
    answers_from_the_old_weights,
    given_weights_overwritten,
    bias_meets_the_new_weights,
    weights_only_returned,
    last_step_only,
    returned_after_the_first,
    bias_left_out_of_the_answer,
    every_second_sample,
    input_left_out,
    twice_through,
]


def by_gradient(W, b, x, t, rate):
    for sample, target in zip(x, t, strict=True):
        y = np.tanh(b + sample @ W)
        gradient = (y - target) * (1 - y * y)
        W, b = W - rate * sample[:, None] * gradient, b - rate * gradient
    return W, b


def with_cosh(W, b, x, t, rate):
    weights, biases = np.array(W, float), np.array(b, float)
    for s in range(x.shape[0]):
        v = weights.T @ x[s] + biases
        delta = (t[s] - np.tanh(v)) / np.cosh(v) ** 2
        weights = weights + rate * x[s][:, np.newaxis] @ delta[np.newaxis]
        biases = biases + rate * delta
    return weights, biases


def unit_by_unit(W, b, x, t, rate):
    W, b = np.copy(W), np.copy(b)
    for s in range(len(x)):
        for k in range(W.shape[1]):
            y = np.tanh(np.dot(x[s], W[:, k]) + b[k])
            delta = (t[s, k] - y) * (1 - y**2)
            W[:, k] += rate * delta * x[s]
            b[k] += rate * delta
    return W, b


RIGHT = [epoch(), by_gradient, with_cosh, unit_by_unit]

SHEETS = [
    AnswerSheet(
        "12.online_epoch", WRONG, RIGHT, unnamed=[epoch(order=lambda n: np.random.default_rng(0).permutation(n))]
    )
]
