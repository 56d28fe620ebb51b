"""Preflight: a submission rebuilt from the released notebook, whatever happened to it on the way.

Every released cell is looked for in the submission by its id, by nbgrader's name for it, by labkit's, by its text, and,
for an exercise, by the function that it defines. What was found keeps the student's text; what is locked is restored;
what is missing is put back as released; what is left over stays where the student had it. Nothing is thrown away, every
repair is written down, and where it is not certain what was meant, a human decides.
"""

import ast
import re
from dataclasses import dataclass, field
from typing import Any

from labkit.course.released import check_of
from labkit.course.student import TEXT_STUB
from labkit.grading.needed import parsed
from labkit.grading.notebook_file import Cell, Unreadable, parse
from labkit.grading.result import Flag

_CHECK = re.compile(r'\s*check\(\s*["\'](\d\d\.\w+)["\']')
_STUDENT = re.compile(r"^student\s*=\s*(['\"])(.{0,60}?)\1", re.MULTILINE)


@dataclass
class Rebuilt:
    """A cell of the rebuilt notebook; ``place`` is where it stood in the submission (None: put back)."""

    id: str
    kind: str
    source: str
    word: str = ""
    name: str = ""
    released: bool = False
    place: int | None = None
    metadata: dict[str, Any] = field(default_factory=dict)


@dataclass
class Submission:
    """A submission after preflight: cells in the released order, what was noticed, and the state of written answers:
    ``"written"``, ``"empty"``, ``"missing"`` or, where other text in the notebook could be it, ``"elsewhere"``.

    ``usable`` is False where nothing can be scored; ``reordered`` that the student's order was another one.
    """

    cells: list[Rebuilt] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)
    student: str = "guest"
    usable: bool = True
    reordered: bool = False

    def in_their_order(self) -> list[Rebuilt]:
        """The cells as the student had them; each cell that was put back follows the one it was released after."""
        keys: list[tuple[int, int]] = []
        last = -1
        for i, cell in enumerate(self.cells):
            last = last if cell.place is None else cell.place
            keys.append((last, i))
        return [self.cells[i] for _, i in sorted(keys)]


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
    homes = _match(cells, release, solution_names)
    other = _other_lab(cells, metadata, lab)
    matched = [index for index, cell in zip(homes, release.cells, strict=True) if index is not None and _tells(cell)]
    if other and not {cell.id for cell in release.cells if _tells(cell)} & {
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


def _tells(cell: Any) -> bool:
    """Whether a released cell says which lab it is of."""
    return bool({"exercise", "check", "written"} & set(cell.metadata.get("labkit", {})))


def _word(cell: Any) -> tuple[str, str]:
    words = cell.metadata.get("labkit", {})
    return next(((word, name) for word, name in words.items()), ("", ""))


def _match(cells: list[Cell], release: Any, solution_names: dict[str, str]) -> list[int | None]:
    """For every released cell, the index of the submitted cell that it has become."""
    homes: list[int | None] = [None] * len(release.cells)
    free = set(range(len(cells)))

    def take(fits: Any) -> None:
        for place, cell in enumerate(release.cells):
            if homes[place] is None:
                found = next((i for i in sorted(free) if cells[i].source.strip() and fits(cells[i], cell)), None)
                if found is not None:
                    homes[place] = found
                    free.discard(found)

    def named(cell: Cell, released: Any) -> bool:
        word, name = _word(released)
        return bool(word) and cell.labkit.get(word) == name

    def defines(cell: Cell, released: Any) -> bool:
        word, name = _word(released)
        return word == "exercise" and cell.kind == "code" and solution_names.get(name, "?") in _defined(cell.source)

    # A cell that still defines its function is the one, even where a copy of it stands before it.
    take(lambda mine, released: mine.id == released.id and defines(mine, released))
    take(lambda mine, released: mine.grade_id == released.id and defines(mine, released))
    take(defines)
    take(lambda mine, released: mine.id == released.id)
    take(lambda mine, released: mine.grade_id == released.id)
    take(named)
    take(lambda mine, released: mine.source.strip() == released.source.strip() and mine.kind == released.cell_type)
    take(lambda mine, released: "check" in released.metadata.get("labkit", {}) and _checks(mine) == check_of(released))
    take(_same_question)
    return homes


def _checks(cell: Cell) -> str | None:
    found = _CHECK.match(cell.source) if cell.kind == "code" else None
    return found and found.group(1)


def _defined(source: str) -> set[str]:
    tree = parsed(source)
    if tree is None:
        return set(re.findall(r"^def (\w+)", source, re.MULTILINE))
    bound = {node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    return bound | {t.id for n in tree.body if isinstance(n, ast.Assign) for t in n.targets if isinstance(t, ast.Name)}


def _same_question(mine: Cell, released: Any) -> bool:
    """Whether a text cell without names still begins with the question that was asked."""
    if "written" not in released.metadata.get("labkit", {}):
        return False
    question = released.source.partition(TEXT_STUB)[0].strip()[:60]
    return len(question) > 15 and mine.source.strip().startswith(question)


def _other_lab(cells: list[Cell], metadata: dict[str, Any], lab: str) -> str:
    """Number of the lab that a notebook says it belongs to, when that is not ``lab``."""
    words = metadata.get("labkit") if isinstance(metadata.get("labkit"), dict) else {}
    told = str(words.get("lab") or "")[:2]
    names = [name for cell in cells for word, name in cell.labkit.items() if word in ("exercise", "check", "written")]
    names += [name for cell in cells if (name := _checks(cell))]
    told = told or max((name[:2] for name in names), key=[n[:2] for n in names].count, default="")
    return "" if told in ("", lab[:2]) else told


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
    word, name = _word(released)
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
        copied = _checks(cell) if cell.source.count("\n") == 0 else None
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


def student_code(submission: Submission) -> list[Rebuilt]:
    """Code cells that hold a student's own text."""
    return [
        c for c in submission.cells if c.kind == "code" and not c.released and c.word != "setup" and parsed(c.source)
    ]
