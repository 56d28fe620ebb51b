"""Compact answers to 13.weight_gradients, written from its text alone: gradients of shared weights."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def a_filter_a_row(g):
    return np.asarray(g).transpose(1, 2, 3, 0).reshape(g.shape[1], -1)


def both(X, g, s):
    r = a_filter_a_row(g)
    return (r @ X.T).reshape(-1, *s), r.sum(1)


def from_rows(r, X, s):
    return (r @ X.T).reshape(-1, *s)


def row_by_row(X, g, s):
    r = a_filter_a_row(g)
    return np.stack([(X * one).sum(1).reshape(s) for one in r]), np.array([one.sum() for one in r])


SHEETS = [
    AnswerSheet(
        "13.weight_gradients",
        wrong=[
            lambda X, g, s: tuple(v / len(g) for v in both(X, g, s)),
            lambda X, g, s: tuple(v / X.shape[1] for v in both(X, g, s)),
            lambda X, g, s: (both(X, g, s)[0], a_filter_a_row(g).mean(1)),
            lambda X, g, s: (both(X, g, s)[0], 2 * a_filter_a_row(g).sum(1)),
            lambda X, g, s: tuple(-v for v in both(X, g, s)),
            lambda X, g, s: (
                from_rows(g.transpose(1, 0, 2, 3).reshape(g.shape[1], -1), X, s),
                a_filter_a_row(g).sum(1),
            ),
            lambda X, g, s: (from_rows(g.reshape(g.shape[1], -1), X, s), g.reshape(g.shape[1], -1).sum(1)),
            lambda X, g, s: (a_filter_a_row(g) @ X.T, a_filter_a_row(g).sum(1)),
            lambda X, g, s: both(X, g, s)[::-1],
            lambda X, g, s: both(X, g, s)[0],
            lambda X, g, s: (both(X, g, s)[0][..., ::-1, ::-1], a_filter_a_row(g).sum(1)),
            lambda X, g, s: (both(X, g, s)[0], g.sum(axis=(2, 3))),
            lambda X, g, s: (both(X, g, s)[0], g.sum()),
            lambda X, g, s: (both(X, g[:1].repeat(len(g), 0), s)[0], a_filter_a_row(g).sum(1)),
            lambda X, g, s: (both(X, g, s)[0], a_filter_a_row(g).sum(1, keepdims=True)),
            (lambda X, g, s: [both(X, g, s)[0].tolist(), both(X, g, s)[1].tolist()], "list"),
        ],
        right=[
            both,
            lambda X, g, s: ((X @ a_filter_a_row(g).T).T.reshape(-1, *s), g.sum(axis=(0, 2, 3))),
            row_by_row,
            lambda X, g, s: (np.einsum("fp,kp->fk", a_filter_a_row(g), X).reshape(-1, *s), np.einsum("sfyx->f", g)),
        ],
    )
]
