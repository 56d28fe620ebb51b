"""Release: nbgrader's ``source`` and ``release`` folders from every ``lab.py``, and a gradebook that knows the labs."""

from collections.abc import Sequence
from pathlib import Path

import nbformat

from labkit.course.build import labs_of
from labkit.course.folders import Course, Lab
from labkit.course.notebook import to_bytes, write_if_changed
from labkit.course.solved import solved_notebook
from labkit.course.source import read as read_source
from labkit.course.student import handed_out
from labkit.errors import LabkitError
from labkit.files import alone
from labkit.grading import settings
from labkit.grading.gradebook import enter_lab, gradebook
from labkit.grading.places import Places

CONFIG = """\
# Written by 'labkit release'. Start nbgrader's page in this folder with 'jupyter lab', menu Nbgrader, Formgrader.
import tomllib
from pathlib import Path

c = get_config()
root = Path(__file__).resolve().parent
c.CourseDirectory.root = str(root)
c.CourseDirectory.db_url = "sqlite:///" + str(root / "gradebook.db")
c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback"]
c.ClearSolutions.enforce_metadata = False
c.AssignLatePenalties.plugin_class = "labkit.grading.late_penalty.LatePenalty"
settings = tomllib.loads((root / "grading.toml").read_text(encoding="utf-8"))
for name, value in settings.get("late", {}).items():
    setattr(c.LatePenalty, name, value)
"""


def release(course: Course, places: Places, labs: Sequence[str] = ()) -> list[str]:
    """Make or renew everything that grading needs of the labs; returns the labs released.

    Parameters
    ----------
    course : Course
    places : Places
        Where the cohort lies; settings and secret are made there when missing.
    labs : sequence of str
        Numbers or names such as ``"03"``; all labs when empty.

    Raises
    ------
    LabkitError
        When a lab is named that does not exist.
    """
    chosen = _chosen(labs_of(course), labs)
    settings.create(places, course.root)
    due = settings.read(places).due
    with alone(places.lock, busy=f"Another labkit is working in {places.root}: wait until it is done."):
        write_if_changed(places.root / "nbgrader_config.py", CONFIG.encode())
        for lab in chosen:
            solved = solved_notebook(read_source(lab))
            write_if_changed(places.source(lab.slug), to_bytes(solved))
            write_if_changed(places.release(lab.slug), to_bytes(handed_out(solved, str(lab))))
        with gradebook(places) as book:
            for lab in chosen:
                enter_lab(book, lab.slug, read_release(places, lab.slug), due.get(lab.slug))
    return [lab.slug for lab in chosen]


def read_release(places: Places, lab: str) -> nbformat.NotebookNode:
    """Read the notebook that students got.

    Raises
    ------
    LabkitError
        When the lab was not released.
    """
    path: Path = places.release(lab)
    if not path.is_file():
        raise LabkitError(f"Lab {lab} was not released to {places.root}: run 'labkit release {lab[:2]}'.")
    return nbformat.read(path, as_version=4)


def _chosen(labs: list[Lab], names: Sequence[str]) -> list[Lab]:
    chosen = []
    for name in names or [lab.slug for lab in labs]:
        found = [lab for lab in labs if name in (lab.slug, lab.number, lab.name)]
        if not found:
            raise LabkitError(f"There is no lab {name!r}; there are {', '.join(lab.slug for lab in labs)}.")
        chosen += found
    return chosen
