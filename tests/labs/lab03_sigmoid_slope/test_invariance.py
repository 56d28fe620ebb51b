"""Lab 03's proof, tested on networks: slope k is slope 1 with weights k times and a rate k^2 times as large."""

import numpy as np
import pytest

from labkit import nn
from labkit.exercises.lab03_sigmoid_slope.rescale import rescale

SIZES = (7, 6, 5, 3)
RATE = 0.05


def network(k, dtype):
    layers = []
    for n_inputs, n_outputs in zip(SIZES, SIZES[1:], strict=False):
        layers += [nn.Dense(n_inputs, n_outputs, init=nn.Uniform(-1, 1), bias=False), nn.Sigmoid(k)]
    return nn.Sequential(layers, seed=3, dtype=dtype)


def difference(k, dtype, updates, power=2, unscaled_output=False):
    """Largest |kW - W'|, over |W'|, after some updates of both networks."""
    rng = np.random.default_rng(5)
    x, t = rng.uniform(size=(40, SIZES[0])).astype(dtype), np.eye(SIZES[-1], dtype=dtype)[rng.integers(0, 3, 40)]
    one, other = network(k, dtype), network(1, dtype)
    weights, _ = rescale([layer.W for layer in one.layers[::2]], RATE, k)
    for layer, W in zip(other.layers[::2], weights, strict=True):
        layer.W = W
    for net, rate in ((one, RATE), (other, k**power * RATE)):
        if unscaled_output:
            net.layers[-1].derivative_from_output = np.ones_like
        nn.fit(net, x, t, loss=nn.SquaredError("sum"), optimizer=nn.SGD(rate), epochs=updates, progress=False)
    return np.abs(k * one.parameters - other.parameters).max() / np.abs(other.parameters).max()


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("k", [0.25, 0.5, 2, 4])
def test_powers_of_two_agree_to_the_last_bit(k, dtype):
    assert difference(k, dtype, updates=100) == 0


@pytest.mark.parametrize("k", [0.1, 0.7, 3, 10])
def test_other_slopes_agree_over_a_few_updates(k):
    assert difference(k, np.float64, updates=5) < 1e-12


@pytest.mark.parametrize("power", [0, 1, 3])
def test_no_other_power_of_k_will_do(power):
    assert difference(2, np.float64, updates=5, power=power) > 1e-3


@pytest.mark.parametrize(("power", "same"), [(0, False), (1, True), (2, False)])
def test_without_the_derivative_at_the_output_the_rate_is_k_times(power, same):
    assert bool(difference(2, np.float64, updates=5, power=power, unscaled_output=True) == 0) is same
