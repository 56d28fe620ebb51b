"""Compact answers to 13.im2col, written from its text alone: what the filters see."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def six_axes(p, k, s, order=(1, 2, 3, 4, 5, 0)):
    w = np.lib.stride_tricks.sliding_window_view(np.asarray(p), k, axis=(2, 3))[:, :, :: s[0], :: s[1]]
    w = w.transpose(0, 1, 4, 5, 2, 3)
    return w.transpose(order)


def in_rows(p, k, s, order=(1, 2, 3, 4, 5, 0)):
    return six_axes(p, k, s, order).reshape(p.shape[1] * k[0] * k[1], -1)


def place_by_place(p, k, s):
    n, _, h, w = p.shape
    cols = []
    for y in range(0, h - k[0] + 1, s[0]):
        for x in range(0, w - k[1] + 1, s[1]):
            for m in range(n):
                cols.append(p[m, :, y : y + k[0], x : x + k[1]].ravel())
    return np.array(cols).T


def image_by_image_and_a_place_short(p, k, s):
    cols = []
    for m in range(len(p)):
        for y in range(0, p.shape[2] - k[0], s[0]):
            for x in range(0, p.shape[3] - k[1], s[1]):
                cols.append(p[m, :, y : y + k[0], x : x + k[1]].ravel())
    return np.array(cols).T


SHEETS = [
    AnswerSheet(
        "13.im2col",
        wrong=[
            lambda p, k, s: in_rows(p, k, s, (1, 2, 3, 0, 4, 5)),
            lambda p, k, s: in_rows(p, k, s).T,
            lambda p, k, s: in_rows(p, k, s, (1, 2, 3, 5, 4, 0)),
            lambda p, k, s: in_rows(p, k, s, (2, 3, 1, 4, 5, 0)),
            lambda p, k, s: in_rows(p, k, s, (1, 3, 2, 4, 5, 0)),
            lambda p, k, s: in_rows(p, k, (1, 1)),
            lambda p, k, s: in_rows(p, k, s[::-1]),
            lambda p, k, s: in_rows(p, k[::-1], s),
            lambda p, k, s: in_rows(p[..., ::-1, ::-1], k, s),
            lambda p, k, s: in_rows(p, (k[0],) * 2, s),
            lambda p, k, s: in_rows(p[:1], k, s),
            lambda p, k, s: in_rows(p[:, :1], k, s),
            lambda p, k, s: six_axes(p, k, s),
            lambda p, k, s: in_rows(p, k, s)[::-1],
            image_by_image_and_a_place_short,
            (lambda p, k, s: in_rows(p, k, s).tolist(), "list"),
        ],
        right=[
            in_rows,
            place_by_place,
            lambda p, k, s: in_rows(p, k, s).astype(np.float64),
            lambda p, k, s: np.concatenate([in_rows(p[:, c : c + 1], k, s) for c in range(p.shape[1])]),
        ],
    )
]
