"""Preflight: a submission rebuilt from the released notebook, whatever happened to it on the way.

Every released cell is looked for in the submission by its id, by nbgrader's name for it, by labkit's, by its text, and,
for an exercise, by the function that it defines. What was found keeps the student's text; what is locked is restored;
what is missing is put back as released; what is left over stays where the student had it. Nothing is thrown away, every
repair is written down, and where it is not certain what was meant, a human decides.
"""

import re
from typing import Any

from labkit.course.student import TEXT_STUB
from labkit.grading.matching import checks, match, other_lab, tells_its_lab, word_and_name
from labkit.grading.needed import parsed
from labkit.grading.notebook_file import Cell, Unreadable, parse
from labkit.grading.result import Flag
from labkit.grading.submission import Rebuilt, Submission

_STUDENT = re.compile(r"^student\s*=\s*(['\"])(.{0,60}?)\1", re.MULTILINE)


def preflight(data: bytes, release: Any, lab: str, solution_names: dict[str, str]) -> Submission:
    """Rebuild one submission.

    Parameters
    ----------
    data : bytes
        The file as it came in.
    release : NotebookNode
        The student's notebook as released.
    lab : str
        The lab that it was handed in for, such as ``"03_sigmoid_slope"``.
    solution_names : dict
        Exercise id -> name that its cell defines.
    """
    result = Submission()
    try:
        cells, metadata = parse(data)
    except Unreadable as problem:
        return _unusable(result, "unreadable", str(problem))
    homes = match(cells, release, solution_names)
    other = other_lab(cells, metadata, lab)
    matched = [
        index for index, cell in zip(homes, release.cells, strict=True) if index is not None and tells_its_lab(cell)
    ]
    if other and not {cell.id for cell in release.cells if tells_its_lab(cell)} & {
        n for c in cells for n in (c.id, c.grade_id)
    }:
        return _unusable(result, "another lab", f"This is the notebook of lab {other}, handed in for lab {lab}.")
    if not matched:
        return _unusable(result, "unrecognised", f"No cell of this notebook is one of lab {lab}.")
    _rebuild(result, cells, release, homes)
    _note_extra(result, cells, solution_names)
    _doubt_empty_answers(result, release)
    return result


def _unusable(result: Submission, kind: str, text: str) -> Submission:
    result.usable = False
    result.flags.append(Flag(kind, text))
    return result


def _rebuild(result: Submission, cells: list[Cell], release: Any, homes: list[int | None]) -> None:
    """Lay the student's text into the released notebook; their own cells follow the cell that they followed."""
    places = [index for index in homes if index is not None]
    result.reordered = places != sorted(places)
    if result.reordered:
        result.flags.append(Flag("reordered", "Cells stand in another order than released: both orders are tried."))
    owner = {index: place for place, index in enumerate(homes) if index is not None}
    following: dict[int, list[int]] = {}
    last = -1
    for index in range(len(cells)):
        last = owner.get(index, last)
        if index not in owner:
            following.setdefault(last, []).append(index)
    _own(result, cells, following.get(-1, []), release)
    for place, released in enumerate(release.cells):
        _lay(result, released, None if homes[place] is None else cells[homes[place]], homes[place])
        _own(result, cells, following.get(place, []), release)


def _lay(result: Submission, released: Any, mine: Cell | None, place: int | None) -> None:
    word, name = word_and_name(released)
    cell = Rebuilt(released.id, released.cell_type, released.source, word, name, True, place, dict(released.metadata))
    result.cells.append(cell)
    exercise = name if word in ("exercise", "check") else ""
    if mine is None:
        if word in ("exercise", "check", "written", "setup"):
            result.flags.append(Flag("cell missing", f"The cell {released.id} is missing: put back.", exercise))
        if word == "written":
            result.written[name] = "missing"
        return
    retyped = mine.kind != released.cell_type
    if retyped and (word or mine.kind == "code"):
        result.flags.append(Flag("cell retyped", f"The cell {released.id} was made {mine.kind}: restored.", exercise))
    if word == "check":
        if mine.source.strip() != released.source.strip():
            result.flags.append(Flag("check edited", f"The check {name} was edited: restored.", name))
    elif word == "setup":
        chosen = _STUDENT.search(mine.source)
        result.student = chosen.group(2) if chosen else "guest"
        cell.source = _STUDENT.sub(f"student = {result.student!r}", released.source)
        extra = _more_than(mine.source, released.source)
        if extra:
            result.cells.append(Rebuilt(f"{released.id}-more", "code", extra, place=place))
    elif retyped and word == "" and released.cell_type == "code":
        pass  # an experiment that was made text stays as released
    else:
        cell.source, cell.released = mine.source, mine.source.strip() == released.source.strip()
    if word == "written":
        cell.question = released.source.partition(TEXT_STUB)[0].strip()
        result.written[name] = "empty" if cell.released or _only_question(mine.source, released.source) else "written"


def _more_than(mine: str, released: str) -> str:
    """Lines that a student added to the setup cell."""
    known = {line.strip() for line in released.split("\n")}
    lines = [line for line in mine.split("\n") if line.strip() not in known and not _STUDENT.match(line)]
    text = "\n".join(lines)
    return text if text.strip() and parsed(text) is not None else ""


def _only_question(mine: str, released: str) -> bool:
    """Whether nothing but the question is left of a written answer."""
    return not mine.replace(TEXT_STUB, "").strip() or (
        mine.replace(TEXT_STUB, "").split() == released.replace(TEXT_STUB, "").split()
    )


def _own(result: Submission, cells: list[Cell], indices: list[int], release: Any) -> None:
    """Keep cells that the student put in. A copy of a check carries nothing and goes."""
    known = {cell.id for cell in release.cells}
    for index in indices:
        cell = cells[index]
        copied = checks(cell) if cell.source.count("\n") == 0 else None
        if copied:
            result.flags.append(Flag("check copied", f"The check {copied} stands more than once.", copied))
            continue
        if (cell.id in known or cell.grade_id in known) and cell.source.strip():
            name = cell.grade_id or cell.id
            result.flags.append(Flag("cell copied", f"The cell {name} stands more than once: all copies are kept."))
        result.cells.append(Rebuilt(f"own-{index}", cell.kind, cell.source, place=index))


def _note_extra(result: Submission, cells: list[Cell], solution_names: dict[str, str]) -> None:
    """Where an exercise's cell holds no code, look whether its function stands in a cell that is no code any more."""
    for cell in result.cells:
        if not cell.id.startswith("own-") or cell.kind == "code":
            continue
        for exercise, name in solution_names.items():
            if re.search(rf"^def {name}\(", cell.source, re.MULTILINE) and parsed(cell.source) is not None:
                cell.kind = "code"
                text = f"The function {name} stood in a text cell: run as code."
                result.flags.append(Flag("cell retyped", text, exercise))


def _doubt_empty_answers(result: Submission, release: Any) -> None:
    """An answer counts as not given only where the notebook holds no other text that could be it."""
    known = {cell.source.strip() for cell in release.cells}
    elsewhere = any(
        cell.source.strip() not in known and cell.word != "written" and (cell.kind != "code" or not parsed(cell.source))
        for cell in result.cells
        if cell.source.strip() and cell.word not in ("exercise", "check")
    )
    for name, state in result.written.items():
        if state == "empty" and elsewhere:
            result.written[name] = "elsewhere"
