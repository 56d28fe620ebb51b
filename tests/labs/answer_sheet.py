"""How good are the checks? Answers that are written anew, wrong ones and right ones, tell.

A file such as ``lab03_sigmoid_slope/sigmoid.py`` lists those to one exercise, without a look at its misconceptions::

    SHEETS = [
        AnswerSheet(
            "03.sigmoid",
            wrong=[lambda x, k: 1 / (1 + np.exp(-x)), (upside_down, "sign of the exponent"), ...],
            right=[with_tanh, with_scipy, by_loops, in_float32],
        ),
    ]

and `test_answer_sheets.py` marks every sheet: wrong answers have to be caught (95 %) and named (80 %), right ones
accepted (all). ``python -m tests.labs.table`` prints the whole table.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from labkit.exercises import Verdict, find
from labkit.exercises.diagnose import diagnose
from labkit.exercises.evidence import AnswerKey, Evidence

DRAWS = ("guest", 1, 2)
"""Whose probes an answer meets: the ones at home, and two draws such as a grader makes."""


@dataclass(frozen=True)
class Tally:
    """One line of the table; ``faults`` says which answers were missed, unnamed or refused."""

    exercise: str
    wrong: int
    caught: int
    named: int
    right: int
    accepted: int
    faults: tuple[str, ...] = ()

    @property
    def good(self) -> bool:
        """Whether the check is good enough to grade with."""
        return (
            self.caught >= 0.95 * self.wrong
            and self.named >= 0.80 * self.wrong
            and self.accepted == self.right
            and self.wrong >= 3
            and self.right >= 2
        )

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            "all",
            self.wrong + other.wrong,
            self.caught + other.caught,
            self.named + other.named,
            self.right + other.right,
            self.accepted + other.accepted,
            self.faults + other.faults,
        )


@dataclass(frozen=True)
class AnswerSheet:
    """Independent answers to one exercise.

    Parameters
    ----------
    id : str
    wrong : sequence
        Functions, or pairs of a function and the name of the misconception (or diagnosis) that it must be given.
        For a paper exercise a function takes the given numbers and returns the dict of blanks.
    right : sequence of callable
    unnamed : sequence of callable
        Wrong answers so odd that nothing but "different" can be said; they only have to be caught.
    """

    id: str
    wrong: Sequence[Any]
    right: Sequence[Callable]
    unnamed: Sequence[Callable] = field(default=())

    def with_more(self, sheet: "AnswerSheet") -> "AnswerSheet":
        """Add another sheet's answers to the same exercise."""
        return replace(
            self,
            wrong=[*self.wrong, *sheet.wrong],
            right=[*self.right, *sheet.right],
            unnamed=[*self.unnamed, *sheet.unnamed],
        )

    def mark(self, draws: Sequence[str | int] = DRAWS) -> Tally:
        """Put every answer to the check, on several draws of probes."""
        exams, faults = [Exam.draw(find(self.id), draw) for draw in draws], []
        caught = named = accepted = 0
        wrong = [(one, None) if callable(one) else one for one in self.wrong]
        for i, (function, name) in enumerate([*wrong, *((one, None) for one in self.unnamed)]):
            verdicts = [exam.verdict(function) for exam in exams]
            if any(v.passed for v in verdicts):
                faults.append(f"wrong answer {i} ({label(function)}) passes")
                continue
            caught += 1
            if all(is_named(v, name) for v in verdicts):
                named += 1
            elif i < len(wrong):
                said = verdicts[0].misconception or verdicts[0].diagnosis
                faults.append(
                    f"wrong answer {i} ({label(function)}) is called {said!r}" + f", not {name!r}" * bool(name)
                )
        for i, function in enumerate(self.right):
            verdicts = [exam.verdict(function) for exam in exams]
            refused = next((v for v in verdicts if not v.passed), None)
            accepted += refused is None
            if refused:
                faults.append(f"right answer {i} ({label(function)}) is refused: {refused.message} {refused.hint}")
        return Tally(
            self.id,
            caught=caught,
            named=named,
            wrong=len(wrong) + len(self.unnamed),
            right=len(self.right),
            accepted=accepted,
            faults=tuple(faults),
        )


@dataclass(frozen=True)
class Exam:
    """One draw of an exercise's questions, with the key that marks all answers to it: worked out once."""

    exercise: Any
    questions: Any
    key: AnswerKey | None = None

    @classmethod
    def draw(cls, exercise: Any, draw: str | int) -> "Exam":
        """Draw the probes of a student, or those of a grader's generator; the numbers of a paper exercise."""
        own = isinstance(draw, str)
        if hasattr(exercise, "solve"):
            return cls(exercise, exercise.numbers_for(draw) if own else exercise.numbers(np.random.default_rng(draw)))
        probes = exercise.probes(exercise.rng(draw) if own else np.random.default_rng(draw))
        return cls(exercise, probes, AnswerKey(exercise, probes))

    def verdict(self, function: Callable) -> Verdict:
        """Mark one answer, as the exercise's own ``score`` does."""
        if self.key is None:
            return self.exercise.score(function(self.questions), self.questions)
        return diagnose(Evidence(self.key, self.exercise.answer(function, self.questions)))


def is_named(verdict: Verdict, name: str | None) -> bool:
    """Whether the card says more than "different"; with a name, whether it says that."""
    if name is not None:
        return name in (verdict.misconception, verdict.diagnosis)
    return verdict.misconception is not None or verdict.diagnosis not in (None, "different", "wrong number")


def label(function: Callable) -> str:
    """Where an answer stands in the test module."""
    code = getattr(function, "__code__", None)
    return getattr(function, "__name__", "?") + (f", line {code.co_firstlineno}" if code else "")


def table(tallies: Sequence[Tally]) -> str:
    """Lay the tallies out for a terminal, with a total."""
    if not tallies:
        return "no answer sheets"
    total = sum(tallies[1:], start=tallies[0])
    columns = ("wrong", "caught", "named", "right", "accepted")
    width = max(len("exercise"), *(len(tally.exercise) for tally in tallies))
    head = f"{'exercise':{width}s}  " + "  ".join(columns)
    rows = [
        f"{tally.exercise:{width}s}  " + "  ".join(f"{getattr(tally, name):{len(name)}d}" for name in columns)
        for tally in (*tallies, replace(total, exercise="all"))
    ]
    share = f"caught {total.caught / max(1, total.wrong):.1%}, named {total.named / max(1, total.wrong):.1%}"
    return "\n".join([head, "-" * len(head), *rows, share])
