"""Killed at any moment: a second run completes the class, nothing is half-written, nothing graded twice."""

import hashlib
import os
import signal
import subprocess
import sys
import time

import pytest
from cohort import LAB, as_bytes

from labkit.grading import result


def start(places):
    return subprocess.Popen(
        [sys.executable, "-m", "labkit.course.cli", "grade", "--folder", str(places.root), "--jobs", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


@pytest.mark.parametrize("finished", [0, 3])
def test_kill_9_and_a_second_run(cohort, notebooks, finished):
    students = [f"s{n:02d}" for n in range(6)]
    for n, student in enumerate(students):
        cohort.hand_in(student, as_bytes(notebooks[n % 2]))
    before = {s: hashlib.sha256(cohort.places.submitted(s, LAB).read_bytes()).hexdigest() for s in students}
    process = start(cohort.places)
    deadline = time.monotonic() + 60
    while len(list(cohort.places.results.glob("*/*.json"))) < finished and time.monotonic() < deadline:
        time.sleep(0.02)
    if not finished:
        time.sleep(3)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    n, grades, comments, empty = cohort.counts()
    per = len(cohort.row(students[0]).scores) if n else 0
    assert empty == 0 and grades == n * per  # no row is half-written
    done = {p: p.read_bytes() for p in cohort.places.results.glob("*/*.json")}
    outcome = cohort.grade()
    assert len(outcome.new) + outcome.kept == 6 and outcome.kept == len(done)
    assert all(path.read_bytes() == data for path, data in done.items())  # what was finished is not touched again
    n, grades, comments, empty = cohort.counts()
    assert (n, empty) == (6, 0) and grades == 6 * len(cohort.row("s00").scores)
    assert [cohort.row(s).total for s in students] == [0, 9, 0, 9, 0, 9]
    after = {s: hashlib.sha256(cohort.places.submitted(s, LAB).read_bytes()).hexdigest() for s in students}
    assert after == before
    assert not cohort.grade().new


def test_a_gradebook_that_was_lost_is_filled_from_the_results(cohort, notebooks):
    cohort.hand_in("s01", as_bytes(notebooks[1]))
    cohort.grade()
    cohort.places.gradebook.unlink()
    outcome = cohort.grade()
    assert cohort.row("s01").total == 9 and len(outcome.new) == 1


def test_a_failure_inside_the_grader_is_told_and_tried_again(cohort, notebooks, monkeypatch):
    from labkit.grading import marking

    cohort.hand_in("s01", as_bytes(notebooks[1]))
    cohort.hand_in("s02", as_bytes(notebooks[1]))
    real = marking.preflight
    calls = []

    def broken(*arguments):
        calls.append(1)
        if len(calls) == 1:
            raise ZeroDivisionError("planted")
        return real(*arguments)

    monkeypatch.setattr(marking, "preflight", broken)
    cohort.grade(jobs=1)
    row = cohort.row("s01")
    checks = [name for name in row.scores if name.startswith("check-")]
    assert row.flagged and {row.scores[c] for c in checks} == {None} and all(row.needs_human[c] for c in checks)
    assert cohort.row("s02").total == 9
    outcome = cohort.grade(jobs=1)
    assert [r.student for r in outcome.new] == ["s01"] and cohort.row("s01").total == 9
    assert not result.read(cohort.places.result("s01", LAB)).failed
