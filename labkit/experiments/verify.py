"""Is a record still true? Its code is compared with today's, and a sample of its runs is made again."""

import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from labkit.experiments.find import find
from labkit.experiments.record_run import run_cell
from labkit.experiments.specification import Cell, Experiment, Row
from labkit.records import Records, load
from labkit.records.table import spell


@dataclass
class Verification:
    """What came out of checking a record; ``passed`` means that nothing is wrong.

    Attributes
    ----------
    id : str
        The experiment.
    problems : list of str
        A sentence for each; empty when the record is good.
    runs, numbers : int
        How many sampled runs were made again and how many numbers of them compared.
    largest : float
        Largest difference seen, as a fraction of what the tolerance allows.
    """

    id: str
    problems: list[str] = field(default_factory=list)
    runs: int = 0
    numbers: int = 0
    largest: float = 0.0

    @property
    def passed(self) -> bool:
        """True when no problem was found."""
        return not self.problems

    def __str__(self) -> str:
        """Say it in a line, or a line per problem."""
        if self.problems:
            return "\n".join(self.problems)
        if not self.runs:
            return f"{self.id}: up to date with the code (its runs are too long to repeat a sample)."
        return (
            f"{self.id}: up to date; {self.numbers} numbers of {self.runs} repeated run{'s' * (self.runs > 1)} "
            f"agree, the worst at {self.largest:.0%} of its tolerance."
        )


def verify(id: str, *, folder: Path | str | None = None) -> Verification:
    """Check a record for staleness and run its experiment's sample again.

    Parameters
    ----------
    id : str
        ``"03.rate_by_k"``.
    folder : path, optional
        Where the record stands if not with labkit.

    Returns
    -------
    Verification

    Raises
    ------
    LabkitError
        When there is no such experiment or record, or the record is damaged.
    """
    experiment = find(id)
    record = load(id, folder=folder if folder is not None else experiment.folder)
    verdict = Verification(id)
    if reason := record.stale():
        verdict.problems.append(reason)
        return verdict
    for cell in experiment.sample:
        rows, _ = run_cell(experiment, cell)
        _compare(experiment, record, cell, rows, verdict)
        verdict.runs += 1
    return verdict


def _compare(experiment: Experiment, record: Records, cell: Cell, rows: list[Row], verdict: Verification) -> None:
    """Look every new row up in the record and compare its measurements."""
    recorded = record.frame.to_dict("records")
    for row in rows:
        keys = {c: v for c, v in row.items() if not _measured(experiment, c, v)}
        old = [r for r in recorded if all(_same(r.get(column), value) for column, value in keys.items())]
        if len(old) != 1:
            verdict.problems.append(
                f"Record {record.id} has {len(old)} rows at {keys}, expected 1: what tells rows apart has changed."
            )
            return
        for column in row.keys() - keys.keys():
            _compare_number(experiment, column, row[column], old[0].get(column), keys, verdict)


def _measured(experiment: Experiment, column: str, value: Any) -> bool:
    """Tell a measurement from a column that tells rows apart: fractions, and what a tolerance names."""
    if column in experiment.settings or column == "seed":
        return False
    return isinstance(value, float) or column in experiment.rtol or column in experiment.atol


def _same(recorded: Any, value: Any) -> bool:
    return recorded == value or str(recorded) == str(value)


def _compare_number(
    experiment: Experiment, column: str, new: float, old: Any, keys: dict[str, Any], verdict: Verification
) -> None:
    verdict.numbers += 1
    old = float("nan") if old is None else old
    new = float(spell(new))  # as many digits as the record has
    if new == old or (math.isnan(new) and math.isnan(old)):
        return
    rtol = experiment.rtol.get(column, experiment.rtol.get("", 0.0))
    atol = experiment.atol.get(column, experiment.atol.get("", 0.0))
    allowed = atol + rtol * abs(old)
    difference = abs(new - old)
    share = difference / allowed if allowed else math.inf
    if not share <= 1:  # also catches nan against a number
        verdict.problems.append(
            f"Record {verdict.id} has {column} = {old:.7g} at {keys}, a new run gives {new:.7g}: "
            f"the difference {difference:.2g} is more than the {allowed:.2g} allowed."
        )
    else:
        verdict.largest = max(verdict.largest, share)
