"""Say in words what a figure shows: numbers as a reader would say them, and the shape of a curve in one clause."""

import re
from collections.abc import Sequence

import numpy as np


def number(value: float, digits: int = 3) -> str:
    """Write a number with ``digits`` significant figures: ``0.125``, ``40,000``, ``2e-5``, ``not a number``."""
    value = float(value)
    if np.isnan(value):
        return "not a number"
    if np.isinf(value):
        return "infinity" if value > 0 else "minus infinity"
    size = abs(value)
    if 0 < size < 1e-3:
        mantissa, exponent = f"{value:.{digits - 1}e}".split("e")
        mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
        return f"{mantissa}e{int(exponent)}"
    if size >= 10**digits and size < 1e7:
        return f"{value:,.0f}"
    text = f"{value:.{digits}g}"
    if "e" in text:
        mantissa, exponent = text.split("e")
        return f"{mantissa}e{int(exponent)}"
    return text


def percent(share: float, digits: int = 1) -> str:
    """Write a share between 0 and 1 as a percentage: ``47.0 %``."""
    return "not a number" if np.isnan(share) else f"{100 * float(share):.{digits}f} %"


def counted(n: int, noun: str) -> str:
    """Write a number with its noun: ``1 update``, ``2 updates``."""
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def listed(parts: Sequence[str]) -> str:
    """Join as a person would: ``a``, ``a and b``, ``a, b and c``."""
    parts = list(parts)
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


def sentences(*parts: str) -> str:
    """Join non-empty parts as sentences, each with a capital and a full stop."""
    kept = [part.strip() for part in parts if part and part.strip()]
    return " ".join(_capital(part) + ("" if part[-1] in ".!?" else ".") for part in kept)


def _capital(text: str) -> str:
    """Capitalise a word, but not a symbol such as ``k`` or ``x1``."""
    return text[0].upper() + text[1:] if re.match(r"(a|[a-z]{2,})\b", text) else text


def trend(values: Sequence[float], show=number) -> str:
    """Describe a curve from its first to its last value, with a turning point in between where it has one.

    Parameters
    ----------
    values : sequence of float
        The curve, in order.
    show : callable
        How to write a value (:func:`number` or :func:`percent`).

    Returns
    -------
    str
        Such as ``"falls from 0.9 to 0.12"`` or ``"rises from 9.8 % to a peak of 61.0 %, then ends at 32.0 %"``.
    """
    values = np.asarray(values, dtype=float)
    finite = values[np.isfinite(values)]
    if not len(finite):
        return "has no finite value"
    first, last = finite[0], finite[-1]
    low, high = finite.min(), finite.max()
    lost = "" if np.isfinite(values[-1]) else ", then stops being a number"
    span = high - low
    if show(low) == show(high):
        return f"stays at {show(first)}{lost}"
    if high - max(first, last) > 0.15 * span:
        return f"rises from {show(first)} to a peak of {show(high)}, then ends at {show(last)}{lost}"
    if min(first, last) - low > 0.15 * span:
        return f"falls from {show(first)} to {show(low)}, then ends at {show(last)}{lost}"
    return f"{'rises' if last > first else 'falls'} from {show(first)} to {show(last)}{lost}"
