"""Lab 12's checks against answers written before the exercise module was."""

import numpy as np
from scipy.signal import convolve2d, correlate2d

from labkit.exercises import find
from tests.labs.answer_sheet import AnswerSheet

# --- the Toeplitz matrix of a filter bank ---


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

# --- the way back ---

BACK_WRONG = [
    lambda T, y, h, w: (y @ np.linalg.pinv(T).T).reshape(-1, h, w),
    lambda T, y, h, w: (y @ T).reshape(-1, w, h),
    lambda T, y, h, w: (y @ T).reshape(-1, w, h).transpose(0, 2, 1),
    lambda T, y, h, w: y @ T,
    lambda T, y, h, w: (y[0] @ T).reshape(h, w),
    lambda T, y, h, w: (y @ T).sum(axis=0).reshape(h, w),
    lambda T, y, h, w: (y @ T).mean(axis=0).reshape(h, w),
    lambda T, y, h, w: -(y @ T).reshape(-1, h, w),
    lambda T, y, h, w: (y @ T).reshape(-1, h, w)[:, ::-1, ::-1],
    lambda T, y, h, w: (y @ np.abs(T)).reshape(-1, h, w),
    lambda T, y, h, w: (np.maximum(y, 0) @ T).reshape(-1, h, w),
    lambda T, y, h, w: (np.sign(y) @ T).reshape(-1, h, w),
    lambda T, y, h, w: (T @ y.T).reshape(-1, h, w),
    lambda T, y, h, w: np.linalg.inv(T) @ y.T,
    lambda T, y, h, w: (y @ (T != 0)).reshape(-1, h, w),
    lambda T, y, h, w: (np.ones_like(y) @ T).reshape(-1, h, w),
    lambda T, y, h, w: (T.T @ y.T).reshape(-1, h, w),
    lambda T, y, h, w: (T.T @ y.T).reshape(h, w, -1),
    lambda T, y, h, w: (y @ T).reshape(h, w),
    lambda T, y, h, w: (y @ T / np.abs(T).sum(axis=0).clip(1e-9)).reshape(-1, h, w),
    lambda T, y, h, w: (y @ T).reshape(-1, h, w, order="F"),
    lambda T, y, h, w: (y @ T / len(T)).reshape(-1, h, w),
]


def back_loops(T, y, h, w):
    out = np.zeros((len(y), h * w))
    for s in range(len(y)):
        for r in range(len(T)):
            out[s] += y[s, r] * T[r]
    return out.reshape(len(y), h, w)


# --- gradient of a shared weight ---


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

# --- one epoch online ---


def epoch(
    W, b, x, t, rate, sign=1, slope=lambda y: 1 - y**2, bias=1, error=lambda t, y: t - y, order=lambda n: range(n)
):
    W, b = W.copy(), b.copy()
    for s in order(len(x)):
        y = np.tanh(x[s] @ W + b)
        delta = error(t[s], y) * slope(y)
        W += sign * rate * np.outer(x[s], delta)
        b += sign * rate * bias * delta
    return W, b


def full_batch(W, b, x, t, rate, divide=1):
    y = np.tanh(x @ W + b)
    delta = (t - y) * (1 - y**2) / divide
    return W + rate * x.T @ delta, b + rate * delta.sum(axis=0)


def forgetful(W, b, x, t, rate):
    for s in range(len(x)):
        y = np.tanh(x[s] @ W + b)
        delta = (t[s] - y) * (1 - y**2)
        new = W + rate * np.outer(x[s], delta), b + rate * delta
    return new


def moved_bias_first(W, b, x, t, rate):
    W, b = W.copy(), b.copy()
    for s in range(len(x)):
        y = np.tanh(x[s] @ W + b)
        b += rate * (t[s] - y) * (1 - y**2)
        y = np.tanh(x[s] @ W + b)
        W += rate * np.outer(x[s], (t[s] - y) * (1 - y**2))
    return W, b


def by_products(W, b, x, t, rate):
    for xs, ts in zip(x, t, strict=True):
        y = np.tanh(W.T @ xs + b)
        gradient = (y - ts) * (1 - y * y)
        W, b = W - rate * xs[:, None] * gradient, b - rate * gradient
    return W, b


def with_bias_row(W, b, x, t, rate):
    V, z = np.vstack([W, b]), np.column_stack([x, np.ones(len(x))])
    for s in range(len(z)):
        y = np.tanh(z[s : s + 1] @ V)
        V = V + rate * z[s : s + 1].T @ ((t[s] - y) / np.cosh(z[s : s + 1] @ V) ** 2)
    return V[:-1], V[-1]


