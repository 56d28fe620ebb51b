"""Looking inside: pre-activations, slopes and deltas against a net worked out by hand and central differences."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from labkit import nn
from labkit.errors import LabkitError
from labkit.nn import functional as F
from labkit.nn.training import batches
from tests.nn.test_training import blobs, train

KINDS = ["preactivations", "slopes", "deltas"]


def by_hand():
    """Two inputs, two ReLUs, one linear output; samples (1, 1) and (1, -1), targets 0 and 2."""
    net = nn.Sequential([nn.Dense(2, 2), nn.ReLU(), nn.Dense(2, 1)], dtype=np.float64)
    net.dense[0].W, net.dense[0].b = [[1, -1], [2, 3]], [0, 1]
    net.dense[1].W, net.dense[1].b = [[2], [-1]], [0.5]
    return net, np.array([[1.0, 1.0], [1.0, -1.0]]), np.array([[0.0], [2.0]])


def test_a_net_worked_out_by_hand():
    net, x, t = by_hand()
    # v = (1 + 2, -1 + 3 + 1) and (1 - 2, -1 - 3 + 1); y = 2 * 3 - 3 + .5 and .5
    assert [v.tolist() for v in nn.preactivations(net, x)] == [[[3, 3], [-1, -3]], [[3.5], [0.5]]]
    assert [s.tolist() for s in nn.slopes(net, x)] == [[[1, 1], [0, 0]], [[1], [1]]]
    # output deltas y - t = 3.5 and -1.5, handed down through the weights 2 and -1 and the slopes
    found = nn.deltas(net, x, t, nn.SquaredError("sum"))
    assert [d.tolist() for d in found] == [[[7, -3.5], [0, 0]], [[3.5], [-1.5]]]
    halved = nn.deltas(net, x, t, nn.SquaredError("mean"))
    assert all(np.array_equal(2 * half, whole) for half, whole in zip(halved, found, strict=True))


def plain(x):
    return np.sin(2 * x)


MIDDLES = {
    "tanh": lambda: [nn.Tanh(0.7)],
    "elu": lambda: [nn.ELU(0.5)],
    "nothing": lambda: [],
    "two": lambda: [nn.LeCunTanh(), nn.Sigmoid(2)],
    "plain function": lambda: [nn.Activation(plain, lambda x: 2 * np.cos(2 * x))],
    "plain function from output": lambda: [
        nn.Activation(F.sigmoid, F.sigmoid_derivative_from_output, from_output=True, k=3.0)
    ],
}
TOPS = {
    "squared error": (lambda: [nn.Sigmoid(1.5)], nn.SquaredError("sum")),
    "linear": (lambda: [], nn.SquaredError("mean", half=False)),
    "softmax": (lambda: [nn.Softmax()], nn.CrossEntropy("mean")),
    "softmax over tanh": (lambda: [nn.Tanh(), nn.Softmax()], nn.CrossEntropy("sum")),
    "softmax, not joined": (lambda: [nn.Softmax()], nn.SquaredError("sum")),
    "sigmoid": (lambda: [nn.Sigmoid(2)], nn.BinaryCrossEntropy("mean")),
    "plain loss": (lambda: [nn.Sigmoid()], nn.Loss(lambda y, t: ((y - t) ** 4).sum(), lambda y, t: 4 * (y - t) ** 3)),
}


def network(middle="tanh", top="squared error", seed=0):
    layers = [nn.Dense(8, 4), *MIDDLES[middle](), nn.Dense(4, 5), *MIDDLES[middle](), nn.Dense(5, 3), *TOPS[top][0]()]
    return nn.Sequential(layers, seed=seed, dtype=np.float64)


@pytest.mark.parametrize("top", TOPS)
@given(middle=st.sampled_from(list(MIDDLES)), seed=st.integers(0, 1000))
def test_against_central_differences(middle, top, seed):
    """A unit's bias moves its v and nothing else: so the derivative by the bias, sample by sample, is the delta."""
    net, loss, (x, t) = network(middle, top, seed), TOPS[top][1], blobs(3, seed)
    found = nn.deltas(net, x, t, loss)
    for dense, delta in zip(net.dense, found, strict=True):
        for sample in range(3):

            def value(b, dense=dense, rows=slice(sample, sample + 1)):
                keep = dense.b.copy()
                dense.b = b
                value = nn.evaluate(net, x[rows], t[rows], loss)[0]
                dense.b = keep
                return value * loss.share(1, 3)

            assert delta[sample] == pytest.approx(nn.numerical_gradient(value, dense.b), rel=1e-5, abs=1e-8)

    above = [MIDDLES[middle](), MIDDLES[middle]()]
    for layers, v, slope in zip(above, nn.preactivations(net, x), nn.slopes(net, x), strict=False):

        def function(v, layers=layers):
            for layer in layers:
                v = layer.apply(v)
            return v

        assert slope == pytest.approx((function(v + 1e-5) - function(v - 1e-5)) / 2e-5, rel=1e-6, abs=1e-8)


