"""Training: what fit computes, in whatever pieces; what it writes down; students' functions; readable errors."""

import numpy as np
import pytest

from labkit import nn
from labkit.errors import LabkitError
from labkit.metrics import accuracy
from labkit.nn import numerics
from labkit.nn.training import batches as batches_module


def blobs(n=300, seed=0):
    """Three clouds of points in eight dimensions, as (x, one-hot targets)."""
    rng = np.random.default_rng(seed)
    labels = np.arange(n) % 3
    return rng.normal(size=(n, 8)) + 2 * np.eye(8)[labels], np.eye(3)[labels]


def network(seed=0, dtype=np.float64, last=nn.Sigmoid, **dense):
    layers = [nn.Dense(8, 6, **dense), nn.Sigmoid(), nn.Dense(6, 3, **dense), last()]
    return nn.Sequential(layers, seed=seed, dtype=dtype)


def train(net, x, t, **settings):
    settings = {"loss": nn.SquaredError("mean"), "optimizer": nn.SGD(1.0), "progress": False} | settings
    return nn.fit(net, x, t, **settings)


def by_hand(net, x, t, loss, rate):
    """One update, in the plainest way."""
    net.backward(loss.gradient(net(x), t))
    net.parameters = net.parameters - rate * net.gradients


@pytest.mark.parametrize("reduction", ["sum", "mean"])
def test_full_batch_is_the_textbook_loop(reduction):
    x, t = blobs()
    loss, rate = nn.SquaredError(reduction), 0.01 if reduction == "sum" else 3.0
    net, other = network(), network()
    values = []
    for _ in range(5):
        values.append(loss.value(other(x), t))
        by_hand(other, x, t, loss, rate)
    history = train(net, x, t, loss=loss, optimizer=nn.SGD(rate), epochs=5)
    assert net.parameters == pytest.approx(other.parameters, rel=1e-12)
    assert history.loss == pytest.approx(values, rel=1e-12)
    assert history.iterations.tolist() == history.epochs.tolist() == [1, 2, 3, 4, 5]
    assert history.iterations.dtype.kind == "i"


@pytest.mark.parametrize("loss", [nn.CrossEntropy("mean"), nn.CrossEntropy("sum"), nn.BinaryCrossEntropy("mean")])
def test_joined_losses_are_the_textbook_loop_too(loss):
    x, t = blobs()
    last = nn.Softmax if isinstance(loss, nn.CrossEntropy) else nn.Sigmoid
    net, other = network(last=last), network(last=last)
    for _ in range(3):
        by_hand(other, x, t, loss, 0.01)
    train(net, x, t, loss=loss, optimizer=nn.SGD(0.01), epochs=3)
    assert net.parameters == pytest.approx(other.parameters, rel=1e-9)
    assert nn.evaluate(net, x, t, loss) == pytest.approx((loss.value(net(x), t), accuracy(net(x), t)))


@pytest.mark.parametrize("loss", [nn.SquaredError("sum"), nn.SquaredError("mean"), nn.CrossEntropy("mean")])
def test_pieces_make_no_difference(loss, monkeypatch):
    """A batch that goes through in pieces gives the gradient and the loss of the whole."""
    x, t = blobs(101)
    optimizer, last = nn.SGD(1e-2), nn.Softmax if isinstance(loss, nn.CrossEntropy) else nn.Sigmoid
    results = []
    for rows in (1000, 30, 1):
        monkeypatch.setattr(batches_module, "CHUNK_ROWS", rows)
        net = network(last=last)
        history = train(net, x, t, loss=loss, optimizer=optimizer, epochs=4, batch_size=67, validation=(x, t))
        results.append((net.parameters.copy(), history.loss, history.accuracy, history.validation_loss))
    for pieces in results[1:]:
        for whole, put_together in zip(results[0], pieces, strict=True):
            assert put_together == pytest.approx(whole, rel=1e-9)


def test_chunks_cover_everything_once():
    for n in (0, 1, 2499, 2500, 2501, 5000, 60_000, 60_001):
        pieces = numerics.chunks(n)
        assert [i for piece in pieces for i in (piece.start, piece.stop)][1:-1:2] == [p.start for p in pieces[1:]]
        assert sum(piece.stop - piece.start for piece in pieces) == n
        assert all(piece.stop - piece.start <= numerics.CHUNK_ROWS for piece in pieces)


def test_mini_batches_see_every_sample_once_an_epoch():
    seen = []

    class Watch(nn.Callback):
        def after_update(self, run):
            seen.append(run.net.gradients.copy())

    x, t = np.eye(10), np.zeros((10, 1))
    net = nn.Sequential([nn.Dense(10, 1, init=nn.Uniform(1, 1.0001), bias=False)], dtype=np.float64)
    train(net, x, t, loss=nn.SquaredError("sum"), optimizer=nn.SGD(0.0), epochs=2, batch_size=3, callbacks=[Watch()])
    assert len(seen) == 8
    samples = [set(np.flatnonzero(gradient)) for gradient in seen]
    for epoch in (samples[:4], samples[4:]):
        assert sorted(len(batch) for batch in epoch) == [1, 3, 3, 3] and set.union(*epoch) == set(range(10))
    assert samples[:4] != samples[4:], "each epoch has its own order"


