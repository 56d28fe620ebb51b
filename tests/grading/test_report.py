"""What the staff meeting reads: what was hard and what waits, and no student."""

import pytest
from cohort import LAB, as_bytes

from labkit.errors import LabkitError
from labkit.grading import result
from labkit.grading.report import report


def test_the_report_names_mistakes_and_no_students(graded):
    text = report(graded.places).read_text(encoding="utf-8")
    assert "commonest misconceptions" in text and "3 submissions" in text and "unreadable" in text
    named = result.read(graded.places.result("s01", LAB)).marks["03.sigmoid"].misconception
    assert named and f">{named}<" in text
    assert "8 written answers and 6 exercises have no final points" in text
    assert "A sigmoid with a slope, for any input: 0 %" in " ".join(text.split())
    visible = text.partition("base64,")[0] + text.partition('" alt=')[2]
    assert not any(student in visible for student in ("s01", "s02", "s03"))
    assert "<script" not in text and "http:" not in text and "https:" not in text and len(text) < 200_000


def test_what_is_not_graded_or_had_no_sandbox_is_told(graded, notebooks):
    graded.hand_in("s04", as_bytes(notebooks[0]))
    found = result.read(graded.places.result("s02", LAB))
    found.sandbox = "none"
    result.save(found, graded.places.result("s02", LAB))
    text = report(graded.places).read_text(encoding="utf-8")
    assert "1 more not graded yet" in text and "1 graded without a sandbox" in text


def test_nothing_graded_gets_a_sentence(cohort):
    with pytest.raises(LabkitError, match="Nothing has been graded"):
        report(cohort.places)
