"""Whole right answers to 12.toeplitz, in many forms."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def by_indices(W, height, width, stride):
    pixels = np.arange(height * width).reshape(height, width)
    win = np.lib.stride_tricks.sliding_window_view(pixels, W.shape[1:])[:: stride[0], :: stride[1]]
    idx = win.reshape(-1, W.shape[1] * W.shape[2])
    T = np.zeros((len(W), len(idx), height * width))
    for f in range(len(W)):
        for r in range(len(idx)):
            T[f, r, idx[r]] = W[f].ravel()
    return T.reshape(-1, height * width)


def by_padding(W, height, width, stride):
    n, kh, kw = W.shape
    ys = range(0, height - kh + 1, stride[0])
    xs = range(0, width - kw + 1, stride[1])
    return np.array(
        [[np.pad(w, ((y, height - kh - y), (x, width - kw - x))).flatten() for y in ys for x in xs] for w in W]
    ).reshape(-1, height * width)


def by_lists(W, height, width, stride):
    T = []
    for w in np.asarray(W).tolist():
        for y in range(0, height - len(w) + 1, stride[0]):
            for x in range(0, width - len(w[0]) + 1, stride[1]):
                row = [0.0] * (height * width)
                for i in range(len(w)):
                    for j in range(len(w[0])):
                        row[(y + i) * width + x + j] = w[i][j]
                T.append(row)
    return np.array(T)


def by_rolling(W, height, width, stride):
    n, kh, kw = W.shape
    full = []
    for w in W:
        first = np.zeros((height, width))
        first[:kh, :kw] = w
        for y in range(0, height - kh + 1, stride[0]):
            for x in range(0, width - kw + 1, stride[1]):
                full.append(np.roll(first, (y, x), axis=(0, 1)).flatten())
    return np.vstack(full)


def by_unit_images(W, height, width, stride):
    n, kh, kw = W.shape
    eye = np.eye(height * width).reshape(-1, height, width)
    win = np.lib.stride_tricks.sliding_window_view(eye, (kh, kw), axis=(1, 2))[:, :: stride[0], :: stride[1]]
    return np.einsum("pyxij,fij->fyxp", win, W).reshape(-1, height * width)


RIGHT = [by_indices, by_padding, by_lists, by_rolling, by_unit_images]

SHEETS = [AnswerSheet("12.toeplitz", wrong=[], right=RIGHT)]
