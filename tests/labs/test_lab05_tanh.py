"""Lab 05's checks against answers written without a look at the exercise modules."""

import math

import numpy as np
from scipy.special import expit

from tests.labs.answer_sheet import AnswerSheet

# --- tanh ---


def report_b(x, k=1.0):
    return (np.exp(2 * k * x) - 1) / (np.exp(2 * k * x) + 1)


def by_exponentials(x, k=1.0):
    return (np.exp(k * x) - np.exp(-k * x)) / (np.exp(k * x) + np.exp(-k * x))


def by_sides(x, k=1.0):
    z = np.multiply(k, x)
    return np.where(z > 0, (1 - np.exp(-2 * z)) / (1 + np.exp(-2 * z)), (np.exp(2 * z) - 1) / (np.exp(2 * z) + 1))


def by_decay(x, k=1.0):
    z = np.multiply(k, x)
    e = np.exp(-2 * np.abs(z))
    return np.sign(z) * (1 - e) / (1 + e)


def by_masks(x, k=1.0):
    z = np.atleast_1d(np.asarray(k * np.asarray(x)))
    y = np.empty_like(z)
    up = z >= 0
    y[up] = 2 / (1 + np.exp(-2 * z[up])) - 1
    e = np.exp(2 * z[~up])
    y[~up] = (e - 1) / (e + 1)
    return y.reshape(np.shape(x))


def tanh_by_loop(x, k=1.0):
    x = np.asarray(x)
    return np.array([math.tanh(k * v) for v in x.ravel()]).reshape(x.shape)


def in_place(x, k=1.0):
    x *= k
    return np.tanh(x)


TANH_WRONG = [
    report_b,
    by_exponentials,
    by_sides,
    lambda x, k=1.0: (1 - np.exp(-2 * k * x)) / (1 + np.exp(-2 * k * x)),
    lambda x, k=1.0: np.sinh(k * x) / np.cosh(k * x),
    lambda x, k=1.0: 2 / (1 + np.exp(-2 * k * x)) - 1,
    lambda x, k=1.0: np.nan_to_num(report_b(x, k)),
    lambda x, k=1.0: np.tanh(x),
    lambda x, k=1.0: k * np.tanh(x),
    lambda x, k=1.0: k * np.tanh(k * x),
    lambda x, k=1.0: np.tanh(x / k),
    lambda x, k=1.0: np.tanh(k * k * x),
    lambda x, k=1.0: np.tanh(2 * k * x),
    lambda x, k=1.0: np.tanh(k * x / 2),
    lambda x, k=1.0: np.tanh(x + k),
    lambda x, k=1.0: np.tanh(x) ** k,
    lambda x, k=1.0: -np.tanh(k * x),
    lambda x, k=1.0: np.abs(np.tanh(k * x)),
    lambda x, k=1.0: np.tanh(np.abs(k * x)),
    lambda x, k=1.0: expit(k * x),
    lambda x, k=1.0: expit(2 * k * x),
    lambda x, k=1.0: 2 * expit(k * x) - 1,
    lambda x, k=1.0: 2 * expit(2 * k * x),
    lambda x, k=1.0: expit(2 * k * x) - 0.5,
    lambda x, k=1.0: 2 * (expit(2 * k * x) - 1),
    lambda x, k=1.0: 1 + np.tanh(k * x),
    lambda x, k=1.0: 1 - np.tanh(k * x) ** 2,
    lambda x, k=1.0: k * (1 - np.tanh(k * x) ** 2),
    lambda x, k=1.0: np.tan(k * x),
    lambda x, k=1.0: np.arctanh(np.clip(k * x, -0.99, 0.99)),
    lambda x, k=1.0: 1.7159 * np.tanh(2 / 3 * k * x),
    lambda x, k=1.0: np.clip(k * x, -1, 1),
    lambda x, k=1.0: np.sign(k * x),
    lambda x, k=1.0: report_b(np.clip(x, -300, 300), k),
    lambda x, k=1.0: report_b(np.clip(x, -3, 3), k),
    lambda x, k=1.0: math.tanh(k * x),
    lambda x, k=1.0: None,
    in_place,
    lambda x, k=1.0: np.exp(2 * k * x) - 1 / np.exp(2 * k * x) + 1,
    lambda x, k=1.0: np.tanh(k * np.clip(x, -5, 5)),
    (lambda x, k=1.0: np.where(x > 10, 1.0, report_b(x, k)), "right end replaced"),
    (lambda x, k=1.0: by_exponentials(np.clip(k * x, -300, 300)), "clipped, in double only, by the definition"),
]
TANH_RIGHT = [
    by_decay,
    by_masks,
    tanh_by_loop,
    lambda x, k=1.0: np.tanh(k * np.asarray(x)),
    lambda x, k=1.0: 2 * expit(2 * k * np.asarray(x)) - 1,
    lambda x, k=1.0: expit(2 * k * np.asarray(x)) - expit(-2 * k * np.asarray(x)),
    lambda x, k=1.0: np.tanh(np.float32(k) * np.float32(x)),
    lambda x, k=1.0: report_b(np.clip(k * np.asarray(x, dtype=float), -20, 20)),
]

