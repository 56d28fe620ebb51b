"""Lab 14's answers, right and wrong, as students write them."""

import numpy as np
from scipy.signal import convolve2d, correlate2d

from tests.labs.answer_sheet import AnswerSheet

# --- T transposed times y ---


def back_one_filter_only(T, y, shape):
    places = y[0].size
    return (T[:places].T @ y[0].ravel()).reshape(shape)


def back_by_rows(T, y, shape):
    image = np.zeros(int(np.prod(shape)))
    for row, answer in zip(T, y.ravel(), strict=True):
        image += answer * row
    return image.reshape(shape)


def back_by_rows_overwritten(T, y, shape):
    image = np.zeros(int(np.prod(shape)))
    for row, answer in zip(T, y.ravel(), strict=True):
        image[row != 0] = answer * row[row != 0]
    return image.reshape(shape)


def back_largest(T, y, shape):
    return (T * y.reshape(-1, 1)).max(axis=0).reshape(shape)


def back_filter_by_filter(T, y, shape):
    image = 0
    for part, answers in zip(np.split(T, len(y)), y, strict=True):
        image = image + part.T @ answers.reshape(-1)
    return image.reshape(*shape)


def back_pinv_regularised(T, y, shape):
    return np.linalg.solve(T.T @ T + 1e-3 * np.eye(T.shape[1]), T.T @ y.ravel()).reshape(shape)


BACK_WRONG = [
    (lambda T, y, shape: (np.linalg.pinv(T) @ y.ravel()).reshape(shape), "pseudo-inverse"),
    lambda T, y, shape: np.linalg.lstsq(T, y.ravel(), rcond=None)[0].reshape(shape),
    lambda T, y, shape: (np.linalg.inv(T) @ y.ravel()).reshape(shape),
    lambda T, y, shape: np.linalg.solve(T, y.ravel()).reshape(shape),
    lambda T, y, shape: (T @ y.ravel()).reshape(shape),
    lambda T, y, shape: (y.ravel() @ T.T).reshape(shape),
    lambda T, y, shape: T.T @ y.ravel(),
    lambda T, y, shape: T.T @ y,
    lambda T, y, shape: (T.T @ y.ravel()).reshape(shape[1:]),
    lambda T, y, shape: (T.T @ y.ravel()).reshape(shape[0], shape[2], shape[1]).transpose(0, 2, 1),
    lambda T, y, shape: (T.T @ y.ravel()).reshape(shape[0], shape[2], shape[1]),
    lambda T, y, shape: (T.T @ y.ravel()).reshape(shape[1], shape[2], shape[0]),
    lambda T, y, shape: (T.T @ y.ravel()).reshape(shape[1], shape[2], shape[0]).transpose(2, 0, 1),
    lambda T, y, shape: (T.T @ y.ravel()).reshape(shape, order="F"),
    lambda T, y, shape: (T.T @ y.ravel(order="F")).reshape(shape),
    lambda T, y, shape: (T.T @ y.transpose(1, 2, 0).ravel()).reshape(shape),
    lambda T, y, shape: (T.T @ y.transpose(0, 2, 1).ravel()).reshape(shape),
    lambda T, y, shape: (T.T @ y.ravel()[::-1]).reshape(shape),
    lambda T, y, shape: (T.T @ y.ravel()).reshape(shape)[:, ::-1, ::-1],
    lambda T, y, shape: (T[::-1].T @ y.ravel()).reshape(shape),
    lambda T, y, shape: -(T.T @ y.ravel()).reshape(shape),
    lambda T, y, shape: (T.T @ y.ravel() / y.size).reshape(shape),
    lambda T, y, shape: (T.T @ y.ravel() / len(y)).reshape(shape),
    lambda T, y, shape: (T.T @ np.maximum(y.ravel(), 0)).reshape(shape),
    lambda T, y, shape: (T.T @ np.abs(y.ravel())).reshape(shape),
    lambda T, y, shape: np.maximum(T.T @ y.ravel(), 0).reshape(shape),
    lambda T, y, shape: ((T.T @ y.ravel()) / (T != 0).sum(axis=0)).reshape(shape),
    lambda T, y, shape: (np.abs(T).T @ y.ravel()).reshape(shape),
    lambda T, y, shape: (T.T @ y.sum(axis=0).ravel()).reshape(shape),
    lambda T, y, shape: (T.T * y.ravel()).reshape(shape),
    lambda T, y, shape: T.T.dot(y.ravel()).sum(),
    lambda T, y, shape: ((T.T @ T) @ (T.T @ y.ravel())).reshape(shape),
    lambda T, y, shape: np.zeros(shape),
    lambda T, y, shape: None,
    back_one_filter_only, back_by_rows_overwritten, back_largest, back_pinv_regularised,
]  # fmt: skip
BACK_RIGHT = [
    back_by_rows, back_filter_by_filter,
    lambda T, y, shape: (y.ravel() @ T).reshape(shape),
    lambda T, y, shape: np.einsum("ij,i->j", T, y.flatten()).reshape(shape),
    lambda T, y, shape: np.reshape(T.transpose() @ y.reshape(-1, 1), shape),
    lambda T, y, shape: np.dot(T.T.astype(np.float32), y.ravel().astype(np.float32)).reshape(shape),
]  # fmt: skip

