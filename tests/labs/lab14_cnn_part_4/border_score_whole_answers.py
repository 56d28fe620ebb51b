"""Whole answers to 14.border_score, written from its text alone: the weight of the border."""

import numpy as np
from scipy import ndimage

from tests.labs.answer_sheet import AnswerSheet


def mask(m, r):
    b = np.ones(m.shape, bool)
    b[r : m.shape[0] - r, r : m.shape[1] - r] = False
    return b


def bs(m, r, top=np.abs, red=np.mean, b=None):
    b = mask(m, r) if b is None else b
    s = top(m)
    return red(s[b]) / red(s[~b])


def bm(m, r, rule):
    i, j = np.indices(m.shape)
    return rule(i, j, *m.shape, r)


def br_loop(m, r):
    h, w = np.shape(m)
    e, c = [], []
    for i in range(h):
        for j in range(w):
            (c if r <= i < h - r and r <= j < w - r else e).append(abs(m[i][j]))
    return sum(e) / len(e) / (sum(c) / len(c))


def br_sub(m, r):
    a = np.abs(m)
    c = a[r:-r, r:-r]
    return (a.sum() - c.sum()) / (a.size - c.size) / c.mean()


def br_pad(m, r):
    inside = np.pad(np.ones((m.shape[0] - 2 * r, m.shape[1] - 2 * r)), r)
    return np.average(np.abs(m), weights=1 - inside) / np.average(np.abs(m), weights=inside)


def br_parts(m, r):
    a = np.abs(m)
    p = [a[:r], a[-r:], a[r:-r, :r], a[r:-r, -r:]]
    return np.concatenate([q.ravel() for q in p]).mean() / a[r:-r, r:-r].mean()


def br_dist(m, r):
    i, j = np.indices(m.shape)
    d = np.minimum(np.minimum(i, m.shape[0] - 1 - i), np.minimum(j, m.shape[1] - 1 - j))
    return float(np.sqrt(m**2)[d < r].mean() / np.sqrt(m**2)[d >= r].mean())


def br_erode(m, r):
    c = ndimage.binary_erosion(np.ones(m.shape, bool), np.ones((3, 3)), iterations=r)
    return np.ma.array(abs(m), mask=c).mean() / np.ma.array(abs(m), mask=~c).mean()


WRONG = [
    lambda m, r: bs(m, r, top=lambda a: a),
    lambda m, r: abs(bs(m, r, top=lambda a: a)),
    lambda m, r: bs(m, r, red=np.sum),
    lambda m, r: 1 / bs(m, r),
    lambda m, r: bs(m, r, top=np.square),
    lambda m, r: bs(m, r, red=lambda v: np.sqrt(np.mean(v**2))),
    lambda m, r: bs(m, r, red=np.median),
    lambda m, r: bs(m, r, red=np.max),
    lambda m, r: np.abs(m)[mask(m, r)].mean() / np.abs(m).mean(),
    lambda m, r: np.abs(m)[mask(m, r)].sum() / np.abs(m).sum(),
    lambda m, r: bs(m, 1),
    lambda m, r: bs(m, r, b=bm(m, r, lambda i, j, h, w, r: (i < r) | (i >= h - r))),
    lambda m, r: bs(m, r, b=bm(m, r, lambda i, j, h, w, r: (i < r) | (j < r))),
    lambda m, r: bs(m, r, b=bm(m, r, lambda i, j, h, w, r: (i <= r) | (j <= r) | (i >= h - r) | (j >= w - r))),
    lambda m, r: bs(m, r, b=bm(m, r, lambda i, j, h, w, r: (i < r) | (j < r) | (i > h - r) | (j > w - r))),
    lambda m, r: bs(m, r, b=bm(m, r, lambda i, j, h, w, r: (i < r) | (j < r) | (i >= h - r) | (j >= h - r))),
    lambda m, r: bs(m, r, b=bm(m, r, lambda i, j, h, w, r: ((i < r) | (i >= h - r)) & ((j < r) | (j >= w - r)))),
    lambda m, r: np.abs(m[mask(m, r)].mean()) / np.abs(m[~mask(m, r)].mean()),
    lambda m, r: np.abs(m)[mask(m, r)].mean() - np.abs(m)[~mask(m, r)].mean(),
    lambda m, r: (
        np.abs(np.concatenate([m[:r].ravel(), m[-r:].ravel(), m[:, :r].ravel(), m[:, -r:].ravel()])).mean()
        / np.abs(m[r:-r, r:-r]).mean()
    ),
    lambda m, r: (
        np.mean([np.abs(m[:r]).mean(), np.abs(m[-r:]).mean(), np.abs(m[:, :r]).mean(), np.abs(m[:, -r:]).mean()])
        / np.abs(m[r:-r, r:-r]).mean()
    ),
    lambda m, r: (np.abs(m) * mask(m, r)).mean() / (np.abs(m) * ~mask(m, r)).mean(),
    lambda m, r: bs(m, r, top=lambda a: np.maximum(a, 0)),
    lambda m, r: np.abs(m[mask(m, r)]).mean() / m[~mask(m, r)].mean(),
    lambda m, r: round(bs(m, r), 2),
    lambda m, r: (bs(m, r), mask(m, r)),
    lambda m, r: mask(m, r).sum() / (~mask(m, r)).sum(),
    lambda m, r: bs(m, r, top=lambda a: a - a.min()),
    lambda m, r: np.abs(m[:r, :r]).mean() / np.abs(m[r:-r, r:-r]).mean(),
    lambda m, r: 100 * bs(m, r),
]
RIGHT = [br_loop, br_sub, br_pad, br_parts, br_dist, br_erode]
SHEETS = [AnswerSheet("14.border_score", WRONG, RIGHT)]
