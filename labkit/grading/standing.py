"""Standing: where one submission stands in the gradebook now, with points that a person gave and what is still open."""

import csv
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from labkit.errors import LabkitError
from labkit.grading.late_penalty import penalty
from labkit.grading.settings import Settings


@dataclass
class Standing:
    """Points of one submission: by question (None where there are none yet), and in all, after the late penalty."""

    student: str
    lab: str
    possible: float
    submitted: str = ""
    late: bool = False
    penalty: float = 0.0
    questions: dict[str, float | None] = field(default_factory=dict)
    most: dict[str, float] = field(default_factory=dict)
    by_hand: set[str] = field(default_factory=set)
    waiting: list[str] = field(default_factory=list)
    comments: dict[str, str] = field(default_factory=dict)
    flagged: bool = False

    @property
    def final(self) -> bool:
        """Whether nothing in it waits for a person: neither points nor a flag, which nbgrader's page takes off."""
        return not self.waiting and not self.flagged

    @property
    def points(self) -> float:
        """Points so far."""
        return round(max(sum(points or 0.0 for points in self.questions.values()) - self.penalty, 0.0), 4)


def standing(submission: Any, settings: Settings) -> Standing:
    """Read one submission of the gradebook.

    The late penalty is worked out from the points as they are now: the one that grading entered does not know of
    points that a person gave since.
    """
    when = submission.timestamp
    found = Standing(
        submission.student.id,
        submission.assignment.name,
        float(submission.max_score),
        "" if when is None else f"{when:%Y-%m-%d %H:%M:%S}",
        submission.total_seconds_late > 0,
    )
    for notebook in submission.notebooks:
        found.flagged = found.flagged or bool(notebook.flagged)
        for grade in sorted(notebook.grades, key=lambda grade: grade.cell.name):
            name = grade.cell.name
            if name.startswith("predict-"):
                continue
            by_hand = grade.manual_score is not None
            known = by_hand or grade.auto_score is not None
            found.questions[name] = float(grade.score) if known else None
            found.most[name] = float(grade.max_score)
            if by_hand:
                found.by_hand.add(name)
            if grade.needs_manual_grade or not known:
                found.waiting.append(name)
        found.comments |= {c.cell.name: c.manual_comment for c in notebook.comments if c.manual_comment}
    if found.late:
        found.penalty = penalty(settings.late, submission, found.points)
    return found


@dataclass(frozen=True)
class Person:
    """What the students file says of one student."""

    name: str = ""
    email: str = ""
    lms_id: str = ""


def people(settings: Settings) -> dict[str, Person]:
    """Read the students file; empty where the settings name none.

    Raises
    ------
    LabkitError
        When it cannot be read, has no column ``id``, or names an id twice.
    """
    path: Path | None = settings.students
    if path is None:
        return {}
    found: dict[str, Person] = {}
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                student = (row["id"] or "").strip()
                if student in found:
                    raise LabkitError(f"{path} names the student {student!r} twice.")
                found[student] = Person(*((row.get(name) or "").strip() for name in ("name", "email", "lms_id")))
    except (OSError, KeyError, csv.Error, UnicodeDecodeError):
        raise LabkitError(f"{path} cannot be read: expected a CSV file in UTF-8 with a column 'id'.") from None
    return found
