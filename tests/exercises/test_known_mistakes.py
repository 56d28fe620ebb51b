"""A misconception is named under another slip only where enough speaks for it."""

import dataclasses

import numpy as np
import pytest

from labkit.exercises import Exercise, Misconception, Probe
from tests.exercises.samples import LOGISTIC, logistic

SIZES = (2, 3, 4, 5, 6, 7)


def root_exercise(mistake):
    """Square roots of six arrays, with one known mistake."""
    return Exercise(
        id="99.root", name="root", title="Roots", points=1, reference=np.sqrt,
        probes=lambda rng: [Probe(rng.uniform(1, 2, n)) for n in SIZES],
        misconceptions=[Misconception("halved", mistake, "Is a root a half?")],
    )  # fmt: skip


def halved_up_to(longest):
    """Half of x; longer arrays raise."""

    def mistake(x):
        if len(x) > longest:
            raise ValueError("too long")
        return x / 2

    return mistake


def test_a_misconception_that_raises_on_most_probes_is_not_named():
    assert root_exercise(halved_up_to(3)).mark(lambda x: x / 2).misconception is None
    assert root_exercise(halved_up_to(4)).mark(lambda x: -x / 2).misconception is None


def test_a_misconception_that_raises_on_few_probes_is_named_without_a_word_about_warnings():
    verdict = root_exercise(halved_up_to(6)).mark(lambda x: x / 2)
    assert (verdict.misconception, verdict.hint) == ("halved", "Is a root a half?")
    verdict = root_exercise(halved_up_to(6)).mark(lambda x: -x / 2)
    assert verdict.hint == "Is a root a half? Besides, the sign is flipped."


@pytest.mark.parametrize(("longest", "name"), [(6, "halved"), (5, None)])
def test_it_has_to_answer_half_of_the_probes_that_are_wrong(longest, name):
    """The mistake shows from five entries on, and stops beyond the longest: two or one of three wrong answers agree."""
    half = halved_up_to(longest)
    exercise = root_exercise(lambda x: half(x) if len(x) > 4 else np.sqrt(x))
    assert exercise.mark(lambda x: x / 2 if len(x) > 4 else np.sqrt(x)).misconception == name


def test_one_result_more_than_the_misconception_gives_is_not_that_misconception():
    exercise = root_exercise(lambda x: x / 2)
    pairs = dataclasses.replace(
        exercise, reference=lambda x: (np.sqrt(x), x),
        misconceptions=[Misconception("halved", lambda x: (x / 2, x), "Is a root a half?")],
    )  # fmt: skip
    assert pairs.mark(lambda x: (x / 2, x, x)).diagnosis == "wrong structure"


@pytest.mark.parametrize("warns", [True, False])
def test_numpy_is_said_to_warn_only_where_it_warned(warns):
    def answer(x, k):
        if warns:
            np.exp(np.array(1000.0))
        return logistic(x, 1 / k)

    verdict = LOGISTIC.mark(answer)
    assert verdict.misconception == "slope divides"
    assert ("NumPy warns on the way" in verdict.hint) is warns
