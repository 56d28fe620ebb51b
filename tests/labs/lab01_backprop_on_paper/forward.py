"""Forward passes of one sample, wrong and right."""

import math

import numpy as np
from scipy.special import expit

from tests.labs.answer_sheet import AnswerSheet


def logistic(v):
    return 1 / (1 + np.exp(-v))


def forward_by_loops(x, W1, b1, W2, b2):
    def layer(signals, W, b):
        out = []
        for j in range(W.shape[1]):
            total = b[j]
            for i in range(W.shape[0]):
                total += signals[i] * W[i, j]
            out.append(1 / (1 + math.exp(-total)))
        return np.array(out)

    hidden = layer(x, W1, b1)
    return hidden, layer(hidden, W2, b2)


def forward_bias_as_weight(x, W1, b1, W2, b2):
    h = expit(np.r_[x, 1.0] @ np.vstack([W1, b1]))
    return h, expit(np.append(h, 1) @ np.vstack([W2, b2]))


def forward_einsum(x, W1, b1, W2, b2):
    h = 0.5 * (1 + np.tanh(0.5 * (np.einsum("i,ij->j", x, W1) + b1)))
    return h, 0.5 * (1 + np.tanh(0.5 * (np.einsum("i,ij->j", h, W2) + b2)))


def forward_single(x, W1, b1, W2, b2):
    x, W1, b1, W2, b2 = (a.astype(np.float32) for a in (x, W1, b1, W2, b2))
    h = logistic(x.dot(W1) + b1)
    return h, logistic(h.dot(W2) + b2)


def forward_columns(x, W1, b1, W2, b2):
    h = expit(W1.T @ x + b1)
    return [h, expit(W2.T @ h + b2)]


def forward_rows_for_columns(x, W1, b1, W2, b2):
    h = logistic(W1.dot(x) + b1)
    return h, logistic(W2.dot(h) + b2)


def both(layer):
    """A forward pass in which both layers make the same mistake."""

    def wrong(x, W1, b1, W2, b2):
        h = layer(x, W1, b1)
        return h, layer(h, W2, b2)

    return wrong


def softmax_at_the_end(x, W1, b1, W2, b2):
    h = expit(x @ W1 + b1)
    z = np.exp(h @ W2 + b2)
    return h, z / z.sum()


SHEETS = [
    AnswerSheet(
        "01.forward",
        wrong=[
            (forward_rows_for_columns, "weights transposed"),
            (both(lambda a, W, b: expit(a @ W)), "bias forgotten"),
            (both(lambda a, W, b: expit(a @ W - b)), "bias subtracted"),
            both(lambda a, W, b: a @ W + b),
            both(lambda a, W, b: expit(-(a @ W) - b)),
            both(lambda a, W, b: expit(a @ W + b) * (1 - expit(a @ W + b))),
            both(lambda a, W, b: np.tanh(a @ W + b)),
            both(lambda a, W, b: expit(a @ W) + b),
            both(lambda a, W, b: expit(a).dot(W) + b),
            both(lambda a, W, b: math.exp(a @ W + b)),
            lambda x, W1, b1, W2, b2: (expit(x @ W1 + b1), expit(x @ W1 + b1) @ W2 + b2),
            lambda x, W1, b1, W2, b2: (x @ W1 + b1, expit((x @ W1 + b1) @ W2 + b2)),
            lambda x, W1, b1, W2, b2: (expit(x @ W1), expit(expit(x @ W1) @ W2 + b2)),
            lambda x, W1, b1, W2, b2: (expit(x @ W1 + b1), expit(expit(x @ W1 + b1) @ W2)),
            lambda *net: forward_by_loops(*net)[1],
            lambda *net: forward_einsum(*net)[::-1],
            lambda *net: None,
            lambda *net: np.concatenate(forward_einsum(*net)),
        ],
        right=[forward_by_loops, forward_bias_as_weight, forward_einsum, forward_single, forward_columns],
        unnamed=[softmax_at_the_end],
    )
]
