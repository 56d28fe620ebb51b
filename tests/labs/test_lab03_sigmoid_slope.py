"""Lab 03's checks against answers written without a look at the exercise module."""

import math

import numpy as np
from scipy.special import expit

from tests.labs.answer_sheet import AnswerSheet

# --- sigmoid ---


def by_masks(x, k=1.0):
    z = k * np.atleast_1d(np.asarray(x))
    y = np.empty(z.shape, dtype=z.dtype)
    right = z >= 0
    y[right] = 1 / (1 + np.exp(-z[right]))
    e = np.exp(z[~right])
    y[~right] = e / (1 + e)
    return y.reshape(np.shape(x))


def by_loop(x, k=1.0):
    def one(z):
        if z < 0:
            return math.exp(z) / (1 + math.exp(z))
        return 1 / (1 + math.exp(-z))

    x = np.asarray(x, dtype=float)
    return np.array([one(k * value) for value in x.ravel()]).reshape(x.shape)


def by_where(x, k=1.0):
    e = np.exp(-np.abs(k * x))
    return np.where(np.greater_equal(k * x, 0), 1 / (1 + e), e / (1 + e))


def by_logaddexp(x, k=1.0):
    return np.exp(-np.logaddexp(0, -k * np.asarray(x, dtype=float)))


def clipped(x, k=1.0):
    z = np.clip(np.multiply(x, k), -60, 60)
    return 1 / (1 + np.exp(-z))


def silenced(x, k=1.0):
    with np.errstate(over="ignore"):
        return 1.0 / (1.0 + np.exp(-k * np.asarray(x)))


def first_side_only(x, k=1.0):
    if np.all(np.asarray(x) < 0):
        return np.exp(k * x) / (1 + np.exp(k * x))
    return 1 / (1 + np.exp(-k * x))


SIGMOID_WRONG = [
    (lambda x, k=1.0: 1 / (1 + np.exp(k * x)), "textbook formula, mirrored"),
    (lambda x, k=1.0: 1 / (1 + np.e ** (-k * x)), "overflow"),
    lambda x, k=1.0: (1 + np.exp(np.multiply(x, -k))) ** -1,
    (lambda x, k=1.0: np.exp(k * x) / (np.exp(k * x) + 1), "overflow to nan"),
    lambda x, k=1.0: np.where(np.asarray(x) < 0, np.exp(k * x) / (1 + np.exp(k * x)), 1 / (1 + np.exp(-k * x))),
    (lambda x, k=1.0: expit(x), "no slope"),
    (lambda x, k=1.0: expit(x / k), "k divides"),
    lambda x, k=1.0: k * expit(x),
    lambda x, k=1.0: k * expit(k * x),
    (lambda x, k=1.0: expit(x) ** k, "k as a power"),
    (lambda x, k=1.0: expit(-k * x), "mirrored"),
    lambda x, k=1.0: 1 - expit(k * x),
    lambda x, k=1.0: expit(np.abs(k * x)),
    lambda x, k=1.0: np.exp(-abs(k * x)) / (1 + np.exp(-abs(k * x))),
    lambda x, k=1.0: np.tanh(np.multiply(k, x)),
    lambda x, k=1.0: (np.tanh(np.multiply(k, x)) + 1) / 2,
    lambda x, k=1.0: 1 + np.tanh(np.multiply(k / 2, x)),
    lambda x, k=1.0: np.tanh(np.multiply(k, x) / 2),
    lambda x, k=1.0: expit(x + k),
    lambda x, k=1.0: expit(k * k * x),
    lambda x, k=1.0: 1 / 1 + np.exp(-np.clip(k * np.asarray(x), -700, 700)),
    lambda x, k=1.0: expit(k * np.clip(x, -10, 10)),
    lambda x, k=1.0: expit(k * np.clip(x, -5, 5)),
    lambda x, k=1.0: expit(np.clip(k * x, -3, 3)),
    lambda x, k=1.0: 1 / (1 + np.exp(-np.clip(k * x, -400, 400))),
    lambda x, k=1.0: np.minimum(1, np.maximum(0, 0.25 * k * np.asarray(x) + 0.5)),
    lambda x, k=1.0: (np.asarray(x) > 0) * 1.0,
    lambda x, k=1.0: k * expit(k * x) * (1 - expit(k * x)),
    lambda x, k=1.0: 1 / (1 + math.exp(-k * x)),
    lambda x, k=1.0: expit(x) if k == 1 else expit(x) * k,
    lambda x, k=1.0: None,
    first_side_only,
]
SIGMOID_RIGHT = [
    by_masks, by_loop, by_where, by_logaddexp, clipped, silenced,
    lambda x, k=1.0: expit(k * x),
    lambda x, k=1.0: expit(np.float32(k) * np.float32(x)),
    lambda x, k=1.0: (1 + np.tanh(k * np.asarray(x) / 2)) / 2,
    lambda x, k: 1 - expit(-k * np.asarray(x)),
]  # fmt: skip

