"""A finding: what one diagnoser recognised."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """A stable name, a sentence for the student, and the probe that shows it best (None: the first wrong one)."""

    name: str
    hint: str
    probe: int | None = None
