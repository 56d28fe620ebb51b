"""What lab 04's checks see in drawn weights, and what its deep networks hand on."""

# ruff: noqa: NPY002  students do draw from the global generator

from copy import deepcopy

import numpy as np
import pytest
from scipy.stats import truncnorm

from labkit import data, nn
from labkit.exercises import find
from labkit.exercises.card import Card
from labkit.exercises.lab04_initialisation import draws
from labkit.experiments.lab04_initialisation import deep_signals

SHAPE = (200, 200)


@pytest.mark.parametrize("seed", range(20))
def test_forms_are_told_apart_by_any_seed(seed):
    rng = np.random.default_rng(seed)
    normal = rng.standard_normal(SHAPE)
    assert draws.form(normal) == "bell-shaped"
    assert draws.form(rng.uniform(-3, 3, SHAPE)) == "flat"
    assert draws.form(truncnorm.rvs(-2, 2, size=SHAPE, random_state=rng)) == "bell-shaped without tails"
    assert draws.form(np.clip(normal, -2, 2)) == "piled up at the borders"
    assert draws.form(np.where(abs(normal) < 2, normal, 0)) == "with many zeros"
    assert draws.form(abs(normal)) == "all of one sign"
    assert draws.form(np.repeat(normal[:, :1], 200, axis=1)) == "the same weights for every unit"
    assert draws.form(np.repeat(normal[:1], 200, axis=0)) == "the same weights for every input"
    assert draws.form(rng.laplace(size=SHAPE)) == "neither bell-shaped nor flat"


def test_source():
    def drawn(rng):
        return rng.normal(size=(7, 5))

    assert draws.source(drawn, 1) == "rng"
    assert draws.source(lambda rng: drawn(np.random.default_rng(0)), 1) == "the same numbers from every rng"
    assert draws.source(lambda rng: drawn(np.random.default_rng()), 1) == "other numbers from the same rng"
    assert draws.source(lambda rng: drawn(deepcopy(rng)), 1) == "the same numbers twice from one rng"


def test_looking_leaves_the_global_generator_alone():
    def half_global(n, m, rng):
        return np.random.normal(size=(n, m)) if n < 10 else rng.normal(size=(n, m))

    np.random.seed(3)
    expected = np.random.RandomState(3).random()
    assert draws.look_at(half_global, 20, 30, 1)["source"] == "other numbers from the same rng"
    assert np.random.random() == expected


def test_he_keeps_relus_alive_and_small_weights_do_not():
    images = data.load("mnist-subset").take(3)
    he = deep_signals(nn.He(), nn.ReLU, images, seeds=range(2))
    small = deep_signals(nn.FanInNormal(), nn.ReLU, images, seeds=range(2))
    assert list(he.index) == list(range(1, 12))
    assert he.backward[1] == pytest.approx(he.backward[10], rel=0.5)
    assert small.backward[1] < small.backward[10] / 10 and small.forward[10] < small.forward[1] / 10


def test_deep_gradients_against_the_network():
    images = data.load("mnist-subset").take(2)
    found = deep_signals(nn.FanInNormal(), nn.Tanh, images, seeds=[5], depth=1, units=6)
    layers = [nn.Dense(784, 6, init=nn.FanInNormal(), bias=False), nn.Tanh()]
    layers += [nn.Dense(6, 10, init=nn.FanInNormal(), bias=False), nn.Softmax()]
    net = nn.Sequential(layers, seed=5, dtype=np.float64)
    loss, rate = nn.CrossEntropy("sum"), nn.SGD(1e-9)
    nn.fit(net, images.x_train, images.t_train, loss=loss, optimizer=rate, epochs=1, progress=False)
    expected = [np.sqrt(np.mean(layer.dW**2)) for layer in net.dense]
    assert found.gradient.to_numpy() == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize(
    "answer", [lambda n, m, rng: rng.normal, lambda n, m, rng: rng.uniform(-1, 1, (n, m)), lambda n, m, rng: 1 / 0]
)
def test_a_card_never_asks_for_a_dict(answer):
    exercise = find("04.fan_in_normal")
    verdict = exercise.mark(answer)
    assert "dict" not in str(Card(exercise.id, exercise.title, verdict))
    assert verdict.where.expected.startswith("an array of shape (n_inputs, n_outputs)")


def test_a_card_says_what_was_seen_and_what_differs():
    where = find("04.fan_in_normal").mark(lambda n, m, rng: rng.uniform(-1, 1, (n, m))).where
    assert "form: flat" in where.got and where.expected.endswith("the std and the form differ")
    where = find("04.fan_in_normal").mark(lambda n, m, rng: rng.normal(0, n**-0.5, (m, n))).where
    assert where.got == "shape: (51, 784), not (784, 51), source: rng"
