"""Layers for images in a network: gradients, shapes, training, copies and files, readable errors."""

import copy
import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from labkit import nn
from labkit.errors import LabkitError
from labkit.nn.training.batch_gradient import BatchGradient

MAKERS = {
    "conv": lambda: nn.Conv2D(2, 3, 3),
    "conv, rows and columns apart": lambda: nn.Conv2D(2, 3, (2, 3), stride=(2, 1), padding=(1, 0), bias=False),
    "conv, wide": lambda: nn.Conv2D(2, 1, (1, 4), stride=2, padding=(0, 2)),
    "pool": lambda: nn.MaxPool2D(),
    "pool, overlapping": lambda: nn.MaxPool2D((3, 2), stride=(2, 1)),
    "flatten": lambda: nn.Flatten(),
}


def images(n=3, channels=2, height=6, width=7, seed=0):
    """No two numbers lie within reach of each other, so that no step of a difference changes a maximum."""
    rng = np.random.default_rng(seed)
    return rng.permutation(n * channels * height * width).reshape(n, channels, height, width) / 50 - 1.5


def lenet(seed=0, dtype=np.float32, activation=nn.ReLU, channels=(6, 16), pool=nn.MaxPool2D):
    one, two = channels
    return nn.Sequential(
        [
            *(nn.Conv2D(1, one, 5, padding=2), activation(), pool()),
            *(nn.Conv2D(one, two, 5), activation(), pool(), nn.Flatten()),
            *(nn.Dense(25 * two, 120), activation(), nn.Dense(120, 84), activation(), nn.Dense(84, 10), nn.Softmax()),
        ],
        seed=seed,
        dtype=dtype,
    )


def digits(n=100, dtype=np.float32):
    rng = np.random.default_rng(0)
    x = rng.random((n, 1, 28, 28)).astype(dtype)
    return x, np.eye(10, dtype=dtype)[rng.integers(0, 10, n)]


