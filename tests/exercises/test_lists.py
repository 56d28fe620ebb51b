"""A list in place of an array is refused with a sentence that helps; a list for a tuple is as good, and the reverse."""

import dataclasses

import numpy as np
import pytest

from labkit.exercises import Exercise, Probe
from tests.exercises.samples import DENSE, GRADIENTS, dense, gradients

NORM = Exercise(
    id="99.norm", name="norm", title="A norm", points=1, reference=lambda x: np.sqrt(np.sum(x * x)),
    probes=lambda rng: [Probe(rng.normal(size=n)) for n in (3, 5)],
)  # fmt: skip
SUMMARY = dataclasses.replace(
    GRADIENTS, reference=lambda x, d: {"dW": x.T @ d, "n": len(x)}, misconceptions=(), id="99.summary"
)


def test_the_sentence_says_what_came_what_is_expected_and_what_to_do():
    verdict = DENSE.mark(lambda x, W, b: dense(x, W, b).tolist())
    assert verdict.diagnosis == "list"
    assert verdict.hint == (
        "It returns a list, 4 long; an array of shape (4, 2) is expected. "
        "Make it an array with `np.array(...)`: arithmetic with lists goes wrong, `2 * [1, 2]` is `[1, 2, 1, 2]`."
    )
    assert "gives the right numbers" in verdict.message
    verdict = DENSE.mark(lambda x, W, b: tuple(dense(x, W, b)))
    assert verdict.diagnosis == "list"
    assert "a tuple, 4 long" in verdict.hint and "`2 * (1, 2)`" in verdict.hint


@pytest.mark.parametrize(
    ("exercise", "answer", "said"),
    [
        (
            GRADIENTS,
            lambda x, d: (x.T @ d, d.sum(0).tolist()),
            "Its `[1]` is a list, 4 long; an array of",
        ),
        (
            GRADIENTS,
            lambda x, d: [g.tolist() for g in gradients(x, d)],
            "Make it and the others arrays with `np.array(...)`: ",
        ),
        (SUMMARY, lambda x, d: {"dW": (x.T @ d).tolist(), "n": len(x)}, "Its `['dW']` is a list, 3 long; an array of"),
    ],
)
def test_a_list_within_a_tuple_or_a_dict_is_refused_as_well(exercise, answer, said):
    verdict = exercise.mark(answer)
    assert verdict.diagnosis == "list"
    assert said in verdict.hint


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda x, W, b: [1.0, 2.0, 3.0], "a list, 3 long; an array of shape (4, 2) is expected"),
        (lambda x, W, b: [], "a list, 0 long"),
        (lambda x, W, b: [float(v) for v in dense(x, W, b).ravel()], "a list, 8 long"),
    ],
)
def test_a_list_of_another_length_is_called_a_list_too(answer, said):
    verdict = DENSE.mark(answer)
    assert (verdict.diagnosis, verdict.passed) == ("list", False)
    assert said in verdict.hint


@pytest.mark.parametrize("wrap", [lambda v: [v], lambda v: (v,), lambda v: [float(v)]])
def test_a_number_in_brackets(wrap):
    verdict = NORM.mark(lambda x: wrap(NORM.reference(x)))
    assert verdict.diagnosis == "wrong shape"
    assert "1 long; one number is expected. Return the number itself, without brackets round it." in verdict.hint


@pytest.mark.parametrize("number", [float, np.float32, np.float64, np.asarray])
def test_any_kind_of_number_is_a_number(number):
    assert NORM.mark(lambda x: number(NORM.reference(x))).passed


def test_two_results_for_one_are_no_list():
    assert DENSE.mark(lambda x, W, b: (dense(x, W, b), x)).diagnosis == "wrong structure"
    assert "2 long" not in DENSE.mark(lambda x, W, b: (x, b)).hint


def test_lists_where_they_will_do():
    assert GRADIENTS.mark(lambda x, d: list(gradients(x, d))).passed
    either = dataclasses.replace(DENSE, lists=True)
    assert either.mark(lambda x, W, b: dense(x, W, b).tolist()).passed
    assert either.mark(lambda x, W, b: tuple(map(tuple, dense(x, W, b)))).passed
    assert either.mark(dense).passed
