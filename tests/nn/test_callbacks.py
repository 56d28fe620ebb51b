"""Callbacks: records, snapshots, early stop, the stop on nan, the bar."""

import numpy as np
import pytest

from labkit import nn
from labkit.errors import LabkitError
from tests.nn.test_training import blobs, network, train


def test_record_frames_are_what_happened():
    x, t = blobs(120)
    net, record = network(seed=2), nn.Record(["activations", "weights", "gradients", "updates"], every=5, samples=40)
    train(net, x, t, epochs=12, optimizer=nn.SGD(0.5), callbacks=[record])
    assert record.iterations == [1, 5, 10]
    assert len(set(record.rows)) == 40 and record.rows[[0, -1]].tolist() == [0, 119]

    twin, loss = network(seed=2), nn.SquaredError("mean")
    for iteration in range(1, 11):
        before = [layer.W.copy() for layer in twin.dense]
        units = twin.units(x[record.rows])
        twin.backward(loss.gradient(twin(x), t))
        gradients = [layer.dW.copy() for layer in twin.dense]
        twin.parameters -= 0.5 * twin.gradients
        if iteration in record.iterations:
            frame = record.frames[record.iterations.index(iteration)]
            for layer in range(2):
                assert frame.activations[layer] == pytest.approx(units[layer], rel=1e-9)
                assert frame.weights[layer] == pytest.approx(before[layer], rel=1e-9)
                assert frame.gradients[layer] == pytest.approx(gradients[layer], rel=1e-9)
                assert frame.updates[layer] == pytest.approx(-0.5 * gradients[layer], rel=1e-6, abs=1e-12)


def test_record_keeps_only_what_was_asked_for_and_changes_nothing():
    x, t = blobs()
    net, other, record = network(), network(), nn.Record("updates", every=2)
    train(net, x, t, epochs=4, callbacks=[record])
    train(other, x, t, epochs=4)
    assert np.array_equal(net.parameters, other.parameters)
    frame = record.frames[0]
    assert len(frame.updates) == 2 and not (frame.activations or frame.weights or frame.gradients)


class Gain(nn.Layer):
    """A layer of one's own with a parameter: every input times a number."""

    def __init__(self, n):
        self.n = n

    def parameter_shapes(self):
        return {"gain": (self.n,)}

    def bind(self, parameters, gradients):
        self.gain, self.slope = parameters["gain"], gradients["gain"]

    def initialize(self, rng):
        self.gain[:] = 1

    def apply(self, x, out=None):
        return np.multiply(x, self.gain, out=out)

    def backward(self, upstream, out=None):
        self.slope[:] = (upstream * self.input).sum(axis=0)
        return np.multiply(upstream, self.gain, out=out)


def test_every_layer_with_parameters_is_recorded():
    x, t = blobs(30)
    net = nn.Sequential([Gain(8), nn.Dense(8, 3), nn.Sigmoid()])
    record = nn.Record(["activations", "weights", "gradients", "updates"], samples=30)
    train(net, x, t, callbacks=[record], optimizer=nn.SGD(0.5))
    frame = record.frames[0]
    assert [array.shape for array in frame.activations] == [(30, 8), (30, 3)]
    for arrays in (frame.weights, frame.gradients, frame.updates):
        assert [array.shape for array in arrays] == [(8,), (8, 3)]
    assert frame.updates[0] == pytest.approx(-0.5 * frame.gradients[0], rel=1e-4, abs=1e-6)
    assert [list(views) for views in net.views(net.parameters)] == [["gain"], ["W", "b"], []]


def test_snapshots():
    x, t = blobs()
    net, snapshots = network(), nn.Snapshots(every=3)
    start = net.parameters.copy()
    train(net, x, t, epochs=6, callbacks=[snapshots])
    assert snapshots.iterations == [0, 3, 6]
    assert np.array_equal(snapshots.parameters[0], start)
    assert np.array_equal(snapshots.parameters[-1], net.parameters)


