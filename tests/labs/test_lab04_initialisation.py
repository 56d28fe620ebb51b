"""Lab 04's checks against answers written without a look at the exercise module."""

# ruff: noqa: NPY002  students do draw from the global generator

import math

import numpy as np
from scipy.stats import norm, truncnorm, uniform

from tests.labs.answer_sheet import AnswerSheet

# --- the standard deviation of a uniform distribution ---


def std_of_fine_grid(low, high):
    grid = low + (high - low) * (np.arange(200_000) + 0.5) / 200_000
    return grid.std()


def std_by_moments(low, high):
    mean = 0.5 * (low + high)
    mean_of_squares = (high**3 - low**3) / (3 * (high - low))
    return math.sqrt(mean_of_squares - mean**2)


def std_by_drawing(low, high):
    return np.random.default_rng(0).uniform(low, high, 20_000).std()


UNIFORM_STD_WRONG = [
    lambda low, high: high - low,
    lambda low, high: (high - low) / 2,
    lambda low, high: high,
    lambda low, high: (high - low) / 12,
    lambda low, high: (high - low) ** 2 / 12,
    lambda low, high: (high - low) / np.sqrt(3),
    lambda low, high: (high + low) / np.sqrt(12),
    lambda low, high: high / np.sqrt(3),
    lambda low, high: (low - high) / np.sqrt(12),
    lambda low, high: 1 / np.sqrt(3),
    lambda low, high: 2 / np.sqrt(12),
    lambda low, high: np.sqrt(high - low) / 12,
    lambda low, high: np.sqrt((high - low) / 12),
    lambda low, high: (high - low) / 4,
    lambda low, high: (high - low) / 3,
    lambda low, high: (high - low) / math.sqrt(2),
    lambda low, high: np.std([low, high]),
    lambda low, high: (high - low) ** 2 / 3,
    lambda low, high: np.sqrt((high**2 + low * high + low**2) / 3),
    lambda low, high: (low + high) / 2,
    lambda low, high: np.std([low, high], ddof=1),
    lambda low, high: np.sqrt((high - low) / 2 / 3),
    lambda low, high: (high - low) / np.sqrt(6),
    lambda low, high: np.sqrt(high - low) / np.sqrt(12),
    lambda low, high: None,
    std_by_drawing,
    (lambda low, high: np.sqrt((high**3 - low**3) / 3), "not divided by the length"),
    lambda low, high: np.std(np.linspace(low, high, 11)),
]
UNIFORM_STD_RIGHT = [
    std_of_fine_grid, std_by_moments,
    lambda low, high: ((high - low) ** 2 / 12) ** 0.5,
    lambda low, high: np.float32((high - low) / 2 / 3**0.5),
    lambda low, high: uniform(low, high - low).std(),
]  # fmt: skip

# --- predicted root mean square of the pre-activations ---


def rms_by_loop(weight_std, input_rms, n_inputs):
    variance = 0.0
    for _ in range(n_inputs):
        variance += weight_std**2 * input_rms**2
    return math.sqrt(variance)


def rms_by_drawing(weight_std, input_rms, n_inputs):
    weights = np.random.default_rng(1).normal(0, weight_std, (500, n_inputs))
    return np.std(weights.sum(axis=1)) * input_rms


