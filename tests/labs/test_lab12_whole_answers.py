"""Lab 12 once more: whole answers, written from the exercise texts alone, without a look at the misconceptions."""

from functools import reduce

import numpy as np
from scipy.signal import convolve2d, correlate2d

from tests.labs.answer_sheet import AnswerSheet

WRONG, RIGHT = {}, {}


# ---------- toeplitz
def t1(W, height, width, stride):  # one filter only, scalar shape
    n, rows, columns = W.shape
    T = []
    for y in range(0, height - rows + 1, stride[0]):
        for x in range(0, width - columns + 1, stride[1]):
            image = np.zeros((height, width))
            image[y : y + rows, x : x + columns] = W[0]
            T.append(image.ravel())
    return np.array(T)


def t2(W, height, width, stride):  # missing + 1
    n, rows, columns = W.shape
    T = []
    for f in range(n):
        for y in range(0, height - rows, stride[0]):
            for x in range(0, width - columns, stride[1]):
                image = np.zeros((height, width))
                image[y : y + rows, x : x + columns] = W[f]
                T.append(image.ravel())
    return np.array(T)


def t3(W, height, width, stride):  # swapped strides
    n, rows, columns = W.shape
    T = []
    for f in range(n):
        for y in range(0, height - rows + 1, stride[1]):
            for x in range(0, width - columns + 1, stride[0]):
                image = np.zeros((height, width))
                image[y : y + rows, x : x + columns] = W[f]
                T.append(image.ravel())
    return np.array(T)


def t4(W, height, width, stride):  # forgot to reset image
    n, rows, columns = W.shape
    T = []
    image = np.zeros((height, width))
    for f in range(n):
        for y in range(0, height - rows + 1, stride[0]):
            for x in range(0, width - columns + 1, stride[1]):
                image[y : y + rows, x : x + columns] = W[f]
                T.append(image.ravel().copy())
    return np.array(T)


def t5(W, height, width, stride):  # same, no copy at all
    n, rows, columns = W.shape
    T = []
    image = np.zeros((height, width))
    for f in range(n):
        for y in range(0, height - rows + 1, stride[0]):
            for x in range(0, width - columns + 1, stride[1]):
                image[:] = 0
                image[y : y + rows, x : x + columns] = W[f]
                T.append(image.reshape(-1))
    return np.array(T)


def t6(W, height, width, stride):  # transposed matrix: columns as places
    n, rows, columns = W.shape
    T = []
    for f in range(n):
        for y in range(0, height - rows + 1, stride[0]):
            for x in range(0, width - columns + 1, stride[1]):
                image = np.zeros((height, width))
                image[y : y + rows, x : x + columns] = W[f]
                T.append(image.ravel())
    return np.stack(T, axis=1)


def t7(W, height, width, stride):  # off by one in places formula with stride, ceil
    n, rows, columns = W.shape
    down = (height - rows) // stride[0] + 1
    across = (width - columns) // stride[1] + 1
    T = np.zeros((n * down * across, height * width))
    r = 0
    for f in range(n):
        for y in range(down):
            for x in range(across):
                for i in range(rows):
                    for j in range(columns):
                        T[r, (y + i) * width + (x + j)] = W[f, i, j]  # stride forgotten in place
                r += 1
    return T


def t8(W, height, width, stride):  # row length with height instead of width
    n, rows, columns = W.shape
    down = (height - rows) // stride[0] + 1
    across = (width - columns) // stride[1] + 1
    T = np.zeros((n * down * across, height * width))
    r = 0
    for f in range(n):
        for y in range(down):
            for x in range(across):
                for i in range(rows):
                    for j in range(columns):
                        T[r, ((y * stride[0] + i) * height + (x * stride[1] + j)) % (height * width)] = W[f, i, j]
                r += 1
    return T


