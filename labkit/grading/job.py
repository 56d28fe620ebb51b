"""A job for a worker: one submission with all that marking it needs, and what comes back."""

from dataclasses import dataclass, field

from labkit.grading.limits import Limits
from labkit.grading.result import Flag, Mark, Result
from labkit.grading.submission import Rebuilt


@dataclass
class Job:
    """All that marking one submission needs, as plain data that can travel to another machine.

    ``seeds`` are drawn from the secret for this student's exercises; the secret itself stays behind. ``kept`` are marks
    (and ``kept_flags`` their flags) of an earlier grading that still hold: only the others are worked out.
    """

    student: str
    lab: str
    data: bytes
    release: str
    submission: str
    submitted: str
    seeds: dict[str, bytes]
    fingerprints: dict[str, str]
    limits: Limits = field(default_factory=Limits)
    sandboxed: bool = True
    kept: dict[str, Mark] = field(default_factory=dict)
    kept_flags: list[Flag] = field(default_factory=list)


@dataclass
class Marked:
    """A result, and the rebuilt notebook that belongs to it (None where there is none)."""

    result: Result
    cells: list[Rebuilt] | None = None
    printed: dict[str, str] = field(default_factory=dict)
