"""What must hold: every step runs, whatever failed before it, and one that failed is not forgotten."""

import pytest

from labkit.course import check, suite
from labkit.course.folders import Course
from labkit.course.suite import Step, run_suite, steps

PASSES, FAILS = Step("a step", ["-c", "pass"]), Step("a fault", ["-c", "raise SystemExit(3)"])


@pytest.mark.parametrize(
    ("order", "code"), [([PASSES], 0), ([FAILS], 1), ([FAILS, PASSES], 1), ([PASSES, FAILS, PASSES], 1)]
)
def test_all_steps_run_and_one_fault_is_enough(order, code, tmp_path, monkeypatch, capfd):
    monkeypatch.setattr(suite, "steps", lambda course, slow: order)
    assert run_suite(Course(tmp_path)) == code
    summary = capfd.readouterr().out.rpartition("\n\n")[2]
    assert summary.count("a step: passed in") == order.count(PASSES)
    assert summary.count("a fault: FAILED (exit code 3)") == order.count(FAILS)


def test_settings_reach_the_step(tmp_path, monkeypatch):
    step = Step("a setting", ["-c", "import os; raise SystemExit(os.environ['COLOUR'] != 'blue')"], {"COLOUR": "blue"})
    monkeypatch.setattr(suite, "steps", lambda course, slow: [step])
    assert run_suite(Course(tmp_path)) == 0


def test_what_the_unit_tests_leave_out_has_a_step_of_its_own(tmp_path):
    arguments = [step.arguments for step in steps(Course(tmp_path))]
    left_out = [word.removeprefix("--ignore=") for line in arguments for word in line if word.startswith("--ignore=")]
    assert left_out and all(any(folder in line for line in arguments) for folder in left_out)


def test_findings_are_told_and_make_the_check_fail(capsys):
    assert check.report([]) == 0 and "No drift, no leaks." in capsys.readouterr().out
    assert check.report(["drift: a", "leak: b"]) == 1
    assert capsys.readouterr().err == "drift: a\nleak: b\n"
