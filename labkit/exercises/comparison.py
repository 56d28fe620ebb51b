"""When two answers count as equal: same structure, same shape, same numbers within the tolerance."""

import re
from collections.abc import Iterator
from typing import Any

import numpy as np

from labkit.exercises.answer import Answer, Foreign, a_or_an


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


def is_list_of_numbers(value: Any) -> bool:
    """Whether a list would make one plain array of numbers."""
    return isinstance(value, (list, tuple)) and as_array(value) is not None


def as_array(value: Any) -> np.ndarray | None:
    """Make one array of numbers from lists of numbers; None where that is impossible."""
    try:
        array = np.asarray(value)
    except ValueError:  # ragged
        return None
    return array if array.dtype.kind in "biufc" else None


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


def describe_shape(value: Any) -> str:
    """Say what kind of thing an answer is without its values: ``"an array of shape (4, 3)"``."""
    if value is None:
        return "None"
    if isinstance(value, Foreign):
        return a_or_an(value.kind)
    if isinstance(value, str):
        return "a text"
    if isinstance(value, np.ndarray):
        return "one number" if value.ndim == 0 else f"an array of shape {value.shape}"
    if isinstance(value, list) and is_list_of_numbers(value):
        return f"a list, {len(value)} long"
    if isinstance(value, dict):
        return "a dict " + _brief(value)
    return f"{a_or_an(type(value).__name__)} of {len(value)}: {_brief(value)[1:-1]}"


def _brief(value: Any) -> str:
    """Say the kinds of the parts of an answer: ``"(array (4, 3), [array (2,), number])"``."""
    if isinstance(value, np.ndarray):
        return f"array {value.shape}" if value.ndim else "number"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {_brief(item)}" for key, item in value.items()) + "}"
    if isinstance(value, (tuple, list)):
        parts = ", ".join(_brief(item) for item in value)
        return f"[{parts}]" if isinstance(value, list) else f"({parts})"
    return describe_shape(value)


def short(value: Any, limit: int = 160, rows: bool = True) -> str:
    """Print a value in one short line, large arrays by their shape and first entries."""
    if isinstance(value, np.ndarray):
        if value.ndim == 0:
            return f"{value[()]:.6g}" if value.dtype.kind == "f" else str(value[()])
        text = np.array2string(value, precision=4, separator=", ", threshold=30, edgeitems=2)
        if not rows or value.ndim != 2 or text.count("\n") >= len(value) or len(value) > 8:
            text = re.sub(r"\s+([],])", r"\1", re.sub(r"\[\s+", "[", " ".join(text.split())))
        return text if len(text) <= 2 * limit else f"array of shape {value.shape}: {text[:limit]} …"
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, Foreign):
        return f"<{value.kind}>"
    if isinstance(value, (tuple, list)):
        text = ", ".join(short(item, limit // 2, rows=False) for item in value[:6]) + (", …" if len(value) > 6 else "")
        text = f"[{text}]" if isinstance(value, list) else f"({text})"
    elif isinstance(value, dict):
        text = "{" + ", ".join(f"{key!r}: {short(item, limit // 2, rows=False)}" for key, item in value.items()) + "}"
    else:
        text = repr(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"