EPOCH_WRONG = [
    lambda *a: epoch(*a, sign=-1),
    lambda *a: epoch(*a, bias=2),
    lambda *a: epoch(*a, bias=0),
    lambda *a: epoch(*a, bias=-1),
    lambda *a: epoch(*a, slope=lambda y: 1),
    lambda *a: epoch(*a, slope=lambda y: y * (1 - y)),
    lambda *a: epoch(*a, slope=lambda y: 1 - y),
    lambda *a: epoch(*a, slope=lambda y: 1 - np.tanh(y) ** 2),
    lambda *a: epoch(*a, order=lambda n: range(n - 1)),
    lambda *a: epoch(*a, order=lambda n: range(1)),
    lambda *a: epoch(*a, order=lambda n: reversed(range(n))),
    lambda *a: epoch(*a, order=lambda n: [n - 1]),
    lambda *a: epoch(*a, error=lambda t, y: 2 * (t - y)),
    lambda *a: epoch(*a, error=lambda t, y: (t - y) ** 2 / 2),
    lambda *a: epoch(*a, error=lambda t, y: np.sign(t - y)),
    full_batch,
    lambda W, b, x, t, rate: full_batch(W, b, x, t, rate, len(x)),
    forgetful,
    moved_bias_first,
    lambda W, b, x, t, rate: epoch(W, b, x, t, 1.0),
    lambda W, b, x, t, rate: epoch(W, b, x, t, rate / len(x)),
    lambda *a: epoch(*a)[::-1],
    lambda *a: epoch(*a)[0],
    lambda W, b, x, t, rate: tuple(new - old for new, old in zip(epoch(W, b, x, t, rate), (W, b), strict=True)),
]

# --- delta magnitude ---

MAGNITUDE_WRONG = [
    lambda d: np.abs(d).mean(),
    lambda d: np.abs(d).sum(),
    lambda d: (d**2).sum() / len(d),
    lambda d: (d**2).mean(),
    lambda d: np.sqrt((d**2).sum() / len(d)),
    lambda d: np.sqrt((d.reshape(len(d), -1) ** 2).sum(axis=1)).mean(),
    lambda d: np.linalg.norm(d),
    lambda d: d.sum() / len(d),
    lambda d: abs(d.sum()) / len(d),
    lambda d: np.abs(d.reshape(len(d), -1).sum(axis=1)).mean(),
    lambda d: np.abs(d.mean(axis=0)).sum(),
    lambda d: np.abs(d.sum(axis=0)).sum(),
    lambda d: np.abs(d).sum(axis=0),
    lambda d: np.abs(d).mean(axis=0),
    lambda d: np.abs(d).sum() / d[0].size,
    lambda d: np.abs(d).sum() / d.shape[1],
    lambda d: np.abs(d).max(),
    lambda d: np.abs(d[0]).sum(),
    lambda d: np.abs(d).sum(axis=(1, 2, 3)),
    lambda d: np.abs(d).sum(axis=(1, 2, 3)).max(),
    lambda d: -np.abs(d).sum() / len(d),
    lambda d: np.median(np.abs(d).sum(axis=(1, 2, 3))),
    lambda d: 0.5 * (d**2).sum() / len(d),
]

# --- find the wrong gradient ---


def ratio(a, b):
    return np.vdot(a, b) / np.vdot(b, b)


def worst(claimed, measured):
    return int(np.argmax([np.linalg.norm(c - m) / np.linalg.norm(m) for c, m in zip(claimed, measured, strict=True)]))


def found(claimed, measured, choose=worst, factor=ratio):
    i = choose(claimed, measured)
    return i, factor(claimed[i], measured[i])


def by_correlation(claimed, measured):
    factors = [ratio(c, m) for c, m in zip(claimed, measured, strict=True)]
    i = int(np.argmax(np.abs(np.array(factors) - 1)))
    return i, factors[i]


def by_median(claimed, measured):
    i = worst(claimed, measured)
    c, m = claimed[i].ravel(), measured[i].ravel()
    big = np.abs(m) > 0.1 * np.abs(m).max()
    return i, np.median(c[big] / m[big])


def by_loop(claimed, measured):
    for i, (c, m) in enumerate(zip(claimed, measured, strict=True)):
        if not np.allclose(c, m, rtol=1e-3, atol=1e-6 * np.abs(m).max()):
            place = np.unravel_index(np.abs(m).argmax(), m.shape)
            return i, c[place] / m[place]


