"""Answers to 12.filter_gradient: the gradient of a shared weight."""

import numpy as np
from scipy.signal import convolve2d, correlate2d

from tests.labs.answer_sheet import AnswerSheet


def gradient_loops(images, delta):
    n, filters, down, across = delta.shape
    kh, kw = images.shape[1] - down + 1, images.shape[2] - across + 1
    dW = np.zeros((filters, kh, kw))
    for s in range(n):
        for f in range(filters):
            for y in range(down):
                for x in range(across):
                    dW[f] += delta[s, f, y, x] * images[s, y : y + kh, x : x + kw]
    return dW


def uses(images, delta):
    """Every use apart: (samples, filters, down, across, kh, kw)."""
    kh, kw = images.shape[1] - delta.shape[2] + 1, images.shape[2] - delta.shape[3] + 1
    windows = np.lib.stride_tricks.sliding_window_view(images, (kh, kw), axis=(1, 2))
    return delta[..., None, None] * windows[:, None]


def overwritten(images, delta):
    return uses(images, delta)[-1, :, -1, -1]


GRADIENT_WRONG = [
    overwritten,
    lambda p, d: uses(p, d)[0, :, 0, 0],
    lambda p, d: uses(p, d)[:, :, -1, -1].sum(axis=0),
    lambda p, d: uses(p, d)[-1].sum(axis=(1, 2)),
    lambda p, d: uses(p, d)[0].sum(axis=(1, 2)),
    lambda p, d: uses(p, d).mean(axis=(0, 2, 3)),
    lambda p, d: uses(p, d).sum(axis=(2, 3)).mean(axis=0),
    lambda p, d: uses(p, d).mean(axis=(2, 3)).sum(axis=0),
    lambda p, d: uses(p, d).sum(axis=(2, 3)),
    lambda p, d: uses(p, d).sum(axis=0),
    lambda p, d: -uses(p, d).sum(axis=(0, 2, 3)),
    lambda p, d: uses(p, d).sum(axis=(0, 2, 3))[:, ::-1, ::-1],
    lambda p, d: uses(p, d[:, :, ::-1, ::-1]).sum(axis=(0, 2, 3)),
    lambda p, d: uses(p, d).sum(axis=(0, 2, 3)).transpose(0, 2, 1),
    lambda p, d: uses(p, d).sum(axis=(0, 1, 2, 3)),
    lambda p, d: uses(p, np.ones_like(d)).sum(axis=(0, 2, 3)),
    lambda p, d: d.sum(axis=(0, 2, 3))[:, None, None] * uses(p, np.ones_like(d)).sum(axis=(0, 2, 3)),
    lambda p, d: np.array(
        [sum(convolve2d(i, e[f], mode="valid") for i, e in zip(p, d, strict=True)) for f in range(d.shape[1])]
    ),
    lambda p, d: np.array(
        [sum(correlate2d(i, e[f], mode="same") for i, e in zip(p, d, strict=True)) for f in range(d.shape[1])]
    ),
    lambda p, d: uses(np.ones_like(p), d).sum(axis=(0, 2, 3)),
    lambda p, d: uses(p, d).max(axis=(0, 2, 3)),
    lambda p, d: np.abs(uses(p, d)).sum(axis=(0, 2, 3)),
]

SHEETS = [
    AnswerSheet(
        "12.filter_gradient",
        wrong=GRADIENT_WRONG,
        right=[
            gradient_loops,
            lambda p, d: uses(p, d).sum(axis=(0, 2, 3)),
            lambda p, d: np.array(
                [sum(correlate2d(i, e[f], mode="valid") for i, e in zip(p, d, strict=True)) for f in range(d.shape[1])]
            ),
            lambda p, d: np.einsum("sfyxij->fij", uses(p.astype(float), d)),
        ],
    )
]
