"""One search, three ways: a plain loop, joblib's processes, and a real Dask cluster on this machine."""

import subprocess
import sys
import time

import numpy as np
import pandas as pd
import pytest

from labkit.errors import LabkitError
from labkit.search import average_gains, grid_search, paired_gain

GRID = {"rate": [0.1, 0.5], "init": ["He", "uniform"]}


def trained(rate, init, seed):
    """A real, small training, so that the three ways have something to disagree on."""
    from labkit import nn

    rng = np.random.default_rng(seed)
    x = rng.normal(size=(40, 6)).astype(np.float32)
    t = np.eye(2, dtype=np.float32)[(x[:, 0] > 0).astype(int)]
    start = {"He": nn.He(), "uniform": nn.Uniform(-1, 1)}[init]
    net = nn.Sequential([nn.Dense(6, 8, init=start), nn.Tanh(), nn.Dense(8, 2, init=start), nn.Softmax()], seed=seed)
    loss = nn.CrossEntropy("mean")
    nn.fit(net, x, t, loss=loss, optimizer=nn.SGD(rate), epochs=5, batch_size=8, seed=seed, progress=False)
    return {"loss": nn.evaluate(net, x, t, loss)[0], "sum": float(net.parameters.sum())}


def fails_once(rate, init, seed):
    if (rate, init, seed) == (0.5, "He", 1):
        raise ValueError("the weights ran away")
    return rate


@pytest.fixture(scope="module")
def cluster():
    """A scheduler and two workers, each a process of its own, on loopback; yields the scheduler's address."""
    from distributed import Client

    begun = [
        subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0"]
            + ["--no-dashboard"],
            stderr=subprocess.PIPE,
            text=True,
        )
    ]
    try:
        address = next(line.split()[-1] for line in begun[0].stderr if "Scheduler at:" in line)
        worker = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-dashboard"]
        begun += [subprocess.Popen(worker + ["--no-nanny"], stderr=subprocess.DEVNULL) for _ in range(2)]
        with Client(address, timeout=30) as client:
            client.wait_for_workers(2, timeout=60)
        yield address
    finally:
        for process in reversed(begun):
            process.terminate()
            process.wait(timeout=20)


@pytest.fixture(scope="module")
def plain_loop():
    rows = [
        {"rate": rate, "init": init, "seed": seed} | trained(rate, init, seed)
        for rate in GRID["rate"]
        for init in GRID["init"]
        for seed in range(3)
    ]
    return pd.DataFrame(rows)


@pytest.mark.parametrize("jobs", [1, 2])
def test_joblib_gives_the_numbers_of_a_plain_loop(jobs, plain_loop):
    pd.testing.assert_frame_equal(grid_search(trained, GRID, range(3), jobs=jobs, progress=False), plain_loop)


def test_a_cluster_of_two_workers_gives_the_same_numbers(cluster, plain_loop):
    found = grid_search(trained, GRID, range(3), scheduler=cluster, progress=False)
    pd.testing.assert_frame_equal(found, plain_loop)


def test_both_workers_take_part(cluster):
    def where(cell, seed):
        import os

        time.sleep(0.05)
        return os.getpid()

    found = grid_search(where, {"cell": list(range(20))}, [0], scheduler=cluster, progress=False)
    assert found.score.nunique() == 2


@pytest.mark.parametrize("way", ["loop", "joblib", "cluster"])
def test_a_failing_run_is_named_in_one_sentence(way, request):
    options = {"loop": {"jobs": 1}, "joblib": {"jobs": 2}}.get(way) or {"scheduler": request.getfixturevalue("cluster")}
    with pytest.raises(LabkitError) as caught:
        grid_search(fails_once, GRID, range(2), progress=False, **options)
    said = "the run at rate = 0.5, init = 'He', seed = 1 stopped with ValueError: the weights ran away"
    assert str(caught.value) == f"grid_search: {said}"


def test_an_address_that_does_not_answer():
    begun = time.perf_counter()
    with pytest.raises(LabkitError, match="no Dask scheduler answered at 'tcp://127.0.0.1:1' within 1 seconds"):
        grid_search(trained, GRID, [0], scheduler="tcp://127.0.0.1:1", timeout=1, progress=False)
    assert time.perf_counter() - begun < 8


def test_an_address_that_is_none():
    with pytest.raises(LabkitError, match="no Dask scheduler answered at 'nonsense'"):
        grid_search(trained, GRID, [0], scheduler="nonsense", timeout=1, progress=False)


def test_without_dask(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(LabkitError, match="needs Dask for a cluster"):
        grid_search(trained, GRID, [0], scheduler="tcp://127.0.0.1:8786", progress=False)


def test_importing_search_does_not_import_dask_or_joblib():
    code = "import labkit.search, sys; print([m for m in ('distributed', 'dask', 'joblib') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("grid", "seeds", "jobs", "says"),
    [
        ({"rate": "He"}, [0], 1, "a list of values for rate"),
        ({"rate": 0.5}, [0], 1, "a list of values for rate"),
        ({"rate": []}, [0], 1, "nothing to run"),
        ({"rate": [1]}, [], 1, "nothing to run"),
        ({"rate": [1]}, [0], 0, "at least one job"),
    ],
)
def test_bad_grids_get_a_sentence(grid, seeds, jobs, says):
    with pytest.raises(LabkitError, match=says):
        grid_search(lambda rate, seed: 0.0, grid, seeds, jobs=jobs, progress=False)


def test_a_function_that_measures_nothing_is_named():
    with pytest.raises(LabkitError, match="must return a dict or a number, and returned None"):
        grid_search(lambda rate, seed: None, {"rate": [1]}, [0], jobs=1, progress=False)


def test_paired_gain():
    mean, spread = paired_gain([0.5, 0.7, 0.6], [0.6, 0.8, 0.7])
    assert mean == pytest.approx(0.1)
    assert spread == pytest.approx(0)


def test_average_gains_add_up_and_share_an_interaction_fairly():
    """a earns 1 alone, b 2 alone, and both together 3 more, of which each gets a half."""
    rows = [
        {"x": x, "y": y, "seed": seed, "score": seed + (x == "new") + 2 * y + 3 * (x == "new") * y}
        for x in ("old", "new")
        for y in (0, 1)
        for seed in (0, 1)
    ]
    gains = average_gains(pd.DataFrame(rows), {"a": ("x", "old", "new"), "b": ("y", 0, 1)}, "score")
    assert list(gains.index) == [0, 1]
    np.testing.assert_allclose(gains.to_numpy(), [[2.5, 3.5], [2.5, 3.5]])
