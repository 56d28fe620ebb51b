"""Spreadsheet: rows written as CSV, whole or not at all, with no text that a spreadsheet would run as a formula."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from labkit.files import write_whole

Row = dict[str, Any]
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a formula of a text, in wide characters too; leading blanks do not keep a spreadsheet from it."""


def save(path: Path, rows: list[Row], head: Sequence[str] = (), excel: bool = False) -> Path:
    """Write rows; the columns are ``head`` and then those of the rows, in the order of their first appearance.

    ``excel`` puts the mark in front by which Excel knows UTF-8; an LMS knows without.
    """
    text = io.StringIO()
    columns = list(dict.fromkeys([*head, *(name for row in rows for name in row)]))
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([harmless(name) for name in columns])
    writer.writerows([[harmless(row.get(name, "")) for name in columns] for row in rows])
    data = text.getvalue().encode("utf-8-sig" if excel else "utf-8", errors="replace")
    write_whole(path, lambda file: file.write(data))
    return path


def harmless(value: Any) -> Any:
    """Numbers as they are; text on one line, and with a quote in front where it could be run."""
    if not isinstance(value, str):
        return value
    runs = value.startswith(_STARTS) or value.lstrip().startswith(_STARTS)
    line = " ".join(value.splitlines()) if "\n" in value or "\r" in value else value
    return f"'{line}" if runs else line
