"""Answers to 13.im2col: what the filters see."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.labs.answer_sheet import AnswerSheet


def view(x, k, s):
    """Windows (n, c, down, across, kh, kw)."""
    return sliding_window_view(x, tuple(k), axis=(2, 3))[:, :, :: s[0], :: s[1]]


def matrix(x, k, s, order, rows=3):
    v = view(x, k, s).transpose(order)
    return v.reshape(int(np.prod(v.shape[:rows])), -1)


def by_places(x, k, s):
    n, c, H, W = x.shape
    cols = []
    for y in range(0, H - k[0] + 1, s[0]):
        for q in range(0, W - k[1] + 1, s[1]):
            for m in range(n):
                cols.append(x[m, :, y : y + k[0], q : q + k[1]].ravel())
    return np.array(cols).T


def by_samples(x, k, s):
    n, c, H, W = x.shape
    cols = []
    for m in range(n):
        for y in range(0, H - k[0] + 1, s[0]):
            for q in range(0, W - k[1] + 1, s[1]):
                cols.append(x[m, :, y : y + k[0], q : q + k[1]].ravel())
    return np.array(cols).T


def loop_with(step_y, step_x, short_y=0, short_x=0, change=lambda w: w):
    def answer(x, k, s):
        n, c, H, W = x.shape
        cols = [
            change(x[m, :, y : y + k[0], q : q + k[1]]).ravel()
            for y in range(0, H - k[0] + 1 - short_y, step_y(s))
            for q in range(0, W - k[1] + 1 - short_x, step_x(s))
            for m in range(n)
        ]
        return np.array(cols).T

    return answer


def first(s):
    return s[0]


def second(s):
    return s[1]


SHEETS = [
    AnswerSheet(
        "13.im2col",
        wrong=[
            (lambda x, k, s: by_places(x, k, s).T, "rows and columns swapped"),
            (by_samples, "samples first"),
            (loop_with(second, first), "strides swapped"),
            loop_with(first, first),
            loop_with(second, second),
            loop_with(lambda s: 1, lambda s: 1),
            loop_with(first, lambda s: 1),
            loop_with(lambda s: 1, second),
            loop_with(first, second, 1, 1),
            loop_with(first, second, 1, 0),
            loop_with(first, second, 0, 1),
            (loop_with(first, second, change=lambda w: w[:, ::-1, ::-1]), "kernel flipped"),
            loop_with(first, second, change=lambda w: w[:, ::-1]),
            loop_with(first, second, change=lambda w: w.transpose(0, 2, 1)),
            loop_with(first, second, change=lambda w: w.transpose(1, 2, 0)),
            loop_with(first, second, change=lambda w: w[::-1]),
            loop_with(first, second, change=lambda w: w[:1]),
            loop_with(first, second, change=lambda w: w.sum(axis=0)),
            lambda x, k, s: matrix(x, k, s, (1, 4, 5, 3, 2, 0)),
            lambda x, k, s: matrix(x, k, s, (0, 1, 2, 3, 4, 5)).reshape(by_places(x, k, s).shape),
            lambda x, k, s: by_places(x, k, s).T.reshape(by_places(x, k, s).shape),
            lambda x, k, s: by_samples(x, k, s).T,
            lambda x, k, s: by_places(x[:1], k, s),
            lambda x, k, s: by_places(x, k[::-1], s),
            lambda x, k, s: by_places(x, (k[0], k[0]), s),
            lambda x, k, s: view(x, k, s),
            lambda x, k, s: by_places(np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1))), k, s),
            lambda x, k, s: by_places(x, k, k),
            lambda x, k, s: matrix(x, k, s, (0, 1, 4, 5, 2, 3), 4),
            lambda x, k, s: None,
        ],
        right=[
            by_places,
            lambda x, k, s: matrix(x, k, s, (1, 4, 5, 2, 3, 0)),
            lambda x, k, s: np.stack(list(by_places(x, k, s).T), axis=1),
            lambda x, k, s: by_places(x, k, s).astype(np.float32),
        ],
    )
]
