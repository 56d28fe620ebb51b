"""Lab 02's checks against answers written without a look at the exercise module."""

import math

import numpy as np
from scipy.special import softmax

from tests.labs.answer_sheet import AnswerSheet

# --- squared error -------------------------------------------------------------------------------------------------


def error_by_loops(y, t):
    total = 0.0
    for row_y, row_t in zip(y, t, strict=True):
        for a, b in zip(row_y, row_t, strict=True):
            total += (a - b) ** 2
    return total / 2


def error_by_dot(y, t):
    d = np.ravel(y) - np.ravel(t)
    return d.dot(d) / 2


def error_by_norm(y, t):
    return np.linalg.norm(y - t) ** 2 / 2


def error_single_precision(y, t):
    return np.float32(np.square(np.float64(y) - t).sum() * 0.5)


def error_twice_the_mean_row(y, t):
    rows = ((y - t) ** 2).sum(axis=1)
    return rows.mean()


SQUARED_ERROR = AnswerSheet(
    "02.squared_error",
    wrong=[
        lambda y, t: ((t - y) ** 2).sum(),
        lambda y, t: ((t - y) ** 2).sum() / (2 * y.shape[0]),
        lambda y, t: ((t - y) ** 2).mean(),
        lambda y, t: ((t - y) ** 2).mean() / 2,
        lambda y, t: np.linalg.norm(y - t),
        lambda y, t: abs(y - t).sum() / 2,
        lambda y, t: abs(y - t).sum(),
        lambda y, t: (y - t).sum() ** 2 / 2,
        lambda y, t: (y - t).sum() / 2,
        lambda y, t: (np.square(y).sum() - np.square(t).sum()) / 2,
        lambda y, t: np.square(y - t).sum(1) / 2,
        lambda y, t: np.square(y - t).sum(0) / 2,
        lambda y, t: np.square(y - t) / 2,
        lambda y, t: -np.square(y - t).sum() / 2,
        lambda y, t: np.square(y - t)[0].sum() / 2,
        lambda y, t: None,
        error_twice_the_mean_row,
        lambda y, t: np.square(y - t).sum() / (2 * y.shape[1]),
    ],
    right=[error_by_loops, error_by_dot, error_by_norm, error_single_precision,
           lambda y, t: np.einsum("ij,ij->", y - t, y - t) * 0.5],
)  # fmt: skip


# --- accuracy ------------------------------------------------------------------------------------------------------


def accuracy_by_loops(y, t):
    hits = 0
    for out, target in zip(y, t, strict=True):
        best = max(range(len(out)), key=lambda i: out[i])
        hits += int(target[best] == 1)
    return hits / len(y)


def accuracy_by_indexing(y, t):
    return t[np.arange(len(t)), y.argmax(axis=-1)].mean()


def accuracy_after_softmax(y, t):
    return float(np.equal(softmax(y, axis=1).argmax(1), t.argmax(1)).sum()) / y.shape[0]


def accuracy_by_labels(y, t):
    labels = t @ np.arange(t.shape[1])
    return sum(np.argmax(row) == label for row, label in zip(y, labels, strict=True)) / len(labels)


ACCURACY = AnswerSheet(
    "02.accuracy",
    wrong=[
        lambda y, t: (np.rint(y) == t).all(1).mean(),
        lambda y, t: (np.rint(y) == t).mean(),
        lambda y, t: ((y >= 0.5) == t).mean(),
        lambda y, t: (y.argmax(0) == t.argmax(0)).mean(),
        lambda y, t: float(y.argmax() == t.argmax()),
        lambda y, t: (y.argmin(1) == t.argmax(1)).mean(),
        lambda y, t: (y.argmax(1) == t.argmax(1)).sum(),
        lambda y, t: (y.argmax(1) == t.argmax(1)).mean() * 100,
        lambda y, t: (y.argmax(1) == t.argmax(1)).sum() / 10,
        lambda y, t: (y.argmax(1) == t.argmax(1)).sum() / t.shape[1],
        lambda y, t: (y.argmax(1) == t.argmax(1)).sum() / t.size,
        lambda y, t: 1 - (y.argmax(1) == t.argmax(1)).mean(),
        lambda y, t: (y.max(1) == t.max(1)).mean(),
        lambda y, t: (y == t).mean(),
        lambda y, t: y.argmax(1) == t.argmax(1),
        lambda y, t: y.argmax(1),
        lambda y, t: None,
    ],
    right=[accuracy_by_loops, accuracy_by_indexing, accuracy_after_softmax, accuracy_by_labels],
)

