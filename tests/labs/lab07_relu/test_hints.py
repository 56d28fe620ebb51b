"""Lab 07's hints are true of what was done: slips that once got a hint about something else, or none."""

import numpy as np
import pytest

from labkit.exercises import find


def leaky(x, leak):
    return np.maximum(leak * x, x)


SLIPS = [
    ("leaky_relu", "slope first, then value", lambda x, leak=0.01: (np.where(x > 0, 1, leak), leaky(x, leak))),
    ("leaky_relu", "slope first", lambda x, leak=0.01: (np.where(x < 0, leak, 1), np.where(x < 0, leak * x, x))),
    ("leaky_relu", "divided by", lambda x, leak=0.01: (np.where(x > 0, x, x / leak), np.where(x > 0, 1, 1 / leak))),
    ("relu6", "slope first, then value", lambda x: (np.where((x > 0) & (x < 6), 1, 0), np.clip(x, 0, 6))),
    ("relu6", "slope first, then value", lambda x: ((x >= 0) & (x <= 6), np.clip(x, 0, 6))),
    ("relu6", "drops to 0", lambda x: (np.where(x > 6, 0, x * (x > 0)), np.where((x > 0) & (x < 6), 1, 0))),
    ("relu6", "slope 6", lambda x: (np.clip(x, 0, 6), np.where(x >= 6, 6, np.where(x > 0, 1, 0)))),
    ("relu6", "difference of neighbours", lambda x: (np.clip(x, 0, 6), np.gradient(np.clip(x, 0, 6)))),
    ("relu6", "a floor at 6", lambda x: (np.maximum(x, 6), np.where(x > 6, 1, 0))),
    ("elu", "clipped to 500", lambda x, alpha=1.0: curve(np.clip(x, -500, 500), alpha)),
    ("elu", "value and slope", lambda x, alpha=1.0: (curve(x, alpha), np.where(x > 0, 1, alpha * np.exp(-abs(x))))),
    ("elu", "condition turned", lambda x, alpha=1.0: np.where(x < 0, x, alpha * (np.exp(x) - 1))),
    ("relu", "value and slope", lambda x: (np.maximum(x, 0), x > 0)),
    ("relu", "largest entry", lambda x: x.max()),
    ("relu_derivative", "any for all", lambda x: 1 if (x > 0).any() else 0),
    ("relu_derivative", "how many are on", lambda x: (x > 0).sum()),
    ("dead_units", "the dead only", lambda s: np.array([True for j in range(s.shape[1]) if np.all(s[:, j] == 0)])),
    ("dead_units", "places of the zeros", lambda s: np.argwhere(s == 0)),
    ("dead_units", "one answer for the layer", lambda s: not s.all()),
]


def curve(x, alpha):
    return np.where(x > 0, x, alpha * (np.exp(np.minimum(x, 0)) - 1))


@pytest.mark.parametrize(("exercise", "name", "answer"), SLIPS)
def test_a_slip_gets_the_hint_that_is_true_of_it(exercise, name, answer):
    verdict = find(f"07.{exercise}").mark(answer)
    assert not verdict.passed
    assert verdict.misconception is not None and verdict.misconception.startswith(name)


def test_value_and_slope_may_come_stacked_in_one_array():
    assert find("07.leaky_relu").mark(lambda x, leak=0.01: np.array([leaky(x, leak), np.where(x >= 0, 1, leak)])).passed
    assert find("07.relu6").mark(lambda x: np.stack([np.clip(x, 0, 6), (x > 0) & (x < 6)])).passed
