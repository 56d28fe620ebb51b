"""What students get back: enough to learn from, nothing that is private, and no text that runs."""

import json
from html import unescape

import pytest
from cohort import LAB, cell

from labkit.errors import LabkitError
from labkit.grading import secret
from labkit.grading.feedback import feedback
from labkit.grading.gradebook import gradebook


def test_feedback_teaches_and_keeps_what_is_private(graded):
    with gradebook(graded.places) as book:
        grade = book.find_grade("written-03-overflow", LAB[3:], LAB, "s01")
        grade.manual_score, grade.needs_manual_grade = 3.0, False
        comment = book.find_comment("written-03-overflow", LAB[3:], LAB, "s01")
        comment.manual_comment = "Well <seen>."
        book.db.commit()
    files = {path.parent.name: path.read_text(encoding="utf-8") for path in feedback(graded.places)}
    assert set(files) == {"s01", "s02", "s03"}
    text = files["s01"]
    assert "Well &lt;seen&gt;." in text and "3 of 3 points" in text and "0 of 2 points" in text
    key = secret.read(graded.places.root / "secret.key")
    assert "Rubric" not in text and "gc" not in text.split("<h2>Written")[0] and key.hex() not in text
    assert "Probe" not in text and "labkit-where" not in text.split("</style>")[-1]
    assert "Not scored yet" in files["s03"] and all(
        "src=" not in text and len(text) < 300_000 for text in files.values()
    )


def test_long_and_hostile_text_stays_text(graded):
    path = graded.places.autograded("s02", LAB)
    notebook = json.loads(path.read_text(encoding="utf-8"))
    cell(notebook, "written-03-overflow")["metadata"]["labkit"]["answer"] = (
        "<script>alert(1)</script>" + "long " * 100_000
    )
    path.write_text(json.dumps(notebook), encoding="utf-8")
    with gradebook(graded.places) as book:
        comment = book.find_comment("ex-03-sigmoid", LAB[3:], LAB, "s02")
        comment.manual_comment = "<img src=x onerror=alert(2)>" * 10_000
        book.db.commit()
    (page,) = feedback(graded.places, students=["s02"])
    text = page.read_text(encoding="utf-8")
    assert "<script" not in text and "<img" not in text and "&lt;script&gt;" in text
    assert "more characters are left out here" in text and len(text) < 60_000


def test_a_lost_notebook_and_points_by_hand(graded):
    graded.places.autograded("s01", LAB).unlink()
    with gradebook(graded.places) as book:
        grade = book.find_grade("check-03-sigmoid", LAB[3:], LAB, "s01")
        grade.manual_score, grade.needs_manual_grade = 1.5, False
        book.db.commit()
    (page,) = feedback(graded.places, ["03"], ["s01"])
    text = page.read_text(encoding="utf-8")
    assert "1.5 of 2 points" in text and "graded by a person" in text and "(no answer)" in text


def test_neither_model_answer_nor_rubric_reaches_a_student(graded):
    solved = json.loads(graded.places.source(LAB).read_text(encoding="utf-8"))
    private = [
        line.strip()
        for c in solved["cells"]
        if {"rubric", "written"} & set(c["metadata"].get("labkit", {}))
        for line in "".join(c["source"]).partition("### BEGIN SOLUTION")[2].split("\n")
        if len(line.strip()) > 30
    ]
    text = unescape((feedback(graded.places, students=["s02"])[0]).read_text(encoding="utf-8"))
    assert len(private) > 10 and not [line for line in private if line in text]


def test_nothing_graded_gets_a_sentence(cohort):
    with pytest.raises(LabkitError, match="Nothing of 99 has been graded"):
        feedback(cohort.places, ["99"])
