"""A notebook as it came in, read with nothing taken for granted: bytes to a list of cells, or a reason why not."""

import json
from dataclasses import dataclass, field
from typing import Any

LARGEST = 100 * 2**20
_TYPES = ("code", "markdown", "raw")


class Unreadable(Exception):
    """The file is no notebook; the message says why in a sentence."""


@dataclass
class Cell:
    """One cell: what was written in it, and every name under which it may be known."""

    kind: str
    source: str
    id: str = ""
    grade_id: str = ""
    labkit: dict[str, str] = field(default_factory=dict)


def parse(data: bytes) -> tuple[list[Cell], dict[str, Any]]:
    """Read cells and metadata of a notebook of format 3 or 4.

    Raises
    ------
    Unreadable
        When it is no notebook, not UTF-8, or far too large.
    """
    if len(data) > LARGEST:
        raise Unreadable(f"The file has {len(data) // 2**20} MB, far more than a notebook needs.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("The file is not UTF-8 text, so its letters cannot be read for certain.") from None
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise Unreadable("The file is damaged: it is not valid JSON.") from None
    if not isinstance(document, dict):
        raise Unreadable("The file holds JSON that is no notebook.")
    cells = document.get("cells")
    if cells is None and isinstance(document.get("worksheets"), list):  # format 3
        sheets = [sheet for sheet in document["worksheets"] if isinstance(sheet, dict)]
        cells = [cell for sheet in sheets for cell in sheet.get("cells") or []]
    if not isinstance(cells, list):
        raise Unreadable("The file holds JSON that is no notebook: it has no cells.")
    metadata = document.get("metadata")
    return [_cell(cell) for cell in cells if isinstance(cell, dict)], metadata if isinstance(metadata, dict) else {}


def _cell(raw: dict[str, Any]) -> Cell:
    metadata = raw.get("metadata") if isinstance(raw.get("metadata"), dict) else {}
    nbgrader = metadata.get("nbgrader") if isinstance(metadata.get("nbgrader"), dict) else {}
    words = metadata.get("labkit") if isinstance(metadata.get("labkit"), dict) else {}
    kind = raw.get("cell_type")
    source = raw.get("source", raw.get("input", ""))
    return Cell(
        kind if kind in _TYPES else "raw",
        _text(source),
        _text(raw.get("id") or metadata.get("id") or ""),  # Colab keeps the id among the metadata
        _text(nbgrader.get("grade_id") or ""),
        {str(key): value for key, value in words.items() if isinstance(value, str)},
    )


def _text(value: Any) -> str:
    """Text of a source, which may be one string or a list of lines; lone surrogates become question marks."""
    if isinstance(value, list):
        value = "".join(part for part in value if isinstance(part, str))
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""
