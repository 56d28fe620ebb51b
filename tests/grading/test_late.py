"""Late submissions: the time of collecting, the penalty of nbgrader's own plugin, the rule of the settings."""

import os
from datetime import UTC, datetime

from cohort import LAB, as_bytes

from labkit.grading.collect import collect
from labkit.grading.gradebook import gradebook

ON_TIME = datetime(2026, 11, 30, 20, 0, tzinfo=UTC)
LATE = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)


def say(cohort, old, new):
    path = cohort.places.settings
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def late(cohort):
    """Seconds late and penalty of every student, as nbgrader holds them."""
    with gradebook(cohort.places) as book:
        found = {s.student.id: s for s in book.assignment_submissions(LAB)}
        return {name: (s.total_seconds_late, s.late_submission_penalty) for name, s in found.items()}


def test_late_by_the_time_of_collecting_and_penalised_by_nbgraders_plugin(cohort, notebooks, tmp_path):
    for student, when in {"s01": ON_TIME, "s02": LATE}.items():
        path = tmp_path / "inbox" / student / "sigmoid_slope.ipynb"
        path.parent.mkdir(parents=True)
        path.write_bytes(as_bytes(notebooks[1]))
        os.utime(path, (when.timestamp(), when.timestamp()))
    assert all(arrival.action == "taken" for arrival in collect(tmp_path / "inbox", cohort.places))
    cohort.grade()
    assert late(cohort) == {"s01": (0, 0), "s02": (0, 0)}  # no date, so nobody is late
    say(cohort, "[due]", "[due]\n03_sigmoid_slope = 2026-12-01T01:00:00+01:00")  # midnight in UTC
    assert not cohort.grade().new
    assert late(cohort) == {"s01": (0, 0), "s02": (8 * 3600, 0)}  # late, and the rule takes nothing
    say(cohort, 'method = "none"', 'method = "zero"')
    assert not cohort.grade().new  # nothing runs again for it
    assert late(cohort) == {"s01": (0, 0), "s02": (8 * 3600, 9)}
    with gradebook(cohort.places) as book:
        grade = book.find_grade("written-03-overflow", "sigmoid_slope", LAB, "s02")
        grade.manual_score, grade.needs_manual_grade = 2.0, False
        book.db.commit()
    cohort.grade()
    assert late(cohort)["s02"] == (8 * 3600, 11)  # points given by hand since are not forgotten
    say(cohort, 'method = "zero"', 'method = "none"')
    cohort.grade()
    assert late(cohort)["s02"] == (8 * 3600, 0) and cohort.row("s02").total == 9
