"""Feedback: one page per student and lab, with a card for every exercise and what a person wrote beside the answers.

The inputs that graded are not on it: a card here says what was wrong and why, never with which numbers it was found, so
the same inputs can grade again. Flags and rubrics are for instructors and are not on it either.
"""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from labkit.course.notebook import read_notebook
from labkit.exercises.card import Card
from labkit.exercises.registry import find
from labkit.exercises.verdict import Verdict
from labkit.files import write_whole
from labkit.grading import result as results
from labkit.grading.gradebook import gradebook
from labkit.grading.pages import page
from labkit.grading.places import Places
from labkit.grading.result import Mark


def feedback(places: Places, labs: Sequence[str] = (), students: Sequence[str] = ()) -> list[Path]:
    """Write ``feedback/STUDENT/NN_name.html`` for everything that was graded; returns the files."""
    files = []
    with gradebook(places) as book:
        for student, lab in places.submissions():
            if (labs and not {lab, lab[:2], lab[3:]} & set(labs)) or (students and student not in students):
                continue
            found = results.read(places.result(student, lab))
            if found is None:
                continue
            submission = book.find_submission(lab, student)
            path = places.root / "feedback" / student / f"{lab}.html"
            data = page(f"{student}: lab {lab[:2]}", _body(places, submission, found))
            write_whole(path, lambda file, data=data: file.write(data))
            files.append(path)
    return files


def _body(places: Places, submission: Any, found: results.Result) -> str:
    grades = {grade.cell.name: grade for notebook in submission.notebooks for grade in notebook.grades}
    comments = {c.cell.name: c.manual_comment for n in submission.notebooks for c in n.comments}
    waiting = any(grade.needs_manual_grade for grade in grades.values())
    penalty = submission.late_submission_penalty or 0
    late = f", of which {penalty:g} were taken off for being late" if penalty else ""
    parts = [f"<p><strong>{submission.score - penalty:g} of {submission.max_score:g} points</strong>{late}.</p>"]
    if waiting:
        parts.append("<p>Something is still to be looked at by a person: this may change.</p>")
    parts.append("<h2>Exercises</h2>")
    for name, mark in found.marks.items():
        grade = grades[f"check-{name.replace('.', '-')}"]
        parts.append(_exercise(name, mark, grade) + _said(comments.get(f"ex-{name.replace('.', '-')}")))
    parts.append("<h2>Written answers</h2>")
    path = places.autograded(found.student, found.lab)
    texts = {cell.id: cell.source for cell in read_notebook(path).cells} if path.is_file() else {}
    for name in (name for name in grades if name.startswith("written-")):
        grade = grades[name]
        score = "not graded yet" if _open(grade) else f"{grade.score:g} of {grade.max_score:g} points"
        parts.append(f"<h3>{escape(name[11:].replace('_', ' '))}: {score}</h3>")
        parts.append(f"<blockquote>{escape(texts.get(name, ''))}</blockquote>{_said(comments.get(name))}")
    return "\n".join(parts)


def _open(grade: Any) -> bool:
    return grade.needs_manual_grade or (grade.auto_score is None and grade.manual_score is None)


def _exercise(name: str, mark: Mark, grade: Any) -> str:
    """The card of one exercise with the points that count, a person's where one has given some."""
    title = find(name).title
    if grade.auto_score is None and grade.manual_score is None:
        return f"<h3>{escape(title)}</h3><p>Not scored yet: a person will look at it.</p>"
    points = float(grade.score)
    message = mark.message if grade.manual_score is None else "graded by a person."
    hint = mark.hint if points < mark.possible else ""
    passed = points >= mark.possible
    verdict = Verdict(passed, points, mark.possible, message, hint, mark.misconception, mark.diagnosis)
    return Card(name, title, verdict)._repr_html_()


def _said(comment: str | None) -> str:
    return f"<p>Comment: {escape(comment)}</p>" if comment else ""
