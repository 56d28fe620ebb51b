"""The fingerprint of an exercise: equal as long as grading it anew would give the same points.

It covers all code that the marking of the exercise rests on: the files in which it is written, whatever of labkit these
import, directly or through others (the engine that compares and diagnoses, the function that is its reference), the
grader itself, and the cells of the released notebook that an answer is laid into. So a mend anywhere among these is
graded again, for the exercises that rest on it and no other. Comments, docstrings and line breaks do not count.
"""

import hashlib
from pathlib import Path
from typing import Any

from labkit.course.cells import cell_id, word_of
from labkit.exercises.registry import labs
from labkit.grading.foundations import Code

_GRADER = ("labkit.grading.marking", "labkit.grading.runner")
"""Where marking begins: outside the sandbox, and inside it."""


def fingerprint(exercise: Any, release: Any = None, code: Code | None = None) -> str:
    """Compute the fingerprint of one exercise.

    Parameters
    ----------
    exercise : Exercise or PaperExercise
    release : NotebookNode, optional
        The student's notebook as released.
    code : Code, optional
        The code of labkit, to be shared between exercises; read anew by default.
    """
    code = code or Code()
    total = hashlib.sha256(f"{exercise.id}\n{exercise.points}\n".encode())
    for path in sorted(rests_on(exercise, code)):
        total.update(f"{path.relative_to(code.root).as_posix()}\n{code[path].digest}\n".encode())
    for cell in release.cells if release is not None else []:
        if cell.id in (cell_id("exercise", exercise.id), cell_id("check", exercise.id)) or word_of(cell) == "setup":
            total.update(f"{cell.id}\n{cell.source}\n".encode())
    return total.hexdigest()[:32]


def rests_on(exercise: Any, code: Code) -> set[Path]:
    """Collect the files that decide about the points of an exercise."""
    starts = filter(None, map(code.file_of, _GRADER))
    # What the grader takes from the rest of labkit, such as the engine, every exercise brings with it.
    grader = {path for path in code.foundations(starts) if path.is_relative_to(code.root / "grading")}
    return grader | code.foundations(_written_in(exercise, code))


def _written_in(exercise: Any, code: Code) -> list[Path]:
    """Files of the lab's package that name the exercise's id; the whole package where none does."""
    start = code.file_of(labs().get(exercise.id[:2], ""))
    if start is None or start.name != "__init__.py":
        return [start] if start else []
    package = sorted(start.parent.rglob("*.py"))
    return [path for path in package if exercise.id in code[path].ids] or package
