"""Marking: one submission from bytes to points. Answers come from the sandbox, scores are made here, outside it.

A run of the needed cells comes first. Whatever is not right after it and could have missed something is asked again
after a run of the whole notebook, and where cells stood in another order, after a run in that order. The better answer
counts: leaving cells out can cost time, never points.
"""

import time
from collections.abc import Sequence
from datetime import UTC, datetime

import nbformat
import numpy as np

from labkit.exercises import find
from labkit.grading.execution import Execution, execute
from labkit.grading.job import Job, Marked
from labkit.grading.needed import needed
from labkit.grading.preflight import preflight
from labkit.grading.result import Mark, Result
from labkit.grading.scoring import MAY_MISS, Scorer
from labkit.grading.submission import Rebuilt, Submission
from labkit.grading.tamper import signs


def mark(job: Job) -> Marked:
    """Mark a submission. Never raises: what goes wrong in here is a flag, and that submission is left to a human."""
    begin = time.perf_counter()
    result = Result(job.student, job.lab, job.submission, submitted=job.submitted)
    result.sandbox = "bubblewrap" if job.sandboxed else "none"
    marked = Marked(result)
    try:
        _Marking(job, marked).work()
    except Exception as problem:
        what = " ".join(f"{type(problem).__name__}: {problem}".split())[:300]
        result.failed = True
        result.unscored("grading failed", f"The grader itself failed here ({what}).")
    for name, found in result.marks.items():
        if found.points is not None and not (np.isfinite(found.points) and 0 <= found.points <= found.possible):
            result.flag("impossible score", f"{found.points} points are none that can be had.", name)
            found.points = None
    result.graded = datetime.now(UTC).isoformat(timespec="seconds")
    result.seconds = round(time.perf_counter() - begin, 3)
    return marked


class _Marking:
    """The work on one submission."""

    def __init__(self, job: Job, marked: Marked) -> None:
        self.job, self.marked, self.result = job, marked, marked.result
        self.release = nbformat.reads(job.release, as_version=4)
        self.exercises = {}
        for cell in self.release.cells:
            name = cell.metadata.get("labkit", {}).get("check")
            if name:
                self.exercises[name] = find(name)
                self.result.marks[name] = Mark(None, float(cell.metadata.nbgrader.points))
                self.result.marks[name].fingerprint = job.fingerprints.get(name, "")
        self.open = [name for name in self.exercises if name not in job.kept]
        self.probes = {
            name: self.exercises[name].probes(np.random.default_rng(list(job.seeds[name])))
            for name in self.open
            if hasattr(self.exercises[name], "probes")
        }
        self.scorer = Scorer(job.student, self.exercises, self.probes, self.result)

    def work(self) -> None:
        """Do it all."""
        names = {name: exercise.name for name, exercise in self.exercises.items()}
        submission = preflight(self.job.data, self.release, self.job.lab, names)
        self.result.flags += submission.flags
        self.result.written = submission.written
        if not submission.usable:
            return self.result.unscored(submission.flags[-1].kind, submission.flags[-1].text)
        self.marked.cells = submission.cells
        self._note_signs(submission)
        self.result.marks |= self.job.kept
        for flag in self.job.kept_flags:
            self.result.flag(flag.kind, flag.text, flag.exercise)
        if self.open:
            self._run(submission)
        return None

    def _note_signs(self, submission: Submission) -> None:
        for cell in submission.own_code():
            exercise = cell.name if cell.word == "exercise" else ""
            for sign in signs(cell.source):
                self.result.flag("unusual code", f"Cell {cell}: {sign}.", exercise)
        if submission.student not in ("guest", self.job.student):
            text = f"The notebook was worked on with the numbers of {submission.student!r}."
            self.result.flag("another student's numbers", text)

    def _run(self, submission: Submission) -> None:
        code = [cell for cell in submission.cells if cell.kind == "code"]
        asked = [(cell.source, cell.released) for cell in code if cell.word != "check"]
        short = needed(asked, [*(self.exercises[name].name for name in self.open), "student"])
        if short is not None:
            shortened = iter(short)
            cells = [(cell, "" if cell.word == "check" else next(shortened)) for cell in code]
            again = self._take(self._execute(cells, self.open), "needed")
        else:
            again = self.open
        if again:
            again = self._take(self._execute([(cell, cell.source) for cell in code], again), "full")
        again = [name for name in self.open if not self.result.marks[name].passed]
        if again and submission.reordered:
            code = [cell for cell in submission.in_their_order() if cell.kind == "code"]
            self._take(self._execute([(cell, cell.source) for cell in code], again), "full")

    def _execute(self, cells: Sequence[tuple[Rebuilt, str]], names: list[str]) -> Execution:
        plain = [
            {"id": cell.id, "source": source} | ({"check": cell.name} if cell.word == "check" else {})
            for cell, source in cells
            if source.strip() or cell.word == "check"
        ]
        asks = [{"exercise": name, "probes": self.probes.get(name)} for name in names]
        return execute(plain, asks, self.job.limits, self.job.sandboxed)

    def _take(self, run: Execution, kind: str) -> list[str]:
        """Score the answers of a run; returns the exercises that are to be asked again in a longer run."""
        self.result.run = kind
        self.marked.printed |= run.printed
        if run.garbled:
            self.result.flag("answers garbled", f"What came out of the sandbox was not an answer: {run.garbled}.")
        elif not run.complete and not (run.lost_cells or run.lost_asks):
            self.result.flag("not run to its end", f"The run broke off: {run.problem}.")
        called = {cell.id: str(cell) for cell in self.marked.cells or ()}
        for cell, how in run.lost_cells.items():  # ids as the sandbox told them
            self.result.flag("cell broke off", f"Cell {called.get(cell, '')} was left out: {how}.")
        for cell, error in run.errors.items():
            if error == "OutOfTime" and cell in called:
                text = f"Cell {called[cell]} was stopped after {self.job.limits.cell_seconds:g} s."
                self.result.flag("cell too slow", text)
        again = []
        for name in self.open:
            candidates = [self.scorer.score(name, answered) for answered in run.answers.get(name, [])]
            if not candidates:
                self._unanswered(name, run)
                if name not in run.lost_asks:
                    again.append(name)
                continue
            best = max(candidates, key=lambda pair: pair[0].points or 0)
            if best is not candidates[0] and best[0].passed:
                self.result.flag("right at the end only", "The function is right at the end, not at its check.", name)
            self._keep(name, best[0])
            if not best[0].passed and (best[1] or MAY_MISS & set(run.errors.values())):
                again.append(name)
        return again

    def _keep(self, name: str, new: Mark) -> None:
        old = self.result.marks[name]
        if old.points is None or (new.points is not None and new.points >= old.points):
            new.fingerprint = old.fingerprint
            self.result.marks[name] = new

    def _unanswered(self, name: str, run: Execution) -> None:
        possible = self.result.marks[name].possible
        if name in run.lost_asks:
            text = f"`{self.exercises[name].name}` could not be asked: {run.lost_asks[name]}."
            self.result.flag("function broke off", text, name)
            self._keep(name, Mark(0.0, possible, diagnosis="ends its process", message=text))
        elif self.result.marks[name].points is None:
            self.result.flag("not asked", "The run never came to this exercise.", name)
