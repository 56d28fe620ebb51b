"""From evidence to a verdict: right, a misconception of the exercise's own, a general mistake, or just different."""

from typing import Any

from labkit.exercises.diagnosers import DIAGNOSERS, UNANSWERED, delegates, reads, warned_on_the_way
from labkit.exercises.evidence import Evidence
from labkit.exercises.known_mistakes import (
    combined_misconceptions,
    exact_misconception,
    partial_misconception,
)
from labkit.exercises.verdict import Verdict


def diagnose(evidence: Evidence) -> Verdict:
    """Say what is right or wrong with an attempt.

    Misconceptions are asked before the general diagnosers, because they know what the exercise was about.
    """
    exercise, n = evidence.exercise, len(evidence.probes)
    for diagnoser in UNANSWERED:
        if finding := diagnoser(evidence):
            return Verdict(False, 0, exercise.points, finding.hint, diagnosis=finding.name)
    if evidence.values_agree:
        message = f"`{exercise.name}` gives the right numbers, but one thing is in the way."
    else:
        message = f"`{exercise.name}` is not right yet: it differs on {share(len(evidence.wrong), n)}."
        for recognise in (exact_misconception, combined_misconceptions, partial_misconception):
            if known := recognise(evidence):
                return _failed(evidence, message, hint=known.hint, misconception=known.name)
    for diagnoser in DIAGNOSERS:
        if finding := diagnoser(evidence):
            return _failed(evidence, message, finding.probe, hint=finding.hint, diagnosis=finding.name)
    if not evidence.values_agree:
        return _failed(evidence, message, diagnosis="different")
    advice = reads(evidence) + warned_on_the_way(evidence) + delegates(evidence)
    message = f"`{exercise.name}` is right on {share(n, n)}."
    return Verdict(True, exercise.points, exercise.points, message, advice=advice)


def _failed(evidence: Evidence, message: str, probe: int | None = None, **findings: Any) -> Verdict:
    """No points, and the probe that shows why."""
    return Verdict(
        False,
        0,
        evidence.exercise.points,
        message,
        where=evidence.where(probe),
        advice=reads(evidence),
        **findings,
    )


def share(some: int, n: int) -> str:
    """Say how many of the probes: ``"3 of 14 probes"``, ``"all 14 probes"``."""
    if n == 1:
        return "its one probe"
    return f"all {n} probes" if some == n else f"{some} of {n} probes"
