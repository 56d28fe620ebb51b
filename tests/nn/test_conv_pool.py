"""Convolution and pooling run as one: the plain layers' numbers on every shape, and no trace on their public face."""

import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from labkit import nn
from labkit.nn.conv_pool import ConvPool, never_falls, paired
from labkit.nn.correlator import Correlator
from labkit.nn.training.batch_gradient import BatchGradient
from tests.nn.test_conv_layers import digits, images, lenet

ACTIVATIONS = {
    "none": None,
    "relu": nn.ReLU,
    "leaky relu": lambda: nn.LeakyReLU(0.1),
    "relu6": nn.ReLU6,
    "elu": nn.ELU,
    "sigmoid": lambda: nn.Sigmoid(2),
    "tanh": nn.Tanh,
    "lecun tanh": nn.LeCunTanh,
    "identity": nn.Identity,
}


class PlainPool(nn.MaxPool2D):
    """Not run as one: a subclass may do anything."""


def pair(activation="relu", conv=(2, 3, 3), pool=nn.MaxPool2D, bias=True, below=(), above=(), **settings):
    middle = [] if ACTIVATIONS[activation] is None else [ACTIVATIONS[activation]()]
    layers = [*below, nn.Conv2D(*conv, bias=bias, **settings), *middle, pool(), *above]
    net = nn.Sequential(layers, seed=3, dtype=np.float64)
    net.parameters = np.random.default_rng(4).normal(size=net.n_parameters)
    return net


def trained(net, x, t):
    """Outputs and gradient of one update as training computes them."""
    gradient = BatchGradient(net, nn.SquaredError("sum"))
    y = gradient.compute([(x, t)], len(x)).copy()
    return y, net.gradients.copy()


