"""Declare an experiment: a decorator that checks id, grid, seeds and sample, and keeps the experiment by its id."""

import inspect
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from typing import Any

from labkit.errors import LabkitError
from labkit.experiments.specification import Cell, Experiment

Grid = Mapping[str, Sequence[Any]]

#: Every experiment declared so far, by its id.
REGISTRY: dict[str, Experiment] = {}


def experiment(
    id: str,
    *,
    grid: Grid | Sequence[Grid],
    seeds: Iterable[int],
    data: str | None = None,
    images: int | None = None,
    sample: Cell | Sequence[Cell] | None = None,
    rtol: float | Mapping[str, float] = 1e-3,
    atol: float | Mapping[str, float] = 0.0,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Declare a function as an experiment. The function itself stays what it was and can be called.

    Parameters
    ----------
    id : str
        ``"NN.name"``.
    grid : dict of lists, or a list of such dicts
        Values of each setting; all combinations are run. Several grids are run one after the other ("vary k
        at the usual rate, then the rate at the usual k"); a setting that one grid leaves out takes the
        function's default.
    seeds : iterable of int
        Every combination runs once per seed.
    data : str, optional
        Name of a data set; the loaded set is passed to an argument called ``data`` if the function has one.
    images : int, optional
        How many training images the function uses, if not all (``data.take(50)`` of ten classes: 500).
    sample : dict or list of dicts, optional
        Cells to run again when the record is verified: settings and seed, and other arguments
        (``iterations=20``) to keep it short. Every row of such a run must stand in the record. Left out, it is
        the first cell where the data come with labkit, and nothing where they must be downloaded.
    rtol, atol : float or dict
        How far a measurement of the sample may be from the record: ``|new - old| <= atol + rtol * |old|``. A
        dict gives a tolerance per column, ``""`` being the rest. Columns of fractions are always
        measurements; columns of whole numbers or words tell rows apart, unless a tolerance names them.

    Raises
    ------
    LabkitError
        When the id, grid, seeds or sample do not fit together or do not fit the function.
    """

    def declare(function: Callable[..., Any]) -> Callable[..., Any]:
        made = build(id, function, grid, seeds, data, images, sample, rtol, atol)
        old = REGISTRY.get(id)
        if old and _place(old.function) != _place(function):
            raise LabkitError(f"There are two experiments {id!r}, in {_place(old.function)} and {_place(function)}.")
        REGISTRY[id] = made
        return function

    return declare


def _place(function: Callable[..., Any]) -> str:
    return f"{function.__module__}.{function.__qualname__}"


def build(id, function, grid, seeds, data, images, sample, rtol, atol) -> Experiment:
    """Make an experiment of what :func:`experiment` was given, or say what does not fit."""
    if not re.fullmatch(r"\d\d\.\w+", id):
        raise LabkitError(f"An experiment is called 'NN.name', such as '03.rate_by_k', not {id!r}.")
    parameters = inspect.signature(function).parameters
    grids = [grid] if isinstance(grid, Mapping) else list(grid)
    settings = tuple(dict.fromkeys(name for one in grids for name in one))
    seeds = tuple(int(seed) for seed in seeds)
    if unknown := [name for name in (*settings, "seed") if name not in parameters]:
        raise LabkitError(f"Experiment {id} sets {unknown}, but its function takes {list(parameters)}.")
    if not seeds or len(set(seeds)) < len(seeds):
        raise LabkitError(f"Experiment {id} has seeds {list(seeds)}: give at least one, and none twice.")
    cells = _cells(id, grids, settings, seeds, parameters)
    if sample is None:
        sample = cells[:1] if data in (None, "mnist-subset") else ()
    sample = (sample,) if isinstance(sample, Mapping) else tuple(sample)
    for cell in sample:
        if {name: cell.get(name) for name in (*settings, "seed")} not in cells:
            raise LabkitError(f"Experiment {id} samples {cell}, which is no cell of its grid and seeds.")
        if unknown := [name for name in cell if name not in parameters]:
            raise LabkitError(f"Experiment {id} samples with {unknown}, but its function takes {list(parameters)}.")
    tolerances = [dict(t) if isinstance(t, Mapping) else {"": float(t)} for t in (rtol, atol)]
    return Experiment(id, function, settings, seeds, cells, data, images, sample, *tolerances)


def _cells(
    id: str, grids: list[Grid], settings: tuple[str, ...], seeds: tuple[int, ...], parameters: Mapping[str, Any]
) -> list[Cell]:
    """Every combination of settings with every seed, each once, grid after grid."""
    cells: list[Cell] = []
    for one in grids:
        for values in product(*one.values()):
            chosen = dict(zip(one, values, strict=True))
            setting = {name: chosen[name] if name in chosen else parameters[name].default for name in settings}
            for name, value in setting.items():
                if not isinstance(value, bool | int | float | str):
                    raise LabkitError(
                        f"Experiment {id} runs at {name} = {value!r}: settings are numbers or words, "
                        "with a default in the function where one of several grids leaves them out."
                    )
            cells += [setting | {"seed": seed} for seed in seeds if setting | {"seed": seed} not in cells]
    if not cells:
        raise LabkitError(f"Experiment {id} has an empty grid: give each setting at least one value.")
    return cells
