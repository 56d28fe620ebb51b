"""Export: one CSV per lab, per question, and one for the course, with the columns that Canvas and Moodle ask for."""

import csv
import io
from pathlib import Path
from typing import Any

from labkit.errors import LabkitError
from labkit.files import write_whole
from labkit.grading.gradebook import gradebook
from labkit.grading.places import Places
from labkit.grading.settings import Settings, read


def export(places: Places, target: Path | None = None) -> list[Path]:
    """Write what the gradebook holds, points given by hand included; returns the files.

    ``NN_name.csv`` has a column per question, ``course.csv`` one per lab, ``canvas.csv`` and ``moodle.csv`` what these
    import. A lab of which something still waits for a human says so in the column ``open``, and its total stays out of
    the files for the LMS.

    Raises
    ------
    LabkitError
        When nothing has been graded.
    """
    settings = read(places)
    target = target or places.root / "export"
    people = _people(settings)
    with gradebook(places) as book:
        tables = {a.name: [_row(s) for s in _sorted(a.submissions)] for a in sorted(book.assignments, key=_name)}
        most = {a.name: float(a.max_score) for a in book.assignments}
    tables = {lab: rows for lab, rows in tables.items() if rows}
    if not tables:
        raise LabkitError(f"Nothing has been graded in {places.root}: run 'labkit collect' and 'labkit grade' first.")
    files = [_write(target / f"{lab}.csv", _lab_table(rows, people)) for lab, rows in tables.items()]
    students = sorted({row["student"] for rows in tables.values() for row in rows})
    totals = {lab: {row["student"]: row for row in rows} for lab, rows in tables.items()}
    files.append(_write(target / "course.csv", _course_table(students, totals, people)))
    files.append(_write(target / "canvas.csv", _canvas(students, totals, most, people)))
    files.append(_write(target / "moodle.csv", _moodle(students, totals, people)))
    return files


def _name(entry: Any) -> str:
    return entry.name


def _sorted(submissions: Any) -> list[Any]:
    return sorted(submissions, key=lambda submission: submission.student.id)


def _row(submission: Any) -> dict[str, Any]:
    """One student's row of a lab: totals first, then every question in the order of its name."""
    grades = {grade.cell.name: grade for notebook in submission.notebooks for grade in notebook.grades}
    grades = {name: grade for name, grade in grades.items() if not name.startswith("predict-")}
    waiting = sorted(name for name, grade in grades.items() if grade.needs_manual_grade)
    penalty = submission.late_submission_penalty or 0
    row = {
        "student": submission.student.id,
        "submitted": "" if submission.timestamp is None else f"{submission.timestamp:%Y-%m-%d %H:%M:%S}",
        "total": round(float(submission.score) - penalty, 4),
        "max": float(submission.max_score),
        "late_penalty": penalty,
        "flagged": any(notebook.flagged for notebook in submission.notebooks),
        "open": len(waiting),
    }
    return row | {name: "" if _unscored(grade) else float(grade.score) for name, grade in sorted(grades.items())}


def _unscored(grade: Any) -> bool:
    return grade.auto_score is None and grade.manual_score is None


def _people(settings: Settings) -> dict[str, dict[str, str]]:
    """What the students file says, by id; empty where there is none."""
    if settings.students is None:
        return {}
    try:
        with open(settings.students, encoding="utf-8-sig", newline="") as file:
            return {row["id"]: row for row in csv.DictReader(file)}
    except (OSError, KeyError, UnicodeDecodeError) as problem:
        raise LabkitError(f"{settings.students} cannot be read as a CSV file with a column id ({problem}).") from None


def _person(people: dict[str, dict[str, str]], student: str, what: str, default: str = "") -> str:
    return people.get(student, {}).get(what) or default


def _lab_table(rows: list[dict[str, Any]], people: dict[str, dict[str, str]]) -> list[dict[str, Any]]:
    return [{"name": _person(people, row["student"], "name")} | row for row in rows]


def _course_table(students: list[str], totals: dict[str, Any], people: dict[str, Any]) -> list[dict[str, Any]]:
    table = []
    for student in students:
        found = {lab: rows.get(student) for lab, rows in totals.items()}
        row: dict[str, Any] = {"student": student, "name": _person(people, student, "name")}
        row |= {lab: "" if one is None else one["total"] for lab, one in found.items()}
        row["total"] = round(sum(one["total"] for one in found.values() if one), 4)
        row["open"] = sum(one["open"] for one in found.values() if one)
        table.append(row)
    return table


def _final(row: dict[str, Any] | None) -> Any:
    """A total that may go to an LMS: nothing in it waits for a human."""
    return "" if row is None or row["open"] else row["total"]


def _canvas(students: list[str], totals: dict[str, Any], most: dict[str, float], people: Any) -> list[dict[str, Any]]:
    """Canvas's gradebook import: its four columns, a row of possible points, one column per assignment."""
    first = {"Student": "    Points Possible", "ID": "", "SIS User ID": "", "SIS Login ID": "", "Section": ""}
    table = [first | {lab: most[lab] for lab in totals}]
    for student in students:
        row = {
            "Student": _person(people, student, "name", student),
            "ID": _person(people, student, "lms_id"),
            "SIS User ID": student,
            "SIS Login ID": _person(people, student, "email"),
            "Section": "",
        }
        table.append(row | {lab: _final(rows.get(student)) for lab, rows in totals.items()})
    return table


def _moodle(students: list[str], totals: dict[str, Any], people: Any) -> list[dict[str, Any]]:
    """Moodle's grade import: the student is recognised by id number or address, a column per grade item."""
    return [
        {"ID number": student, "Email address": _person(people, student, "email")}
        | {lab: _final(rows.get(student)) for lab, rows in totals.items()}
        for student in students
    ]


def _write(path: Path, table: list[dict[str, Any]]) -> Path:
    text = io.StringIO()
    columns = list(dict.fromkeys(name for row in table for name in row))
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows([{name: _harmless(value) for name, value in row.items()} for row in table])
    write_whole(path, lambda file: file.write(text.getvalue().encode()))
    return path


def _harmless(value: Any) -> Any:
    """No text that a spreadsheet would run as a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t") else value
