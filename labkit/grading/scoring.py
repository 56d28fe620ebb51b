"""Scoring: an exercise's answers, as they came out of the sandbox, compared with what is right."""

from typing import Any

from labkit.exercises.answer import AnswerSheet
from labkit.exercises.code_reading import qualified_name
from labkit.grading.execution import Answered
from labkit.grading.result import Mark, Result

MAY_MISS = {"NameError", "UnboundLocalError", "KeyError", "AttributeError", "IndexError", "ModuleNotFoundError"}
"""Errors of code that misses something which a longer run could bring."""


class Scorer:
    """Scores one student's answers, and notes in the result what a human should see."""

    def __init__(self, student: str, exercises: dict[str, Any], probes: dict[str, Any], result: Result) -> None:
        self.student, self.exercises, self.probes, self.result = student, exercises, probes, result

    def score(self, name: str, answered: Answered) -> tuple[Mark, bool]:
        """Score one answer; also whether a longer run could do better."""
        exercise, possible = self.exercises[name], self.result.marks[name].possible
        if answered.trouble:
            self.result.flag("no answer", f"No answer could be taken: {answered.trouble}.", name)
            return Mark(None, possible, message=f"No answer could be taken: {answered.trouble}."), True
        if name not in self.probes:
            return self._paper(name, answered), answered.missing
        sheet = answered.sheet
        if not isinstance(sheet, AnswerSheet):
            raise TypeError("an answer that is no sheet")
        try:
            verdict = exercise.score(sheet, self.probes[name])
        except Exception as problem:
            self.result.flag("cannot be scored", f"Scoring raised {type(problem).__name__}.", name)
            return Mark(None, possible, message=f"Scoring raised {type(problem).__name__}."), False
        if sheet.slow:
            self.result.flag("function too slow", "It ran out of time here; the machine may have been busy.", name)
        self._note_delegation(name, sheet)
        missed = answered.missing or bool(sheet.reads) or any(answer.error in MAY_MISS for answer in sheet.answers)
        return _from_verdict(verdict, possible), missed

    def _note_delegation(self, name: str, sheet: AnswerSheet) -> None:
        reference = qualified_name(self.exercises[name].reference)
        if reference in sheet.calls or any(call.startswith("labkit.exercises") for call in sheet.calls):
            self.result.flag("delegates", "It hands the work to labkit's own function.", name)

    def _paper(self, name: str, answered: Answered) -> Mark:
        """Score blanks with the numbers of this student, or those that everybody has at home."""
        exercise, possible = self.exercises[name], self.result.marks[name].possible
        verdicts = [
            exercise.score(answered.blanks, exercise.numbers_for(student)) for student in (self.student, "guest")
        ]
        best = max(verdicts, key=lambda verdict: verdict.points)
        if answered.student not in (None, "guest", self.student):
            theirs = exercise.score(answered.blanks, exercise.numbers_for(answered.student))
            text = f"With the numbers of {answered.student!r} it would have {theirs.points:g} of {possible:g} points."
            self.result.flag("another student's numbers", text, name)
        return _from_verdict(best, possible)


def _from_verdict(verdict: Any, possible: float) -> Mark:
    return Mark(
        float(verdict.points),
        possible,
        bool(verdict.passed),
        verdict.misconception,
        verdict.diagnosis,
        verdict.message,
        verdict.hint,
    )
