"""Every lab from outside: untouched it runs to its end and earns nothing, solved it earns everything.

Scores are read from the cards in the executed notebooks, as a grader would find them, and the points to be had from
the exercise objects.
"""

import nbformat
import pytest

from labkit.course.cards import cards_of
from labkit.course.cells import word_of
from labkit.course.execute import execute_labs, run
from labkit.course.folders import Course
from labkit.course.source import read
from labkit.exercises import find

COURSE = Course.find()
LABS = COURSE.labs()


def cards_by_check(notebook):
    """Last card of each check cell, by the id of the exercise, in the order of the notebook."""
    cards = {}
    for cell in notebook.cells:
        exercise = cell.metadata.get("labkit", {}).get("check")
        if exercise is not None:
            cards[exercise] = next(reversed(cards_of(cell)), None)
    return cards


def points(cards):
    missing = [exercise for exercise, card in cards.items() if card is None]
    assert not missing, f"no card from the check of {missing}"
    return {exercise: card["points"] for exercise, card in cards.items()}


def test_there_are_labs():
    assert LABS


@pytest.mark.parametrize("lab", LABS, ids=str)
def test_untouched_it_runs_to_its_end_and_scores_nothing(lab, tmp_path):
    released = nbformat.read(lab.notebook, as_version=4)
    executed = run(released, tmp_path, name=str(lab), settings={"LABKIT_FRAMES": "1"})  # a cell that raises fails
    scores = points(cards_by_check(executed))
    assert scores and set(scores.values()) == {0}


@pytest.fixture(scope="module")
def executed():
    execute_labs(COURSE)  # those that are up to date are not run again
    return {lab: nbformat.read(COURSE.executed(lab), as_version=4) for lab in LABS}


@pytest.mark.parametrize("lab", LABS, ids=str)
def test_solved_it_earns_full_marks(lab, executed):
    scores = points(cards_by_check(executed[lab]))
    assert scores == {exercise: find(exercise).points for exercise in scores}


@pytest.mark.parametrize("lab", LABS, ids=str)
def test_every_exercise_has_its_check_and_every_question_its_rubric(lab):
    named = {word: [] for word in ("exercise", "check", "written", "rubric")}
    for cell in read(lab).cells:
        for word in named:
            if word in cell.metadata:
                named[word].append(cell.metadata[word])
    assert set(named["exercise"]) <= set(named["check"])
    assert sorted(named["written"]) == sorted(named["rubric"])


@pytest.mark.parametrize("lab", LABS, ids=str)
def test_the_first_code_cell_is_the_generated_one(lab):
    released = nbformat.read(lab.notebook, as_version=4)
    first = next(cell for cell in released.cells if cell.cell_type == "code")
    assert word_of(first) == "setup"
