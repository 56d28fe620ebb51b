"""What must be true of an exercise before a student meets it."""

from collections.abc import Callable
from typing import Any

import numpy as np

from labkit.exercises.answer import AnswerSheet
from labkit.exercises.diagnose import diagnose
from labkit.exercises.evidence import AnswerKey, Evidence


def problems(exercise: Any, rng: np.random.Generator) -> list[str]:
    """Every fault of an exercise on one draw of its probes, as sentences; none is what it should be."""
    probes = exercise.probes(rng)
    if not probes:
        return ["It has no probes."]
    found: list[str] = []
    key = AnswerKey(exercise, probes)
    sheet, verdict = key.expected, diagnose(Evidence(key, key.expected))
    if not verdict.passed:
        found.append(f"Its reference does not pass: {verdict.message} {verdict.hint}".strip())
    if all(answer.error for answer in sheet.answers):
        found.append("Its reference raises on every probe.")
    if exercise.no_warnings and any(answer.warnings for answer in sheet.answers):
        found.append("Its reference warns, in an exercise where warnings count as wrong.")
    if any(not answer.repeatable for answer in sheet.answers):
        found.append("Its reference does not repeat itself: draw random numbers from a seed in the probe.")
    found += [
        f"Doing this passes: {name}."
        for name, function in trivial(exercise).items()
        if diagnose(Evidence(key, exercise.answer(function, probes))).passed
    ]
    sheets = {misconception.name: answers for misconception, answers in key.mistakes}
    if len(sheets) < len(exercise.misconceptions):
        found.append("Two misconceptions have the same name.")
    for misconception in exercise.misconceptions:
        verdict = diagnose(Evidence(key, sheets[misconception.name]))
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