# --- update --------------------------------------------------------------------------------------------------------


def update_in_place(theta, gradient, rate):
    theta -= gradient * rate
    return theta


def update_of_a_copy(theta, gradient, rate):
    old = theta
    theta = np.array(theta)
    theta -= gradient * rate
    return old


def update_by_loops(theta, gradient, rate):
    flat = [w - rate * g for w, g in zip(theta.ravel(), gradient.ravel(), strict=True)]
    return np.array(flat).reshape(theta.shape)


def update_of_a_new_array(theta, gradient, rate):
    new = theta.copy()
    new += -rate * gradient
    return new


def update_without_return(theta, gradient, rate):
    theta = theta - rate * gradient


UPDATE = AnswerSheet(
    "02.update",
    wrong=[
        lambda theta, gradient, rate: theta + gradient * rate,
        update_in_place,
        update_of_a_copy,
        update_without_return,
        lambda theta, gradient, rate: -gradient * rate,
        lambda theta, gradient, rate: gradient * rate,
        lambda theta, gradient, rate: theta - gradient,
        lambda theta, gradient, rate: theta - gradient / rate,
        lambda theta, gradient, rate: (theta - gradient) * rate,
        lambda theta, gradient, rate: theta * (1 - rate * gradient),
        lambda theta, gradient, rate: theta - rate * gradient.mean(),
        lambda theta, gradient, rate: theta - rate * np.sign(gradient),
        lambda theta, gradient, rate: theta - rate * gradient / (np.sqrt((gradient**2).sum()) or 1),
        lambda theta, gradient, rate: theta - rate * gradient / theta.shape[0],
        lambda theta, gradient, rate: gradient - rate * theta,
        lambda theta, gradient, rate: theta - rate * rate * gradient,
    ],
    right=[
        update_by_loops,
        update_of_a_new_array,
        lambda theta, gradient, rate: theta + np.negative(rate) * gradient,
        lambda theta, gradient, rate: np.subtract(theta, np.multiply(rate, gradient)),
    ],
)

# --- sum or mean ---------------------------------------------------------------------------------------------------

MEAN_RATE = AnswerSheet(
    "02.mean_rate",
    wrong=[
        lambda sum_rate, n: sum_rate / n,
        lambda sum_rate, n: sum_rate,
        lambda sum_rate, n: sum_rate * n**0.5,
        lambda sum_rate, n: sum_rate / math.sqrt(n),
        lambda sum_rate, n: sum_rate * n * n,
        lambda sum_rate, n: 60000 * sum_rate,
        lambda sum_rate, n: n / sum_rate,
        lambda sum_rate, n: sum_rate * (n - 1),
        lambda sum_rate, n: 0.6,
        lambda sum_rate, n: print(sum_rate * n),
        lambda sum_rate, n: -sum_rate * n,
    ],
    right=[
        lambda sum_rate, n: n * sum_rate,
        lambda sum_rate, n: sum(sum_rate for _ in range(n)),
        lambda sum_rate, n: sum_rate / (1 / n),
        lambda sum_rate, n: np.float64(sum_rate) * np.int64(n),
    ],
)

# --- the ladder ----------------------------------------------------------------------------------------------------


def ladder_by_multiplying(low, high, steps):
    factor = (high / low) ** (1 / (steps - 1))
    rates = [low]
    while len(rates) < steps:
        rates.append(rates[-1] * factor)
    return np.array(rates)


