"""The watch on dead units: killed, revived, seen by all samples, and whatever the activation is made of."""

import numpy as np
import pytest

from labkit import nn
from labkit.errors import LabkitError
from labkit.nn import functional as F
from tests.nn.test_training import blobs, train

ACTIVATIONS = {
    "layer": nn.ReLU,
    "ReLU6": nn.ReLU6,
    "plain function": lambda: nn.Activation(F.relu, F.relu_derivative),
    "plain function from output": lambda: nn.Activation(F.relu, F.relu_derivative_from_output, from_output=True),
}


def network(activation=nn.ReLU, last=nn.Sigmoid, dtype=np.float64):
    return nn.Sequential(
        [nn.Dense(8, 6), activation(), nn.Dense(6, 5), activation(), nn.Dense(5, 3), last()], seed=1, dtype=dtype
    )


class Surgery(nn.Callback):
    """Put a bias into place after an update."""

    def __init__(self, layer, biases):
        self.layer, self.biases = layer, biases

    def after_update(self, run):
        if run.iteration in self.biases:
            unit, value = self.biases[run.iteration]
            run.net.dense[self.layer].b[unit] = value


@pytest.mark.parametrize("activation", ACTIVATIONS.values(), ids=ACTIVATIONS)
@pytest.mark.parametrize("last, loss", [(nn.Softmax, nn.CrossEntropy("mean")), (nn.Sigmoid, nn.BinaryCrossEntropy())])
def test_killed_and_revived(activation, last, loss):
    x, t = blobs(60)
    surgery = Surgery(0, {3: (2, -1e3), 5: (4, -1e3), 8: (2, 1.0)})
    watch = nn.DeadUnits(every=2)
    net = network(activation, last)
    net.dense[1].b[:] = 1.0  # alive all the time
    train(net, x, t, loss=loss, optimizer=nn.SGD(1e-3), epochs=9, callbacks=[surgery, watch])
    assert watch.iterations == [0, 2, 4, 6, 8]
    first = [np.flatnonzero(masks[0]).tolist() for masks in watch.dead]
    assert first == [[], [], [2], [2, 4], [4]]
    assert not any(masks[1].any() for masks in watch.dead)
    assert watch.shares == pytest.approx(np.array([[0, 0], [0, 0], [1 / 6, 0], [2 / 6, 0], [1 / 6, 0]]))
    assert all(mask.dtype == bool for masks in watch.dead for mask in masks)


def test_a_dead_unit_of_the_first_layer_keeps_its_weights_for_good():
    x, t = blobs(60)
    net, watch = network(), nn.DeadUnits(every=5)
    net.dense[0].b[3] = -50
    before = net.dense[0].W[:, 3].copy()
    train(net, x, t, epochs=20, callbacks=[watch])
    assert all(masks[0][3] for masks in watch.dead) and np.array_equal(net.dense[0].W[:, 3], before)
    assert (net.dense[0].W[:, 0] != before).any()


def test_the_layer_below_may_revive_a_unit():
    """Its inputs change, so a unit of the second layer can come back although its own weights stand still."""
    x, t = np.ones((4, 1)), np.ones((4, 1))
    net = nn.Sequential([nn.Dense(1, 1), nn.ReLU(), nn.Dense(1, 2), nn.ReLU(), nn.Dense(2, 1)], dtype=np.float64)
    net.dense[0].W, net.dense[1].W, net.dense[2].W = 1, [[1, 1]], [[1], [1]]
    net.dense[1].b = [0, -1.5]  # the second unit hears 1 - 1.5, until the first layer says more than 1.5
    watch = nn.DeadUnits(every=1)
    train(net, x, t * 4, loss=nn.SquaredError("mean"), optimizer=nn.SGD(0.05), epochs=10, callbacks=[watch])
    second = [bool(masks[1][1]) for masks in watch.dead]
    assert second[0] and not second[-1] and second == sorted(second, reverse=True)


@pytest.mark.parametrize("activation, dead", [(lambda: nn.LeakyReLU(0.01), 0), (lambda: nn.ELU(), 1), (nn.Sigmoid, 1)])
def test_leaky_units_never_die_and_saturated_ones_do(activation, dead):
    x, t = blobs(20)
    net, watch = network(activation), nn.DeadUnits()
    net.dense[0].b[0] = -1e3
    train(net, x, t, callbacks=[watch])
    assert watch.dead[0][0].sum() == dead


@pytest.mark.parametrize("n", [1, 6000])
def test_every_sample_is_asked_unless_a_number_is_given(n):
    """One unit answers to a single sample, which stands in the middle of three pieces."""
    x = np.full((n, 1), -1.0)
    x[n // 2] = 1
    net = nn.Sequential([nn.Dense(1, 2), nn.ReLU(), nn.Dense(2, 1)])
    net.dense[0].W = [[1, -1e-3]]
    net.dense[0].b = [0, -1]
    every, few = nn.DeadUnits(), nn.DeadUnits(samples=2)
    train(net, x, np.zeros((n, 1)), callbacks=[every, few], optimizer=nn.SGD(0.0))
    assert every.dead[0][0].tolist() == [False, True]
    assert few.dead[0][0].tolist() == [n > 1, True]


def test_without_an_activation_nothing_dies_and_a_new_run_starts_anew():
    x, t = blobs(20)
    watch = nn.DeadUnits(every=1)
    for _ in range(2):
        train(
            nn.Sequential([nn.Dense(8, 4), nn.Dense(4, 3)]), x, t, epochs=2, callbacks=[watch], optimizer=nn.SGD(0.01)
        )
        assert watch.iterations == [0, 1, 2] and watch.shares.tolist() == [[0], [0], [0]]
    train(nn.Sequential([nn.Dense(8, 4), nn.ReLU(), nn.Dense(4, 3)]), x, t, callbacks=[watch])
    assert watch.iterations == [0, 1] and watch.shares.shape == (2, 1)


@pytest.mark.filterwarnings("ignore:overflow", "ignore:invalid")
def test_numbers_that_overflowed_are_not_called_dead():
    """Of nan the ReLU's derivative is 0: without care, every unit would seem dead at the end."""
    x, t = blobs(20)
    watch = nn.DeadUnits(every=1)
    with pytest.warns(nn.TrainingStopped):
        net = network(last=nn.Identity, dtype=np.float32)
        history = train(net, x, 1e6 * t, optimizer=nn.SGD(1e38), epochs=9, callbacks=[watch])
    assert history.iterations[-1] < 9 and watch.iterations == [0] and watch.shares.max() < 1


@pytest.mark.parametrize(
    "settings", [{"every": 0}, {"every": 2.5}, {"every": None}, {"samples": 0}, {"samples": "all"}]
)
def test_bad_settings(settings):
    with pytest.raises(
        LabkitError, match=f"DeadUnits: {next(iter(settings))} must be a whole number of at least 1, not"
    ):
        nn.DeadUnits(**settings)


def test_a_network_without_hidden_layers():
    with pytest.raises(
        LabkitError, match="DeadUnits watches hidden layers, and .* has none: its only units are outputs"
    ):
        train(nn.Sequential([nn.Dense(8, 3), nn.Sigmoid()]), *blobs(10), callbacks=[nn.DeadUnits()])
