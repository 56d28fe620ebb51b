"""Write what is generated: the committed student notebooks and the solved ones under ``build/``."""

from labkit.course.folders import Course, Lab
from labkit.course.notebook import to_bytes, write_if_changed
from labkit.course.solved import solved_notebook
from labkit.course.source import read
from labkit.course.student import student_notebook
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


def build_solved(course: Course) -> None:
    """Write every solved notebook, and remove those whose lab is gone."""
    wanted = set()
    for lab in labs_of(course):
        path = course.solved(lab)
        write_if_changed(path, to_bytes(solved_notebook(read(lab))))
        wanted.add(path)
    for path in (course.build / "solved").glob("*/*.ipynb"):
        if path not in wanted:
            path.unlink()


def build_notebooks(course: Course) -> list[Lab]:
    """Write every student notebook and every solved one; returns the labs whose student notebook changed."""
    build_solved(course)
    return [lab for lab in labs_of(course) if build_lab(lab)]


def build_lab(lab: Lab) -> bool:
    """Write the student notebook of one lab; True when it changed."""
    return write_if_changed(lab.notebook, to_bytes(student_notebook(read(lab))))
