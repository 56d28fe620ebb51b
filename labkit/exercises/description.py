"""Values in words: what kind of thing an answer is, and what stands in it, in one short line."""

import re
from typing import Any

import numpy as np

from labkit.exercises.plain_values import Foreign, as_array, holds_numbers_only

MANY = 6
"""More parts than this are counted, not described one by one."""


def a_or_an(noun: str) -> str:
    """Put the article before a noun: ``a_or_an("int") == "an int"``."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


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
    if isinstance(value, dict):
        return "a dict " + _brief(value)
    if len(value) > MANY or (isinstance(value, list) and as_array(value) is not None):
        return f"a {type(value).__name__}, {len(value)} long"
    return f"{a_or_an(type(value).__name__)} of {len(value)}: {_brief(value)[1:-1]}"


def _brief(value: Any) -> str:
    """Say the kinds of the parts of an answer: ``"(array (4, 3), list (2,), number)"``."""
    if isinstance(value, np.ndarray):
        return f"array {value.shape}" if value.ndim else "number"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {_brief(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list) and holds_numbers_only(value) and (array := as_array(value)) is not None:
        return f"list {array.shape}"
    if isinstance(value, (tuple, list)):
        parts = ", ".join(_brief(item) for item in value) if len(value) <= MANY else f"{len(value)} items"
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