# --- the derivative from the output ---


def derivative_by_loop(y, k=1.0):
    y = np.asarray(y, dtype=float)
    out = np.zeros(y.shape)
    for place in np.ndindex(y.shape):
        out[place] = k - k * y[place] * y[place]
    return out


SLOPE_WRONG = [
    lambda y, k=1.0: k * (1 - y),
    lambda y, k=1.0: 1 - y,
    lambda y, k=1.0: 1 - y**2,
    lambda y, k=1.0: k * k * (1 - y**2),
    lambda y, k=1.0: (1 - y**2) / k,
    lambda y, k=1.0: k * (1 - np.tanh(y) ** 2),
    lambda y, k=1.0: k * (1 - np.tanh(k * y) ** 2),
    lambda y, k=1.0: 1 - np.tanh(k * y) ** 2,
    lambda y, k=1.0: 1 - np.tanh(y) ** 2,
    lambda y, k=1.0: k * y * (1 - y),
    lambda y, k=1.0: y * (1 - y),
    lambda y, k=1.0: k * (1 - y**2) * y,
    lambda y, k=1.0: (1 - y**2) * y,
    lambda y, k=1.0: 1 - (k * y) ** 2,
    lambda y, k=1.0: 1 - k * y**2,
    lambda y, k=1.0: k * (1 - k * y**2),
    lambda y, k=1.0: k * (1 - (k * y) ** 2),
    lambda y, k=1.0: k - y**2,
    lambda y, k=1.0: k * (1 + y**2),
    lambda y, k=1.0: k * (y**2 - 1),
    lambda y, k=1.0: k * (1 - y) ** 2,
    lambda y, k=1.0: k * (1 - y**2) ** 2,
    lambda y, k=1.0: k * np.sqrt(1 - y**2),
    lambda y, k=1.0: k * (1 - np.abs(y)),
    lambda y, k=1.0: 2 * k * (1 - y**2),
    lambda y, k=1.0: 0.5 * k * (1 - y**2),
    lambda y, k=1.0: -2 * k * k * y * (1 - y**2),
    lambda y, k=1.0: np.full(np.shape(y), k),
    lambda y, k=1.0: k / np.cosh(k * y) ** 2,
    lambda y, k=1.0: (k * (1 - y**2)).mean(),
    lambda y, k=1.0: 1.7159 * 2 / 3 * (1 - (y / 1.7159) ** 2),
    lambda y, k=1.0: y,
    lambda y, k=1.0: None,
]
SLOPE_RIGHT = [
    derivative_by_loop,
    lambda y, k=1.0: k * (1 - y) * (1 + y),
    lambda y, k=1.0: k - k * np.asarray(y) ** 2,
    lambda y, k=1.0: np.float32(k) * (1 - np.float32(y) ** 2),
    lambda y, k=1.0: 4 * k * ((1 + np.asarray(y)) / 2) * (1 - (1 + np.asarray(y)) / 2),
]

