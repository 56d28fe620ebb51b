"""Delta magnitudes and their factors: a net worked out by hand, and loops over samples and nodes."""

import numpy as np
import pytest

from labkit import nn
from labkit.errors import LabkitError
from labkit.nn import functional as F
from tests.nn.test_inside import by_hand


def convolutional(activation=nn.Tanh, seed=3):
    """Not square anywhere, with pooling on top of the activation."""
    layers = [nn.Conv2D(2, 3, (2, 3)), activation(), nn.MaxPool2D(2), nn.Flatten(), nn.Dense(12, 4), nn.Sigmoid(2)]
    net = nn.Sequential(layers, seed=seed, dtype=np.float64)
    rng = np.random.default_rng(seed)
    return net, rng.normal(size=(5, 2, 6, 7)), np.eye(4)[[0, 1, 2, 3, 0]]


def test_the_sum_over_nodes_is_averaged_over_samples():
    assert F.delta_magnitude([[3.0, -1.0], [0.0, -2.0]]) == 3
    assert F.delta_magnitude(np.full((4, 2, 3, 5), -0.5)) == 15
    assert F.delta_magnitude(np.full((2, 5000, 100), 1e-4, np.float32)) == pytest.approx(50, rel=1e-7)


@pytest.mark.parametrize("wrong", [3.0, [1.0, 2.0], np.zeros((0, 4))])
def test_no_layer_of_samples(wrong):
    with pytest.raises(LabkitError, match="delta_magnitude expects"):
        F.delta_magnitude(wrong)


def test_a_net_worked_out_by_hand():
    net, x, t = by_hand()
    # deltas (7, -3.5), (0, 0) and 3.5, -1.5; before the slopes 1, 1, 0, 0 they are (7, -3.5) and (-3, 1.5)
    hidden, out = nn.delta_magnitudes(net, x, t, nn.SquaredError("sum"))
    assert hidden == (10.5 / 2, 15 / 2, 0.5) and out == (2.5, 2.5, 1)
    assert hidden.delta == 5.25 and hidden.upstream == 7.5 and hidden.slope == 0.5
    halved = nn.delta_magnitudes(net, x, t, nn.SquaredError("mean"))
    assert halved[0] == (10.5 / 4, 15 / 4, 0.5)


def test_filters_under_a_pool_against_loops():
    """What reaches a node from its window, by loops; only winners get any, and all of it."""
    net, x, t = convolutional()
    conv, dense = net.layers[0], net.dense[0]
    delta = upstream = slope = out = 0.0
    for sample, target in zip(x, t, strict=True):
        v = F.correlate2d(sample[None], conv.W, conv.b)[0]
        y = np.tanh(v)
        pooled = F.max_pool(y[None], 2)
        outputs = 1 / (1 + np.exp(-2 * (pooled.reshape(1, -1) @ dense.W + dense.b)[0]))
        last = (outputs - target) * 2 * outputs * (1 - outputs)
        out += np.abs(last).sum()
        back = (dense.W @ last).reshape(pooled.shape[1:])
        for o, down, across in np.ndindex(v.shape):
            slope += (1 - y[o, down, across] ** 2) / v.size
            window = y[o, 2 * (down // 2) : 2 * (down // 2) + 2, 2 * (across // 2) : 2 * (across // 2) + 2]
            if down // 2 < back.shape[1] and across // 2 < back.shape[2] and y[o, down, across] == window.max():
                upstream += abs(back[o, down // 2, across // 2])
                delta += abs(back[o, down // 2, across // 2]) * (1 - y[o, down, across] ** 2)
    found = nn.delta_magnitudes(net, x, t, nn.SquaredError("sum"))
    assert found[0] == pytest.approx((delta / 5, upstream / 5, slope / 5), rel=1e-10)
    assert found[1].delta == pytest.approx(out / 5, rel=1e-10)


@pytest.mark.parametrize("loss", [nn.SquaredError("sum"), nn.SquaredError("mean"), nn.Loss(
    lambda y, t: ((y - t) ** 4).sum(), lambda y, t: 4 * (y - t) ** 3)], ids=repr)  # fmt: skip
def test_many_samples_go_through_in_pieces(loss):
    net, x, t = convolutional()
    x, t = np.tile(x, (60, 1, 1, 1)) * np.linspace(0.5, 2, 300)[:, None, None, None], np.tile(t, (60, 1))
    found = nn.delta_magnitudes(net, x, t, loss)
    for magnitude, delta in zip(found, nn.deltas(net, x, t, loss), strict=True):
        assert magnitude.delta == pytest.approx(F.delta_magnitude(delta), rel=1e-12)


def test_softmax_and_cross_entropy_are_differentiated_as_one():
    net = nn.Sequential([nn.Dense(3, 4), nn.ReLU(), nn.Dense(4, 2), nn.Softmax()], dtype=np.float64)
    x, t = np.random.default_rng(0).normal(size=(6, 3)), np.eye(2)[[0, 1, 1, 0, 1, 0]]
    _, out = nn.delta_magnitudes(net, x, t, nn.CrossEntropy("sum"))
    y = net.predict(x)
    assert out.delta == pytest.approx(np.abs(y - t).sum() / 6)
    assert out.upstream == pytest.approx((t / y).sum() / 6)
    assert out.slope == pytest.approx(np.mean(y * (1 - y)))


def test_the_network_is_left_as_it_is():
    net, x, t = convolutional()
    net.backward(net(x) - t)
    gradients, kept = net.gradients.copy(), [layer.output for layer in net.layers]
    nn.delta_magnitudes(net, x[:2], t[:2], nn.SquaredError("sum"))
    assert np.array_equal(net.gradients, gradients)
    assert all(layer.output is output for layer, output in zip(net.layers, kept, strict=True))


def test_samples_and_targets_must_be_as_many():
    net, x, t = convolutional()
    with pytest.raises(LabkitError, match="5 samples and 4 targets"):
        nn.delta_magnitudes(net, x, t[:4], nn.SquaredError("sum"))
    with pytest.raises(LabkitError, match="at least one"):
        nn.delta_magnitudes(net, x[:0], t[:0], nn.SquaredError("sum"))


def test_snapshots_know_the_filters():
    layers = [nn.Conv2D(2, 3, (2, 3)), nn.Tanh(), nn.Conv2D(3, 4, 2), nn.Flatten(), nn.Dense(64, 4)]
    net, snapshots = nn.Sequential(layers), nn.Snapshots(every=2)
    with pytest.raises(LabkitError, match="none yet"):
        snapshots.filters()
    _, x, t = convolutional()
    first = net.layers[0].W.copy(), net.layers[2].W.copy()
    settings = {"loss": nn.SquaredError("sum"), "optimizer": nn.SGD(0.01), "batch_size": 1, "progress": False}
    nn.fit(net, x, t, callbacks=[snapshots], **settings)
    lower, upper = snapshots.filters(), snapshots.filters(layer=1)
    assert lower.shape == (3, 3, 2, 2, 3) and upper.shape == (3, 4, 3, 2, 2)  # before, after 2 and after 4 updates
    assert np.array_equal(lower[0], first[0]) and np.array_equal(upper[0], first[1])
    net.parameters = snapshots.parameters[-1]
    assert np.array_equal(upper[-1], net.layers[2].W) and not np.array_equal(upper[0], upper[-1])
    with pytest.raises(LabkitError, match="2 convolutional layers"):
        snapshots.filters(layer=2)
