"""When two answers count as equal: same structure, same shape, same numbers within the tolerance."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from labkit.exercises.answer import Answer
from labkit.exercises.plain_values import Foreign, as_array


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Walk the arrays of a nested answer with the index that leads to each: ``[0]``, ``['W']``."""
    if isinstance(value, (tuple, list)):
        for i, item in enumerate(value):
            yield from leaves(item, f"{path}[{i}]")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, f"{path}[{key!r}]")
    else:
        yield path, value


def align(got: Any, expected: Any) -> Any:
    """Read an answer the way the expected one is built: lists of numbers as arrays, lists as tuples."""
    if isinstance(expected, np.ndarray) and isinstance(got, (list, tuple)):
        array = as_array(got)
        return got if array is None else array
    if isinstance(expected, (tuple, list)) and isinstance(got, (tuple, list)) and len(got) == len(expected):
        return tuple(align(g, e) for g, e in zip(got, expected, strict=True))
    if isinstance(expected, dict) and isinstance(got, dict):
        return {key: align(got[key], expected.get(key)) for key in got}
    return got


def same_structure(got: Any, expected: Any) -> bool:
    """Whether two plain values nest alike and their arrays have the same shapes."""
    mine, theirs = dict(leaves(got)), dict(leaves(expected))
    return mine.keys() == theirs.keys() and all(
        type(mine[p]) is type(theirs[p])
        and not isinstance(mine[p], Foreign)
        and getattr(mine[p], "shape", None) == getattr(theirs[p], "shape", None)
        for p in theirs
    )


def close(got: np.ndarray, expected: np.ndarray, rtol: float, atol: float) -> np.ndarray:
    """Elementwise ``|got - expected| <= atol + rtol |expected|``, NaN equal to NaN; shapes must agree.

    Where either side is float32, ``rtol`` is at least 100 of its rounding steps and ``atol`` at least ten of
    the largest entry: computing in single precision is no mistake.
    """
    if np.float32 in (got.dtype, expected.dtype) and expected.size:
        step = float(np.finfo(np.float32).eps)
        size = np.max(np.abs(np.where(np.isfinite(expected), expected, 0)))
        rtol, atol = max(rtol, 100 * step), max(atol, 10 * step * float(size))
    with np.errstate(all="ignore"):
        return np.isclose(got, expected, rtol=rtol, atol=atol, equal_nan=True)


def equal_leaf(got: Any, expected: Any, rtol: float, atol: float) -> bool:
    """Whether two arrays (or texts) are the same answer."""
    if isinstance(got, np.ndarray) and isinstance(expected, np.ndarray):
        if got.dtype.kind not in "biufc" or expected.dtype.kind not in "biufc":
            return got.shape == expected.shape and bool(np.all(got == expected))
        return got.shape == expected.shape and bool(np.all(close(got, expected, rtol, atol)))
    return type(got) is type(expected) and bool(got == expected)


def cells(got: Answer, expected: Answer, rtol: float, atol: float) -> dict[str, bool]:
    """Compare two answers leaf by leaf: which parts of the answer agree.

    An exception agrees with one of the same type. A different structure is one cell that disagrees.
    """
    if got.error or expected.error:
        return {"": got.error == expected.error}
    mine, theirs = dict(leaves(align(got.value, expected.value))), dict(leaves(expected.value))
    if mine.keys() != theirs.keys():
        return {"": False}
    return {path: equal_leaf(mine[path], theirs[path], rtol, atol) for path in theirs}
