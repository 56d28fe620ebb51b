"""A mended exercise: only what the mending touches runs again, and whose points changed is said."""

import os
import shutil
import subprocess
import sys

from cohort import COURSE, LAB, as_bytes, cell, deepcopy

from labkit.exercises import find
from labkit.grading import pending, result


def test_only_the_mended_exercise_is_marked_again(cohort, notebooks, monkeypatch):
    blank, solved = notebooks
    other = deepcopy(solved)
    cell(other, "ex-03-rescale")["source"] = (
        "def rescale(weights, rate, k):\n    return [k * W for W in weights], k * rate"
    )
    cohort.hand_in("s01", as_bytes(solved))
    cohort.hand_in("s02", as_bytes(other))
    cohort.hand_in("s03", as_bytes(blank))
    cohort.grade(jobs=1)
    before = {s: result.read(cohort.places.result(s, LAB)) for s in ("s01", "s02", "s03")}
    # The mended exercise takes the rate k for right, and k squared for wrong.
    exercise = find("03.rescale")
    old = type(exercise).score

    def mended(self, sheet, probes):
        verdict = old(self, sheet, probes)
        return swapped(self, verdict) if self.id == "03.rescale" else verdict

    monkeypatch.setattr(type(exercise), "score", mended)
    real = pending.fingerprint
    monkeypatch.setattr(pending, "fingerprint", lambda e, *more: real(e, *more) + "-mended" * (e.id == "03.rescale"))
    asked = []
    from labkit.grading import marking

    run = marking.execute

    def watched(cells, asks, *more):
        asked.extend(ask["exercise"] for ask in asks)
        return run(cells, asks, *more)

    monkeypatch.setattr(marking, "execute", watched)
    with_hand = cohort.row("s01").scores
    outcome = cohort.grade(jobs=1)
    assert set(asked) == {"03.rescale"}
    points = find("03.rescale").points
    assert sorted(outcome.changes) == [f"s01 03.rescale: {points:g} -> 0", f"s02 03.rescale: 0 -> {points:g}"]
    assert (
        cohort.row("s02").total == 9 and cohort.row("s01").scores["check-03-sigmoid"] == with_hand["check-03-sigmoid"]
    )
    for student, old in before.items():
        new = result.read(cohort.places.result(student, LAB))
        assert {n: m for n, m in new.marks.items() if n != "03.rescale"} == {
            n: m for n, m in old.marks.items() if n != "03.rescale"
        }
    assert not cohort.grade(jobs=1).new


def swapped(exercise, verdict):
    from dataclasses import replace

    if verdict.diagnosis == "not attempted":
        return verdict
    return replace(verdict, passed=not verdict.passed, points=exercise.points - verdict.points)


def test_points_given_by_hand_stay_and_a_change_under_them_calls_the_person(cohort, notebooks, monkeypatch):
    from labkit.grading.gradebook import gradebook

    cohort.hand_in("s01", as_bytes(notebooks[0]))
    cohort.grade(jobs=1)
    with gradebook(cohort.places) as book:
        given = book.find_grade("check-03-sigmoid", LAB[3:], LAB, "s01")
        given.manual_score, given.needs_manual_grade = 1.5, False
        book.db.commit()
    cohort.hand_in("s01", as_bytes(notebooks[1]))
    cohort.grade(jobs=1)
    with gradebook(cohort.places) as book:
        given = book.find_grade("check-03-sigmoid", LAB[3:], LAB, "s01")
        assert (given.manual_score, given.auto_score, given.score) == (1.5, 2, 1.5) and given.needs_manual_grade


GRADE = "import sys; from labkit.course.cli import main; sys.exit(main(sys.argv[1:]))"


def graded_with(code, cohort):
    """What ``labkit grade`` prints with another copy of labkit; scores are made in it, outside the sandbox."""
    words = [sys.executable, "-c", GRADE, "grade", "--folder", str(cohort.places.root), "--jobs", "1", "--no-sandbox"]
    environment = os.environ | {"PYTHONPATH": str(code.parent)}
    done = subprocess.run(words, cwd=code.parent, env=environment, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_mend_in_a_shared_helper_is_graded_again_where_it_is_used(cohort, notebooks, tmp_path):
    """The reference of the sigmoid stands outside lab 03 and serves four of its five exercises."""
    code = tmp_path / "copy" / "labkit"
    shutil.copytree(COURSE.root / "labkit", code, ignore=shutil.ignore_patterns("__pycache__", "records"))
    helper = code / "nn" / "functional" / "sigmoid.py"
    right = helper.read_text(encoding="utf-8")
    wrong = right.replace("def sigmoid(", "def mistaken(", 1) + "\n\ndef sigmoid(x, k=1.0):\n    return 1.0 - 0.5 * x\n"
    helper.write_text(wrong, encoding="utf-8")
    cohort.hand_in("s01", as_bytes(notebooks[1]))
    cohort.hand_in("s02", as_bytes(notebooks[0]))
    graded_with(code, cohort)
    first = result.read(cohort.places.result("s01", LAB))
    assert not first.marks["03.sigmoid"].passed and first.marks["03.rescale"].passed
    first.marks["03.rescale"].message = "not asked again"
    result.save(first, cohort.places.result("s01", LAB))

    helper.write_text(right, encoding="utf-8")
    said = graded_with(code, cohort)
    points = find("03.sigmoid").points
    assert f"s01 03.sigmoid: 0 -> {points:g}" in said and "s02 03." not in said
    second = result.read(cohort.places.result("s01", LAB))
    assert second.points == 9 and second.marks["03.rescale"].message == "not asked again"
    assert "0 graded" in graded_with(code, cohort)
