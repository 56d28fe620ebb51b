"""Lab 09's six networks without a name: each shows its signs, whichever is drawn; and how their names are marked."""

from itertools import product

import numpy as np
import pytest

from labkit.exercises import find
from labkit.exercises.lab09_understanding_weights.diagnosis import HINTS
from labkit.exercises.lab09_understanding_weights.patients import LETTERS, NAMES, PLANS, SEEDS, draw, patients, train

DIAGNOSIS = find("09.diagnosis")
ALL = [(name, plan, seed) for name in NAMES for plan, seed in product(range(len(PLANS[name])), SEEDS)]
FEW = [(name, plan, 0) for name, plan, seed in ALL if seed == 0]


def signs(name, patient):
    """What a student can see, as numbers."""
    late = patient.loss[-12:]
    steady = (late.max() - late.min()) / late.max() < 0.015
    largest, hidden, outputs = patient.ratios[-12:].max(), patient.activations[:2], patient.activations[2]
    silent = all(np.all(a == 0) for a in hidden)
    saturated = bool(np.all(patient.flat > 0.85))
    favourite = patient.answers.max() > 0.95
    seen = {
        "healthy": patient.loss[-1] < 0.25 and not steady and patient.answers.max() < 0.2,
        "rate too small": patient.loss[-1] > 0.98 and 0 < largest < 1e-5 and np.all(patient.flat < 0.6),
        "saturated": 0.9 < patient.loss[-1] < 0.99 and saturated and np.min(hidden[0].mean(axis=0)) < -0.5,
        "dead ReLUs": silent and patient.ratios[-12:].max() == 0,
        "oscillating": not steady and patient.loss[-1] > 1.5 and patient.ratios[-12:, 2].max() > 0.1,
        "one favourite": steady and favourite and not silent and largest < 1e-4 and outputs.max() < 0.5,
    }
    return [sign for sign, shown in seen.items() if shown]


@pytest.mark.parametrize(("name", "plan", "seed"), FEW)
def test_signs(name, plan, seed):
    assert signs(name, train(name, plan, seed)) == [name]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "plan", "seed"), ALL)
def test_signs_at_every_seed(name, plan, seed):
    assert signs(name, train(name, plan, seed)) == [name]


def test_draws_belong_to_the_student_and_use_every_name_once():
    drawn = [DIAGNOSIS.numbers_for(f"student{i}") for i in range(60)]
    assert all(sorted(one[letter] for letter in LETTERS) == sorted(NAMES) for one in drawn)
    assert len({tuple(one[letter] for letter in LETTERS) for one in drawn}) > 45
    assert DIAGNOSIS.numbers_for("student3") == drawn[3]


def test_pictures_hide_what_the_check_knows():
    ward, truth = patients("student7"), DIAGNOSIS.numbers_for("student7")
    assert {letter: signs(truth[letter], patient) for letter, patient in ward.items()} == {
        letter: [truth[letter]] for letter in LETTERS
    }
    assert all(truth[letter] not in repr(patient) for letter, patient in ward.items())


def test_a_hint_never_names_the_truth():
    for (true, _), hint in HINTS.items():
        assert true not in hint.casefold()


def test_points_for_each_name():
    drawn = draw(np.random.default_rng(3))
    truth = DIAGNOSIS.solve(drawn)
    assert DIAGNOSIS.points == 3
    assert DIAGNOSIS.score({"A": truth["A"], "D": truth["D"]}, drawn).points == 1
    exchanged = truth | {"A": truth["B"], "B": truth["A"]}
    verdict = DIAGNOSIS.score(exchanged, drawn)
    assert (verdict.passed, verdict.points) == (False, 2)
    assert verdict.misconception == f"{truth['A']}, taken for {truth['B']}"
    assert "more than once" in DIAGNOSIS.score(truth | {"A": truth["B"]}, drawn).advice[0]
    assert DIAGNOSIS.score(dict.fromkeys(LETTERS, "healthy"), drawn).points == 0, "one name for all is worth nothing"
    assert "none of the pictures" in DIAGNOSIS.score(truth | {"H": "healthy"}, drawn).advice[0]
    assert DIAGNOSIS.mark(DIAGNOSIS.fallback("ann"), "ann").passed


def test_a_lax_answer_gets_a_sentence():
    drawn = draw(np.random.default_rng(0))
    assert DIAGNOSIS.score({"A": np.nan}, drawn).diagnosis == "not a name"
    assert DIAGNOSIS.score({}, drawn).diagnosis == "not attempted"
    assert DIAGNOSIS.score(["healthy"], drawn).diagnosis == "not a dict"
