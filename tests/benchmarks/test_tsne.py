"""The benchmark of t-SNE runs, and memory, which no busy machine can disturb, stays within its bound."""

import subprocess
import sys

from tests.benchmarks.tsne import memory


def test_it_prints_ratios():
    command = [sys.executable, "-m", "tests.benchmarks.tsne", "--points", "200", "--seeds", "1", "--iterations", "300"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "x Barnes-Hut" in done.stdout and "KL" in done.stdout


def test_memory():
    assert memory(900) < 6