# --- transposed convolution ---


def stamps(y, W, stride, add=True, flip=False):
    (n, down, across), (_, c, kh, kw) = y.shape, W.shape
    (sr, sc), image = stride, np.zeros((c, (down - 1) * stride[0] + kh, (across - 1) * stride[1] + kw))
    for f in range(n):
        for i in range(down):
            for j in range(across):
                stamp = W[f][:, ::-1, ::-1] if flip else W[f]
                stamp = y[f, i, j] * stamp
                if add:
                    image[:, i * sr : i * sr + kh, j * sc : j * sc + kw] += stamp
                else:
                    image[:, i * sr : i * sr + kh, j * sc : j * sc + kw] = stamp
    return image


def stamps_no_stride(y, W, stride):
    (n, down, across), (_, c, kh, kw) = y.shape, W.shape
    image = np.zeros((c, down + kh - 1, across + kw - 1))
    for f, i, j in np.ndindex(n, down, across):
        image[:, i : i + kh, j : j + kw] += y[f, i, j] * W[f]
    return image


def stamps_right_size_no_stride(y, W, stride):
    (n, down, across), (_, c, kh, kw) = y.shape, W.shape
    image = np.zeros((c, (down - 1) * stride[0] + kh, (across - 1) * stride[1] + kw))
    for f, i, j in np.ndindex(n, down, across):
        image[:, i : i + kh, j : j + kw] += y[f, i, j] * W[f]
    return image


def stamps_one_stride(y, W, stride):
    s = stride[0]
    (n, down, across), (_, c, kh, kw) = y.shape, W.shape
    image = np.zeros((c, (down - 1) * s + kh, (across - 1) * s + kw))
    for f, i, j in np.ndindex(n, down, across):
        image[:, i * s : i * s + kh, j * s : j * s + kw] += y[f, i, j] * W[f]
    return image


def stamps_strides_exchanged(y, W, stride):
    return stamps(y, W, stride[::-1])


def stamps_size_minus(y, W, stride):
    (n, down, across), (_, c, kh, kw) = y.shape, W.shape
    image = np.zeros((c, down - kh + 1, across - kw + 1))
    for f, i, j in np.ndindex(n, down, across):
        image[:, i : i + kh, j : j + kw] += y[f, i, j] * W[f]
    return image


def stamps_size_times(y, W, stride):
    (n, down, across), (_, c, kh, kw) = y.shape, W.shape
    image = np.zeros((c, down * stride[0] + kh, across * stride[1] + kw))
    for f, i, j in np.ndindex(n, down, across):
        r, q = i * stride[0], j * stride[1]
        image[:, r : r + kh, q : q + kw] += y[f, i, j] * W[f]
    return image


def stamps_size_times_minus(y, W, stride):
    return stamps_size_times(y, W, stride)[:, :-1, :-1]


def stamps_responses_size(y, W, stride):
    (n, down, across), (_, c, kh, kw) = y.shape, W.shape
    image = np.zeros((c, down, across))
    for f, i, j in np.ndindex(n, down, across):
        image[:, i : i + kh, j : j + kw] += y[f, i, j] * W[f]
    return image


def stamps_last_filter(y, W, stride):
    for f in range(len(y)):
        image = stamps(y[f : f + 1], W[f : f + 1], stride)
    return image


def stamps_first_filter(y, W, stride):
    return stamps(y[:1], W[:1], stride)


def stamps_first_channel(y, W, stride):
    return stamps(y, W[:, :1], stride)


def stamps_channels_added(y, W, stride):
    return stamps(y, W, stride).sum(axis=0)


def stamps_a_filter_each(y, W, stride):
    return np.array([stamps(y[f : f + 1], W[f : f + 1], stride) for f in range(len(y))])


def stamps_mean(y, W, stride):
    return stamps(y, W, stride) / stamps(np.ones_like(y), np.ones_like(W), stride)


def stamps_correlated(y, W, stride):
    image = 0
    for f in range(len(y)):
        image = image + np.array([correlate2d(y[f], w, mode="full") for w in W[f]])
    return image


def stamps_valid(y, W, stride):
    image = 0
    for f in range(len(y)):
        image = image + np.array([correlate2d(y[f], w, mode="valid") for w in W[f]])
    return image


def stamps_same(y, W, stride):
    image = 0
    for f in range(len(y)):
        image = image + np.array([convolve2d(y[f], w, mode="same") for w in W[f]])
    return image


def stamps_unweighted(y, W, stride):
    return stamps(np.ones_like(y), W, stride)


def stamps_signs(y, W, stride):
    return stamps(np.maximum(y, 0), W, stride)


def stamps_kernel_turned(y, W, stride):
    return stamps(y, W.transpose(0, 1, 3, 2), stride)


def stamps_last_row_forgotten(y, W, stride):
    image = stamps(y, W, stride) * 0
    (n, down, across), (_, _, kh, kw) = y.shape, W.shape
    for f in range(n):
        for i in range(down - 1):
            for j in range(across - 1):
                r, q = i * stride[0], j * stride[1]
                image[:, r : r + kh, q : q + kw] += y[f, i, j] * W[f]
    return image


