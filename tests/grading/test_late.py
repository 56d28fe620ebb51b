"""Late submissions: the time of collecting, the penalty of nbgrader's plugin, the rule of the settings."""

import os
import zipfile
from datetime import UTC, datetime

import pytest
from cohort import LAB, as_bytes

from labkit.errors import LabkitError
from labkit.grading.collect import collect
from labkit.grading.export import export
from labkit.grading.gradebook import gradebook
from labkit.grading.late_penalty import LatePenalty
from labkit.grading.lateness import LateRule
from labkit.grading.settings import read

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


def test_a_zip_does_not_tell_when_so_nobody_is_late_until_a_table_tells(cohort, notebooks, tmp_path):
    say(cohort, 'method = "none"', 'method = "share"')
    say(cohort, "# 03_sigmoid_slope = 2026", "03_sigmoid_slope = 2020")  # long before the zip was made
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("s01_1_11_x.ipynb", as_bytes(notebooks[1]))
        archive.writestr("s02/x.ipynb", as_bytes(notebooks[1]))
        archive.writestr("s02/timestamp.txt", "2020-12-01 00:00:30 UTC")
    collect(tmp_path / "all.zip", cohort.places)
    cohort.grade(jobs=1)
    assert late(cohort) == {"s01": (0, 0), "s02": (90, pytest.approx(0.9))}
    times = tmp_path / "times.csv"
    times.write_text("id,submitted\ns01,2020-12-02 00:00\n", encoding="utf-8")
    assert {a.action for a in collect(tmp_path / "all.zip", cohort.places, times=times)} == {"already there"}
    assert not cohort.grade().new
    assert late(cohort) == {"s01": (DAY + 60, pytest.approx(1.8)), "s02": (90, pytest.approx(0.9))}


@pytest.mark.parametrize(
    ("text", "sentence"), [("id,submitted\ns01,soon\n", "'soon' is no time"), ("a\n1\n", "id and")]
)
def test_a_table_of_times_that_is_none_gets_a_sentence(cohort, tmp_path, text, sentence):
    (tmp_path / "times.csv").write_text(text, encoding="utf-8")
    with pytest.raises(LabkitError, match=sentence):
        collect(tmp_path, cohort.places, times=tmp_path / "times.csv")


DAY, HOUR = 86400, 3600


@pytest.mark.parametrize(
    ("rule", "seconds", "penalty"),
    [
        ({"method": "share"}, 0, 0),
        ({"method": "share"}, 1, 1),  # a day that has begun
        ({"method": "share"}, DAY, 1),
        ({"method": "share"}, DAY + 1, 2),
        ({"method": "share"}, 40 * DAY, 5),  # the most
        ({"method": "share", "grace": 2}, 2 * DAY, 0),
        ({"method": "share", "grace": 2}, 2 * DAY + 1, 1),
        ({"method": "share", "grace": 0.5}, DAY, 1),
        ({"method": "share", "per": "hour", "share": 2.5, "most": 100}, 3 * HOUR, 0.75),
        ({"method": "share", "share": 60, "most": 100}, 3 * DAY, 10),  # never more than there is
        ({"method": "none"}, 9 * DAY, 0),
        ({"method": "zero"}, 1, 10),
    ],
)
def test_a_share_of_the_points_for_every_day_that_has_begun(rule, seconds, penalty):
    assert LateRule.read(rule).penalty(10, seconds) == pytest.approx(penalty)
    assert LatePenalty(**rule).late_submission_penalty("s01", 10, seconds) == pytest.approx(penalty)


def test_a_share_off_in_gradebook_and_export_and_nbgraders_own_command_agrees(cohort, notebooks):
    cohort.hand_in("s01", as_bytes(notebooks[1]))
    stamp = cohort.places.submitted("s01", LAB).with_name("timestamp.txt")
    stamp.write_text("2026-12-02 10:00:00 UTC\n", encoding="utf-8")  # 1 day and 10 hours late
    say(cohort, 'method = "none"', 'method = "share"')
    say(cohort, "# 03_sigmoid_slope = 2026", "03_sigmoid_slope = 2026")
    cohort.grade(jobs=1)
    assert late(cohort)["s01"][1] == pytest.approx(0.2 * 9)
    (sheet,) = [path for path in export(cohort.places) if path.name == f"{LAB}.csv"]
    text = sheet.read_text(encoding="utf-8-sig")
    assert ",7.2," in text and ",1.8," in text
    say(cohort, "grace = 0", "grace = 1")
    cohort.grade()
    assert late(cohort)["s01"][1] == pytest.approx(0.1 * 9)

    from traitlets.config import PyFileConfigLoader

    config = PyFileConfigLoader("nbgrader_config.py", str(cohort.places.root)).load_config()
    assert config.AssignLatePenalties.plugin_class == f"{LatePenalty.__module__}.{LatePenalty.__name__}"
    assert LatePenalty(config=config).late_submission_penalty("s01", 9, 34 * HOUR) == pytest.approx(0.9)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('method = "halve"', """late.method = 'halve', expected "none", "zero" or "share"."""),
        ("share = 110", "late.share = 110, expected per cent of the points, from 0 to 100, such as 10."),
        ('share = "10 %"', "late.share = '10 %', expected per cent of the points"),
        ("share = true", "late.share = True, expected per cent"),
        ("most = -1", "late.most = -1, expected per cent"),
        ('per = "week"', """late.per = 'week', expected "day" or "hour"."""),
        ("grace = -1", "late.grace = -1, expected a number of days or hours from 0"),
        ("grace = inf", "late.grace = inf, expected a number"),
        ("[due]\nsigmoid_slope = 2026-12-01", "due.sigmoid_slope names no lab"),
        ("days = 3", "late.days is no setting; there are grace, method, most, per, share."),
    ],
)
def test_a_rule_that_is_none_gets_one_sentence(cohort, line, sentence):
    text = cohort.places.settings.read_text(encoding="utf-8")
    head, _, rest = text.partition("[late]")
    cohort.places.settings.write_text(f"{head}[late]\n{line}\n", encoding="utf-8")
    with pytest.raises(LabkitError) as refused:
        read(cohort.places)
    assert sentence in str(refused.value) and "\n" not in str(refused.value)