@pytest.mark.parametrize("name", MAKERS)
@given(n=st.integers(1, 4), height=st.integers(3, 6), width=st.integers(4, 7), seed=st.integers(0, 1000))
def test_gradients(name, n, height, width, seed):
    """dE/dx and dE/dtheta for E = sum(upstream * y)."""
    net = nn.Sequential([MAKERS[name]()], seed=seed, dtype=np.float64)
    x = images(n, 2, height, width, seed)
    y = net(x)
    assert y.shape == net.layers[0].output_shape(x.shape)
    upstream = np.random.default_rng(seed).normal(size=y.shape)
    keep_x, keep_upstream = x.copy(), upstream.copy()
    dx = net.backward(upstream)
    gradients = net.gradients.copy()
    assert np.array_equal(net.backward(upstream), dx) and np.array_equal(net.gradients, gradients), "twice is once"
    assert np.array_equal(x, keep_x) and np.array_equal(upstream, keep_upstream), "an argument was changed"
    assert dx == pytest.approx(nn.numerical_gradient(lambda x: (net.predict(x) * upstream).sum(), x), abs=1e-7)

    def value(theta):
        net.parameters = theta
        return (net.predict(x) * upstream).sum()

    assert gradients == pytest.approx(nn.numerical_gradient(value, net.parameters.copy()), abs=1e-7)


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dtype_repeatability_and_out(name, dtype):
    net, x = nn.Sequential([MAKERS[name]()], dtype=dtype), images().astype(dtype)
    y = net(x)
    dx = net.backward(y)
    assert y.dtype == dx.dtype == dtype and np.array_equal(net.predict(x), y)
    net(x[::-1])
    assert not np.array_equal(net.layers[0].output, y) and np.array_equal(net.predict(x), y), "written over"
    layer = net.layers[0]
    out, gradient = np.empty(y.shape, dtype), np.empty(x.shape, dtype)
    assert layer.apply(x, out) is out and np.array_equal(out, y)
    layer.forward(x, out)
    assert layer.backward(y, gradient) is gradient
    np.testing.assert_allclose(gradient, dx, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("name", MAKERS)
def test_no_samples(name):
    net = nn.Sequential([MAKERS[name]()])
    x = np.zeros((0, 2, 6, 7))
    y = net(x)
    assert y.shape == net.layers[0].output_shape(x.shape) == net.predict(x).shape
    assert net.backward(y).shape == x.shape and not net.gradients.any()


def test_gradients_that_were_returned_are_not_written_over():
    net, x = nn.Sequential([nn.Conv2D(2, 3, 3)], dtype=np.float64), images()
    dx = net.backward(net(x))
    keep = dx.copy()
    net.backward(net(-2 * x[::-1]))
    assert np.array_equal(dx, keep)


def test_a_prediction_in_between_leaves_the_gradient_alone():
    net, x = nn.Sequential([nn.Conv2D(2, 3, 3)], dtype=np.float64), images()
    y = net(x)
    net.backward(y)
    expected = net.gradients.copy()
    net(x), net.predict(x[::-1]), net.units(2 * x)
    net.backward(y)
    assert np.array_equal(net.gradients, expected)


@pytest.mark.parametrize("loss", [nn.CrossEntropy("mean"), nn.CrossEntropy("sum")])
def test_gradient_check_of_a_whole_network(loss):
    x, t = digits(3, np.float64)
    found = nn.gradient_check(lenet(activation=nn.Tanh, channels=(2, 3)), x, t, loss)
    assert found.max_relative_error < 1e-5
    found = nn.gradient_check(lenet(channels=(2, 3)), x, t, loss, epsilon=1e-7)
    assert found.max_absolute_error < 1e-6


@pytest.mark.parametrize("n, width", [(1, 7), (2, 8), (5, 5)])
def test_training_takes_the_gradient_of_backward(n, width):
    """In reused arrays, with the samples last in memory; batches of falling and rising size after one another."""
    x, t = images(n, 1, 6, width), np.random.default_rng(0).normal(size=(n, 2, 2, width - 3))
    net = nn.Sequential(
        [
            *(nn.Conv2D(1, 3, 3, padding=1), nn.Sigmoid(), nn.Conv2D(3, 2, (3, 2), stride=(2, 1)), nn.Identity()),
            *(nn.MaxPool2D((1, 2), stride=1), nn.Tanh(), nn.Conv2D(2, 2, (1, 2)), nn.Identity()),
        ],
        dtype=np.float64,
    )
    gradient = BatchGradient(net, nn.SquaredError("sum"))
    for rows in (slice(0, n), slice(0, 1), slice(n // 2, n), slice(0, n)):
        net.backward(net(x[rows]) - t[rows])
        expected = net.gradients.copy()
        gradient.compute([(x[rows], t[rows])], len(x[rows]))
        np.testing.assert_allclose(net.gradients, expected, rtol=1e-9, atol=1e-12)


def test_training_is_reproducible_and_learns():
    x = np.zeros((60, 1, 28, 28), np.float32)
    t = np.eye(10, dtype=np.float32)[np.arange(60) % 10]
    x[np.arange(60), 0, 2 + 2 * (np.arange(60) % 10)] = 1  # a line, at a height that tells the class
    x += 0.1 * np.random.default_rng(0).normal(size=x.shape).astype(np.float32)
    nets, histories = [lenet(), lenet(), lenet(seed=1)], []
    for net in nets:
        settings = {"loss": nn.CrossEntropy("mean"), "optimizer": nn.SGD(0.1), "batch_size": 16, "progress": False}
        histories.append(nn.fit(net, x, t, epochs=25, **settings))
    assert np.array_equal(nets[0].parameters, nets[1].parameters)
    assert not np.array_equal(nets[0].parameters, nets[2].parameters)
    assert histories[0].last("accuracy") > 0.95
    assert nn.evaluate(nets[0], x, t, nn.CrossEntropy("mean"))[1] > 0.95


def test_callbacks_see_images():
    x, t = digits(20)
    record = nn.Record(("activations", "weights", "gradients", "preactivations", "slopes", "deltas"), every=1)
    watch = nn.DeadUnits(every=1)
    net = lenet()
    nn.fit(net, x, t, loss=nn.CrossEntropy("mean"), optimizer=nn.SGD(0.1), callbacks=[record, watch], progress=False)
    frame = record.frames[0]
    assert frame.weights[0].shape == frame.gradients[0].shape == (6, 1, 5, 5)
    assert frame.preactivations[0].shape == frame.slopes[0].shape == frame.deltas[0].shape == (20, 6, 28, 28)
    assert frame.activations[0].shape == (20, 6, 14, 14) and frame.activations[1].shape == (20, 400)
    assert frame.slopes[0].sum() <= 20 * 6 * 14 * 14 and set(np.unique(frame.slopes[0])) == {0, 1}
    assert watch.dead[0][0].shape == (6, 28, 28)


def test_slopes_and_deltas_of_images():
    """delta = dE/dy f'(v), where f' is that of the activation, and 0 for what pooling left out."""
    layers = [nn.Conv2D(2, 3, 3), nn.MaxPool2D(), nn.Sigmoid(2), nn.Flatten(), nn.Dense(12, 2)]
    net, x = nn.Sequential(layers, dtype=np.float64), images()
    t = np.zeros((3, 2))
    slopes, deltas = nn.slopes(net, x), nn.deltas(net, x, t, nn.SquaredError("sum"))
    below = (net(x) @ net.dense[0].W.T).reshape(3, 3, 2, 2)
    assert slopes[0].shape == (3, 3, 4, 5) and np.count_nonzero(slopes[0]) == below.size
    np.testing.assert_allclose(
        slopes[0][slopes[0] != 0] * nn.functional.max_pool_backward(*pooled(net, x), below)[slopes[0] != 0],
        deltas[0][slopes[0] != 0],
        rtol=1e-9,
    )
    assert not deltas[0][slopes[0] == 0].any()


def pooled(net, x):
    v = net.layers[0].apply(x)
    return v, net.layers[1].apply(v)


def test_flatten_keeps_the_order_of_reshape():
    x = images()
    for given_x in (x, nn.functional.batch_first(nn.functional.batch_last(x).copy()), np.asfortranarray(x)):
        assert np.array_equal(nn.Flatten().apply(given_x), x.reshape(3, -1))
    assert np.array_equal(nn.Sequential([nn.Flatten()])(np.arange(6).reshape(2, 3)), [[0, 1, 2], [3, 4, 5]])


def test_flatten_copies_nothing_either_way():
    x = images()
    for given_x in (x, nn.functional.batch_first(nn.functional.batch_last(x).copy())):
        layer = nn.Flatten()
        rows = layer.forward(given_x)
        upstream = np.ones_like(rows)
        assert np.shares_memory(rows, given_x) and np.shares_memory(layer.backward(upstream), upstream)


@pytest.mark.parametrize("layer", [nn.ReLU(), nn.Sigmoid(2), nn.Identity()], ids=repr)
def test_activations_take_images_in_any_order_of_memory(layer):
    x = images(4)
    turned = nn.functional.batch_first(nn.functional.batch_last(x).copy())
    y = layer.forward(x).copy()
    dx = layer.backward(x).copy()
    for given_x, out in ((x, np.empty_like(turned)), (turned, np.empty_like(x)), (turned, np.empty_like(turned))):
        assert np.array_equal(layer.forward(given_x, out), y) and np.array_equal(layer.backward(given_x, out), dx)
        layer.forward(x)


def test_an_activation_on_flat_rows_writes_over_nobodys_numbers():
    x, t = images(4).astype(np.float32), np.zeros((4, 84), np.float32)
    keep = x.copy()
    for layers in ([nn.Flatten(), nn.ReLU(), nn.Dense(84, 84)], [nn.Tanh(), nn.Flatten(), nn.ReLU(), nn.Dense(84, 84)]):
        net = nn.Sequential(layers)
        nn.fit(net, x, t, loss=nn.SquaredError("sum"), optimizer=nn.SGD(0.01), epochs=2, progress=False)
        assert np.array_equal(x, keep)
    net = nn.Sequential([nn.Conv2D(2, 2, 1), nn.Tanh(), nn.Flatten(), nn.ReLU(), nn.Dense(84, 84)], dtype=np.float64)
    net.backward(net(x))
    expected = net.gradients.copy()
    BatchGradient(net, nn.SquaredError("sum")).compute([(net.as_batch(x), np.zeros((4, 84)))], 4)
    np.testing.assert_allclose(net.gradients, expected, rtol=1e-9)


def test_initialisers_are_given_the_fan_in():
    asked = []

    def init(n_inputs, n_outputs, rng):
        asked.append((n_inputs, n_outputs))
        return np.arange(n_inputs * n_outputs).reshape(n_inputs, n_outputs)

    layer = nn.Conv2D(2, 4, (3, 5), init=init)
    nn.Sequential([layer])
    assert asked == [(30, 4)] and layer.W.shape == (4, 2, 3, 5)
    assert layer.W[1].ravel().tolist() == list(range(1, 120, 4)), "a column of the initialiser becomes a filter"
    wide = nn.Conv2D(8, 64, 5, init=nn.He())
    nn.Sequential([wide])
    assert wide.W.std() == pytest.approx(np.sqrt(2 / 200), rel=0.05) and not wide.b.any()
    with pytest.raises(LabkitError, match=r"initialiser of Conv2D.* shape .n_inputs, n_outputs. = .9, 1."):
        nn.Sequential([nn.Conv2D(1, 1, 3, init=lambda n_inputs, n_outputs, rng: np.zeros(9))])
    with pytest.raises(LabkitError, match="init must be an initialiser"):
        nn.Conv2D(1, 1, 3, init=0.1)


def test_views_assignment_and_names():
    net = nn.Sequential([nn.Conv2D(2, 3, (3, 2)), nn.Flatten(), nn.Dense(90, 2)])
    conv = net.layers[0]
    assert net.n_parameters == 36 + 3 + 180 + 2 and np.array_equal(net.parameters[:36], conv.W.ravel())
    conv.W, conv.b = np.ones((3, 2, 3, 2)), 5
    assert net.parameters[:39].tolist() == [1] * 36 + [5] * 3 and np.shares_memory(conv.dW, net.gradients)
    with pytest.raises(LabkitError, match=r"W has shape \(3, 2, 3, 2\) and was given an array of shape \(3, 2\)"):
        conv.W = np.zeros((3, 2))
    with pytest.raises(LabkitError, match="no weights yet"):
        nn.Conv2D(1, 1, 1).W  # noqa: B018
    bare = nn.Conv2D(1, 1, 1, bias=False)
    nn.Sequential([bare])
    assert bare.b is None and bare.db is None
    with pytest.raises(LabkitError, match="has no bias to set"):
        bare.b = 1
    assert repr(net) == "Sequential([Conv2D(2, 3, (3, 2)), Flatten(), Dense(90, 2)])"
    assert repr(nn.Conv2D(1, 2, 3, 2, 1, bias=False)) == "Conv2D(1, 2, 3, stride=2, padding=1, bias=False)"
    assert repr(nn.Conv2D(1, 2, 3, (1, 2), (0, 1))) == "Conv2D(1, 2, 3, stride=(1, 2), padding=(0, 1))"
    assert repr(nn.MaxPool2D()) == "MaxPool2D(2)" and repr(nn.MaxPool2D(3, (1, 2))) == "MaxPool2D(3, stride=(1, 2))"


def test_summary_with_the_size_of_an_image():
    lines = lenet().summary((1, 28, 28)).splitlines()
    shapes = ["6 x 28 x 28", "6 x 28 x 28", "6 x 14 x 14", "16 x 10 x 10", "16 x 10 x 10", "16 x 5 x 5", "400"]
    assert all(f"  {shape}  " in line for shape, line in zip(shapes, lines[1:8], strict=True))
    assert lines[-1].split() == ["total", "61,706"] and "as given" in lenet().summary()


@pytest.mark.parametrize("duplicate", [copy.deepcopy, nn.Sequential.copy, lambda net: pickle.loads(pickle.dumps(net))])
def test_copies(duplicate, tmp_path):
    net, (x, t) = lenet(), digits(3)
    y = net(x)
    net.backward(y - t)
    assert len(pickle.dumps(net)) < 4 * net.n_parameters + 20_000, "a copy carries no working arrays"
    twin = duplicate(net)
    assert np.array_equal(twin(x), y) and twin.layers[0].network is twin
    twin.layers[0].W = 0
    assert net.layers[0].W.all()
    net.save(tmp_path / "net.npz")
    assert np.array_equal(lenet(seed=5).load(tmp_path / "net.npz")(x), y)
    np.testing.assert_allclose(net.astype(np.float64)(x), y, atol=1e-5)


@pytest.mark.parametrize(
    "make, message",
    [
        (lambda: nn.Conv2D(0, 1, 3), "in_channels must be a whole number of at least 1, not 0"),
        (lambda: nn.Conv2D(1, 2.0, 3), "out_channels must be a whole number of at least 1, not 2.0"),
        (lambda: nn.Conv2D(1, 1, 0), "Conv2D: kernel_size must be a whole number of at least 1"),
        (lambda: nn.Conv2D(1, 1, (3, 3, 3)), "kernel_size must be .* or two of them"),
        (lambda: nn.Conv2D(1, 1, 3, stride=0), "Conv2D: stride"),
        (lambda: nn.Conv2D(1, 1, 3, padding="same"), "Conv2D: padding must be a whole number of at least 0"),
        (lambda: nn.MaxPool2D(0), "MaxPool2D: size"),
        (lambda: nn.MaxPool2D(2, stride=-1), "MaxPool2D: stride"),
        (lambda: nn.Sequential([nn.Conv2D(1, 6, 5), nn.ReLU(), nn.Conv2D(5, 6, 5)]), "puts out 6 channels: make them"),
        (lambda: nn.Sequential([nn.Conv2D(1, 6, 5), nn.ReLU(), nn.Dense(9, 2)]), r"put nn.Flatten\(\) between them"),
        (lambda: nn.Sequential([nn.MaxPool2D(), nn.Dense(9, 2)]), r"MaxPool2D\(2\), which puts out images: put nn.Fl"),
        (
            lambda: nn.Sequential([nn.Dense(9, 9), nn.Conv2D(1, 6, 5)]),
            "flat rows: layers for images must come first",
        ),
        (lambda: nn.Sequential([nn.Flatten(), nn.Tanh(), nn.MaxPool2D()]), r"follows Flatten\(\), which puts out flat"),
    ],
)
def test_layers_that_do_not_fit(make, message):
    with pytest.raises(LabkitError, match=message):
        make()


@pytest.mark.parametrize(
    "layer, shape, message",
    [
        (nn.Conv2D(1, 6, 5), (32, 784), r"back, x.reshape\(-1, 1, height, width\)\."),
        (nn.Conv2D(1, 6, 5), (32, 28, 28), r"an axis of their own, x\[:, None\]"),
        (nn.Conv2D(3, 6, 5), (2, 32, 32, 3), r"channels are last, move them, x.transpose\(0, 3, 1, 2\)"),
        (nn.Conv2D(3, 6, 5), (2, 1, 32, 32), r"\(samples, 3, height, width\) and was given \(2, 1, 32, 32\)\."),
        (nn.Conv2D(1, 6, 5), (2, 1, 4, 9), "window of 5 by 5 does not fit into an image of 4 by 9"),
        (nn.MaxPool2D(), (2, 784), "belongs before Flatten"),
        (nn.MaxPool2D(3), (2, 1, 2, 9), "does not fit"),
        (nn.Dense(784, 10), (2, 1, 28, 28), "flatten every sample first"),
    ],
)
def test_images_that_do_not_fit(layer, shape, message):
    net = nn.Sequential([copy.copy(layer)])
    for use in (net.forward, net.predict):
        with pytest.raises(LabkitError, match=message):
            use(np.zeros(shape))
