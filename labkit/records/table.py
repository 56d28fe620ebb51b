"""A record on disk: a CSV table, one row per measurement, and a JSON note that says where it comes from.

The note holds the SHA-256 of the table, so a table edited by hand, or a pair of which only one half was
updated, is noticed on reading.
"""

import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from labkit.errors import LabkitError
from labkit.files import write_whole

if TYPE_CHECKING:
    import pandas as pd


def spell(value: Any) -> Any:
    """Spell a measurement for the table: fractions with seven digits, which is all float32 knows."""
    return format(value, ".7g") if isinstance(value, float) else value


def to_csv(rows: Iterable[Mapping[str, Any]], settings: Iterable[str]) -> str:
    """Rows as CSV text; settings keep all their digits, a measurement that a row lacks is ``nan``."""
    import csv

    rows, settings = list(rows), set(settings)
    columns = list(dict.fromkeys(column for row in rows for column in row))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        values = ((column, row.get(column, float("nan"))) for column in columns)
        writer.writerow([value if column in settings else spell(value) for column, value in values])
    return text.getvalue()


def write(folder: Path, name: str, csv_text: str, provenance: Mapping[str, Any]) -> Path:
    """Write ``name.csv`` and ``name.json`` in ``folder``, each in one step; return the path of the table."""
    note = dict(provenance) | {"sha256": _sha256(csv_text)}
    path = folder / f"{name}.csv"
    write_whole(path, lambda file: file.write(csv_text.encode()))
    text = json.dumps(note, indent=2, ensure_ascii=False) + "\n"
    write_whole(path.with_suffix(".json"), lambda file: file.write(text.encode()))
    return path


def read(path: Path) -> tuple["pd.DataFrame", dict[str, Any]]:
    """Read a table and its note.

    Raises
    ------
    LabkitError
        When one of the two is missing or damaged, or they do not belong together.
    """
    import pandas as pd

    remedy = f"record it again with 'labkit record {path.parent.name[:2]}.{path.stem}'"
    try:
        text = path.read_text(encoding="utf-8")  # with line ends as "\n", whatever Git has made of them on Windows
        note = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        recorded = note["sha256"]
    except FileNotFoundError as error:
        raise LabkitError(f"{error.filename} is missing, a part of the record {path.stem}: {remedy}.") from None
    except (ValueError, KeyError, TypeError) as error:
        raise LabkitError(f"{path.with_suffix('.json')} is no note of provenance ({error}): {remedy}.") from error
    if recorded != _sha256(text):
        raise LabkitError(f"{path} is not the table that its note {path.stem}.json was written for: {remedy}.")
    return pd.read_csv(io.StringIO(text), keep_default_na=False, na_values=["nan"]), note


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
