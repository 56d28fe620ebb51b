"""What lab 05's experiments compare is what they say: the same function with another mean, the same gradients."""

import numpy as np
import pytest

from labkit import nn
from labkit.experiments import report_b, tanh_units


@pytest.fixture
def images():
    return np.random.default_rng(0).uniform(0, 1, (6, 784))


@pytest.mark.parametrize("shift", [0.5, 1.0])
def test_with_biases_a_shifted_network_begins_as_the_same_function(images, shift):
    plain = tanh_units.network(0, bias=True)(images)
    assert np.allclose(tanh_units.network(0, shift=shift, bias=True)(images), plain, atol=1e-5)
    assert not np.allclose(tanh_units.network(0, shift=shift)(images), plain, atol=1e-2)


@pytest.mark.parametrize(
    ("units", "layer"),
    [
        ("tanh", nn.Tanh),
        ("sigmoid", nn.Sigmoid),
        ("sigmoid, k = 4", lambda: nn.Sigmoid(4)),
        ("LeCun's tanh", nn.LeCunTanh),
    ],
)
def test_units_are_those_of_labkit(images, units, layer):
    ours = tanh_units.network(3, *tanh_units.UNITS[units])
    theirs = report_b.network(3, report_b.INITIALIZERS["1/sqrt n"], layer, last=nn.Tanh)
    for net in (ours, theirs):
        net.backward(np.ones_like(net(images)))
    assert np.allclose(ours.gradients, theirs.gradients, rtol=1e-3, atol=1e-4)


@pytest.mark.parametrize("units", tanh_units.UNITS)
def test_gradients_are_right(images, units):
    amplitude, slope, shift = tanh_units.UNITS[units]
    layer = tanh_units.network(0, amplitude, slope, shift).layers[1]
    v, step = np.linspace(-2, 2, 9)[:, None], 1e-6
    layer.forward(v)
    measured = (layer.apply(v + step) - layer.apply(v - step)) / (2 * step)
    assert np.allclose(layer.backward(np.ones_like(v)), measured, atol=1e-6)


def test_the_printed_delta_has_a_stray_output(images):
    from labkit.experiments.lab05_tanh import printed

    layer, v = printed(), np.linspace(-2, 2, 9)[:, None]
    y = layer.forward(v)
    assert np.allclose(layer.backward(np.ones_like(v)), (1 - y**2) * y)
