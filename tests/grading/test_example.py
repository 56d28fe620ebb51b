"""The worked example, from one end to the other with the commands that an instructor types."""

import csv
import os
import subprocess
import sys

from cohort import COURSE, LAB

sys.path.insert(0, str(COURSE.root / "tools"))
from example_course import STORIES

from labkit.grading import result
from labkit.grading.export import export
from labkit.grading.feedback import feedback
from labkit.grading.grade import grade
from labkit.grading.places import Places
from labkit.grading.release import release
from labkit.grading.report import report


def labkit(*words, code=0):
    done = subprocess.run(
        [sys.executable, "-m", "labkit.course.cli", *words],
        cwd=COURSE.root,
        env=os.environ | {"OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_twelve_submissions_from_release_to_feedback(tmp_path):
    made = subprocess.run([sys.executable, "tools/example_course.py", tmp_path / "in"], cwd=COURSE.root)
    assert made.returncode == 0
    where = ("--folder", str(tmp_path / "cohort"))
    assert f"released {LAB}" in labkit("release", "03", *where)
    secret = (tmp_path / "cohort" / "secret.key").read_text(encoding="ascii")
    assert "12 notebooks, 0 of them not matched" in labkit("collect", str(tmp_path / "in"), *where)
    assert "12 graded" in labkit("grade", *where)
    places = Places(tmp_path / "cohort")
    assert grade(places).kept == 12
    found = {student: result.read(places.result(student, LAB)) for student in STORIES}
    for student, (story, _, points) in STORIES.items():
        assert points is None or found[student].points == points, (student, story, found[student])
    assert {mark.points for mark in found["s12"].marks.values()} == {None} and found["s12"].flags
    for student in ("s03", "s04", "s05", "s06"):
        assert 0 < found[student].points < 9 and any(mark.misconception for mark in found[student].marks.values())
    export(places)
    with open(places.root / "export" / f"{LAB}.csv", encoding="utf-8", newline="") as file:
        assert [row["student"] for row in csv.DictReader(file)] == list(STORIES)
    assert len(feedback(places)) == 12 and report(places).is_file()
    release(COURSE, places, ["03"])  # once more: the secret stays
    assert (tmp_path / "cohort" / "secret.key").read_text(encoding="ascii") == secret
    assert (tmp_path / "cohort" / "secret.key").stat().st_mode & 0o777 == 0o600
