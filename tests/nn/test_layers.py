"""Layers: gradients against central differences with random upstream gradients, shapes, readable errors."""

import copy

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from labkit import nn
from labkit.errors import LabkitError


def square(x, scale=1.0):
    return scale * x**2


def square_derivative(x, scale=1.0):
    return 2 * scale * x


MAKERS = {
    "sigmoid": lambda k: nn.Sigmoid(k),
    "tanh": lambda k: nn.Tanh(k),
    "relu": lambda k: nn.ReLU(),
    "leaky relu": lambda k: nn.LeakyReLU(k / 4),
    "relu6": lambda k: nn.ReLU6(),
    "elu": lambda k: nn.ELU(k),
    "lecun tanh": lambda k: nn.LeCunTanh(),
    "identity": lambda k: nn.Identity(),
    "softmax": lambda k: nn.Softmax(),
    "dense": lambda k: nn.Dense(4, 3),
    "dense without bias": lambda k: nn.Dense(4, 3, bias=False),
    "plain function": lambda k: nn.Activation(square, square_derivative, scale=k),
    "plain function that returns its argument": lambda k: nn.Activation(lambda x: x, np.ones_like),
    "plain function from output": lambda k: nn.Activation(
        nn.functional.sigmoid, nn.functional.sigmoid_derivative_from_output, from_output=True, k=k
    ),
}


@pytest.mark.parametrize("name", MAKERS)
@given(k=st.floats(0.2, 3), n=st.integers(1, 6), seed=st.integers(0, 10_000))
def test_gradients(name, k, n, seed):
    """dE/dx and dE/dtheta for E = sum(upstream * y)."""
    net = nn.Sequential([MAKERS[name](k)], seed=seed, dtype=np.float64)
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, 4))
    x[np.abs(x) < 1e-3] = 0.5  # away from the kinks
    y = net(x)
    upstream = rng.normal(size=y.shape)
    keep_x, keep_upstream = x.copy(), upstream.copy()
    dx = net.backward(upstream)
    assert y.shape == (n, 3 if "dense" in name else 4) and dx.shape == x.shape
    assert np.array_equal(x, keep_x) and np.array_equal(upstream, keep_upstream), "an argument was changed"

    assert dx == pytest.approx(nn.numerical_gradient(lambda x: (net(x) * upstream).sum(), x), abs=1e-7)

    def value(theta):
        net.parameters = theta
        return (net.predict(x) * upstream).sum()

    gradients = net.gradients.copy()
    assert gradients == pytest.approx(nn.numerical_gradient(value, net.parameters.copy()), abs=1e-7)


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dtype_and_repeatability(name, dtype):
    net = nn.Sequential([MAKERS[name](0.7)], seed=0, dtype=dtype)
    x = np.random.default_rng(0).normal(size=(5, 4))
    y = net(x)
    assert y.dtype == dtype and net.backward(np.ones_like(y)).dtype == dtype
    assert np.array_equal(net.predict(x), y) and np.array_equal(net.layers[0].output, y)
    net(x[::-1])
    assert y is not net.layers[0].output, "a second forward pass must not write over the first's result"


@pytest.mark.parametrize("name", MAKERS)
def test_empty_batch(name):
    net = nn.Sequential([MAKERS[name](1.0)])
    if name != "softmax":
        assert len(net(np.empty((0, 4)))) == 0


