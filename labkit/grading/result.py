"""What grading found in one submission, as plain data: one JSON file, written whole."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from labkit.files import write_whole

FORMAT = 1


@dataclass
class Mark:
    """One exercise. ``points`` is None where only a person can say; ``fingerprint`` is the exercise's."""

    points: float | None
    possible: float
    passed: bool = False
    misconception: str | None = None
    diagnosis: str | None = None
    message: str = ""
    hint: str = ""
    fingerprint: str = ""


@dataclass
class Flag:
    """Something for a human: what kind, a sentence, and the exercise it is about (empty: the whole notebook)."""

    kind: str
    text: str
    exercise: str = ""


@dataclass
class Result:
    """One student's submission of one lab.

    ``marks`` by exercise id; ``written`` by question id: ``"written"``, ``"empty"``, ``"missing"`` or
    ``"elsewhere"`` (other text in the notebook could be it); ``submission`` is
    the checksum of the file; ``submitted`` and ``graded`` are ISO time stamps; ``sandbox`` is ``"bubblewrap"`` or
    ``"none"``; ``run`` is ``"needed"``, ``"full"`` or ``"not run"``; ``failed`` that the grader could not do its work.
    """

    student: str
    lab: str
    submission: str
    marks: dict[str, Mark] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    flags: list[Flag] = field(default_factory=list)
    submitted: str = ""
    graded: str = ""
    sandbox: str = ""
    run: str = "not run"
    seconds: float = 0.0
    failed: bool = False
    version: int = FORMAT

    @property
    def points(self) -> float:
        """Points of all exercises that could be scored."""
        return sum(mark.points or 0 for mark in self.marks.values())

    def flag(self, kind: str, text: str, exercise: str = "") -> None:
        """Note something for a human, once."""
        new = Flag(kind, text, exercise)
        if new not in self.flags:
            self.flags.append(new)

    def unscored(self, kind: str, text: str) -> None:
        """Leave every exercise that has no points yet to a human."""
        self.flag(kind, text)
        for mark in self.marks.values():
            mark.points, mark.message = None, mark.message or text


def save(result: Result, path: Path) -> None:
    """Write a result, whole or not at all."""
    data = json.dumps(asdict(result), indent=1, sort_keys=True, ensure_ascii=True) + "\n"
    write_whole(path, lambda file: file.write(data.encode()))


def read(path: Path) -> Result | None:
    """Read a result; None when there is none, or it is not one."""
    try:
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != FORMAT:
            return None
        data["marks"] = {name: Mark(**mark) for name, mark in data["marks"].items()}
        data["flags"] = [Flag(**flag) for flag in data["flags"]]
        return Result(**data)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
