"""Feedback: one page per student and lab, with a card for every exercise and what a person wrote beside the answers.

The inputs that graded are not on it: a card here says what was wrong and why, never with which numbers it was found, so
the same inputs can grade again. Flags, rubrics and model answers are for instructors and are not on it either. Text of
students and graders is shown as text, never as HTML, and is cut where it grows long.
"""

import re
from collections.abc import Sequence
from html import escape
from pathlib import Path

from nbformat import NotebookNode

from labkit.course.notebook import read_notebook
from labkit.course.student import TEXT_STUB
from labkit.errors import LabkitError
from labkit.exercises.card import Card
from labkit.exercises.registry import find
from labkit.exercises.verdict import Verdict
from labkit.files import write_whole
from labkit.grading import result as results
from labkit.grading.gradebook import gradebook
from labkit.grading.pages import page, shortened
from labkit.grading.places import Places
from labkit.grading.release import read_release
from labkit.grading.result import Mark, Result
from labkit.grading.settings import read
from labkit.grading.standing import Standing, standing

LONGEST_ANSWER, LONGEST_COMMENT, LONGEST_HINT = 20_000, 5_000, 2_000
_STYLE = re.compile(r"<style>.*?</style>\s*", re.DOTALL)


def feedback(places: Places, labs: Sequence[str] = (), students: Sequence[str] = ()) -> list[Path]:
    """Write ``feedback/STUDENT/NN_name.html`` for everything that was graded; returns the files.

    Raises
    ------
    LabkitError
        When nothing that was asked for has been graded.
    """
    from nbgrader.api import MissingEntry

    settings, files = read(places), []
    with gradebook(places) as book:
        for student, lab in places.submissions():
            if (labs and not {lab, lab[:2], lab[3:]} & set(labs)) or (students and student not in students):
                continue
            found = results.read(places.result(student, lab))
            try:
                stands = standing(book.find_submission(lab, student), settings)
            except MissingEntry:
                found = None
            if found is None:
                continue
            path = places.root / "feedback" / student / f"{lab}.html"
            data = page(f"Lab {lab[:2]}: {_words(lab[3:])}", _body(places, stands, found))
            write_whole(path, lambda file, data=data: file.write(data))
            files.append(path)
    if not files:
        asked = f" of {', '.join([*labs, *students])}" if labs or students else ""
        raise LabkitError(f"Nothing{asked} has been graded in {places.root}: run 'labkit grade' first.")
    return files


def _words(name: str) -> str:
    return name.replace("_", " ")


def _body(places: Places, stands: Standing, found: Result) -> str:
    release = read_release(places, found.lab)
    so_far = " so far" if stands.waiting else ""
    late = f", after {stands.penalty:g} were taken off for being late" if stands.penalty else ""
    handed_in = f"Handed in {stands.submitted} UTC. " if stands.submitted else ""
    parts = [
        f'<p class="total"><strong>{stands.points:g} of {stands.possible:g} points{so_far}</strong>{late}</p>',
        f'<p class="soft">{escape(stands.student)}. {handed_in}Graded {found.graded[:16].replace("T", " ")} UTC.</p>',
    ]
    if stands.waiting:
        parts.append('<p class="wait">Something is still to be looked at by a person: the points may change.</p>')
    parts.append("<h2>Exercises</h2>")
    cards = [_exercise(stands, name, found) for name in _names(release, "check")]
    parts += [card if i == 0 else _STYLE.sub("", card) for i, card in enumerate(cards)]
    questions = _names(release, "written")
    if questions:
        answers = _answers(places, found)
        parts.append("<h2>Written answers</h2>")
        parts += [_written(stands, cell, number, answers) for number, cell in enumerate(questions.values(), 1)]
    return "\n".join(parts)


def _names(release: NotebookNode, word: str) -> dict[str, NotebookNode]:
    """Cells of one kind by name, in the order of the lab."""
    return {name: cell for cell in release.cells if (name := cell.metadata.get("labkit", {}).get(word))}


def _exercise(stands: Standing, name: str, found: Result) -> str:
    """The card of one exercise with the points that count, a person's where one has given some."""
    cell = name.replace(".", "-", 1)
    title, mark = find(name).title, found.marks.get(name)
    points = stands.questions.get(f"check-{cell}")
    if points is None or mark is None:
        text = f"<h3>{escape(title)}</h3><p>Not scored yet: a person will look at it.</p>"
    else:
        by_hand = f"check-{cell}" in stands.by_hand
        text = Card(name, title, _verdict(mark, points, by_hand))._repr_html_()
    return text + _said(stands.comments.get(f"ex-{cell}"))


def _verdict(mark: Mark, points: float, by_hand: bool) -> Verdict:
    """What the card says; where a person gave other points, the person's word stands."""
    differs = by_hand and points != mark.points
    message = "graded by a person." if differs else shortened(mark.message, LONGEST_HINT)
    hint = shortened(mark.hint, LONGEST_HINT) if points < mark.possible else ""
    passed = points >= mark.possible
    known = None if passed else mark.misconception
    return Verdict(passed, points, mark.possible, message, hint, known, mark.diagnosis)


def _answers(places: Places, found: Result) -> dict[str, str]:
    """Source of every cell of the rebuilt notebook; empty where it cannot be read."""
    try:
        cells = read_notebook(places.autograded(found.student, found.lab)).cells
        return {cell.id: cell.metadata.get("labkit", {}).get("answer", cell.source) for cell in cells}
    except (OSError, ValueError, LabkitError):
        return {}


def _written(stands: Standing, cell: NotebookNode, number: int, answers: dict[str, str]) -> str:
    name = cell.metadata.nbgrader.grade_id
    points, most = stands.questions.get(name), stands.most.get(name, 0.0)
    open_ = points is None or name in stands.waiting
    score = "not graded yet" if open_ else f"{points:g} of {most:g} points"
    question = cell.source.partition(TEXT_STUB)[0].strip()
    answer = answers.get(cell.id, "").strip()
    answer = answer.removeprefix(question).replace(TEXT_STUB, "").strip() or "(no answer)"
    return (
        f'<h3>Question {number} <span class="score">{score}</span></h3>\n'
        f"<details><summary>The question</summary><p>{escape(shortened(question, LONGEST_ANSWER))}</p></details>\n"
        f'<div class="answer">{escape(shortened(answer, LONGEST_ANSWER))}</div>\n{_said(stands.comments.get(name))}'
    )


def _said(comment: str | None) -> str:
    """What a person wrote."""
    if not comment:
        return ""
    return f'<div class="said"><strong>Comment:</strong> {escape(shortened(comment, LONGEST_COMMENT))}</div>'
