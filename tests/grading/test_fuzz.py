"""Fuzzed notebooks graded for real: no crash, no point that was not earned, no answer lost."""

import pytest
from cohort import LAB, new_cohort
from fuzz import ANSWER, SOLVED, fuzzed

from labkit.exercises import find
from labkit.grading import result


def grade_fuzzed(cohort, notebooks, seeds):
    """Grade and return what is wrong, one sentence each."""
    made = {f"f{seed:04d}": fuzzed(*notebooks, seed) for seed in seeds}
    for student, (data, _, _) in made.items():
        cohort.hand_in(student, data)
    outcome = cohort.grade()
    problems = [] if len(outcome.new) == len(made) else ["the batch stopped"]
    for student, (_, left, answered) in made.items():
        found, row = result.read(cohort.places.result(student, LAB)), cohort.row(student)
        if found.failed:
            problems.append(f"{student}: crash {found.flags}")
        for name, mark in found.marks.items():
            score = row.scores["check-" + name.replace(".", "-")]
            if (score or 0) > (find(name).points if name in SOLVED else 0):
                problems.append(f"{student}: {name} has unearned {score}")
            if name in left and score == 0 and not any(f.exercise in ("", name) for f in found.flags):
                problems.append(f"{student}: {name} lost without a flag: {mark.message}")
            if name in left and score == 0:
                problems.append(f"{student}: {name} lost: {mark.message} {found.flags}")
        page = cohort.places.autograded(student, LAB).read_text(encoding="utf-8")
        if answered and ANSWER not in page:
            problems.append(f"{student}: written answer gone")
        if answered and row.scores["written-03-overflow"] is not None:
            problems.append(f"{student}: written answer scored {row.scores['written-03-overflow']} by a machine")
    return problems


def test_a_few_fuzzed_notebooks(cohort, notebooks):
    assert grade_fuzzed(cohort, notebooks, range(16)) == []


@pytest.mark.slow
def test_many_fuzzed_notebooks(released, notebooks, tmp_path):
    cohort = new_cohort(tmp_path / "cohort", template=released)
    assert grade_fuzzed(cohort, notebooks, range(100, 320)) == []
