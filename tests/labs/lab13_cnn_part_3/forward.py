"""Answers to 13.forward: all filters at all places."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def flat(W):
    return W.reshape(len(W), -1)


def zmat(c, W, b):
    return flat(W) @ c + b[:, None]


def forward_loops(c, W, b, down, across, n):
    out = np.zeros((n, len(W), down, across))
    for s in range(n):
        for f in range(len(W)):
            for y in range(down):
                for x in range(across):
                    out[s, f, y, x] = c[:, (y * across + x) * n + s] @ W[f].ravel() + b[f]
    return out


def forward_einsum(c, W, b, down, across, n):
    c = c.reshape(*W.shape[1:], down, across, n)
    return np.einsum("fcij,cijyxs->sfyx", W, c) + b[None, :, None, None]


def forward_tensordot(c, W, b, down, across, n):
    c = c.reshape(*W.shape[1:], down, across, n)
    return np.moveaxis(np.tensordot(W, c, 3), -1, 0) + b.reshape(1, -1, 1, 1)


def good(c, W, b, down, across, n):
    return zmat(c, W, b).reshape(len(W), down, across, n).transpose(3, 0, 1, 2)


SHEETS = [
    AnswerSheet(
        "13.forward",
        wrong=[
            (lambda c, W, b, d, a, n: zmat(c, W, b).reshape(n, len(W), d, a), "reshaped in the wrong order"),
            lambda c, W, b, d, a, n: zmat(c, W, b).reshape(len(W), n, d, a).transpose(1, 0, 2, 3),
            lambda c, W, b, d, a, n: zmat(c, W, b).reshape(len(W), d, a, n),
            lambda c, W, b, d, a, n: zmat(c, W, b).reshape(len(W), d, a, n).T,
            lambda c, W, b, d, a, n: zmat(c, W, b).reshape(len(W), d, a, n).transpose(3, 0, 2, 1),
            lambda c, W, b, d, a, n: zmat(c, W, b).reshape(len(W), d, a, n).transpose(0, 3, 1, 2),
            lambda c, W, b, d, a, n: zmat(c, W, b).reshape(len(W), d, a, n).transpose(3, 1, 2, 0),
            lambda c, W, b, d, a, n: zmat(c, W, b).reshape(len(W), a, d, n).transpose(3, 0, 2, 1),
            lambda c, W, b, d, a, n: zmat(c, W, b).T.reshape(n, len(W), d, a),
            lambda c, W, b, d, a, n: zmat(c, W, b),
            lambda c, W, b, d, a, n: good(c, W, 0 * b, d, a, n),
            lambda c, W, b, d, a, n: good(c, W, -b, d, a, n),
            lambda c, W, b, d, a, n: good(c, W, 0 * b + b[0], d, a, n),
            lambda c, W, b, d, a, n: good(c, W, 0 * b, d, a, n) + b.sum(),
            lambda c, W, b, d, a, n: good(c, W, 0 * b, d, a, n) + b,
            lambda c, W, b, d, a, n: (flat(W) @ c + b).reshape(len(W), d, a, n).transpose(3, 0, 1, 2),
            (lambda c, W, b, d, a, n: good(c, W[:, :, ::-1, ::-1], b, d, a, n), "kernel flipped"),
            lambda c, W, b, d, a, n: good(c, W.transpose(0, 1, 3, 2), b, d, a, n),
            lambda c, W, b, d, a, n: good(c, W.transpose(0, 2, 3, 1), b, d, a, n),
            lambda c, W, b, d, a, n: good(c, W.reshape(-1, len(W)).T, b, d, a, n),
            lambda c, W, b, d, a, n: good(c, W, b, d, a, n).mean(axis=1, keepdims=True),
            lambda c, W, b, d, a, n: good(c, W, b, d, a, n).sum(axis=1),
            lambda c, W, b, d, a, n: np.maximum(0, good(c, W, b, d, a, n)),
            lambda c, W, b, d, a, n: np.tanh(good(c, W, b, d, a, n)),
            lambda c, W, b, d, a, n: good(c, W, b, d, a, n)[:1],
            lambda c, W, b, d, a, n: W @ c + b,
            lambda c, W, b, d, a, n: good(c, W, b, d, a, n) / W[0].size,
            lambda c, W, b, d, a, n: good(c, W, b, d, a, n).reshape(n, -1),
            lambda c, W, b, d, a, n: None,
        ],
        right=[
            forward_loops,
            forward_einsum,
            forward_tensordot,
            lambda c, W, b, d, a, n: good(c.astype(np.float32), W.astype(np.float32), b.astype(np.float32), d, a, n),
        ],
    )
]
