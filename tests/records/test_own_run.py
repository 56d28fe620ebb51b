"""The switch of the full runs: off it reads the record, on it runs, and labkit's own record stays as it is."""

import pytest

from labkit import LabkitError, experiments, records
from labkit.experiments import full_run, own_run
from labkit.files import cache_folder


def test_off_it_reads_and_says_where_the_numbers_come_from(capsys):
    assert full_run("04.full").frame.equals(records.load("04.full").frame)
    assert "recorded 20" in capsys.readouterr().out


def test_on_it_runs_into_a_folder_of_its_own(slopes, tmp_path, monkeypatch, capfd):
    experiments.record("97.slopes", folder=tmp_path, progress=False)
    before = (tmp_path / "slopes.csv").read_bytes()
    monkeypatch.setattr(own_run, "recorded", lambda id, folder=tmp_path: records.load(id, folder=folder))
    own = full_run("97.slopes", run=True)
    assert "97.slopes" in capfd.readouterr().err  # the bar
    assert own.frame.equals(records.load("97.slopes", folder=tmp_path).frame)
    assert (cache_folder() / "own-records" / "97" / "slopes.csv").is_file()
    assert (tmp_path / "slopes.csv").read_bytes() == before


def test_where_the_data_are_missing_it_says_so(monkeypatch, tmp_path):
    monkeypatch.setenv("LABKIT_DATA", str(tmp_path / "nowhere"))
    with pytest.raises(LabkitError, match="nowhere"):
        full_run("04.full", run=True)
