"""One policy on lists, for every exercise: an array is an array, and a list is as good as a tuple."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from labkit.exercises import all_exercises
from labkit.exercises.plain_values import plain

EXERCISES = [exercise for exercise in all_exercises() if hasattr(exercise, "probes")]
"""All whose answer is a function; a paper exercise asks for numbers."""


def answers(exercise: Any, change: Callable | None = None) -> tuple[Any, list]:
    """Mark the reference with its results changed, and return the verdict and the results before the change."""
    returned = []

    def answer(*args, **kwargs):
        value = exercise.reference(*args, **kwargs)
        returned.append(plain(value) if isinstance(value, (np.ndarray, tuple, list, dict)) else value)
        return change(returned[-1]) if change else value

    probes = exercise.probes(exercise.rng())
    return exercise.score(exercise.answer(answer, probes), probes), returned


def nested(value: Any, leaf: Callable = lambda array: array, many: Callable = lambda items: items) -> Any:
    """Change the arrays in a result, or the lists and tuples that hold them."""
    if isinstance(value, np.ndarray):
        return leaf(value)
    if isinstance(value, (list, tuple)):
        return many(type(value)(nested(item, leaf, many) for item in value))
    if isinstance(value, dict):
        return {key: nested(item, leaf, many) for key, item in value.items()}
    return value


def holds(value: Any, kind: Callable) -> bool:
    """Whether a result is, or holds, what ``kind`` says."""
    items = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    return kind(value) or any(holds(item, kind) for item in items)


def is_array(value: Any) -> bool:
    return isinstance(value, np.ndarray) and value.ndim > 0


def is_number(value: Any) -> bool:
    return isinstance(value, (float, np.floating)) or (isinstance(value, np.ndarray) and value.ndim == 0)


def as_lists(value: Any) -> Any:
    return nested(value, leaf=lambda array: array.tolist())


def exchanged(value: Any) -> Any:
    return nested(value, many=lambda items: list(items) if isinstance(items, tuple) else tuple(items))


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_a_list_in_place_of_an_array_is_called_so(exercise):
    _, returned = answers(exercise)
    if not any(holds(value, is_array) for value in returned):
        return
    verdict, _ = answers(exercise, as_lists)
    if exercise.lists:
        assert verdict.passed
        return
    assert not verdict.passed
    # Where an exercise looks at random draws, the list is a misconception of its own.
    assert "list" in (verdict.diagnosis, (verdict.misconception or "").removeprefix("a "))
    assert "array" in verdict.hint


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_a_list_is_as_good_as_a_tuple(exercise):
    _, returned = answers(exercise)
    if any(holds(value, lambda part: isinstance(part, (list, tuple))) for value in returned):
        verdict, _ = answers(exercise, exchanged)
        assert verdict.passed, f"{verdict.message} {verdict.hint}"


@pytest.mark.parametrize("kind", [float, np.float64, np.asarray])
@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_any_kind_of_number_is_accepted(exercise, kind):
    _, returned = answers(exercise)
    if any(is_number(value) for value in returned):
        verdict, _ = answers(exercise, lambda value: kind(value) if is_number(value) else value)
        assert verdict.passed, f"{verdict.message} {verdict.hint}"
