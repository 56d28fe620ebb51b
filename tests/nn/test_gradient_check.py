"""The gradient check itself must find mistakes, and name the parameter."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from labkit import nn
from labkit.errors import LabkitError
from tests.nn.test_training import blobs, network


@given(seed=st.integers(0, 1000), pair=st.integers(0, 4))
def test_right_gradients_pass(seed, pair):
    last, loss = [
        (nn.Sigmoid, nn.SquaredError("sum")),
        (nn.Identity, nn.SquaredError("mean", half=False)),
        (nn.Softmax, nn.CrossEntropy("sum")),
        (nn.Softmax, nn.SquaredError("mean")),
        (lambda: nn.Sigmoid(1.5), nn.BinaryCrossEntropy("mean")),
    ][pair]
    x, t = blobs(12, seed)
    net = network(seed, np.float32, last)
    before = net.parameters.copy()
    check = nn.gradient_check(net, x, t, loss, n_parameters=None)
    assert check.max_absolute_error < 1e-8
    large = np.abs(check.analytic) > 1e-4  # below that, relative errors measure rounding
    assert check.analytic[large] == pytest.approx(check.numerical[large], rel=1e-4)
    assert check.analytic.size == net.n_parameters and np.array_equal(net.parameters, before)


def test_a_wrong_derivative_is_found():
    wrong = nn.Activation(np.tanh, lambda x: 1 - np.tanh(x))  # the square is missing
    net = nn.Sequential([nn.Dense(8, 6), wrong, nn.Dense(6, 3)])
    check = nn.gradient_check(net, *blobs(12))
    assert check.max_relative_error > 0.01 and check.worst.startswith("layer 1, Dense(8, 6), ")
    assert "layer 1" in repr(check)


def test_a_kink_spoils_an_entry_until_epsilon_is_smaller_than_the_way_to_it():
    """One ReLU at v = 1e-4: with epsilon 1e-3 the difference mixes its two sides, with 1e-5 it does not."""
    net = nn.Sequential([nn.Dense(1, 1, init=lambda n, m, rng: np.full((n, m), 1e-4)), nn.ReLU()], dtype=np.float64)
    x, t = np.ones((1, 1)), np.full((1, 1), 5.0)
    assert nn.gradient_check(net, x, t, epsilon=1e-3).max_relative_error > 0.1
    assert nn.gradient_check(net, x, t, epsilon=1e-5).max_relative_error < 1e-6


def test_plain_functions():
    theta = np.array([[1.0, 2.0], [3.0, 4.0]])
    good = nn.gradient_check(lambda v: (v**3).sum(), theta, 3 * theta**2)
    assert good.max_relative_error < 1e-8
    bad = 3 * theta**2
    bad[1, 0] += 1
    assert nn.gradient_check(lambda v: (v**3).sum(), theta, bad).worst == "entry (1, 0)"
    with pytest.raises(LabkitError, match="they must agree"):
        nn.gradient_check(lambda v: v.sum(), theta, np.ones(4))


def test_numerical_gradient_error_falls_as_epsilon_squared_then_rises():
    """For e^x the central difference errs by e^x epsilon^2 / 6, until rounding takes over."""
    x = np.array([1.0])
    errors = {
        epsilon: abs(nn.numerical_gradient(lambda v: np.exp(v[0]), x, epsilon)[0] - np.e)
        for epsilon in (1e-1, 1e-2, 1e-3, 1e-12)
    }
    assert errors[1e-1] / errors[1e-2] == pytest.approx(100, rel=0.01)
    assert errors[1e-2] / errors[1e-3] == pytest.approx(100, rel=0.01)
    assert errors[1e-12] > errors[1e-3]


def test_numerical_gradient_leaves_theta_alone():
    theta = np.arange(6, dtype=np.float32).reshape(2, 3)
    gradient = nn.numerical_gradient(lambda v: (v**2).sum(), theta)
    assert gradient.shape == (2, 3) and gradient == pytest.approx(2 * theta, abs=1e-8)
    assert np.array_equal(theta, np.arange(6).reshape(2, 3))
    assert nn.numerical_gradient(lambda v: (v**2).sum(), theta, indices=[5]) == pytest.approx([10])
    with pytest.raises(LabkitError, match="epsilon must be above 0"):
        nn.numerical_gradient(np.sum, theta, 0)


def test_nothing_to_check_is_said():
    net = nn.Sequential([nn.Sigmoid()])
    with pytest.raises(LabkitError, match="no parameter to check"):
        nn.gradient_check(net, np.ones((2, 3)), np.ones((2, 3)))