def stamps_upside(y, W, stride):
    return stamps(y, W[:, :, ::-1], stride)


def stamps_max(y, W, stride):
    image = stamps(y, W, stride) * 0
    (n, down, across), (_, _, kh, kw) = y.shape, W.shape
    for f, i, j in np.ndindex(n, down, across):
        r, q = i * stride[0], j * stride[1]
        image[:, r : r + kh, q : q + kw] = np.maximum(image[:, r : r + kh, q : q + kw], y[f, i, j] * W[f])
    return image


def stamps_number_of_filters_wrong(y, W, stride):
    return stamps(np.broadcast_to(y.sum(axis=0), y.shape), W, stride)


def stamps_integers(y, W, stride):
    return stamps(y, W, stride).astype(int)


def stamps_pixel_by_pixel(y, W, stride):
    """Gather instead of scatter: which stamps cover this pixel?"""
    (_, down, across), (_, c, kh, kw) = y.shape, W.shape
    image = np.zeros((c, (down - 1) * stride[0] + kh, (across - 1) * stride[1] + kw))
    for k, r, q in np.ndindex(*image.shape):
        for i in range(down):
            for j in range(across):
                a, b = r - i * stride[0], q - j * stride[1]
                if 0 <= a < kh and 0 <= b < kw:
                    image[k, r, q] += y[:, i, j] @ W[:, k, a, b]
    return image


def stamps_by_weights(y, W, stride):
    (_, down, across), (_, c, kh, kw) = y.shape, W.shape
    (sr, sc), image = stride, np.zeros((c, (down - 1) * stride[0] + kh, (across - 1) * stride[1] + kw))
    for a, b in np.ndindex(kh, kw):
        image[:, a : a + (down - 1) * sr + 1 : sr, b : b + (across - 1) * sc + 1 : sc] += np.tensordot(
            W[:, :, a, b].T, y, 1
        )
    return image


def stamps_by_scipy(y, W, stride):
    wide = np.zeros((len(y), (y.shape[1] - 1) * stride[0] + 1, (y.shape[2] - 1) * stride[1] + 1))
    wide[:, :: stride[0], :: stride[1]] = y
    return np.array([sum(convolve2d(wide[f], W[f, c]) for f in range(len(y))) for c in range(W.shape[1])])


def stamps_in_float32(y, W, stride):
    return stamps(y.astype(np.float32), W.astype(np.float32), stride).astype(np.float32)


def stamps_by_einsum(y, W, stride):
    (_, down, across), (kh, kw) = y.shape, W.shape[2:]
    image = np.zeros((W.shape[1], (down - 1) * stride[0] + kh, (across - 1) * stride[1] + kw))
    for i in range(down):
        for j in range(across):
            at = np.s_[:, i * stride[0] : i * stride[0] + kh, j * stride[1] : j * stride[1] + kw]
            image[at] += np.einsum("f,fcab->cab", y[:, i, j], W)
    return image


STAMP_WRONG = [
    (lambda y, W, stride: stamps(y, W, stride, add=False), "overwritten"),
    (lambda y, W, stride: stamps(y, W, stride, flip=True), "filter flipped"),
    lambda y, W, stride: stamps(y.transpose(0, 2, 1), W, stride),
    lambda y, W, stride: stamps(y, W, stride, add=False, flip=True),
    lambda y, W, stride: -stamps(y, W, stride),
    lambda y, W, stride: stamps(y, W, stride) / y[0].size,
    lambda y, W, stride: stamps(y, W, stride) / len(y),
    lambda y, W, stride: stamps(y, W, stride)[None],
    lambda y, W, stride: stamps(y, W, (1, 1)),
    lambda y, W, stride: stamps(y, W, stride)[0],
    lambda y, W, stride: None,
    stamps_no_stride, stamps_right_size_no_stride, stamps_one_stride, stamps_strides_exchanged, stamps_size_minus,
    stamps_size_times, stamps_size_times_minus, stamps_responses_size, stamps_last_filter, stamps_first_filter,
    stamps_first_channel, stamps_channels_added, stamps_a_filter_each, stamps_mean, stamps_correlated, stamps_valid,
    stamps_same, stamps_unweighted, stamps_signs, stamps_kernel_turned, stamps_last_row_forgotten, stamps_upside,
    stamps_max, stamps_number_of_filters_wrong, stamps_integers,
]  # fmt: skip
STAMP_RIGHT = [stamps, stamps_pixel_by_pixel, stamps_by_weights, stamps_by_scipy, stamps_in_float32, stamps_by_einsum]

# --- is it the transpose? ---

norm = np.linalg.norm


def inner(a, b):
    return np.sum(a * b)


def mismatch_of_inverse(forward, back, x, y):
    return norm(back(forward(x)) - x) / norm(x)


def mismatch_loops(forward, back, x, y):
    left = right = size = length = 0.0
    for a, b in zip(forward(x).flat, y.flat, strict=True):
        left, size, length = left + a * b, size + a * a, length + b * b
    for a, b in zip(x.flat, back(y).flat, strict=True):
        right += a * b
    return abs(left - right) / (size * length) ** 0.5


