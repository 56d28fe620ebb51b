"""An experiment: a function of settings and a seed that returns measurements, and where it is run."""

import inspect
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import labkit
from labkit.errors import LabkitError

Cell = dict[str, Any]  # one run: a value for every setting, and the seed
Row = dict[str, Any]  # one line of the table: the cell and what was measured


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
