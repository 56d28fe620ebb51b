"""nbgrader's gradebook, written by one process, one submission at a time, each in one transaction.

nbgrader reads a number from whatever a cell printed and takes text that is none, or no text, for full marks. Here a
score is a finite number that marking made, between 0 and the points of its cell, or it is missing and a human is asked.
"""

import json
import math
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.api import Gradebook, MissingEntry, SubmittedNotebook
from nbgrader.utils import parse_utc
from sqlalchemy.exc import SAWarning

from labkit.course.cells import cell_id
from labkit.grading.late_penalty import penalty
from labkit.grading.lateness import LateRule
from labkit.grading.places import Places
from labkit.grading.result import Result


@contextmanager
def gradebook(places: Places) -> Iterator[Gradebook]:
    """Open the gradebook of a cohort, which is made where there is none."""
    if not places.gradebook.exists():
        _create(places)
    book = Gradebook(places.database)
    try:
        yield book
    finally:
        book.close()


def _create(places: Places) -> None:
    """Make an empty gradebook that takes its name only when it is whole."""
    unfinished = places.root / ".gradebook.new"
    unfinished.unlink(missing_ok=True)
    path = os.environ.get("PATH", "")
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), path])  # nbgrader calls alembic by name
    try:
        Gradebook(f"sqlite:///{unfinished.resolve()}").close()
    finally:
        os.environ["PATH"] = path
    os.replace(unfinished, places.gradebook)


@contextmanager
def transaction(book: Gradebook) -> Iterator[None]:
    """Make everything inside appear at once, or not at all: nbgrader's own methods commit after every step."""
    commit = book.db.commit
    book.db.commit = book.db.flush
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SAWarning)  # nbgrader builds a submission while it is asked about
            yield
        commit()
    except BaseException:
        book.db.rollback()
        raise
    finally:
        book.db.commit = commit


def enter_lab(book: Gradebook, lab: str, release: NotebookNode, due: datetime | None) -> None:
    """Enter a released lab with all its graded cells, or bring it up to date; submissions keep their scores."""
    with transaction(book):
        book.update_or_create_assignment(lab, duedate=due)
        name = lab[3:]
        kernel = json.dumps(dict(release.metadata.get("kernelspec", {})))
        try:
            book.find_notebook(name, lab).kernelspec = kernel
        except MissingEntry:
            book.add_notebook(name, lab, kernelspec=kernel)
        for cell in release.cells:
            words = cell.metadata.get("nbgrader")
            if not words:
                continue
            grade_id = words["grade_id"]
            if words["grade"]:
                points = float(words["points"])
                book.update_or_create_grade_cell(grade_id, name, lab, max_score=points, cell_type=cell.cell_type)
            if words["solution"]:
                book.update_or_create_solution_cell(grade_id, name, lab)
            book.update_or_create_source_cell(
                grade_id,
                name,
                lab,
                cell_type=cell.cell_type,
                locked=bool(words["locked"]),
                source=cell.source,
                checksum=words.get("checksum"),
            )
        _complete_submissions(book, name, lab)


def _complete_submissions(book: Gradebook, name: str, lab: str) -> None:
    """Give submissions that came before an exercise was added their rows for it."""
    from nbgrader.api import Comment, Grade

    book.db.flush()
    book.db.expire_all()
    notebook = book.find_notebook(name, lab)
    for submitted in notebook.submissions:
        have = {grade.cell_id for grade in submitted.grades}
        for cell in notebook.grade_cells:
            if cell.id not in have:
                book.db.add(Grade(cell_id=cell.id, notebook=submitted))
        have = {comment.cell_id for comment in submitted.comments}
        for cell in notebook.solution_cells:
            if cell.id not in have:
                book.db.add(Comment(cell_id=cell.id, notebook=submitted))


def write(book: Gradebook, result: Result, late: LateRule) -> None:
    """Enter a result. Points and comments that a person gave stay; where both exist, the person is asked again."""
    with transaction(book):
        book.update_or_create_student(result.student)
        kwargs = {"timestamp": result.submitted} if result.submitted else {}
        submission = book.update_or_create_submission(result.lab, result.student, **kwargs)
        book.db.flush()
        book.db.expire_all()
        (notebook,) = submission.notebooks
        grades = {grade.cell.name: grade for grade in notebook.grades}
        comments = {comment.cell.name: comment for comment in notebook.comments}
        for name, mark in result.marks.items():
            grade = grades[cell_id("check", name)]
            score = _score(mark.points, mark.possible)
            changed = grade.auto_score is not None and grade.auto_score != score
            grade.auto_score = score
            flagged = any(flag.exercise == name for flag in result.flags)
            person = grade.manual_score is not None
            grade.needs_manual_grade = score is None or (flagged and not person) or (person and changed)
            comment = comments.get(cell_id("exercise", name))
            if comment is not None:
                comment.auto_comment = _comment(result, name)
        for name, state in _written(result, grades).items():
            grade = grades[cell_id("written", name)]
            nothing = state == "empty"
            grade.auto_score = 0.0 if nothing else None
            grade.needs_manual_grade = not nothing and grade.manual_score is None
            comments[cell_id("written", name)].auto_comment = {"empty": "No response.", "written": None}.get(
                state, "Nothing stands in the cell of this answer: look for it among the student's own cells."
            )
        notebook.flagged = bool(result.flags)
        book.db.flush()
        book.db.expire_all()
        _penalise(submission, notebook, late)


def _written(result: Result, grades: dict[str, Any]) -> dict[str, str]:
    """State of every written answer of the lab; one that nothing is known of is for a human."""
    cells = [name.removeprefix("written-") for name in grades if name.startswith("written-")]
    names = [f"{cell[:2]}.{cell[3:]}" for cell in cells]
    return {name: result.written.get(name, "unknown") for name in names}


def _score(points: float | None, possible: float) -> float | None:
    """A number that may stand in a gradebook, or None."""
    if points is None or not math.isfinite(points) or not 0 <= points <= possible:
        return None
    return float(points)


def _comment(result: Result, exercise: str) -> str:
    """What stands beside an exercise on nbgrader's page, its flags first; those of the whole notebook stand on top."""
    mark = result.marks[exercise]
    lines = [f"[{flag.kind}] {flag.text}" for flag in result.flags if flag.exercise == exercise]
    if result.sandbox == "none":
        lines.append("[no sandbox] Graded without a sandbox.")
    score = "not scored" if mark.points is None else f"{mark.points:g} of {mark.possible:g}"
    lines.append(f"{score}: {mark.message}".replace("`", ""))
    if mark.misconception:
        lines.append(f"Recognised: {mark.misconception}.")
    return "\n".join(lines)


def penalise(book: Gradebook, lab: str, rule: LateRule, times: dict[str, str]) -> None:
    """Work the late penalties of a lab out anew: times, date, rule, or points given by hand may have changed.

    ``times`` says of some students when they handed in.
    """
    with transaction(book):
        submissions = book.find_assignment(lab).submissions
        for submission in submissions:
            if submission.student.id in times:
                told = times[submission.student.id]
                submission.timestamp = parse_utc(told) if told else None
        book.db.flush()
        for submission in submissions:
            for notebook in submission.notebooks:
                _penalise(submission, notebook, rule)


def _penalise(submission: Any, notebook: SubmittedNotebook, rule: LateRule) -> None:
    notebook.late_submission_penalty = None
    if submission.total_seconds_late > 0:
        notebook.late_submission_penalty = penalty(rule, submission, notebook.score)
