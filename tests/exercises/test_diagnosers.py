"""Every general diagnoser recognises its mistake, and nothing else does."""

import dataclasses
import math
import time

import numpy as np
import pytest

from labkit.exercises import Exercise, Misconception, Probe, check
from tests.exercises.samples import DENSE, GRADIENTS, LOGISTIC, gradients, logistic

calls = []


def unwritten(x, W, b):
    raise NotImplementedError


def prints(x, W, b):
    print(x @ W + b)


def forgets_return(x, W, b):
    y = x @ W + b  # noqa: F841


def mutates(x, W, b):
    y = x @ W + b
    b += 1
    return y


def branch_without_return(x, W, b):
    if len(x) < 6:
        return x @ W + b


def counts(x, W, b):
    calls.append(1)
    return x @ W + b + len(calls)


def integers(x, W, b):
    return (x @ W + b).astype(int)


@pytest.mark.parametrize(
    "answer, diagnosis",
    [
        (None, "not attempted"),
        (unwritten, "not attempted"),
        (np.zeros(3), "not a function"),
        (prints, "printed"),
        (forgets_return, "returns None"),
        (branch_without_return, "sometimes None"),
        (lambda x, W, b: (x @ W + b).T, "transposed"),
        (lambda x, W, b: W.T @ x.T + b[:, None], "transposed"),
        (lambda x, W, b: (x @ W + b)[None], "wrong shape"),
        (lambda x, W, b: (x @ W + b).sum(), "wrong shape"),
        (lambda x, W, b: (x @ W + b).ravel(), "wrong shape"),
        (lambda x, W, b: -(x @ W + b), "sign flipped"),
        (lambda x, W, b: 2 * (x @ W + b), "constant factor"),
        (lambda x, W, b: (x @ W + b) / -3, "constant factor"),
        (lambda x, W, b: (x @ W + b) / len(x), "factor of a size"),
        (lambda x, W, b: (x @ W + b) * len(x), "factor of a size"),
        (lambda x, W, b: x @ W + b + 1, "constant offset"),
        (lambda x, W, b: (x @ W + b).tolist(), "list"),
        (lambda x, W, b: (x @ W + b) + 0j, "complex"),
        (lambda x, W, b: (x @ W + b, x), "wrong structure"),
        (lambda x, W, b: object(), "wrong type"),
        (lambda x: x, "wrong arguments"),
        (lambda x, W, b: W @ x + b, "raises"),
        (lambda x, W, b: (x @ W + b) / np.zeros(1), "not finite"),
        (lambda x, W, b: np.full((len(x), len(b)), 7.0), "constant answer"),
        (lambda x, W, b: np.round(x @ W + b, 3), "nearly"),
        (lambda x, W, b: (x @ W + b).astype(np.float16), "half precision"),
        (lambda x, W, b: x @ W, "different"),
        (integers, "integers"),
        (counts, "not repeatable"),
        (mutates, "changes its argument"),
    ],
)
def test_diagnosis(answer, diagnosis):
    card = check(DENSE, answer)
    assert card.diagnosis == diagnosis, str(card)
    assert not card.passed
    assert card.points == 0


@pytest.mark.parametrize(("factor", "diagnosis"), [(2, "constant factor"), (1.2345, "different")])
def test_one_number_is_any_number_times_another(factor, diagnosis):
    """Where a single number is wrong, only a factor that people make by mistake says something."""
    exercise = Exercise(
        id="99.norm", name="norm", title="A norm", points=1, reference=lambda x: np.sqrt(np.sum(x * x)),
        probes=lambda rng: [Probe(rng.normal(size=n)) for n in (3, 5, 6)],
    )  # fmt: skip
    answer = lambda x: exercise.reference(x) * (factor if len(x) == 6 else 1)
    assert exercise.mark(answer).diagnosis == diagnosis
    assert exercise.mark(lambda x: exercise.reference(x) * factor).diagnosis == "constant factor"


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (lambda x, W, b: 1 / len(x), "divided by `len(x)`: perhaps a sum is asked for, and this is a mean"),
        (lambda x, W, b: len(x), "times `len(x)`: perhaps a mean is asked for, and this is a sum"),
        (lambda x, W, b: len(b), "times `W.shape[1]`"),
        (lambda x, W, b: W.size, "times `W.size`"),
    ],
)
def test_a_size_is_named_by_the_argument_that_has_it(size, said):
    assert said in DENSE.mark(lambda x, W, b: (x @ W + b) * size(x, W, b)).hint


