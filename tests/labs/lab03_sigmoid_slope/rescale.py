"""Weights and rates for slope 1, wrong and right."""

import math

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def in_place(weights, rate, k):
    for W in weights:
        W *= k
    return weights, rate * k * k


def emptied(weights, rate, k):
    new = []
    while weights:
        new.append(k * weights.pop(0))
    return new, rate * k * k


def with_a_loop(weights, rate, k):
    new = []
    for W in weights:
        V = np.empty_like(W)
        for i in range(W.shape[0]):
            for j in range(W.shape[1]):
                V[i, j] = W[i, j] * k
        new.append(V)
    return new, rate * k * k


def on_copies(weights, rate, k):
    new = [W.copy() for W in weights]
    for W in new:
        W *= k
    return new, rate * k**2


def flat_and_back(weights, rate, k):
    theta = k * np.concatenate([W.ravel() for W in weights])
    ends = np.cumsum([W.size for W in weights])
    return [part.reshape(W.shape) for part, W in zip(np.split(theta, ends[:-1]), weights, strict=True)], rate * k * k


WRONG = [
    (lambda weights, rate, k: ([W * k for W in weights], rate * k), "rate times k"),
    lambda weights, rate, k: ([W * k for W in weights], rate),
    lambda weights, rate, k: ([W * k for W in weights], rate / k),
    (lambda weights, rate, k: ([W * k for W in weights], rate / (k * k)), "rate divided by k squared"),
    lambda weights, rate, k: ([W * k for W in weights], rate * 2 * k),
    lambda weights, rate, k: ([W * k for W in weights], rate * k**3),
    lambda weights, rate, k: ([W * k for W in weights], rate * math.sqrt(k)),
    lambda weights, rate, k: ([W * k for W in weights], rate * k ** len(weights)),
    lambda weights, rate, k: ([W / k for W in weights], rate / k**2),
    (lambda weights, rate, k: ([W / k for W in weights], rate * k**2), "weights divided"),
    lambda weights, rate, k: ([W / k for W in weights], rate * k),
    lambda weights, rate, k: ([W / k for W in weights], rate),
    lambda weights, rate, k: (weights, rate * k**2),
    lambda weights, rate, k: (weights, rate * k),
    lambda weights, rate, k: (weights, rate),
    lambda weights, rate, k: ([W * k**2 for W in weights], rate * k),
    lambda weights, rate, k: ([W * k**2 for W in weights], rate * k**2),
    lambda weights, rate, k: ([W * math.sqrt(k) for W in weights], rate * k),
    (lambda weights, rate, k: ([weights[0] * k, *weights[1:]], rate * k**2), "first layer only"),
    lambda weights, rate, k: ([*weights[:-1], weights[-1] * k], rate * k**2),
    lambda weights, rate, k: ([*[W * k for W in weights[:-1]], weights[-1]], rate * k**2),
    lambda weights, rate, k: ([W * k ** (n + 1) for n, W in enumerate(weights)], rate * k**2),
    lambda weights, rate, k: (rate * k**2, [W * k for W in weights]),
    lambda weights, rate, k: [W * k for W in weights],
    lambda weights, rate, k: ([W.T * k for W in weights], rate * k**2),
    lambda weights, rate, k: ([k * weights[0]], rate * k**2),
    lambda weights, rate, k: (k * weights, rate * k**2),
    lambda weights, rate, k: ([W + k for W in weights], rate * k**2),
    lambda weights, rate, k: None,
    in_place,
    emptied,
]

RIGHT = [
    with_a_loop, on_copies, flat_and_back,
    lambda weights, rate, k: ([np.multiply(k, W) for W in weights], rate * k * k),
    lambda weights, rate, k: (tuple(W + (k - 1) * W for W in weights), k * (k * rate)),
    lambda weights, rate, k: [[np.float32(k) * W.astype(np.float32) for W in weights], rate * k**2],
]  # fmt: skip


SHEETS = [AnswerSheet("03.rescale", WRONG, RIGHT)]
