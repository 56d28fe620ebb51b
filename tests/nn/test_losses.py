"""Losses: golden values, sum against mean, gradients against central differences, logits against probabilities."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from labkit import nn
from labkit.errors import LabkitError
from labkit.nn import functional as F

SHAPE = (4, 3)
outputs = arrays(np.float64, SHAPE, elements=st.floats(-5, 5))
probabilities = arrays(np.float64, SHAPE, elements=st.floats(0.05, 0.95))
reductions = st.sampled_from(["sum", "mean"])


def one_hot(rng_seed=0):
    return np.eye(SHAPE[1])[np.random.default_rng(rng_seed).integers(0, SHAPE[1], SHAPE[0])]


@given(outputs, outputs, reductions, st.booleans())
def test_squared_error_gradient(y, t, reduction, half):
    loss = nn.SquaredError(reduction, half=half)
    numerical = nn.numerical_gradient(lambda y: loss.value(y, t), y)
    assert loss.gradient(y, t) == pytest.approx(numerical, abs=1e-6)


@given(outputs, outputs, reductions)
def test_absolute_error_gradient(y, t, reduction):
    y = np.where(np.abs(y - t) < 1e-3, t + 0.5, y)  # away from the kink
    loss = nn.AbsoluteError(reduction)
    numerical = nn.numerical_gradient(lambda y: loss.value(y, t), y)
    assert loss.gradient(y, t) == pytest.approx(numerical, abs=1e-6)
    assert loss.value(y, t) == pytest.approx(np.linalg.norm((y - t).ravel(), 1) / (4 if reduction == "mean" else 1))
    assert not loss.gradient(t, t).any(), "0 at the kink"


@given(probabilities, probabilities, reductions)
@pytest.mark.parametrize("kind", [nn.CrossEntropy, nn.BinaryCrossEntropy])
def test_cross_entropy_gradient(kind, y, t, reduction):
    loss = kind(reduction)
    numerical = nn.numerical_gradient(lambda y: loss.value(y, t), y)
    assert loss.gradient(y, t) == pytest.approx(numerical, rel=1e-4, abs=1e-5)


@pytest.mark.parametrize(
    "loss", [kind("mean") for kind in (nn.SquaredError, nn.AbsoluteError, nn.CrossEntropy, nn.BinaryCrossEntropy)]
)
def test_gradient_goes_where_it_is_asked_to(loss):
    y, t, out = np.random.default_rng(0).random(SHAPE), one_hot(), np.full(SHAPE, np.nan)
    assert loss.gradient(y, t, out) is out
    assert np.array_equal(out, loss.gradient(y, t))


@given(outputs, reductions, st.floats(0.2, 5), st.integers(0, 99))
@pytest.mark.parametrize("kind", [nn.CrossEntropy, nn.BinaryCrossEntropy])
def test_joint_with_the_last_layer(kind, z, reduction, k, seed):
    """From logits: the same value, and the gradient of activation and loss together."""
    loss = kind(reduction)
    last = nn.Softmax() if kind is nn.CrossEntropy else nn.Sigmoid(k)
    t, y = one_hot(seed), last.forward(z)
    assert loss.joins(last)
    value = loss.joint_value(last, z, t)
    assert value == pytest.approx(loss.value(y, t), rel=1e-6, abs=1e-4)
    joint = loss.joint_gradient(last, y, t)
    assert joint == pytest.approx(nn.numerical_gradient(lambda z: loss.joint_value(last, z, t), z), abs=1e-5)
    assert joint == pytest.approx(last.backward(loss.gradient(y, t)), abs=1e-6)


@given(outputs, outputs)
def test_sum_is_mean_times_samples_and_half_is_half(y, t):
    total, mean = nn.SquaredError("sum"), nn.SquaredError("mean")
    assert total.value(y, t) == pytest.approx(SHAPE[0] * mean.value(y, t))
    assert total.gradient(y, t) == pytest.approx(SHAPE[0] * mean.gradient(y, t))
    assert nn.SquaredError("sum", half=False).value(y, t) == pytest.approx(2 * total.value(y, t))


def test_golden_values():
    y, t = np.array([[0.2, 0.8], [0.5, 0.5]]), np.array([[0.0, 1.0], [1.0, 0.0]])
    assert nn.SquaredError("sum").value(y, t) == pytest.approx(0.5 * (0.04 + 0.04 + 0.25 + 0.25))
    assert nn.AbsoluteError("sum").value(y, t) == pytest.approx(0.2 + 0.2 + 0.5 + 0.5)
    assert nn.AbsoluteError("mean").gradient(y, t).tolist() == [[0.5, -0.5], [-0.5, 0.5]]
    assert nn.CrossEntropy("sum").value(y, t) == pytest.approx(-np.log(0.8) - np.log(0.5))
    assert nn.CrossEntropy("mean").value(y, t) == pytest.approx(0.458145365937)
    assert nn.BinaryCrossEntropy("sum").value(y, t) == pytest.approx(-2 * np.log(0.8) - 2 * np.log(0.5))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_certain_and_wrong_is_finite_from_logits(dtype):
    z, t = np.array([[1000, -1000]], dtype), np.array([[0, 1]], dtype)
    with np.errstate(all="raise", under="ignore"):
        assert nn.CrossEntropy().joint_value(nn.Softmax(), z, t) == pytest.approx(2000)
        assert nn.BinaryCrossEntropy().joint_value(nn.Sigmoid(), z, t) == pytest.approx(2000)
    assert F.cross_entropy(F.softmax(z), t) == np.inf, "from rounded probabilities it cannot be"
    assert F.cross_entropy(np.array([[0.0, 1.0]]), t) == 0, "0 log 0 counts as 0"


def test_gradient_leaves_its_arguments_alone():
    y, t = np.full(SHAPE, 0.5), one_hot()
    for loss in (nn.SquaredError(), nn.AbsoluteError(), nn.CrossEntropy(), nn.BinaryCrossEntropy()):
        loss.gradient(y, t)
        assert (y == 0.5).all() and np.array_equal(t, one_hot())


def test_bad_input():
    with pytest.raises(LabkitError, match="reduction must be 'sum'"):
        nn.SquaredError("average")
    with pytest.raises(LabkitError, match="AbsoluteError: reduction must be 'sum'"):
        nn.AbsoluteError("max")
    with pytest.raises(LabkitError, match="reduction must be 'sum'"):
        nn.CrossEntropy(None)
    with pytest.raises(LabkitError, match="must be a function"):
        nn.Loss(3, lambda y, t: y)
    y, t = np.zeros(SHAPE), np.ones(SHAPE)
    with pytest.raises(LabkitError, match="one number"):
        nn.Loss(lambda y, t: (y - t) ** 2, lambda y, t: y - t).value(y, t)
    with pytest.raises(LabkitError, match="None"):
        nn.Loss(lambda y, t: None, lambda y, t: y - t).value(y, t)
    with pytest.raises(LabkitError, match=r"\(4, 3\), and was of shape \(4,\)"):
        nn.Loss(lambda y, t: 0.0, lambda y, t: (y - t).sum(axis=1)).gradient(y, t)
    for loss in (nn.SquaredError(), nn.AbsoluteError(), nn.CrossEntropy(), nn.BinaryCrossEntropy()):
        for measure in (loss.value, loss.gradient):
            with pytest.raises(LabkitError, match=r"\(4, 3\) and targets \(4,\); they must agree: make .* one-hot"):
                measure(y, np.zeros(4))
            with pytest.raises(LabkitError, match=r"t.reshape\(-1, 1\)"):
                measure(np.zeros((4, 1)), np.zeros(4))
    with pytest.raises(LabkitError, match="BinaryCrossEntropy"):
        net = nn.Sequential([nn.Dense(3, 3), nn.Sigmoid()])
        nn.fit(net, y, t, loss=nn.CrossEntropy(), optimizer=nn.SGD(0.1), progress=False)


@pytest.mark.parametrize("kind", [nn.AbsoluteError, nn.SquaredError, nn.CrossEntropy, nn.BinaryCrossEntropy])
def test_no_samples_have_no_mean(kind):
    empty = np.empty((0, 3))
    assert kind("sum").value(empty, empty) == 0
    for method in (kind("mean").value, kind("mean").gradient):
        with pytest.raises(LabkitError, match="no samples to take a mean over"):
            method(empty, empty)