def test_factor_is_said_in_words():
    assert "half the right answer" in str(check(DENSE, lambda x, W, b: (x @ W + b) / 2))
    assert "2/3 times" in str(check(DENSE, lambda x, W, b: (x @ W + b) * 2 / 3))
    assert "minus twice" in str(check(DENSE, lambda x, W, b: (x @ W + b) * -2))


@pytest.mark.parametrize(
    "wrong, said",
    [
        (lambda dW, db: (2 * dW, 2 * db), "It is twice the right answer, everywhere."),
        (lambda dW, db: (dW, 2 * db), "[1] is twice the right answer; the rest is right."),
        (lambda dW, db: (2 * dW, db), "[0] is twice the right answer; the rest is right."),
        (lambda dW, db: (dW + 3, db), "[0] is the right answer plus 3; the rest is right."),
        (lambda dW, db: (dW + 3, db + 3), "It is the right answer plus 3, everywhere."),
    ],
)
def test_where_a_factor_or_an_offset_shows(wrong, said):
    exercise = dataclasses.replace(GRADIENTS, misconceptions=())
    assert f"Hint: {said}\n" in str(check(exercise, lambda x, d: wrong(*gradients(x, d))))


def test_a_factor_on_some_probes_is_not_said_to_be_everywhere():
    card = check(DENSE, lambda x, W, b: (x @ W + b) * (2 if len(x) == 6 else 1))
    assert card.diagnosis == "constant factor"
    assert "Where it differs, it is twice the right answer." in str(card)
    W = np.ones((3, 2))
    probes = [Probe(np.ones((2, 3)), W, np.ones(2)), Probe(np.zeros((2, 3)), W, np.zeros(2))]
    zero = dataclasses.replace(DENSE, probes=lambda rng: probes)
    assert "twice the right answer, everywhere" in str(check(zero, lambda x, W, b: (x @ W + b) * 2))


def test_works_on_scalars_only():
    def with_math(x, k=1.0):
        return 1 / (1 + math.exp(-k * x))

    def with_if(x, k=1.0):
        if x > 0:
            return 1 / (1 + np.exp(-k * x))
        return np.exp(k * x) / (1 + np.exp(k * x))

    for answer in (with_math, with_if):
        assert check(LOGISTIC, answer).diagnosis == "only scalars"


def test_too_slow():
    exercise = dataclasses.replace(DENSE, seconds=0.1)
    card = check(exercise, lambda *args: time.sleep(5))
    assert card.diagnosis == "too slow"
    assert "0 of 3 probes" in str(card)


def test_order_of_results():
    assert check(GRADIENTS, lambda x, d: gradients(x, d)[::-1]).diagnosis == "order of results"


def test_in_place_where_it_is_asked_for():
    assert check(dataclasses.replace(DENSE, in_place=True), mutates).passed


def test_expected_exception():
    def refuses(x):
        if x < 0:
            raise ValueError("negative")
        return x**0.5

    exercise = Exercise(id="99.root", name="root", title="Root", points=1, reference=refuses,
                        probes=lambda rng: [Probe(2.0), Probe(-1.0)])  # fmt: skip
    assert check(exercise, refuses).passed
    assert check(exercise, lambda x: abs(x) ** 0.5).diagnosis == "does not raise"