def mismatch_yes_no(forward, back, x, y):
    return np.allclose(inner(forward(x), y), inner(x, back(y)))


MISMATCH_WRONG = [
    lambda f, b, x, y: (inner(f(x), y) - inner(x, b(y))) / (norm(f(x)) * norm(y)),
    (lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))), "not divided"),
    lambda f, b, x, y: inner(f(x), y) - inner(x, b(y)),
    lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))) / (norm(x) * norm(y)),
    lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))) / (norm(x) * norm(b(y))),
    lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))) / norm(f(x)),
    lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))) / norm(y),
    lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))) / norm(f(x)) * norm(y),
    lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))) / (inner(f(x), f(x)) * inner(y, y)),
    lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))) / (norm(f(x)) + norm(y)),
    lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))) / abs(inner(f(x), y)),
    lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))) / max(abs(inner(f(x), y)), abs(inner(x, b(y)))),
    lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))) / (abs(inner(f(x), y)) + abs(inner(x, b(y)))),
    lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))) / (np.abs(f(x)).max() * np.abs(y).max()),
    lambda f, b, x, y: abs(inner(f(x), y) - inner(x, b(y))) / (norm(f(x)) * norm(y)) ** 2,
    lambda f, b, x, y: abs(np.mean(f(x) * y) - np.mean(x * b(y))) / (norm(f(x)) * norm(y)),
    lambda f, b, x, y: abs(np.sum(f(x)) * np.sum(y) - np.sum(x) * np.sum(b(y))) / (norm(f(x)) * norm(y)),
    lambda f, b, x, y: abs(norm(f(x)) * norm(y) - norm(x) * norm(b(y))) / (norm(f(x)) * norm(y)),
    lambda f, b, x, y: abs(norm(f(x)) - norm(b(y))) / (norm(f(x)) * norm(y)),
    lambda f, b, x, y: norm(b(f(x)) - x),
    lambda f, b, x, y: norm(f(b(y)) - y) / norm(y),
    lambda f, b, x, y: abs(np.dot(f(x), y) - np.dot(x, b(y))) / (norm(f(x)) * norm(y)),
    lambda f, b, x, y: abs((f(x) @ y) - (x @ b(y))) / (norm(f(x)) * norm(y)),
    lambda f, b, x, y: np.abs(f(x) * y - x * b(y)) / (norm(f(x)) * norm(y)),
    lambda f, b, x, y: abs(inner(f(y), x) - inner(y, b(x))) / (norm(f(y)) * norm(x)),
    lambda f, b, x, y: abs(inner(b(x), y) - inner(x, f(y))) / (norm(b(x)) * norm(y)),
    lambda f, b, x, y: abs(inner(f(x), f(x)) - inner(x, b(f(x)))) / inner(f(x), f(x)),
    lambda f, b, x, y: abs(inner(f(x), y) + inner(x, b(y))) / (norm(f(x)) * norm(y)),
    lambda f, b, x, y: (inner(f(x), y) - inner(x, b(y))) ** 2 / (norm(f(x)) * norm(y)),
    lambda f, b, x, y: (inner(f(x), y), inner(x, b(y))),
    lambda f, b, x, y: abs(inner(f(x), y)) / (norm(f(x)) * norm(y)),
    lambda f, b, x, y: abs(inner(f, y) - inner(x, b)) / (norm(f) * norm(y)),
    lambda f, b, x, y: 0.0,
    lambda f, b, x, y: None,
    mismatch_of_inverse, mismatch_yes_no,
]  # fmt: skip
MISMATCH_RIGHT = [
    mismatch_loops,
    lambda f, b, x, y: abs(np.vdot(f(x), y) - np.vdot(x, b(y))) / (norm(f(x)) * norm(y)),
    lambda f, b, x, y: abs(f(x).ravel() @ y.ravel() - x.ravel() @ b(y).ravel()) / (norm(f(x)) * norm(y)),
    lambda f, b, x, y: np.abs((f(x) * y).sum() - (x * b(y)).sum()) / np.sqrt((f(x) ** 2).sum() * (y**2).sum()),
    lambda f, b, x, y: float(abs(inner(f(x) / norm(f(x)), y / norm(y)) - inner(x, b(y)) / norm(f(x)) / norm(y))),
]  # fmt: skip

# --- one filter's activation ---


def alone(z, W, activation, which, stage=True):
    kept = np.zeros_like(z)
    kept[which] = activation(z)[which] if stage else z[which]
    return stamps(kept, W, (1, 1))


def alone_in_place(z, W, activation, which):
    y = activation(z)
    z[:] = 0
    z[which] = y[which]
    return stamps(z, W, (1, 1))


def alone_others_kept(z, W, activation, which):
    y = activation(z)
    y[which] = 0
    return stamps(y, W, (1, 1))


def alone_activated_after_zeroing(z, W, activation, which):
    kept = np.zeros_like(z)
    kept[which] = z[which]
    return stamps(activation(kept), W, (1, 1))


def alone_linear_sum(z, W, activation, which):
    y = activation(z)
    return np.einsum("fij->ij", y)[None] * W[which].sum()


