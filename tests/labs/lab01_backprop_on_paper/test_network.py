"""Lab 01's gradients are those of labkit's own network."""

import numpy as np

from labkit import nn
from labkit.exercises import find


def test_gradients_agree_with_the_network():
    rng = np.random.default_rng(0)
    x, t = rng.normal(size=(6, 4)), rng.integers(0, 2, (6, 2)).astype(float)
    net = nn.Sequential([nn.Dense(4, 3), nn.Sigmoid(), nn.Dense(3, 2), nn.Sigmoid()], seed=1, dtype=np.float64)
    net.backward(net.forward(x) - t)
    first, second = net.layers[0], net.layers[2]
    mine = find("01.gradients").reference(x, t, first.W, first.b, second.W, second.b)
    for one, other in zip(mine, (first.dW, first.db, second.dW, second.db), strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-12, atol=1e-15)