def test_solution_never_stands_on_the_card():
    secret = 0.8807970779778823
    exercise = dataclasses.replace(LOGISTIC, probes=lambda rng: [Probe(2.0, 1.0)], misconceptions=())
    for answer in (lambda x, k: 0.3, lambda x, k: np.array([0.3]), lambda x, k: 1 / 0, lambda x, k: (1, 2)):
        card = check(exercise, answer)
        assert not card.passed
        assert f"{secret:.3f}" not in str(card) + card._repr_html_()


def test_other_right_answers_pass():
    right = [
        lambda x, k=1.0: logistic(np.float32(x) if np.isscalar(x) else x.astype(np.float32), np.float32(k)),
        lambda x, k=1.0: 0.5 * (1 + np.tanh(k * x / 2)) if np.all(np.abs(x) < 100) else logistic(x, k),
        lambda x, k=1.0: float(logistic(x, k)) if np.isscalar(x) else logistic(x, k),
        lambda x, k=1.0: np.longdouble(1) * logistic(x, k),
    ]
    for answer in right:
        assert check(LOGISTIC, answer).passed, str(check(LOGISTIC, answer))


def test_exact_misconception_comes_with_its_hint():
    card = check(LOGISTIC, lambda x, k: 0.5 + 0.5 * np.tanh(x / 2) if np.all(abs(x) < 99) else logistic(x))
    assert card.misconception == "no slope"
    assert "Where does k enter?" in str(card)
    assert check(LOGISTIC, lambda x, k: (1 + np.exp(-x * k)) ** -1.0).misconception == "overflow"


def test_two_misconceptions_at_once():
    card = check(LOGISTIC, lambda x, k: 1 / (1 + np.exp(-x)))
    assert card.misconception == "no slope + overflow"
    assert "Two things at once" in str(card)
    card = check(GRADIENTS, lambda x, d: (np.outer(x[0], d[0]), d.mean(axis=0)))
    assert card.misconception == "mean over rows + weights of one sample"


@pytest.mark.parametrize("factor, said", [(-1, "sign is flipped"), (2, "doubled"), (0.5, "halved")])
def test_misconception_under_another_slip(factor, said):
    card = check(LOGISTIC, lambda x, k: factor * logistic(x, 1 / k))
    assert card.misconception == "slope divides"
    assert said in str(card)


def test_misconception_with_nan_on_top():
    wrong = lambda x, k: np.where(x == x.max(), np.nan, logistic(x, 1 / k)) if np.ndim(x) else logistic(x, 1 / k)
    card = check(LOGISTIC, wrong)
    assert card.misconception == "slope divides"
    assert "not finite" in str(card)


def test_misconception_that_raises_needs_the_same_message():
    exercise = dataclasses.replace(
        DENSE, misconceptions=[Misconception("weights first", lambda x, W, b: W @ x + b, "Which side does W stand on?")]
    )
    assert check(exercise, lambda x, W, b: np.matmul(W, x) + b).misconception == "weights first"

    def unrelated(x, W, b):
        raise ValueError("something else")

    assert check(exercise, unrelated).diagnosis == "raises"


def test_reading_the_notebook_is_advice():
    namespace = {"np": np, "bias": 1.0}
    exec("def f(x, W, b):\n    return x @ W + b * bias", namespace)
    card = check(DENSE, namespace["f"])
    assert card.passed
    assert "reads bias from the notebook" in str(card)


def test_warning_where_none_is_forbidden_is_advice():
    exercise = dataclasses.replace(LOGISTIC, no_warnings=False, misconceptions=())
    card = check(exercise, lambda x, k: 1 / (1 + np.exp(-k * x)))
    assert card.passed
    assert "overflow encountered in exp" in str(card)


@pytest.mark.parametrize("answer", [lambda y, k, threshold: 1.0, lambda y, k, threshold: float(np.mean(y) > 0.4)])
def test_a_few_bare_numbers_are_not_two_misconceptions(answer):
    card = check("03.saturated_share", answer)
    assert not card.passed
    assert "+" not in (card.misconception or "")