def alone_loop(z, W, activation, which):
    y, (c, kh, kw) = activation(z)[which], W.shape[1:]
    image = np.zeros((c, y.shape[0] + kh - 1, y.shape[1] + kw - 1))
    for (i, j), strength in np.ndenumerate(y):
        image[:, i : i + kh, j : j + kw] += strength * W[which]
    return image


def alone_masked(z, W, activation, which):
    mask = (np.arange(len(z)) == which)[:, None, None]
    return stamps(activation(z) * mask, W, (1, 1))


ALONE_WRONG = [
    (lambda z, W, f, which: alone(z, W, f, which, stage=False), "before the activation"),
    (lambda z, W, f, which: stamps(f(z), W, (1, 1)), "all filters"),
    lambda z, W, f, which: stamps(z, W, (1, 1)),
    lambda z, W, f, which: stamps(f(f(z))[which : which + 1], W[which : which + 1], (1, 1)),
    lambda z, W, f, which: f(alone(z, W, f, which)),
    lambda z, W, f, which: f(alone(z, W, f, which, stage=False)),
    lambda z, W, f, which: alone(z, W, f, 0),
    lambda z, W, f, which: alone(z, W, f, which - 1),
    lambda z, W, f, which: alone(z, W, f, -1),
    lambda z, W, f, which: f(z)[which],
    lambda z, W, f, which: W[which],
    lambda z, W, f, which: alone(z, W[:, :, ::-1, ::-1], f, which),
    lambda z, W, f, which: stamps(f(z).sum(axis=0, keepdims=True), W[which : which + 1], (1, 1)),
    lambda z, W, f, which: stamps(f(z)[which : which + 1], W.sum(axis=0, keepdims=True), (1, 1)),
    lambda z, W, f, which: stamps(np.repeat(f(z)[which : which + 1], len(W), axis=0), W, (1, 1)),
    lambda z, W, f, which: stamps(f(z).mean(axis=0, keepdims=True), W[which : which + 1], (1, 1)),
    lambda z, W, f, which: stamps(np.maximum(z, 0)[which : which + 1], W[which : which + 1], (1, 1)),
    lambda z, W, f, which: np.maximum(alone(z, W, f, which), 0),
    lambda z, W, f, which: stamps(np.maximum(f(z), 0)[which : which + 1], W[which : which + 1], (1, 1)),
    lambda z, W, f, which: stamps(np.where(z == z.max(), f(z), 0), W, (1, 1)),
    lambda z, W, f, which: stamps(f(z)[which : which + 1] == 0, W[which : which + 1], (1, 1)),
    lambda z, W, f, which: -alone(z, W, f, which),
    lambda z, W, f, which: alone(z, W, f, which) / len(W),
    lambda z, W, f, which: alone(z, W, f, which)[0],
    lambda z, W, f, which: alone(z, W, f, which)[None],
    lambda z, W, f, which: alone(z, W, f, which).sum(axis=0),
    lambda z, W, f, which: np.array([correlate2d(f(z)[which], w, mode="full") for w in W[which]]),
    lambda z, W, f, which: np.array([correlate2d(f(z)[which], w, mode="valid") for w in W[which]]),
    lambda z, W, f, which: stamps(f(z)[which : which + 1], W[which : which + 1], (1, 1), add=False),
    lambda z, W, f, which: stamps(f(z[:, :, which : which + 1]), W, (1, 1)),
    lambda z, W, f, which: alone(z, W, np.abs, which),
    lambda z, W, f, which: np.array([alone(z, W, f, k) for k in range(len(W))]),
    lambda z, W, f, which: None,
    alone_in_place, alone_others_kept, alone_activated_after_zeroing, alone_linear_sum,
]  # fmt: skip
ALONE_RIGHT = [
    alone, alone_loop, alone_masked,
    lambda z, W, f, which: stamps(f(z)[which : which + 1], W[which : which + 1], (1, 1)),
    lambda z, W, f, which: stamps(f(z[[which]]), W[[which]], (1, 1)),
    lambda z, W, f, which: np.array([convolve2d(f(z[which]), w) for w in W[which]]),
    lambda z, W, f, which: stamps_in_float32(f(z)[[which]], W[[which]], (1, 1)),
]  # fmt: skip

# --- occlusion ---


def hide(
    answer, image, true, patch, grey, stride, read=lambda whole, hidden, k: whole[k] - hidden[k], all_channels=True
):
    c, h, w = image.shape
    tops, lefts = range(0, h - patch + 1, stride), range(0, w - patch + 1, stride)
    found, whole = np.zeros((len(tops), len(lefts))), answer(image[None])[0]
    for i, top in enumerate(tops):
        for j, left in enumerate(lefts):
            copy = image.copy()
            copy[slice(None) if all_channels else 0, top : top + patch, left : left + patch] = grey
            found[i, j] = read(whole, answer(copy[None])[0], true)
    return found


def hide_without_copies(answer, image, true, patch, grey, stride):
    c, h, w = image.shape
    whole, rows = answer(image[None])[0, true], []
    for top in range(0, h - patch + 1, stride):
        row = []
        for left in range(0, w - patch + 1, stride):
            image[:, top : top + patch, left : left + patch] = grey
            row.append(whole - answer(image[None])[0, true])
        rows.append(row)
    return np.array(rows)


