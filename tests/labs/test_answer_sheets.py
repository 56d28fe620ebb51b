"""The checks, put to answers that were written without them."""

import dataclasses

import pytest

from labkit.exercises import all_exercises
from tests.labs.table import sheets


@pytest.mark.parametrize("sheet", sheets(), ids=lambda sheet: sheet.id)
def test_checks_catch_name_and_accept(sheet, record_property):
    tally = sheet.mark()
    record_property("answer_sheet", dataclasses.asdict(tally))
    assert tally.good, "\n".join(map(str, [tally, *tally.faults]))


def test_every_exercise_has_an_answer_sheet():
    assert {sheet.id for sheet in sheets()} == {exercise.id for exercise in all_exercises()}


@pytest.mark.parametrize("exercise", all_exercises(), ids=lambda exercise: exercise.id)
def test_exercise_tells_right_from_wrong(exercise):
    exercise.validate()


@pytest.mark.slow
@pytest.mark.parametrize("sheet", sheets(), ids=lambda sheet: sheet.id)
def test_checks_hold_on_ten_more_draws(sheet):
    tally = sheet.mark(draws=range(100, 110))
    assert tally.good, "\n".join(map(str, [tally, *tally.faults]))


@pytest.mark.slow
@pytest.mark.parametrize("exercise", all_exercises(), ids=lambda exercise: exercise.id)
def test_exercise_tells_right_from_wrong_on_ten_more_draws(exercise):
    exercise.validate(seeds=range(100, 110))
