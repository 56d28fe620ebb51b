"""The fingerprint of an exercise: equal as long as grading it anew would give the same points.

It covers the file in which the exercise is written, the files of its lab that this one uses, the source of the
reference and the two cells of the released notebook. So an exercise that is mended is graded again, and nothing else.
"""

import ast
import hashlib
import inspect
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from labkit.course.cells import cell_id
from labkit.exercises.registry import labs


def fingerprint(exercise: Any, release: Any = None) -> str:
    """Compute the fingerprint of one exercise, with its cells in a released notebook where that is given."""
    total = hashlib.sha256(f"{exercise.id}\n{exercise.points}\n".encode())
    for path in files_of(exercise):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    with suppress(OSError, TypeError, AttributeError):
        total.update(inspect.getsource(exercise.reference).encode())
    ids = [cell_id("exercise", exercise.id), cell_id("check", exercise.id)]
    for cell in [cell for cell in release.cells if cell.id in ids] if release is not None else []:
        total.update(f"{cell.id}\n{cell.source}\n".encode())
    return total.hexdigest()[:32]


def files_of(exercise: Any) -> list[Path]:
    """The file that an exercise is written in and, of its lab's package, all that this one imports."""
    module = labs().get(exercise.id[:2], "")
    spec = find_spec(module) if module else None
    if spec is None or spec.origin is None:
        return []
    start = Path(spec.origin)
    if start.name != "__init__.py":
        return [start]
    own = [path for path in sorted(start.parent.rglob("*.py")) if _names(path, exercise.id)]
    todo, found = own or sorted(start.parent.rglob("*.py")), []
    while todo:
        path = todo.pop()
        if path not in found:
            found.append(path)
            todo += _imported(path, module, start.parent)
    return sorted(found)


def _names(path: Path, identity: str) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(
        isinstance(node, ast.keyword)
        and node.arg == "id"
        and isinstance(node.value, ast.Constant)
        and node.value.value == identity
        for node in ast.walk(tree)
    )


def _imported(path: Path, package: str, folder: Path) -> list[Path]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ImportFrom) or not (node.module or "").startswith(package):
            continue
        inside = folder.joinpath(*(node.module or "").removeprefix(package).strip(".").split("."))
        for candidate in [inside.with_suffix(".py"), *(inside / f"{alias.name}.py" for alias in node.names)]:
            if candidate.is_file():
                found.append(candidate)
    return found
