"""Lab 13's checks against answers written without a look at the exercise module."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from scipy.signal import correlate

from tests.labs.answer_sheet import AnswerSheet

# --- normalised images ---


def by_pixel_with_epsilon(x_train, x_test):
    m, s = x_train.mean(0), x_train.std(0) + 1e-7
    return (x_train - m) / s, (x_test - m) / s


def own_image(x_train, x_test):
    def one(x):
        flat = x.reshape(len(x), -1)
        flat = (flat - flat.mean(1, keepdims=True)) / flat.std(1, keepdims=True)
        return flat.reshape(x.shape)

    return one(x_train), one(x_test)


def pooled(x_train, x_test):
    both = np.concatenate((x_train.ravel(), x_test.ravel()))
    return (x_train - both.mean()) / both.std(), (x_test - both.mean()) / both.std()


def in_place(x_train, x_test):
    m, s = x_train.mean(), x_train.std()
    x_train -= m
    x_train /= s
    x_test -= m
    x_test /= s
    return x_train, x_test


def mean_after_change(x_train, x_test):
    x_train = x_train - x_train.mean()
    return x_train / x_train.std(), (x_test - x_train.mean()) / x_train.std()


def sum_formula(a, b):
    n = a.size
    m = sum(a.ravel()) / n
    s = (sum((v - m) ** 2 for v in a.ravel()) / n) ** 0.5
    return (a - m) / s, (b - m) / s


def z(x, ref):
    return (x - ref.mean()) / ref.std()


NORMALISE = AnswerSheet(
    "13.normalise",
    wrong=[
        (lambda a, b: (z(a, a), z(b, b)), "test images with their own"),
        lambda a, b: (z(a, b), z(b, b)),
        lambda a, b: (z(a, a), (b - b.mean()) / a.std()),
        lambda a, b: (z(a, a), (b - a.mean()) / b.std()),
        pooled,
        by_pixel_with_epsilon,
        own_image,
        lambda a, b: ((a - a.mean()) / a.var(), (b - a.mean()) / a.var()),
        lambda a, b: (a - a.mean() / a.std(), b - a.mean() / a.std()),
        lambda a, b: (a - a.mean(), b - a.mean()),
        lambda a, b: (a / a.std(), b / a.std()),
        lambda a, b: (z(a, a), b),
        lambda a, b: ((a - a.min()) / (a.max() - a.min()), (b - a.min()) / (a.max() - a.min())),
        lambda a, b: (a / a.max(), b / a.max()),
        lambda a, b: (a / 255.0, b / 255.0),
        lambda a, b: ((a - 0.5) / 0.5, (b - 0.5) / 0.5),
        lambda a, b: ((a - a.mean(axis=0)) / a.std(), (b - a.mean(axis=0)) / a.std()),
        lambda a, b: z(a, a),
        lambda a, b: (z(b, a), z(a, a)),
        lambda a, b: ((a - a.mean()) * a.std(), (b - a.mean()) * a.std()),
        lambda a, b: ((a - np.median(a)) / a.std(), (b - np.median(a)) / a.std()),
        lambda a, b: ((a + a.mean()) / a.std(), (b + a.mean()) / a.std()),
        lambda a, b: ((a - a.mean()) / np.sqrt(a.std()), (b - a.mean()) / np.sqrt(a.std())),
        lambda a, b: ((a - a.mean()) / np.sqrt((a**2).mean()), (b - a.mean()) / np.sqrt((a**2).mean())),
        lambda a, b: None,
        in_place,
        mean_after_change,
    ],
    right=[
        sum_formula,
        lambda a, b: tuple((x - np.average(a)) / np.sqrt(np.var(a)) for x in (a, b)),
        lambda a, b: [x / a.std() - a.mean() / a.std() for x in (a, b)],
        lambda a, b: (z(a.astype(np.float32), a.astype(np.float32)), z(b.astype(np.float32), a.astype(np.float32))),
        lambda a, b: ((a - a.mean()) / np.sqrt((a**2).mean() - a.mean() ** 2), z(b, a)),
    ],
)

# --- first weights ---


def n_of(shape):
    return int(np.prod(shape[1:]))


def loops_of_filters(shape, rng):
    W = np.zeros(shape)
    for f in range(shape[0]):
        W[f] = rng.normal(0, (shape[1] * shape[2] * shape[3]) ** -0.5, shape[1:])
    return W


def truncated(shape, rng):
    W = rng.normal(size=shape)
    return np.clip(W, -2, 2) / np.sqrt(n_of(shape))


DRAW = AnswerSheet(
    "13.draw_filters",
    wrong=[
        (lambda s, r: r.normal(0, 1 / np.sqrt(s[0]), s), "number of filters"),
        (lambda s, r: r.normal(0, 1 / np.sqrt(s[2] * s[3]), s), "channels forgotten"),
        (lambda s, r: r.normal(0, 1 / n_of(s), s), "variance for std"),
        lambda s, r: r.normal(0, np.sqrt(2 / n_of(s)), s),
        lambda s, r: r.normal(0, 1 / np.sqrt(s[1]), s),
        lambda s, r: r.normal(0, 1 / np.sqrt(np.prod(s)), s),
        lambda s, r: r.normal(0, 1 / np.sqrt(s[-1] ** 2 * s[1]), s),
        lambda s, r: r.normal(0, 1 / np.sqrt(s[2] ** 2), s),
        lambda s, r: r.normal(0, 1 / np.sqrt(sum(s[1:])), s),
        lambda s, r: r.normal(0, 1, s),
        lambda s, r: r.normal(0, 1 / 7, s),
        lambda s, r: r.normal(0, 0.1, s),
        lambda s, r: r.uniform(-1, 1, s) / np.sqrt(n_of(s)),
        lambda s, r: r.uniform(-1, 1, s),
        lambda s, r: r.uniform(-1, 1, s) * np.sqrt(3 / n_of(s)),
        lambda s, r: r.random(s) / np.sqrt(n_of(s)),
        lambda s, r: np.random.randn(*s) / np.sqrt(n_of(s)),  # noqa: NPY002
        lambda s, r: np.random.default_rng(0).normal(size=s) / np.sqrt(n_of(s)),
        lambda s, r: r.normal(0, np.sqrt(n_of(s)), s),
        lambda s, r: r.normal(0, np.sqrt(2 / (n_of(s) + s[0])), s),
        lambda s, r: np.full(s, 1 / np.sqrt(n_of(s))),
        lambda s, r: np.zeros(s),
        lambda s, r: r.normal(0, 1 / np.sqrt(n_of(s)), (s[0], n_of(s))),
        lambda s, r: np.tile(r.normal(0, 1 / np.sqrt(n_of(s)), s[1:]), (s[0], 1, 1, 1)),
        lambda s, r: r.normal(0, 1 / np.sqrt(s[0] * s[2] * s[3]), s),
        lambda s, r: r.normal(0, 1 / (s[2] * s[3]), s),
        lambda s, r: np.abs(r.normal(0, 1 / np.sqrt(n_of(s)), s)),
        lambda s, r: None,
        truncated,
    ],
    right=[
        loops_of_filters,
        lambda s, r: r.normal(0, n_of(s) ** -0.5, s),
        lambda s, r: (r.standard_normal((n_of(s), s[0])) / np.sqrt(n_of(s))).T.reshape(s),
        lambda s, r: r.standard_normal(s, dtype=np.float32) / np.float32(np.sqrt(n_of(s))),
        lambda s, r: np.array([r.normal(0, 1 / np.sqrt(n_of(s)), s[1:]) for _ in range(s[0])]),
    ],
)

# --- im2col ---


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


IM2COL = AnswerSheet(
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

# --- forward ---


def flat(W):
    return W.reshape(len(W), -1)


def zmat(c, W, b):
    return flat(W) @ c + b[:, None]


def forward_loops(c, W, b, down, across, n):
    out = np.zeros((n, len(W), down, across))
    for s in range(n):
        for f in range(len(W)):
            for y in range(down):
                for x in range(across):
                    out[s, f, y, x] = c[:, (y * across + x) * n + s] @ W[f].ravel() + b[f]
    return out


def forward_einsum(c, W, b, down, across, n):
    c = c.reshape(*W.shape[1:], down, across, n)
    return np.einsum("fcij,cijyxs->sfyx", W, c) + b[None, :, None, None]


def forward_tensordot(c, W, b, down, across, n):
    c = c.reshape(*W.shape[1:], down, across, n)
    return np.moveaxis(np.tensordot(W, c, 3), -1, 0) + b.reshape(1, -1, 1, 1)


def good(c, W, b, down, across, n):
    return zmat(c, W, b).reshape(len(W), down, across, n).transpose(3, 0, 1, 2)


FORWARD = AnswerSheet(
    "13.forward",
    wrong=[
        (lambda c, W, b, d, a, n: zmat(c, W, b).reshape(n, len(W), d, a), "reshaped in the wrong order"),
        lambda c, W, b, d, a, n: zmat(c, W, b).reshape(len(W), n, d, a).transpose(1, 0, 2, 3),
        lambda c, W, b, d, a, n: zmat(c, W, b).reshape(len(W), d, a, n),
        lambda c, W, b, d, a, n: zmat(c, W, b).reshape(len(W), d, a, n).T,
        lambda c, W, b, d, a, n: zmat(c, W, b).reshape(len(W), d, a, n).transpose(3, 0, 2, 1),
        lambda c, W, b, d, a, n: zmat(c, W, b).reshape(len(W), d, a, n).transpose(0, 3, 1, 2),
        lambda c, W, b, d, a, n: zmat(c, W, b).reshape(len(W), d, a, n).transpose(3, 1, 2, 0),
        lambda c, W, b, d, a, n: zmat(c, W, b).reshape(len(W), a, d, n).transpose(3, 0, 2, 1),
        lambda c, W, b, d, a, n: zmat(c, W, b).T.reshape(n, len(W), d, a),
        lambda c, W, b, d, a, n: zmat(c, W, b),
        lambda c, W, b, d, a, n: good(c, W, 0 * b, d, a, n),
        lambda c, W, b, d, a, n: good(c, W, -b, d, a, n),
        lambda c, W, b, d, a, n: good(c, W, 0 * b + b[0], d, a, n),
        lambda c, W, b, d, a, n: good(c, W, 0 * b, d, a, n) + b.sum(),
        lambda c, W, b, d, a, n: good(c, W, 0 * b, d, a, n) + b,
        lambda c, W, b, d, a, n: (flat(W) @ c + b).reshape(len(W), d, a, n).transpose(3, 0, 1, 2),
        (lambda c, W, b, d, a, n: good(c, W[:, :, ::-1, ::-1], b, d, a, n), "kernel flipped"),
        lambda c, W, b, d, a, n: good(c, W.transpose(0, 1, 3, 2), b, d, a, n),
        lambda c, W, b, d, a, n: good(c, W.transpose(0, 2, 3, 1), b, d, a, n),
        lambda c, W, b, d, a, n: good(c, W.reshape(-1, len(W)).T, b, d, a, n),
        lambda c, W, b, d, a, n: good(c, W, b, d, a, n).mean(axis=1, keepdims=True),
        lambda c, W, b, d, a, n: good(c, W, b, d, a, n).sum(axis=1),
        lambda c, W, b, d, a, n: np.maximum(0, good(c, W, b, d, a, n)),
        lambda c, W, b, d, a, n: np.tanh(good(c, W, b, d, a, n)),
        lambda c, W, b, d, a, n: good(c, W, b, d, a, n)[:1],
        lambda c, W, b, d, a, n: W @ c + b,
        lambda c, W, b, d, a, n: good(c, W, b, d, a, n) / W[0].size,
        lambda c, W, b, d, a, n: good(c, W, b, d, a, n).reshape(n, -1),
        lambda c, W, b, d, a, n: None,
    ],
    right=[
        forward_loops,
        forward_einsum,
        forward_tensordot,
        lambda c, W, b, d, a, n: good(c.astype(np.float32), W.astype(np.float32), b.astype(np.float32), d, a, n),
    ],
)

# --- gradients of the weights ---


def rows_of(d):
    return d.transpose(1, 2, 3, 0).reshape(d.shape[1], -1)


def gradients(c, d, shape):
    return (rows_of(d) @ c.T).reshape(d.shape[1], *shape), d.sum(axis=(0, 2, 3))


def scaled(w=lambda d: 1.0, b=lambda d: 1.0):
    def answer(c, d, shape):
        dW, db = gradients(c, d, shape)
        return dW * w(d), db * b(d)

    return answer


def gradient_loops(c, d, shape):
    n, F, down, across = d.shape
    dW, db = np.zeros((F, *shape)), np.zeros(F)
    for f in range(F):
        for y in range(down):
            for x in range(across):
                for s in range(n):
                    dW[f] += d[s, f, y, x] * c[:, (y * across + x) * n + s].reshape(shape)
                    db[f] += d[s, f, y, x]
    return dW, db


def gradient_overwritten(c, d, shape):
    n, F, down, across = d.shape
    dW, db = np.zeros((F, *shape)), np.zeros(F)
    for y in range(down):
        for x in range(across):
            part = c.reshape(*shape, down, across, n)[:, :, :, y, x]
            dW = np.einsum("sf,cijs->fcij", d[:, :, y, x], part)
            db = d[:, :, y, x].sum(axis=0)
    return dW, db


def gradient_last_sample(c, d, shape):
    n, F, down, across = d.shape
    part = c.reshape(*shape, down, across, n)
    for s in range(n):
        dW = np.einsum("fyx,cijyx->fcij", d[s], part[..., s])
        db = d[s].sum(axis=(1, 2))
    return dW, db


def gradient_wrong_rows(make):
    def answer(c, d, shape):
        return (make(d) @ c.T).reshape(-1, *shape), d.sum(axis=(0, 2, 3))

    return answer


def n_samples(d):
    return 1 / len(d)


def n_places(d):
    return 1 / d[0, 0].size


def n_both(d):
    return 1 / d[:, 0].size


WEIGHTS = AnswerSheet(
    "13.weight_gradients",
    wrong=[
        (gradient_wrong_rows(lambda d: d.reshape(d.shape[1], -1)), "reshaped without transposing"),
        (gradient_wrong_rows(lambda d: d.swapaxes(0, 1).reshape(d.shape[1], -1)), "samples before places"),
        gradient_wrong_rows(lambda d: d.transpose(1, 3, 2, 0).reshape(d.shape[1], -1)),
        gradient_wrong_rows(lambda d: rows_of(d)[:, ::-1]),
        scaled(n_samples, n_samples),
        scaled(n_places, n_places),
        scaled(n_both, n_both),
        scaled(b=n_both),
        scaled(b=n_samples),
        scaled(w=n_samples),
        scaled(w=n_both),
        scaled(lambda d: -1, lambda d: -1),
        scaled(lambda d: -1),
        scaled(b=lambda d: 2),
        scaled(b=lambda d: 0),
        scaled(lambda d: 2, lambda d: 2),
        lambda c, d, shape: (gradients(c, d, shape)[0], d.sum(axis=(2, 3))),
        lambda c, d, shape: (gradients(c, d, shape)[0], d.sum(axis=0)),
        lambda c, d, shape: (gradients(c, d, shape)[0], d.sum()),
        lambda c, d, shape: (gradients(c, d, shape)[0], d.sum(axis=(1, 2, 3))),
        lambda c, d, shape: (gradients(c, d, shape)[0], rows_of(d).sum(axis=1, keepdims=True)),
        lambda c, d, shape: (gradients(c, d, shape)[0][:, :, ::-1, ::-1], gradients(c, d, shape)[1]),
        lambda c, d, shape: ((c @ rows_of(d).T).reshape(-1, *shape), d.sum(axis=(0, 2, 3))),
        lambda c, d, shape: (rows_of(d) @ c.T, d.sum(axis=(0, 2, 3))),
        lambda c, d, shape: gradients(c, d, shape)[0],
        lambda c, d, shape: gradients(c, d, shape)[::-1],
        lambda c, d, shape: ((rows_of(d) @ c.T).reshape(*shape, -1), d.sum(axis=(0, 2, 3))),
        lambda c, d, shape: None,
        gradient_overwritten,
        gradient_last_sample,
    ],
    right=[
        gradient_loops,
        gradients,
        lambda c, d, shape: (
            np.einsum("sfyx,cijyxs->fcij", d, c.reshape(*shape, *d.shape[2:], len(d))),
            np.einsum("sfyx->f", d),
        ),
        lambda c, d, shape: ((c @ rows_of(d).T).T.reshape(-1, *shape), rows_of(d) @ np.ones(rows_of(d).shape[1])),
        lambda c, d, shape: list(gradients(c.astype(np.float32), d.astype(np.float32), shape)),
    ],
)

# --- back to the images ---


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


COL2IM = AnswerSheet(
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

SHEETS = [NORMALISE, DRAW, IM2COL, FORWARD, WEIGHTS, COL2IM]


def test_forward_agrees_with_scipy():
    """The reference does not flip: scipy's correlation, channel by channel, is the same."""
    from labkit.exercises.lab13_cnn_part_3.forward import conv_forward

    rng = np.random.default_rng(1)
    x, W, b = rng.normal(size=(2, 3, 6, 7)), rng.normal(size=(4, 3, 3, 2)), rng.normal(size=4)
    z = conv_forward(by_places(x, (3, 2), (1, 1)), W, b, 4, 6, 2)
    for s in range(2):
        for f in range(4):
            assert np.allclose(z[s, f], correlate(x[s], W[f], "valid")[0] + b[f])


def test_col2im_is_the_transpose():
    """<A p, q> = <p, A^T q> for the reference against an independent im2col."""
    from labkit.nn.functional import image_columns_backward

    rng = np.random.default_rng(2)
    p = rng.normal(size=(2, 3, 7, 6))
    q = rng.normal(size=by_places(p, (3, 2), (2, 3)).shape)
    assert np.isclose(
        (by_places(p, (3, 2), (2, 3)) * q).sum(), (p * image_columns_backward(q, p.shape, (3, 2), (2, 3))).sum()
    )
