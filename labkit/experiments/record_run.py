"""Run an experiment's whole grid and write its record; what is done when the power fails stays done."""

import json
import time
from pathlib import Path
from typing import Any

from labkit.errors import LabkitError
from labkit.experiments.find import find
from labkit.experiments.provenance import current, provenance
from labkit.experiments.specification import Cell, Experiment, Row
from labkit.files import alone, cache_folder
from labkit.records import table


def record(
    id: str, *, jobs: int = 1, folder: Path | str | None = None, progress: bool = True, fresh: bool = False
) -> Path:
    """Run all cells of an experiment that are not done yet and write ``name.csv`` and ``name.json``.

    Every finished cell goes to a notebook of its own in the cache folder at once, so that a run which was
    stopped or killed goes on where it was. That notebook belongs to the code, numerics and data of the
    moment: when one of them changes, the run starts anew. The record itself is replaced only when all cells
    are done.

    Parameters
    ----------
    id : str
        ``"03.rate_by_k"``.
    jobs : int
        Processes to run at a time; each computes on one thread.
    folder : path, optional
        Where to write; by default the lab's folder in ``labkit/records``.
    progress : bool
        Show a bar.
    fresh : bool
        Forget cells of an earlier, unfinished run.

    Returns
    -------
    Path
        The table.

    Raises
    ------
    LabkitError
        When there is no such experiment, another process is recording it, or a run fails.
    """
    experiment = find(id)
    if not isinstance(jobs, int) or jobs < 1:
        raise LabkitError(f"'labkit record' runs at least one job at a time, not {jobs!r}.")
    folder = experiment.folder if folder is None else Path(folder)
    data = _data(experiment)
    partial = _partial(experiment, data)
    busy = f"{id} is being recorded by another process: wait for it, or stop it and run this again."
    with alone(partial.with_suffix(".lock"), busy):
        if fresh:
            partial.unlink(missing_ok=True)
        done = _read(partial)
        waiting = [cell for cell in experiment.cells if _key(cell) not in done]
        _run_all(experiment, waiting, partial, done, jobs, progress)
        results = [done[_key(cell)] for cell in experiment.cells]
        rows = [row for result in results for row in result["rows"]]
        note = provenance(experiment, data, sum(result["seconds"] for result in results))
        path = table.write(folder, experiment.name, table.to_csv(rows, experiment.settings), note)
        partial.unlink(missing_ok=True)
    return path


def run_cell(experiment: Experiment, cell: Cell) -> tuple[list[Row], float]:
    """Run one cell on one thread; return its rows and seconds."""
    from threadpoolctl import threadpool_limits

    start = time.perf_counter()
    with threadpool_limits(1):
        rows = experiment.run(cell, _data(experiment))
    return rows, time.perf_counter() - start


_loaded: dict[str, Any] = {}


def _data(experiment: Experiment) -> Any:
    """Load a data set once per process, not once per cell."""
    if experiment.data is None:
        return None
    if experiment.data not in _loaded:
        _loaded.clear()
        _loaded[experiment.data] = experiment.load_data()
    return _loaded[experiment.data]


def _task(experiment: Experiment, cell: Cell) -> tuple[Cell, list[Row], float]:
    return cell, *run_cell(experiment, cell)


def _run_all(
    experiment: Experiment,
    waiting: list[Cell],
    partial: Path,
    done: dict[str, Any],
    jobs: int,
    progress: bool,
) -> None:
    """Run the waiting cells; note each in ``done`` and in the file ``partial`` as soon as it is finished."""
    import os

    from joblib import Parallel, delayed
    from tqdm import tqdm

    runs = Parallel(n_jobs=jobs, return_as="generator_unordered", batch_size=1, pre_dispatch=jobs)
    bar = tqdm(total=len(experiment.cells), initial=len(done), desc=experiment.id, unit="run", disable=not progress)
    with bar, open(partial, "a", encoding="utf-8") as file:
        for cell, rows, seconds in runs(delayed(_task)(experiment, cell) for cell in waiting):
            done[_key(cell)] = {"rows": rows, "seconds": seconds}
            file.write(json.dumps({"cell": _key(cell), "rows": rows, "seconds": seconds}) + "\n")
            file.flush()
            os.fsync(file.fileno())
            bar.update()


def _partial(experiment: Experiment, data: Any) -> Path:
    """Path of the notebook of finished cells, named after all that decides the numbers."""
    import hashlib

    now = current(experiment)
    decides = [now["fingerprint"], now["numerics"], data and data.checksum]
    code = hashlib.sha256(json.dumps(decides).encode()).hexdigest()[:12]
    return cache_folder() / "unfinished-records" / f"{experiment.id}-{code}.jsonl"


def _read(partial: Path) -> dict[str, Any]:
    """Read finished cells; cut off a last line that was being written when we were killed.

    A line that a full or failing disk has spoilt is passed over: its cell runs again.
    """
    if not partial.exists():
        return {}
    text = partial.read_bytes()
    whole = text[: text.rfind(b"\n") + 1]
    if len(whole) < len(text):
        with open(partial, "r+b") as file:
            file.truncate(len(whole))
    done = {}
    for line in whole.splitlines():
        try:
            read = json.loads(line)
            done[read["cell"]] = {"rows": read["rows"], "seconds": read["seconds"]}
        except (ValueError, KeyError, TypeError):
            continue
    return done


def _key(cell: Cell) -> str:
    return json.dumps(cell, sort_keys=True)