def test_weight_gradients_are_inputs_times_deltas():
    net, (x, t), loss = network("elu", "softmax"), blobs(50), nn.CrossEntropy("mean")
    deltas, units = nn.deltas(net, x, t, loss), [x, *net.units(x)]
    net.backward(loss.gradient(net(x), t))
    for layer, delta, inputs in zip(net.dense, deltas, units, strict=False):
        assert layer.dW == pytest.approx(inputs.T @ delta, rel=1e-9, abs=1e-12)
        assert layer.db == pytest.approx(delta.sum(axis=0), rel=1e-9, abs=1e-12)


def test_nothing_in_the_network_changes():
    net, (x, t), loss = network("plain function", "softmax"), blobs(20), nn.CrossEntropy("sum")
    net.backward(loss.gradient(net(x), t))
    kept = [layer.output for layer in net.layers]
    copies = net.gradients.copy(), net.parameters.copy(), x.copy(), t.copy()
    nn.preactivations(net, x[:7])
    nn.slopes(net, x[:7])
    nn.deltas(net, x[:7], t[:7], loss)
    assert all(layer.output is output for layer, output in zip(net.layers, kept, strict=True))
    for now, before in zip((net.gradients, net.parameters, x, t), copies, strict=True):
        assert np.array_equal(now, before)


def test_an_activation_that_edits_its_argument_does_not_spoil_the_preactivations():
    """One of Report B's mistakes: the sums below 0 must be seen although the student's ReLU has written over them."""

    def edits(x):
        x[x < 0] = 0
        return x

    net = nn.Sequential([nn.Dense(8, 4), nn.Activation(edits, F.relu_derivative), nn.Dense(4, 3)], dtype=np.float64)
    x = blobs(30)[0]
    assert nn.preactivations(net, x)[0] == pytest.approx(x @ net.dense[0].W, rel=1e-12, abs=1e-12)
    assert (nn.slopes(net, x)[0] == (x @ net.dense[0].W > 0)).all()


def test_bad_input():
    net, (x, t) = network(), blobs(10)
    with pytest.raises(LabkitError, match=r"Outputs have shape \(10, 3\) and targets \(9, 3\); they must agree"):
        nn.deltas(net, x, t[:9], nn.SquaredError())
    with pytest.raises(LabkitError, match="expects a batch of shape"):
        nn.slopes(net, x[:, :5])
    with pytest.raises(LabkitError, match="BinaryCrossEntropy"):
        nn.deltas(net, x, t, nn.CrossEntropy())


# -- in training --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "middle, top", [("elu", "softmax"), ("plain function", "squared error"), ("tanh", "plain loss")]
)
@pytest.mark.parametrize("rows", [1000, 17])
def test_a_record_of_everything_changes_nothing_and_tells_what_was(middle, top, rows, monkeypatch):
    monkeypatch.setattr(batches, "CHUNK_ROWS", rows)
    x, t = blobs(60)
    loss, settings = TOPS[top][1], {"optimizer": nn.SGD(0.05), "epochs": 7, "loss": TOPS[top][1]}

    class Unchanged(nn.Callback):
        """Told of every update twice, before and after the recorders."""

        def __init__(self):
            self.before = None

        def before_update(self, run):
            if self.before is None:
                self.before = run.net.gradients.copy(), run.outputs.copy()
            else:
                assert np.array_equal(run.net.gradients, self.before[0])
                assert np.array_equal(run.outputs, self.before[1])
                self.before = None

    record = nn.Record([*KINDS, "gradients"], every=3, samples=20)
    watched, plain, guard = network(middle, top), network(middle, top), Unchanged()
    with_records = train(watched, x, t, callbacks=[guard, record, nn.DeadUnits(1), guard], **settings)
    without = train(plain, x, t, **settings)
    assert np.array_equal(watched.parameters, plain.parameters) and np.array_equal(with_records.loss, without.loss)
    assert record.iterations == [1, 3, 6]

    other = network(middle, top)
    for iteration in range(1, 7):
        if iteration in record.iterations:
            frame = record.frames[record.iterations.index(iteration)]
            sample = x[record.rows], t[record.rows]
            expected = (
                nn.preactivations(other, sample[0]),
                nn.slopes(other, sample[0]),
                nn.deltas(other, *sample, loss),
            )
            for kind, arrays in zip(KINDS, expected, strict=True):
                assert [array.shape for array in getattr(frame, kind)] == [(20, 4), (20, 5), (20, 3)]
                for now, then in zip(getattr(frame, kind), arrays, strict=True):
                    assert now == pytest.approx(then, rel=1e-7, abs=1e-12)
            assert not frame.activations and not frame.weights and len(frame.gradients) == 3
        train(other, x, t, **settings | {"epochs": 1})


@pytest.mark.filterwarnings("ignore:overflow", "ignore:invalid")
def test_a_stopped_run_adds_no_frame():
    x, t = blobs(30)
    net, record = nn.Sequential([nn.Dense(8, 3), nn.Dense(3, 3)], dtype=np.float32), nn.Record(KINDS, every=1)
    with pytest.warns(nn.TrainingStopped):
        history = train(net, x, t, optimizer=nn.SGD(1e30), epochs=20, callbacks=[record])
    assert record.iterations == history.iterations.tolist() != []
    assert all(np.isfinite(v).all() for frame in record.frames for v in frame.preactivations)