@pytest.mark.parametrize("restore", [False, True])
def test_early_stop(restore):
    """A rate that grows until training goes wrong: the run ends three rows after its best."""
    x, t = blobs()
    net, snapshots = network(), nn.Snapshots(every=1)
    stop = nn.EarlyStop(patience=3, metric="validation_loss", restore=restore)
    history = train(
        net,
        x,
        t,
        epochs=200,
        optimizer=nn.SGD(lambda step: 0.5 * 1.3**step),
        validation=(x, t),
        callbacks=[snapshots, stop],
    )
    best = int(history.validation_loss.argmin())
    assert len(history) == best + 4 < 200
    assert "validation_loss has not improved for 3 rows" in history.stopped
    kept = snapshots.parameters[best + 1] if restore else snapshots.parameters[-1]
    assert np.array_equal(net.parameters, kept)


def test_early_stop_on_accuracy_waits_while_it_rises():
    x, t = blobs()
    history = train(network(), x, t, epochs=15, callbacks=[nn.EarlyStop(15, metric="accuracy")])
    assert len(history) == 15 and history.stopped is None


def test_early_stop_on_an_accuracy_that_does_not_exist():
    net, images = nn.Sequential([nn.Sigmoid()]), np.zeros((5, 4, 4))
    with pytest.raises(LabkitError, match="these outputs are no classes: watch a loss"):
        train(net, images, images, callbacks=[nn.EarlyStop(metric="accuracy")])


def nan_after(n_calls, function):
    calls = []

    def wrapped(x):
        calls.append(1)
        return function(x) * (np.nan if len(calls) > n_calls else 1)

    return wrapped


@pytest.mark.filterwarnings("ignore:overflow", "ignore:invalid")
@pytest.mark.parametrize("where", ["inputs", "targets", "activation", "derivative", "rate"])
def test_stop_on_nan_says_where_and_keeps_the_last_good_weights(where):
    x, t = blobs()
    layer, rate = nn.Sigmoid(), 0.1
    if where == "inputs":
        x[7, 3] = np.nan
    if where == "targets":
        t[7, 1] = np.inf
    if where == "activation":
        layer = nn.Activation(nan_after(5, np.tanh), lambda x: 1 - np.tanh(x) ** 2)
    if where == "derivative":
        layer = nn.Activation(np.tanh, nan_after(5, lambda x: 1 - np.tanh(x) ** 2))
    if where == "rate":
        layer, rate = nn.Identity(), 1e30
    net = nn.Sequential([nn.Dense(8, 6), layer, nn.Dense(6, 3)], dtype=np.float32)
    sentence = {
        "inputs": "the inputs hold nan",
        "targets": "the targets hold nan",
        "activation": "outputs are nan or infinite; look for an overflow in the activations",
        "derivative": "gradients are nan or infinite; look at the derivatives",
        "rate": "rate well below 1e",
    }[where]
    with pytest.warns(nn.TrainingStopped, match="Training stopped at iteration"):
        history = train(net, x, t, optimizer=nn.SGD(rate), epochs=50)
    assert sentence in history.stopped
    assert len(history) < 50
    if where != "rate":
        assert np.isfinite(net.parameters).all()


def test_a_callback_may_stop_and_is_always_told_the_end():
    ended = []

    class Third(nn.Callback):
        def after_update(self, run):
            if run.iteration == 3:
                run.stop("three is enough")

        def on_end(self, run):
            ended.append(run.iteration)

    history = train(network(), *blobs(), epochs=10, callbacks=[Third()])
    assert history.stopped == "three is enough" and len(history) == 3 and ended == [3]

    class Fails(nn.Callback):
        def before_update(self, run):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        train(network(), *blobs(), callbacks=[Third(), Fails()])
    assert ended == [3, 1]


def test_the_bar_counts_updates(capsys):
    train(network(), *blobs(), epochs=4, progress=True)
    shown = capsys.readouterr().err
    assert "training" in shown and "/4" in shown
    train(network(), *blobs(), epochs=4, progress=False)
    assert capsys.readouterr().err == ""


def test_bad_input():
    with pytest.raises(LabkitError, match="'biases' cannot be recorded"):
        nn.Record(["biases"])
    for make in (
        lambda: nn.Record(every=0),
        lambda: nn.Record(every=2.5),
        lambda: nn.Snapshots("a"),
        lambda: nn.EarlyStop(0),
    ):
        with pytest.raises(LabkitError, match="at least 1"):
            make()
    with pytest.raises(LabkitError, match="metric must be one of"):
        nn.EarlyStop(metric="speed")
    with pytest.raises(LabkitError, match=r"give fit validation=\(x, t\)"):
        train(network(), *blobs(), callbacks=[nn.EarlyStop()])