# --- LeCun's derivative ---

A, B = 1.7159, 2 / 3


def lecun_by_loop(y):
    y = np.asarray(y, dtype=float)
    return np.array([B / A * (A - v) * (A + v) for v in y.ravel()]).reshape(y.shape)


LECUN_WRONG = [
    lambda y: 1 - y**2,
    lambda y: A * (1 - y**2),
    lambda y: B * (1 - y**2),
    lambda y: A * B * (1 - y**2),
    lambda y: A * (1 - (y / A) ** 2),
    lambda y: B * (1 - (y / A) ** 2),
    lambda y: 1 - (y / A) ** 2,
    lambda y: A * B * (1 - y**2 / A),
    lambda y: A * B * (1 - (A * y) ** 2),
    lambda y: A * B * (1 - y / A),
    lambda y: A * B * (1 - np.tanh(y) ** 2),
    lambda y: A * B * (1 - np.tanh(B * y) ** 2),
    lambda y: A * B * (1 - np.tanh(y / A) ** 2),
    lambda y: A * B * (1 - (A * np.tanh(B * y)) ** 2),
    lambda y: A * B**2 * (1 - (y / A) ** 2),
    lambda y: A**2 * B * (1 - (y / A) ** 2),
    lambda y: A / B * (1 - (y / A) ** 2),
    lambda y: B / A * (1 - (y / A) ** 2),
    lambda y: A * B * (1 - B * (y / A) ** 2),
    lambda y: A * 1.5 * (1 - (y / A) ** 2),
    lambda y: A * B * (1 + (y / A) ** 2),
    lambda y: A * B * ((y / A) ** 2 - 1),
    lambda y: A * B * (1 - (y / A) ** 2) * y,
    lambda y: A * B * (y / A) * (1 - y / A),
    lambda y: A * B * y * (1 - y),
    lambda y: A * np.tanh(B * y),
    lambda y: np.full(np.shape(y), A * B),
    lambda y: 1.72 * 0.67 * (1 - (y / 1.72) ** 2),
    lambda y: A * B * (1 - (y / A) ** 2) / 2,
    lambda y: A * 0.66 * (1 - (y / A) ** 2),
    lambda y: A * 0.667 * (1 - (y / A) ** 2),
    lambda y: A * 2 / 3 * 1 - (y / A) ** 2,
    lambda y: 1.716 * B * (1 - (y / 1.716) ** 2),
    lambda y: None,
]
LECUN_RIGHT = [
    lecun_by_loop,
    lambda y: A * B - B / A * y**2,
    lambda y: A * B * (1 - (y / A) ** 2),
    lambda y: A * B / np.cosh(np.arctanh(np.clip(np.asarray(y) / A, -1 + 1e-16, 1 - 1e-16))) ** 2,
    lambda y: 2 * 1.7159 / 3 * (1 - np.square(np.float32(y) / np.float32(1.7159))),
]

# --- the output delta ---


def delta_by_loop(y, t, k=1.0):
    y, t = np.asarray(y, dtype=float), np.asarray(t, dtype=float)
    out = np.empty(y.shape)
    for place in np.ndindex(y.shape):
        out[place] = (y[place] - t[place]) * k * (1 - y[place] ** 2)
    return out


def delta_on_the_spot(y, t, k=1.0):
    y -= t
    return y * k * (1 - (y + t) ** 2)


