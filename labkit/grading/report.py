"""The cohort report: a page for the staff meeting. Who is not named in it; what was hard is."""

from collections import Counter
from pathlib import Path

from labkit.exercises.registry import find
from labkit.files import write_whole
from labkit.grading import result as results
from labkit.grading.pages import page, table
from labkit.grading.places import Places
from labkit.grading.result import Result

COMMONEST = 10


def report(places: Places) -> Path:
    """Write ``report.html`` from all results and return its path."""
    found = [results.read(places.result(student, lab)) for student, lab in places.submissions()]
    by_lab: dict[str, list[Result]] = {}
    for result in found:
        if result is not None:
            by_lab.setdefault(result.lab, []).append(result)
    waiting = sum(result is None for result in found)
    parts = [f"<p>{len(found) - waiting} submissions graded, {waiting} not yet.</p>"]
    for lab, some in sorted(by_lab.items()):
        parts.append(f"<h2>Lab {lab[:2]}: {lab[3:].replace('_', ' ')}</h2>{_lab(some)}")
    path = places.root / "report.html"
    write_whole(path, lambda file: file.write(page("How the cohort did", "\n".join(parts))))
    return path


def _lab(some: list[Result]) -> str:
    human = sum(bool(result.flags) for result in some)
    bare = sum(result.sandbox == "none" for result in some)
    times = sorted(result.submitted[:16] for result in some if result.submitted)
    handed_in = f" Handed in between {times[0]} and {times[-1]} (UTC)." if times else ""
    graded = sorted(result.graded[:16] for result in some)
    lines = [
        f"<p>{len(some)} submissions, {human} with something for a human.{handed_in} "
        f"Graded between {graded[0]} and {graded[-1]}.{f' {bare} without a sandbox.' if bare else ''}</p>"
    ]
    lines.append(table(["exercise", "passed", "tried", "not tried", "not scored"], _exercises(some)))
    named = Counter((mark.misconception, name) for r in some for name, mark in r.marks.items() if mark.misconception)
    if named:
        rows = [[what, name, count] for (what, name), count in named.most_common(COMMONEST)]
        lines.append("<h3>The commonest misconceptions</h3>" + table(["misconception", "exercise", "students"], rows))
    kinds = Counter(kind for r in some for kind in {flag.kind for flag in r.flags})
    if kinds:
        rows = [[kind, count] for kind, count in kinds.most_common()]
        lines.append("<h3>For a human to look at</h3>" + table(["what", "submissions"], rows))
    return "\n".join(lines)


def _exercises(some: list[Result]) -> list[list[object]]:
    """One row per exercise: the share of all submissions that passed it, and how many did not try."""
    rows: list[list[object]] = []
    for name in sorted({name for result in some for name in result.marks}):
        marks = [result.marks[name] for result in some if name in result.marks]
        blank = sum(mark.diagnosis == "not attempted" for mark in marks)
        unscored = sum(mark.points is None for mark in marks)
        share = 100 * sum(mark.passed for mark in marks) / len(marks)
        title = f"{name} {find(name).title}"
        rows.append([title, f"{share:.0f} %", len(marks) - blank - unscored, blank, unscored])
    return rows