# --- the derivative from the input ---


def slope_by_cosh(x, k=1.0):
    return k / (4 * np.cosh(np.clip(0.5 * k * np.asarray(x), -40, 40)) ** 2)


def slope_by_loop(x, k=1.0):
    x = np.asarray(x, dtype=float)
    y = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        e = math.exp(-abs(k * x[place]))
        y[place] = k * e / (1 + e) ** 2
    return y


def slope_in_place(x, k=1.0):
    y = expit(k * x)
    y = y - y**2
    return k * y


def slope_of_scaled_copy(x, k=1.0):
    x *= k
    s = expit(x)
    return k * s * (1 - s)


SLOPE_IN_WRONG = [
    (lambda x, k=1.0: k * expit(k * (k * x)) * expit(-k * k * x), "slope twice"),
    (lambda x, k=1.0: expit(k * x) * (1 - expit(k * x)), "no slope"),
    lambda x, k=1.0: expit(x) * (1 - expit(x)),
    lambda x, k=1.0: k * expit(x) * (1 - expit(x)),
    (lambda x, k=1.0: k**2 * expit(k * x) * (1 - expit(k * x)), "slope squared"),
    lambda x, k=1.0: expit(k * x) * (1 - expit(k * x)) / k,
    lambda x, k=1.0: -k * expit(k * x) * (1 - expit(k * x)),
    lambda x, k=1.0: k * (expit(k * x) - 1) * expit(k * x),
    (lambda x, k=1.0: k * np.asarray(x) * (1 - np.asarray(x)), "input taken for the output"),
    lambda x, k=1.0: np.asarray(x) * (1 - np.asarray(x)),
    (lambda x, k=1.0: k * expit(k * expit(k * x)) * (1 - expit(k * expit(k * x))), "sigmoid applied twice"),
    lambda x, k=1.0: k * expit(expit(k * x)) * (1 - expit(expit(k * x))),
    lambda x, k=1.0: expit(k * x),
    lambda x, k=1.0: k * expit(k * x),
    lambda x, k=1.0: k * (1 - expit(k * x)),
    lambda x, k=1.0: k * (1 - expit(k * x) ** 2),
    lambda x, k=1.0: k * (1 - np.tanh(k * x) ** 2),
    lambda x, k=1.0: k / np.cosh(np.clip(k * np.asarray(x), -90, 90)) ** 2,
    lambda x, k=1.0: k * expit(k * x) ** 2 * (1 - expit(k * x)) ** 2,
    lambda x, k=1.0: k * expit(k * x) ** 2 * (1 - expit(k * x)),
    lambda x, k=1.0: k * expit(k * x) * (1 + expit(k * x)),
    lambda x, k=1.0: np.full(np.shape(x), k / 4),
    (lambda x, k=1.0: k * np.exp(-k * x) / (1 + np.exp(-k * x)) ** 2, "overflow to nan"),
    lambda x, k=1.0: np.exp(-k * x) / (1 + np.exp(-k * x)) ** 2,
    lambda x, k=1.0: k * expit(-np.abs(k * x)),
    lambda x, k=1.0: k * expit(k * x) * (1 - expit(k * x)) * (1 - 2 * expit(k * x)),
    lambda x, k=1.0: 2 * k * expit(k * x) * (1 - expit(k * x)),
    lambda x, k=1.0: (k * expit(k * x) * (1 - expit(k * x))).sum(),
    lambda x, k=1.0: None,
    slope_of_scaled_copy,
]
SLOPE_IN_RIGHT = [
    slope_by_cosh, slope_by_loop, slope_in_place,
    lambda x, k=1.0: k * expit(k * x) * expit(-k * np.asarray(x)),
    lambda x, k=1.0: k / 4 * (1 - np.tanh(k * np.asarray(x) / 2) ** 2),
    lambda x, k: np.float32(k) * expit(np.float32(k) * np.float32(x)) * (1 - expit(np.float32(k) * np.float32(x))),
    lambda x, k: k * (0.25 - (expit(k * x) - 0.5) ** 2),
]  # fmt: skip

# --- the derivative from the output ---


def from_output_loop(y, k=1.0):
    flat = [k * v * (1 - v) for v in np.ravel(y).astype(float)]
    return np.array(flat).reshape(np.shape(y))


def from_output_in_place(y, k=1.0):
    y *= k * (1 - y)
    return y