DELTA_WRONG = [
    lambda y, t, k=1.0: (y - t) * (1 - y**2) * y,
    lambda y, t, k=1.0: k * (y - t) * (1 - y**2) * y,
    lambda y, t, k=1.0: (y - t) * (1 - y**2),
    lambda y, t, k=1.0: k**2 * (y - t) * (1 - y**2),
    lambda y, t, k=1.0: (y - t) * (1 - y**2) / k,
    lambda y, t, k=1.0: k * (t - y) * (1 - y**2),
    lambda y, t, k=1.0: (t - y) * (1 - y**2),
    lambda y, t, k=1.0: y - t,
    lambda y, t, k=1.0: k * (y - t),
    lambda y, t, k=1.0: t - y,
    lambda y, t, k=1.0: k * (y - t) * (1 - y),
    lambda y, t, k=1.0: k * (y - t) * y * (1 - y),
    lambda y, t, k=1.0: (y - t) * y * (1 - y),
    lambda y, t, k=1.0: k * (y - t) * (1 - np.tanh(y) ** 2),
    lambda y, t, k=1.0: k * (y - t) * (1 - np.tanh(k * y) ** 2),
    lambda y, t, k=1.0: k * (1 - y**2),
    lambda y, t, k=1.0: 1 - y**2,
    lambda y, t, k=1.0: 2 * k * (y - t) * (1 - y**2),
    lambda y, t, k=1.0: k * (y - t) * (1 - y**2) / 2,
    lambda y, t, k=1.0: k * (y - t) ** 2 * (1 - y**2),
    lambda y, t, k=1.0: k * (y - t) ** 2 / 2 * (1 - y**2),
    lambda y, t, k=1.0: k * np.abs(y - t) * (1 - y**2),
    lambda y, t, k=1.0: k * (y - t) * (1 - t**2),
    lambda y, t, k=1.0: k * (y - t) * (1 + y**2),
    lambda y, t, k=1.0: k * (y - t) * (1 - y**2) ** 2,
    lambda y, t, k=1.0: k * (y - t) * (1 - (y - t) ** 2),
    lambda y, t, k=1.0: k * (y - t) * (1 - y**2) / len(y),
    lambda y, t, k=1.0: (k * (y - t) * (1 - y**2)).sum(axis=0),
    lambda y, t, k=1.0: (k * (y - t) * (1 - y**2)).sum(),
    lambda y, t, k=1.0: (k * (y - t) * (1 - y**2)).mean(axis=0),
    lambda y, t, k=1.0: np.dot((y - t).T, k * (1 - y**2)),
    lambda y, t, k=1.0: k * y - t * (1 - y**2),
    lambda y, t, k=1.0: None,
    delta_on_the_spot,
    lambda y, t, k=1.0: 0.5 * (y - t) ** 2,
    lambda y, t, k=1.0: (y - t) + k * (1 - y**2),
    lambda y, t, k=1.0: k * (y - t) * (1 - (k * y) ** 2),
    lambda y, t, k=1.0: k * (y - t) * (1 - y**2) / y.shape[1],
]
DELTA_RIGHT = [
    delta_by_loop,
    lambda y, t, k=1.0: -k * (t - y) * (1 + y) * (1 - y),
    lambda y, t, k=1.0: k * (y - t - y**3 + t * y**2),
    lambda y, t, k=1.0: np.float32(k) * (np.float32(y) - np.float32(t)) * (1 - np.float32(y) ** 2),
    lambda y, t, k: np.multiply(np.subtract(y, t), np.multiply(k, 1 - np.power(y, 2))),
]

# --- sign agreement ---


def agreement_by_loop(gradients):
    shares = []
    for row in gradients:
        up = sum(1 for g in row if g > 0)
        down = sum(1 for g in row if g < 0)
        shares.append(1.0 if up + down == 0 else max(up, down) / (up + down))
    return np.array(shares)


def agreement_by_sum_of_signs(gradients):
    signs = np.sign(gradients)
    moving = np.abs(signs).sum(axis=1)
    share = 0.5 + 0.5 * np.abs(signs.sum(axis=1)) / np.where(moving, moving, 1)
    share[moving == 0] = 1
    return share


