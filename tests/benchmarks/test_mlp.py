"""The benchmark runs; and what it says about memory, which no busy machine can disturb, is held to its bounds."""

import subprocess
import sys

import numpy as np
import pytest

from tests.benchmarks.mlp import extra_memory


def test_it_prints_ratios():
    command = [sys.executable, "-m", "tests.benchmarks.mlp", "--batch", "128", "--repeats", "3"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "labkit takes" in done.stdout and "x (fastest over fastest" in done.stdout


@pytest.mark.parametrize("samples, bound", [(5_000, 1.5), (60_000, 0.2)])
def test_extra_memory(samples, bound):
    """At most 1.5 times the activations of the batch; a fifth of them where the batch goes through in pieces."""
    x, t = np.zeros((samples, 784), np.float32), np.zeros((samples, 10), np.float32)
    assert extra_memory(x, t) < bound