def test_one_answer_to_all_is_called_so_where_the_exercise_has_misconceptions():
    assert check("03.saturated_share", lambda y, k, threshold: 1.0).diagnosis == "constant answer"


def test_answers_of_true_and_false_are_marked_like_others():
    """NumPy does not subtract truth values, and a diagnoser must not stumble over it."""
    exercise = Exercise(
        id="99.positive", name="positive", title="Positive", points=1,
        reference=lambda x: x > 0, probes=lambda rng: [Probe(rng.normal(size=5)), Probe(rng.normal(size=(3, 2)))],
        misconceptions=[Misconception("the other side", lambda x: x < 0, "Which side is positive?")],
    )  # fmt: skip
    assert exercise.mark(lambda x: x < 0).misconception == "the other side"
    assert exercise.mark(lambda x: (x > 0) * 1).passed
    for wrong in (lambda x: x > 1, lambda x: np.zeros_like(x, bool), lambda x: x):
        assert not exercise.mark(wrong).passed


def test_a_mistake_under_a_slip_has_the_same_words():
    """A summary of numbers and words: twice the misconception's number is that mistake only where the words agree."""
    exercise = Exercise(
        id="99.summary", name="summary", title="Summary", points=1,
        reference=lambda x: {"std": np.asarray(x), "form": "normal"}, probes=lambda rng: [Probe(2.0), Probe(3.0)],
        misconceptions=[Misconception("trebled", lambda x: {"std": 3 * np.asarray(x), "form": "normal"}, "Thrice?")],
    )  # fmt: skip
    assert exercise.mark(lambda x: {"std": 6 * np.asarray(x), "form": "normal"}).misconception == "trebled"
    assert exercise.mark(lambda x: {"std": 6 * np.asarray(x), "form": "uniform"}).misconception is None


YES_OR_NO = Exercise(
    id="99.positive", name="positive", title="Positive", points=1,
    reference=lambda x: bool(x > 0), probes=lambda rng: [Probe(v) for v in (-3.0, -2.0, -1.0, 1.0, 2.0, 3.0)],
)  # fmt: skip


@pytest.mark.parametrize("kind", [bool, int, float, np.bool_])
@pytest.mark.parametrize("reference", [bool, int, float])
@pytest.mark.parametrize(
    ("answer", "diagnosis"),
    [
        (lambda x: x > -1.5, "yes too often"),
        (lambda x: x > 1.5, "no too often"),
        (lambda x: x < 0, "yes and no exchanged"),
        (lambda x: x < 9, "constant answer"),
        (lambda x: x > 9, "constant answer"),
        (lambda x: abs(x) < 1.5 and x < 0 or x > 1.5, "different"),
    ],
)
def test_yes_or_no_is_neither_shifted_nor_scaled(answer, diagnosis, reference, kind):
    exercise = dataclasses.replace(YES_OR_NO, reference=lambda x: reference(x > 0))
    verdict = exercise.mark(lambda x: kind(answer(x)))
    assert verdict.diagnosis == diagnosis
    assert "right answer" not in verdict.hint


def test_other_numbers_in_place_of_yes_or_no_are_not_called_shifted():
    exercise = dataclasses.replace(YES_OR_NO, reference=lambda x: np.asarray(x > 0, dtype=float))
    assert exercise.mark(lambda x: (x > 0) + 1.0).diagnosis != "constant offset"


def test_yes_or_no_for_many_at_once():
    exercise = dataclasses.replace(
        YES_OR_NO, reference=lambda x: x > 0, probes=lambda rng: [Probe(rng.normal(size=n)) for n in (20, 30)]
    )
    verdict = exercise.mark(lambda x: x > -0.5)
    assert verdict.diagnosis == "yes too often"
    assert verdict.hint == "Every entry that differs says yes (True, or 1) where no is expected."