def agreement_by_rows(gradients):
    out = np.ones(len(gradients))
    for i, row in enumerate(gradients):
        row = row[row != 0]
        if row.size:
            p = np.mean(row > 0)
            out[i] = p if p >= 0.5 else 1 - p
    return out


def half_for_nothing(gradients):
    out = agreement_by_loop(gradients)
    out[(gradients == 0).all(axis=1)] = 0.5
    return out


def zero_for_nothing(gradients):
    out = agreement_by_loop(gradients)
    out[(gradients == 0).all(axis=1)] = 0
    return out


def by_sign_of_the_sum(gradients):
    rows = [row[row != 0] for row in gradients]
    return np.array([np.mean(np.sign(row) == np.sign(row.sum())) if row.size else 1.0 for row in rows])


def by_sizes(gradients):
    shares = []
    for row in gradients:
        up, down = row[row > 0].sum(), -row[row < 0].sum()
        shares.append(max(up, down) / (up + down) if up + down else 1.0)
    return np.array(shares)


AGREEMENT_WRONG = [
    lambda g: (g > 0).mean(axis=1),
    lambda g: (g >= 0).mean(axis=1),
    lambda g: np.maximum((g > 0).mean(axis=1), (g < 0).mean(axis=1)),
    lambda g: np.maximum((g >= 0).mean(axis=1), (g < 0).mean(axis=1)),
    lambda g: np.maximum((g > 0).mean(axis=1), (g <= 0).mean(axis=1)),
    lambda g: np.maximum((g >= 0).mean(axis=1), (g <= 0).mean(axis=1)),
    lambda g: np.maximum((g > 0).sum(axis=1), (g < 0).sum(axis=1)),
    lambda g: agreement_by_loop(g.T),
    lambda g: agreement_by_loop(g.reshape(1, -1))[0],
    lambda g: agreement_by_loop(g).mean(),
    lambda g: 100 * agreement_by_loop(g),
    lambda g: np.minimum((g > 0).sum(axis=1), (g < 0).sum(axis=1)) / np.maximum((g != 0).sum(axis=1), 1),
    lambda g: 1 - agreement_by_loop(g),
    lambda g: np.abs(np.sign(g).sum(axis=1)) / g.shape[1],
    lambda g: np.abs(np.sign(g).mean(axis=1)),
    lambda g: np.abs(g.sum(axis=1)) / np.abs(g).sum(axis=1),
    lambda g: np.sign(g).mean(axis=1),
    lambda g: (np.sign(g) == np.sign(g.sum(axis=1, keepdims=True))).mean(axis=1),
    lambda g: (np.sign(g) == np.sign(g[:, :1])).mean(axis=1),
    lambda g: (g > 0).sum(axis=1) / (g != 0).sum(axis=1),
    lambda g: np.maximum((g > 0).sum(axis=1), (g < 0).sum(axis=1)) / (g != 0).sum(axis=1),
    half_for_nothing,
    zero_for_nothing,
    lambda g: ((g > 0).all(axis=1) | (g < 0).all(axis=1)).astype(float),
    lambda g: np.maximum((g > 0).sum(axis=1), (g < 0).sum(axis=1)) / len(g),
    lambda g: (np.sign(g[1:]) == np.sign(g[:-1])).mean(axis=1),
    lambda g: np.ones(len(g)),
    lambda g: None,
    lambda g: agreement_by_loop(np.where(abs(g) > 1e-8, g, 0)),
    lambda g: np.where(g.any(axis=1), 1 - agreement_by_loop(g), 1),
    lambda g: np.abs(np.sign(g).sum(axis=1)) / np.maximum((g != 0).sum(axis=1), 1),
    by_sign_of_the_sum,
    by_sizes,
]
AGREEMENT_RIGHT = [
    agreement_by_loop,
    agreement_by_sum_of_signs,
    agreement_by_rows,
    lambda g: np.where(
        np.any(g, axis=1),
        np.fmax(np.sum(g > 0, 1), np.sum(g < 0, 1)) / np.fmax(np.count_nonzero(g, axis=1), 1),
        1.0,
    ).astype(np.float32),
]

