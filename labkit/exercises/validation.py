"""What must be true of an exercise before a student meets it."""

from collections.abc import Callable
from typing import Any

import numpy as np

from labkit.exercises.answer import AnswerSheet


def problems(exercise: Any, rng: np.random.Generator) -> list[str]:
    """Every fault of an exercise on one draw of its probes, as sentences; none is what it should be."""
    probes = exercise.probes(rng)
    if not probes:
        return ["It has no probes."]
    found: list[str] = []
    sheet = exercise.answer(exercise.reference, probes)
    verdict = exercise.score(sheet, probes)
    if not verdict.passed:
        found.append(f"Its reference does not pass: {verdict.message} {verdict.hint}".strip())
    if any(not answer.repeatable for answer in sheet.answers):
        found.append("Its reference does not repeat itself: draw random numbers from a seed in the probe.")
    found += [
        f"Doing this passes: {name}."
        for name, function in trivial(exercise).items()
        if exercise.score(exercise.answer(function, probes), probes).passed
    ]
    sheets = {m.name: exercise.answer(m.function, probes) for m in exercise.misconceptions}
    if len(sheets) < len(exercise.misconceptions):
        found.append("Two misconceptions have the same name.")
    for misconception in exercise.misconceptions:
        verdict = exercise.score(sheets[misconception.name], probes)
        if verdict.passed:
            found.append(f"The misconception {misconception.name!r} passes: no probe tells it from the reference.")
        elif verdict.misconception != misconception.name and verdict.misconception not in misconception.same_as:
            found.append(
                f"The misconception {misconception.name!r} is taken for {verdict.misconception or verdict.diagnosis!r}."
            )
    return found + _twins(exercise, sheets)


def trivial(exercise: Any) -> dict[str, Callable]:
    """Answers without a thought, that no probe list may accept."""
    return {
        "return 0.0": lambda *args, **kwargs: 0.0,
        "return 1.0": lambda *args, **kwargs: 1.0,
        "return its first argument": lambda *args, **kwargs: args[0] if args else next(iter(kwargs.values()), None),
        "return zeros": lambda *args, **kwargs: np.zeros_like(args[0], dtype=float) if args else 0.0,
        "return ones": lambda *args, **kwargs: np.ones_like(args[0], dtype=float) if args else 1.0,
        "return None": lambda *args, **kwargs: None,
    }


def _twins(exercise: Any, sheets: dict[str, AnswerSheet]) -> list[str]:
    """Pairs of misconceptions that no probe tells apart, unless they say so themselves."""
    found = []
    mistakes = list(exercise.misconceptions)
    for i, one in enumerate(mistakes):
        for two in mistakes[i + 1 :]:
            if two.name in one.same_as or one.name in two.same_as:
                continue
            pairs = zip(sheets[one.name].answers, sheets[two.name].answers, strict=False)
            if all(all(exercise.cells(a, b).values()) and a.message == b.message for a, b in pairs):
                found.append(f"No probe tells the misconceptions {one.name!r} and {two.name!r} apart.")
    return found
