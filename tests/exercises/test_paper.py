"""A paper exercise is marked node by node, errors carried forward."""

import numpy as np
import pytest

from labkit.errors import LabkitError
from labkit.exercises import Misconception, PaperExercise, Step

CHAIN = PaperExercise(
    id="99.chain",
    name="chain",
    title="A chain",
    numbers=lambda rng: {"x": round(float(rng.uniform(1, 2)), 2), "w": round(float(rng.uniform(2, 3)), 2)},
    steps=[
        Step("v", lambda n: n["x"] * n["w"], says="what enters"),
        Step(
            "y",
            lambda n: np.tanh(n["v"] / 4),
            points=2,
            misconceptions=[Misconception("no quarter", lambda n: np.tanh(n["v"]), "Where is the 1/4?")],
        ),
        Step("error", lambda n: n["y"] - 0.25),
    ],
)
NUMBERS = CHAIN.numbers_for()
SOLUTION = CHAIN.solve(NUMBERS)


def mark(**changes):
    return CHAIN.score({**SOLUTION, **changes}, NUMBERS)


def test_right_and_rounded():
    assert mark().passed
    assert mark().points == CHAIN.points == 4
    assert CHAIN.score(CHAIN.fallback(), NUMBERS).passed
    assert mark(v=np.float32(SOLUTION["v"]), y=str(SOLUTION["y"]), error=np.array([SOLUTION["error"]])).passed


def test_error_is_carried_forward():
    v = SOLUTION["v"] + 1
    y = np.tanh(v / 4)
    verdict = mark(v=v, y=y, error=y - 0.25)
    assert (verdict.passed, verdict.points) == (False, 3)
    assert "the first wrong one is `v` (what enters)" in verdict.message
    assert mark(v=v).points == 3, "going on with the right value is right too"
    assert mark(v=v, y=y, error=0.9).points == 2


def test_misconception_and_slips_at_the_first_wrong_blank():
    wrong = float(np.tanh(SOLUTION["v"]))
    verdict = mark(y=wrong, error=wrong - 0.25)
    assert (verdict.misconception, verdict.points) == ("no quarter", 2)
    assert mark(v=-SOLUTION["v"]).diagnosis == "sign flipped"
    assert mark(v=2 * SOLUTION["v"]).diagnosis == "factor"
    assert mark(v=SOLUTION["v"] + 0.77).diagnosis == "wrong number"
    assert f"{SOLUTION['v']:.3f}" not in str(mark(v=9.0))


def test_misconception_after_a_slip_is_still_named():
    v = SOLUTION["v"] + 0.5
    verdict = mark(v=SOLUTION["v"], y=float(np.tanh(SOLUTION["v"])))
    assert verdict.misconception == "no quarter"
    assert mark(v=v, y=float(np.tanh(v))).where.label.startswith("`v`"), "the first wrong blank speaks"


@pytest.mark.parametrize("blanks", [None, {}, {"v": None, "y": None, "error": None}, {"v": "", "y": ...}])
def test_untouched_scores_nothing(blanks):
    verdict = CHAIN.score(blanks, NUMBERS)
    assert (verdict.points, verdict.diagnosis) == (0, "not attempted")


@pytest.mark.parametrize("value", ["a lot", np.nan, np.inf, [1, 2], 1j])
def test_what_is_no_number_is_wrong(value):
    verdict = mark(y=value)
    assert (verdict.diagnosis, verdict.points) == ("not a number", 2)


def test_missing_blank_does_not_stop_the_marking():
    verdict = mark(v=None)
    assert (verdict.diagnosis, verdict.points) == ("blank missing", 3)
    assert CHAIN.score([1, 2], NUMBERS).diagnosis == "not a dict"


def test_unknown_names_are_pointed_out():
    assert "delta_typo" in mark(delta_typo=1.0).advice[0]


def test_rounding_too_early():
    assert mark(v=round(SOLUTION["v"], 2), y=SOLUTION["y"]).diagnosis in (None, "rounding")
    assert mark(v=round(SOLUTION["v"] + 0.004, 4)).diagnosis == "wrong number"


def test_validate_finds_a_misconception_that_passes():
    CHAIN.validate()
    twin = Step("v", lambda n: n["x"], misconceptions=[Misconception("same", lambda n: n["x"] + 1e-5, "?")])
    bad = PaperExercise(id="99.bad", name="bad", title="Bad", numbers=lambda rng: {"x": 1.5}, steps=[twin])
    with pytest.raises(LabkitError, match="'same' at v is taken for None"):
        bad.validate()