# --- normalise ---


def normalise_by_loop(x_train, x_test):
    train, test = np.zeros(x_train.shape), np.zeros(x_test.shape)
    for place in np.ndindex(x_train.shape[1:]):
        pixel = (slice(None), *place)
        m = sum(x_train[pixel]) / len(x_train)
        s = math.sqrt(sum((x_train[pixel] - m) ** 2) / len(x_train))
        if s == 0:
            s = 1
        train[pixel] = (x_train[pixel] - m) / s
        test[pixel] = (x_test[pixel] - m) / s
    return train, test


def normalise_with_where(x_train, x_test):
    m, s = np.mean(x_train, 0), np.std(x_train, 0)
    s = np.where(s == 0, 1, s)
    return [(x - m) / s for x in (x_train, x_test)]


def normalise_by_variance(x_train, x_test):
    m = x_train.mean(axis=0, keepdims=True)
    s = np.sqrt(np.maximum((x_train**2).mean(axis=0, keepdims=True) - m**2, 0))
    s[x_train.max(axis=0, keepdims=True) == x_train.min(axis=0, keepdims=True)] = 1
    return (x_train - m) / s, (x_test - m) / s


def normalise_with_divide(x_train, x_test):
    m, s = x_train.mean(axis=0), x_train.std(axis=0)
    safe = s + (s == 0)
    return np.divide(x_train - m, safe), np.divide(x_test - m, safe)


def on_the_spot(x_train, x_test):
    m, s = x_train.mean(axis=0), x_train.std(axis=0)
    s[s == 0] = 1
    x_train -= m
    x_train /= s
    return x_train, (x_test - m) / s


def one(s):
    return np.where(s == 0, 1, s)


def both(x_train, x_test):
    x = np.concatenate([x_train, x_test])
    return (x_train - x.mean(0)) / one(x.std(0)), (x_test - x.mean(0)) / one(x.std(0))


def no_zeros(x_train, x_test):
    m, s = x_train.mean(axis=0), x_train.std(axis=0)
    return (x_train - m) / s, (x_test - m) / s


def silenced(x_train, x_test):
    m, s = x_train.mean(axis=0), x_train.std(axis=0)
    with np.errstate(all="ignore"):
        return np.nan_to_num((x_train - m) / s), np.nan_to_num((x_test - m) / s)


def per_image(x_train, x_test):
    def each(x):
        axes = tuple(range(1, x.ndim))
        return (x - x.mean(axis=axes, keepdims=True)) / one(x.std(axis=axes, keepdims=True))

    return each(x_train), each(x_test)


def changed_too_early(x_train, x_test):
    x_train = x_train - x_train.mean(axis=0)
    x_train = x_train / one(x_train.std(axis=0))
    return x_train, (x_test - x_train.mean(axis=0)) / one(x_train.std(axis=0))


def each_row(x_train, x_test):
    return tuple((x - x.mean(axis=1, keepdims=True)) / x.std(axis=1, keepdims=True) for x in (x_train, x_test))


def infinity_too(x_train, x_test):
    m, s = x_train.mean(axis=0), x_train.std(axis=0)
    with np.errstate(all="ignore"):
        return tuple(np.nan_to_num((x - m) / s, nan=0.0, posinf=0.0, neginf=0.0) for x in (x_train, x_test))


