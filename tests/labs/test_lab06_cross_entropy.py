"""Lab 06's checks against answers written without a look at the exercise module."""

import math

import numpy as np
from scipy import special
from scipy.special import expit, xlogy

from tests.labs.answer_sheet import AnswerSheet

# --- softmax ---


def softmax_loop(z):
    z = np.asarray(z, dtype=float)
    if z.ndim == 1:
        top = max(z)
        powers = [math.exp(v - top) for v in z]
        return np.array([p / sum(powers) for p in powers])
    return np.stack([softmax_loop(row) for row in z])


def softmax_apply(z):
    def one(row):
        e = np.exp(row - row.max())
        return e / e.sum()

    return np.apply_along_axis(one, -1, z)


def softmax_by_differences(z):
    z = np.asarray(z)
    with np.errstate(over="ignore"):
        return 1 / np.exp(z[..., None, :] - z[..., :, None]).sum(axis=-1)


def softmax_in_place(z):
    z -= z.max(axis=-1, keepdims=True)
    np.exp(z, out=z)
    z /= z.sum(axis=-1, keepdims=True)
    return z


def softmax_axis_one(z):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)


def softmax_clipped(z):
    e = np.exp(np.clip(z, -500, 500))
    return e / e.sum(axis=-1, keepdims=True)


def softmax_nan_hidden(z):
    with np.errstate(all="ignore"):
        e = np.exp(z)
        return np.nan_to_num(e / e.sum(axis=-1, keepdims=True))


def softmax_global_max(z):
    e = np.exp(z - np.max(z))
    return e / e.sum(axis=-1, keepdims=True)


def softmax_global_max_epsilon(z):
    e = np.exp(z - np.max(z))
    return e / (e.sum(axis=-1, keepdims=True) + 1e-8)


