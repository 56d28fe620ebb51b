"""An experiment: a function of settings and a seed that returns measurements, and where it is run."""

import inspect
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

import labkit
from labkit.errors import LabkitError

Cell = dict[str, Any]  # one run: a value for every setting, and the seed
Row = dict[str, Any]  # one line of the table: the cell and what was measured
Grid = Mapping[str, Sequence[Any]]

_REGISTRY: dict[str, "Experiment"] = {}


@dataclass(frozen=True, eq=False)
class Experiment:
    """What to run, at which settings and seeds, on which data, and how exactly it must come out again.

    Attributes
    ----------
    id : str
        Lab number and name, ``"03.rate_by_k"``.
    function : callable
        Takes the settings, ``seed`` and, where it asks for one, the loaded ``data``; returns a row of
        measurements (a dict) or a list of them.
    cells : list of dict
        Every combination of settings, each with every seed.
    data : str or None
        Name of the data set.
    images : int or None
        Training images used, where not all of them are; captions say it.
    sample : tuple of dict
        Cells that :func:`labkit.experiments.verify` runs again; empty where a run is too long for that.
    rtol, atol : dict
        Relative and absolute tolerance of each measurement in that comparison; ``""`` holds the default.
    """

    id: str
    function: Callable[..., Any]
    settings: tuple[str, ...]
    seeds: tuple[int, ...]
    cells: list[Cell] = field(repr=False)
    data: str | None = None
    images: int | None = None
    sample: tuple[Cell, ...] = ()
    rtol: dict[str, float] = field(default_factory=dict)
    atol: dict[str, float] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The id without the lab's number."""
        return self.id.partition(".")[2]

    @property
    def summary(self) -> str:
        """First line of the function's docstring."""
        return (inspect.getdoc(self.function) or "").partition("\n")[0]

    @property
    def folder(self) -> Path:
        """Folder of the lab's records: ``records/03_sigmoid_slope`` for module ``lab03_sigmoid_slope``."""
        module = self.function.__module__.rpartition(".")[2]
        if not re.fullmatch(r"lab\d\d_\w+", module):
            raise LabkitError(
                f"Experiment {self.id} stands in module {module!r}: its records have a home only if "
                "the module is called labNN_name; rename it or pass folder=."
            )
        return Path(labkit.__file__).parent / "records" / module.removeprefix("lab")

    def run(self, cell: Cell, data: Any = None) -> list[Row]:
        """Run one cell, which may also override other arguments of the function; return its rows.

        Parameters
        ----------
        cell : dict
            Settings and seed.
        data : Dataset, optional
            Passed on where the function has an argument ``data``; loaded by name when not given.

        Raises
        ------
        LabkitError
            When the function returns something else than rows of plain values.
        """
        arguments = dict(cell)
        if "data" in inspect.signature(self.function).parameters:
            arguments["data"] = self.load_data() if data is None else data
        measured = self.function(**arguments)
        measured = [measured] if isinstance(measured, Mapping) else measured
        key = {name: cell[name] for name in (*self.settings, "seed")}
        if not (isinstance(measured, Iterable) and (measured := list(measured))):
            raise LabkitError(
                f"Experiment {self.id} returned {measured!r} at {key}: return a dict, or a list with a dict per row."
            )
        return [key | self._measurements(row, key) for row in measured]

    def load_data(self) -> Any:
        """Load the data set that the experiment runs on."""
        from labkit import data

        if self.data is None:
            raise LabkitError(f'Experiment {self.id} asks for data and names none: add data="mnist-subset".')
        return data.load(self.data)

    def _measurements(self, row: Any, key: Cell) -> Row:
        if not isinstance(row, Mapping) or not all(isinstance(column, str) for column in row):
            raise LabkitError(f"Experiment {self.id} returned the row {row!r} at {key}: a row is a dict of columns.")
        if taken := set(row) & set(key) - {c for c in set(row) & set(key) if row[c] == key[c]}:
            raise LabkitError(f"Experiment {self.id} measures {sorted(taken)}, also a setting: rename the column.")
        plain = {name: value.item() if getattr(value, "ndim", None) == 0 else value for name, value in row.items()}
        for column, value in plain.items():
            if not isinstance(value, bool | int | float | str):
                raise LabkitError(
                    f"Experiment {self.id} returned {column} = {value!r} at {key}: a table holds numbers and "
                    "words; return one row per value."
                )
        return plain


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
        made = _build(id, function, grid, seeds, data, images, sample, rtol, atol)
        old = _REGISTRY.get(id)
        if old and _place(old.function) != _place(function):
            raise LabkitError(f"There are two experiments {id!r}, in {_place(old.function)} and {_place(function)}.")
        _REGISTRY[id] = made
        return function

    return declare


def _place(function: Callable[..., Any]) -> str:
    return f"{function.__module__}.{function.__qualname__}"


def _build(id, function, grid, seeds, data, images, sample, rtol, atol) -> Experiment:
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