def test_without_shuffling_the_order_is_that_of_the_data():
    x, t = blobs(20)
    net, other = network(), network()
    train(net, x, t, batch_size=1, shuffle=False)
    for i in range(len(x)):
        by_hand(other, x[i : i + 1], t[i : i + 1], nn.SquaredError("mean"), 1.0)
    assert net.parameters == pytest.approx(other.parameters, rel=1e-12)


@pytest.mark.parametrize("batch_size", [None, 32, 1])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_same_seed_same_numbers(batch_size, dtype):
    x, t = blobs(90)
    runs = [network(4, dtype) for _ in range(3)]
    histories = [
        train(net, x, t, epochs=3, batch_size=batch_size, seed=seed) for net, seed in zip(runs, (7, 7, 8), strict=True)
    ]
    assert np.array_equal(runs[0].parameters, runs[1].parameters)
    assert np.array_equal(histories[0].loss, histories[1].loss)
    assert np.array_equal(runs[0].parameters, runs[2].parameters) == (batch_size is None)
    assert runs[0].parameters.dtype == dtype


def test_float32_follows_float64():
    x, t = blobs()
    losses = [train(network(0, dtype), x, t, epochs=20).loss for dtype in (np.float32, np.float64)]
    assert losses[0] == pytest.approx(losses[1], rel=1e-4)


def test_it_learns():
    x, t = blobs()
    history = train(network(), x, t, epochs=50, batch_size=10, validation=blobs(seed=1))
    assert history.last("accuracy") > 0.85 and history.last("validation_accuracy") > 0.8
    assert history.best("validation_accuracy") >= history.last("validation_accuracy")
    assert history.loss[-1] < history.loss[0] / 3 and history.stopped is None and history.seconds > 0


def test_rows():
    x, t = blobs(100)
    history = train(network(), x, t, epochs=3, batch_size=10)
    assert history.iterations.tolist() == [10, 20, 30] and np.isnan(history.validation_loss).all()
    history = train(network(), x, t, epochs=2, batch_size=10, log_every=8)
    assert history.iterations.tolist() == [8, 16, 20] and history.epochs.tolist() == [1, 2, 2]
    history = train(network(), x, t, epochs=25, log_every=10)
    assert history.iterations.tolist() == [10, 20, 25]
    assert list(history.to_frame().columns)[:4] == ["iteration", "epoch", "rate", "loss"]
    assert len(history.to_frame()) == len(history) == 3
    with pytest.raises(LabkitError, match="no column 'acuracy'"):
        history.last("acuracy")


def test_a_row_averages_the_batches_since_the_last():
    """With a rate of 0 nothing moves, so the mean over an epoch's batches is the loss over the data."""
    x, t = blobs(95)
    for loss in (nn.SquaredError("mean"), nn.SquaredError("sum")):
        net = network()
        history = train(net, x, t, loss=loss, optimizer=nn.SGD(0.0), batch_size=10)
        mean_batch = 10 * 9 * 10 / 95 + 5 * 5 / 95 if loss.reduction == "sum" else 1
        whole = nn.evaluate(net, x, t, nn.SquaredError("mean"))
        assert history.last("accuracy") == pytest.approx(whole[1])
        assert history.last("loss") == pytest.approx(whole[0] * mean_batch, rel=0.05 if mean_batch != 1 else 1e-9)


def test_a_row_never_averages_over_an_epoch_border():
    """With a loss that counts its calls: ten updates an epoch, a row every fifteen, and one at the end."""
    calls = iter(range(100))
    loss = nn.Loss(lambda y, t: float(next(calls)), lambda y, t: 0 * y, reduction="mean")
    history = train(network(), *blobs(100), loss=loss, epochs=3, batch_size=10, log_every=15)
    assert history.iterations.tolist() == [15, 30]
    assert history.loss == pytest.approx([np.mean(range(10, 15)), np.mean(range(20, 30))])


# -- a student's plain functions ---------------------------------------------------------------------------------


