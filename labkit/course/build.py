"""Write what is generated: the committed student notebooks and the solved ones under ``build/``."""

from nbformat import NotebookNode

from labkit.course.folders import Course, Lab
from labkit.course.notebook import to_bytes, write_if_changed
from labkit.course.solved import solved_notebook
from labkit.course.source import read
from labkit.course.student import handed_out, student_notebook
from labkit.errors import LabkitError


def labs_of(course: Course) -> list[Lab]:
    """All labs; a course without any is a mistake, not a success.

    Raises
    ------
    LabkitError
        When no lab is there.
    """
    labs = course.labs()
    if not labs:
        raise LabkitError(f"No lab in {course.root / 'labs'}: expected folders such as 03_slope with a lab.py.")
    return labs


def build_solved(course: Course) -> dict[Lab, NotebookNode]:
    """Write every solved notebook, and remove those whose lab is gone; returns what was written."""
    solved = {lab: solved_notebook(read(lab)) for lab in labs_of(course)}
    for lab, notebook in solved.items():
        write_if_changed(course.solved(lab), to_bytes(notebook))
    wanted = {course.solved(lab) for lab in solved}
    for path in (course.build / "solved").glob("*/*.ipynb"):
        if path not in wanted:
            path.unlink()
    return solved


def build_notebooks(course: Course) -> list[Lab]:
    """Write every student notebook and every solved one; returns the labs whose student notebook changed."""
    solved = build_solved(course)
    return [lab for lab, notebook in solved.items() if _write_student(lab, handed_out(notebook, str(lab)))]


def build_lab(lab: Lab) -> bool:
    """Write the student notebook of one lab; True when it changed."""
    return _write_student(lab, student_notebook(read(lab)))


def _write_student(lab: Lab, notebook: NotebookNode) -> bool:
    return write_if_changed(lab.notebook, to_bytes(notebook))