RMS_WRONG = [
    lambda weight_std, input_rms, n_inputs: weight_std * input_rms * n_inputs,
    lambda weight_std, input_rms, n_inputs: weight_std * input_rms,
    lambda weight_std, input_rms, n_inputs: weight_std * input_rms / np.sqrt(n_inputs),
    lambda weight_std, input_rms, n_inputs: weight_std**2 * input_rms**2 * n_inputs,
    lambda weight_std, input_rms, n_inputs: np.sqrt(weight_std * input_rms * n_inputs),
    lambda weight_std, input_rms, n_inputs: weight_std * np.sqrt(n_inputs),
    lambda weight_std, input_rms, n_inputs: input_rms * np.sqrt(n_inputs),
    lambda weight_std, input_rms, n_inputs: weight_std**2 * input_rms * np.sqrt(n_inputs),
    lambda weight_std, input_rms, n_inputs: weight_std * input_rms**2 * np.sqrt(n_inputs),
    lambda weight_std, input_rms, n_inputs: np.sqrt(n_inputs * weight_std * input_rms**2),
    lambda weight_std, input_rms, n_inputs: np.sqrt(n_inputs * weight_std**2 * input_rms),
    lambda weight_std, input_rms, n_inputs: n_inputs * weight_std**2 * input_rms,
    lambda weight_std, input_rms, n_inputs: np.sqrt(n_inputs) * weight_std**2 * input_rms**2,
    lambda weight_std, input_rms, n_inputs: (n_inputs * weight_std * input_rms) ** 2,
    lambda weight_std, input_rms, n_inputs: weight_std * input_rms / n_inputs,
    lambda weight_std, input_rms, n_inputs: np.sqrt(n_inputs) * (weight_std + input_rms),
    lambda weight_std, input_rms, n_inputs: np.sqrt(n_inputs * (weight_std**2 + input_rms**2)),
    lambda weight_std, input_rms, n_inputs: weight_std * input_rms * n_inputs**2,
    lambda weight_std, input_rms, n_inputs: weight_std * input_rms * np.sqrt(n_inputs / 2),
    lambda weight_std, input_rms, n_inputs: weight_std / input_rms * np.sqrt(n_inputs),
    lambda weight_std, input_rms, n_inputs: -weight_std * input_rms * np.sqrt(n_inputs),
    lambda weight_std, input_rms, n_inputs: n_inputs * weight_std * input_rms**2,
    lambda weight_std, input_rms, n_inputs: weight_std * input_rms * np.sqrt(784),
    rms_by_drawing,
    (lambda weight_std, input_rms, n_inputs: weight_std * input_rms * np.sqrt(2 * n_inputs), "twice the mean square"),
    lambda weight_std, input_rms, n_inputs: np.sqrt(n_inputs / 3) * input_rms,
    lambda weight_std, input_rms, n_inputs: 1 / (1 + np.exp(-weight_std * input_rms * np.sqrt(n_inputs))),
    lambda weight_std, input_rms, n_inputs: weight_std * input_rms * int(np.sqrt(n_inputs)),
]
RMS_RIGHT = [
    rms_by_loop,
    lambda weight_std, input_rms, n_inputs: np.sqrt(n_inputs * weight_std**2 * input_rms**2),
    lambda weight_std, input_rms, n_inputs: weight_std * n_inputs**0.5 * input_rms,
    lambda weight_std, input_rms, n_inputs: np.float32(math.sqrt(n_inputs) * weight_std * input_rms),
    lambda weight_std, input_rms, n_inputs: np.linalg.norm(np.full(n_inputs, weight_std * input_rms)),
]

# --- fan-in normal ---


def fan_in_by_loops(n_inputs, n_outputs, rng):
    W = np.empty((n_inputs, n_outputs))
    for i in range(n_inputs):
        for j in range(n_outputs):
            W[i, j] = rng.normal(0, n_inputs**-0.5)
    return W


def fan_in_unit_by_unit(n_inputs, n_outputs, rng):
    columns = [rng.normal(0, 1, n_inputs) / math.sqrt(n_inputs) for _ in range(n_outputs)]
    return np.column_stack(columns)


def seeds_itself(n_inputs, n_outputs, rng):
    rng = np.random.default_rng(42)
    return rng.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs))


def seeds_global(n_inputs, n_outputs, rng):
    np.random.seed(0)
    return np.random.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs))


def forgets_return(n_inputs, n_outputs, rng):
    W = rng.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs))  # noqa: F841


def one_column_tiled(n_inputs, n_outputs, rng):
    return np.tile(rng.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, 1)), (1, n_outputs))


