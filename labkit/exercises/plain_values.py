"""Plain values: what an answer is reduced to, and when two of them are the same.

A plain value is an array (numbers become 0-d arrays), text, None, :class:`Foreign`, or a tuple, list or dict of those.
It holds nothing of the student's own, so it can leave a sandbox.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Foreign:
    """Stands for a returned object that is no array, number, text or collection of those."""

    kind: str


def plain(value: Any) -> Any:
    """Reduce a returned value to arrays, text, None and collections of those."""
    if value is None or isinstance(value, (str, Foreign)):
        return value
    if isinstance(value, np.ndarray):
        return np.array(value, copy=True) if value.dtype != object else _from_objects(value)
    if isinstance(value, (bool, int, float, complex, np.generic)):
        return np.asarray(value) if not isinstance(value, int) or abs(value) < 2**63 else np.asarray(float(value))
    if isinstance(value, tuple):
        return tuple(plain(item) for item in value)
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if hasattr(value, "__array__"):
        return plain(np.asarray(value))
    return Foreign(type(value).__name__)


def _from_objects(value: np.ndarray) -> Any:
    try:
        return value.astype(float)
    except (TypeError, ValueError):
        return Foreign("array of dtype object")


def as_array(value: Any) -> np.ndarray | None:
    """Make one array of numbers from lists of numbers; None where that is impossible."""
    try:
        array = np.asarray(value)
    except ValueError:  # ragged
        return None
    return array if array.dtype.kind in "biufc" else None


def holds_numbers_only(value: list) -> bool:
    """Whether nothing but numbers stands in a list, or in the lists in it."""
    return all(
        holds_numbers_only(item) if isinstance(item, list) else isinstance(item, np.ndarray) and item.ndim == 0
        for item in value
    )


def same(a: Any, b: Any) -> bool:
    """Exactly the same plain value, NaN equal to NaN."""
    if isinstance(a, np.ndarray) and isinstance(b, np.ndarray):
        return a.shape == b.shape and a.dtype == b.dtype and (a.tobytes() == b.tobytes() or _nan_equal(a, b))
    if isinstance(a, (tuple, list)) and isinstance(b, (tuple, list)):
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b, strict=True))
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    return type(a) is type(b) and bool(a == b)


def repeats(a: Any, b: Any) -> bool:
    """The same plain value up to rounding: sums may run in another order when memory lies differently."""
    if isinstance(a, np.ndarray) and isinstance(b, np.ndarray) and a.dtype.kind in "fc" and a.shape == b.shape:
        size = np.max(np.abs(a[np.isfinite(a)]), initial=0.0)
        return a.dtype == b.dtype and np.allclose(a, b, rtol=1e-5, atol=1e-6 * size, equal_nan=True)
    if isinstance(a, (tuple, list)) and isinstance(b, (tuple, list)):
        return len(a) == len(b) and all(repeats(x, y) for x, y in zip(a, b, strict=True))
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(repeats(a[key], b[key]) for key in a)
    return same(a, b)


def _nan_equal(a: np.ndarray, b: np.ndarray) -> bool:
    return bool(np.array_equal(a, b, equal_nan=a.dtype.kind in "fc"))
