"""What the LMS gets: per question and per course, nothing that still waits for a human."""

import csv

import pytest
from cohort import LAB, as_bytes, deepcopy

from labkit.errors import LabkitError
from labkit.grading.export import export
from labkit.grading.gradebook import gradebook


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_one_file_per_lab_and_for_the_course(cohort, notebooks):
    cohort.hand_in("s01", as_bytes(notebooks[1]))
    cohort.hand_in("s02", as_bytes(notebooks[0]))
    cohort.hand_in("s03", as_bytes(deepcopy(notebooks[1]))[:-9])
    cohort.grade(jobs=1)
    with gradebook(cohort.places) as book:
        for name in (
            "written-03-invariance",
            "written-03-overflow",
            "written-03-other_gradient",
            "written-03-what_survives",
        ):
            grade = book.find_grade(name, LAB[3:], LAB, "s01")
            grade.manual_score, grade.needs_manual_grade = 2.0, False
        book.db.commit()
    people = cohort.places.root / "people.csv"
    people.write_text("id,name,email,lms_id\ns01,=Ada,ada@example.org,17\n", encoding="utf-8")
    text = cohort.places.settings.read_text(encoding="utf-8").replace('students = ""', 'students = "people.csv"')
    cohort.places.settings.write_text(text, encoding="utf-8")
    files = {path.name: table(path) for path in export(cohort.places)}
    assert set(files) == {f"{LAB}.csv", "course.csv", "canvas.csv", "moodle.csv"}
    one, two, three = files[f"{LAB}.csv"]
    assert float(one["total"]) == 17 and one["open"] == "0" and float(one["check-03-sigmoid"]) == 2
    assert float(two["total"]) == 0 and two["check-03-sigmoid"] == "0.0"
    assert three["check-03-sigmoid"] == "" and int(three["open"]) >= 5 and three["flagged"] == "True"
    assert one["name"] == "'=Ada"  # no spreadsheet runs a name as a formula
    possible, *canvas = files["canvas.csv"]
    assert float(possible[LAB]) == float(one["max"]) and canvas[0]["ID"] == "17"
    assert [float(row[LAB]) if row[LAB] else None for row in canvas] == [17, 0, None]
    assert [row["ID number"] for row in files["moodle.csv"]] == ["s01", "s02", "s03"]
    assert [row["total"] for row in files["course.csv"]][:2] == ["17.0", "0.0"]


def test_nothing_graded_gets_a_sentence(cohort):
    with pytest.raises(LabkitError, match="Nothing has been graded"):
        export(cohort.places)
