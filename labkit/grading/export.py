"""Export: one CSV per lab, per question, and one for the course, with the columns that Canvas and Moodle ask for."""

from pathlib import Path
from typing import Any

from labkit.errors import LabkitError
from labkit.grading import result as results
from labkit.grading.gradebook import gradebook
from labkit.grading.places import Places
from labkit.grading.result import Result
from labkit.grading.settings import Settings, read
from labkit.grading.spreadsheet import Row, save
from labkit.grading.standing import Person, Standing, people, standing

NOBODY = Person()


def export(places: Places, target: Path | None = None) -> list[Path]:
    """Write what the gradebook holds, points given by hand included; returns the files.

    ``NN_name.csv`` has a column per question, ``course.csv`` one per lab, ``flags.csv`` a row for everything that a
    person should look at, ``canvas.csv`` and ``moodle.csv`` what these import. A lab of which something still waits
    for a person says so in the columns ``open`` and ``flagged``, and its total stays out of the files for the LMS.

    Raises
    ------
    LabkitError
        When nothing has been graded, or the students file cannot be read.
    """
    settings = read(places)
    labs = _labs(places, settings)
    if not labs:
        raise LabkitError(f"Nothing has been graded in {places.root}: run 'labkit collect' and 'labkit grade' first.")
    known = people(settings)
    found = {(s.student, s.lab): results.read(places.result(s.student, s.lab)) for some in labs.values() for s in some}
    target = target or places.root / "export"
    sheets = {
        f"{lab}.csv": [_lab_row(one, found[one.student, lab], known) for one in some] for lab, some in labs.items()
    }
    sheets["course.csv"] = _course(labs, found, known)
    sheets["flags.csv"] = [row for result in found.values() if result for row in _flags(result)]
    head = {"flags.csv": ["student", "lab", "exercise", "flag", "what"]}
    files = [save(target / name, rows, head.get(name, ()), excel=True) for name, rows in sheets.items()]
    files.append(save(target / "canvas.csv", _canvas(labs, settings, known)))
    files.append(save(target / "moodle.csv", _moodle(labs, settings, known)))
    return files


def _labs(places: Places, settings: Settings) -> dict[str, list[Standing]]:
    """Where every submission stands, by lab; labs without submissions are left out."""
    if not places.gradebook.exists():
        return {}
    with gradebook(places) as book:
        labs = {
            lab.name: [standing(s, settings) for s in sorted(lab.submissions, key=lambda s: s.student.id)]
            for lab in sorted(book.assignments, key=lambda lab: lab.name)
        }
    return {lab: some for lab, some in labs.items() if some}


def _lab_row(one: Standing, result: Result | None, known: dict[str, Person]) -> Row:
    """One student's row of a lab: totals first, then every question in the order of its name."""
    return {
        "student": one.student,
        "name": known.get(one.student, NOBODY).name,
        "submitted": one.submitted,
        "total": one.points,
        "max": one.possible,
        "late_penalty": one.penalty,
        "open": len(one.waiting),
        "flagged": int(one.flagged),
        "flags": "; ".join(sorted({flag.kind for flag in result.flags})) if result else "no result",
        "sandbox": result.sandbox if result else "",
        "graded": result.graded if result else "",
    } | {name: "" if points is None else points for name, points in one.questions.items()}


def _flags(result: Result) -> list[Row]:
    rows = [
        {"student": result.student, "lab": result.lab, "exercise": f.exercise, "flag": f.kind, "what": f.text}
        for f in result.flags
    ]
    if result.sandbox == "none":
        what = "Graded without a sandbox: grade again with one before the points count."
        rows.append({"student": result.student, "lab": result.lab, "exercise": "", "flag": "no sandbox", "what": what})
    return rows


def _by_student(labs: dict[str, list[Standing]]) -> dict[str, dict[str, Standing]]:
    table: dict[str, dict[str, Standing]] = {}
    for lab, some in labs.items():
        for one in some:
            table.setdefault(one.student, {})[lab] = one
    return dict(sorted(table.items()))


def _course(labs: dict[str, list[Standing]], found: dict[Any, Result | None], known: dict[str, Person]) -> list[Row]:
    table = []
    for student, mine in _by_student(labs).items():
        row: Row = {"student": student, "name": known.get(student, NOBODY).name}
        row |= {lab: mine[lab].points if lab in mine else "" for lab in labs}
        row["total"] = round(sum(one.points for one in mine.values()), 4)
        row["max"] = sum(some[0].possible for some in labs.values())
        row["open"] = sum(len(one.waiting) for one in mine.values())
        row["flagged"] = sum(one.flagged for one in mine.values())
        results_of = [found[student, lab] for lab in mine]
        row["no_sandbox"] = sum(result.sandbox == "none" for result in results_of if result)
        table.append(row)
    return table


def _final(one: Standing | None) -> Any:
    """A total that may go to an LMS: nothing in it waits for a person."""
    return one.points if one is not None and one.final else ""


def _canvas(labs: dict[str, list[Standing]], settings: Settings, known: dict[str, Person]) -> list[Row]:
    """Canvas's gradebook import: its five columns in its order, a row of possible points, a column per assignment.

    Canvas looks for a student by ID, then SIS User ID, then SIS Login ID. A column named as Canvas exports it,
    ``Lab 3 (4711)``, fills that assignment; any other name makes a new one.
    """
    columns = {lab: settings.columns.get(lab, lab) for lab in labs}
    ids = ("ID", "SIS User ID", "SIS Login ID", "Section")
    first: Row = {"Student": "    Points Possible"} | dict.fromkeys(ids, "")
    table = [first | {columns[lab]: some[0].possible for lab, some in labs.items()}]
    for student, mine in _by_student(labs).items():
        person = known.get(student, NOBODY)
        row: Row = {"Student": person.name or student, "ID": person.lms_id}
        row |= {"SIS User ID": student, "SIS Login ID": person.email, "Section": ""}
        table.append(row | {columns[lab]: _final(mine.get(lab)) for lab in labs})
    return table


def _moodle(labs: dict[str, list[Standing]], settings: Settings, known: dict[str, Person]) -> list[Row]:
    """Moodle's grade import: the student is recognised by id number or address, a column per grade item."""
    return [
        {"ID number": student, "Email address": known.get(student, NOBODY).email}
        | {settings.columns.get(lab, lab): _final(mine.get(lab)) for lab in labs}
        for student, mine in _by_student(labs).items()
    ]
