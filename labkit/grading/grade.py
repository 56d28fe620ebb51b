"""Grade a cohort: find what is not graded yet, have it marked, and write every result as it arrives.

This process is the only writer. For each submission it writes the rebuilt notebook, then the gradebook in one
transaction, then the result file, which says that all of it is there. Killed at any moment, a second run finds every
submission either finished or untouched: an entry that was written without its result file is written again, and is the
same. What is finished is known by the checksums of the submission and the fingerprints of the exercises.
"""

import hashlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nbformat import NotebookNode

from labkit.course.notebook import read_notebook, write_if_changed
from labkit.exercises.registry import find
from labkit.files import alone
from labkit.grading import result as results
from labkit.grading import sandbox, secret
from labkit.grading.autograded import autograded
from labkit.grading.collect import STAMP
from labkit.grading.fingerprint import fingerprint
from labkit.grading.foundations import Code
from labkit.grading.gradebook import enter_lab, gradebook, penalise, write
from labkit.grading.marking import Job, Marked, digestible
from labkit.grading.places import Places
from labkit.grading.release import read_release
from labkit.grading.result import Result
from labkit.grading.settings import Settings, read
from labkit.grading.workforce import run_here, run_on

NO_SANDBOX = (
    "WARNING: no sandbox. Every submission runs with your own rights: it can read and change all that you can, the "
    "gradebook and other submissions too. This is noted at every grade."
)


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


@dataclass(frozen=True)
class _Lab:
    release: NotebookNode
    source: NotebookNode
    text: str
    fingerprints: dict[str, str]


def grade(
    places: Places,
    *,
    labs: Sequence[str] = (),
    students: Sequence[str] = (),
    scheduler: str = "",
    sandboxed: bool = True,
    again: bool = False,
    jobs: int = 0,
    say: bool = True,
) -> Outcome:
    """Grade everything that is not graded yet.

    Parameters
    ----------
    places : Places
        The cohort.
    labs, students : sequence of str
        Only these; all when empty.
    scheduler : str
        Address of a Dask scheduler; by default processes on this machine.
    sandboxed : bool
        False runs submissions without a sandbox, warns, and notes it in every result.
    again : bool
        Grade anew what is up to date, too.
    jobs : int
        Submissions at the same time; by default as the settings say.
    say : bool
        Print a line for every submission.

    Raises
    ------
    LabkitError
        When there is no sandbox, nothing was released, or another process is grading.
    """
    settings = read(places)
    if sandboxed and not scheduler:
        sandbox.require()
    elif not sandboxed:
        print(NO_SANDBOX, file=sys.stderr)
    with alone(places.lock, busy=f"Another labkit is working in {places.root}: wait until it is done."):
        return _grade(settings, labs, students, scheduler, sandboxed, again, jobs or settings.jobs, say)


def _grade(
    settings: Settings,
    labs: Sequence[str],
    students: Sequence[str],
    scheduler: str,
    sandboxed: bool,
    again: bool,
    workers: int,
    say: bool,
) -> Outcome:
    places, outcome = settings.places, Outcome()
    key = secret.read(settings.secret)
    submissions = [
        (student, lab)
        for student, lab in places.submissions()
        if (not labs or {lab, lab[:2], lab[3:]} & set(labs)) and (not students or student in students)
    ]
    code = Code()
    known = {lab: _lab(places, lab, code) for lab in sorted({lab for _, lab in submissions})}
    todo = []
    for student, lab in submissions:
        job = _job(settings, key, student, lab, known[lab], sandboxed, again)
        if job is None:
            outcome.kept += 1
        else:
            todo.append(job)
    with gradebook(places) as book:
        for lab, facts in known.items():
            enter_lab(book, lab, facts.release, settings.due.get(lab))
        outcome.kept -= len(restored := list(_restore(settings, book, submissions, todo)))
        outcome.new += restored
        for marked in run_on(todo, scheduler) if scheduler else run_here(todo, workers):
            for one in marked:
                _finish(settings, book, one, known[one.result.lab], outcome)
                if say:
                    print(digestible(one.result), flush=True)
        for lab in known:
            penalise(book, lab, settings.late)
    return outcome


def _lab(places: Places, lab: str, code: Code) -> _Lab:
    release = read_release(places, lab)
    names = [name for cell in release.cells if (name := cell.metadata.get("labkit", {}).get("check"))]
    return _Lab(
        release,
        read_notebook(places.source(lab)),
        places.release(lab).read_text(encoding="utf-8"),
        {name: fingerprint(find(name), release, code) for name in names},
    )


def _job(
    settings: Settings, key: bytes, student: str, lab: str, facts: _Lab, sandboxed: bool, again: bool
) -> Job | None:
    """What has to be done for one submission; None when it is up to date."""
    places = settings.places
    path = places.submitted(student, lab)
    data = path.read_bytes()
    checksum = hashlib.sha256(data).hexdigest()
    old = results.read(places.result(student, lab))
    kept = {}
    if old is not None and old.submission == checksum and not old.failed and not again:
        kept = {
            name: mark
            for name, mark in old.marks.items()
            if facts.fingerprints.get(name) == mark.fingerprint and (old.sandbox != "none" or not sandboxed)
        }
        if kept.keys() == facts.fingerprints.keys():
            return None
    return Job(
        student,
        lab,
        data,
        facts.text,
        checksum,
        _submitted(path),
        {name: secret.rng(key, name, student).bytes(32) for name in facts.fingerprints},
        facts.fingerprints,
        settings.limits,
        sandboxed,
        kept,
        [flag for flag in old.flags if flag.exercise in kept] if kept else [],
    )


def _submitted(path: Path) -> str:
    stamp = path.with_name(STAMP)
    return stamp.read_text(encoding="utf-8").strip() if stamp.is_file() else ""


def _restore(settings: Settings, book: object, submissions: list[tuple[str, str]], todo: list[Job]) -> Iterator[Result]:
    """Enter results again that the gradebook does not have, as after a lost or restored database."""
    from nbgrader.api import MissingEntry

    waiting = {(job.student, job.lab) for job in todo}
    for student, lab in submissions:
        if (student, lab) in waiting:
            continue
        try:
            book.find_submission(lab, student)
        except MissingEntry:
            found = results.read(settings.places.result(student, lab))
            if found is not None:
                write(book, found, settings.late)
                yield found


def _finish(settings: Settings, book: object, marked: Marked, facts: _Lab, outcome: Outcome) -> None:
    """Write all that belongs to one submission; the result file comes last."""
    places, new = settings.places, marked.result
    path = places.result(new.student, new.lab)
    old = results.read(path)
    if new.submission != hashlib.sha256(places.submitted(new.student, new.lab).read_bytes()).hexdigest():
        return  # collected anew while it was graded: the next run takes the new one
    page = autograded(marked, facts.release, facts.source)
    write_if_changed(places.autograded(new.student, new.lab), page)
    write(book, new, settings.late)
    results.save(new, path)
    outcome.new.append(new)
    if old is not None:
        outcome.changes += _changes(old, new)


def _changes(old: Result, new: Result) -> list[str]:
    """Say whose points are others than before."""
    lines = []
    for name, mark in new.marks.items():
        before = old.marks[name].points if name in old.marks else None
        if before != mark.points:
            shown = ["none" if points is None else f"{points:g}" for points in (before, mark.points)]
            lines.append(f"{new.student} {name}: {shown[0]} -> {shown[1]}")
    return lines
