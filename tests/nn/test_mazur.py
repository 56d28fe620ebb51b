"""The worked example of a 2-2-2 network that half the world learned backpropagation from.

Matt Mazur, "A step by step backpropagation example" (2015). Both units of a layer share a
bias, which is not updated.
"""

import numpy as np
import pytest

from labkit import nn

X, T = np.array([[0.05, 0.10]]), np.array([[0.01, 0.99]])
RATE = 0.5


def mazur_network(dtype=np.float64):
    net = nn.Sequential([nn.Dense(2, 2), nn.Sigmoid(), nn.Dense(2, 2), nn.Sigmoid()], dtype=dtype)
    hidden, output = net.dense
    hidden.W = np.array([[0.15, 0.25], [0.20, 0.30]])  # w1 and w3 leave the first input
    hidden.b = np.array([0.35, 0.35])
    output.W = np.array([[0.40, 0.50], [0.45, 0.55]])
    output.b = np.array([0.60, 0.60])
    return net


def without_biases(net):
    """A plain update rule that leaves the biases alone."""
    biases = np.concatenate([np.r_[np.zeros(layer.W.size), np.ones(layer.b.size)] for layer in net.dense])
    return lambda theta, gradient, rate: theta - rate * gradient * (1 - biases)


def test_forward_values():
    net = mazur_network()
    y = net(X)
    assert net.layers[0].output[0, 0] == pytest.approx(0.3775, abs=1e-12)
    assert net.layers[1].output[0] == pytest.approx([0.593269992, 0.596884378], abs=5e-10)
    assert y[0] == pytest.approx([0.75136507, 0.772928465], abs=5e-9)
    assert nn.SquaredError("sum").value(y, T) == pytest.approx(0.298371109, abs=5e-10)


def test_deltas():
    net, loss = mazur_network(), nn.SquaredError("sum")
    y = net(X)
    upstream = loss.gradient(y, T)
    assert upstream[0] == pytest.approx([0.74136507, -0.217071535], abs=5e-9)
    output_delta = net.layers[3].backward(upstream)
    assert output_delta[0] == pytest.approx([0.138498562, -0.03809824], abs=5e-9)
    at_hidden = net.layers[2].backward(output_delta)
    assert at_hidden[0, 0] == pytest.approx(0.036350306, abs=5e-9)
    hidden_delta = net.layers[1].backward(at_hidden)
    assert hidden_delta[0, 0] == pytest.approx(0.036350306 * 0.241300709, abs=5e-9)
    net.layers[0].backward(hidden_delta)
    assert net.dense[1].dW[0, 0] == pytest.approx(0.082167041, abs=5e-10)
    assert net.dense[0].dW[0, 0] == pytest.approx(0.000438568, abs=5e-10)


@pytest.mark.parametrize("dtype, tolerance", [(np.float64, 5e-9), (np.float32, 1e-7)])
def test_one_update(dtype, tolerance):
    net = mazur_network(dtype)
    optimizer = nn.SGD(RATE, rule=without_biases(net))
    history = nn.fit(net, X, T, loss=nn.SquaredError("sum"), optimizer=optimizer, epochs=2, progress=False)
    assert history.loss == pytest.approx([0.298371109, 0.291027774], abs=max(tolerance, 5e-10))
    net = mazur_network(dtype)
    nn.fit(net, X, T, loss=nn.SquaredError("sum"), optimizer=optimizer, epochs=1, progress=False)
    hidden, output = net.dense
    assert output.W.T.ravel() == pytest.approx([0.35891648, 0.408666186, 0.511301270, 0.561370121], abs=tolerance)
    assert hidden.W.T.ravel() == pytest.approx([0.149780716, 0.19956143, 0.24975114, 0.29950229], abs=tolerance)
    assert hidden.b == pytest.approx([0.35, 0.35], abs=tolerance)


def test_ten_thousand_updates_reach_the_published_error():
    """After 10,000 updates the published error is 0.0000351085 and the outputs .015912196 and .984065734.

    The published outputs give an error of .0000350849, so the two are a few updates apart: three digits must do.
    """
    net, loss = mazur_network(), nn.SquaredError("sum")
    optimizer = nn.SGD(RATE, rule=without_biases(net))
    nn.fit(net, X, T, loss=loss, optimizer=optimizer, epochs=10_000, progress=False, log_every=10_000)
    assert nn.evaluate(net, X, T, loss)[0] == pytest.approx(0.0000351085, rel=1e-3)
    assert net(X)[0] == pytest.approx([0.015912196, 0.984065734], abs=5e-6)