NORMALISE_WRONG = [
    no_zeros,
    silenced,
    both,
    per_image,
    lambda a, b: ((a - a.mean(0)) / one(a.std(0)), (b - b.mean(0)) / one(b.std(0))),
    lambda a, b: ((a - b.mean(0)) / one(b.std(0)), (b - b.mean(0)) / one(b.std(0))),
    lambda a, b: ((a - a.mean(0)) / one(a.std(0)), b),
    lambda a, b: ((a - a.mean()) / a.std(), (b - a.mean()) / a.std()),
    lambda a, b: ((a - a.mean()) / one(a.std(0)), (b - a.mean()) / one(a.std(0))),
    lambda a, b: ((a - a.mean(0)) / a.std(), (b - a.mean(0)) / a.std()),
    lambda a, b: ((a - a.mean(0)) / one(a.var(0)), (b - a.mean(0)) / one(a.var(0))),
    lambda a, b: (a / one(a.std(0)), b / one(a.std(0))),
    lambda a, b: (a - a.mean(0), b - a.mean(0)),
    lambda a, b: (a - a.mean(0) / one(a.std(0)), b - a.mean(0) / one(a.std(0))),
    lambda a, b: ((a - a.mean(0)) * a.std(0), (b - a.mean(0)) * a.std(0)),
    lambda a, b: ((a + a.mean(0)) / one(a.std(0)), (b + a.mean(0)) / one(a.std(0))),
    lambda a, b: ((a - a.mean(0)) / (a.std(0) + 1), (b - a.mean(0)) / (a.std(0) + 1)),
    lambda a, b: ((a - a.mean(0)) / (a.std(0) + 1e-8), (b - a.mean(0)) / (a.std(0) + 1e-8)),
    lambda a, b: ((a - a.mean(0)) / (a.std(0) + 1e-3), (b - a.mean(0)) / (a.std(0) + 1e-3)),
    lambda a, b: ((a - a.mean(0)) / one(a.std(0, ddof=1)), (b - a.mean(0)) / one(a.std(0, ddof=1))),
    lambda a, b: ((a - a.min(0)) / one(a.max(0) - a.min(0)), (b - a.min(0)) / one(a.max(0) - a.min(0))),
    lambda a, b: ((a - a.mean(0)) / one(a.max(0) - a.min(0)), (b - a.mean(0)) / one(a.max(0) - a.min(0))),
    lambda a, b: ((a - np.median(a, 0)) / one(a.std(0)), (b - np.median(a, 0)) / one(a.std(0))),
    lambda a, b: (a / 255, b / 255),
    lambda a, b: ((a - a.mean(0)) / one(a.std(0)) / 255, (b - a.mean(0)) / one(a.std(0)) / 255),
    lambda a, b: tuple(reversed(normalise_by_loop(a, b))),
    lambda a, b: normalise_by_loop(a, b)[0],
    lambda a, b: np.concatenate(normalise_by_loop(a, b)),
    lambda a, b: ((a - a.mean(0)) / a.std(0).max(), (b - a.mean(0)) / a.std(0).max()),
    lambda a, b: None,
    on_the_spot,
    changed_too_early,
    each_row,
    infinity_too,
    lambda a, b: (a / one(a.std(0)) - a.mean(0), b / one(a.std(0)) - a.mean(0)),
    lambda a, b: ((a - a.mean(0)) / np.maximum(a.std(0), 1), (b - a.mean(0)) / np.maximum(a.std(0), 1)),
]
NORMALISE_RIGHT = [normalise_by_loop, normalise_with_where, normalise_by_variance, normalise_with_divide]

SHEETS = [
    AnswerSheet("05.tanh", TANH_WRONG, TANH_RIGHT),
    AnswerSheet("05.tanh_derivative_from_output", SLOPE_WRONG, SLOPE_RIGHT),
    AnswerSheet("05.lecun_tanh_derivative", LECUN_WRONG, LECUN_RIGHT),
    AnswerSheet("05.output_delta", DELTA_WRONG, DELTA_RIGHT),
    AnswerSheet("05.sign_agreement", AGREEMENT_WRONG, AGREEMENT_RIGHT),
    AnswerSheet("05.normalise", NORMALISE_WRONG, NORMALISE_RIGHT),
]