FAN_IN_WRONG = [
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_outputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / n_inputs, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / n_outputs, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(2 / n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(2 / (n_inputs + n_outputs)), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_inputs + n_outputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_inputs * n_outputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_inputs), (n_outputs, n_inputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, n_inputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_inputs), n_inputs),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_inputs), n_inputs * n_outputs),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_inputs)),
    lambda n_inputs, n_outputs, rng: rng.uniform(-1, 1, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.uniform(-1, 1, (n_inputs, n_outputs)) / np.sqrt(n_inputs),
    lambda n_inputs, n_outputs, rng: rng.uniform(-1 / np.sqrt(n_inputs), 1 / np.sqrt(n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.uniform(-1, 1, (n_inputs, n_outputs)) * np.sqrt(3 / n_inputs),
    lambda n_inputs, n_outputs, rng: rng.random((n_inputs, n_outputs)) / np.sqrt(n_inputs),
    lambda n_inputs, n_outputs, rng: abs(rng.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs))),
    lambda n_inputs, n_outputs, rng: rng.normal(1 / np.sqrt(n_inputs), 1, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(1, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(1 / np.sqrt(n_inputs), size=(n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: np.random.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: np.random.randn(n_inputs, n_outputs) / np.sqrt(n_inputs),
    lambda n_inputs, n_outputs, rng: np.random.default_rng().standard_normal((n_inputs, n_outputs)) / np.sqrt(n_inputs),
    lambda n_inputs, n_outputs, rng: rng.standard_normal((n_inputs, n_outputs)) * n_inputs**0.5,
    lambda n_inputs, n_outputs, rng: np.ones((n_inputs, n_outputs)) / np.sqrt(n_inputs),
    lambda n_inputs, n_outputs, rng: np.zeros((n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: np.full((n_inputs, n_outputs), rng.normal(0, 1 / np.sqrt(n_inputs))),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, 1)) * np.ones(n_outputs),
    lambda n_inputs, n_outputs, rng: rng.normal(0, n_inputs ** (-1 / 4), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(784), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 2 / n_inputs, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.choice([-1, 1], (n_inputs, n_outputs)) / np.sqrt(n_inputs),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs)).tolist(),
    lambda n_inputs, n_outputs, rng: norm(0, 1 / np.sqrt(n_inputs)).rvs((n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.integers(-1, 2, (n_inputs, n_outputs)) / np.sqrt(n_inputs),
    lambda n_inputs, n_outputs: np.random.default_rng(0).normal(0, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs)),
    seeds_itself, seeds_global, forgets_return, one_column_tiled,
]  # fmt: skip
FAN_IN_RIGHT = [
    fan_in_by_loops, fan_in_unit_by_unit,
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(scale=n_inputs**-0.5, size=[n_inputs, n_outputs]).astype(np.float32),
    lambda n_inputs, n_outputs, rng: (rng.standard_normal((n_outputs, n_inputs)) / n_inputs**0.5).T,
    lambda n_inputs, n_outputs, rng: norm.rvs(0, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs), random_state=rng),
    lambda n_inputs, n_outputs, rng: norm.ppf(rng.random((n_inputs, n_outputs))) / np.sqrt(n_inputs),
    lambda n_inputs, n_outputs, rng: rng.standard_normal((n_inputs, n_outputs), dtype=np.float32) / np.sqrt(n_inputs),
]  # fmt: skip

# --- He ---

HE_WRONG = [
    lambda n_inputs, n_outputs, rng: rng.normal(0, 2 / n_inputs, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(2) / n_inputs, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 2 / np.sqrt(n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(2 * n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(n_inputs / 2), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(2 / n_outputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(2 / (n_inputs + n_outputs)), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(4 / n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(6 / n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.uniform(-np.sqrt(2 / n_inputs), np.sqrt(2 / n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.uniform(-np.sqrt(6 / n_inputs), np.sqrt(6 / n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: np.sqrt(2 / n_inputs) * np.random.standard_normal((n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(2 / n_inputs), (n_outputs, n_inputs)),
    lambda n_inputs, n_outputs, rng: np.maximum(0, rng.normal(0, np.sqrt(2 / n_inputs), (n_inputs, n_outputs))),
    lambda n_inputs, n_outputs, rng: np.abs(rng.standard_normal((n_inputs, n_outputs))) * np.sqrt(2 / n_inputs),
    lambda n_inputs, n_outputs, rng: rng.standard_normal((n_inputs, n_outputs)) * (2 / n_inputs) ** 2,
    lambda n_inputs, n_outputs, rng: rng.standard_normal((n_inputs, n_outputs)) / (2 / n_inputs) ** 0.5,
    lambda n_inputs, n_outputs, rng: rng.normal(np.sqrt(2 / n_inputs), 1, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.standard_normal((n_inputs, n_outputs)) + np.sqrt(2 / n_inputs),
    lambda n_inputs, n_outputs, rng: np.random.default_rng(7).normal(0, np.sqrt(2 / n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(2) / n_inputs**2, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(2 / (n_inputs * n_outputs)), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: np.full((n_inputs, n_outputs), np.sqrt(2 / n_inputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, math.sqrt(2 // n_inputs), (n_inputs, n_outputs)),
    (lambda n_inputs, n_outputs, rng: rng.normal(0, n_inputs**-0.5, (n_inputs + 1, n_outputs)), "a row for a bias"),
    lambda n_inputs, n_outputs, rng: rng.normal(n_inputs**-0.5, 0, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(2 / 784), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 2 / np.sqrt(n_inputs + n_outputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.random((n_inputs, n_outputs)) * np.sqrt(2 / n_inputs),
]
HE_RIGHT = [
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(2 / n_inputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: math.sqrt(2) * fan_in_unit_by_unit(n_inputs, n_outputs, rng),
    lambda n_inputs, n_outputs, rng: rng.normal(0, 1 / np.sqrt(n_inputs / 2), (n_inputs, n_outputs)).astype("float32"),
    lambda n_inputs, n_outputs, rng: np.array(
        [[rng.normal() * (n_inputs / 2) ** -0.5 for _ in range(n_outputs)] for _ in range(n_inputs)]
    ),
]

# --- Glorot, uniform ---


def glorot_limit(n_inputs, n_outputs):
    return math.sqrt(6) / math.sqrt(n_inputs + n_outputs)


def glorot_by_loops(n_inputs, n_outputs, rng):
    limit = glorot_limit(n_inputs, n_outputs)
    return np.array([[(2 * rng.random() - 1) * limit for _ in range(n_outputs)] for _ in range(n_inputs)])


def between(limit):
    """A wrong limit, and no other mistake."""
    return lambda n_inputs, n_outputs, rng: rng.uniform(
        -limit(n_inputs, n_outputs), limit(n_inputs, n_outputs), (n_inputs, n_outputs)
    )


def from_the_global_generator(n_inputs, n_outputs, rng):
    limit = glorot_limit(n_inputs, n_outputs)
    return np.random.uniform(-limit, limit, (n_inputs, n_outputs))


def one_column_broadcast(n_inputs, n_outputs, rng):
    column = rng.uniform(-1, 1, (n_inputs, 1)) * glorot_limit(n_inputs, n_outputs)
    return column * np.ones(n_outputs)


def two_draws_averaged(n_inputs, n_outputs, rng):
    for_inputs = rng.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs))
    for_outputs = rng.normal(0, 1 / np.sqrt(n_outputs), (n_inputs, n_outputs))
    return 0.5 * (for_inputs + for_outputs)


GLOROT_WRONG = [
    (between(lambda n, m: np.sqrt(2 / (n + m)) / np.sqrt(3)), "root 3 divides"),
    between(lambda n, m: np.sqrt(3 / np.sqrt(n * m))),
    lambda n_inputs, n_outputs, rng: rng.random((n_inputs, n_outputs)) * 2 * glorot_limit(n_inputs, n_outputs),
    lambda n_inputs, n_outputs, rng: rng.uniform(-glorot_limit(n_inputs, n_outputs), (n_inputs, n_outputs)),
    between(lambda n, m: np.sqrt(2 / (n + m))),
    between(lambda n, m: np.sqrt(3 / (n + m))),
    between(lambda n, m: np.sqrt(1 / (n + m))),
    between(lambda n, m: np.sqrt(12 / (n + m))),
    between(lambda n, m: np.sqrt(24 / (n + m))),
    between(lambda n, m: 6 / (n + m)),
    between(lambda n, m: 2 / (n + m)),
    between(lambda n, m: np.sqrt(6) / (n + m)),
    between(lambda n, m: np.sqrt(6 / n)),
    between(lambda n, m: np.sqrt(3 / n)),
    between(lambda n, m: np.sqrt(6 / m)),
    between(lambda n, m: np.sqrt(6 / (n * m))),
    between(lambda n, m: np.sqrt(6 / n + 6 / m)),
    between(lambda n, m: np.sqrt(6 / n + m)),
    between(lambda n, m: 6 / np.sqrt(n + m)),
    between(lambda n, m: np.sqrt(6) / (np.sqrt(n) + np.sqrt(m))),
    between(lambda n, m: np.sqrt((n + m) / 6)),
    between(lambda n, m: np.sqrt(1.5 / (n + m))),
    between(lambda n, m: 1.0),
    between(lambda n, m: np.sqrt(6 / (n - m)) if n > m else np.sqrt(6 / (m - n + 1))),
    lambda n_inputs, n_outputs, rng: rng.normal(0, np.sqrt(2 / (n_inputs + n_outputs)), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.normal(0, glorot_limit(n_inputs, n_outputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.uniform(0, glorot_limit(n_inputs, n_outputs), (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.random((n_inputs, n_outputs)) * glorot_limit(n_inputs, n_outputs),
    lambda n_inputs, n_outputs, rng: (rng.random((n_inputs, n_outputs)) - 0.5) * glorot_limit(n_inputs, n_outputs),
    lambda n_inputs, n_outputs, rng: rng.uniform(-1, 1, (n_inputs, n_outputs)) * np.sqrt(2 / (n_inputs + n_outputs)),
    from_the_global_generator,
    lambda n_inputs, n_outputs, rng: rng.uniform(-1, 1, (n_outputs, n_inputs)) * glorot_limit(n_inputs, n_outputs),
    lambda n_inputs, n_outputs, rng: rng.uniform(glorot_limit(n_inputs, n_outputs), size=(n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, rng: rng.uniform(-1, 1, (n_inputs, n_outputs)),
    one_column_broadcast, two_draws_averaged,
]  # fmt: skip
GLOROT_RIGHT = [
    glorot_by_loops,
    between(glorot_limit),
    between(lambda n, m: np.sqrt(3 / ((n + m) / 2))),
    lambda n_inputs, n_outputs, rng: (2 * rng.random((n_inputs, n_outputs)) - 1) * glorot_limit(n_inputs, n_outputs),
    lambda n_inputs, n_outputs, rng: np.float32(
        glorot_limit(n_inputs, n_outputs) - 2 * glorot_limit(n_inputs, n_outputs) * rng.random((n_inputs, n_outputs))
    ),
    lambda n_inputs, n_outputs, rng: (
        uniform(-1, 2).rvs((n_inputs, n_outputs), random_state=rng) * glorot_limit(n_inputs, n_outputs)
    ),
]

# --- truncated normal ---


def redraw_one_by_one(n_inputs, n_outputs, std, rng):
    W = np.empty((n_inputs, n_outputs))
    for place in np.ndindex(W.shape):
        w = rng.normal(0, std)
        while abs(w) > 2 * std:
            w = rng.normal(0, std)
        W[place] = w
    return W


def draw_more_and_keep(n_inputs, n_outputs, std, rng):
    n = n_inputs * n_outputs
    kept = np.empty(0)
    while kept.size < n:
        w = rng.normal(0, std, 2 * n)
        kept = np.concatenate([kept, w[np.abs(w) <= 2 * std]])
    return kept[:n].reshape(n_inputs, n_outputs)


def redraw_where(n_inputs, n_outputs, std, rng):
    W = rng.normal(0, std, (n_inputs, n_outputs))
    while np.any(np.abs(W) > 2 * std):
        W = np.where(np.abs(W) > 2 * std, rng.normal(0, std, W.shape), W)
    return W


def redraw_once(n_inputs, n_outputs, std, rng):
    W = rng.normal(0, std, (n_inputs, n_outputs))
    far = np.abs(W) > 2 * std
    W[far] = rng.normal(0, std, far.sum())
    return W


def redraw_the_upper_tail(n_inputs, n_outputs, std, rng):
    w = rng.normal(0, std, (n_inputs, n_outputs))
    while (far := w > 2 * std).any():
        w[far] = rng.normal(0, std, far.sum())
    return w


def tails_to_zero(n_inputs, n_outputs, std, rng):
    W = rng.normal(0, std, (n_inputs, n_outputs))
    W[np.abs(W) > 2 * std] = 0
    return W


def redraw_everything(n_inputs, n_outputs, std, rng):
    W = rng.normal(0, std, (n_inputs, n_outputs))
    while np.any(np.abs(W) > 2 * std):
        W = rng.normal(0, std, (n_inputs, n_outputs))
    return W


def throws_away(n_inputs, n_outputs, std, rng):
    W = rng.normal(0, std, (n_inputs, n_outputs))
    return W[np.abs(W) <= 2 * std]


def redraw_beyond(border):
    """The right method with another border."""

    def answer(n_inputs, n_outputs, std, rng):
        W = rng.normal(0, std, (n_inputs, n_outputs))
        while (far := np.abs(W) > border(std)).any():
            W[far] = rng.normal(0, std, far.sum())
        return W

    return answer


def redraw_without_the_std(n_inputs, n_outputs, std, rng):
    W = rng.standard_normal((n_inputs, n_outputs))
    while (far := np.abs(W) > 2).any():
        W[far] = rng.standard_normal(far.sum())
    return W


def redraw_uniformly(n_inputs, n_outputs, std, rng):
    W = rng.normal(0, std, (n_inputs, n_outputs))
    far = np.abs(W) > 2 * std
    W[far] = rng.uniform(-2 * std, 2 * std, far.sum())
    return W


def swaps_sign_of_tails(n_inputs, n_outputs, std, rng):
    W = rng.normal(0, std, (n_inputs, n_outputs))
    return np.where(np.abs(W) > 2 * std, -W, W)


def clipped_twice(n_inputs, n_outputs, std, rng):
    W = np.minimum(rng.normal(0, std, (n_inputs, n_outputs)), 2 * std)
    return np.maximum(W, -2 * std)


def borders_in_the_wrong_unit(n_inputs, n_outputs, std, rng):
    return truncnorm.rvs(-2 * std, 2 * std, scale=std, size=(n_inputs, n_outputs), random_state=rng)


def one_number_for_all_tails(n_inputs, n_outputs, std, rng):
    weights = rng.normal(0, std, (n_inputs, n_outputs))
    while np.any(np.abs(weights) > 2 * std):
        weights[np.abs(weights) > 2 * std] = rng.normal(0, std)
    return weights


def comparison_turned_round(n_inputs, n_outputs, std, rng):
    weights = rng.normal(0, std, (n_inputs, n_outputs))
    while np.any(np.abs(weights) < 2 * std):
        inside = np.abs(weights) < 2 * std
        weights[inside] = rng.normal(0, std, inside.sum())
    return weights


def redraws_with_std_1(n_inputs, n_outputs, std, rng):
    weights = rng.normal(0, std, (n_inputs, n_outputs))
    while (far := np.abs(weights) > 2 * std).any():
        weights[far] = rng.standard_normal(far.sum())
    return weights


def mirrors_the_tails(n_inputs, n_outputs, std, rng):
    weights = rng.normal(0, std, (n_inputs, n_outputs))
    weights = np.where(weights > 2 * std, 4 * std - weights, weights)
    return np.where(weights < -2 * std, -4 * std - weights, weights)


TRUNCATED_WRONG = [
    (one_number_for_all_tails, "one number for all tails"),
    comparison_turned_round,
    redraws_with_std_1,
    mirrors_the_tails,
    lambda n_inputs, n_outputs, std, rng: np.clip(rng.normal(0, std, (n_inputs, n_outputs)), -2 * std, 2 * std),
    clipped_twice,
    lambda n_inputs, n_outputs, std, rng: rng.normal(0, std, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, std, rng: np.clip(rng.normal(0, std, (n_inputs, n_outputs)), -2, 2),
    lambda n_inputs, n_outputs, std, rng: np.clip(rng.normal(0, std, (n_inputs, n_outputs)), -std, std),
    lambda n_inputs, n_outputs, std, rng: rng.uniform(-2 * std, 2 * std, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, std, rng: draw_more_and_keep(n_inputs, n_outputs, std, rng) / 0.8796,
    lambda n_inputs, n_outputs, std, rng: draw_more_and_keep(n_inputs, n_outputs, std, rng) * 0.8796,
    lambda n_inputs, n_outputs, std, rng: draw_more_and_keep(n_inputs, n_outputs, std**2, rng),
    lambda n_inputs, n_outputs, std, rng: draw_more_and_keep(n_inputs, n_outputs, std**0.5, rng),
    lambda n_inputs, n_outputs, std, rng: draw_more_and_keep(n_outputs, n_inputs, std, rng),
    lambda n_inputs, n_outputs, std, rng: draw_more_and_keep(n_inputs, n_outputs, std, np.random),
    lambda n_inputs, n_outputs, std, rng: draw_more_and_keep(n_inputs, n_outputs, std, np.random.default_rng(1)),
    lambda n_inputs, n_outputs, std, rng: np.abs(draw_more_and_keep(n_inputs, n_outputs, std, rng)),
    lambda n_inputs, n_outputs, std, rng: draw_more_and_keep(n_inputs, n_outputs, 1 / np.sqrt(n_inputs), rng),
    lambda n_inputs, n_outputs, std, rng: np.fmod(rng.normal(0, std, (n_inputs, n_outputs)), 2 * std),
    borders_in_the_wrong_unit,
    lambda n_inputs, n_outputs, std, rng: truncnorm.rvs(-2, 2, size=(n_inputs, n_outputs), random_state=rng),
    lambda n_inputs, n_outputs, std, rng: truncnorm.rvs(-2, 2, scale=std, size=(n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, std, rng: draw_more_and_keep(n_inputs, n_outputs, std, rng).ravel(),
    lambda n_inputs, n_outputs, std, rng: draw_more_and_keep(n_inputs, n_outputs, std, rng) + std,
    redraw_beyond(lambda std: std), redraw_beyond(lambda std: 3 * std), redraw_beyond(lambda std: 1.5 * std),
    redraw_beyond(lambda std: 2), redraw_without_the_std, redraw_uniformly, swaps_sign_of_tails,
    redraw_once, redraw_the_upper_tail, tails_to_zero, throws_away,
]  # fmt: skip
TRUNCATED_RIGHT = [
    redraw_one_by_one, draw_more_and_keep, redraw_where, redraw_beyond(lambda std: 2 * std),
    lambda n_inputs, n_outputs, std, rng: truncnorm.rvs(-2, 2, scale=std, size=(n_inputs, n_outputs), random_state=rng),
    lambda n_inputs, n_outputs, std, rng: std * norm.ppf(rng.uniform(norm.cdf(-2), norm.cdf(2), (n_inputs, n_outputs))),
    lambda n_inputs, n_outputs, std, rng: np.float32(std * redraw_without_the_std(n_inputs, n_outputs, std, rng)),
]  # fmt: skip


SHEETS = [
    AnswerSheet("04.uniform_std", wrong=UNIFORM_STD_WRONG, right=UNIFORM_STD_RIGHT),
    AnswerSheet("04.preactivation_rms", wrong=RMS_WRONG, right=RMS_RIGHT),
    AnswerSheet("04.fan_in_normal", wrong=FAN_IN_WRONG, right=FAN_IN_RIGHT),
    AnswerSheet("04.he", wrong=HE_WRONG, right=HE_RIGHT),
    AnswerSheet("04.glorot", wrong=GLOROT_WRONG, right=GLOROT_RIGHT),
    AnswerSheet("04.truncated_normal", wrong=TRUNCATED_WRONG, right=TRUNCATED_RIGHT),
]