def test_plain_functions_give_identical_runs():
    """Activation, initialiser, loss, schedule and update rule as a student would write them: the same numbers."""

    def sigmoid(x, k):
        return 0.5 + 0.5 * np.tanh(0.5 * k * x)

    def derivative(y, k):
        return k * y * (1 - y)

    def init(n_inputs, n_outputs, rng):
        return rng.uniform(-1, 1, (n_inputs, n_outputs))

    def descend(theta, gradient, rate):
        return theta - rate * gradient

    x, t = blobs()
    built_in = nn.Sequential(
        [nn.Dense(8, 6, init=nn.Uniform(-1, 1)), nn.Sigmoid(2), nn.Dense(6, 3, init=nn.Uniform(-1, 1)), nn.Sigmoid(2)],
        seed=5, dtype=np.float64,
    )  # fmt: skip
    own = nn.Sequential(
        [
            nn.Dense(8, 6, init=init),
            nn.Activation(sigmoid, derivative, from_output=True, k=2),
            nn.Dense(6, 3, init=init),
            nn.Activation(sigmoid, derivative, from_output=True, k=2),
        ],
        seed=5, dtype=np.float64,
    )  # fmt: skip
    loss = nn.Loss(lambda y, t: 0.5 * ((y - t) ** 2).sum(), lambda y, t: y - t, reduction="sum")
    ours = train(
        built_in,
        x,
        t,
        loss=nn.SquaredError("sum"),
        optimizer=nn.SGD(nn.Exponential(0.05, 0.9)),
        epochs=4,
        batch_size=50,
    )
    theirs = train(
        own, x, t, loss=loss, optimizer=nn.SGD(lambda step: 0.05 * 0.9**step, rule=descend), epochs=4, batch_size=50
    )
    assert np.array_equal(own.parameters, built_in.parameters)
    assert theirs.loss == pytest.approx(ours.loss, rel=1e-12)
    assert np.array_equal(theirs.accuracy, ours.accuracy)


def test_a_loss_of_unknown_reduction_keeps_its_batch_whole(monkeypatch):
    monkeypatch.setattr(batches_module, "CHUNK_ROWS", 7)
    sizes = []

    def gradient(y, t):
        sizes.append(len(y))
        return (y - t) / len(y)

    x, t = blobs(50)
    train(network(), x, t, loss=nn.Loss(lambda y, t: ((y - t) ** 2).mean(), gradient), batch_size=20)
    assert sizes == [20, 20, 10]


def test_a_rule_may_work_in_place_or_out_of_place():
    def in_place(theta, gradient, rate):
        theta -= rate * gradient
        return theta

    x, t = blobs()
    net, other = network(), network()
    train(net, x, t, optimizer=nn.SGD(1.0, rule=in_place), epochs=3)
    train(other, x, t, epochs=3)
    assert net.parameters == pytest.approx(other.parameters, rel=1e-12)


@pytest.mark.parametrize("wrong, message", [(lambda *_: None, "None"), (lambda *_: np.zeros(3), r"shape \(3,\)")])
def test_a_rule_that_returns_the_wrong_thing(wrong, message):
    with pytest.raises(LabkitError, match=f"must return the new parameters.*{message}"):
        train(network(), *blobs(), optimizer=nn.SGD(1.0, rule=wrong))


# -- the slope invariance -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("activation", [nn.Sigmoid, nn.Tanh])
@pytest.mark.parametrize("k, dtype, tolerance", [(0.5, np.float32, 0), (2, np.float32, 0), (3, np.float64, 1e-9)])
def test_slope_invariance(activation, k, dtype, tolerance):
    """Slope k with weights w is slope 1 with weights kw and k^2 times the rate; exactly so for powers of two."""
    x, t = blobs()
    rate = 2.0**-9

    def make(slope):
        layers = [nn.Dense(8, 6, bias=False), activation(slope), nn.Dense(6, 3, bias=False), activation(slope)]
        return nn.Sequential(layers, seed=1, dtype=dtype)

    with_slope, without = make(k), make(1)
    without.parameters *= k
    loss = nn.SquaredError("sum")
    one = train(with_slope, x, t, loss=loss, optimizer=nn.SGD(rate), epochs=5)
    two = train(without, x, t, loss=loss, optimizer=nn.SGD(k**2 * rate), epochs=5)
    assert one.loss == pytest.approx(two.loss, rel=tolerance, abs=0)
    assert k * with_slope.parameters == pytest.approx(without.parameters, rel=tolerance, abs=tolerance)
    assert one.loss[-1] < one.loss[0]


# -- memory and what is left behind -------------------------------------------------------------------------------


def test_data_and_network_are_left_in_order():
    x, t = blobs(50)
    x, t = x.astype(np.float32), t.astype(np.float32)
    before = x.copy(), t.copy()
    net = network(dtype=np.float32)
    vector = net.parameters
    train(net, x, t, epochs=3, batch_size=20)
    assert np.array_equal(x, before[0]) and np.array_equal(t, before[1])
    assert net.parameters is vector
    assert all(layer.input is None and layer.output is None for layer in net.layers)


