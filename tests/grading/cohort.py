"""A cohort on disk, and notebooks to hand in to it."""

import json
import shutil
import sqlite3
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import labkit
from labkit.course.folders import Course
from labkit.course.solved import solved_notebook
from labkit.course.source import read
from labkit.course.student import handed_out
from labkit.grading.grade import grade
from labkit.grading.gradebook import gradebook
from labkit.grading.places import Places
from labkit.grading.release import release

COURSE = Course(Path(labkit.__file__).resolve().parents[1])
"""The real course; most tests use a copy of lab 03 without its experiments, which carry no points and take time."""
LAB = "03_sigmoid_slope"
EXERCISES = ["03.sigmoid", "03.slope_from_input", "03.slope_from_output", "03.saturated_share", "03.rescale"]

LIMITS = {
    "cell_seconds": 16,  # of wall time: a busy machine must not make a quick cell slow
    "ask_seconds": 5,
    "total_seconds": 60,
    "memory_mb": 900,
    "processes": 32,
    "file_mb": 16,
    "output_kb": 16,
}
"""Short, so that what never ends costs a test little."""


def short_course(root):
    """A course with lab 03 alone, and of that what carries points, the imports and one experiment on top."""
    source = COURSE.root / "labs" / LAB / "lab.py"
    head, *cells = source.read_text(encoding="utf-8").split("\n# %%")
    words = ("setup=", "exercise=", "check=", "written=", "rubric=", "predict=")
    kept = [c for c in cells if any(word in c.partition("\n")[0] for word in words) or "import numpy" in c]
    kept.append('\n\nmy_sigmoid = use("03.sigmoid", sigmoid)\nprint(my_sigmoid(np.zeros(3)))\n')
    folder = root / "labs" / LAB
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "lab.py").write_text("\n# %%".join([head, *kept]), encoding="utf-8")
    return Course(root)


def lab(number="03", course=COURSE):
    """Solved and student notebook of one lab as plain JSON: what students start from, and what they may arrive at."""
    (found,) = [lab for lab in course.labs() if lab.number == number]
    solved = solved_notebook(read(found))
    student = handed_out(solved, str(found))
    for cell in solved.cells:
        cell.source = cell.source.replace("### BEGIN SOLUTION", "").replace("### END SOLUTION", "")
    solved.cells = [cell for cell in solved.cells if "rubric" not in cell.metadata.get("labkit", {})]
    blank = json.loads(json.dumps(student))
    full = json.loads(json.dumps(student))
    sources = {cell.id: cell.source for cell in solved.cells}
    for cell in full["cells"]:
        if "setup" not in cell["metadata"].get("labkit", {}):
            cell["source"] = sources[cell["id"]]
    return blank, full


def cell(notebook, identity):
    """One cell of a notebook by its id."""
    return next(c for c in notebook["cells"] if c.get("id") == identity)


def code(source, identity="extra"):
    """Make a code cell, as a student puts one in."""
    return {
        "cell_type": "code",
        "id": identity,
        "metadata": {},
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def as_bytes(notebook):
    return json.dumps(notebook).encode()


@dataclass
class Row:
    """What the gradebook holds of one submission."""

    scores: dict
    needs_human: dict
    comments: dict
    flagged: bool
    total: float


@dataclass
class Cohort:
    """A graded class on disk."""

    places: Places

    def hand_in(self, student, data, lab=LAB):
        path = self.places.submitted(student, lab)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def grade(self, **options):
        return grade(self.places, say=False, **options)

    def counts(self):
        """Submissions, grades and comments in the gradebook, and grades that have no score and call nobody."""
        with sqlite3.connect(self.places.gradebook) as book:
            assert book.execute("pragma integrity_check").fetchone() == ("ok",)
            silent = "grade where auto_score is null and not needs_manual_grade"
            tables = ("submitted_assignment", "grade", "comment", silent)
            return tuple(book.execute(f"select count(*) from {table}").fetchone()[0] for table in tables)

    def row(self, student, lab=LAB):
        with gradebook(self.places) as book:
            submission = book.find_submission(lab, student)
            (notebook,) = submission.notebooks
            grades = {g.cell.name: g for g in notebook.grades}
            comments = {c.cell.name: c.auto_comment for c in notebook.comments}
            return Row(
                {name: g.auto_score for name, g in grades.items()},
                {name: g.needs_manual_grade for name, g in grades.items()},
                comments,
                notebook.flagged,
                sum(g.auto_score or 0 for g in grades.values()),
            )


def new_cohort(root, labs=("03",), limits=None, template=None, course=COURSE):
    """Release some labs to an empty cohort, or copy one that was made before."""
    places = Places(root)
    if template is not None:
        shutil.copytree(template, root)
    else:
        release(course, places, labs)
    text = places.settings.read_text(encoding="utf-8")
    head, _, rest = text.partition("[limits]")
    _, _, tail = rest.partition("[late]")
    lines = "".join(f"{name} = {value}\n" for name, value in (limits or LIMITS).items())
    places.settings.write_text(f"{head}[limits]\n{lines}\n[late]{tail}", encoding="utf-8")
    return Cohort(places)


__all__ = [
    "COURSE",
    "EXERCISES",
    "LAB",
    "Cohort",
    "as_bytes",
    "cell",
    "code",
    "deepcopy",
    "lab",
    "new_cohort",
    "short_course",
]