SLOPE_OUT_WRONG = [
    (lambda y, k=1.0: k * expit(k * y) * (1 - expit(k * y)), "derivative of the output again"),
    lambda y, k=1.0: k * expit(y) * (1 - expit(y)),
    lambda y, k=1.0: expit(k * y) * (1 - expit(k * y)),
    lambda y, k=1.0: expit(y) * (1 - expit(y)),
    (lambda y, k=1.0: y - y**2, "no slope"),
    (lambda y, k=1.0: k * k * y * (1 - y), "slope squared"),
    (lambda y, k=1.0: y * (1 - y) / k, "slope divides"),
    lambda y, k=1.0: (k * y) * (1 - k * y),
    lambda y, k=1.0: y * (1 - k * y),
    lambda y, k=1.0: k * (y**2 - y),
    lambda y, k=1.0: k * y,
    lambda y, k=1.0: k * (1 - y),
    lambda y, k=1.0: k * (1 - y**2),
    lambda y, k=1.0: 1 - y**2,
    lambda y, k=1.0: k * y**2 * (1 - y) ** 2,
    lambda y, k=1.0: k * y**2 * (1 - y),
    lambda y, k=1.0: k * y * (1 - y**2),
    lambda y, k=1.0: k * y * (1 + y),
    lambda y, k=1.0: k * (1 - 2 * y),
    lambda y, k=1.0: np.full(np.shape(y), k / 4),
    lambda y, k=1.0: 4 * k * y * (1 - y),
    lambda y, k=1.0: 1 - y,
    lambda y, k=1.0: k * y @ (1 - y).T,
    lambda y, k=1.0: (k * y * (1 - y)).mean(),
    lambda y, k=1.0: y,
    lambda y, k=1.0: None,
]
SLOPE_OUT_RIGHT = [
    from_output_loop,
    lambda y, k=1.0: k * (y - y**2),
    lambda y, k=1.0: k * (0.25 - (np.asarray(y) - 0.5) ** 2),
    lambda y, k: np.float32(k) * np.float32(y) * (1 - np.float32(y)),
    lambda y, k=1.0: np.einsum("...,...->...", np.multiply(k, y), np.subtract(1, y)),
]

# --- saturated share ---


def share_by_counting(y, k, threshold=0.01):
    flat = 0
    for sample in y:
        for unit in sample:
            if k * unit * (1 - unit) < threshold:
                flat += 1
    return flat / (len(y) * len(y[0]))


def share_by_roots(y, k, threshold=0.01):
    if threshold > k / 4:
        return 1.0
    edge = 0.5 - math.sqrt(0.25 - threshold / k)
    return np.mean((y < edge) | (y > 1 - edge))


SHARE_WRONG = [
    (lambda y, k, threshold=0.01: (k * y * (1 - y) < threshold).sum(), "count"),
    lambda y, k, threshold=0.01: np.count_nonzero(k * y * (1 - y) < threshold) / y.size * 100,
    lambda y, k, threshold=0.01: np.mean(k * y * (1 - y) > threshold),
    (lambda y, k, threshold=0.01: (y * (1 - y) < threshold).mean(), "no slope"),
    lambda y, k, threshold=0.01: (k**2 * y * (1 - y) < threshold).mean(),
    lambda y, k, threshold=0.01: np.mean(k * expit(k * y) * (1 - expit(k * y)) < threshold),
    lambda y, k, threshold=0.01: (y < threshold).mean(),
    lambda y, k, threshold=0.01: (y > 1 - threshold).mean(),
    lambda y, k, threshold=0.01: np.logical_or(y < threshold, y > 1 - threshold).mean(),
    lambda y, k, threshold=0.01: (k * y * (1 - y)).mean(),
    lambda y, k, threshold=0.01: (k * y * (1 - y) < threshold).mean(axis=0),
    lambda y, k, threshold=0.01: (k * y * (1 - y) < threshold).mean(axis=1),
    lambda y, k, threshold=0.01: (k * y * (1 - y) < threshold).all(axis=0).mean(),
    lambda y, k, threshold=0.01: ((k * y * (1 - y)).mean(axis=0) < threshold).mean(),
    lambda y, k, threshold=0.01: (k * y * (1 - y) < threshold).sum() / y.shape[0],
    lambda y, k, threshold=0.01: (k * y * (1 - y) < threshold).sum() / y.shape[1],
    lambda y, k, threshold=0.01: np.mean(k * y * (1 - y) < 0.01),
    lambda y, k, threshold=0.01: k * y * (1 - y) < threshold,
    lambda y, k, threshold=0.01: 1.0,
    lambda y, k, threshold=0.01: np.mean(y * (1 - y) / k < threshold),
    lambda y, k, threshold=0.01: None,
    (lambda y, k, threshold=0.01: float((k * y * (1 - y)).mean() < threshold), "one comparison for the layer"),
]
SHARE_RIGHT = [
    share_by_counting, share_by_roots,
    lambda y, k, threshold=0.01: np.count_nonzero(k * (y - y * y) < threshold) / y.size,
    lambda y, k, threshold=0.01: float(np.average(np.where(k * y * (1 - y) >= threshold, 0, 1))),
    lambda y, k, threshold: 1 - (k * y * (1 - y) >= threshold).sum() / np.prod(y.shape),
]  # fmt: skip

