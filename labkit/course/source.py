"""Read ``lab.py``: a Jupytext percent script whose YAML header says what the lab is about."""

from dataclasses import dataclass
from typing import Any

import jupytext
import yaml
from nbformat import NotebookNode

from labkit.course.folders import Lab
from labkit.errors import LabkitError

HEADER_KEYS = ("title", "question", "minutes")


@dataclass(frozen=True)
class Source:
    """What stands in ``lab.py``: the header, and the cells with the words of their headers as metadata."""

    lab: Lab
    header: dict[str, Any]
    cells: list[NotebookNode]


def read(lab: Lab) -> Source:
    """Read one lab.

    Raises
    ------
    LabkitError
        When the file is not UTF-8, or its header lacks title, question or minutes.
    """
    try:
        text = lab.source.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise LabkitError(f"{lab}/lab.py is not UTF-8 text ({error}): save it as UTF-8.") from None
    cells = jupytext.reads(text, fmt="py:percent").cells
    if not cells or cells[0].cell_type != "raw":
        raise _bad_header(lab, "no 'labkit:' block in the YAML header")
    header = _header(lab, cells.pop(0).source)
    return Source(lab, header, cells)


def _header(lab: Lab, raw: str) -> dict[str, Any]:
    try:
        header = yaml.safe_load(raw.strip().strip("-"))["labkit"]
        missing = [key for key in HEADER_KEYS if not header.get(key)]
    except (yaml.YAMLError, KeyError, TypeError, AttributeError):
        raise _bad_header(lab, "no readable 'labkit:' block in the YAML header") from None
    if missing:
        raise _bad_header(lab, f"no {' and no '.join(missing)} in the header")
    return {key: header[key] for key in HEADER_KEYS}


def _bad_header(lab: Lab, problem: str) -> LabkitError:
    return LabkitError(
        f"{lab}/lab.py has {problem}: expected 'labkit:' with title, question and minutes; "
        "'labkit new' writes a lab that shows how."
    )
