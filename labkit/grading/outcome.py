"""What a run of grading did, for the terminal: a line for each submission, and whose points changed."""

from dataclasses import dataclass, field

from labkit.grading.result import Result


@dataclass
class Outcome:
    """What a run of grading did: results that are new, how many were up to date, and whose points changed."""

    new: list[Result] = field(default_factory=list)
    kept: int = 0
    changes: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """The end of the run, for the terminal."""
        human = sum(bool(result.flags) for result in self.new)
        head = f"{len(self.new)} graded ({human} with something for a human), {self.kept} were up to date."
        changed = [f"Points changed: {len(self.changes) or 'none'}."] if self.changes else []
        return "\n".join([head, *changed, *(f"  {change}" for change in self.changes)])


def line_on(result: Result) -> str:
    """One line on a result, for the terminal."""
    possible = sum(mark.possible for mark in result.marks.values())
    flags = f", {len(result.flags)} for a human" if result.flags else ""
    if any(mark.points is None for mark in result.marks.values()):
        flags = f", not all scored{flags}"
    return f"{result.student} {result.lab}: {result.points:g} of {possible:g} points{flags}"


def changes(old: Result, new: Result) -> list[str]:
    """Say whose points are others than before."""
    lines = []
    for name, mark in new.marks.items():
        before = old.marks[name].points if name in old.marks else None
        if before != mark.points:
            shown = ["none" if points is None else f"{points:g}" for points in (before, mark.points)]
            lines.append(f"{new.student} {name}: {shown[0]} -> {shown[1]}")
    return lines