def hide_one_copy(answer, image, true, patch, grey, stride):
    c, h, w = image.shape
    copy, whole, rows = image.copy(), answer(image[None])[0, true], []
    for top in range(0, h - patch + 1, stride):
        row = []
        for left in range(0, w - patch + 1, stride):
            copy[:, top : top + patch, left : left + patch] = grey
            row.append(whole - answer(copy[None])[0, true])
        rows.append(row)
    return np.array(rows)


def hide_past_the_border(answer, image, true, patch, grey, stride):
    c, h, w = image.shape
    whole, rows = answer(image[None])[0, true], []
    for top in range(0, h, stride):
        row = []
        for left in range(0, w, stride):
            copy = image.copy()
            copy[:, top : top + patch, left : left + patch] = grey
            row.append(whole - answer(copy[None])[0, true])
        rows.append(row)
    return np.array(rows)


def hide_stops_early(answer, image, true, patch, grey, stride):
    c, h, w = image.shape
    whole, rows = answer(image[None])[0, true], []
    for top in range(0, h - patch, stride):
        row = []
        for left in range(0, w - patch, stride):
            copy = image.copy()
            copy[:, top : top + patch, left : left + patch] = grey
            row.append(whole - answer(copy[None])[0, true])
        rows.append(row)
    return np.array(rows)


def hide_square(answer, image, true, patch, grey, stride):
    c, h, w = image.shape
    n = (h - patch) // stride + 1
    whole, found = answer(image[None])[0, true], np.zeros((n, n))
    for i, j in np.ndindex(n, n):
        copy = image.copy()
        copy[:, i * stride : i * stride + patch, j * stride : j * stride + patch] = grey
        found[i, j] = whole - answer(copy[None])[0, true]
    return found


def hide_stride_is_patch(answer, image, true, patch, grey, stride):
    return hide(answer, image, true, patch, grey, patch)


def hide_no_batch(answer, image, true, patch, grey, stride):
    whole = answer(image)[true]
    c, h, w = image.shape
    found = np.zeros(((h - patch) // stride + 1, (w - patch) // stride + 1))
    for i, j in np.ndindex(*found.shape):
        copy = image.copy()
        copy[:, i * stride : i * stride + patch, j * stride : j * stride + patch] = grey
        found[i, j] = whole - answer(copy)[true]
    return found


def hide_centred(answer, image, true, patch, grey, stride):
    c, h, w = image.shape
    found, whole, half = (
        np.zeros(((h - patch) // stride + 1, (w - patch) // stride + 1)),
        answer(image[None])[0],
        patch // 2,
    )
    for i, j in np.ndindex(*found.shape):
        copy = image.copy()
        r, q = i * stride, j * stride
        copy[:, max(r - half, 0) : r + half + 1, max(q - half, 0) : q + half + 1] = grey
        found[i, j] = whole[true] - answer(copy[None])[0, true]
    return found


def hide_all_but(answer, image, true, patch, grey, stride):
    c, h, w = image.shape
    found, whole = np.zeros(((h - patch) // stride + 1, (w - patch) // stride + 1)), answer(image[None])[0]
    for i, j in np.ndindex(*found.shape):
        copy = np.full_like(image, grey)
        r, q = i * stride, j * stride
        copy[:, r : r + patch, q : q + patch] = image[:, r : r + patch, q : q + patch]
        found[i, j] = whole[true] - answer(copy[None])[0, true]
    return found


def hide_added(answer, image, true, patch, grey, stride):
    c, h, w = image.shape
    found, whole = np.zeros(((h - patch) // stride + 1, (w - patch) // stride + 1)), answer(image[None])[0]
    for i, j in np.ndindex(*found.shape):
        copy = image.copy()
        copy[:, i * stride : i * stride + patch, j * stride : j * stride + patch] += grey
        found[i, j] = whole[true] - answer(copy[None])[0, true]
    return found


def hide_full_size(answer, image, true, patch, grey, stride):
    c, h, w = image.shape
    found, drops = np.zeros((h, w)), hide(answer, image, true, patch, grey, stride)
    for i, j in np.ndindex(*drops.shape):
        found[i * stride : i * stride + patch, j * stride : j * stride + patch] += drops[i, j]
    return found


def hide_all_at_once(answer, image, true, patch, grey, stride):
    c, h, w = image.shape
    corners = [(i, j) for i in range(0, h - patch + 1, stride) for j in range(0, w - patch + 1, stride)]
    batch = np.stack([image] * len(corners))
    for hidden, (i, j) in zip(batch, corners, strict=True):
        hidden[:, i : i + patch, j : j + patch] = grey
    drops = answer(image[np.newaxis])[0, true] - answer(batch)[:, true]
    return drops.reshape(-1, (w - patch) // stride + 1)


def hide_with_masks(answer, image, true, patch, grey, stride):
    rows, columns = np.indices(image.shape[1:])
    found = []
    for i in range(0, image.shape[1] - patch + 1, stride):
        found.append([])
        for j in range(0, image.shape[2] - patch + 1, stride):
            under = (rows >= i) & (rows < i + patch) & (columns >= j) & (columns < j + patch)
            changed = np.where(under, grey, image)
            both = answer(np.array([image, changed]))[:, true]
            found[-1].append(both[0] - both[1])
    return np.array(found)


def hide_in_float32(answer, image, true, patch, grey, stride):
    return hide(answer, image.astype(np.float32), true, patch, np.float32(grey), stride).astype(np.float32)


def read_with(read):
    def wrong(answer, image, true, patch, grey, stride):
        return hide(answer, image, true, patch, grey, stride, read)

    return wrong


OCCLUSION_WRONG = [
    (read_with(lambda whole, hidden, k: hidden[k] - whole[k]), "sign"),
    (read_with(lambda whole, hidden, k: whole.max() - hidden.max()), "largest output"),
    read_with(lambda whole, hidden, k: abs(whole[k] - hidden[k])),
    read_with(lambda whole, hidden, k: hidden[k]),
    read_with(lambda whole, hidden, k: whole[k] - hidden.max()),
    read_with(lambda whole, hidden, k: whole[whole.argmax()] - hidden[whole.argmax()]),
    read_with(lambda whole, hidden, k: whole.sum() - hidden.sum()),
    read_with(lambda whole, hidden, k: whole.mean() - hidden.mean()),
    read_with(lambda whole, hidden, k: whole[0] - hidden[0]),
    read_with(lambda whole, hidden, k: np.abs(whole - hidden).sum()),
    read_with(lambda whole, hidden, k: ((whole - hidden) ** 2).sum()),
    read_with(lambda whole, hidden, k: (whole[k] - hidden[k]) ** 2),
    read_with(lambda whole, hidden, k: (whole[k] - hidden[k]) / whole[k]),
    read_with(lambda whole, hidden, k: max(whole[k] - hidden[k], 0)),
    read_with(lambda whole, hidden, k: float(hidden.argmax() != k)),
    read_with(lambda whole, hidden, k: 1 - hidden[k]),
    read_with(lambda whole, hidden, k: ((1 - hidden[k]) ** 2 - (1 - whole[k]) ** 2) / 2),
    read_with(lambda whole, hidden, k: np.log(abs(whole[k])) - np.log(abs(hidden[k]))),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, patch, 0, stride),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, patch, 0.5, stride),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, patch, 1, stride),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, patch, image.min(), stride),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, patch, image.mean(), stride),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, patch, grey, 1),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, patch, grey, stride, all_channels=False),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, patch, grey, stride).T,
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, patch, grey, stride).ravel(),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, patch, grey, stride).mean(),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, 1, grey, stride),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, patch - 1, grey, stride),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, patch + 1, grey, stride),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, stride, grey, patch),
    lambda answer, image, true, patch, grey, stride: None,
    hide_without_copies, hide_one_copy, hide_past_the_border, hide_stops_early, hide_square, hide_stride_is_patch,
    hide_no_batch, hide_centred, hide_all_but, hide_added, hide_full_size,
]  # fmt: skip
OCCLUSION_RIGHT = [hide, hide_all_at_once, hide_with_masks, hide_in_float32]

