"""What students get back, and what the staff meeting reads: enough to learn from, nothing that is private."""

import pytest
from cohort import LAB, as_bytes, cell, deepcopy

from labkit.grading import secret
from labkit.grading.feedback import feedback
from labkit.grading.gradebook import gradebook
from labkit.grading.report import report


@pytest.fixture
def graded(cohort, notebooks):
    wrong = deepcopy(notebooks[1])
    cell(wrong, "ex-03-sigmoid")["source"] = "import gc\ndef sigmoid(x, k=1.0):\n    return 1 / (1 + np.exp(k * x))"
    cohort.hand_in("s01", as_bytes(wrong))
    cohort.hand_in("s02", as_bytes(notebooks[0]))
    cohort.hand_in("s03", as_bytes(notebooks[0])[:-7])
    cohort.grade(jobs=1)
    return cohort


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


def test_the_report_names_mistakes_and_no_students(graded):
    text = report(graded.places).read_text(encoding="utf-8")
    assert "commonest misconceptions" in text and "3 submissions" in text and "unreadable" in text
    assert not any(student in text for student in ("s01", "s02", "s03"))
