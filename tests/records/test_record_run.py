"""Running a grid: what is written, what happens when it stops in the middle, and two at once."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from joblib.externals.loky import get_reusable_executor

from labkit import LabkitError, data, records
from labkit.experiments import find, record, record_run
from labkit.files import alone

from . import steps  # noqa: F401 (declares the experiments)

ROOT = Path(__file__).parents[2]


@pytest.fixture
def log(tmp_path, monkeypatch):
    """The file in which every cell that runs is counted: its name reaches other processes by the environment."""
    get_reusable_executor().shutdown(wait=True)  # joblib keeps workers, with the environment that they started in
    monkeypatch.setenv("STEPS_LOG", str(tmp_path / "log"))
    return tmp_path / "log"


def calls(log):
    return [tuple(map(int, line.split()[:2])) for line in log.read_text().splitlines()] if log.exists() else []


def run(tmp_path, **options):
    return record("98.steps", folder=tmp_path / "records", progress=False, **options)


def unfinished(cache):
    return [path.name for path in cache.rglob("*.jsonl")]


def test_table_and_note(tmp_path, slopes):
    path = record("97.slopes", folder=tmp_path, progress=False)
    assert path == tmp_path / "slopes.csv" and sorted(p.name for p in tmp_path.glob("slopes*")) == [
        "slopes.csv",
        "slopes.json",
    ]
    lines = path.read_text().splitlines()
    assert lines[:3] == ["k,rate,seed,iteration,accuracy", "1,0.1,0,0,0", "1,0.1,0,1,0.01428571"]
    assert len(lines) == 1 + 2 * 2 * 3 * 4
    note = json.loads(path.with_suffix(".json").read_text())
    assert note["command"] == "labkit record 97.slopes" and note["seeds"] == [0, 1, 2]
    assert note["settings"] == ["k", "rate"] and note["cells"] == [[1, 0.1], [1, 1 / 3], [2.5, 0.1], [2.5, 1 / 3]]
    assert set(note["versions"]) == {"labkit", "numpy", "python"} and note["data"] is None
    assert {"machine", "date", "seconds", "fingerprint", "numerics", "sha256"} <= set(note)
    assert records.load("97.slopes", folder=tmp_path).frame["rate"].iloc[4 * 3] == 1 / 3  # every digit is kept


def test_note_of_data(tmp_path, lab, monkeypatch):
    loads = []
    load = data.load
    monkeypatch.setattr(data, "load", lambda name: loads.append(name) or load(name))
    monkeypatch.setattr(record_run, "_loaded", {})
    lab(
        """
        from labkit.experiments.experiment import experiment

        @experiment("97.mean", grid={"k": [1]}, seeds=[0], data="mnist-subset", images=500)
        def mean(k, seed, data):
            return {"mean": data.x_train.mean()}
        """
    )
    path = record("97.mean", folder=tmp_path, progress=False)
    assert loads == ["mnist-subset"], "loaded once, for the note and for the runs"
    note = json.loads(path.with_suffix(".json").read_text())["data"]
    assert note["name"] == "mnist-subset" and len(note["sha256"]) == 64
    assert (note["train_images"], note["test_images"]) == (500, 1000)
    assert "1 seed, 500 images" in records.load("97.mean", folder=tmp_path).caption()


def test_runs_every_cell_once_and_cleans_up(tmp_path, log, cache):
    run(tmp_path)
    assert calls(log) == [(a, seed) for a in (1, 2, 3) for seed in (0, 1)]
    assert unfinished(cache) == []


def test_two_jobs_give_the_same_table(tmp_path, log):
    one = run(tmp_path).read_text()
    two = record("98.steps", jobs=2, folder=tmp_path / "two", progress=False).read_text()
    assert one == two
    workers = {line.split()[2] for line in log.read_text().splitlines()[6:]}
    assert str(os.getpid()) not in workers


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_run_has_one_thread(tmp_path, jobs):
    record("98.threads", jobs=jobs, folder=tmp_path, progress=False)
    assert set(records.load("98.threads", folder=tmp_path).frame["most"]) == {1}


def test_a_failure_keeps_what_is_done(tmp_path, lab, cache):
    lab(
        """
        from pathlib import Path
        from labkit.experiments.experiment import experiment

        @experiment("97.fails", grid={"k": [1, 2, 3]}, seeds=[0])
        def fails(k, seed):
            place = Path(__file__).with_name("calls.txt")
            with open(place, "a") as file:
                file.write(str(k))
            if k == 3 and place.read_text().count("3") == 1:
                raise RuntimeError("the power failed")
            return {"x": k}
        """
    )
    (tmp_path / "fails.csv").write_text("the old record")
    with pytest.raises(RuntimeError, match="power"):
        record("97.fails", folder=tmp_path, progress=False)
    assert (tmp_path / "fails.csv").read_text() == "the old record" and len(unfinished(cache)) == 1
    record("97.fails", folder=tmp_path, progress=False)
    assert (tmp_path / "modules" / "calls.txt").read_text() == "1233"
    assert records.load("97.fails", folder=tmp_path).frame["x"].tolist() == [1, 2, 3]


def program(tmp_path):
    code = (
        f"import tests.records.steps; from labkit.experiments import record; "
        f"record('98.steps', folder={str(tmp_path / 'records')!r}, progress=False)"
    )
    return subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.PIPE, text=True)


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_killed_run_goes_on_where_it_was(tmp_path, log, monkeypatch, cache):
    monkeypatch.setenv("STEPS_SLEEP", "0.3")
    process = program(tmp_path)
    deadline = time.monotonic() + 60
    while len(calls(log)) < 3 and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=10)
    started = len(calls(log))
    assert 3 <= started < 6 and not (tmp_path / "records" / "steps.csv").exists()
    monkeypatch.setenv("STEPS_SLEEP", "0")
    (partial,) = cache.rglob("*.jsonl")
    with open(partial, "a") as file:
        file.write('{"cell": "half a li')  # as if it had been killed while writing
    run(tmp_path)
    again = calls(log)[started:]
    assert len(again) == 6 - (started - 1) and again[-1] == (3, 1)  # only the run that was cut off is repeated
    assert len(records.load("98.steps", folder=tmp_path / "records").frame) == 6


def test_second_recorder_is_told(tmp_path, log, cache):
    run(tmp_path)
    (lock,) = cache.rglob("98.steps*.lock")
    holder = "import sys, time; from pathlib import Path; from labkit.files import alone\n"
    holder += f"with alone(Path({str(lock)!r})): print('held', flush=True); time.sleep(60)"
    process = subprocess.Popen([sys.executable, "-c", holder], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout.readline() == "held\n"
        with pytest.raises(LabkitError, match="being recorded by another process"):
            run(tmp_path)
    finally:
        process.kill()
        process.communicate()
    with alone(lock):  # a killed holder leaves no lock behind
        pass


def test_changed_code_does_not_use_old_cells(tmp_path, lab, cache):
    source = """
        from labkit.experiments.experiment import experiment

        @experiment("97.half", grid={"k": [1, 2]}, seeds=[0])
        def half(k, seed):
            if k == 2:
                raise RuntimeError
            return {"x": k}
        """
    lab(source)
    with pytest.raises(RuntimeError):
        record("97.half", folder=tmp_path, progress=False)
    lab(source.replace("raise RuntimeError", "k = 20").replace('"x": k', '"x": -k'))
    record("97.half", folder=tmp_path, progress=False)
    assert records.load("97.half", folder=tmp_path).frame["x"].tolist() == [-1, -20]


def test_fresh_forgets(tmp_path, log, cache):
    run(tmp_path)
    (lock,) = cache.rglob("98.steps*.lock")
    row = {"a": 1, "seed": 0, "score": 99.0}
    line = {"cell": json.dumps({"a": 1, "seed": 0}, sort_keys=True), "rows": [row], "seconds": 1}
    lock.with_suffix(".jsonl").write_text(json.dumps(line) + "\n")
    run(tmp_path)
    assert records.load("98.steps", folder=tmp_path / "records").frame["score"].iloc[0] == 99
    lock.with_suffix(".jsonl").write_text(json.dumps(line) + "\n")
    run(tmp_path, fresh=True)
    assert records.load("98.steps", folder=tmp_path / "records").frame["score"].iloc[0] == 1


def line_of(score):
    cell = {"a": 1, "seed": 0}
    return json.dumps({"cell": json.dumps(cell, sort_keys=True), "rows": [cell | {"score": score}], "seconds": 1})


def test_half_a_line_is_cut_off_and_what_comes_next_begins_a_line(tmp_path):
    partial = tmp_path / "x.jsonl"
    partial.write_text(f'{line_of(1)}\n{{"cell": "{{')
    assert len(record_run._read(partial)) == 1
    assert partial.read_text() == f"{line_of(1)}\n"


@pytest.mark.parametrize("spoilt", ["\0" * 40, "[]", '{"cell": 1}', "{", ""])
def test_a_spoilt_line_costs_its_own_cell_only(tmp_path, spoilt):
    partial = tmp_path / "x.jsonl"
    partial.write_text(f"{spoilt}\n{line_of(5.0)}\n")
    ((_, result),) = record_run._read(partial).items()
    assert result["rows"][0]["score"] == 5


def test_bad_input(tmp_path):
    with pytest.raises(LabkitError, match="at least one job"):
        run(tmp_path, jobs=0)
    with pytest.raises(LabkitError, match="not 'two'"):
        run(tmp_path, jobs="two")
    with pytest.raises(LabkitError, match="known ones"):
        record("97.nothing", folder=tmp_path)


def test_bar_starts_where_the_run_stopped(tmp_path, log, capsys):
    record("98.steps", folder=tmp_path)
    assert "6/6" in capsys.readouterr().err
    assert find("98.steps").summary.startswith("Count calls")