# --- the border against the centre ---


def border_by_loops(importance, ring):
    h, w = importance.shape
    border, centre = [], []
    for i in range(h):
        for j in range(w):
            inside = ring <= i < h - ring and ring <= j < w - ring
            (centre if inside else border).append(abs(importance[i, j]))
    return sum(border) / len(border) / (sum(centre) / len(centre))


def border_four_strips(importance, ring):
    a = np.abs(importance)
    strips = [a[:ring], a[-ring:], a[:, :ring], a[:, -ring:]]
    return np.concatenate([s.ravel() for s in strips]).mean() / a[ring:-ring, ring:-ring].mean()


def border_mean_of_strips(importance, ring):
    a = np.abs(importance)
    strips = [a[:ring], a[-ring:], a[:, :ring], a[:, -ring:]]
    return np.mean([s.mean() for s in strips]) / a[ring:-ring, ring:-ring].mean()


def border_zeroed(importance, ring):
    a = np.abs(importance)
    edge = a.copy()
    edge[ring:-ring, ring:-ring] = 0
    return edge.mean() / a[ring:-ring, ring:-ring].mean()


def border_in_place(importance, ring):
    a = np.abs(importance)
    centre = a[ring:-ring, ring:-ring].mean()
    importance[ring:-ring, ring:-ring] = np.nan
    return np.nanmean(np.abs(importance)) / centre


def border_by_difference(importance, ring):
    a = np.abs(importance).astype(np.float64)
    inner_part = a[ring:-ring, ring:-ring]
    return (a.sum() - inner_part.sum()) / (a.size - inner_part.size) / inner_part.mean()


def border_by_nan(importance, ring):
    edge = np.abs(importance).copy()
    centre = edge[ring : edge.shape[0] - ring, ring : edge.shape[1] - ring].mean()
    edge[ring:-ring, ring:-ring] = np.nan
    return np.nanmean(edge) / centre


def border_by_distance(importance, ring):
    i, j = np.indices(importance.shape)
    h, w = importance.shape
    depth = np.minimum.reduce([i, j, h - 1 - i, w - 1 - j])
    a = np.abs(importance)
    return float(np.mean(a[depth < ring]) / np.mean(a[depth >= ring]))


