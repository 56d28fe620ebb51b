"""Grade a cohort: find what is not graded yet, have it marked, and write every result as it arrives.

This process is the only writer. For each submission it writes the rebuilt notebook, then the gradebook in one
transaction, then the result file, which says that all of it is there. Killed at any moment, a second run finds every
submission either finished or untouched: an entry that was written without its result file is written again, and is the
same. What is finished is known by the checksums of the submission and the fingerprints of the exercises.
"""

import hashlib
import sys
from collections.abc import Iterator, Sequence

from labkit.course.notebook import write_if_changed
from labkit.files import alone
from labkit.grading import result as results
from labkit.grading import sandbox, secret
from labkit.grading.autograded import autograded
from labkit.grading.foundations import Code
from labkit.grading.gradebook import enter_lab, gradebook, penalise, write
from labkit.grading.job import Job, Marked
from labkit.grading.outcome import Outcome, changes, line_on
from labkit.grading.pending import Released, job_for, released, submitted
from labkit.grading.places import Places
from labkit.grading.result import Result
from labkit.grading.settings import Settings, read
from labkit.grading.workforce import run_here, run_on

NO_SANDBOX = (
    "WARNING: no sandbox. Every submission runs with your own rights: it can read and change all that you can, the "
    "gradebook and other submissions too. This is noted at every grade."
)


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
    known = {lab: released(places, lab, code) for lab in sorted({lab for _, lab in submissions})}
    todo = []
    for student, lab in submissions:
        job = job_for(settings, key, student, lab, known[lab], sandboxed, again)
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
                    print(line_on(one.result), flush=True)
        for lab in known:
            mine = [student for student, handed_in in submissions if handed_in == lab]
            penalise(book, lab, settings.late, {one: submitted(places.submitted(one, lab)) for one in mine})
    return outcome


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


def _finish(settings: Settings, book: object, marked: Marked, facts: Released, outcome: Outcome) -> None:
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
        outcome.changes += changes(old, new)