RATE_LADDER = AnswerSheet(
    "02.rate_ladder",
    wrong=[
        lambda low, high, steps: np.linspace(low, high, num=steps),
        lambda low, high, steps: np.geomspace(low, high, steps, endpoint=False),
        lambda low, high, steps: np.geomspace(low, high, steps + 1)[1:],
        lambda low, high, steps: np.logspace(low, high, steps),
        lambda low, high, steps: np.exp(np.linspace(low, high, steps)),
        lambda low, high, steps: np.linspace(math.log10(low), math.log10(high), steps),
        lambda low, high, steps: np.linspace(math.log(low), math.log(high), steps),
        lambda low, high, steps: np.exp(np.linspace(math.log10(low), math.log10(high), steps)),
        lambda low, high, steps: np.geomspace(high, low, steps),
        lambda low, high, steps: np.array([low * (high / low) ** i for i in range(steps)]),
        lambda low, high, steps: np.geomspace(low, high, steps + 1),
        lambda low, high, steps: low + (high - low) * np.linspace(0, 1, steps) ** 2,
        lambda low, high, steps: np.arange(low, high, (high - low) / steps),
        lambda low, high, steps: list(np.geomspace(low, high, steps)),
    ],
    right=[
        ladder_by_multiplying,
        lambda low, high, steps: np.geomspace(low, high, steps),
        lambda low, high, steps: 10 ** np.linspace(math.log10(low), math.log10(high), steps),
        lambda low, high, steps: np.exp(np.log(low) + np.linspace(0, 1, steps) * np.log(high / low)),
    ],
)

# --- the range test ------------------------------------------------------------------------------------------------


def test_with(stop, include=True):
    """A range test that ends where stop(losses so far, new loss) says."""

    def answer(step, rates):
        seen = []
        for rate in rates:
            new = step(rate)
            end = stop(seen, new)
            if include or not end:
                seen.append(new)
            if end:
                return np.array(seen)
        return np.array(seen)

    return answer


test_with.__test__ = False


def finite_and(rule):
    return lambda seen, new: not math.isfinite(new) or (len(seen) > 0 and rule(seen, new))


def range_test_while(step, rates):
    losses, best, i = [], float("inf"), 0
    while i < len(rates):
        loss = step(rates[i])
        losses.append(loss)
        if math.isnan(loss) or math.isinf(loss):
            break
        best = min(best, loss)
        if loss > 4 * best:
            break
        i += 1
    return np.array(losses)


def range_test_vectorised(step, rates):
    losses = np.full(len(rates), np.nan)
    for i, rate in enumerate(rates):
        losses[i] = step(rate)
        if not np.isfinite(losses[i]) or losses[i] / np.nanmin(losses[: i + 1]) > 4:
            return losses[: i + 1]
    return losses


def range_test_twice(step, rates):
    seen = []
    for rate in rates:
        step(rate)
        seen.append(step(rate))
        if not math.isfinite(seen[-1]) or seen[-1] > 4 * min(seen):
            break
    return np.array(seen)


def range_test_padded(step, rates):
    out = np.zeros(len(rates))
    for i, rate in enumerate(rates):
        out[i] = step(rate)
        if not math.isfinite(out[i]) or out[i] > 4 * out[: i + 1].min():
            break
    return out


def range_test_of_rates(step, rates):
    return rates[: len(range_test_while(step, rates))]


RANGE_TEST = AnswerSheet(
    "02.range_test",
    wrong=[
        test_with(lambda seen, new: False),
        lambda step, rates: np.array([step(rate) for rate in rates]),
        test_with(lambda seen, new: not np.isfinite(new)),
        test_with(lambda seen, new: bool(seen) and new > 4 * min(seen)),
        test_with(finite_and(lambda seen, new: new > 4 * min(seen)), include=False),
        test_with(finite_and(lambda seen, new: new > 4 * seen[0])),
        test_with(finite_and(lambda seen, new: new > 4 * seen[-1])),
        test_with(finite_and(lambda seen, new: new > min(seen))),
        test_with(finite_and(lambda seen, new: new > seen[-1])),
        test_with(finite_and(lambda seen, new: new > 4 + min(seen))),
        test_with(finite_and(lambda seen, new: new > 2 * min(seen))),
        test_with(finite_and(lambda seen, new: new > 4 * max(seen))),
        test_with(lambda seen, new: not np.isfinite(new) or new > 4),
        range_test_twice,
        range_test_padded,
        range_test_of_rates,
        lambda step, rates: range_test_while(step, rates[::-1]),
        lambda step, rates: None,
    ],
    right=[
        range_test_while,
        range_test_vectorised,
        test_with(finite_and(lambda seen, new: new > 4 * min(seen))),
    ],
)

SHEETS = [SQUARED_ERROR, ACCURACY, UPDATE, MEAN_RATE, RATE_LADDER, RANGE_TEST]