def t9(W, height, width, stride):  # flipped filter, as convolution
    n, rows, columns = W.shape
    T = []
    for f in range(n):
        for y in range(0, height - rows + 1, stride[0]):
            for x in range(0, width - columns + 1, stride[1]):
                image = np.zeros((height, width))
                image[y : y + rows, x : x + columns] = np.flip(W[f])
                T.append(image.ravel())
    return np.array(T)


def t10(W, height, width, stride):  # returns 3-D: per filter
    n, rows, columns = W.shape
    T = []
    for f in range(n):
        block = []
        for y in range(0, height - rows + 1, stride[0]):
            for x in range(0, width - columns + 1, stride[1]):
                image = np.zeros((height, width))
                image[y : y + rows, x : x + columns] = W[f]
                block.append(image.ravel())
        T.append(block)
    return np.array(T)


def t11(W, height, width, stride):  # return inside loop
    n, rows, columns = W.shape
    T = []
    for f in range(n):
        for y in range(0, height - rows + 1, stride[0]):
            for x in range(0, width - columns + 1, stride[1]):
                image = np.zeros((height, width))
                image[y : y + rows, x : x + columns] = W[f]
                T.append(image.ravel())
        return np.array(T)


def t12(W, height, width, stride):  # unpack W.shape as rows, columns, filters
    rows, columns, n = W.shape
    T = []
    for f in range(n):
        for y in range(0, height - rows + 1, stride[0]):
            for x in range(0, width - columns + 1, stride[1]):
                image = np.zeros((height, width))
                image[y : y + rows, x : x + columns] = W[:, :, f]
                T.append(image.ravel())
    return np.array(T)


def t13(W, height, width, stride):  # places varying fastest by column: x outer
    n, rows, columns = W.shape
    T = []
    for f in range(n):
        for x in range(0, width - columns + 1, stride[1]):
            for y in range(0, height - rows + 1, stride[0]):
                image = np.zeros((height, width))
                image[y : y + rows, x : x + columns] = W[f]
                T.append(image.ravel())
    return np.array(T)


def t14(W, height, width, stride):  # stride as one number
    n, rows, columns = W.shape
    s = stride[0]
    T = []
    for f in range(n):
        for y in range(0, height - rows + 1, s):
            for x in range(0, width - columns + 1, s):
                image = np.zeros((height, width))
                image[y : y + rows, x : x + columns] = W[f]
                T.append(image.ravel())
    return np.array(T)


