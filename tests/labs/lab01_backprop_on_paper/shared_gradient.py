"""Gradients of weights that are used at many places, wrong and right."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def shared_by_loops(x, upstream):
    grad = [0.0] * (len(x) - len(upstream) + 1)
    for i in range(len(grad)):
        for p, u in enumerate(upstream):
            grad[i] += u * x[p + i]
    return np.array(grad)


def shared_by_toeplitz(x, upstream):
    m = len(x) - len(upstream) + 1
    return np.stack([x[p : p + m] for p in range(len(upstream))]).T @ upstream


def overwritten(x, upstream):
    m = len(x) - len(upstream) + 1
    for p in range(len(upstream)):
        grad = upstream[p] * x[p : p + m]
    return grad


SHEETS = [AnswerSheet(
    "01.shared_gradient",
    wrong=[
        (overwritten, "last use only"),
        lambda x, u: u[0] * x[: len(x) - len(u) + 1],
        (lambda x, u: shared_by_loops(x, u) / len(u), "mean over uses"),
        lambda x, u: shared_by_loops(x, u)[::-1],
        lambda x, u: np.convolve(x, u, "valid"),
        (lambda x, u: shared_by_loops(x, np.ones(len(u))), "upstream gradient ignored"),
        lambda x, u: np.ones(len(x) - len(u) + 1) * np.sum(u),
        lambda x, u: -shared_by_loops(x, u),
        lambda x, u: np.array([u * x[i : i + len(u)] for i in range(len(x) - len(u) + 1)]).T,
        lambda x, u: np.correlate(x, u, "same"),
        lambda x, u: np.correlate(x, u, "full"),
        lambda x, u: np.convolve(x, u),
        lambda x, u: shared_by_loops(x, u).sum(),
        lambda x, u: np.outer(x, u),
        lambda x, u: 2 * shared_by_loops(x, u),
        lambda x, u: x * u,
    ],
    right=[
        shared_by_loops,
        shared_by_toeplitz,
        lambda x, u: np.convolve(x, u[::-1], "valid"),
        lambda x, u: np.einsum("pi,p->i", np.lib.stride_tricks.sliding_window_view(x, len(x) - len(u) + 1), u),
        lambda x, u: shared_by_toeplitz(x, u).astype(np.float32),
    ],
)]  # fmt: skip
