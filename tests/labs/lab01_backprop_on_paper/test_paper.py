"""The sheet of paper over many students: fair numbers, one place to stop, errors carried forward."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from labkit.exercises import find
from labkit.exercises.lab01_backprop_on_paper.sheet import APART, GAP, TOLERANCE
from tests.labs.lab01_backprop_on_paper.paper import ORDER, four, sheet

PAPER = find("01.paper")
STUDENTS = [f"student{i:03d}" for i in range(60)]


@pytest.fixture(scope="module")
def class_of_60():
    return {student: PAPER.numbers_for(student) for student in STUDENTS}


def test_blanks_and_points():
    assert [step.name for step in PAPER.steps] == ORDER
    assert PAPER.points == 10


def test_numbers_belong_to_the_student(class_of_60):
    assert all(PAPER.numbers_for(student) == class_of_60[student] for student in STUDENTS[:5])
    assert len({tuple(numbers.values()) for numbers in class_of_60.values()}) == len(STUDENTS)


def test_numbers_fit_on_paper(class_of_60):
    for numbers in class_of_60.values():
        assert all(value == round(value, 1) for value in numbers.values())
        assert all(value != 0 for name, value in numbers.items() if name[0] in "xwb")
        assert sorted((numbers["t_o1"], numbers["t_o2"])) == [0, 1]


def test_solution_agrees_with_one_written_apart(class_of_60):
    for numbers in class_of_60.values():
        mine, theirs = sheet(numbers), PAPER.solve(numbers)
        assert all(abs(mine[name] - theirs[name]) < 1e-12 for name in ORDER)


def test_no_slip_can_pass_or_be_taken_for_another(class_of_60):
    for numbers in class_of_60.values():
        solved = PAPER.solve(numbers)
        for step in PAPER.steps:
            slips = [float(slip.function(numbers | solved)) for slip in step.misconceptions]
            assert min(abs(slip - solved[step.name]) for slip in slips) >= GAP > 3 * TOLERANCE
            assert np.diff(np.sort(slips)).min() >= APART > 2 * TOLERANCE


def test_every_misconception_is_named_for_every_student(class_of_60):
    for numbers in list(class_of_60.values())[:20]:
        solved = {name: four(value) for name, value in PAPER.solve(numbers).items()}
        for step in PAPER.steps:
            for slip in step.misconceptions:
                value = four(float(slip.function(numbers | PAPER.solve(numbers))))
                verdict = PAPER.score(solved | {step.name: value}, numbers)
                assert verdict.misconception == slip.name, (step.name, slip.name)


@pytest.mark.parametrize("name", ORDER)
def test_one_slip_costs_one_blank_and_is_carried_forward(class_of_60, name):
    price = {step.name: step.points for step in PAPER.steps}[name]
    for numbers in list(class_of_60.values())[:15]:
        slipped = four(PAPER.solve(numbers)[name] + 0.0123)
        carried = PAPER.solve(numbers, {name: slipped}) | {name: slipped}
        verdict = PAPER.score({blank: four(value) for blank, value in carried.items()}, numbers)
        assert not verdict.passed
        assert verdict.points == 10 - price
        assert verdict.where.label.startswith(f"`{name}`")


@pytest.mark.parametrize("name", ORDER)
def test_marking_stops_at_the_first_wrong_blank(class_of_60, name):
    for numbers in list(class_of_60.values())[:5]:
        spoilt = {
            blank: value + 0.05 * (ORDER.index(blank) >= ORDER.index(name)) for blank, value in sheet(numbers).items()
        }
        assert PAPER.score(spoilt, numbers).where.label.startswith(f"`{name}`")


def test_tolerance_is_what_the_text_says(class_of_60):
    for numbers in class_of_60.values():
        last = ORDER[-1]
        exact = sheet(numbers)
        assert PAPER.score(exact | {last: exact[last] + 0.00029}, numbers).passed
        assert not PAPER.score(exact | {last: exact[last] + 0.00031}, numbers).passed


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=30))
def test_any_name_gets_a_sheet_that_can_be_solved(student):
    numbers = PAPER.numbers_for(student)
    assert PAPER.mark(sheet(numbers, rounding=four), student).points == 10
    assert PAPER.mark(dict.fromkeys(ORDER), student).points == 0


def test_update_lowers_the_error(class_of_60):
    for numbers in class_of_60.values():
        solved = sheet(numbers)
        moved = {name: solved.get(f"new_{name}", value) for name, value in numbers.items()}
        assert sheet(moved)["E"] < 0.8 * solved["E"]
