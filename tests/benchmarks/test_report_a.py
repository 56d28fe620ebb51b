"""The benchmark runs; and the two epochs that it compares give the same numbers."""

import subprocess
import sys

import numpy as np
import pytest

from labkit import nn
from labkit.experiments import report_a
from tests.benchmarks.conv import images
from tests.benchmarks.report_a import RATE, ToeplitzConv, network


def test_it_prints_ratios():
    command = [sys.executable, "-m", "tests.benchmarks.report_a", "--architecture", "A", "--images", "3", "--rounds"]
    done = subprocess.run([*command, "3"], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "A: the Toeplitz epoch takes" in done.stdout and "on 3 images a round" in done.stdout


@pytest.mark.parametrize("architecture", ["A", "B"])
def test_both_ways_give_the_same_numbers(architecture):
    x, t = images(3)
    plain, toeplitz = (network(architecture, conv, np.float64) for conv in (nn.Conv2D, ToeplitzConv))
    assert np.array_equal(plain.parameters, toeplitz.parameters)
    rows = [report_a.train(net, x, t, RATE, 1).rows for net in (plain, toeplitz)]
    assert [row["loss"] for row in rows[0]] == pytest.approx([row["loss"] for row in rows[1]], rel=1e-10)
    assert plain.parameters == pytest.approx(toeplitz.parameters, rel=1e-9, abs=1e-12)
    assert plain.predict(x) == pytest.approx(toeplitz.predict(x), rel=1e-9)


def test_the_toeplitz_layer_has_the_right_gradients():
    """Of its own, on images that are not square: the network above never asks for the gradient at the images."""
    rng = np.random.default_rng(0)
    x, upstream = rng.normal(size=(3, 2, 6, 9)), rng.normal(size=(3, 4, 3, 7))
    nets = [nn.Sequential([conv(2, 4, (4, 5), stride=(2, 1), padding=(1, 1))], dtype=np.float64)
            for conv in (nn.Conv2D, ToeplitzConv)]  # fmt: skip
    outputs = [net(x) for net in nets]
    assert outputs[0] == pytest.approx(outputs[1])
    assert nets[0].backward(upstream) == pytest.approx(nets[1].backward(upstream))
    assert nets[0].gradients == pytest.approx(nets[1].gradients)
