"""The one settings file of a cohort, ``grading.toml``: made once with its comments, read with every name checked."""

import re
import tomllib
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from labkit.errors import LabkitError
from labkit.files import write_whole
from labkit.grading import secret
from labkit.grading.lateness import LateRule
from labkit.grading.limits import Limits
from labkit.grading.places import Places

TEMPLATE = """\
# Settings of this cohort. 'labkit release' wrote this file and never changes it.

course = "{course}"      # the folder that holds labs/
secret = "secret.key"  # draws the inputs that grade: keep it, back it up, show it to nobody
jobs = 2               # submissions graded at the same time

[limits]               # of one submission
cell_seconds = 40
ask_seconds = 10
total_seconds = 240
memory_mb = 2000
processes = 32
file_mb = 64
output_kb = 64

[late]
method = "none"        # after the date: "none" takes nothing off, "zero" everything, "share" what the next lines say
share = 10             # per cent of the points reached, for each day that has begun
per = "day"            # or "hour"
most = 50              # per cent, however late
grace = 0              # days (or hours) that are free

[due]                  # when each lab is due, in UTC
# 03_sigmoid_slope = 2026-11-30T23:59:00

[lms]
students = ""          # a CSV file with the columns id, name, email, lms_id, where the LMS needs more than ids

[lms.columns]          # the LMS's own name of a lab's column, where it has one
# 03_sigmoid_slope = "Lab 3 (4711)"
"""


@dataclass(frozen=True)
class Settings:
    """What ``grading.toml`` says; paths are absolute."""

    places: Places
    course: Path
    secret: Path
    jobs: int = 2
    limits: Limits = field(default_factory=Limits)
    late: LateRule = field(default_factory=LateRule)
    due: dict[str, datetime] = field(default_factory=dict)
    students: Path | None = None
    columns: dict[str, str] = field(default_factory=dict)


def create(places: Places, course: Path) -> None:
    """Write settings and secret where there are none yet; what is there stays."""
    places.root.mkdir(parents=True, exist_ok=True)
    _once(places.root / ".gitignore", "*\n")
    _once(places.settings, TEMPLATE.format(course=str(course.resolve()).replace("\\", "/").replace('"', '\\"')))
    secret.create(read(places).secret)


def _once(path: Path, text: str) -> None:
    if not path.exists():
        write_whole(path, lambda file: file.write(text.encode()))


def read(places: Places) -> Settings:
    """Read the settings.

    Raises
    ------
    LabkitError
        When the file is missing, damaged, or says something that is no setting.
    """
    try:
        data = tomllib.loads(places.settings.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LabkitError(f"There is no {places.settings}: run 'labkit release' first; it makes one.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise LabkitError(f"{places.settings} cannot be read: {problem}.") from None
    known = {"course", "secret", "jobs", "limits", "late", "due", "lms"}
    _require(places, set(data) <= known, f"{', '.join(sorted(set(data) - known))} is no setting")
    students = data.get("lms", {}).get("students", "")
    jobs = data.get("jobs", 2)
    _require(places, isinstance(jobs, int) and jobs > 0, f"jobs = {jobs!r}, expected a whole number from 1")
    return Settings(
        places,
        _path(places, data.get("course", "..")),
        _path(places, data.get("secret", "secret.key")),
        jobs,
        _limits(places, data.get("limits", {})),
        _late(places, data.get("late", {})),
        {lab: _moment(places, lab, moment) for lab, moment in data.get("due", {}).items()},
        _path(places, students) if students else None,
        _columns(places, data.get("lms", {}).get("columns", {})),
    )


def _path(places: Places, text: Any) -> Path:
    _require(places, isinstance(text, str), f"{text!r} is no path")
    return (places.root / text).resolve()


def _limits(places: Places, table: dict[str, Any]) -> Limits:
    known = {f.name for f in fields(Limits)}
    for name, value in table.items():
        _require(places, name in known, f"limits.{name} is no setting")
        good = isinstance(value, (int, float)) and not isinstance(value, bool) and value > 0
        _require(places, good, f"limits.{name} = {value!r}, expected a number above 0")
    return Limits(**table)


def _late(places: Places, table: Any) -> LateRule:
    try:
        return LateRule.read(table)
    except ValueError as problem:
        raise LabkitError(f"{places.settings}: {problem}.") from None


def _columns(places: Places, table: dict[str, Any]) -> dict[str, str]:
    for lab, name in table.items():
        _require(places, isinstance(name, str) and bool(name.strip()), f"lms.columns.{lab} = {name!r} is no name")
    twice = len(set(table.values())) < len(table)
    _require(places, not twice, "lms.columns gives two labs the same name")
    return dict(table)


def _moment(places: Places, lab: str, moment: Any) -> datetime:
    _require(
        places, bool(re.fullmatch(r"\d\d_\w+", lab)), f"due.{lab} names no lab, expected one such as 03_sigmoid_slope"
    )
    if isinstance(moment, date) and not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day, 23, 59, 59)
    _require(places, isinstance(moment, datetime), f"due.{lab} = {moment!r}, expected 2026-11-30T23:59:00")
    return moment if moment.tzinfo is None else moment.astimezone(UTC).replace(tzinfo=None)


def _require(places: Places, good: bool, problem: str) -> None:
    if not good:
        raise LabkitError(f"{places.settings}: {problem}.")
