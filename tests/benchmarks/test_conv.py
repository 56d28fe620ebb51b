"""The benchmark runs; and the networks that it compares are the same on both sides."""

import subprocess
import sys

import numpy as np
import pytest

from labkit.nn.conv_pool import ConvPool, paired
from tests.benchmarks.conv import TABLE, UnpairedPool, images, labkit_update, network


def test_it_prints_ratios():
    command = [sys.executable, "-m", "tests.benchmarks.conv", "--network", "LeNet-5", "--batch", "8", "--repeats", "3"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "LeNet-5, batches of 8" in done.stdout and "labkit, plain layers" in done.stdout


def test_both_convolutions_of_lenet_run_with_their_pools():
    net, _ = network("LeNet-5")
    assert net.n_parameters == 61_706
    assert sum(isinstance(stage, ConvPool) for stage in paired(net.layers)) == 2
    plain, _ = network("LeNet-5", UnpairedPool)
    assert paired(plain.layers) == list(plain.layers)


@pytest.mark.parametrize("name", sorted({name for name, _, _ in TABLE}))
def test_an_update_runs(name):
    x, t = images(4)
    labkit_update(name, x, t, UnpairedPool)()
    net, _ = network(name)
    assert net(x).shape == t.shape and np.isfinite(net(x)).all()
