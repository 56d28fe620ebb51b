"""When something was handed in: told by a table, by a file beside the notebook, or by the date of the notebook itself.

A zip file from an LMS does not tell: the dates in it are those of the download, and nobody is late because of them.
"""

import csv
from datetime import UTC, datetime
from pathlib import Path

from labkit.errors import LabkitError

STAMP = "timestamp.txt"
"""Name of the file beside the notebook, as nbgrader's collections have it."""


def stamped(text: str) -> datetime | None:
    """Read a time stamp, in UTC where it does not say otherwise; None when it is none."""
    try:
        when = datetime.fromisoformat(text.strip().removesuffix(" UTC"))
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def stamp_beside(path: Path) -> datetime | None:
    """Read the time stamp beside a notebook, where there is one."""
    try:
        return stamped((path.parent / STAMP).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return None


def table_of_times(path: Path) -> dict[str, datetime]:
    """Read a CSV file with the columns ``id`` and ``submitted``.

    Raises
    ------
    LabkitError
        When it cannot be read, or a time is none.
    """
    found = {}
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                when = stamped(row["submitted"] or "")
                if when is None:
                    raise LabkitError(
                        f"{path}: {row['submitted']!r} is no time, expected one such as 2026-12-01 08:30."
                    )
                found[(row["id"] or "").strip()] = when
    except (OSError, KeyError, csv.Error, UnicodeDecodeError):
        raise LabkitError(f"{path} cannot be read: expected a CSV file in UTF-8 with id and submitted.") from None
    return found
