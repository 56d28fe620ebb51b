"""Matching: which cell of a submission each released cell has become, and which lab a notebook says it is of."""

import ast
import re
from typing import Any

from labkit.course.released import check_of
from labkit.course.student import TEXT_STUB
from labkit.grading.needed import parsed
from labkit.grading.notebook_file import Cell

_CHECK = re.compile(r'\s*check\(\s*["\'](\d\d\.\w+)["\']')


def tells_its_lab(cell: Any) -> bool:
    """Whether a released cell says which lab it is of."""
    return bool({"exercise", "check", "written"} & set(cell.metadata.get("labkit", {})))


def word_and_name(cell: Any) -> tuple[str, str]:
    """What a released cell is, such as ``("exercise", "03.sigmoid")``; two empty texts for an ordinary one."""
    words = cell.metadata.get("labkit", {})
    return next(((word, name) for word, name in words.items()), ("", ""))


def match(cells: list[Cell], release: Any, solution_names: dict[str, str]) -> list[int | None]:
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
        word, name = word_and_name(released)
        return bool(word) and cell.labkit.get(word) == name

    def defines(cell: Cell, released: Any) -> bool:
        word, name = word_and_name(released)
        return word == "exercise" and cell.kind == "code" and solution_names.get(name, "?") in _defined(cell.source)

    # A cell that still defines its function is the one, even where a copy of it stands before it.
    take(lambda mine, released: mine.id == released.id and defines(mine, released))
    take(lambda mine, released: mine.grade_id == released.id and defines(mine, released))
    take(defines)
    take(lambda mine, released: mine.id == released.id)
    take(lambda mine, released: mine.grade_id == released.id)
    take(named)
    take(lambda mine, released: mine.source.strip() == released.source.strip() and mine.kind == released.cell_type)
    take(lambda mine, released: "check" in released.metadata.get("labkit", {}) and checks(mine) == check_of(released))
    take(_same_question)
    return homes


def checks(cell: Cell) -> str | None:
    """Id of the exercise that a cell checks, if it checks one."""
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


def other_lab(cells: list[Cell], metadata: dict[str, Any], lab: str) -> str:
    """Number of the lab that a notebook says it belongs to, when that is not ``lab``."""
    words = metadata.get("labkit") if isinstance(metadata.get("labkit"), dict) else {}
    told = str(words.get("lab") or "")[:2]
    names = [name for cell in cells for word, name in cell.labkit.items() if word in ("exercise", "check", "written")]
    names += [name for cell in cells if (name := checks(cell))]
    told = told or max((name[:2] for name in names), key=[n[:2] for n in names].count, default="")
    return "" if told in ("", lab[:2]) else told
