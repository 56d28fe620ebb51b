"""Lab 01 against outsiders: Mazur's published numbers and labkit's own network; its figure and its experiment."""

from types import SimpleNamespace

import numpy as np
import pytest

from labkit import LabkitError, nn
from labkit.exercises import find
from labkit.experiments import lab01_backprop_on_paper as lab
from labkit.plots.gradient_error import gradient_error

# Matt Mazur, "A Step by Step Backpropagation Example" (2015): inputs, weights (from, to), biases, targets.
MAZUR = (
    np.array([0.05, 0.10]),
    np.array([0.01, 0.99]),
    np.array([[0.15, 0.25], [0.20, 0.30]]),
    np.array([0.35, 0.35]),
    np.array([[0.40, 0.50], [0.45, 0.55]]),
    np.array([0.60, 0.60]),
)
MAZUR_W1 = [[0.149780716, 0.24975114], [0.19956143, 0.29950229]]
MAZUR_W2 = [[0.35891648, 0.511301270], [0.408666186, 0.561370121]]


def test_mazur_forward_deltas_and_step():
    x, t, W1, b1, W2, b2 = MAZUR
    hidden, output = find("01.forward").reference(x, W1, b1, W2, b2)
    assert hidden == pytest.approx([0.593269992, 0.596884378], abs=1e-9)
    assert output == pytest.approx([0.75136507, 0.772928465], abs=1e-8)
    deltas = find("01.output_delta").reference(output, t)
    assert deltas == pytest.approx([-0.138498562, 0.038098236], abs=1e-9)
    assert find("01.hidden_delta").reference(deltas, W2, hidden)[0] == pytest.approx(-0.00877135, abs=1e-8)
    new_W1, _, new_W2, _ = find("01.step").reference(x, t, W1, b1, W2, b2, 0.5)
    np.testing.assert_allclose(new_W1, MAZUR_W1, atol=5e-9)
    np.testing.assert_allclose(new_W2, MAZUR_W2, atol=5e-9)


def test_gradients_agree_with_the_network():
    rng = np.random.default_rng(0)
    x, t = rng.normal(size=(6, 4)), rng.integers(0, 2, (6, 2)).astype(float)
    net = nn.Sequential([nn.Dense(4, 3), nn.Sigmoid(), nn.Dense(3, 2), nn.Sigmoid()], seed=1, dtype=np.float64)
    net.backward(net.forward(x) - t)
    first, second = net.layers[0], net.layers[2]
    mine = find("01.gradients").reference(x, t, first.W, first.b, second.W, second.b)
    for one, other in zip(mine, (first.dW, first.db, second.dW, second.db), strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-12, atol=1e-15)


def test_wrong_backward_passes_are_wrong_and_the_right_one_is_right():
    x, t, *net = MAZUR
    right = lab.backward_pass(lab.RIGHT)(x[None], t[None], *net)
    for name in lab.WRONG:
        wrong = lab.backward_pass(name)(x[None], t[None], *net)
        assert any(not np.allclose(one, other, rtol=1e-3) for one, other in zip(wrong, right, strict=True)), name


def test_training_depends_on_the_seed_only():
    rng = np.random.default_rng(0)
    few = SimpleNamespace(
        x_train=rng.random((40, 784), np.float32), t_train=np.eye(10, dtype=np.float32)[np.arange(40) % 10],
        x_test=rng.random((10, 784), np.float32), t_test=np.eye(10, dtype=np.float32),
    )  # fmt: skip
    one, two, other = (lab.train(lab.backward_pass(lab.RIGHT), few, seed, epochs=2) for seed in (0, 0, 1))
    assert one == two != other
    assert [row["epoch"] for row in one] == [0, 1, 2]
    assert one[-1]["loss"] < one[0]["loss"]


def test_figure_says_where_the_valley_is():
    epsilons = np.array([1e-1, 1e-3, 1e-5])
    picture = gradient_error(epsilons, {"central": np.array([[1e-2, 1e-6, 1e-4], [1e-2, 1e-6, 1e-4]])})
    assert "smallest 1e-06 at 1e-03" in picture.alt
    axes = picture.figure.axes[0]
    assert axes.get_xscale() == axes.get_yscale() == "log"


def test_figure_refuses_errors_of_another_length():
    with pytest.raises(LabkitError, match=r"shape \(1, 2\).*\(nets, 3\) was expected"):
        gradient_error(np.ones(3), {"central": np.ones((1, 2))})
