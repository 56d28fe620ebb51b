"""What a student's notebook must hold: its check cells and written answers, as they were released."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from nbformat import NotebookNode

from labkit.course.cells import cell_id, check_source
from labkit.course.folders import Course, Lab
from labkit.course.notebook import read_notebook
from labkit.errors import LabkitError

_CALL = re.compile(r'^\s*check\(\s*["\'](\d\d\.\w+)["\']', re.MULTILINE)


@dataclass(frozen=True)
class Graded:
    """One graded cell as released: ``word`` is ``check`` or ``written``."""

    word: str
    name: str
    points: float
    source: str

    @property
    def grade_id(self) -> str:
        """The name that nbgrader knows the cell by."""
        return cell_id(self.word, self.name)


def graded_cells(notebook: NotebookNode, path: Path) -> list[Graded]:
    """List what was released for the lab of a notebook that a student may have changed.

    The released notebook of the course around the file tells it. A notebook that travelled alone is
    compared with the lab's exercises in labkit, and its written answers are those that it still has.

    Raises
    ------
    LabkitError
        When the notebook belongs to no lab.
    """
    release = _release(notebook, path)
    if release is not None:
        return [graded for cell in release.cells for graded in _graded(cell)]
    from labkit.exercises import of_lab

    checks = [Graded("check", e.id, e.points, check_source(e)) for e in of_lab(lab_number(notebook, path))]
    here = [graded for cell in notebook.cells for graded in _graded(cell) if graded.word == "written"]
    return checks + [replace(graded, source="") for graded in here]  # how it was released is not known


def lab_number(notebook: NotebookNode, path: Path) -> str:
    """Two digits: from the notebook's metadata, else from its checks, else from the folder it lies in."""
    texts = [str(notebook.metadata.get("labkit", {}).get("lab", ""))]
    texts += [name for cell in notebook.cells if (name := check_of(cell))]
    texts += [path.resolve().parent.name]
    for text in texts:
        if re.match(r"\d\d[._]", text):
            return text[:2]
    raise LabkitError(f"{path} belongs to no lab: expected the notebook of a lab, with its check cells.")


def check_of(cell: NotebookNode) -> str | None:
    """Exercise that a cell checks: by its metadata, or where a tool dropped that, by what it calls."""
    if cell.cell_type != "code":
        return cell.metadata.get("labkit", {}).get("check")
    called = _CALL.search(cell.source)
    return cell.metadata.get("labkit", {}).get("check") or (called and called.group(1)) or None


def written_of(cell: NotebookNode) -> str | None:
    """Question that a cell answers."""
    return cell.metadata.get("labkit", {}).get("written")


def _graded(cell: NotebookNode) -> list[Graded]:
    points = cell.metadata.get("nbgrader", {}).get("points")
    for word, name in (("check", check_of(cell)), ("written", written_of(cell))):
        if name is not None and points is not None:
            return [Graded(word, name, points, cell.source)]
    return []


def _release(notebook: NotebookNode, path: Path) -> NotebookNode | None:
    try:
        course = Course.find(path.parent)
    except LabkitError:
        return None
    number = lab_number(notebook, path)
    for folder in course.root.glob(f"labs/{number}_*"):
        release = Lab(folder).notebook
        if release.is_file():
            return read_notebook(release)
    return None