def by_largest_gradient(claimed, measured):
    i = worst(claimed, measured)
    signs = np.sign(np.vdot(claimed[i], measured[i]))
    return i, signs * np.linalg.norm(claimed[i]) / np.linalg.norm(measured[i])


AUDIT_WRONG = [
    lambda c, m: found(
        c, m, choose=lambda c, m: int(np.argmax([np.abs(a - b).max() for a, b in zip(c, m, strict=True)]))
    ),
    lambda c, m: found(c, m, choose=lambda c, m: int(np.argmax([np.linalg.norm(a) for a in c]))),
    lambda c, m: found(c, m, choose=lambda c, m: int(np.argmax([np.linalg.norm(a) for a in m]))),
    lambda c, m: found(c, m, factor=lambda a, b: ratio(b, a)),
    lambda c, m: found(c, m, factor=lambda a, b: np.vdot(b, b) / np.vdot(a, b)),
    lambda c, m: found(c, m, factor=lambda a, b: abs(ratio(a, b))),
    lambda c, m: found(c, m, factor=lambda a, b: np.linalg.norm(a) / np.linalg.norm(b)),
    lambda c, m: found(c, m, factor=lambda a, b: np.linalg.norm(a - b)),
    lambda c, m: found(c, m, factor=lambda a, b: np.linalg.norm(a - b) / np.linalg.norm(b)),
    lambda c, m: found(c, m, factor=lambda a, b: np.abs(a - b).max()),
    lambda c, m: found(c, m, factor=lambda a, b: (a / b).mean()),
    lambda c, m: found(c, m, factor=lambda a, b: a / b),
    lambda c, m: found(c, m, factor=lambda a, b: 2.0),
    lambda c, m: found(c, m, factor=lambda a, b: ratio(a, b) - 1),
    lambda c, m: found(c, m)[0],
    lambda c, m: found(c, m)[1],
    lambda c, m: found(c, m)[::-1],
    lambda c, m: (found(c, m)[0] + 1, found(c, m)[1]),
    lambda c, m: found(c, m, choose=lambda c, m: 1),
    lambda c, m: found(c, m, choose=lambda c, m: 0),
    lambda c, m: found(c, m, choose=lambda c, m: len(c) - 1),
    lambda c, m: found(
        c, m, choose=lambda c, m: int(np.argmin([np.linalg.norm(a - b) for a, b in zip(c, m, strict=True)]))
    ),
    lambda c, m: found(c, m, factor=lambda a, b: np.linalg.norm(a) ** 2 / np.linalg.norm(b) ** 2),
    lambda c, m: found(c, m, factor=lambda a, b: (a - b).sum()),
]

SHEETS = [
    AnswerSheet(
        "12.toeplitz",
        wrong=TOEPLITZ_WRONG,
        right=[toeplitz_loops, toeplitz_four_loops, toeplitz_by_unit_images, toeplitz_by_pad],
    ),
    AnswerSheet(
        "12.project_back",
        wrong=BACK_WRONG,
        right=[
            lambda T, y, h, w: (y @ T).reshape(-1, h, w),
            lambda T, y, h, w: np.array([(T.T @ one).reshape(h, w) for one in y]),
            lambda T, y, h, w: np.einsum("rp,sr->sp", T, y).reshape(len(y), h, w),
            back_loops,
        ],
    ),
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
    ),
    AnswerSheet(
        "12.online_epoch", wrong=EPOCH_WRONG, right=[epoch, by_products, with_bias_row, lambda *a: [*epoch(*a)]]
    ),
    AnswerSheet(
        "12.delta_magnitude",
        wrong=MAGNITUDE_WRONG,
        right=[
            lambda d: np.abs(d).sum() / len(d),
            lambda d: float(np.mean([np.abs(one).sum() for one in d])),
            lambda d: sum(abs(float(v)) for v in d.ravel()) / d.shape[0],
            lambda d: np.linalg.norm(d.reshape(len(d), -1), ord=1, axis=1).mean(),
        ],
    ),
    AnswerSheet(
        "12.wrong_gradient", wrong=AUDIT_WRONG, right=[found, by_correlation, by_median, by_loop, by_largest_gradient]
    ),
]


def test_every_exercise_can_tell_right_from_wrong():
    for sheet in SHEETS:
        find(sheet.id).validate()
