"""Lists in place of arrays: refused with a reason, because the next line will calculate with the result."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from labkit.exercises.description import describe_shape
from labkit.exercises.diagnosers.finding import Finding
from labkit.exercises.evidence import Evidence
from labkit.exercises.plain_values import as_array, holds_numbers_only

REASON = {
    "list": "arithmetic with lists goes wrong, `2 * [1, 2]` is `[1, 2, 1, 2]`",
    "tuple": "arithmetic with tuples goes wrong, `2 * (1, 2)` is `(1, 2, 1, 2)`",
}
"""Why the kind of a result matters."""


def a_list(evidence: Evidence) -> Finding | None:
    """A list or tuple of numbers where an array is expected."""
    for i, found in _found(evidence):
        arrays = [one for one in found if one[2].ndim]
        if arrays:
            path, value, array = arrays[0]
            what = "Make it an array" if len(arrays) == 1 else "Make it and the others arrays"
            reason = REASON[type(value).__name__]
            return Finding("list", f"{_said(path, value, array)} {what} with `np.array(...)`: {reason}.", i)
    return None


def number_in_brackets(evidence: Evidence) -> Finding | None:
    """A list or tuple where one number is expected."""
    for i, found in _found(evidence):
        for path, value, array in found:
            if array.ndim == 0:
                said = _said(path, value, array)
                return Finding("wrong shape", f"{said} Return the number itself, without brackets round it.", i)
    return None


def _found(evidence: Evidence) -> Iterator[tuple[int, list]]:
    """For each answered probe, the lists in place of arrays; none where the exercise takes lists."""
    for i, (_, got, want) in enumerate(evidence.pairs):
        if not (evidence.exercise.lists or got.error or want.error):
            yield i, list(in_place_of_arrays(got.value, want.value))


def in_place_of_arrays(got: Any, want: Any, path: str = "") -> Iterator[tuple[str, list | tuple, np.ndarray]]:
    """(path, list, array) wherever an answer has a list or tuple of numbers and the right one an array."""
    if isinstance(want, np.ndarray):
        if isinstance(got, (list, tuple)) and _stands_for(got, want):
            yield path, got, want
    elif isinstance(want, (list, tuple)) and isinstance(got, (list, tuple)) and len(got) == len(want):
        for i, (mine, right) in enumerate(zip(got, want, strict=True)):
            yield from in_place_of_arrays(mine, right, f"{path}[{i}]")
    elif isinstance(want, dict) and isinstance(got, dict):
        for key, right in want.items():
            yield from in_place_of_arrays(got.get(key), right, f"{path}[{key!r}]")


def _stands_for(got: list | tuple, want: np.ndarray) -> bool:
    """Whether a list is meant as that array: by its shape, or because nothing but numbers is in it."""
    array = as_array(got)
    if array is None:
        return False
    bare = isinstance(got, list) and holds_numbers_only(got)
    return bare or array.shape == want.shape or array.size == want.size == 1


def _said(path: str, value: list | tuple, expected: np.ndarray) -> str:
    """What came and what is expected, in a sentence."""
    start = f"Its `{path}` is" if path else "It returns"
    return f"{start} a {type(value).__name__}, {len(value)} long; {describe_shape(expected)} is expected."
