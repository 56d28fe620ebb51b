"""The third verb of a lab: reveal what a prediction was worth, once the measurement is there."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from labkit.exercises.card import Note


def reveal(
    id: str,
    prediction: Any,
    measured: Any,
    text: str | None = None,
    tolerance: float = 0.1,
    ties: Sequence[Any] | None = None,
) -> Note:
    """Lay a prediction beside the measurement. It is never graded.

    Parameters
    ----------
    id : str
        Name of the prediction: ``"03.best_k"``.
    prediction : object
        A number, text, bool, a sequence or dict of those; None when nothing was predicted.
    measured : object
        What came out, of the same kind.
    text : str, optional
        A sentence that says what it means.
    tolerance : float
        Relative difference up to which a number counts as met.
    ties : sequence, optional
        Where the prediction was a choice: the choices that the runs cannot tell from the best one. How far off a
        wrong choice was is then not said, because a ratio of choices means nothing.
    """
    said = f" {text}" if text else ""
    if prediction is None or prediction is Ellipsis:
        return Note(
            "Your prediction",
            f"No prediction yet: we measured {tell(measured)}. Next time commit to one "
            f"first; being wrong is how one remembers.{said}",
        )
    if ties is not None:
        verdict, equals = _choice(prediction, measured, ties)
        return Note("Your prediction", f"You predicted {tell(prediction)}; {equals}: {verdict}.{said}")
    return Note(
        "Your prediction",
        f"You predicted {tell(prediction)}; we measured {tell(measured)}: "
        f"{judge(prediction, measured, tolerance)}.{said}",
    )


def _choice(prediction: Any, measured: Any, ties: Sequence[Any]) -> tuple[str, str]:
    """Judge a choice by equality; a choice that ties with the best is right as well."""
    others = [tie for tie in ties if not _met(tie, measured, 1e-9)]
    equals = f"we measured {tell(measured)}"
    if others:
        equals += f", with {' and '.join(map(tell, others))} too close to call"
    right = any(_met(prediction, one, 1e-9) for one in (measured, *others))
    return ("that is it" if right else "not this time"), equals


def judge(prediction: Any, measured: Any, tolerance: float) -> str:
    """Say how near a prediction came."""
    if isinstance(measured, dict) and isinstance(prediction, dict):
        return _share([_met(prediction.get(key), value, tolerance) for key, value in measured.items()])
    if _is_sequence(measured) and _is_sequence(prediction):
        if len(prediction) != len(measured):
            return f"{len(prediction)} things predicted, {len(measured)} measured"
        return _share([_met(p, m, tolerance) for p, m in zip(prediction, measured, strict=True)])
    if _met(prediction, measured, tolerance):
        return "that is it" if prediction == measured else "close"
    if _is_number(prediction) and _is_number(measured) and float(prediction) * float(measured) > 0:
        return _too_much(float(prediction), float(measured))
    return "not so"


def _share(met: list[bool]) -> str:
    return "all met" if all(met) else f"{sum(met)} of {len(met)} met"


def _too_much(prediction: float, measured: float) -> str:
    """How far off a number is, of one sign with the measured one: in per cent up to a factor of two, then in times."""
    direction = "high" if prediction > measured else "low"
    ratio = prediction / measured
    if 0.5 <= ratio <= 2:
        return f"{abs(ratio - 1):.0%} too {direction}"
    times = max(ratio, 1 / ratio)
    return f"{times:.{0 if times >= 10 else 1}f} times too {direction}"


def _met(prediction: Any, measured: Any, tolerance: float) -> bool:
    if isinstance(prediction, str) and isinstance(measured, str):
        return " ".join(prediction.casefold().split()) == " ".join(measured.casefold().split())
    if _is_number(prediction) and _is_number(measured):
        return bool(np.isclose(float(prediction), float(measured), rtol=tolerance, atol=1e-12, equal_nan=True))
    if _is_sequence(prediction) and _is_sequence(measured):
        return len(prediction) == len(measured) and all(
            _met(p, m, tolerance) for p, m in zip(prediction, measured, strict=True)
        )
    return type(prediction) is type(measured) and bool(prediction == measured)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float, np.integer, np.floating)) and not isinstance(value, bool)


def _is_sequence(value: Any) -> bool:
    return isinstance(value, (tuple, list)) or (isinstance(value, np.ndarray) and value.ndim > 0)


def tell(value: Any) -> str:
    """Print a value the way one would say it."""
    if _is_number(value):
        return f"{value:.4g}"
    if isinstance(value, str):
        return value
    if isinstance(value, (bool, np.bool_)):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {tell(item)}" for key, item in value.items())
    if _is_sequence(value):
        return ", ".join(tell(item) for item in value)
    return str(value)
