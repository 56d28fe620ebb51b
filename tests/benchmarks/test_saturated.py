"""The benchmark runs; and what makes saturated networks slow, subnormal numbers, is looked for in them directly."""

import subprocess
import sys

import numpy as np
import pytest

from labkit import nn
from tests.benchmarks.mlp import images
from tests.benchmarks.saturated import NETWORKS, STATES, network, update


def test_it_prints_ratios():
    command = [
        sys.executable,
        "-m",
        "tests.benchmarks.saturated",
        "--batch",
        "128",
        "--repeats",
        "3",
        "--only",
        "sigmoid",
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "fresh" in done.stdout and all(f"{state}: " in done.stdout for state in STATES[1:])


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", NETWORKS)
def test_hardly_a_number_is_subnormal(name, state):
    net, loss = network(name, state), NETWORKS[name][2]
    if net is None:
        assert state == "k = 10"
        return
    x, t = images(200)
    if "right" in state:
        t = np.eye(10, dtype=np.float32)[net.predict(x).argmax(axis=1)]
    kept = net.parameters.copy()
    update(net, loss, x, t)()
    assert np.array_equal(net.parameters, kept)
    with np.errstate(all="ignore"):
        seen = [*net.units(x), *nn.slopes(net, x), *nn.deltas(net, x, t, loss), net.gradients]
    tiny = np.finfo(np.float32).tiny
    assert max(np.mean((array != 0) & (np.abs(array) < tiny)) for array in seen) < 1e-3