def test_functions_that_return_their_argument_do_no_harm():
    """A plain identity hands back the very array it was given: training must not write over data through it."""
    x, t = blobs(60)
    keep = x.copy()

    def make(layer):
        return nn.Sequential([layer(), nn.Dense(8, 6), layer(), nn.Tanh(), nn.Dense(6, 3), layer()], dtype=np.float64)

    net, other = make(lambda: nn.Activation(lambda x: x, lambda x: np.ones_like(x))), make(nn.Identity)
    for each in (net, other):
        train(each, x, t, optimizer=nn.SGD(0.1), epochs=5, batch_size=25)
    assert np.array_equal(x, keep) and net.parameters == pytest.approx(other.parameters, rel=1e-12)


def test_activations_on_activations():
    """Activations without a dense layer between them must not overwrite what the other still needs."""
    x, t = blobs(60)
    net = nn.Sequential(
        [nn.Dense(8, 3), nn.Sigmoid(), nn.Tanh(), nn.Identity(), nn.Sigmoid(3), nn.Softmax()], dtype=np.float64
    )
    loss, other = nn.SquaredError("mean"), net.copy()
    by_hand(other, x, t, loss, 1.0)
    train(net, x, t, loss=loss)
    assert net.parameters == pytest.approx(other.parameters, rel=1e-12)
    assert nn.gradient_check(other, x[:5], t[:5], loss, n_parameters=None).max_relative_error < 1e-6


# -- bad input ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change, message",
    [
        ({"t": np.zeros(300)}, "one-hot targets"),
        ({"t": np.zeros((300, 4))}, r"\(samples, 3\) and the targets of the training data have shape \(300, 4\)"),
        ({"t": np.zeros((299, 3))}, "300 samples and 299 targets"),
        ({"x": np.zeros((300, 2, 4))}, "flatten"),
        ({"x": np.zeros((0, 8)), "t": np.zeros((0, 3))}, "no samples"),
        ({"epochs": 0}, "epochs must be a whole number of at least 1"),
        ({"batch_size": 0}, "batch_size must be"),
        ({"batch_size": 2.5}, "batch_size must be"),
        ({"log_every": -1}, "log_every must be"),
        ({"validation": np.zeros((3, 8))}, r"validation must be a pair, validation=\(x, t\)"),
        ({"loss": "mse"}, "loss must be an object such as nn.SquaredError"),
        ({"optimizer": 0.1}, r"optimizer must be an object such as nn.SGD\(0.1\), not 0.1"),
        ({"callbacks": [nn.Record]}, "a callback must be an object such as nn.Record"),
        ({"validation": (np.zeros((3, 8)), np.zeros((3, 2)))}, "the validation data"),
    ],
)
def test_bad_input(change, message):
    x, t = blobs()
    settings = {"x": x, "t": t} | change
    with pytest.raises(LabkitError, match=message):
        train(network(), settings.pop("x"), settings.pop("t"), **settings)


def test_one_output_and_flat_targets():
    net = nn.Sequential([nn.Dense(8, 1)])
    with pytest.raises(LabkitError, match=r"t.reshape\(-1, 1\)"):
        train(net, blobs()[0], np.zeros(300))


def test_evaluate_refuses_class_numbers():
    x, t = blobs()
    with pytest.raises(LabkitError, match="one-hot"):
        nn.evaluate(network(), x, t.argmax(axis=1), nn.SquaredError("sum"))
    with pytest.raises(LabkitError, match="300 samples and 299 targets"):
        nn.evaluate(network(), x, t[:-1], nn.SquaredError("sum"))


@pytest.mark.parametrize("progress", [False, True])
def test_outputs_that_are_no_classes_have_no_accuracy(progress):
    rng = np.random.default_rng(0)
    x, t = rng.normal(size=(5, 4, 4)), rng.random((5, 4, 4))
    net = nn.Sequential([nn.Sigmoid()], dtype=np.float64)
    history = train(net, x, t, epochs=2, batch_size=2, validation=(x, t), progress=progress)
    assert np.isfinite(history.loss).all() and np.isnan(history.accuracy).all()
    assert history.validation_loss == pytest.approx(2 * [nn.SquaredError("mean").value(net(x), t)])
    assert np.isnan(history.validation_accuracy).all() and "accuracy" not in repr(history)


def test_targets_that_are_no_classes_have_no_accuracy():
    loss = nn.Loss(lambda y, t: np.sum((y - t) ** 2), lambda y, t: 2 * (y - t), "sum")
    x, _ = blobs(6)
    value, right = nn.evaluate(network(), x, np.zeros((6, 1)), loss)
    assert np.isfinite(value) and np.isnan(right)


def test_no_samples_cannot_be_measured():
    with pytest.raises(LabkitError, match="no samples to measure"):
        nn.evaluate(nn.Sequential([nn.Dense(3, 2)]), np.empty((0, 3)), np.empty((0, 2)), nn.SquaredError())
