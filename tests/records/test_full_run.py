"""The switch of the full runs: off it reads the record, on it runs and keeps labkit's own record as it is."""

from labkit import experiments, records
from labkit.experiments import full_run
from labkit.experiments.experiment import experiment


def test_off_it_reads_and_says_where_the_numbers_come_from(capsys):
    assert full_run("04.full").frame.equals(records.load("04.full").frame)
    assert "recorded" in capsys.readouterr().out.lower()


def test_on_it_runs_into_a_folder_of_its_own(monkeypatch, tmp_path):
    runs = []

    @experiment("99.full", grid={"size": [1, 2]}, seeds=[0])
    def full(size: int, seed: int) -> dict:
        """Count."""
        runs.append(size)
        return {"accuracy": size / 2}

    monkeypatch.setenv("LABKIT_CACHE", str(tmp_path / "cache"))
    kept = tmp_path / "shipped"
    monkeypatch.setattr(experiments.experiment_module, "_REGISTRY", {}, raising=False) if False else None
    from labkit.experiments import full_run as module_function

    experiments.record("99.full", folder=kept, progress=False)
    monkeypatch.setattr(
        "labkit.experiments.full_run.recorded",
        lambda id, folder=None: records.load(id, folder=folder or kept),
    )
    before = (kept / "full.csv").read_bytes()
    own = module_function("99.full", run=True)
    assert runs == [1, 2, 1, 2] and own.frame["accuracy"].tolist() == [0.5, 1.0]
    assert (kept / "full.csv").read_bytes() == before
