"""A mended exercise: only what the mending touches runs again, and whose points changed is said."""

import pytest
from cohort import LAB, as_bytes, cell, deepcopy

from labkit.exercises import find, of_lab
from labkit.grading import fingerprint, grade, result


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
    real = grade.fingerprint
    monkeypatch.setattr(grade, "fingerprint", lambda e, r: real(e, r) + ("-mended" if e.id == "03.rescale" else ""))
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


@pytest.mark.parametrize("number", ["01", "03", "07"])
def test_fingerprints_differ_and_name_the_exercises_own_file(number):
    prints = {e.id: fingerprint.fingerprint(e) for e in of_lab(number)}
    assert len(set(prints.values())) == len(prints)
    for exercise in of_lab(number):
        files = fingerprint.files_of(exercise)
        assert files and all(f"lab{number}_" in str(path) for path in files)
