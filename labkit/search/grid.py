"""Grid search: one function, all combinations of its settings, several seeds.

The runs do not need each other, so they are shared out among processes of this machine (joblib), or among the workers
of a Dask cluster, wherever those are: all that it takes is the address of its scheduler.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np

from labkit.errors import LabkitError

if TYPE_CHECKING:
    import pandas as pd

Cell = dict[str, Any]


def grid_search(
    function: Callable[..., Mapping[str, float] | float],
    grid: Mapping[str, Sequence],
    seeds: Iterable[int],
    jobs: int = 2,
    scheduler: str | None = None,
    progress: bool = True,
    timeout: float = 10.0,
) -> "pd.DataFrame":
    """Run ``function(**settings, seed=seed)`` for every combination of settings and every seed.

    Parameters
    ----------
    function : callable
        Returns a dict of measurements, or one number, which is then called ``score``. It is sent to other processes,
        so let it load large data itself, and draw all that is random from the seed: then it does not matter who
        runs it, and the numbers are the same everywhere.
    grid : dict of lists
        Values of each setting.
    seeds : iterable of int
    jobs : int
        Processes on this machine, each of which computes on one thread; 1 is a plain loop in this one.
    scheduler : str, optional
        Address of a Dask scheduler, such as ``"tcp://host:8786"``. Its workers do the runs then; labkit has to be
        installed there.
    progress : bool
        Show a bar.
    timeout : float
        Seconds that a scheduler has to answer.

    Returns
    -------
    DataFrame
        A row for each run, in the order of the grid: settings, ``seed``, measurements.

    Raises
    ------
    LabkitError
        When there is nothing to run, or not in this way; when a run fails, with its settings; or when no cluster
        answers at the address.
    """
    from pandas import DataFrame
    from tqdm.auto import tqdm

    cells = _cells(grid, seeds, jobs)
    runs = _here(function, cells, jobs) if scheduler is None else _on_cluster(function, cells, scheduler, timeout)
    rows = []
    for cell, (measured, problem) in zip(cells, tqdm(runs, "search", len(cells), disable=not progress), strict=True):
        if problem:
            raise LabkitError(f"grid_search: the run at {_named(cell)} stopped with {problem}")
        if taken := sorted(set(cell) & set(measured)):
            raise LabkitError(f"grid_search: the function measures {taken[0]!r}, also a setting: give it another name.")
        rows.append(cell | measured)
    return DataFrame(rows)


def _cells(grid: Mapping[str, Sequence], seeds: Iterable[int], jobs: int) -> list[Cell]:
    """Every combination of settings with every seed."""
    if not isinstance(jobs, int) or jobs < 1:
        raise LabkitError(f"grid_search runs at least one job at a time, not {jobs!r}.")
    if not isinstance(grid, Mapping) or "seed" in grid:
        raise LabkitError("grid_search needs a dict of settings, such as {'rate': [0.1, 0.5]}; seeds are given apart.")
    if not isinstance(seeds, Iterable) or isinstance(seeds, str):
        raise LabkitError(f"grid_search: give a list of seeds, such as range({seeds!r}), not {seeds!r}.")
    for name, values in grid.items():
        if isinstance(values, str) or not isinstance(values, Iterable):
            raise LabkitError(f"grid_search: give a list of values for {name}, such as [{values!r}], not {values!r}.")
    settings = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    cells = [chosen | {"seed": seed} for chosen, seed in product(settings, list(seeds))]
    if not cells:
        raise LabkitError(
            "grid_search has nothing to run: give each setting at least one value, and at least one seed."
        )
    return cells


def _named(cell: Cell) -> str:
    return ", ".join(f"{name} = {value!r}" for name, value in cell.items())


def attempt(function: Callable, cell: Cell) -> tuple[dict, str]:
    """Run one cell on one thread; return what was measured, or a sentence about what went wrong."""
    from threadpoolctl import threadpool_limits

    try:
        with threadpool_limits(1):
            measured = function(**cell)
    except Exception as problem:
        return {}, f"{type(problem).__name__}: {problem}"
    if isinstance(measured, Mapping):
        return dict(measured), ""
    if np.ndim(measured) == 0 and isinstance(measured, int | float | np.generic):
        return {"score": measured}, ""
    return {}, f"no measurement: the function must return a dict or a number, and returned {measured!r}"


def _here(function: Callable, cells: list[Cell], jobs: int) -> Iterator[tuple[dict, str]]:
    """Run the cells on this machine, in order."""
    if jobs == 1:
        return (attempt(function, cell) for cell in cells)
    from joblib import Parallel, delayed

    return Parallel(n_jobs=jobs, return_as="generator")(delayed(attempt)(function, cell) for cell in cells)


def _on_cluster(function: Callable, cells: list[Cell], address: str, timeout: float) -> Iterator[tuple[dict, str]]:
    """Run the cells on the workers of a Dask cluster; the results come in order."""
    try:
        from distributed import Client
    except ImportError:
        raise LabkitError(
            "grid_search needs Dask for a cluster: pip install 'labkit[course]', or leave out scheduler."
        ) from None
    try:
        client = Client(address, timeout=timeout)
    except (OSError, ValueError) as problem:
        raise LabkitError(
            f"grid_search: no Dask scheduler answered at {address!r} within {timeout:g} seconds: is the address right, "
            "and is it running ('dask scheduler' prints it)? With scheduler=None the search runs on this machine."
        ) from problem
    with client:
        try:
            client.wait_for_workers(1, timeout=timeout)
        except TimeoutError:
            raise LabkitError(
                f"grid_search: the scheduler at {address!r} has no workers after {timeout:g} seconds: start some with "
                f"'dask worker {address}'."
            ) from None
        futures = client.map(lambda cell: attempt(function, cell), cells, pure=False)
        for future in futures:
            error = future.exception()
            yield ({}, f"{type(error).__name__} on the cluster: {error}") if error else future.result()
