"""Compact answers to 13.forward, written from its text alone: all filters at all places."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def sums(X, W, b):
    return np.asarray(W).reshape(len(W), -1) @ X + np.asarray(b)[:, None]


def samples_first(v, W, d, a, n):
    return v.reshape(len(W), d, a, n).transpose(3, 0, 1, 2)


def filter_by_filter(X, W, b, d, a, n):
    maps = [[(w.ravel() @ X).reshape(d, a, n)[..., m] + c for w, c in zip(W, b, strict=True)] for m in range(n)]
    return np.array(maps)


def axis_moved(X, W, b, d, a, n):
    v = np.einsum("fk,kp->fp", W.reshape(len(W), -1), X).reshape(len(W), d, a, n)
    return np.moveaxis(v, -1, 0) + b[None, :, None, None]


SHEETS = [
    AnswerSheet(
        "13.forward",
        wrong=[
            lambda X, W, b, d, a, n: sums(X, W, b).reshape(n, len(W), d, a),
            lambda X, W, b, d, a, n: samples_first(sums(X, W, 0 * b), W, d, a, n),
            lambda X, W, b, d, a, n: samples_first(sums(X, W, -b), W, d, a, n),
            lambda X, W, b, d, a, n: sums(X, W, b).reshape(len(W), n, d, a).transpose(1, 0, 2, 3),
            lambda X, W, b, d, a, n: sums(X, W, b).reshape(len(W), a, d, n).transpose(3, 0, 2, 1),
            lambda X, W, b, d, a, n: sums(X, W, b).reshape(len(W), d, a, n),
            lambda X, W, b, d, a, n: sums(X, W, b),
            lambda X, W, b, d, a, n: samples_first(sums(X, W[:, :, ::-1, ::-1], b), W, d, a, n),
            lambda X, W, b, d, a, n: samples_first(sums(X, W.transpose(0, 1, 3, 2), b), W, d, a, n),
            lambda X, W, b, d, a, n: samples_first(np.maximum(sums(X, W, b), 0), W, d, a, n),
            lambda X, W, b, d, a, n: samples_first(sums(X, W, b) / X.shape[0], W, d, a, n),
            lambda X, W, b, d, a, n: samples_first(W.reshape(len(W), -1) @ X + b.sum(), W, d, a, n),
            lambda X, W, b, d, a, n: sums(X, W, b).reshape(len(W), d, a, n).transpose(3, 0, 2, 1),
            lambda X, W, b, d, a, n: samples_first(sums(X, W, X.shape[0] * b), W, d, a, n),
            (lambda X, W, b, d, a, n: samples_first(sums(X, W, b), W, d, a, n).tolist(), "list"),
        ],
        right=[
            lambda X, W, b, d, a, n: samples_first(sums(X, W, b), W, d, a, n),
            lambda X, W, b, d, a, n: (X.T @ W.reshape(len(W), -1).T + b).reshape(d, a, n, len(W)).transpose(2, 3, 0, 1),
            filter_by_filter,
            axis_moved,
        ],
    )
]
