"""A recorded run, ready to be shown: table, caption, curves by a setting, means and spreads over seeds."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from labkit.errors import LabkitError
from labkit.records import table

if TYPE_CHECKING:
    import pandas as pd

HOME = Path(__file__).parent


@dataclass(frozen=True, eq=False)
class Records:
    """One experiment's recorded runs.

    Attributes
    ----------
    id : str
        ``"03.rate_by_k"``.
    frame : DataFrame
        Tidy: a column per setting, ``seed``, and a column per measurement.
    provenance : dict
        How the table was made: command, seeds, data and its checksum, versions, date, seconds, fingerprint of
        the code.
    """

    id: str
    frame: "pd.DataFrame" = field(repr=False)
    provenance: dict[str, Any] = field(repr=False)

    @property
    def settings(self) -> list[str]:
        """Names of the settings that the experiment varied."""
        return list(self.provenance["settings"])

    @property
    def seeds(self) -> list[int]:
        """Seeds that every setting was run with."""
        return list(self.provenance["seeds"])

    def caption(self) -> str:
        """Return where the numbers come from, in half a line: seeds, images, date and version of labkit."""
        note, n = self.provenance, len(self.seeds)
        data = note["data"]
        images = f", {data['train_images']:,} images" if data else ""
        version = note["versions"]["labkit"]
        return f"{n} seed{'s' * (n != 1)}{images}, recorded {note['date']} with labkit {version}"

    def select(self, **settings: Any) -> "Records":
        """Keep the runs at the given settings, such as ``select(k=1, seed=[0, 1])``.

        Raises
        ------
        LabkitError
            When there is no such column, or no run with such a value.
        """
        frame = self.frame
        for column, wanted in settings.items():
            values = wanted if isinstance(wanted, list | tuple | range | set) else [wanted]
            kept = frame[self._column(column).loc[frame.index].isin(list(values))]
            if kept.empty:
                there = ", ".join(map(str, frame[column].unique()[:12]))
                raise LabkitError(f"Record {self.id} has no run with {column} = {wanted}: it has {there}.")
            frame = kept
        return Records(self.id, frame, self.provenance)

    def curves(self, by: str, metric: str = "accuracy") -> dict[str, "pd.DataFrame"]:
        """Return a curve per value of a setting, for :func:`labkit.plots.training_curves`.

        Parameters
        ----------
        by : str
            Setting that tells the curves apart.
        metric : str
            Column to look at.

        Returns
        -------
        dict of str to DataFrame
            ``"k = 0.5"`` to rows with ``iteration`` (or ``epoch``), ``seed`` and the metric.

        Raises
        ------
        LabkitError
            When the record has no such columns, or other settings still vary.
        """
        self._column(metric)
        step = self._step()
        if step is None:
            raise LabkitError(
                f"Record {self.id} has no column 'iteration' or 'epoch', so no curves: read .frame or .summary()."
            )
        self._only_varies(by)
        return {
            f"{by} = {value:g}" if isinstance(value, float) else f"{by} = {value}": group[[step, "seed", metric]]
            for value, group in self.frame.groupby(by, sort=True)
        }

    def summary(self, by: str, metric: str = "accuracy") -> "pd.DataFrame":
        """Return mean and spread over seeds of a metric at the end of each run.

        Parameters
        ----------
        by : str
            Setting that tells the rows apart.
        metric : str
            Column to look at.

        Returns
        -------
        DataFrame
            Indexed by ``by``; columns ``mean``, ``std`` (ddof 1), ``min``, ``max``, ``seeds``.

        Raises
        ------
        LabkitError
            As :meth:`curves`.
        """
        self._column(metric)
        self._only_varies(by)
        step = self._step()
        frame = self.frame.sort_values(step, kind="stable") if step else self.frame
        last = frame.groupby([by, "seed"], sort=True)[metric].last(skipna=False)
        table = last.groupby(level=by).agg(["mean", "std", "min", "max", "count"])
        return table.rename(columns={"count": "seeds"})

    def stale(self) -> str | None:
        """Return None while the record answers to the code of today, else a sentence that says what has
        changed.

        Looks at the experiment's code (:mod:`labkit.experiments.fingerprint`), the numerics version of
        ``labkit.nn``, the grid and seeds, and the data set's name. Nothing is run.
        """
        from labkit.experiments import find
        from labkit.experiments.provenance import current

        now = current(find(self.id))
        changed = [what for what, value in now.items() if self.provenance.get(what) != value]
        if not changed:
            return None
        return (
            f"Record {self.id} is stale ({', '.join(changed)} changed since {self.provenance['date']}): "
            f"run 'labkit record {self.id}'."
        )

    def _column(self, name: str) -> "pd.Series":
        if name not in self.frame.columns:
            raise LabkitError(f"Record {self.id} has no column {name!r}: it has {', '.join(self.frame.columns)}.")
        return self.frame[name]

    def _step(self) -> str | None:
        return next((column for column in ("iteration", "epoch") if column in self.frame.columns), None)

    def _only_varies(self, by: str) -> None:
        self._column(by)
        others = [name for name in self.settings if name != by and self.frame[name].nunique(dropna=False) > 1]
        if others:
            raise LabkitError(
                f"Record {self.id} varies {', '.join(others)} as well as {by}: choose one value first, "
                f"such as .select({others[0]}={self.frame[others[0]].iloc[0]!r})."
            )


def load(id: str, folder: Path | str | None = None) -> Records:
    """Read the recorded runs of an experiment.

    Parameters
    ----------
    id : str
        ``"03.rate_by_k"``.
    folder : path, optional
        Where the record stands if not with labkit.

    Raises
    ------
    LabkitError
        When there is no such record, or it is damaged.
    """
    lab, _, name = id.partition(".")
    found = sorted(HOME.glob(f"{lab}_*/{name}.csv")) if folder is None else [Path(folder) / f"{name}.csv"]
    if not name or not found or not found[0].is_file():
        known = ", ".join(names()) or "none yet"
        raise LabkitError(
            f"There is no record {id!r}; there are {known}: check the name, or make it with 'labkit record {id}'."
        )
    frame, provenance = table.read(found[0])
    return Records(id, frame, provenance)


def names() -> list[str]:
    """Return the ids of all records that come with labkit, in order."""
    return sorted(f"{path.parent.name[:2]}.{path.stem}" for path in HOME.glob("[0-9][0-9]_*/*.csv"))
