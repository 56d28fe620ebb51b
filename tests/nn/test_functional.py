"""The equations: golden values, far ends, and derivatives against central differences."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from scipy import special

from labkit import nn
from labkit.errors import LabkitError
from labkit.nn import functional as F

reals = st.floats(-30, 30)
any_arrays = arrays(np.float64, array_shapes(max_dims=3, max_side=4), elements=reals)
slopes = st.floats(0.1, 10)

SLOPED = [
    (F.sigmoid, F.sigmoid_derivative, F.sigmoid_derivative_from_output),
    (F.tanh, F.tanh_derivative, F.tanh_derivative_from_output),
]


@given(any_arrays, slopes)
def test_sigmoid_is_the_textbook_formula(x, k):
    with np.errstate(over="ignore"):
        assert F.sigmoid(x, k) == pytest.approx(1 / (1 + np.exp(-k * x)), abs=1e-15)


@given(any_arrays, slopes)
def test_tanh_is_a_stretched_sigmoid(x, k):
    assert F.tanh(x, k) == pytest.approx(2 * F.sigmoid(x, 2 * k) - 1, abs=1e-15)


@pytest.mark.parametrize("function, derivative, from_output", SLOPED)
@given(x=any_arrays, k=slopes)
def test_derivatives_agree_with_central_differences(function, derivative, from_output, x, k):
    step = 1e-5
    numerical = (function(x + step, k) - function(x - step, k)) / (2 * step)
    assert derivative(x, k) == pytest.approx(numerical, abs=1e-6)
    assert from_output(function(x, k), k) == pytest.approx(derivative(x, k), abs=1e-15)


@pytest.mark.parametrize("function, derivative, from_output", SLOPED)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_far_ends_neither_overflow_nor_warn(function, derivative, from_output, dtype):
    x = np.array([-1e30, -1000, -90, 0, 90, 1000, 1e30], dtype)
    with np.errstate(all="raise"):
        y, slope = function(x, 5.0), derivative(x, 5.0)
    assert y.dtype == slope.dtype == dtype
    assert y[-1] == 1 and y[0] in (0, -1) and slope[0] == slope[-1] == 0 and slope[3] > 1


@pytest.mark.parametrize("function, derivative, from_output", SLOPED)
def test_scalars_integers_and_out(function, derivative, from_output):
    assert function(0.5) == pytest.approx(function(np.array([0.5]))[0])
    assert function(np.array([-1, 0, 1])).dtype == np.float64
    x = np.linspace(-3, 3, 7)
    expected = function(x, 2.0)
    out = np.empty_like(x)
    assert function(x, 2.0, out) is out and np.array_equal(out, expected)
    assert np.array_equal(x, np.linspace(-3, 3, 7)), "the argument was changed"
    assert function(x, 2.0, x) is x and np.array_equal(x, expected)


@pytest.mark.parametrize("function, derivative, from_output", SLOPED)
def test_a_slope_from_a_float64_grid_keeps_float32(function, derivative, from_output):
    x, k = np.ones(3, np.float32), np.array([0.5, 2.0])[1]
    assert function(x, k).dtype == derivative(x, k).dtype == from_output(x, k).dtype == np.float32


@given(arrays(np.float64, (3, 4), elements=reals), st.floats(-1e6, 1e6))
def test_softmax_is_a_distribution_and_ignores_a_shift(z, shift):
    y = F.softmax(z)
    assert y.sum(axis=-1) == pytest.approx(1) and (y >= 0).all()
    assert F.softmax(z + shift) == pytest.approx(y, abs=1e-8)
    assert F.log_sum_exp(z) == pytest.approx(np.log(np.exp(z).sum(axis=-1)), abs=1e-12)


def test_softmax_golden_values_and_huge_scores():
    assert F.softmax(np.array([1.0, 2.0, 3.0])) == pytest.approx([0.09003057, 0.24472847, 0.66524096])
    with np.errstate(over="raise", invalid="raise"):
        assert F.softmax(np.array([[1e4, 0.0, -1e4]]))[0] == pytest.approx([1, 0, 0])
        assert F.log_sum_exp(np.array([1e4, 1e4])) == pytest.approx(1e4 + np.log(2))


@given(arrays(np.float64, (3, 4), elements=reals))
def test_softmax_and_its_logarithm_agree_with_scipy(z):
    assert F.softmax(z) == pytest.approx(special.softmax(z, axis=-1), rel=1e-12)
    assert F.log_softmax(z) == pytest.approx(special.log_softmax(z, axis=-1), rel=1e-12, abs=1e-14)
    assert F.log_sum_exp(z) == pytest.approx(special.logsumexp(z, axis=-1), rel=1e-12, abs=1e-14)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_log_softmax_far_out(dtype):
    z = np.array([[1e4, 0.0, -1e4], [1e4, 1e4 - 1, 1e4 - 2]], dtype)
    keep = z.copy()
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        y = F.log_softmax(z)
    assert y.dtype == dtype and y[0].tolist() == [0, -1e4, -2e4] and np.array_equal(z, keep)
    assert y[1] == pytest.approx(np.log(F.softmax(np.array([2.0, 1.0, 0.0]))), rel=1e-6), "digits lost beside 1e4"
    assert F.log_softmax(np.array([1, 2, 3])) == pytest.approx([-2.40760596, -1.40760596, -0.40760596])


@given(arrays(np.float64, (3, 4), elements=reals), arrays(np.float64, (3, 4), elements=st.floats(0, 1)))
def test_cross_entropies_agree_with_scipy(z, t):
    y = special.softmax(z, axis=-1)
    expected = -special.xlogy(t, y).sum()
    assert F.cross_entropy(y, t) == pytest.approx(expected, rel=1e-9, abs=1e-12)
    assert F.cross_entropy_from_logits(z, t) == pytest.approx(expected, rel=1e-9, abs=1e-9)
    assert -(t * F.log_softmax(z)).sum() == pytest.approx(expected, rel=1e-9, abs=1e-9)
    y = special.expit(z / 2)
    expected = -(special.xlogy(t, y) + special.xlog1py(1 - t, -y)).sum()
    assert F.binary_cross_entropy(y, t) == pytest.approx(expected, rel=1e-9)
    assert F.binary_cross_entropy_from_logits(z / 2, t) == pytest.approx(expected, rel=1e-9)


@given(arrays(np.float64, (3, 4), elements=reals), arrays(np.float64, (3, 4), elements=reals))
def test_softmax_backward(z, upstream):
    numerical = nn.numerical_gradient(lambda z: (F.softmax(z) * upstream).sum(), z)
    assert F.softmax_backward(F.softmax(z), upstream) == pytest.approx(numerical, abs=1e-6)


@given(st.data(), st.integers(1, 5), st.integers(1, 4), st.integers(1, 3))
def test_dense_gradients(data, n, n_inputs, n_outputs):
    def draw(*shape):
        return data.draw(arrays(np.float64, shape, elements=st.floats(-3, 3)))

    x, W, b, upstream = draw(n, n_inputs), draw(n_inputs, n_outputs), draw(n_outputs), draw(n, n_outputs)
    dx, dW, db = F.dense_backward(x, W, upstream)

    def value(x, W, b):
        return (F.dense_forward(x, W, b) * upstream).sum()

    assert dx == pytest.approx(nn.numerical_gradient(lambda v: value(v, W, b), x), abs=1e-7)
    assert dW == pytest.approx(nn.numerical_gradient(lambda v: value(x, v, b), W), abs=1e-7)
    assert db == pytest.approx(nn.numerical_gradient(lambda v: value(x, W, v), b), abs=1e-7)


def test_gradient_step_changes_nothing_it_was_given():
    theta, gradient = np.array([1.0, 2.0]), np.array([10.0, -10.0])
    assert F.gradient_step(theta, gradient, 0.1) == pytest.approx([0, 3])
    assert theta.tolist() == [1, 2] and gradient.tolist() == [10, -10]


LOSSES = [
    *(F.squared_error, F.squared_error_gradient, F.cross_entropy, F.cross_entropy_gradient),
    *(F.cross_entropy_from_logits, F.binary_cross_entropy, F.binary_cross_entropy_gradient),
    *(F.binary_cross_entropy_from_logits, F.absolute_error, F.absolute_error_gradient),
]


@pytest.mark.parametrize("loss", LOSSES, ids=lambda loss: loss.__name__)
def test_losses_take_whole_numbers_and_refuse_an_unknown_reduction(loss):
    y, t = np.array([[1, 0], [1, 0]]), np.array([[1, 0], [1, 0]])
    assert loss(y, t, "mean") == pytest.approx(loss(y.astype(float), t.astype(float), "mean"))
    with pytest.raises(LabkitError, match="'sum' .over the samples. or 'mean', not 'average'"):
        loss(y, t, "average")


def test_tanh_as_a_quotient_overflows_where_its_page_says():
    with np.errstate(over="ignore", invalid="ignore"):
        quotient = [(np.exp(v) - np.exp(-v)) / (np.exp(v) + np.exp(-v)) for v in (709.0, 710.0)]
    assert quotient[0] == 1 and np.isnan(quotient[1])
    assert F.tanh(np.array([710.0])) == 1


def test_dead_units():
    slope = np.array([[0.0, 1.0, 0.0, 1e-30], [0.0, 1.0, 0.0, 0.0], [0.0, 1.0, 0.01, 0.0]])
    assert F.dead_units(slope).tolist() == [True, False, False, False]
    assert F.dead_units(slope[:1]).tolist() == [True, False, True, False]
    assert F.dead_units(slope).dtype == bool and F.dead_units(slope.astype(int) > 0).tolist() == [
        True,
        False,
        True,
        True,
    ]


@given(weight_std=st.floats(0.01, 2), mean=st.floats(-2, 2), seed=st.integers(0, 1000))
def test_preactivation_rms_is_what_is_measured(weight_std, mean, seed):
    rng = np.random.default_rng(seed)
    x, W = rng.normal(mean, 1, (200, 300)), rng.normal(0, weight_std, (300, 400))
    measured = np.sqrt(np.mean((x @ W) ** 2))
    assert measured == pytest.approx(F.preactivation_rms(weight_std, np.sqrt(np.mean(x**2)), 300), rel=0.25)
    assert F.preactivation_rms(0.5, 2.0, 100) == 10
