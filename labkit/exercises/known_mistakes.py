"""Recognising an exercise's own misconceptions in an attempt: exactly, two at once, or under another slip."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from labkit.exercises.answer import AnswerSheet
from labkit.exercises.comparison import align, close, leaves
from labkit.exercises.evidence import Evidence

FEW = 3
"""Up to so many different numbers may be explained by two misconceptions without being due to them."""


@dataclass(frozen=True)
class Known:
    """A recognised misconception and what to say about it."""

    name: str
    hint: str


def exact_misconception(evidence: Evidence) -> Known | None:
    """The answers equal one misconception's on every probe.

    Equal means within the tolerance, NaN equal to NaN, an exception equal to one of the same type; where
    every probe that differs raised, the message has to be the same too, since many mistakes raise a
    TypeError.
    """
    for misconception, sheet in evidence.key.mistakes:
        if len(sheet.answers) != len(evidence.sheet.answers):
            continue
        if all(all(parts.values()) for parts in evidence.cells(sheet)) and _same_reason(evidence, sheet):
            return Known(misconception.name, misconception.hint)
    return None


def combined_misconceptions(evidence: Evidence) -> Known | None:
    """Two misconceptions at once: each part that differs equals one's or the other's, and both are needed.

    Any two among many explain a few bare numbers by chance, so the parts that differ have to hold enough of them.
    """
    mistakes = [misconception for misconception, _ in evidence.key.mistakes]
    differing = {
        (i, path)
        for i, parts in enumerate(evidence.cells(evidence.expected))
        for path, equal in parts.items()
        if not equal
    }
    if len(differing) < 2 or _different_numbers(evidence, differing) <= FEW:
        return None
    covered = []
    for _, sheet in evidence.key.mistakes:
        found = evidence.cells(sheet)
        covered.append(
            {
                (i, path)
                for i, path in differing
                if i < len(found) and found[i].get(path) and not evidence.sheet.answers[i].error
            }
        )
    for a in range(len(mistakes)):
        for b in range(a + 1, len(mistakes)):
            if covered[a] | covered[b] == differing and covered[a] - covered[b] and covered[b] - covered[a]:
                return Known(
                    f"{mistakes[a].name} + {mistakes[b].name}",
                    f"Two things at once. {mistakes[a].hint} And: {mistakes[b].hint}",
                )
    return None


def _different_numbers(evidence: Evidence, parts: set[tuple[int, str]]) -> int:
    """How many different numbers an attempt gives in some parts of its answers."""
    arrays = [
        leaf.ravel()
        for i, value in enumerate(evidence.values)
        for path, leaf in leaves(value)
        if parts & {(i, path), (i, "warns")} and isinstance(leaf, np.ndarray) and leaf.dtype.kind in "biuf"
    ]
    return len(np.unique(np.concatenate(arrays).astype(float))) if arrays else 0


def partial_misconception(evidence: Evidence) -> Known | None:
    """One misconception under another slip: a flipped sign, a factor of two, or NaN on top of it.

    Where the misconception raises, nothing speaks for it or against it; so it has to answer most probes.
    """
    if any(a.error for a in evidence.sheet.answers):
        return None
    for misconception, sheet in evidence.key.mistakes:
        if not (_answers_enough(evidence, sheet) and _same_parts(evidence, sheet)):
            continue
        pairs = list(_facing(evidence, sheet))
        if not pairs or any(g.shape != w.shape or g.dtype.kind not in "iuf" for g, w, _ in pairs):
            continue
        for factor, also in (
            (1, _besides(evidence, sheet, pairs)),
            (-1, "the sign is flipped"),
            (2, "everything is doubled"),
            (0.5, "everything is halved"),
        ):
            if _equal_where_finite(evidence, pairs, factor):
                hint = f"{misconception.hint} Besides, {also}." if also else misconception.hint
                return Known(misconception.name, hint)
    return None


def _answers_enough(evidence: Evidence, sheet: AnswerSheet) -> bool:
    """Whether a misconception answers more than half of all probes, and half of those that were answered wrongly."""
    answered = [not answer.error for answer in sheet.answers]
    of_the_wrong = sum(answered[i] for i in evidence.wrong if i < len(answered))
    return 2 * sum(answered) > len(evidence.probes) and 2 * of_the_wrong >= len(evidence.wrong)


def _besides(evidence: Evidence, sheet: AnswerSheet, pairs: list) -> str:
    """What an attempt shows beyond the misconception's numbers; empty when nothing can be said."""
    if not all(np.isfinite(got).all() for got, _, _ in pairs):
        return "some of the numbers are not finite"
    answers = zip(evidence.sheet.answers, sheet.answers, strict=False)
    if any(mine.warnings and not (theirs.warnings or theirs.error) for mine, theirs in answers):
        return "NumPy warns on the way"
    return ""


def _same_reason(evidence: Evidence, sheet: AnswerSheet) -> bool:
    """Whether, where all that is wrong raised, the messages agree too."""
    wrong = [(evidence.sheet.answers[i], sheet.answers[i]) for i in evidence.wrong]
    return any(not a.error for a, _ in wrong) or all(a.message == b.message for a, b in wrong)


def _facing(evidence: Evidence, sheet: AnswerSheet) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """(student's, misconception's, reference's) arrays."""
    for got, theirs, want in zip(evidence.sheet.answers, sheet.answers, evidence.expected.answers, strict=False):
        if theirs.error or want.error:
            continue
        mine = dict(leaves(align(got.value, want.value)))
        wrong = dict(leaves(align(theirs.value, want.value)))
        for path, right in leaves(want.value):
            arrays = mine.get(path), wrong.get(path), right
            if all(isinstance(a, np.ndarray) for a in arrays):
                yield arrays


def _same_parts(evidence: Evidence, sheet: AnswerSheet) -> bool:
    """Whether an attempt and a misconception are built alike and agree in all texts, such as one about a drawing."""
    for mine, theirs, want in zip(evidence.sheet.answers, sheet.answers, evidence.expected.answers, strict=False):
        if not (theirs.error or want.error) and _form(mine.value, want.value) != _form(theirs.value, want.value):
            return False
    return True


def _form(value: Any, want: Any) -> dict[str, str | None]:
    """The parts of a value, read the way the expected one is built; of those that are text, what they say."""
    return {path: leaf if isinstance(leaf, str) else None for path, leaf in leaves(align(value, want))}


def _equal_where_finite(evidence: Evidence, pairs: list, factor: float) -> bool:
    """Equal wherever both are finite, while the misconception, slip included, differs there from the right answer."""
    rtol, atol = evidence.exercise.rtol, evidence.exercise.atol
    telling = False
    for got, wrong, right in pairs:
        both = np.isfinite(got) & np.isfinite(wrong)
        if both.sum() * 2 < both.size or not np.all(close(got[both], factor * wrong[both], rtol, atol)):
            return False
        slipped = factor * wrong
        telling = telling or right.shape != wrong.shape or not np.all(close(slipped[both], right[both], rtol, atol))
    return telling
