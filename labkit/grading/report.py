"""The cohort report: a page for the staff meeting. Who is not named in it; what was hard is."""

from collections import Counter
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from labkit.errors import LabkitError
from labkit.exercises.registry import find
from labkit.files import write_whole
from labkit.grading import result as results
from labkit.grading.gradebook import gradebook
from labkit.grading.pages import page, table
from labkit.grading.places import Places
from labkit.grading.result import Result
from labkit.grading.settings import read
from labkit.grading.standing import Standing, standing

COMMONEST = 10


def report(places: Places) -> Path:
    """Write ``report.html`` from all results and return its path.

    Raises
    ------
    LabkitError
        When nothing has been graded.
    """
    settings, submissions = read(places), places.submissions()
    found = {key: result for key in submissions if (result := results.read(places.result(*key))) is not None}
    if not found:
        raise LabkitError(f"Nothing has been graded in {places.root}: run 'labkit collect' and 'labkit grade' first.")
    with gradebook(places) as book:
        stands = {
            (submission.student.id, lab.name): standing(submission, settings)
            for lab in book.assignments
            for submission in lab.submissions
        }
    now = f"{datetime.now(UTC):%Y-%m-%d %H:%M}"
    ungraded = len(submissions) - len(found)
    late = f" <strong>{ungraded} more not graded yet.</strong>" if ungraded else ""
    parts = [f'<p class="soft">Made {now} UTC from {_count(len(found), "submission")}.{late}</p>']
    for lab in sorted({lab for _, lab in found}):
        some = [result for key, result in found.items() if key[1] == lab]
        where = [stands[key] for key in found if key[1] == lab and key in stands]
        parts.append(f"<h2>Lab {lab[:2]}: {escape(lab[3:].replace('_', ' '))}</h2>\n{_lab(some, where)}")
    path = places.root / "report.html"
    data = page("How the cohort did", "\n".join(parts), width="54rem")
    write_whole(path, lambda file: file.write(data))
    return path


def _count(number: int, noun: str) -> str:
    return f"{number} {noun if number == 1 else noun + 's'}"


def _lab(some: list[Result], where: list[Standing]) -> str:
    rows = _exercises(some)
    lines = [f"<p>{_when(some, where)}</p>", _picture(rows)]
    names = ["exercise", "passed", "in part or wrong", "not tried", "not scored"]
    lines.append(table(names, rows))
    named = Counter((mark.misconception, name) for r in some for name, mark in r.marks.items() if mark.misconception)
    if named:
        commonest = [[what, find(name).title, count] for (what, name), count in named.most_common(COMMONEST)]
        rest = f'<p class="soft">{_count(len(named) - COMMONEST, "rarer one")} not shown.</p>'
        head = ["misconception", "exercise", "students"]
        lines.append("<h3>The commonest misconceptions</h3>" + _words(table(head, commonest)))
        lines.append(rest if len(named) > COMMONEST else "")
    lines.append(_waits(some, where))
    return "\n".join(lines)


def _when(some: list[Result], where: list[Standing]) -> str:
    """Numbers and time stamps of a lab in two or three sentences."""
    sentences = [f"{_count(len(some), 'submission')}."]
    times = sorted(result.submitted[:16] for result in some if result.submitted)
    late = sum(one.late for one in where)
    if times:
        sentences.append(f"Handed in {_from_to(times)}{f', {late} of them late' if late else ''}.")
    graded = sorted(result.graded[:16].replace("T", " ") for result in some if result.graded)
    if graded:
        sentences.append(f"Graded {_from_to(graded)}.")
    bare = sum(result.sandbox == "none" for result in some)
    if bare:
        sentences.append(f"<strong>{bare} graded without a sandbox: grade these again with one.</strong>")
    return " ".join(sentences)


def _from_to(times: list[str]) -> str:
    return f"at {times[0]} UTC" if times[0] == times[-1] else f"from {times[0]} to {times[-1]} UTC"


def _exercises(some: list[Result]) -> list[list[object]]:
    """One row per exercise: how many passed it, tried it, left it blank, or wait for a person; the hardest first."""
    rows: list[list[object]] = []
    for name in sorted({name for result in some for name in result.marks}):
        marks = [result.marks[name] for result in some if name in result.marks]
        passed = sum(mark.passed for mark in marks)
        blank = sum(mark.diagnosis == "not attempted" for mark in marks)
        unscored = sum(mark.points is None for mark in marks)
        rows.append([find(name).title, passed, len(marks) - passed - blank - unscored, blank, unscored])
    return sorted(rows, key=_share)


def _share(row: list[object]) -> float:
    """Share of submissions that pass, in per cent."""
    passed, *others = row[1:]
    return 100 * passed / (passed + sum(others))


def _picture(rows: list[list[object]]) -> str:
    """Share passed per exercise as bars; its numbers stand in the table below and in the picture's own words."""
    from textwrap import fill

    from labkit import plots

    shares = {fill(str(row[0]), 26): _share(row) for row in rows}
    picture = plots.bars(
        shares,
        x_label="share of submissions that pass (%)",
        title="Passed, hardest first",
        show=lambda share: f"{share:.0f} %",
        width=5.6,
    )
    picture.figure.axes[0].set(xlim=(0, 115), xticks=range(0, 101, 20))
    return picture.html()


def _words(text: str) -> str:
    return text.replace("<table>", '<table class="words">')


def _waits(some: list[Result], where: list[Standing]) -> str:
    """What a person has to do before the points are final."""
    checks = sum(name.startswith("check-") for one in where for name in one.waiting)
    answers = sum(name.startswith("written-") for one in where for name in one.waiting)
    lines = ["<h3>Waits for a person</h3>"]
    lines.append(
        f"<p>{_count(answers, 'written answer')} and {_count(checks, 'exercise')} have no final points; "
        f"{_count(sum(one.flagged for one in where), 'submission')} flagged.</p>"
    )
    kinds = Counter(kind for r in some for kind in {flag.kind for flag in r.flags})
    if kinds:
        rows: list[list[object]] = [[kind, count] for kind, count in kinds.most_common()]
        lines.append(table(["flag", "submissions"], rows))
        lines.append('<p class="soft">Whose they are stands in flags.csv, which labkit export writes.</p>')
    return "\n".join(lines)