def border_by_padding(importance, ring):
    h, w = importance.shape
    centre = np.pad(np.ones((h - 2 * ring, w - 2 * ring), bool), ring)
    return np.average(np.abs(importance), weights=~centre) / np.average(np.abs(importance), weights=centre)


def split(importance, ring):
    centre = importance[ring:-ring, ring:-ring]
    mask = np.ones(importance.shape, bool)
    mask[ring:-ring, ring:-ring] = False
    return importance[mask], centre


def from_parts(combine, prepare=np.abs):
    def wrong(importance, ring):
        return combine(*split(prepare(importance), ring))

    return wrong


BORDER_WRONG = [
    (from_parts(lambda b, c: b.mean() / c.mean(), prepare=lambda a: a), "no absolute value"),
    from_parts(lambda b, c: abs(b.mean()) / abs(c.mean()), prepare=lambda a: a),
    from_parts(lambda b, c: abs(b.mean() / c.mean()), prepare=lambda a: a),
    (from_parts(lambda b, c: c.mean() / b.mean()), "upside down"),
    from_parts(lambda b, c: b.sum() / c.sum()),
    from_parts(lambda b, c: c.sum() / b.sum()),
    from_parts(lambda b, c: b.mean() - c.mean()),
    from_parts(lambda b, c: c.mean() - b.mean()),
    from_parts(lambda b, c: b.mean() / np.concatenate([b, c.ravel()]).mean()),
    from_parts(lambda b, c: b.mean() / (b.mean() + c.mean())),
    from_parts(lambda b, c: b.sum() / (b.sum() + c.sum())),
    from_parts(lambda b, c: b.max() / c.max()),
    from_parts(lambda b, c: np.median(b) / np.median(c)),
    from_parts(lambda b, c: b.mean() / c.max()),
    from_parts(lambda b, c: b.mean()),
    from_parts(lambda b, c: (b.mean(), c.mean())),
    from_parts(lambda b, c: b.std() / c.std(), prepare=lambda a: a),
    from_parts(lambda b, c: b.mean() / c.mean(), prepare=np.square),
    from_parts(lambda b, c: np.sqrt(b.mean() / c.mean()), prepare=np.square),
    from_parts(lambda b, c: b.mean() / c.mean(), prepare=lambda a: np.maximum(a, 0)),
    from_parts(lambda b, c: 1 - b.mean() / c.mean()),
    from_parts(lambda b, c: 100 * b.mean() / c.mean()),
    lambda a, ring: np.abs(a[:ring, :ring]).mean() / np.abs(a[ring:-ring, ring:-ring]).mean(),
    lambda a, ring: np.abs(a[:ring]).mean() / np.abs(a[ring:-ring, ring:-ring]).mean(),
    lambda a, ring: np.abs(a[:ring]).mean() / np.abs(a[ring:]).mean(),
    lambda a, ring: np.abs(a[:, :ring]).mean() / np.abs(a[:, ring:]).mean(),
    lambda a, ring: np.r_[np.abs(a[:ring]).ravel(), np.abs(a[-ring:]).ravel()].mean() / np.abs(a[ring:-ring]).mean(),
    lambda a, ring: split(np.abs(a), 1)[0].mean() / split(np.abs(a), 1)[1].mean(),
    lambda a, ring: split(np.abs(a), ring)[0].mean() / np.abs(a[ring:, ring:]).mean(),
    lambda a, ring: split(np.abs(a), ring)[0].mean() / np.abs(a[ring : -ring - 1, ring : -ring - 1]).mean(),
    lambda a, ring: split(np.abs(a), ring + 1)[0].mean() / split(np.abs(a), ring + 1)[1].mean(),
    lambda a, ring: split(np.abs(a), ring)[0].mean(axis=0) / split(np.abs(a), ring)[1].mean(axis=0),
    lambda a, ring: np.abs(a).mean(axis=0)[:ring].mean() / np.abs(a).mean(axis=0)[ring:-ring].mean(),
    lambda a, ring: 0.0,
    lambda a, ring: None,
    border_four_strips, border_mean_of_strips, border_zeroed, border_in_place,
]  # fmt: skip
BORDER_RIGHT = [
    border_by_loops, border_by_difference, border_by_nan, border_by_distance, border_by_padding,
    lambda a, ring: float(np.mean(split(np.abs(a), ring)[0]) / np.mean(split(np.abs(a), ring)[1])),
    lambda a, ring: np.float32(border_by_loops(a.astype(np.float32), ring)),
]  # fmt: skip

SHEETS = [
    AnswerSheet("14.project_back", BACK_WRONG, BACK_RIGHT),
    AnswerSheet("14.transposed_convolution", STAMP_WRONG, STAMP_RIGHT),
    AnswerSheet("14.transpose_mismatch", MISMATCH_WRONG, MISMATCH_RIGHT),
    AnswerSheet("14.deconvolve_filter", ALONE_WRONG, ALONE_RIGHT),
    AnswerSheet("14.occlusion_map", OCCLUSION_WRONG, OCCLUSION_RIGHT),
    AnswerSheet("14.border_score", BORDER_WRONG, BORDER_RIGHT),
]
