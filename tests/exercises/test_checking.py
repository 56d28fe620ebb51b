"""check, use and reveal, the way a lab calls them."""

import dataclasses

import numpy as np
import pytest

import labkit
from labkit.errors import LabkitError
from labkit.exercises import CheckFailed, Exercise, PaperExercise, Probe, Step, check, find, of_lab, reveal, use
from tests.exercises.samples import LOGISTIC, logistic


def test_labkit_offers_the_verbs():
    assert (labkit.check, labkit.use, labkit.reveal) == (check, use, reveal)


def test_strict_raises_after_building_the_card(monkeypatch):
    monkeypatch.setenv("LABKIT_STRICT", "1")
    assert check(LOGISTIC, logistic).passed
    with pytest.raises(CheckFailed, match="99.logistic: 0 of 2 points") as raised:
        check(LOGISTIC, lambda x, k: logistic(x))
    assert raised.value.card.misconception == "no slope"
    first, *rest = str(raised.value.card).splitlines()
    assert str(raised.value) == f"99.logistic: {first}"
    assert raised.value.__notes__ == ["\n".join(rest)]


def test_use_gives_the_students_function_or_says_that_it_does_not(capsys):
    def mine(x, k=1.0):
        return logistic(x, k)

    assert use(LOGISTIC, mine) is mine
    assert capsys.readouterr().out == ""
    assert use(LOGISTIC, None) is logistic
    assert "not written yet" in capsys.readouterr().out
    assert use(LOGISTIC, lambda x, k: x) is logistic
    assert "does not pass its check yet" in capsys.readouterr().out


def test_per_student_probes_differ_and_repeat():
    exercise = Exercise(
        id="99.mine",
        name="mine",
        title="Mine",
        points=1,
        reference=lambda x: x,
        probes=lambda rng: [Probe(rng.normal())],
        per_student=True,
    )
    draw = lambda e, student: e.probes(e.rng(student))[0].args[0]
    assert draw(exercise, "ada") == draw(exercise, "ada") != draw(exercise, "guest")
    shared = dataclasses.replace(exercise, per_student=False)
    assert draw(shared, "ada") == draw(shared, "guest")


def test_answer_and_score_come_apart():
    probes = LOGISTIC.probes(np.random.default_rng(99))
    sheet = LOGISTIC.answer(lambda x, k: logistic(x), probes)
    assert LOGISTIC.score(sheet, probes).misconception == "no slope"
    assert LOGISTIC.score(LOGISTIC.answer(logistic, probes), probes).passed


def test_fewer_answers_than_probes_never_pass():
    probes = LOGISTIC.probes(np.random.default_rng(0))
    sheet = LOGISTIC.answer(logistic, probes[:2])
    assert not LOGISTIC.score(sheet, probes).passed
    assert not LOGISTIC.score(LOGISTIC.answer(logistic, []), probes).passed


@pytest.mark.parametrize(
    "id, said",
    [("03.sigmoyd", "03.sigmoid"), ("77.x", "no exercises of a lab"), ("nonsense", "lab"), (np.exp, "id such as")],
)
def test_unknown_exercise(id, said):
    with pytest.raises(LabkitError, match=said) as raised:
        find(id)
    assert "\n" not in str(raised.value)


def test_found_by_id():
    assert find("03.sigmoid") in of_lab("03")


@pytest.mark.parametrize(
    "prediction, measured, said",
    [
        (None, 1.5, "No prediction yet: we measured 1.5"),
        (2, 2, "that is it"),
        (2, 1.95, "close"),
        (1.5, 1, "50% too high"),
        (0.1, 10.0, "100 times too low"),
        (10, 0.1, "100 times too high"),
        (-1, 1, "not so"),
        ("Deep  layers", "deep layers", "close"),
        ("a", "b", "not so"),
        (True, False, "You predicted yes; we measured no: not so"),
        ((1, 2, 3), (1, 2, 4), "2 of 3 met"),
        ([1, 2], np.array([1, 2]), "all met"),
        ((1, 2), (1, 2, 3), "2 things predicted, 3 measured"),
        ({"a": 1, "b": 2}, {"a": 1, "b": 9}, "1 of 2 met"),
        ("many", 3, "not so"),
        (np.float64(2), np.float32(2), "that is it"),
    ],
)
def test_reveal(prediction, measured, said):
    assert said in str(reveal("99.guess", prediction, measured))


def test_reveal_ends_with_the_labs_own_words():
    assert str(reveal("99.guess", 1, 2, "Saturation again.")).endswith("Saturation again.")


def test_accept_hook_takes_any_value_at_the_kink():
    exercise = Exercise(
        id="99.step",
        name="step",
        title="Derivative of ReLU",
        points=1,
        reference=lambda x: (x > 0).astype(float),
        probes=lambda rng: [Probe(np.array([-1.0, 0.0, 2.0])), Probe(rng.normal(size=(2, 3)))],
        accept=lambda got, want, x: np.where(x == 0, (got >= 0) & (got <= 1), np.isclose(got, want)),
    )
    assert check(exercise, lambda x: (x >= 0) * 1.0).passed
    assert check(exercise, lambda x: np.heaviside(x, 0.5)).passed
    refused = check(exercise, lambda x: np.heaviside(x, 1.5))
    assert not refused.passed
    assert "1 of 3 entries differ, the first at [1]" in str(refused)
    assert check(exercise, lambda x: np.ones(2)).diagnosis == "wrong shape"


def test_call_builds_a_function_argument():
    exercise = Exercise(
        id="99.gradient",
        name="gradient",
        title="Central differences",
        points=1,
        reference=lambda f, x, h: (f(x + h) - f(x - h)) / (2 * h),
        probes=lambda rng: [Probe(np.array([1.0, 0.0, 3.0]), 2.0, 1e-3), Probe(rng.normal(size=3), 0.5, 1e-3)],
        call=lambda gradient, coefficients, x, h: gradient(np.poly1d(coefficients), x, h),
    )
    assert check(exercise, lambda f, x, h: (f(x + h) - f(x - h)) / h / 2).passed
    wrong = check(exercise, lambda f, x, h: (f(x + h) - f(x)) / h)
    assert not wrong.passed
    assert "coefficients = [1., 0., 3.]" in str(wrong)


def test_paper_goes_through_the_same_door(capsys):
    paper = PaperExercise(
        id="99.paper",
        name="paper",
        title="Paper",
        numbers=lambda rng: {"a": round(float(rng.uniform(1, 2)), 2)},
        steps=[Step("double", lambda v: 2 * v["a"])],
    )
    answer = {"double": 2 * paper.numbers_for("ada")["a"]}
    assert check(paper, answer, student="ada").passed
    assert not check(paper, answer, student="guest").passed
    assert use(paper, answer, student="ada") is answer
    assert use(paper, {"double": None}, student="ada") == pytest.approx(answer)
    assert "not written yet" in capsys.readouterr().out