def t15(W, height, width, stride):  # naive scipy toeplitz by shifting the flat filter by one: wraps
    n, rows, columns = W.shape
    places = ((height - rows) // stride[0] + 1) * ((width - columns) // stride[1] + 1)
    T = []
    for f in range(n):
        image = np.zeros((height, width))
        image[:rows, :columns] = W[f]
        first = image.ravel()
        for k in range(places):
            T.append(np.roll(first, k * stride[1]))
    return np.array(T)


WRONG["12.toeplitz"] = [t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12, t13, t14, t15]


def rt1(W, height, width, stride):
    pixels = np.arange(height * width).reshape(height, width)
    win = np.lib.stride_tricks.sliding_window_view(pixels, W.shape[1:])[:: stride[0], :: stride[1]]
    idx = win.reshape(-1, W.shape[1] * W.shape[2])
    T = np.zeros((len(W), len(idx), height * width))
    for f in range(len(W)):
        for r in range(len(idx)):
            T[f, r, idx[r]] = W[f].ravel()
    return T.reshape(-1, height * width)


def rt2(W, height, width, stride):
    n, kh, kw = W.shape
    ys = range(0, height - kh + 1, stride[0])
    xs = range(0, width - kw + 1, stride[1])
    return np.array(
        [[np.pad(w, ((y, height - kh - y), (x, width - kw - x))).flatten() for y in ys for x in xs] for w in W]
    ).reshape(-1, height * width)


def rt3(W, height, width, stride):
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


def rt4(W, height, width, stride):
    n, kh, kw = W.shape
    full = []
    for w in W:
        first = np.zeros((height, width))
        first[:kh, :kw] = w
        for y in range(0, height - kh + 1, stride[0]):
            for x in range(0, width - kw + 1, stride[1]):
                full.append(np.roll(first, (y, x), axis=(0, 1)).flatten())
    return np.vstack(full)


def rt5(W, height, width, stride):
    n, kh, kw = W.shape
    eye = np.eye(height * width).reshape(-1, height, width)
    win = np.lib.stride_tricks.sliding_window_view(eye, (kh, kw), axis=(1, 2))[:, :: stride[0], :: stride[1]]
    return np.einsum("pyxij,fij->fyxp", win, W).reshape(-1, height * width)


RIGHT["12.toeplitz"] = [rt1, rt2, rt3, rt4, rt5]

# ---------- project_back
WRONG["12.project_back"] = [
    lambda T, r, h, w: r @ T,  # no reshape
    lambda T, r, h, w: T.T @ r,  # shape error
    lambda T, r, h, w: (T.T @ r.T).reshape(-1, h, w),  # order of axes
    lambda T, r, h, w: (T.T @ r.T).reshape(h, w, -1),  # samples last
    lambda T, r, h, w: (r @ T).reshape(-1, w, h),
    lambda T, r, h, w: (r @ np.linalg.pinv(T).T).reshape(-1, h, w),
    lambda T, r, h, w: np.linalg.lstsq(T, r.T, rcond=None)[0].T.reshape(-1, h, w),
    lambda T, r, h, w: (r @ T).reshape(h, w),
    lambda T, r, h, w: (T.T @ r[0]).reshape(h, w),
    lambda T, r, h, w: (T.T @ r.sum(axis=0)).reshape(h, w),
    lambda T, r, h, w: (T.T @ r.mean(axis=0)).reshape(1, h, w),
    lambda T, r, h, w: (r @ T).reshape(-1, h, w) / len(T),
    lambda T, r, h, w: np.array([(T @ one).reshape(h, w) for one in r]),
    lambda T, r, h, w: np.maximum((r @ T).reshape(-1, h, w), 0),
    lambda T, r, h, w: (r @ T).reshape(-1, 1, h, w),
    lambda T, r, h, w: np.array([(T.T @ one).reshape(h, w, order="F") for one in r]),
]
RIGHT["12.project_back"] = [
    lambda T, r, h, w: (T.T @ r.T).T.reshape(len(r), h, w),
    lambda T, r, h, w: np.stack([sum(v * row for v, row in zip(one, T, strict=False)).reshape(h, w) for one in r]),
    lambda T, r, h, w: np.tensordot(r, T.reshape(-1, h, w), axes=1),
    lambda T, r, h, w: np.einsum("sr,rhw->shw", r, T.reshape(len(T), h, w)),
    lambda T, r, h, w: np.matmul(r, T).reshape((r.shape[0], h, w)),
    lambda T, r, h, w: np.array([np.dot(T.transpose(), one).reshape(h, w).tolist() for one in r]),
]


# ---------- filter_gradient
def g(images, delta, **k):
    n, F, down, across = delta.shape
    rows, columns = images.shape[1] - down + 1, images.shape[2] - across + 1
    return n, F, down, across, rows, columns


def g1(images, delta):  # only first sample
    n, F, down, across, rows, columns = g(images, delta)
    dW = np.zeros((F, rows, columns))
    for f in range(F):
        dW[f] = correlate2d(images[0], delta[0, f], mode="valid")
    return dW


def g2(images, delta):  # overwrites instead of adds
    n, F, down, across, rows, columns = g(images, delta)
    dW = np.zeros((F, rows, columns))
    for s in range(n):
        for f in range(F):
            dW[f] = correlate2d(images[s], delta[s, f], mode="valid")
    return dW


def g3(images, delta):  # convolve2d
    n, F, down, across, rows, columns = g(images, delta)
    dW = np.zeros((F, rows, columns))
    for s in range(n):
        for f in range(F):
            dW[f] += convolve2d(images[s], delta[s, f], mode="valid")
    return dW


def g4(images, delta):  # mean
    n, F, down, across, rows, columns = g(images, delta)
    dW = np.zeros((F, rows, columns))
    for s in range(n):
        for f in range(F):
            dW[f] += correlate2d(images[s], delta[s, f], mode="valid")
    return dW / n


def g5(images, delta):  # mean over places also
    n, F, down, across, rows, columns = g(images, delta)
    dW = np.zeros((F, rows, columns))
    for y in range(down):
        for x in range(across):
            dW += np.tensordot(delta[:, :, y, x], images[:, y : y + rows, x : x + columns], axes=(0, 0))
    return dW / (down * across)


def g6(images, delta):  # size of the filters without + 1
    n, F, down, across = delta.shape
    rows, columns = images.shape[1] - down, images.shape[2] - across
    dW = np.zeros((F, rows, columns))
    for y in range(down):
        for x in range(across):
            dW += np.tensordot(delta[:, :, y, x], images[:, y : y + rows, x : x + columns], axes=(0, 0))
    return dW


def g7(images, delta):  # rows and columns from delta: shape of places
    n, F, rows, columns = delta.shape
    dW = np.zeros((F, rows, columns))
    for f in range(F):
        for i in range(rows):
            for j in range(columns):
                dW[f, i, j] = np.sum(delta[:, f, i, j] * images[:, i, j])
    return dW


def g8(images, delta):  # all filters the same: forgot f, sums filters
    n, F, down, across, rows, columns = g(images, delta)
    dW = np.zeros((F, rows, columns))
    for i in range(rows):
        for j in range(columns):
            for y in range(down):
                for x in range(across):
                    dW[:, i, j] += np.sum(delta[:, :, y, x] * images[:, y + i, x + j][:, None])
    return dW


def g9(images, delta):  # minus sign
    return -sum_(images, delta)


def sum_(images, delta):
    n, F, down, across, rows, columns = g(images, delta)
    dW = np.zeros((F, rows, columns))
    for y in range(down):
        for x in range(across):
            dW += np.tensordot(delta[:, :, y, x], images[:, y : y + rows, x : x + columns], axes=(0, 0))
    return dW


def g10(images, delta):  # per-sample gradient returned
    n, F, down, across, rows, columns = g(images, delta)
    return np.array([[correlate2d(images[s], delta[s, f], mode="valid") for f in range(F)] for s in range(n)])


def g11(images, delta):  # mode same
    n, F, down, across, rows, columns = g(images, delta)
    return sum(np.array([correlate2d(images[s], delta[s, f], mode="same") for f in range(F)]) for s in range(n))


def g12(images, delta):  # only the diagonal of images x deltas: cross samples
    n, F, down, across, rows, columns = g(images, delta)
    total_i, total_d = images.sum(axis=0), delta.sum(axis=0)
    return np.array([correlate2d(total_i, total_d[f], mode="valid") for f in range(F)])


def g13(images, delta):  # swap rows/columns
    n, F, down, across = delta.shape
    columns, rows = images.shape[1] - down + 1, images.shape[2] - across + 1
    dW = np.zeros((F, rows, columns))
    for s in range(n):
        for f in range(F):
            for y in range(down):
                for x in range(across):
                    dW[f] += delta[s, f, y, x] * images[s, y : y + rows, x : x + columns]
    return dW


def g14(images, delta):  # one place only: first
    n, F, down, across, rows, columns = g(images, delta)
    dW = np.zeros((F, rows, columns))
    for s in range(n):
        for f in range(F):
            for y in range(down):
                for x in range(across):
                    dW[f] = dW[f] + delta[s, f, y, x] * images[s, :rows, :columns]
    return dW


def g15(images, delta):  # product order: correlate2d(delta, image)
    n, F, down, across, rows, columns = g(images, delta)
    dW = np.zeros((F, rows, columns))
    for s in range(n):
        for f in range(F):
            dW[f] += correlate2d(delta[s, f], images[s], mode="valid")
    return dW


WRONG["12.filter_gradient"] = [g1, g2, g3, g4, g5, g6, g7, g8, g9, g10, g11, g12, g13, g14, g15]


def rg1(images, delta):
    n, F, down, across, rows, columns = g(images, delta)
    dW = np.empty((F, rows, columns))
    for i in range(rows):
        for j in range(columns):
            dW[:, i, j] = (delta * images[:, None, i : i + down, j : j + across]).sum(axis=(0, 2, 3))
    return dW


def rg2(images, delta):
    win = np.lib.stride_tricks.sliding_window_view(images, delta.shape[2:], axis=(1, 2))
    return np.einsum("sijyx,sfyx->fij", win, delta)


def rg3(images, delta):
    n, F, down, across, rows, columns = g(images, delta)
    win = np.lib.stride_tricks.sliding_window_view(images, (rows, columns), axis=(1, 2)).reshape(-1, rows * columns)
    d = delta.transpose(1, 0, 2, 3).reshape(F, -1)
    return (d @ win).reshape(F, rows, columns)


def rg4(images, delta):
    return np.array(
        [
            sum(convolve2d(p, np.flip(d), mode="valid") for p, d in zip(images, delta[:, f], strict=False))
            for f in range(delta.shape[1])
        ]
    )


def rg5(images, delta):
    n, F, down, across, rows, columns = g(images, delta)
    return np.array(
        [
            [
                [
                    float(
                        sum(
                            delta[s, f, y, x] * images[s, y + i, x + j]
                            for s in range(n)
                            for y in range(down)
                            for x in range(across)
                        )
                    )
                    for j in range(columns)
                ]
                for i in range(rows)
            ]
            for f in range(F)
        ]
    )


RIGHT["12.filter_gradient"] = [rg1, rg2, rg3, rg4, rg5]


# ---------- online_epoch
def base(W, b, x, t, rate, d=lambda t, y: (t - y) * (1 - y**2), sign=1):
    W, b = W.copy(), b.copy()
    for s, k in zip(x, t, strict=False):
        y = np.tanh(s @ W + b)
        e = d(k, y)
        W += sign * rate * np.outer(s, e)
        b += sign * rate * e
    return W, b


def e3(W, b, x, t, rate):  # in place
    for s, k in zip(x, t, strict=False):
        y = np.tanh(s @ W + b)
        e = (k - y) * (1 - y**2)
        W += rate * np.outer(s, e)
        b += rate * e
    return W, b


def e4(W, b, x, t, rate):  # batch
    y = np.tanh(x @ W + b)
    e = (t - y) * (1 - y**2)
    return W + rate * x.T @ e, b + rate * e.sum(axis=0)


def e5(W, b, x, t, rate):  # outputs before the loop
    W, b = W.copy(), b.copy()
    y = np.tanh(x @ W + b)
    for i in range(len(x)):
        e = (t[i] - y[i]) * (1 - y[i] ** 2)
        W += rate * np.outer(x[i], e)
        b += rate * e
    return W, b


def e6(W, b, x, t, rate):  # b forgotten
    W, b = W.copy(), b.copy()
    for s, k in zip(x, t, strict=False):
        y = np.tanh(s @ W + b)
        e = (k - y) * (1 - y**2)
        W += rate * np.outer(s, e)
    return W, b


def e7(W, b, x, t, rate):  # shuffled
    W, b = W.copy(), b.copy()
    for i in np.random.permutation(len(x)):  # noqa: NPY002 (as students do)
        y = np.tanh(x[i] @ W + b)
        e = (t[i] - y) * (1 - y**2)
        W += rate * np.outer(x[i], e)
        b += rate * e
    return W, b


def e8(W, b, x, t, rate):  # return in loop
    W, b = W.copy(), b.copy()
    for s, k in zip(x, t, strict=False):
        y = np.tanh(s @ W + b)
        e = (k - y) * (1 - y**2)
        W += rate * np.outer(s, e)
        b += rate * e
        return W, b


def e9(W, b, x, t, rate):  # derivative 1 - tanh(y)^2
    return base(W, b, x, t, rate, lambda t, y: (t - y) * (1 - np.tanh(y) ** 2))


def e10(W, b, x, t, rate):  # outer in wrong order
    W, b = W.copy(), b.copy()
    for s, k in zip(x, t, strict=False):
        y = np.tanh(s @ W + b)
        e = (k - y) * (1 - y**2)
        W += rate * np.outer(e, s)
        b += rate * e
    return W, b


def e11(W, b, x, t, rate):  # update with y instead of x (misread report's formula delta * y)
    W, b = W.copy(), b.copy()
    for s, k in zip(x, t, strict=False):
        y = np.tanh(s @ W + b)
        e = (k - y) * (1 - y**2)
        W += rate * e * y
        b += rate * e
    return W, b


def e12(W, b, x, t, rate):  # b used after W updated: recomputes y
    W, b = W.copy(), b.copy()
    for s, k in zip(x, t, strict=False):
        y = np.tanh(s @ W + b)
        e = (k - y) * (1 - y**2)
        W += rate * np.outer(s, e)
        y = np.tanh(s @ W + b)
        e = (k - y) * (1 - y**2)
        b += rate * e
    return W, b


def e13(W, b, x, t, rate):  # bias no rate
    W, b = W.copy(), b.copy()
    for s, k in zip(x, t, strict=False):
        y = np.tanh(s @ W + b)
        e = (k - y) * (1 - y**2)
        W += rate * np.outer(s, e)
        b += e
    return W, b


def e14(W, b, x, t, rate):  # bias wrong sign: W uses delta, b printed rule
    W, b = W.copy(), b.copy()
    for s, k in zip(x, t, strict=False):
        y = np.tanh(s @ W + b)
        e = (k - y) * (1 - y**2)
        W += rate * np.outer(s, e)
        b -= rate * e
    return W, b


def e15(W, b, x, t, rate):  # only W returned
    return base(W, b, x, t, rate)[0]


def e16(W, b, x, t, rate):  # divided by number of samples
    return base(W, b, x, t, rate / len(x))


WRONG["12.online_epoch"] = [
    lambda *a: base(*a, sign=-1),
    lambda *a: base(*a, d=lambda t, y: t - y),
    e3,
    e4,
    e5,
    e6,
    e7,
    e8,
    e9,
    e10,
    e11,
    e12,
    e13,
    e14,
    e15,
    e16,
    lambda *a: base(*a, d=lambda t, y: 2 * (t - y) * (1 - y**2)),
    lambda *a: base(*a, d=lambda t, y: (t - y) * y * (1 - y)),
]


def re1(W, b, x, t, rate):
    W = 1 * W
    b = 1 * b
    for i in range(x.shape[0]):
        v = x[i : i + 1] @ W + b
        y = np.tanh(v)
        g = (y - t[i : i + 1]) / np.cosh(v) ** 2
        W = W - rate * x[i : i + 1].T @ g
        b = b - rate * g.sum(axis=0)
    return W, b


def re2(W, b, x, t, rate):
    full = np.vstack([W, b])
    for s, k in zip(x, t, strict=False):
        s1 = np.append(s, 1)
        y = np.tanh(s1 @ full)
        full = full + rate * s1[:, None] * ((k - y) * (1 - y * y))[None]
    return full[:-1], full[-1]


def re3(W, b, x, t, rate):
    w = [list(map(float, r)) for r in W]
    c = list(map(float, b))
    for s, k in zip(x, t, strict=False):
        for o in range(len(c)):
            y = np.tanh(sum(s[i] * w[i][o] for i in range(len(s))) + c[o])
            d = (k[o] - y) * (1 - y**2)
            for i in range(len(s)):
                w[i][o] += rate * d * s[i]
            c[o] += rate * d
    return np.array(w), np.array(c)


def re4(W, b, x, t, rate):
    def step(Wb, st):
        W, b = Wb
        s, k = st
        y = np.tanh(np.dot(s, W) + b)
        d = np.multiply(k - y, (1 + y) * (1 - y))
        return W + rate * np.einsum("i,o->io", s, d), b + rate * d

    return reduce(step, zip(x, t, strict=False), (W, b))


def re5(W, b, x, t, rate):
    Wn, bn = np.copy(W), np.copy(b)
    for n in range(len(t)):
        e2 = np.exp(2 * (x[n] @ Wn + bn))
        y = (e2 - 1) / (e2 + 1)
        dE = -(t[n] - y) * (1 - y**2)
        Wn -= rate * x[n].reshape(-1, 1) * dE
        bn -= rate * dE
    return Wn, bn


RIGHT["12.online_epoch"] = [re1, re2, re3, re4, re5]

# ---------- delta_magnitude
WRONG["12.delta_magnitude"] = [
    lambda d: np.abs(d).mean(),
    lambda d: np.abs(d).sum(),
    lambda d: np.abs(d.sum()) / len(d),
    lambda d: d.sum() / len(d),
    lambda d: (d**2).sum() / len(d),
    lambda d: np.sqrt((d**2).sum()) / len(d),
    lambda d: np.mean([np.linalg.norm(s) for s in d]),
    lambda d: np.abs(d).sum(axis=(1, 2, 3)),
    lambda d: np.abs(d).mean(axis=0),
    lambda d: np.abs(d).sum() / d.shape[1],
    lambda d: np.abs(d).sum(axis=(2, 3)).mean(),
    lambda d: np.abs(d.mean(axis=0)).sum(),
    lambda d: np.abs(d).sum(axis=(2, 3)).mean(axis=0),
    lambda d: np.linalg.norm(d) / len(d),
    lambda d: np.abs(d).max(axis=(1, 2, 3)).mean(),
    lambda d: np.abs(d.sum(axis=(1, 2, 3))).mean(),
    lambda d: np.sqrt((d**2).sum() / len(d)),
]


def rm(d):
    total = 0
    for s in d:
        for v in s.flatten():
            total += v if v > 0 else -v
    return total / d.shape[0]


RIGHT["12.delta_magnitude"] = [
    rm,
    lambda d: np.abs(d).sum(axis=(1, 2, 3)).mean(),
    lambda d: np.mean(np.sum(np.sqrt(d**2), axis=(1, 2, 3))),
    lambda d: np.abs(d).mean() * d[0].size,
    lambda d: np.array(np.abs(d).mean(axis=0).sum()),
]


# ---------- wrong_gradient
def cmp(c, m):
    return [np.abs(a - b).max() / (np.abs(b).max() + 1e-12) for a, b in zip(c, m, strict=False)]


def w1(c, m):  # absolute differences
    k = int(np.argmax([np.abs(a - b).max() for a, b in zip(c, m, strict=False)]))
    return k, float((c[k] * m[k]).sum() / (m[k] ** 2).sum())


def w2(c, m):  # factor inverted
    k = int(np.argmax(cmp(c, m)))
    return k, float(np.mean(m[k].sum() / c[k].sum()))


def w3(c, m):  # mean of ratios, zero divisions
    k = int(np.argmax(cmp(c, m)))
    with np.errstate(all="ignore"):
        return k, float(np.mean(c[k] / m[k]))


def w4(c, m):  # counted from 1
    k = int(np.argmax(cmp(c, m)))
    return k + 1, float((c[k] * m[k]).sum() / (m[k] ** 2).sum())


def w5(c, m):  # only the number
    return int(np.argmax(cmp(c, m)))


def w6(c, m):  # first entry ratio
    k = int(np.argmax(cmp(c, m)))
    with np.errstate(all="ignore"):
        return k, c[k].ravel()[0] / m[k].ravel()[0]


def w7(c, m):  # ratio of norms: sign lost
    k = int(np.argmax(cmp(c, m)))
    return k, float(np.linalg.norm(c[k]) / np.linalg.norm(m[k]))


def w8(c, m):  # first that is not exactly equal
    for k in range(len(c)):
        if not np.array_equal(c[k], m[k]):
            return k, float((c[k] * m[k]).sum() / (m[k] ** 2).sum())


def w9(c, m):  # default allclose: atol 1e-8
    for k in range(len(c)):
        if not np.allclose(c[k], m[k]):
            return k, float((c[k] * m[k]).sum() / (m[k] ** 2).sum())
    return None


def w10(c, m):  # assumes factor 2
    k = int(np.argmax(cmp(c, m)))
    return k, 2.0


def w11(c, m):  # returns (factor, number)
    k = int(np.argmax(cmp(c, m)))
    return float((c[k] * m[k]).sum() / (m[k] ** 2).sum()), k


def w12(c, m):  # difference instead of factor
    k = int(np.argmax(cmp(c, m)))
    return k, float(np.mean(c[k] - m[k]))


def w13(c, m):  # abs ratio
    k = int(np.argmax(cmp(c, m)))
    return k, float(np.abs(c[k]).sum() / np.abs(m[k]).sum())


def w14(c, m):  # ratio farthest from one by largest ratio only (misses factors below 1)
    r = [float((a * b).sum() / (b**2).sum()) for a, b in zip(c, m, strict=False)]
    k = int(np.argmax(r))
    return k, r[k]


def w15(c, m):  # elementwise factor array
    k = int(np.argmax(cmp(c, m)))
    with np.errstate(all="ignore"):
        return k, c[k] / m[k]


def w16(c, m):  # difference of entries vs 1: mean ratio per param, farthest from 1
    with np.errstate(all="ignore"):
        r = [np.mean(a / b) for a, b in zip(c, m, strict=False)]
    k = int(np.argmax(np.abs(np.array(r) - 1)))
    return k, float(r[k])


def w17(c, m):  # largest gradient norm
    k = int(np.argmax([np.linalg.norm(a) for a in c]))
    return k, float(np.linalg.norm(c[k]) / np.linalg.norm(m[k]))


def w18(c, m):  # factor minus one (relative error)
    k = int(np.argmax(cmp(c, m)))
    return k, float(np.linalg.norm(c[k] - m[k]) / np.linalg.norm(m[k]))


WRONG["12.wrong_gradient"] = [w1, w2, w3, w4, w5, w6, w7, w8, w9, w10, w11, w12, w13, w14, w15, w16, w17, w18]


def rw1(c, m):
    r = [float(np.sum(a * b) / np.sum(b * b)) for a, b in zip(c, m, strict=False)]
    k = max(range(len(r)), key=lambda i: abs(r[i] - 1))
    return k, r[k]


def rw2(c, m):
    k = int(np.argmax(cmp(c, m)))
    i = np.argmax(np.abs(m[k]))
    return k, c[k].flat[i] / m[k].flat[i]


def rw3(c, m):
    for k, (a, b) in enumerate(zip(c, m, strict=False)):
        f = np.linalg.lstsq(b.reshape(-1, 1), a.ravel(), rcond=None)[0][0]
        if abs(f - 1) > 1e-2:
            return k, f


def rw4(c, m):
    best, fac, far = 0, 1, 0
    for k in range(len(c)):
        big = np.abs(m[k]) > 0.1 * np.abs(m[k]).max()
        f = np.median(c[k][big] / m[k][big])
        if abs(f - 1) > far:
            best, fac, far = k, f, abs(f - 1)
    return [best, fac]


def rw5(c, m):
    rel = [np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b)) for a, b in zip(c, m, strict=False)]
    k = np.argmax(rel)
    return (k, np.vdot(m[k], c[k]) / np.vdot(m[k], m[k]))


RIGHT["12.wrong_gradient"] = [rw1, rw2, rw3, rw4, rw5]

SHEETS = [AnswerSheet(name, wrong=WRONG[name], right=RIGHT[name]) for name in WRONG]