# --- rescale ---


def in_place(weights, rate, k):
    for W in weights:
        W *= k
    return weights, rate * k * k


def emptied(weights, rate, k):
    new = []
    while weights:
        new.append(k * weights.pop(0))
    return new, rate * k * k


def with_a_loop(weights, rate, k):
    new = []
    for W in weights:
        V = np.empty_like(W)
        for i in range(W.shape[0]):
            for j in range(W.shape[1]):
                V[i, j] = W[i, j] * k
        new.append(V)
    return new, rate * k * k


def on_copies(weights, rate, k):
    new = [W.copy() for W in weights]
    for W in new:
        W *= k
    return new, rate * k**2


def flat_and_back(weights, rate, k):
    theta = k * np.concatenate([W.ravel() for W in weights])
    ends = np.cumsum([W.size for W in weights])
    return [part.reshape(W.shape) for part, W in zip(np.split(theta, ends[:-1]), weights, strict=True)], rate * k * k


RESCALE_WRONG = [
    (lambda weights, rate, k: ([W * k for W in weights], rate * k), "rate times k"),
    lambda weights, rate, k: ([W * k for W in weights], rate),
    lambda weights, rate, k: ([W * k for W in weights], rate / k),
    (lambda weights, rate, k: ([W * k for W in weights], rate / (k * k)), "rate divided by k squared"),
    lambda weights, rate, k: ([W * k for W in weights], rate * 2 * k),
    lambda weights, rate, k: ([W * k for W in weights], rate * k**3),
    lambda weights, rate, k: ([W * k for W in weights], rate * math.sqrt(k)),
    lambda weights, rate, k: ([W * k for W in weights], rate * k ** len(weights)),
    lambda weights, rate, k: ([W / k for W in weights], rate / k**2),
    (lambda weights, rate, k: ([W / k for W in weights], rate * k**2), "weights divided"),
    lambda weights, rate, k: ([W / k for W in weights], rate * k),
    lambda weights, rate, k: ([W / k for W in weights], rate),
    lambda weights, rate, k: (weights, rate * k**2),
    lambda weights, rate, k: (weights, rate * k),
    lambda weights, rate, k: (weights, rate),
    lambda weights, rate, k: ([W * k**2 for W in weights], rate * k),
    lambda weights, rate, k: ([W * k**2 for W in weights], rate * k**2),
    lambda weights, rate, k: ([W * math.sqrt(k) for W in weights], rate * k),
    (lambda weights, rate, k: ([weights[0] * k, *weights[1:]], rate * k**2), "first layer only"),
    lambda weights, rate, k: ([*weights[:-1], weights[-1] * k], rate * k**2),
    lambda weights, rate, k: ([*[W * k for W in weights[:-1]], weights[-1]], rate * k**2),
    lambda weights, rate, k: ([W * k ** (n + 1) for n, W in enumerate(weights)], rate * k**2),
    lambda weights, rate, k: (rate * k**2, [W * k for W in weights]),
    lambda weights, rate, k: [W * k for W in weights],
    lambda weights, rate, k: ([W.T * k for W in weights], rate * k**2),
    lambda weights, rate, k: ([k * weights[0]], rate * k**2),
    lambda weights, rate, k: (k * weights, rate * k**2),
    lambda weights, rate, k: ([W + k for W in weights], rate * k**2),
    lambda weights, rate, k: None,
    in_place,
    emptied,
]
RESCALE_RIGHT = [
    with_a_loop, on_copies, flat_and_back,
    lambda weights, rate, k: ([np.multiply(k, W) for W in weights], rate * k * k),
    lambda weights, rate, k: (tuple(W + (k - 1) * W for W in weights), k * (k * rate)),
    lambda weights, rate, k: [[np.float32(k) * W.astype(np.float32) for W in weights], rate * k**2],
]  # fmt: skip

SHEETS = [
    AnswerSheet("03.sigmoid", SIGMOID_WRONG, SIGMOID_RIGHT),
    AnswerSheet("03.slope_from_input", SLOPE_IN_WRONG, SLOPE_IN_RIGHT),
    AnswerSheet("03.slope_from_output", SLOPE_OUT_WRONG, SLOPE_OUT_RIGHT),
    AnswerSheet("03.saturated_share", SHARE_WRONG, SHARE_RIGHT),
    AnswerSheet("03.rescale", RESCALE_WRONG, RESCALE_RIGHT),
]