def softmax_epsilon(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / (e.sum(axis=-1, keepdims=True) + 1e-3)


def softmax_shift_below_only(z):
    return np.exp(z) / np.exp(z - z.max(axis=-1, keepdims=True)).sum(axis=-1, keepdims=True)


def softmax_base_two(z):
    powers = 2.0 ** (z - z.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def softmax_mean_shift(z):
    e = np.exp(z - z.mean(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


SOFTMAX_WRONG = [
    lambda z: np.exp(z) / np.exp(z).sum(),
    lambda z: np.exp(z) / np.exp(z).sum(axis=0),
    lambda z: np.exp(z) / np.exp(z).sum(axis=-1, keepdims=True),
    lambda z: np.exp(z) / np.sum(np.exp(z), axis=-1)[..., None],
    lambda z: np.exp(z - z.max()) / np.exp(z - z.max()).sum(),
    lambda z: np.exp(z - z.max(axis=0)) / np.exp(z - z.max(axis=0)).sum(axis=0),
    softmax_global_max,
    softmax_global_max_epsilon,
    softmax_clipped,
    softmax_nan_hidden,
    softmax_epsilon,
    softmax_shift_below_only,
    lambda z: np.exp(z - z.max(axis=-1, keepdims=True)),
    lambda z: expit(z),
    lambda z: expit(z) / expit(z).sum(axis=-1, keepdims=True),
    lambda z: z / z.sum(axis=-1, keepdims=True),
    lambda z: (z - z.min(axis=-1, keepdims=True)) / (z.max(axis=-1, keepdims=True) - z.min(axis=-1, keepdims=True)),
    lambda z: np.abs(z) / np.abs(z).sum(axis=-1, keepdims=True),
    lambda z: (z == z.max(axis=-1, keepdims=True)) * 1.0,
    lambda z: z.argmax(axis=-1),
    lambda z: special.softmax(-z, axis=-1),
    lambda z: special.log_softmax(z, axis=-1),
    lambda z: special.softmax(z, axis=0),
    lambda z: special.softmax(z),
    lambda z: z - z.max(axis=-1, keepdims=True),
    lambda z: np.exp(z - z.max(axis=-1, keepdims=True)) / np.exp(z - z.max(axis=-1, keepdims=True)).max(),
    softmax_base_two,
    softmax_mean_shift,
    lambda z: np.exp(z - z.max(axis=-1)) / np.exp(z - z.max(axis=-1)).sum(axis=-1),
    softmax_axis_one,
    softmax_in_place,
    lambda z: None,
]  # fmt: skip
SOFTMAX_RIGHT = [
    softmax_loop, softmax_apply, softmax_by_differences,
    lambda z: special.softmax(z, axis=-1),
    lambda z: np.exp(special.log_softmax(z, axis=-1)),
    lambda z: special.softmax(np.asarray(z, dtype=np.float32), axis=-1),
    lambda z: np.exp(z - np.logaddexp.reduce(z, axis=-1, keepdims=True)),
]  # fmt: skip

# --- log-sum-exp ---


def lse_loop(z):
    z = np.asarray(z, dtype=float)
    if z.ndim > 1:
        return np.array([lse_loop(row) for row in z])
    top = max(z)
    return top + math.log(sum(math.exp(v - top) for v in z))


def lse_pairwise(z):
    total = z[..., 0]
    for i in range(1, z.shape[-1]):
        total = np.logaddexp(total, z[..., i])
    return total


def lse_dimension_kept(z):
    m = z.max(axis=-1, keepdims=True)
    return np.log(np.sum(np.exp(z - m), axis=-1, keepdims=True)) + m


LSE_WRONG = [
    lambda z: np.log(np.exp(z).sum(axis=-1)),
    lambda z: np.log(np.exp(z).sum()),
    lambda z: np.log(np.sum(np.exp(z), axis=0)),
    lambda z: np.log(np.sum(np.exp(z - z.max(axis=-1, keepdims=True)), axis=-1)),
    lambda z: np.log(np.sum(np.exp(z - z.max(axis=-1, keepdims=True)), axis=-1)) - z.max(axis=-1),
    lambda z: np.log(np.sum(np.exp(z - z.max(axis=-1, keepdims=True)), axis=-1)) * z.max(axis=-1),
    lse_dimension_kept,
    lambda z: np.log(np.exp(z - z.max()).sum(axis=-1)) + z.max(),
    lambda z: np.log(np.exp(z - z.max(axis=0)).sum(axis=0)) + z.max(axis=0),
    lambda z: np.log(np.exp(z - z.max()).sum()) + z.max(),
    lambda z: z.max(axis=-1),
    lambda z: z.sum(axis=-1),
    lambda z: np.exp(z).sum(axis=-1),
    lambda z: np.sum(np.log(np.exp(np.clip(z, -700, 700))), axis=-1),
    lambda z: np.log10(np.exp(z - z.max(axis=-1, keepdims=True)).sum(axis=-1)) + z.max(axis=-1),
    lambda z: np.log2(np.exp(z - z.max(axis=-1, keepdims=True)).sum(axis=-1)) + z.max(axis=-1),
    lambda z: np.log(np.exp(z - z.max(axis=-1, keepdims=True)).mean(axis=-1)) + z.max(axis=-1),
    lambda z: special.logsumexp(z, axis=-1).sum(),
    lambda z: special.logsumexp(z, axis=-1).mean(),
    lambda z: -special.logsumexp(z, axis=-1),
    lambda z: z - special.logsumexp(z, axis=-1, keepdims=True),
    lambda z: np.log(np.exp(np.clip(z, -700, 700)).sum(axis=-1)),
    lambda z: np.log(np.exp(z - z.max(axis=-1)).sum(axis=-1)) + z.max(axis=-1),
    lambda z: np.nan_to_num(np.log(np.exp(z).sum(axis=-1))),
    lambda z: np.log1p(np.exp(z - z.max(axis=-1, keepdims=True)).sum(axis=-1)) + z.max(axis=-1),
    lambda z: np.log(np.exp(z).sum(axis=-1) + 1e-12),
    lambda z: None,
]  # fmt: skip
LSE_RIGHT = [
    lse_loop, lse_pairwise,
    lambda z: special.logsumexp(z, axis=-1),
    lambda z: np.logaddexp.reduce(z, axis=-1),
    lambda z: z[..., 0] - special.log_softmax(z, axis=-1)[..., 0],
    lambda z: np.log(np.exp((z.T - z.max(axis=-1).T).T).sum(axis=-1)) + z.max(axis=-1),
]  # fmt: skip

# --- cross-entropy from logits ---


def lse(z):
    return special.logsumexp(z, axis=-1)


def ce_two_steps(z, t):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    y = e / e.sum(axis=1, keepdims=True)
    return -np.sum(t * np.log(y))


def ce_two_steps_naive(z, t):
    y = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    return -np.sum(t * np.log(y))


def ce_nan_hidden(z, t):
    with np.errstate(all="ignore"):
        y = special.softmax(z, axis=1)
        return -np.sum(np.nan_to_num(t * np.log(y)))


def ce_nan_hidden_log(z, t):
    with np.errstate(all="ignore"):
        return -np.sum(t * np.nan_to_num(np.log(special.softmax(z, axis=1))))


def ce_nan_hidden_to_zero(z, t):
    with np.errstate(all="ignore"):
        return -np.sum(np.nan_to_num(t * np.log(special.softmax(z, axis=1)), neginf=0))


def ce_nan_hidden_all(z, t):
    with np.errstate(all="ignore"):
        return np.nan_to_num(-np.sum(t * np.log(special.softmax(z, axis=1))))


def ce_epsilon(z, t, epsilon=1e-12):
    return -np.sum(t * np.log(special.softmax(z, axis=1) + epsilon))


def ce_clipped(z, t):
    return -np.sum(t * np.log(np.clip(special.softmax(z, axis=1), 1e-7, 1 - 1e-7)))


def ce_loop(z, t):
    total = 0.0
    for scores, target in zip(z, t, strict=True):
        top = max(scores)
        total += top + math.log(sum(math.exp(s - top) for s in scores)) - scores[int(np.argmax(target))]
    return total


def ce_only_finite(z, t):
    p = special.softmax(z, axis=1)
    return -np.sum(np.log(p[(t == 1) & (p > 0)]))


CE_WRONG = [
    ce_two_steps, ce_two_steps_naive, ce_nan_hidden, ce_nan_hidden_log, ce_nan_hidden_to_zero, ce_nan_hidden_all,
    ce_epsilon, ce_clipped, ce_only_finite,
    lambda z, t: ce_epsilon(z, t, 1e-8),
    lambda z, t: ce_epsilon(z, t, 1e-15),
    lambda z, t: np.sum(t * special.log_softmax(z, axis=1)),
    lambda z, t: -np.mean(np.sum(t * special.log_softmax(z, axis=1), axis=1)),
    lambda z, t: -np.mean(t * special.log_softmax(z, axis=1)),
    lambda z, t: -np.sum(t * special.log_softmax(z, axis=1), axis=1),
    lambda z, t: -np.sum(t * special.log_softmax(z, axis=1), axis=0),
    lambda z, t: -t * special.log_softmax(z, axis=1),
    lambda z, t: -np.sum(t * special.log_softmax(z, axis=0)),
    lambda z, t: -np.sum(t * special.log_softmax(z, axis=1)) / np.log(2),
    lambda z, t: -np.sum(t * special.log_softmax(z, axis=1)) / np.log(10),
    lambda z, t: -np.sum(special.log_softmax(z, axis=1)),
    lambda z, t: np.sum(lse(z)),
    lambda z, t: -np.sum(t * z),
    lambda z, t: np.sum(t * z) - np.sum(lse(z)),
    lambda z, t: np.sum(lse(z)[:, None] - t * z),
    lambda z, t: lse(z).sum() - z.sum(),
    lambda z, t: -np.sum(t * np.log(np.maximum(z, 1e-12))),
    lambda z, t: 0.5 * np.sum((special.softmax(z, axis=1) - t) ** 2),
    lambda z, t: -np.sum(special.softmax(z, axis=1) * np.log(t + 1e-12)),
    lambda z, t: -np.sum(t * special.softmax(z, axis=1)),
    lambda z, t: np.sum(np.logaddexp(0, z) - t * z),
    lambda z, t: -np.sum(np.where(t == 1, -np.logaddexp(0, -z), 0)),
    lambda z, t: -np.sum(t * special.log_softmax(z, axis=1) + (1 - t) * np.log1p(-special.softmax(z, axis=1) + 1e-12)),
    lambda z, t: np.mean(lse(z)) - np.sum(t * z),
    lambda z, t: None,
]  # fmt: skip
CE_RIGHT = [
    ce_loop,
    lambda z, t: -np.sum(t * special.log_softmax(z, axis=-1)),
    lambda z, t: np.sum(lse(z) - z[np.arange(len(z)), t.argmax(axis=1)]),
    lambda z, t: np.sum(np.logaddexp.reduce(z - np.sum(t * z, axis=1, keepdims=True), axis=1)),
    lambda z, t: float(np.einsum("ij,ij->", t, lse(z)[:, None] - z)),
    lambda z, t: -special.log_softmax(np.asarray(z, dtype=float), axis=1)[t == 1].sum(),
]

# --- gradient at the logits ---


def gradient_by_jacobian(z, t):
    y = special.softmax(z, axis=1)
    gradient = np.zeros_like(y)
    for n in range(len(z)):
        jacobian = np.diag(y[n]) - np.outer(y[n], y[n])
        with np.errstate(all="ignore"):
            gradient[n] = jacobian @ (-t[n] / y[n])
    return gradient


def gradient_loop(z, t):
    result = np.empty(z.shape)
    for i, row in enumerate(z):
        e = [math.exp(v - max(row)) for v in row]
        for j, value in enumerate(e):
            result[i, j] = value / sum(e) - t[i, j]
    return result


def gradient_minus_one(z, t):
    y = special.softmax(z, axis=1)
    y[np.arange(len(z)), t.argmax(axis=1)] -= 1
    return y


def soft(z):
    return special.softmax(z, axis=1)


def over(a, b):
    with np.errstate(all="ignore"):
        return a / b


LOGIT_WRONG = [
    gradient_by_jacobian,
    lambda z, t: t - soft(z),
    lambda z, t: (soft(z) - t) / len(z),
    lambda z, t: (soft(z) - t) / z.size,
    lambda z, t: (soft(z) - t) * soft(z) * (1 - soft(z)),
    lambda z, t: (soft(z) - t) * expit(z) * (1 - expit(z)),
    lambda z, t: over(-t, soft(z)),
    lambda z, t: over(t, soft(z)),
    lambda z, t: over(-t, soft(z)) * soft(z) * (1 - soft(z)),
    lambda z, t: over(-t, soft(z)) + over(1 - t, 1 - soft(z)),
    lambda z, t: -t * (1 - soft(z)),
    lambda z, t: expit(z) - t,
    lambda z, t: z - t,
    lambda z, t: soft(z),
    lambda z, t: soft(z) - 1,
    lambda z, t: soft(z) - soft(t),
    lambda z, t: special.softmax(z, axis=0) - t,
    lambda z, t: special.softmax(z) - t,
    lambda z, t: np.exp(z) / np.exp(z).sum(axis=1, keepdims=True) - t,
    lambda z, t: 2 * (soft(z) - t),
    lambda z, t: (soft(z) - t) ** 2,
    lambda z, t: np.abs(soft(z) - t),
    lambda z, t: np.sum(soft(z) - t),
    lambda z, t: (soft(z) - t).sum(axis=0),
    lambda z, t: (soft(z) - t).mean(axis=0),
    lambda z, t: (soft(z) - t) * t,
    lambda z, t: z * (soft(z) - t),
    lambda z, t: np.log(soft(z) + 1e-12) - t,
    lambda z, t: z.T @ (soft(z) - t),
    lambda z, t: (soft(z) - t).T,
    lambda z, t: np.sign(soft(z) - t),
    lambda z, t: None,
]  # fmt: skip
LOGIT_RIGHT = [
    gradient_loop, gradient_minus_one,
    lambda z, t: soft(z) - t,
    lambda z, t: -(t - np.exp(special.log_softmax(z, axis=-1))),
    lambda z, t: np.float32(soft(z)) - t,
    lambda z, t: np.where(t == 1, soft(z) - 1, soft(z)),
]  # fmt: skip

# --- binary cross-entropy ---


def quiet_log(y):
    with np.errstate(divide="ignore"):
        return np.log(y)


def bce(y, t):
    return -np.sum(xlogy(t, y) + xlogy(1 - t, 1 - y))


def bce_plain(y, t):
    return -np.sum(t * np.log(y) + (1 - t) * np.log(1 - y))


def bce_quiet_plain(y, t):
    with np.errstate(all="ignore"):
        return -np.sum(t * np.log(y) + (1 - t) * np.log(1 - y))


def bce_report(y, t):
    with np.errstate(all="ignore"):
        return -np.sum(np.nan_to_num(t * np.log(y)) + np.nan_to_num((1 - t) * np.log(1 - y)))


def bce_nan_sum(y, t):
    with np.errstate(all="ignore"):
        return np.nan_to_num(-np.sum(t * np.log(y) + (1 - t) * np.log(1 - y)))


def bce_nansum(y, t):
    with np.errstate(all="ignore"):
        return -np.nansum(t * np.log(y) + (1 - t) * np.log(1 - y))


def bce_log_hidden(y, t):
    with np.errstate(all="ignore"):
        return -np.sum(t * np.nan_to_num(np.log(y)) + (1 - t) * np.nan_to_num(np.log(1 - y)))


def bce_log_zeroed(y, t):
    with np.errstate(all="ignore"):
        return -np.sum(t * np.nan_to_num(np.log(y), neginf=0) + (1 - t) * np.nan_to_num(np.log(1 - y), neginf=0))


def bce_epsilon(y, t):
    return -np.sum(t * np.log(y + 1e-9) + (1 - t) * np.log(1 - y + 1e-9))


def bce_clipped(y, t):
    y = np.clip(y, 1e-7, 1 - 1e-7)
    return -np.sum(t * np.log(y) + (1 - t) * np.log(1 - y))


def bce_where(y, t):
    return -np.sum(quiet_log(np.where(t == 1, y, 1 - y)))


def bce_loop(y, t):
    total = 0.0
    for row, targets in zip(y, t, strict=True):
        for p, want in zip(row, targets, strict=True):
            chance = p if want == 1 else 1 - p
            total += -math.log(chance) if chance > 0 else math.inf
    return total


def bce_abs(y, t):
    return -np.sum(quiet_log(1 - np.abs(y - t)))


def bce_power(y, t):
    return -np.sum(quiet_log(y**t * (1 - y) ** (1 - t)))


def bce_masked(y, t):
    with np.errstate(divide="ignore"):
        return -np.log(y[t == 1]).sum() - np.log1p(-y[t == 0]).sum()


BCE_WRONG = [
    bce_plain, bce_quiet_plain, bce_report, bce_nan_sum, bce_log_hidden, bce_log_zeroed, bce_epsilon, bce_clipped,
    lambda y, t: -np.sum(xlogy(t, y)),
    lambda y, t: -np.sum(xlogy(1 - t, 1 - y)),
    lambda y, t: -np.sum(xlogy(t, y)) + np.sum(xlogy(1 - t, 1 - y)),
    lambda y, t: -(xlogy(t, y)).sum() - (1 - xlogy(t, 1 - y)).sum(),
    lambda y, t: -np.sum(xlogy(t, y) + 1 - xlogy(t, 1 - y)),
    lambda y, t: -np.sum(xlogy(t, y) - xlogy(1 - t, 1 - y)),
    lambda y, t: np.sum(xlogy(t, y) + xlogy(1 - t, 1 - y)),
    lambda y, t: bce(y, t) / len(y),
    lambda y, t: bce(y, t) / y.size,
    lambda y, t: -np.sum(xlogy(t, y) + xlogy(1 - t, 1 - y), axis=1),
    lambda y, t: -np.sum(xlogy(t, y) + xlogy(1 - t, 1 - y), axis=0),
    lambda y, t: -(xlogy(t, y) + xlogy(1 - t, 1 - y)),
    lambda y, t: bce(y, t) / np.log(2),
    lambda y, t: bce(y, t) / np.log(10),
    lambda y, t: 0.5 * bce(y, t),
    lambda y, t: bce(y, 1 - t),
    lambda y, t: -np.sum(xlogy(y, t + 1e-12) + xlogy(1 - y, 1 - t + 1e-12)),
    lambda y, t: -np.sum(xlogy(t, y) + xlogy(1 - t, y)),
    lambda y, t: -np.sum(xlogy(t, y) + xlogy(t, 1 - y)),
    lambda y, t: -np.sum(xlogy(1 - t, y) + xlogy(t, 1 - y)),
    lambda y, t: -np.sum(xlogy(t, y) * xlogy(1 - t, 1 - y)),
    lambda y, t: np.sum(np.logaddexp(0, y) - t * y),
    lambda y, t: bce(expit(y), t),
    lambda y, t: -np.sum(t * y + (1 - t) * (1 - y)),
    lambda y, t: 0.5 * np.sum((y - t) ** 2),
    lambda y, t: -np.sum(t * np.log1p(y) + (1 - t) * np.log1p(1 - y)),
    lambda y, t: y - t,
    lambda y, t: -np.sum(xlogy(t, y) + (1 - xlogy(t, y))),
    lambda y, t: None,
]  # fmt: skip
BCE_RIGHT = [
    bce, bce_where, bce_loop, bce_abs, bce_power, bce_masked, bce_nansum,
    lambda y, t: float(special.rel_entr(t, y).sum() + special.rel_entr(1 - t, 1 - y).sum()),
]  # fmt: skip

# --- what an output unit sends back ---


def signals_loop(y, t):
    squared, absolute, cross = np.zeros(y.shape), np.zeros(y.shape), np.zeros(y.shape)
    for place in np.ndindex(y.shape):
        error, slope = y[place] - t[place], y[place] * (1 - y[place])
        squared[place] = error * slope
        absolute[place] = slope if error > 0 else -slope if error < 0 else 0
        cross[place] = error
    return squared, absolute, cross


def signals_stacked(y, t):
    return np.stack([(y - t) * (y - y**2), np.sign(y - t) * (y - y**2), y - t])


def s(y):
    return y * (1 - y)


SIGNALS_WRONG = [
    lambda y, t: (y - t, np.sign(y - t), y - t),
    lambda y, t: (y - t, np.sign(y - t) * s(y), y - t),
    lambda y, t: ((y - t) * s(y), np.sign(y - t), y - t),
    lambda y, t: ((y - t) * s(y), np.sign(y - t) * s(y), (y - t) * s(y)),
    lambda y, t: ((t - y) * s(y), np.sign(t - y) * s(y), t - y),
    lambda y, t: ((y - t) * s(y), np.abs(y - t) * s(y), y - t),
    lambda y, t: ((y - t) * s(y), s(y), y - t),
    lambda y, t: (2 * (y - t) * s(y), np.sign(y - t) * s(y), y - t),
    lambda y, t: (0.5 * (y - t) ** 2, np.abs(y - t), -(xlogy(t, y) + xlogy(1 - t, 1 - y))),
    lambda y, t: (0.5 * (y - t) ** 2 * s(y), np.abs(y - t) * s(y), y - t),
    lambda y, t: ((y - t) ** 2 * s(y), np.sign(y - t) * s(y), y - t),
    lambda y, t: ((y - t) * s(y), np.sign(y - t) * s(y), over(-t, y)),
    lambda y, t: ((y - t) * s(y), np.sign(y - t) * s(y), over(-t, y) + over(1 - t, 1 - y)),
    lambda y, t: ((y - t) * s(y), np.sign(y - t) * s(y), over(y - t, s(y))),
    lambda y, t: ((y - t) * s(y), np.sign(y - t) * s(y), over(y - t, s(y)) * s(y)),
    lambda y, t: ((y - t) * s(expit(y)), np.sign(y - t) * s(expit(y)), y - t),
    lambda y, t: ((y - t) * (1 - y**2), np.sign(y - t) * (1 - y**2), y - t),
    lambda y, t: ((y - t) * y, np.sign(y - t) * y, y - t),
    lambda y, t: ((y - t) * (1 - y), np.sign(y - t) * (1 - y), y - t),
    lambda y, t: ((y - t) * s(y) / len(y), np.sign(y - t) * s(y) / len(y), (y - t) / len(y)),
    lambda y, t: (np.sign(y - t) * s(y), (y - t) * s(y), y - t),
    lambda y, t: (y - t, np.sign(y - t) * s(y), (y - t) * s(y)),
    lambda y, t: (np.sum((y - t) * s(y)), np.sum(np.sign(y - t) * s(y)), np.sum(y - t)),
    lambda y, t: ((y - t) * s(y), y - t),
    lambda y, t: (y - t) * s(y),
    lambda y, t: ((y - t) * s(y), -np.sign(y - t) * s(y), y - t),
    lambda y, t: ((y - t) * s(y), np.sign(y - t) * s(y), special.softmax(y, axis=1) - t),
    lambda y, t: ((y - t) * s(y), np.sign(y - t) * s(y), np.abs(y - t)),
    lambda y, t: (np.abs(y - t) * s(y), np.sign(y - t) * s(y), y - t),
    lambda y, t: ((y - t) * s(y) ** 2, np.sign(y - t) * s(y) ** 2, (y - t) * s(y)),
    lambda y, t: None,
]
SIGNALS_RIGHT = [
    signals_loop, signals_stacked,
    lambda y, t: ((y - t) * s(y), np.sign(y - t) * s(y), y - t),
    lambda y, t: [np.float32((y - t) * s(y)), np.float32(np.where(t == 1, -s(y), s(y))), np.float32(y - t)],
    lambda y, t: (-(t - y) * y * (1 - y), np.where(y > t, 1, np.where(y < t, -1, 0)) * s(y), -(t - y)),
]  # fmt: skip

# --- more, written after the first had been marked ---

ROW = {"axis": -1, "keepdims": True}


def quiet(function):
    def silenced(y, t):
        with np.errstate(all="ignore"):
            return function(y, t)

    return silenced


SOFTMAX_WRONG += [
    lambda z: np.exp(z) / np.sum(np.exp(z), axis=1),
    lambda z: np.exp(z - max(z)) / sum(np.exp(z - max(z))),
    lambda z: np.array([math.exp(v) for v in z]) / sum(math.exp(v) for v in z),
    lambda z: (lambda e: e / np.linalg.norm(e, **ROW))(np.exp(z - z.max(**ROW))),
    lambda z: np.exp(z - np.log(np.exp(z).sum(**ROW))),
    lambda z: np.exp(z / z.max(**ROW)) / np.exp(z / z.max(**ROW)).sum(**ROW),
    lambda z: np.exp(np.clip(z, -700, 700)) / np.exp(np.clip(z, -700, 700)).sum(**ROW),
    lambda z: np.exp(z - z.max(**ROW)) / np.exp(z - z.max(**ROW)).sum(axis=0),
    lambda z: special.softmax(z, axis=-1).astype(np.float16),
    lambda z: np.round(special.softmax(z, axis=-1), 2),
    lambda z: 1 - special.softmax(z, axis=-1),
    lambda z: np.exp(z - z.max(**ROW)) / np.exp(z).sum(**ROW),
    lambda z: np.maximum(z, 0) / np.maximum(z, 0).sum(**ROW),
]
LSE_WRONG += [
    lambda z: np.log(np.sum(np.exp(z), axis=1)),
    lambda z: math.log(sum(math.exp(v) for v in z)),
    lambda z: np.log(np.exp(z - z.max(**ROW)).sum(axis=-1)) + z.max(),
    lambda z: np.log(np.sum(np.exp(z / z.max(**ROW)), axis=-1)) * z.max(axis=-1),
    lambda z: np.log(np.sum(np.exp(z - z.mean(**ROW)), axis=-1)) + z.mean(axis=-1),
    lambda z: np.log(np.sum(np.exp(z - z.min(**ROW)), axis=-1)) + z.min(axis=-1),
    lambda z: np.log(z.sum(axis=-1)),
    lambda z: z.max(axis=-1) + np.log(z.shape[-1]),
    lambda z: np.exp(special.logsumexp(z, axis=-1)),
]
CE_WRONG += [
    lambda z, t: -np.log(soft(z)[t == 1]).mean(),
    lambda z, t: -np.log(soft(z)[t == 1]).sum(),
    lambda z, t: -np.sum(t * np.log(soft(z) + 1e-3)),
    lambda z, t: -np.log(np.sum(t * soft(z))),
    lambda z, t: -np.log(np.prod(soft(z)[t == 1])),
    lambda z, t: np.sum(lse(z) - z.max(axis=1)),
    lambda z, t: np.sum(lse(z) * t - z * t),
    lambda z, t: -np.sum(t * np.log1p(soft(z))),
    lambda z, t: np.mean(lse(z) - np.sum(t * z, axis=1)),
    lambda z, t: np.sum(np.sum(t * z, axis=1) - lse(z)),
    lambda z, t: np.sum(np.log(np.exp(z).sum(axis=1)) - np.sum(t * z, axis=1)),
    lambda z, t: np.sum(lse(z) + np.sum(t * z, axis=1)),
    lambda z, t: -np.sum(t * np.log(np.maximum(soft(z), 1e-15))),
    lambda z, t: -np.sum(np.where(soft(z) > 0, t * np.log(soft(z) + 1e-300), 0)),
    lambda z, t: np.sum(special.logsumexp(z, axis=0)) - np.sum(t * z),
    lambda z, t: lse(z) - np.sum(t * z, axis=1),
]
LOGIT_WRONG += [
    lambda z, t: (1 - t) * soft(z),
    lambda z, t: t * (soft(z) - 1),
    lambda z, t: (soft(z) - t) * soft(z),
    lambda z, t: soft(z) * (1 - soft(z)),
    lambda z, t: t - np.exp(z),
    lambda z, t: soft(z) - t.argmax(axis=1)[:, None],
    lambda z, t: special.log_softmax(z, axis=1) - t,
    lambda z, t: -special.log_softmax(z, axis=1) * t,
    lambda z, t: soft(z) + t,
    lambda z, t: 0.5 * (soft(z) - t),
    lambda z, t: (soft(z) - t).mean(),
    lambda z, t: (soft(z) - t) / z.shape[1],
    lambda z, t: np.round(soft(z)) - t,
    lambda z, t: np.exp(z) - t,
]
BCE_WRONG += [
    quiet(lambda y, t: -np.sum(t * np.log(y)) - np.sum((1 - t) * np.log(1 - y))),
    quiet(lambda y, t: -np.sum(t * np.log(y)) - np.sum(1 - t * np.log(1 - y))),
    quiet(lambda y, t: -np.sum(np.log(np.abs(t - y)))),
    quiet(lambda y, t: -np.sum(np.where(y > 0, t * np.log(y), 0) + np.where(y < 1, (1 - t) * np.log(1 - y), 0))),
    quiet(lambda y, t: -np.mean(t * np.log(y) + (1 - t) * np.log(1 - y))),
    quiet(lambda y, t: -np.mean(np.nan_to_num(t * np.log(y) + (1 - t) * np.log(1 - y)))),
    quiet(lambda y, t: -np.sum(np.where(t == 1, np.log(y), -np.log(1 - y)))),
    quiet(lambda y, t: -np.sum(np.where(t == 1, np.log(y), 0))),
    quiet(lambda y, t: -np.sum(np.log(np.maximum(np.where(t == 1, y, 1 - y), 1e-12)))),
    quiet(lambda y, t: np.sum(np.where(t == 1, -np.log2(y), -np.log2(1 - y)))),
    quiet(lambda y, t: -np.sum(t * np.log(y) + (1 - t) * np.log(y))),
    quiet(lambda y, t: -np.log(np.prod(np.where(t == 1, y, 1 - y))) / len(y)),
    quiet(lambda y, t: -np.sum(np.log(t * y + (1 - t) * (1 - y)), axis=1)),
    quiet(lambda y, t: np.sum(np.where(t == 1, 1 - y, y))),
]
SIGNALS_WRONG += [
    lambda y, t: (2 / len(y) * (y - t) * s(y), np.sign(y - t) * s(y), y - t),
    lambda y, t: ((y - t) * s(y), np.sign(y - t) * s(y), t - y),
    lambda y, t: ((t - y) * s(y), np.sign(y - t) * s(y), y - t),
    lambda y, t: ((y - t) * s(y), np.where(y > t, 1, -1) * s(y), (y - t) * 2),
    lambda y, t: ((y - t) * s(y), np.abs(s(y)), y - t),
    lambda y, t: ((y - t) * s(y), (y - t) * s(y), y - t),
    lambda y, t: ((y - t) * s(y), np.sign(y - t) * s(y), -t * np.log(y + 1e-12)),
    lambda y, t: ((y - t) * y * 1 - y, np.sign(y - t) * y * 1 - y, y - t),
    lambda y, t: ((y - t) * s(y)).sum(axis=0),
    lambda y, t: np.array([(y - t) * s(y), np.sign(t - y) * s(y), y - t]),
    lambda y, t: {"squared": (y - t) * s(y), "absolute": np.sign(y - t) * s(y), "cross": y - t},
    lambda y, t: (s(y), np.sign(y - t) * s(y), y - t),
]

# --- tried as a new user would: those of 103 that had gone unnamed at first ---


def bce_python_log(y, t):
    total = 0
    for place in np.ndindex(y.shape):
        total -= math.log(y[place]) if t[place] == 1 else math.log(1 - y[place])
    return total


def naive(z):
    return 1 / (1 + np.exp(-z))


BCE_WRONG += [bce_python_log]
SIGNALS_WRONG += [
    lambda y, t: ((y - t) * s(y), y - t, np.sign(y - t) * s(y)),
    lambda y, t: (0.5 * (y - t) ** 2 * s(y), np.abs(y - t) * s(y), -(t * np.log(y) + (1 - t) * np.log(1 - y)) * s(y)),
    lambda y, t: ((y - t) * s(y), (y - t) / np.abs(y - t) * s(y), y - t),
    lambda y, t: ((y - t) * s(y), np.sign(y - t) * s(y), -t / y * s(y)),
]
SOFTMAX_WRONG += [
    naive,
    lambda z: np.log(special.softmax(z, axis=-1)),
    lambda z: np.exp(z.max(**ROW) - z) / np.exp(z.max(**ROW) - z).sum(**ROW),
]
LSE_WRONG += [
    lambda z: np.log(np.exp(z - z.max(**ROW))).sum(axis=-1) + z.max(axis=-1),
    lambda z: z.max(axis=-1) + np.exp(z - z.max(**ROW)).sum(axis=-1),
    lambda z: np.exp(z.max(axis=-1)) * np.log(np.exp(z - z.max(**ROW)).sum(axis=-1)),
]
CE_WRONG += [
    lambda z, t: -np.sum(t * np.log(z)),
    lambda z, t: -np.sum(t * np.log(naive(z)) + (1 - t) * np.log(1 - naive(z))),
    lambda z, t: special.logsumexp(z) - np.sum(t * z),
    lambda z, t: -np.sum(np.log(soft(z))),
]
LOGIT_WRONG += [
    lambda z, t: lse(z)[:, None] - t,
    lambda z, t: soft(z) - z * t,
]
BCE_RIGHT += [lambda y, t: -np.log(np.abs(t + y - 1)).sum()]
SIGNALS_RIGHT += [lambda y, t: (lambda d: np.stack([(y - t) * d, np.sign(y - t) * d, (1 - t) * y - t * (1 - y)]))(s(y))]
LSE_RIGHT += [lambda z: z.max(axis=-1) - np.log(special.softmax(z, axis=-1).max(axis=-1))]
CE_RIGHT += [lambda z, t: np.sum(np.logaddexp.reduce(z - np.sum(t * z, **ROW), axis=-1))]
LOGIT_RIGHT += [lambda z, t: np.where(t == 1, -(soft(z) * (1 - t)).sum(**ROW), soft(z))]

SHEETS = [
    AnswerSheet("06.softmax", SOFTMAX_WRONG, SOFTMAX_RIGHT),
    AnswerSheet("06.log_sum_exp", LSE_WRONG, LSE_RIGHT),
    AnswerSheet("06.cross_entropy_from_logits", CE_WRONG, CE_RIGHT),
    AnswerSheet("06.logit_gradient", LOGIT_WRONG, LOGIT_RIGHT),
    AnswerSheet("06.binary_cross_entropy", BCE_WRONG, BCE_RIGHT),
    AnswerSheet("06.output_signals", SIGNALS_WRONG, SIGNALS_RIGHT),
]
