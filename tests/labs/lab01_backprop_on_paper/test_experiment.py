"""Lab 01's experiment: its wrong backward passes are wrong, and only the seed changes a run."""

from types import SimpleNamespace

import numpy as np

from labkit.experiments import lab01_backprop_on_paper as lab
from tests.labs.lab01_backprop_on_paper.mazur import MAZUR


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
