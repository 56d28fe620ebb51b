"""The worked example, from one end to the other with the commands that an instructor types."""

import csv
import sys
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO

from cohort import COURSE, LAB

sys.path.insert(0, str(COURSE.root / "tools"))
from example_course import STORIES, make

from labkit.course.cli import main
from labkit.grading import result
from labkit.grading.places import Places
from labkit.grading.release import release

FLAGGED = {"s10", "s11", "s12"}
"""Hostile, endless, broken: what a person should look at, and nothing else."""


def labkit(*words):
    """Run one command as the terminal does, and return what it prints."""
    with redirect_stdout(StringIO()) as said, redirect_stderr(said):
        assert main(words) == 0, said.getvalue()
    return said.getvalue()


def canvas_zip(path, folder):
    """The twelve submissions as Canvas gives them out: one file per student, all in one zip."""
    files = make(folder, COURSE)
    with zipfile.ZipFile(path, "w") as archive:
        for number, file in enumerate(files, 1):
            archive.write(file, f"{file.parent.name}_{1000 + number}_{2000 + number}_{file.name}")
    return path


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_twelve_submissions_from_release_to_feedback(tmp_path, monkeypatch):
    monkeypatch.chdir(COURSE.root)
    archive = canvas_zip(tmp_path / "submissions.zip", tmp_path / "in")
    where = ("--folder", str(tmp_path / "cohort"))
    assert f"released {LAB}" in labkit("release", "03", *where)
    secret = (tmp_path / "cohort" / "secret.key").read_text(encoding="ascii")
    settings = tmp_path / "cohort" / "grading.toml"  # what never ends shall cost less than the 10 s of a real course
    settings.write_text(settings.read_text(encoding="utf-8").replace("ask_seconds = 10", "ask_seconds = 4"), "utf-8")
    assert "12 notebooks, 0 of them not matched" in labkit("collect", str(archive), *where)
    said = labkit("grade", *where)
    assert "12 graded (3 with something for a human)" in said and "wrote 5 CSV files" in said
    places = Places(tmp_path / "cohort")
    assert "0 graded (0 with something for a human), 12 were up to date" in labkit("grade", *where)
    found = {student: result.read(places.result(student, LAB)) for student in STORIES}
    for student, (story, _, points) in STORIES.items():
        assert points is None or found[student].points == points, (student, story, found[student])
        assert bool(found[student].flags) == (student in FLAGGED), (student, story, found[student].flags)
    assert {mark.points for mark in found["s12"].marks.values()} == {None}
    for student in ("s03", "s04", "s05", "s06"):
        assert 0 < found[student].points < 9 and any(mark.misconception for mark in found[student].marks.values())

    assert "wrote" in labkit("export", *where)
    assert [row["student"] for row in rows(places.root / "export" / f"{LAB}.csv")] == list(STORIES)
    assert {row["student"] for row in rows(places.root / "export" / "flags.csv")} == FLAGGED
    final = {row["ID number"]: row[LAB] for row in rows(places.root / "export" / "moodle.csv")}
    assert {student: points for student, points in final.items() if points} == {"s02": "0.0", "s07": "3.0"}

    assert "wrote 12 pages" in labkit("feedback", *where)
    pages = {path.parent.name: path.read_text(encoding="utf-8") for path in places.root.glob("feedback/*/*.html")}
    assert set(pages) == set(STORIES) and max(map(len, pages.values())) < 100_000
    assert "unusual code" not in pages["s10"] and "Not scored yet" in pages["s12"]
    assert "report.html" in labkit("report", *where)
    report = (places.root / "report.html").read_text(encoding="utf-8")
    assert "12 submissions" in report and "mirrored" in report and "unreadable" in report

    release(COURSE, places, ["03"])  # once more: the secret stays
    assert (tmp_path / "cohort" / "secret.key").read_text(encoding="ascii") == secret
    assert (tmp_path / "cohort" / "secret.key").stat().st_mode & 0o777 == 0o600
