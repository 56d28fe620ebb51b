"""What stops a run before numbers overflow: the short ways to look give the same verdict as looking at each number."""

import warnings
from itertools import product

import numpy as np
import pytest

from labkit import nn
from labkit.nn.numerics import all_finite, products_finite
from labkit.nn.training import batch_gradient
from labkit.nn.training.batch_gradient import BatchGradient

HUGE = float(np.finfo(np.float32).max)
NUMBERS = [0.0, 1.0, -3.0, HUGE, -HUGE, 1e-30, 1e30, np.inf, -np.inf, np.nan]


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_of_any_three_numbers(dtype):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for numbers in product(NUMBERS, repeat=3):
            array = np.array(numbers, dtype)
            assert all_finite(array) == np.isfinite(array).all(), numbers


def test_of_arrays_of_any_shape():
    grid = np.arange(24.0).reshape(4, 6)
    assert all_finite(np.zeros((0, 3))) and all_finite(grid) and all_finite(grid[::2, ::3]) and all_finite(grid.T)
    grid[2, 3] = np.nan
    assert not all_finite(grid) and not all_finite(grid[::2, ::3]) and all_finite(grid[::2, ::2])


def test_the_largest_product_tells_of_all():
    for a, b in product(product(NUMBERS, repeat=2), repeat=2):
        a, b = np.array(a, np.float32), np.array(b, np.float32)
        with np.errstate(all="ignore"):
            each = np.isfinite(np.multiply.outer(a, b)).all()
        assert products_finite(a, b) == each, (a, b)


@pytest.mark.filterwarnings("ignore:overflow", "ignore:invalid")
@pytest.mark.parametrize("samples", [1, 2, 129])
@pytest.mark.parametrize("where", ["nowhere", "image", "target", "first layer", "second layer", "product"])
def test_gradients_of_a_network_with_large_layers(where, samples, monkeypatch):
    """129 samples go through in two pieces, and the last holds a single one: it must not speak for the sum."""
    monkeypatch.setattr(batch_gradient, "LARGE", 30)
    rng = np.random.default_rng(0)
    x, t = rng.normal(size=(samples, 1, 4, 4)).astype(np.float32), np.ones((samples, 3), np.float32)
    layers = [nn.Conv2D(1, 2, 2), nn.Identity(), nn.Flatten(), nn.Dense(18, 6), nn.Identity(), nn.Dense(6, 3)]
    net = nn.Sequential(layers, seed=1)
    if where == "image":
        x[0, 0, 1, 2] = np.inf
    elif where == "target":
        t[0, 1] = np.nan
    elif where == "first layer":
        net.layers[3].W[2, 3] = np.nan
    elif where == "second layer":
        net.layers[5].W[2, 1] = HUGE
    elif where == "product":  # inputs and deltas are finite, what they make is not
        net.layers[3].b = 1e25
        t[0] = 1e25
    gradient = BatchGradient(net, nn.SquaredError("sum"))
    assert [len(piece) for piece in gradient._rest] == [10, 6 + 18 + 3] and gradient._large == [net.layers[3]]
    pieces = [(x[rows], t[rows]) for rows in (slice(0, 128), slice(128, None)) if len(x[rows])]
    gradient.compute(pieces, samples)
    assert gradient.finite() == np.isfinite(net.gradients).all() == (where == "nowhere")


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("size", [1, 6, 7, 8, 20, 21])
def test_parameters_that_step_in_blocks_take_the_same_step(size, dtype, monkeypatch):
    monkeypatch.setattr("labkit.nn.optimizers.sgd.STEP_ELEMENTS", 7)
    rng = np.random.default_rng(size)
    theta, gradient = rng.normal(size=(2, size)).astype(dtype)
    expected, kept = nn.functional.gradient_step(theta, gradient, 0.3), gradient.copy()
    optimizer = nn.SGD(0.3)
    optimizer.start(theta)
    optimizer.step(theta, gradient, 0.3)
    assert np.array_equal(theta, expected) and np.array_equal(gradient, kept)


class OfOnesOwn(nn.Dense):
    """A layer of one's own, whose gradient is no longer what goes in times what comes back."""

    def write_gradients(self, upstream):
        super().write_gradients(upstream)
        self.dW[0, 0] = np.nan


@pytest.mark.filterwarnings("ignore:invalid")
def test_layers_of_ones_own_are_looked_at_number_by_number(monkeypatch):
    monkeypatch.setattr(batch_gradient, "LARGE", 10)
    net = nn.Sequential([nn.Dense(4, 5), nn.Tanh(), OfOnesOwn(5, 3)])
    with pytest.warns(nn.TrainingStopped, match="gradients are nan"):
        nn.fit(
            net,
            np.ones((6, 4)),
            np.ones((6, 3)),
            loss=nn.SquaredError("sum"),
            optimizer=nn.SGD(0.1),
            batch_size=1,
            progress=False,
        )


class Inherited(nn.StopOnNaN):
    """Made without a word to the class below."""

    def __init__(self):
        self.asked = 0

    def before_update(self, run):
        self.asked += 1
        super().before_update(run)


def test_a_guard_of_ones_own_looks_at_what_stands_there():
    guard, net = Inherited(), nn.Sequential([nn.Dense(4, 3)])
    data = {"loss": nn.SquaredError("sum"), "optimizer": nn.SGD(0.1), "batch_size": 1, "progress": False}
    nn.fit(net, np.ones((6, 4)), np.ones((6, 3)), callbacks=[guard], **data)
    assert guard.asked == 6

    class Spoils(nn.Callback):
        def before_update(self, run):
            run.net.gradients[5] = np.inf

    with pytest.warns(nn.TrainingStopped):
        history = nn.fit(net, np.ones((6, 4)), np.ones((6, 3)), callbacks=[Spoils(), guard], **data)
    assert history.stopped and np.isfinite(net.parameters).all()