@pytest.mark.parametrize("activation", ACTIVATIONS)
@given(
    n=st.integers(0, 5),
    size=st.tuples(st.integers(4, 9), st.integers(4, 9)),
    kernel=st.tuples(st.integers(1, 3), st.integers(1, 3)),
    stride=st.tuples(st.integers(1, 2), st.integers(1, 2)),
    padding=st.tuples(st.integers(0, 2), st.integers(0, 2)),
    bias=st.booleans(),
    seed=st.integers(0, 1000),
)
def test_the_same_numbers_as_the_plain_layers(activation, n, size, kernel, stride, padding, bias, seed):
    """With a convolution below, so that the gradient goes through; odd sizes leave a row or column out."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, 1, *size))
    settings = {"stride": stride, "padding": padding, "bias": bias}
    nets = [
        pair(activation, (2, 3, kernel), pool, below=[nn.Conv2D(1, 2, 1), nn.Tanh()], **settings)
        for pool in (nn.MaxPool2D, PlainPool)
    ]
    shape = x.shape
    for layer in nets[0].layers[:3]:
        shape = layer.output_shape(shape)
    if min(shape[2:]) < 2:
        return
    assert any(isinstance(stage, ConvPool) for stage in paired(nets[0].layers))
    assert not any(isinstance(stage, ConvPool) for stage in paired(nets[1].layers))
    t = rng.normal(size=nets[1](x).shape)
    (y, gradient), (plain_y, plain_gradient) = (trained(net, x, t) for net in nets)
    np.testing.assert_allclose(y, plain_y, rtol=1e-9, atol=1e-10)
    np.testing.assert_allclose(gradient, plain_gradient, rtol=1e-8, atol=1e-8)
    np.testing.assert_allclose(nets[0].predict(x), plain_y, rtol=1e-9, atol=1e-10)
    nets[1].backward(nets[1](x) - t)  # and the public face says the same
    np.testing.assert_allclose(gradient, nets[1].gradients, rtol=1e-8, atol=1e-8)


@pytest.mark.parametrize("bias", [True, False])
def test_ties_go_to_the_first(bias):
    """Whole numbers: sums are exact, so that equal places are equal in both ways, and windows full of ties abound."""
    rng = np.random.default_rng(0)
    x, nets = rng.integers(0, 2, (20, 1, 9, 9)).astype(float), []
    for pool in (nn.MaxPool2D, PlainPool):
        nets.append(pair("relu", (2, 3, 2), pool, bias, below=[nn.Conv2D(1, 2, 1)]))
        nets[-1].parameters = np.random.default_rng(1).integers(-1, 2, nets[-1].n_parameters)
    t = rng.integers(-3, 3, nets[0](x).shape).astype(float)
    (y, gradient), (plain_y, plain_gradient) = (trained(net, x, t) for net in nets)
    assert np.array_equal(y, plain_y) and np.array_equal(gradient, plain_gradient) and gradient.any()


@pytest.mark.parametrize("dtype, tolerance", [(np.float32, 1e-4), (np.float64, 1e-10)])
def test_training_of_lenet_is_the_same_either_way(dtype, tolerance):
    x, t = digits(40, dtype)
    nets = [lenet(dtype=dtype), lenet(dtype=dtype, pool=PlainPool), lenet(dtype=dtype)]
    settings = {"loss": nn.CrossEntropy("mean"), "optimizer": nn.SGD(0.05), "batch_size": 16, "progress": False}
    losses = [nn.fit(net, x, t, epochs=3, validation=(x, t), **settings).loss for net in nets]
    assert losses[0] == pytest.approx(losses[1], rel=tolerance)
    np.testing.assert_allclose(nets[0].parameters, nets[1].parameters, rtol=tolerance, atol=tolerance)
    assert np.array_equal(nets[0].parameters, nets[2].parameters), "training is reproducible to the last bit"
    loss = nn.CrossEntropy("mean")
    assert nn.evaluate(nets[0], x, t, loss)[0] == pytest.approx(nn.evaluate(nets[1], x, t, loss)[0], rel=tolerance)


def test_what_is_paired():
    conv, pool = (lambda: nn.Conv2D(1, 2, 3)), nn.MaxPool2D
    for layers, expected in [
        ([conv(), pool()], "1"),
        ([conv(), nn.ReLU(), pool()], "1"),
        ([conv(), nn.ReLU(), pool(), nn.Conv2D(2, 2, 3), nn.Tanh(), pool(2)], "11"),
        ([conv(), pool(), nn.ReLU()], "1."),
        ([conv(), nn.Sigmoid(-1), pool()], "..."),
        ([conv(), nn.Activation(np.abs, np.sign), pool()], "..."),
        ([conv(), nn.ReLU(), nn.ReLU(), pool()], "...."),
        ([conv(), nn.ReLU(), pool(3)], "..."),
        ([conv(), nn.ReLU(), pool(2, stride=1)], "..."),
        ([pool(), conv(), nn.ReLU()], "..."),
        ([nn.Conv2D(64, 2, 3), nn.ReLU(), pool()], "..."),
        ([nn.Dense(4, 4), nn.Sigmoid(), nn.Dense(4, 4)], "..."),
    ]:
        stages = paired(layers)
        assert "".join("1" if isinstance(stage, ConvPool) else "." for stage in stages) == expected
    assert never_falls(nn.Sigmoid(0)) and not never_falls(nn.Tanh(-2)) and not never_falls(nn.Softmax())


def test_the_public_face_is_untouched():
    net, (x, t) = lenet(), digits(20)
    layers, shown = net.layers, repr(net)
    net(x)
    nn.fit(net, x, t, loss=nn.CrossEntropy("mean"), optimizer=nn.SGD(0.1), progress=False)
    assert net.layers is layers and repr(net) == shown
    assert all(layer.input is None and layer.output is None for layer in net.layers)
    y = net(x)
    assert net.layers[0].output.shape == (20, 6, 28, 28) and net.layers[2].output.shape == (20, 6, 14, 14)
    net.predict(-x)
    assert net.layers[-1].output is y
    gradient = BatchGradient(net, nn.CrossEntropy("mean"))
    gradient.compute([(x, t)], 20)
    assert net.layers[0].output is None and net.layers[2].input is None, "better no array than an old one"
    gradient.release()
    assert not gradient.workspace._samples_last._flat
    plain = lenet(pool=PlainPool)
    nn.fit(plain, x, t, loss=nn.CrossEntropy("mean"), optimizer=nn.SGD(0.1), progress=False)
    for conv in (net.layers[0], plain.layers[0]):
        assert not conv._correlator.arrays._flat, "memory is given back"
    np.testing.assert_allclose(net.predict(x), y, atol=1e-5)


def test_large_batches_go_through_in_pieces():
    net, (x, t) = lenet(channels=(2, 3)), digits(300)
    gradients = []
    for rows in (300, 128):
        gradient = BatchGradient(net, nn.CrossEntropy("mean"))
        gradient.compute([(x[i : i + rows], t[i : i + rows]) for i in range(0, 300, rows)], 300)
        gradients.append(net.gradients.copy())
    np.testing.assert_allclose(*gradients, rtol=1e-3, atol=1e-6)
    assert net.piece_rows == 128 and nn.Sequential([nn.Dense(2, 2)]).piece_rows == 2500
    np.testing.assert_allclose(net.predict(x), net(x), atol=1e-5)


@pytest.fixture
def sizes(monkeypatch):
    """Sizes of all arrays that ``np.empty`` has made."""
    made, empty = [], np.empty

    def watched(shape, *rest):
        array = empty(shape, *rest)
        made.append(array.size)
        return array

    monkeypatch.setattr(np, "empty", watched)
    return made


@pytest.mark.parametrize("pool", [nn.MaxPool2D, PlainPool])
def test_no_array_is_larger_than_three_im2col_matrices(pool, sizes):
    """And all arrays of an update together are smaller than four times the im2col matrices of its two convolutions."""
    net, (x, t) = lenet(pool=pool), digits(64)
    gradient = BatchGradient(net, nn.CrossEntropy("mean"))
    sizes.clear()
    tracemalloc.start()
    gradient.compute([(x, t)], 64)
    made = tracemalloc.get_traced_memory()[0]
    tracemalloc.reset_peak()
    gradient.compute([(x, t)], 64)
    again = tracemalloc.get_traced_memory()[1] - made
    tracemalloc.stop()
    im2col = 25 * 28 * 28 * 64, 150 * 10 * 10 * 64  # of the two convolutions
    assert max(sizes) < im2col[1]
    assert made < 4 * sum(im2col)
    assert again < 0.1 * made, "the second update makes next to nothing anew"


@pytest.mark.parametrize("pool", [nn.MaxPool2D, PlainPool])
def test_many_images_need_the_memory_of_a_piece(pool, sizes):
    net, (x, t) = lenet(pool=pool), digits(600)
    settings = {"loss": nn.CrossEntropy("mean"), "optimizer": nn.SGD(0.1), "progress": False}
    for use in (
        lambda: net.predict(x),
        lambda: nn.evaluate(net, x, t, nn.CrossEntropy("mean")),
        lambda: nn.fit(net, x, t, **settings),
    ):
        sizes.clear()
        use()
        assert 0 < max(sizes) < 128 * 25 * 28 * 28


@pytest.mark.parametrize("stride", [(1, 1), (2, 1), (5, 3)])
@pytest.mark.parametrize("filters", [1, 300])
def test_strips_of_one_image_and_many_filters(stride, filters):
    """Where filters outnumber places, and where a stride leaves rows out."""
    rng = np.random.default_rng(0)
    x, W = rng.normal(size=(1, 2, 13, 7)), rng.normal(size=(filters, 2, 3, 2))
    expected = nn.functional.correlate2d(x, W, None, stride, (1, 0))
    delta = rng.normal(size=expected.shape)
    dx, dW, _ = nn.functional.correlate2d_backward(x, W, delta, stride, (1, 0))
    correlator = Correlator((3, 2), stride, (1, 0))
    correlator.read(x)
    z, gradient = np.empty((filters, *expected.shape[2:])), np.empty_like(W)
    correlator.product(W, z)
    np.testing.assert_allclose(z, expected[0], atol=1e-12)
    correlator.weight_gradient(delta[0], gradient)
    np.testing.assert_allclose(gradient, dW, atol=1e-12)
    np.testing.assert_allclose(correlator.image_gradient(delta[0], W), dx, atol=1e-12)
    im2col = 2 * 3 * 2 * expected[0, 0].size
    assert max(array.size for array in correlator.arrays._flat.values()) <= max(3 * im2col, 2 * 15 * 7)


def test_a_gradient_check_runs_over_the_pair():
    found = nn.gradient_check(pair("tanh"), images(), np.zeros((3, 3, 2, 2)), n_parameters=None)
    assert found.max_relative_error < 1e-6
