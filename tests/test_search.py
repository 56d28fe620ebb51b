"""One search, three ways: a plain loop, joblib's processes, and a real Dask cluster on this machine."""

import subprocess
import sys
import time

import numpy as np
import pandas as pd
import pytest

from labkit.errors import LabkitError
from labkit.search import average_gains, choose, grid_search, paired_gain

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
    with pytest.raises(LabkitError, match="no Dask scheduler answered at 'tcp://127.0.0.1:1' within 1 seconds"):
        grid_search(trained, GRID, [0], scheduler="tcp://127.0.0.1:1", timeout=1, progress=False)


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


@pytest.mark.parametrize(
    ("grid", "seeds", "jobs", "sentence"),
    [
        ({"rate": [1], "seed": [3]}, [0], 1, "seeds are given apart"),
        ([1, 2], [0], 1, "a dict of settings"),
        ({"rate": [1]}, 5, 1, r"such as range\(5\)"),
        ({"rate": [1]}, [0], "two", "not 'two'"),
    ],
)
def test_a_search_that_cannot_be_understood(grid, seeds, jobs, sentence):
    with pytest.raises(LabkitError, match=sentence):
        grid_search(lambda rate, seed: 0.0, grid, seeds, jobs=jobs, progress=False)


def test_a_measurement_cannot_take_the_place_of_a_setting():
    with pytest.raises(LabkitError, match="measures 'rate', also a setting"):
        grid_search(lambda rate, seed: {"rate": 2.0}, {"rate": [1]}, [0], jobs=1, progress=False)


def test_paired_gain():
    mean, spread = paired_gain([0.5, 0.7, 0.6], [0.6, 0.9, 0.9])
    assert mean == pytest.approx(0.2)
    assert spread == pytest.approx(0.1), "over n - 1"


@pytest.mark.parametrize(("base", "changed"), [([0.5], [0.6]), ([0.5, 0.6], [0.6]), ([[0.5, 0.6]], [[0.5, 0.6]])])
def test_paired_gain_needs_two_seeds_of_each(base, changed):
    with pytest.raises(LabkitError, match="one score for each seed"):
        paired_gain(base, changed)


def three_changes():
    """Scores of a game in which only all three together earn anything beyond 1, 2 and 4: six more."""
    return pd.DataFrame(
        {"x": x, "y": y, "z": z, "seed": 0, "score": x + 2 * y + 4 * z + 6 * (x * y * z) + 3 * (x * y)}
        for x in (0, 1)
        for y in (0, 1)
        for z in (0, 1)
    )


CHANGES = {name: (name, 0, 1) for name in "xyz"}


def test_average_gains_of_three_changes():
    """Worked by hand: an interaction of two is halved between them, one of three goes to all in thirds."""
    gains = average_gains(three_changes(), CHANGES, "score")
    np.testing.assert_allclose(gains.to_numpy(), [[1 + 1.5 + 2, 2 + 1.5 + 2, 4 + 2]])


def test_average_gains_say_what_is_missing():
    with pytest.raises(LabkitError, match="every combination of the settings; none has x = 0, y = 0, z = 1"):
        average_gains(three_changes().drop(index=1), CHANGES, "score")
    with pytest.raises(LabkitError, match="the column 'accuracy'"):
        average_gains(three_changes(), CHANGES, "accuracy")
    with pytest.raises(LabkitError, match="at least one change"):
        average_gains(three_changes(), {}, "score")


def test_choose_by_the_mean_of_one_table_and_judge_by_the_other():
    practice = [[0.9, 0.5], [0.8, 0.8], [0.1, 0.2]]
    index, score = choose(practice, [[0.99, 0.99], [0.6, 0.7], [0.1, 0.1]])
    assert index == 1 and score == pytest.approx(0.65)


@pytest.mark.parametrize(
    ("practice", "held_out", "sentence"),
    [
        ([[0.9, np.nan]], [[0.9, 0.9]], "not a number"),
        ([0.9, 0.8], [0.9, 0.8], "two tables"),
        ([[0.9, 0.8]], [[0.9]], "of one shape"),
        (np.empty((0, 2)), np.empty((0, 2)), "two tables"),
    ],
)
def test_choose_refuses_what_is_no_pair_of_tables(practice, held_out, sentence):
    with pytest.raises(LabkitError, match=sentence):
        choose(practice, held_out)


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
