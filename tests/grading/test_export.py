"""What the LMS gets: per question and per course, nothing that still waits for a person, no text that runs."""

import csv

import pytest
from cohort import LAB, as_bytes, deepcopy

from labkit.errors import LabkitError
from labkit.grading.export import export
from labkit.grading.gradebook import gradebook
from labkit.grading.settings import read
from labkit.grading.spreadsheet import harmless, save

WRITTEN = ["written-03-invariance", "written-03-overflow", "written-03-other_gradient", "written-03-what_survives"]


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def give(cohort, student, points):
    """Points for all written answers, as a person gives them."""
    with gradebook(cohort.places) as book:
        for name in WRITTEN:
            grade = book.find_grade(name, LAB[3:], LAB, student)
            grade.manual_score, grade.needs_manual_grade = points, False
        book.db.commit()


def say(cohort, old, new):
    text = cohort.places.settings.read_text(encoding="utf-8")
    assert old in text
    cohort.places.settings.write_text(text.replace(old, new), encoding="utf-8")


def test_one_file_per_lab_and_for_the_course(cohort, notebooks):
    cohort.hand_in("s01", as_bytes(notebooks[1]))
    cohort.hand_in("s02", as_bytes(notebooks[0]))
    cohort.hand_in("s03", as_bytes(deepcopy(notebooks[1]))[:-9])
    cohort.grade(jobs=1)
    give(cohort, "s01", 2.0)
    people = cohort.places.root / "people.csv"
    people.write_text("id,name,email,lms_id\ns01,=Ada,ada@example.org,17\n", encoding="utf-8")
    say(cohort, 'students = ""', 'students = "people.csv"')
    say(cohort, '# 03_sigmoid_slope = "Lab', '03_sigmoid_slope = "Lab')
    files = {path.name: table(path) for path in export(cohort.places)}
    assert set(files) == {f"{LAB}.csv", "course.csv", "flags.csv", "canvas.csv", "moodle.csv"}
    one, two, three = files[f"{LAB}.csv"]
    assert float(one["total"]) == 17 and one["open"] == "0" and float(one["check-03-sigmoid"]) == 2
    assert one["flags"] == "" and one["sandbox"] == "bubblewrap"
    assert float(two["total"]) == 0 and two["check-03-sigmoid"] == "0.0"
    assert three["check-03-sigmoid"] == "" and int(three["open"]) >= 5 and three["flags"] == "unreadable"
    assert one["name"] == "'=Ada"  # no spreadsheet runs a name as a formula
    assert [(row["student"], row["flag"]) for row in files["flags.csv"]] == [("s03", "unreadable")]
    assert [row["total"] for row in files["course.csv"]][:2] == ["17.0", "0.0"]
    possible, *canvas = files["canvas.csv"]
    column = "Lab 3 (4711)"
    assert list(possible) == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", column]
    assert possible["Student"] == "    Points Possible" and float(possible[column]) == float(one["max"])
    assert canvas[0]["ID"] == "17" and [float(row[column] or -1) for row in canvas] == [17, 0, -1]
    assert [row["ID number"] for row in files["moodle.csv"]] == ["s01", "s02", "s03"]
    assert [float(row[column] or -1) for row in files["moodle.csv"]] == [17, 0, -1]
    before = {path.name: path.read_bytes() for path in (cohort.places.root / "export").iterdir()}
    export(cohort.places)
    assert before == {path.name: path.read_bytes() for path in (cohort.places.root / "export").iterdir()}


def test_without_a_sandbox_is_told_and_late_points_given_by_hand_are_penalised(cohort, notebooks):
    cohort.hand_in("s01", as_bytes(notebooks[1]))
    stamp = cohort.places.submitted("s01", LAB).with_name("timestamp.txt")
    stamp.write_text("2026-12-02 10:00:00 UTC\n", encoding="utf-8")
    say(cohort, 'method = "none"', 'method = "zero"')
    say(cohort, "# 03_sigmoid_slope = 2026", "03_sigmoid_slope = 2026")
    cohort.grade(jobs=1, sandboxed=False)
    give(cohort, "s01", 3.0)
    export(cohort.places)
    (row,) = table(cohort.places.root / "export" / f"{LAB}.csv")
    assert row["sandbox"] == "none" and float(row["total"]) == 0 and float(row["late_penalty"]) == 21
    (flag,) = table(cohort.places.root / "export" / "flags.csv")
    assert flag["flag"] == "no sandbox"
    (course,) = table(cohort.places.root / "export" / "course.csv")
    assert course["no_sandbox"] == "1"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "a\n=1"])
def test_no_text_is_a_formula(tmp_path, text):
    save(tmp_path / "x.csv", [{"name": text, "n": -1.5, text: 0}])
    with open(tmp_path / "x.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 2 and rows[1][1] == "-1.5"
    for cell in (rows[0][2], rows[1][0]):
        assert cell.lstrip()[0] in "'a" and "\n" not in cell
    assert harmless("Müller, J.") == "Müller, J."


def test_nothing_graded_gets_a_sentence(cohort):
    with pytest.raises(LabkitError, match="Nothing has been graded"):
        export(cohort.places)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [(None, "cannot be read"), ("name\nAda\n", "column 'id'"), ("id\ns01\ns01\n", "'s01' twice")],
)
def test_a_students_file_that_is_none_gets_a_sentence(cohort, notebooks, text, sentence):
    cohort.hand_in("s01", as_bytes(notebooks[0]))
    cohort.grade(jobs=1)
    if text is not None:
        (cohort.places.root / "people.csv").write_text(text, encoding="utf-8")
    say(cohort, 'students = ""', 'students = "people.csv"')
    with pytest.raises(LabkitError, match=sentence):
        export(cohort.places)
    assert not (cohort.places.root / "export").exists()


def test_two_labs_cannot_fill_one_column(cohort):
    say(cohort, '# 03_sigmoid_slope = "Lab 3 (4711)"', 'a = "x"\nb = "x"')
    with pytest.raises(LabkitError, match="same name"):
        read(cohort.places)
