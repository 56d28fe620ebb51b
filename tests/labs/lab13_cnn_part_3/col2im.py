"""Answers to 13.col2im: back to the image."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet
from tests.labs.lab13_cnn_part_3.im2col import by_places


def back(put=None, step=lambda s: s, order=None, flip=False, less=(0, 0)):
    def answer(cols, image_shape, k, s):
        n, c, H, W = image_shape
        down, across = (H - k[0]) // s[0] + 1, (W - k[1]) // s[1] + 1
        names = dict(zip("cijyxs", (c, *k, down, across, n), strict=True))
        how = order or "cijyxs"
        parts = cols.reshape([names[a] for a in how]).transpose([how.index(a) for a in "scyxij"])
        out, (dy, dx) = np.zeros(image_shape), step(s)
        for y in range(down - less[0]):
            for x in range(across - less[1]):
                part = parts[:, :, y, x]
                part = part[:, :, ::-1, ::-1] if flip else part
                here = out[:, :, y * dy : y * dy + k[0], x * dx : x * dx + k[1]]
                if put:
                    put(here, part)
                else:
                    here += part
        return out

    return answer


def assign(here, part):
    here[:] = part


def keep_max(here, part):
    np.maximum(here, part, out=here)


sum_back = back()


def by_every_number(cols, image_shape, k, s):
    n, c, H, W = image_shape
    down, across = (H - k[0]) // s[0] + 1, (W - k[1]) // s[1] + 1
    out = np.zeros(image_shape)
    for row, (ch, i, j) in enumerate(np.ndindex(c, *k)):
        for col, (y, x, m) in enumerate(np.ndindex(down, across, n)):
            out[m, ch, y * s[0] + i, x * s[1] + j] += cols[row, col]
    return out


def by_add_at(cols, image_shape, k, s):
    number = np.arange(np.prod(image_shape), dtype=float).reshape(image_shape)
    where = by_places(number, k, s).astype(int)
    out = np.zeros(number.size)
    np.add.at(out, where, cols)
    return out.reshape(image_shape)


def fancy_overwrites(cols, image_shape, k, s):
    number = np.arange(np.prod(image_shape), dtype=float).reshape(image_shape)
    where = by_places(number, k, s).astype(int)
    out = np.zeros(number.size)
    out[where] += cols
    return out.reshape(image_shape)


def by_bincount(cols, image_shape, k, s):
    number = np.arange(np.prod(image_shape), dtype=float).reshape(image_shape)
    where = by_places(number, k, s).astype(int)
    return np.bincount(where.ravel(), cols.ravel(), number.size).reshape(image_shape)


def averaged(cols, image_shape, k, s):
    return sum_back(cols, image_shape, k, s) / np.maximum(sum_back(np.ones_like(cols), image_shape, k, s), 1)


SHEETS = [
    AnswerSheet(
        "13.col2im",
        wrong=[
            (back(assign), "overwritten"),
            back(keep_max),
            averaged,
            (back(flip=True), "added to the wrong side"),
            (back(order="cijsyx"), "samples first"),
            back(order="cijysx"),
            back(order="cijxys"),
            back(order="cjiyxs"),
            back(order="ijcyxs"),
            back(order="yxscij"),
            back(order="syxcij"),
            back(order="scijyx"),
            back(step=lambda s: (1, 1)),
            back(step=lambda s: (s[0], 1)),
            back(step=lambda s: (1, s[1])),
            back(less=(1, 1)),
            back(less=(1, 0)),
            back(less=(0, 1)),
            lambda c, i, k, s: sum_back(c, i, k, s).transpose(1, 2, 3, 0),
            lambda c, i, k, s: sum_back(c, i, k, s).transpose(0, 2, 3, 1),
            lambda c, i, k, s: sum_back(c, i, k, s) / (k[0] * k[1]),
            lambda c, i, k, s: sum_back(c, i, k, s) / i[0],
            lambda c, i, k, s: -sum_back(c, i, k, s),
            lambda c, i, k, s: sum_back(c, i, k, s).ravel(),
            lambda c, i, k, s: sum_back(c, i, k, s).transpose(1, 2, 3, 0).reshape(i),
            lambda c, i, k, s: sum_back(c, i, k, s).swapaxes(2, 3),
            lambda c, i, k, s: np.zeros(i),
            lambda c, i, k, s: c[: i[1]].reshape(i[0], i[1], -1),
            lambda c, i, k, s: None,
            fancy_overwrites,
        ],
        right=[
            sum_back,
            by_every_number,
            by_add_at,
            by_bincount,
            lambda c, i, k, s: sum_back(c.astype(np.float32), i, k, s).astype(np.float32),
        ],
    )
]