def test_blocks_do_not_change_the_result():
    """An activation works block by block; every row must still get its due."""
    x = np.random.default_rng(0).normal(size=(3001, 77)).astype(np.float32)
    layer = nn.Sigmoid(1.5)
    y = layer.forward(x)
    assert np.array_equal(y, nn.functional.sigmoid(x, 1.5))
    upstream = np.random.default_rng(1).normal(size=x.shape).astype(np.float32)
    expected = upstream * nn.functional.sigmoid_derivative(x, 1.5)
    np.testing.assert_allclose(layer.backward(upstream), expected, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("layer", [nn.Sigmoid(10), nn.Tanh(10), nn.ELU(), nn.LeCunTanh(), nn.Softmax()])
def test_no_subnormal_numbers(layer):
    """Products of subnormal float32 are up to 150 times slower: saturated units must reach 0 and 1 outright."""
    x = np.random.default_rng(0).normal(scale=60, size=(200, 50)).astype(np.float32)
    y = layer.forward(x)
    slope = layer.backward(np.full_like(y, 1e-3))
    for numbers in (y, slope):
        assert not ((numbers != 0) & (np.abs(numbers) < np.finfo(np.float32).tiny)).any()


def test_a_layer_copied_is_a_layer_without_a_network():
    layer = nn.Dense(2, 3)
    nn.Sequential([layer])
    twin = copy.deepcopy(layer)
    assert twin.network is None and twin.init is not None
    with pytest.raises(LabkitError, match="no weights yet"):
        twin.W  # noqa: B018
    nn.Sequential([twin])


@pytest.mark.parametrize(
    "shape, advice",
    [
        (
            (32, 28, 28),
            r"\(samples, 784\) and was given \(32, 28, 28\): flatten every sample first, x.reshape\(len\(x\), 784\)",
        ),
        ((784,), r"single sample, pass x.reshape\(1, 784\)"),
        ((784, 32), r"transpose it, x.T"),
        ((32, 100), r"was given \(32, 100\)\.$"),
    ],
)
def test_dense_says_what_it_expects(shape, advice):
    net = nn.Sequential([nn.Dense(784, 10)])
    for use in (net.forward, net.predict):
        with pytest.raises(LabkitError, match=advice):
            use(np.zeros(shape))


@pytest.mark.parametrize("sizes", [(0, 3), (2, -1), (2.5, 3), ("2", 3), (True, 3)])
def test_dense_sizes(sizes):
    with pytest.raises(LabkitError, match="whole number of at least 1"):
        nn.Dense(*sizes)


def test_bad_slopes_and_functions():
    for bad in (np.nan, np.inf, "steep", None):
        with pytest.raises(LabkitError, match="slope k"):
            nn.Sigmoid(bad)
    with pytest.raises(LabkitError, match="must be a function"):
        nn.Activation(np.tanh, 1.0)
    x = np.ones((2, 3))
    for function, message in [
        (lambda x: None, "returned None"),
        (lambda x: x.sum(axis=1), r"shape \(2,\)"),
    ]:
        with pytest.raises(LabkitError, match=message):
            nn.Sequential([nn.Activation(function, function)])(x)
    net = nn.Sequential([nn.Activation(np.tanh, lambda x: None)])
    net(x)
    with pytest.raises(LabkitError, match="returned None"):
        net.backward(x)


def test_a_layer_of_ones_own_is_called_by_its_name():
    class Square(nn.Layer):
        def apply(self, x, out=None):
            return np.square(x, out=out)

        def backward(self, upstream, out=None):
            return 2 * self.input * upstream

    net = nn.Sequential([nn.Dense(3, 3), Square(), nn.Softmax(), nn.Identity()], dtype=np.float64)
    assert repr(net) == "Sequential([Dense(3, 3), Square(), Softmax(), Identity()])"
    assert nn.gradient_check(net, np.linspace(-1, 1, 6).reshape(2, 3), np.eye(3)[:2]).max_relative_error < 1e-6


@pytest.mark.parametrize("name", [name for name in MAKERS if "dense" not in name])
def test_slope_is_the_diagonal_of_the_derivative(name):
    layer, x, step = MAKERS[name](0.7), np.random.default_rng(3).normal(size=(5, 4)), 1e-6
    layer.forward(x)
    found = layer.slope()
    for column in range(4):
        move = np.zeros(4)
        move[column] = step
        numerical = (layer.apply(x + move) - layer.apply(x - move))[:, column] / (2 * step)
        assert found[:, column] == pytest.approx(numerical, abs=1e-8)
