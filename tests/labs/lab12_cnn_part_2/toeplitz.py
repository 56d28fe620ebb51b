"""Answers to 12.toeplitz: the Toeplitz matrix of a bank of filters."""

import numpy as np
from scipy.signal import correlate2d

from tests.labs.answer_sheet import AnswerSheet


def slid(W, h, w, stride, put=lambda row, y, x, f: None, order="fyx"):
    """Slide by loops; ``put`` writes a filter into an empty image."""
    kh, kw = W.shape[1:]
    places = [(y, x) for y in range(0, h - kh + 1, stride[0]) for x in range(0, w - kw + 1, stride[1])]
    rows = []
    pairs = [(f, p) for f in W for p in places] if order == "fyx" else [(f, p) for p in places for f in W]
    for f, (y, x) in pairs:
        row = np.zeros((h, w))
        put(row, y, x, f)
        rows.append(row)
    return np.array(rows)


def plain(row, y, x, f):
    row[y : y + len(f), x : x + len(f[0])] = f


def toeplitz_loops(W, h, w, stride):
    return slid(W, h, w, stride, plain).reshape(-1, h * w)


def toeplitz_four_loops(W, h, w, stride):
    n, kh, kw = W.shape
    down, across = (h - kh) // stride[0] + 1, (w - kw) // stride[1] + 1
    T = np.zeros((n * down * across, h * w))
    for f in range(n):
        for y in range(down):
            for x in range(across):
                for i in range(kh):
                    for j in range(kw):
                        T[(f * down + y) * across + x, (y * stride[0] + i) * w + x * stride[1] + j] = W[f, i, j]
    return T


def toeplitz_by_unit_images(W, h, w, stride):
    columns = []
    for pixel in range(h * w):
        image = np.zeros(h * w)
        image[pixel] = 1
        columns.append(
            [correlate2d(image.reshape(h, w), f, mode="valid")[:: stride[0], :: stride[1]].ravel() for f in W]
        )
    return np.array(columns).reshape(h * w, -1).T


def toeplitz_by_pad(W, h, w, stride):
    kh, kw = W.shape[1:]
    return np.array(
        [
            np.pad(f, ((y, h - kh - y), (x, w - kw - x))).ravel()
            for f in W
            for y in range(0, h - kh + 1, stride[0])
            for x in range(0, w - kw + 1, stride[1])
        ]
    )


def flipped(row, y, x, f):
    plain(row, y, x, f[::-1, ::-1])


def upside_down(row, y, x, f):
    plain(row, y, x, f[::-1])


def mirrored(row, y, x, f):
    plain(row, y, x, f[:, ::-1])


def turned(row, y, x, f):
    f = f.T[: row.shape[0] - y, : row.shape[1] - x]
    row[y : y + f.shape[0], x : x + f.shape[1]] = f


def one_too_few(W, h, w, stride):
    kh, kw = W.shape[1:]
    return np.array(
        [
            np.pad(f, ((y, h - kh - y), (x, w - kw - x))).ravel()
            for f in W
            for y in range(0, h - kh, stride[0])
            for x in range(0, w - kw, stride[1])
        ]
    )


def columns_first(W, h, w, stride):
    kh, kw = W.shape[1:]
    return np.array(
        [
            np.pad(f, ((y, h - kh - y), (x, w - kw - x))).ravel()
            for f in W
            for x in range(0, w - kw + 1, stride[1])
            for y in range(0, h - kh + 1, stride[0])
        ]
    )


def padded(W, h, w, stride):
    kh, kw = W.shape[1:]
    T = slid(W, h + 2, w + 2, stride, plain)
    return T[:, 1:-1, 1:-1].reshape(len(T), -1)


TOEPLITZ_WRONG = [
    lambda W, h, w, s: slid(W, h, w, s, flipped).reshape(-1, h * w),
    lambda W, h, w, s: slid(W, h, w, s, upside_down).reshape(-1, h * w),
    lambda W, h, w, s: slid(W, h, w, s, mirrored).reshape(-1, h * w),
    lambda W, h, w, s: slid(W, h, w, s, turned).reshape(-1, h * w),
    lambda W, h, w, s: toeplitz_loops(W, h, w, (1, 1)),
    lambda W, h, w, s: toeplitz_loops(W, h, w, (s[0], 1)),
    lambda W, h, w, s: toeplitz_loops(W, h, w, (1, s[1])),
    lambda W, h, w, s: toeplitz_loops(W, h, w, (s[0], s[0])),
    lambda W, h, w, s: toeplitz_loops(W, h, w, s[::-1]),
    lambda W, h, w, s: toeplitz_loops(W, h, w, s).T,
    one_too_few,
    columns_first,
    padded,
    lambda W, h, w, s: slid(W, h, w, s, plain, "yxf").reshape(-1, h * w),
    lambda W, h, w, s: toeplitz_loops(W[:1], h, w, s),
    lambda W, h, w, s: toeplitz_loops(W[::-1], h, w, s),
    lambda W, h, w, s: slid(W, h, w, s, plain),
    lambda W, h, w, s: slid(W, h, w, s, plain).transpose(0, 2, 1).reshape(-1, h * w),
    lambda W, h, w, s: toeplitz_loops(W.sum(axis=0)[None], h, w, s),
    lambda W, h, w, s: -toeplitz_loops(W, h, w, s),
    lambda W, h, w, s: toeplitz_loops(np.ones_like(W), h, w, s),
    lambda W, h, w, s: toeplitz_loops(W, w, h, s),
    lambda W, h, w, s: toeplitz_loops(W, h, w, s)[: len(W)],
    lambda W, h, w, s: W.reshape(len(W), -1),
]

SHEETS = [
    AnswerSheet(
        "12.toeplitz",
        wrong=TOEPLITZ_WRONG,
        right=[toeplitz_loops, toeplitz_four_loops, toeplitz_by_unit_images, toeplitz_by_pad],
    )
]
