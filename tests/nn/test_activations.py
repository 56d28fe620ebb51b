"""ReLU, its relatives and LeCun's tanh: known values, kinks, far ends, and training in place."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from scipy import special

from labkit import nn
from labkit.errors import LabkitError
from labkit.nn import functional as F
from tests.nn.test_training import blobs, by_hand, train

any_arrays = arrays(np.float64, array_shapes(max_dims=3, max_side=4), elements=st.floats(-30, 30))
leaks, alphas = st.floats(0.001, 0.999), st.floats(0.05, 5)

#: Layer; function; derivative from the input; the same from the output; where its kinks are.
ALL = {
    "ReLU": (nn.ReLU(), F.relu, F.relu_derivative, F.relu_derivative_from_output, [0]),
    "LeakyReLU": (
        nn.LeakyReLU(0.2),
        lambda x, out=None: F.leaky_relu(x, 0.2, out),
        lambda x: F.leaky_relu_derivative(x, 0.2),
        lambda y: F.leaky_relu_derivative(y, 0.2),
        [0],
    ),
    "ReLU6": (nn.ReLU6(), F.relu6, F.relu6_derivative, F.relu6_derivative_from_output, [0, 6]),
    "ELU": (
        nn.ELU(0.7),
        lambda x, out=None: F.elu(x, 0.7, out),
        lambda x: F.elu_derivative(x, 0.7),
        lambda y: F.elu_derivative_from_output(y, 0.7),
        [0],
    ),
    "LeCunTanh": (
        nn.LeCunTanh(),
        F.lecun_tanh,
        F.lecun_tanh_derivative,
        F.lecun_tanh_derivative_from_output,
        [],
    ),
}
every_activation = pytest.mark.parametrize("layer, function, derivative, from_output, kinks", ALL.values(), ids=ALL)


# -- known values -------------------------------------------------------------------------------------------------


def test_known_values():
    x = np.array([-2.0, -0.5, 0.0, 0.5, 3.0, 6.0, 8.0])
    assert F.relu(x).tolist() == [0, 0, 0, 0.5, 3, 6, 8]
    assert F.leaky_relu(x) == pytest.approx([-0.02, -0.005, 0, 0.5, 3, 6, 8])
    assert F.relu6(x).tolist() == [0, 0, 0, 0.5, 3, 6, 6]
    assert F.elu(x) == pytest.approx([1 / np.e**2 - 1, 1 / np.e**0.5 - 1, 0, 0.5, 3, 6, 8])
    assert F.elu(np.array([-1.0]))[0] == pytest.approx(-0.6321205588285577, rel=1e-15)
    assert F.elu(x, 2.0) == pytest.approx([2 / np.e**2 - 2, 2 / np.e**0.5 - 2, 0, 0.5, 3, 6, 8])


def test_lecun_1998():
    """Efficient BackProp, section 4.4: f(1) = 1, f(-1) = -1, and the second derivative is largest near x = 1."""
    assert F.lecun_tanh(np.array([-1.0, 0.0, 1.0])) == pytest.approx([-1, 0, 1], abs=1e-5)
    x = np.linspace(0, 3, 3001)
    bend = np.abs(np.gradient(F.lecun_tanh_derivative(x), x))
    assert x[bend.argmax()] == pytest.approx(1, abs=0.02)
    assert F.lecun_tanh(1e9) == pytest.approx(1.7159)


def test_variances_that_the_page_of_lecun_tanh_states():
    points, weights = np.polynomial.hermite_e.hermegauss(80)  # integrates over N(0, 1)
    variances = [weights @ np.square(f(points)) / weights.sum() for f in (F.lecun_tanh, F.tanh)]
    assert variances == pytest.approx([0.75, 0.39], abs=0.005)


@pytest.mark.parametrize("alpha", [0.3, 1.0])
def test_elu_keeps_all_digits_near_zero(alpha):
    """e^x - 1 as written would lose them: 1 + 1e-12 has room for four digits of the 1e-12."""
    x = np.array([-1e-12, -1e-6, -1e-3])
    assert F.elu(x, alpha) == pytest.approx(alpha * special.expm1(x), rel=1e-15, abs=0)


# -- the kinks ----------------------------------------------------------------------------------------------------


def test_conventions_at_the_kinks():
    at = np.array([0.0, 6.0])
    assert F.relu_derivative(at).tolist() == F.relu_derivative_from_output(at).tolist() == [0, 1]
    assert F.relu6_derivative(at).tolist() == F.relu6_derivative_from_output(at).tolist() == [0, 0]
    assert F.leaky_relu_derivative(at, 0.1).tolist() == [0.1, 1]
    assert F.elu_derivative(at, 0.7).tolist() == [0.7, 1]
    assert F.elu_derivative(-at[:1]).tolist() == [1], "smooth for alpha = 1"
    beside = np.array([np.nextafter(0, -1), np.nextafter(0, 1), np.nextafter(6, 0), np.nextafter(6, 7)])
    assert F.relu_derivative(beside).tolist() == [0, 1, 1, 1]
    assert F.relu6_derivative(beside).tolist() == [0, 1, 1, 0]


@every_activation
def test_what_is_nan_stays_nan(layer, function, derivative, from_output, kinks):
    y = function(np.array([-1, np.nan, 1]))
    assert np.isnan(y).tolist() == [False, True, False]


# -- properties ---------------------------------------------------------------------------------------------------


@given(any_arrays, leaks, alphas)
def test_relatives(x, leak, alpha):
    assert np.array_equal(F.relu(x) - F.relu(-x), x)
    assert np.array_equal(F.relu(x) + F.relu(-x), np.abs(x))
    assert np.array_equal(F.relu(F.relu(x)), F.relu(x))
    assert F.relu6(x) == pytest.approx(F.relu(x) - F.relu(x - 6))
    assert np.array_equal(F.leaky_relu(x, 0), F.relu(x))
    assert np.array_equal(F.leaky_relu(x, leak), np.where(x > 0, x, leak * x))
    assert (F.elu(x, alpha) >= -alpha).all()
    assert F.elu(x, alpha) == pytest.approx(np.where(x > 0, x, alpha * (np.exp(np.minimum(x, 0)) - 1)), abs=1e-14)
    assert F.lecun_tanh(x) == pytest.approx(-F.lecun_tanh(-x), abs=1e-15)
    assert F.lecun_tanh(x) == pytest.approx(1.7159 * np.tanh(2 * x / 3))


@every_activation
@given(x=any_arrays)
def test_derivatives_agree_with_central_differences(layer, function, derivative, from_output, kinks, x):
    for kink in kinks:
        x = np.where(np.abs(x - kink) < 1e-3, 2.5, x)
    step = 1e-5
    numerical = (function(x + step) - function(x - step)) / (2 * step)
    assert derivative(x) == pytest.approx(numerical, abs=1e-6)
    assert from_output(function(x)) == pytest.approx(derivative(x), abs=1e-12)


@given(any_arrays, leaks, alphas)
def test_derivatives_for_any_leak_and_alpha(x, leak, alpha):
    assert np.array_equal(F.leaky_relu_derivative(F.leaky_relu(x, leak), leak), np.where(x > 0, 1, leak))
    expected = np.where(x > 0, 1, alpha * np.exp(np.minimum(x, 0)))
    assert F.elu_derivative(x, alpha) == pytest.approx(expected, abs=1e-14)


# -- arrays -------------------------------------------------------------------------------------------------------


@every_activation
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_far_ends_neither_overflow_nor_turn_subnormal(layer, function, derivative, from_output, kinks, dtype):
    """Products of subnormal numbers are up to 150 times slower, so neither outputs nor derivatives may be any."""
    x = np.concatenate([np.linspace(-1e4, 1e4, 20_001), np.linspace(-120, 20, 14_001)]).astype(dtype)
    with np.errstate(all="raise"):
        y, slope = function(x), derivative(x)
        backward = layer.forward(x[:, None]), layer.backward(np.ones_like(x[:, None]))
    assert np.array_equal(backward[0][:, 0], y) and backward[1][:, 0] == pytest.approx(slope, abs=1e-6)
    for numbers in (y, slope, *backward):
        assert numbers.dtype == dtype and np.isfinite(numbers).all()
        assert not ((numbers != 0) & (np.abs(numbers) < np.finfo(dtype).tiny)).any()
    far_left = {nn.LeakyReLU: 0.2}.get(type(layer), 0)
    assert backward[1][0, 0] == pytest.approx(far_left) and (far_left or backward[1][0, 0] == 0), "0 outright"


@every_activation
def test_scalars_integers_and_out(layer, function, derivative, from_output, kinks):
    assert function(0.5) == function(np.array([0.5]))[0] and derivative(0.5) == derivative(np.array([0.5]))[0]
    whole = np.array([-1, 0, 1, 7])
    for f in (function, derivative):
        assert f(whole).dtype == np.float64 and np.array_equal(f(whole), f(whole.astype(float)))
        assert f(whole.astype(np.float32)).dtype == np.float32
        assert f(np.empty((0, 3))).shape == (0, 3)
    x = np.linspace(-8, 8, 7)
    keep, expected, out = x.copy(), function(x), np.empty_like(x)
    derivative(x)
    from_output(x)
    assert function(x, out=out) is out and np.array_equal(out, expected)
    assert np.array_equal(x, keep), "the argument was changed"
    assert function(x, out=x) is x and np.array_equal(x, expected), "in place"


@every_activation
def test_blocks_do_not_change_the_result(layer, function, derivative, from_output, kinks):
    rng = np.random.default_rng(0)
    x, upstream = rng.normal(scale=4, size=(2, 3001, 77)).astype(np.float32)
    expected = function(x), upstream * derivative(x)
    y = layer.apply(x, x)
    assert y is x and np.array_equal(y, expected[0])
    layer.output = y
    assert layer.backward(upstream, upstream) is upstream
    np.testing.assert_allclose(upstream, expected[1], rtol=1e-5, atol=1e-5)


# -- in a network -------------------------------------------------------------------------------------------------

LOSSES = [
    (nn.Softmax, nn.CrossEntropy("mean")),
    (nn.Sigmoid, nn.BinaryCrossEntropy("sum")),
    (nn.Identity, nn.AbsoluteError("sum")),
    (nn.Sigmoid, nn.SquaredError("mean")),
]


def network(layer, last, seed=0, dtype=np.float64):
    """Two hidden layers, with weights so large that a ReLU6 meets its lid."""
    wide, small = nn.Uniform(-2, 2), nn.Uniform(-0.2, 0.2)
    activations = [type(layer)(**vars_of(layer)) for _ in range(2)]
    layers = [nn.Dense(8, 7, wide), activations[0], nn.Dense(7, 5, wide), activations[1], nn.Dense(5, 3, small), last()]
    return nn.Sequential(layers, seed=seed, dtype=dtype)


def vars_of(layer):
    return {name: value for name, value in vars(layer).items() if name in ("leak", "alpha")}


@every_activation
@given(seed=st.integers(0, 10_000), pair=st.integers(0, len(LOSSES) - 1))
def test_gradients_of_whole_networks(layer, function, derivative, from_output, kinks, seed, pair):
    last, loss = LOSSES[pair]
    net, (x, t) = network(layer, last, seed), blobs(6, seed)
    hidden = nn.preactivations(net, x)[:-1]
    assume(all(np.abs(v - kink).min() > 2e-3 for v in hidden for kink in kinks))
    assume(not isinstance(loss, nn.AbsoluteError) or np.abs(net(x) - t).min() > 2e-2)
    check = nn.gradient_check(net, x, t, loss, epsilon=1e-5, n_parameters=None)
    assert check.analytic == pytest.approx(check.numerical, rel=1e-5, abs=1e-6)


@every_activation
@pytest.mark.parametrize("last, loss", LOSSES)
def test_training_in_place_is_the_textbook_loop(layer, function, derivative, from_output, kinks, last, loss):
    x, t = blobs(90)
    net, other = network(layer, last), network(layer, last)
    for _ in range(4):
        by_hand(other, x, t, loss, 1e-3)
    train(net, x, t, loss=loss, optimizer=nn.SGD(1e-3), epochs=4)
    assert net.parameters == pytest.approx(other.parameters, rel=1e-9, abs=1e-12)


@every_activation
def test_as_plain_functions(layer, function, derivative, from_output, kinks):
    """A student's function and derivative, of input or output, train as the layer does."""
    x, t = blobs(60)
    results = []
    for make in (
        lambda: type(layer)(**vars_of(layer)),
        lambda: nn.Activation(function, derivative),
        lambda: nn.Activation(function, from_output, from_output=True),
    ):
        net = nn.Sequential([nn.Dense(8, 7), make(), nn.Dense(7, 3), nn.Sigmoid()], seed=3, dtype=np.float64)
        train(net, x, t, epochs=5)
        results.append(net.parameters.copy())
    assert results[1] == pytest.approx(results[0], rel=1e-9) and results[2] == pytest.approx(results[0], rel=1e-9)


def test_their_names():
    layers = [nn.ReLU(), nn.LeakyReLU(), nn.LeakyReLU(0), nn.ReLU6(), nn.ELU(), nn.ELU(0.5), nn.LeCunTanh()]
    assert [repr(layer) for layer in layers] == [
        *("ReLU()", "LeakyReLU(leak=0.01)", "LeakyReLU(leak=0)", "ReLU6()", "ELU(alpha=1)", "ELU(alpha=0.5)"),
        "LeCunTanh()",
    ]


@pytest.mark.parametrize("leak", [-0.1, 1, 1.5, np.nan, np.inf, "0.1.", None, [0.1, 0.2]])
def test_bad_leak(leak):
    with pytest.raises(LabkitError, match="LeakyReLU: the leak must be a number of at least 0 and below 1, not"):
        nn.LeakyReLU(leak)


@pytest.mark.parametrize("alpha", [-1, 0, np.nan, np.inf, "one", None, np.ones(2)])
def test_bad_alpha(alpha):
    with pytest.raises(LabkitError, match="ELU: alpha must be a finite number above 0, not"):
        nn.ELU(alpha)
