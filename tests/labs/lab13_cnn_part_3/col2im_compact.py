"""Compact answers to 13.col2im, written from its text alone: back to the image."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def weight_by_weight(q, sh, k, s, mode="+", parts=None, rev=False):
    n, c, h, w = sh
    d, a = (h - k[0]) // s[0] + 1, (w - k[1]) // s[1] + 1
    P = np.asarray(q).reshape(c, k[0], k[1], d, a, n) if parts is None else parts(np.asarray(q), c, k, d, a, n)
    out, cnt = np.zeros(sh, P.dtype), np.zeros(sh)
    for i in range(k[0]):
        for j in range(k[1]):
            ii, jj = (k[0] - 1 - i, k[1] - 1 - j) if rev else (i, j)
            at = np.s_[:, :, ii : ii + s[0] * d : s[0], jj : jj + s[1] * a : s[1]]
            v = P[:, i, j].transpose(3, 0, 1, 2)
            if mode == "=":
                out[at] = v
            elif mode == "max":
                out[at] = np.maximum(out[at], v)
            else:
                out[at] += v
                cnt[at] += 1
    return out / np.maximum(cnt, 1) if mode == "mean" else out


def read_as(shape, axes):
    """Weight by weight, with the columns cut into another shape."""
    return lambda q, sh, k, s: weight_by_weight(
        q, sh, k, s, parts=lambda q, c, k, d, a, n: q.reshape(shape(c, k, d, a, n)).transpose(axes)
    )


def by_bincount_of_indices(q, sh, k, s):
    numbers = np.arange(np.prod(sh)).reshape(sh)
    seen = np.lib.stride_tricks.sliding_window_view(numbers, k, axis=(2, 3))[:, :, :: s[0], :: s[1]]
    index = seen.transpose(1, 4, 5, 2, 3, 0).ravel()
    return np.bincount(index, np.asarray(q).ravel(), int(np.prod(sh))).reshape(sh)


SHEETS = [
    AnswerSheet(
        "13.col2im",
        wrong=[
            lambda q, sh, k, s: weight_by_weight(q, sh, k, s, "="),
            lambda q, sh, k, s: weight_by_weight(q, sh, k, s, "mean"),
            lambda q, sh, k, s: weight_by_weight(q, sh, k, s, "max"),
            lambda q, sh, k, s: weight_by_weight(q, sh, k, s, rev=True),
            read_as(lambda c, k, d, a, n: (c, k[0], k[1], n, d, a), (0, 1, 2, 4, 5, 3)),
            read_as(lambda c, k, d, a, n: (k[0], k[1], c, d, a, n), (2, 0, 1, 3, 4, 5)),
            read_as(lambda c, k, d, a, n: (c, k[1], k[0], d, a, n), (0, 2, 1, 3, 4, 5)),
            read_as(lambda c, k, d, a, n: (c, k[0], k[1], a, d, n), (0, 1, 2, 4, 3, 5)),
            lambda q, sh, k, s: weight_by_weight(q, sh, k, s).reshape(sh[0], -1),
            lambda q, sh, k, s: weight_by_weight(q, sh, k, s)[..., ::-1, ::-1],
            lambda q, sh, k, s: weight_by_weight(q, sh, k, s).transpose(1, 2, 3, 0),
            lambda q, sh, k, s: weight_by_weight(q, sh, k, s) / (k[0] * k[1]),
            lambda q, sh, k, s: -weight_by_weight(q, sh, k, s),
            lambda q, sh, k, s: weight_by_weight(q, sh, k, s)[:1].repeat(sh[0], 0),
            (lambda q, sh, k, s: weight_by_weight(q, sh, k, s).tolist(), "list"),
        ],
        right=[
            weight_by_weight,
            lambda q, sh, k, s: weight_by_weight(np.asarray(q, np.float64), sh, k, s),
            by_bincount_of_indices,
            lambda q, sh, k, s: weight_by_weight(q, list(sh), list(k), list(s)),
        ],
    )
]
