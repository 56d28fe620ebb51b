"""A class graded for real: sandbox, gradebook, and what a second run does."""

import pytest
from cohort import EXERCISES, LAB, as_bytes, cell, deepcopy

from labkit.grading import result, sandbox


def test_there_is_a_sandbox_here():
    assert sandbox.trouble() == "", f"{sandbox.trouble()}. {sandbox.REMEDY}"


def test_solved_blank_and_wrong(cohort, notebooks):
    blank, solved = notebooks
    wrong = deepcopy(solved)
    source = "def sigmoid(x, k=1.0):\n    return 1 / (1 + np.exp(k * x))"
    cell(wrong, "ex-03-sigmoid")["source"] = source
    for student, notebook in {"s01": solved, "s02": blank, "s03": wrong}.items():
        cohort.hand_in(student, as_bytes(notebook))
    outcome = cohort.grade()
    assert len(outcome.new) == 3 and outcome.kept == 0
    assert cohort.row("s01").total == 9 and not cohort.row("s01").flagged
    row = cohort.row("s02")
    assert row.total == 0 and not row.flagged and not any(row.needs_human.values())
    row = cohort.row("s03")
    assert row.scores["check-03-sigmoid"] == 0 and row.scores["check-03-rescale"] > 0
    found = result.read(cohort.places.result("s03", LAB))
    assert found.marks["03.sigmoid"].misconception and list(found.marks) == sorted(EXERCISES)
    assert found.sandbox == "bubblewrap" and found.run == "needed"
    # Nothing is graded twice.
    outcome = cohort.grade()
    assert not outcome.new and outcome.kept == 3


def test_it_refuses_without_a_sandbox_and_says_what_to_do(cohort, notebooks, monkeypatch, capsys):
    cohort.hand_in("s01", as_bytes(notebooks[1]))
    monkeypatch.setattr(sandbox, "trouble", lambda: "bubblewrap is not installed")
    with pytest.raises(Exception, match="apt-get install bubblewrap"):
        cohort.grade()
    assert not cohort.places.result("s01", LAB).exists()
    cohort.grade(sandboxed=False)
    assert "WARNING: no sandbox" in capsys.readouterr().err
    row = cohort.row("s01")
    assert row.total == 9 and "no sandbox" in row.comments["ex-03-sigmoid"]
    monkeypatch.undo()
    assert len(cohort.grade().new) == 1  # with a sandbox it is graded anew
    assert "no sandbox" not in cohort.row("s01").comments["ex-03-sigmoid"]
