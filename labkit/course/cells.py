"""The vocabulary of ``lab.py``: one word in a cell's header becomes an nbgrader cell.

========================  ==============================================================================
header word               what it becomes
========================  ==============================================================================
``setup="03"``            first code cell: version check, ``student``, the three functions of every lab
``exercise="03.slope"``   the student's code (nbgrader: a solution cell)
``check="03.slope"``      generated and locked, carries the points of the exercise object
``written="03.why"``      a written answer with ``points=3``, graded by hand (nbgrader: grade and solution)
``rubric="03.why"``       how that answer is graded; stands in the solved notebook only
``predict="03.best"``     a prediction, compared later and never graded (nbgrader: a solution cell)
========================  ==============================================================================
"""

import hashlib
from collections import Counter
from collections.abc import Callable
from typing import Any

from nbformat import NotebookNode

import labkit
from labkit.course.misuse import WORDS, require_checks, require_known, require_proper
from labkit.course.source import Source
from labkit.errors import LabkitError

_PREFIX = {"exercise": "ex"}

_SETUP = """\
try:
    import labkit
except ModuleNotFoundError:
    raise ModuleNotFoundError("This lab needs labkit: in the folder of the course run 'make lab' "
                              "or 'pip install .[course]', then restart the kernel.") from None
labkit.require("{version}")
from labkit import check, reveal, use

student = "guest"  # exercises that are drawn for each student use this name; leave it as it is"""


def find_exercise(exercise_id: str) -> Any:
    """Look the exercise object up in :mod:`labkit.exercises`."""
    from labkit.exercises import find

    return find(exercise_id)


def word_of(cell: NotebookNode) -> str | None:
    """The vocabulary word of a generated cell, or None for an ordinary one."""
    return next((word for word in WORDS if word in cell.metadata.get("labkit", {})), None)


def cell_id(word: str, identity: str) -> str:
    """Stable id of a cell of the vocabulary: ``exercise``, ``03.best_k`` -> ``ex-03-best_k``."""
    return f"{_PREFIX.get(word, word)}-{identity.replace('.', '-')}"


def check_source(exercise: Any) -> str:
    """The one line of a generated check cell."""
    student = ", student=student" if exercise.per_student else ""
    return f'check("{exercise.id}", {exercise.name}{student})'


def setup_source() -> str:
    """The generated first code cell; asks for the release (major.minor) that generated it."""
    return _SETUP.format(version=".".join(labkit.__version__.split(".")[:2]))


def expand(source: Source, find: Callable[[str], Any] = find_exercise) -> list[NotebookNode]:
    """Turn the cells of a source into cells with stable ids and nbgrader's metadata, solutions still in.

    Parameters
    ----------
    source : Source
        A lab as read.
    find : callable
        Exercise id to exercise object (``.id``, ``.name``, ``.points``, ``.per_student``).

    Raises
    ------
    LabkitError
        When a word is misused: unknown exercise, no points, the same id twice, a check with a body.
    """
    cells = [_expand_cell(source, cell, find) for cell in source.cells]
    _number_equal_texts(cells)
    twice = [identity for identity, count in Counter(cell.id for cell in cells).items() if count > 1]
    if twice:
        raise LabkitError(f"{source.lab}/lab.py has two cells '{twice[0]}': give each its own id.")
    if not any(word_of(cell) == "setup" for cell in cells):
        raise LabkitError(f"{source.lab}/lab.py has no setup cell: add '# %% setup=\"{source.lab.number}\"'.")
    require_checks(source, cells)
    return cells


def _expand_cell(source: Source, cell: NotebookNode, find: Callable[[str], Any]) -> NotebookNode:
    text = cell.source.strip("\n")
    require_known(source, cell, text)
    word = next((word for word in WORDS if word in cell.metadata), None)
    if word is None:
        return _cell(cell, _content_id(cell.cell_type, text), text, {})
    require_proper(source, cell, word)
    name = cell.metadata[word]
    identity = cell_id(word, name)
    labkit_metadata = {word: name}
    grading: dict[str, Any] = {}
    if word == "setup":
        text = f"{setup_source()}\n\n{text}".rstrip()
    elif word == "exercise":
        _found(source, word, name, find)
        grading = {"solution": True}
    elif word == "check":
        exercise = _found(source, word, name, find)
        text = check_source(exercise)
        grading = {"grade": True, "locked": True, "points": exercise.points}
    elif word == "written":
        grading = {"grade": True, "solution": True, "points": cell.metadata["points"]}
    elif word == "predict":
        grading = {"solution": True}
    new = _cell(cell, identity, text, labkit_metadata)
    if grading:
        new.metadata["nbgrader"] = {
            "cell_type": cell.cell_type,
            "grade": False,
            "grade_id": identity,
            "locked": False,
            "schema_version": 3,
            "solution": False,
            "task": False,
        } | grading
    return new


def _found(source: Source, word: str, name: str, find: Callable[[str], Any]) -> Any:
    """Look an exercise up; when there is none, say in which cell it was named and where its object belongs."""
    try:
        return find(name)
    except LabkitError as error:
        raise LabkitError(
            f"{source.lab}/lab.py, cell {word}={name!r}: {error} An exercise is listed in EXERCISES "
            f"of labkit.exercises.lab{source.lab.slug}."
        ) from None


def _cell(cell: NotebookNode, identity: str, text: str, labkit_metadata: dict) -> NotebookNode:
    """Copy type and text, and of the metadata only the tags, which the book understands."""
    metadata = NotebookNode({key: cell.metadata[key] for key in ("tags",) if key in cell.metadata})
    if labkit_metadata:
        metadata["labkit"] = NotebookNode(labkit_metadata)
    new = NotebookNode(cell_type=cell.cell_type, id=identity, metadata=metadata, source=text)
    if cell.cell_type == "code":
        new.update(execution_count=None, outputs=[])
    return new


def _content_id(cell_type: str, text: str) -> str:
    """Id from the text, so that a cell put in elsewhere changes no other id."""
    return f"{cell_type}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def _number_equal_texts(cells: list[NotebookNode]) -> None:
    """Give the second and later ordinary cells of the same text ids of their own."""
    seen: Counter[str] = Counter()
    for cell in cells:
        if word_of(cell) is None:
            seen[cell.id] += 1
            if seen[cell.id] > 1:
                cell.id = f"{cell.id}-{seen[cell.id]}"
