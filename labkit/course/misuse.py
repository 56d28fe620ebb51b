"""What an author can get wrong in the headers of ``lab.py``: each mistake is one sentence, with the cell it is in."""

import re

from nbformat import NotebookNode

from labkit.course.source import Source
from labkit.errors import LabkitError

#: The words of the vocabulary, and the type of the cells that each belongs on.
WORDS = {
    "setup": "code",
    "exercise": "code",
    "check": "code",
    "written": "markdown",
    "rubric": "markdown",
    "predict": "code",
}
_ID = re.compile(r"\d\d\.[a-z][a-z0-9_]*")


def require_known(source: Source, cell: NotebookNode, text: str) -> None:
    """Refuse a misspelt word: its cell would quietly become an ordinary one."""
    spacing = {key for key in cell.metadata if key.startswith("lines_to_")}  # Jupytext's own notes
    unknown = sorted(set(cell.metadata) - {*WORDS, "points", "tags", "title"} - spacing)
    if unknown:
        raise LabkitError(
            f"{source.lab}/lab.py, the cell that begins {text.partition(chr(10))[0][:50]!r}: {unknown[0]!r} is no "
            f"word of a cell's header; there are {', '.join(WORDS)}, points and tags."
        )


def require_checks(source: Source, cells: list[NotebookNode]) -> None:
    """Refuse an exercise without its check cell: it would earn no points, and nobody would notice."""
    named = {
        word: [cell.metadata.labkit[word] for cell in cells if word in cell.metadata.get("labkit", {})]
        for word in ("exercise", "check")
    }
    for name in named["exercise"]:
        if name not in named["check"]:
            raise LabkitError(
                f"{source.lab}/lab.py, cell exercise={name!r}: no check follows it; add an empty cell "
                f'headed # %% check="{name}".'
            )


def require_proper(source: Source, cell: NotebookNode, word: str) -> None:
    """Say in one sentence what is wrong with a cell's header, or nothing."""
    name = cell.metadata[word]
    where = f"{source.lab}/lab.py, cell {word}={name!r}:"
    if cell.cell_type != WORDS[word]:
        raise LabkitError(f"{where} a {cell.cell_type} cell, but '{word}' belongs on a {WORDS[word]} cell.")
    if word == "setup":
        if name != source.lab.number:
            raise LabkitError(f'{where} expected the number of the lab, setup="{source.lab.number}".')
        return
    if not isinstance(name, str) or _ID.fullmatch(name) is None or name[:2] != source.lab.number:
        raise LabkitError(f'{where} expected an id of this lab, such as "{source.lab.number}.some_name".')
    if word == "check" and cell.source.strip():
        raise LabkitError(f"{where} a check is generated from the exercise: leave its cell empty.")
    points = cell.metadata.get("points")
    if word == "written" and not (isinstance(points, int) and points > 0):
        raise LabkitError(f"{where} points={points!r}, expected a whole number from 1, such as points=3.")
