"""Blanks: what a student filled in on paper, laid beside the right numbers and marked."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from labkit.exercises.step import Step
from labkit.exercises.verdict import Verdict, Where


@dataclass(frozen=True)
class Blanks:
    """One student's dict of blanks, for one draw of the given numbers."""

    paper: Any
    numbers: Mapping[str, float]
    written: Mapping[Any, Any]

    @cached_property
    def filled(self) -> dict[str, float]:
        """The blanks that hold a finite number."""
        read = {step.name: as_number(self.written.get(step.name)) for step in self.paper.steps}
        return {name: value for name, value in read.items() if value is not None}

    @cached_property
    def true(self) -> dict[str, float]:
        """The right number of every blank."""
        return self.paper.solve(self.numbers)

    @cached_property
    def carried(self) -> dict[str, float]:
        """For every blank, the number that follows from the student's own blanks before it."""
        return self.paper.solve(self.numbers, self.filled)

    @cached_property
    def right(self) -> list[Step]:
        """The blanks that hold the right number, or the one that follows from the blanks before."""
        return [s for s in self.paper.steps if self._is(s, self.carried[s.name]) or self._is(s, self.true[s.name])]

    def verdict(self) -> Verdict:
        """Give points for every right blank, and stop at the first that is not."""
        steps, right = self.paper.steps, self.right
        first = next((step for step in steps if step not in right), None)
        if first is None:
            return self._verdict(f"all {len(steps)} blanks of `{self.paper.name}` are right.", passed=True)
        count = f"{len(right)} of {len(steps)} blanks are right"
        raw = self.written.get(first.name)
        where = Where(
            first.title,
            got="nothing yet" if is_empty(raw) else repr(raw),
            expected=f"one number, to {self.paper.decimals} decimals",
        )
        if first.name not in self.filled:
            what, diagnosis = (
                ("is still empty", "blank missing") if is_empty(raw) else ("is not a finite number", "not a number")
            )
            message = f"{count}; the first gap is {first.title}, which {what}."
            return self._verdict(message, where=where, diagnosis=diagnosis)
        message = (
            f"{count}; the first wrong one is {first.title}. Blanks after it are marked with your own value of it."
        )
        return self._verdict(message, where=where, **self._cause(first))

    def _verdict(self, message: str, passed: bool = False, **findings: Any) -> Verdict:
        known = {step.name for step in self.paper.steps}
        strange = sorted(set(self.written) - known, key=str)
        advice = (f"These names are none of the blanks: {', '.join(map(str, strange))}.",) if strange else ()
        points = sum(step.points for step in self.right)
        return Verdict(passed, points, self.paper.points, message, advice=advice, **findings)

    def _is(self, step: Step, value: float) -> bool:
        """Whether a blank holds a number, but for rounding; the last factor forgives the rounding of floats."""
        mine = self.filled.get(step.name)
        return mine is not None and abs(mine - value) <= self.paper.tolerance * (1 + 1e-9)

    def _cause(self, step: Step) -> dict[str, str]:
        """What may have gone wrong at a blank: a misconception of its own, or a slip that any blank can show."""
        before = {name: v for name, v in (self.numbers | self.true | self.filled).items() if name != step.name}
        for misconception in step.misconceptions:
            if self._is(step, float(misconception.function(before))):
                return {"misconception": misconception.name, "hint": misconception.hint}
        value = float(step.work(before))
        for name, slipped, hint in (
            ("sign flipped", -value, "The size is right, the sign is not."),
            ("factor", 2 * value, "This is twice the right number."),
            ("factor", value / 2, "This is half the right number."),
            (
                "rounding",
                round(value, max(1, self.paper.decimals - 2)),
                f"Nearly: keep at least {self.paper.decimals} decimals on the way.",
            ),
        ):
            if self._is(step, slipped):
                return {"diagnosis": name, "hint": hint}
        return {"diagnosis": "wrong number"}


def is_empty(value: Any) -> bool:
    """Whether nothing was filled in: None, ``...`` or blank text."""
    return value is None or value is Ellipsis or (isinstance(value, str) and not value.strip())


def as_number(value: Any) -> float | None:
    """Read a blank as one finite real number; None when it is none."""
    try:
        array = np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        return None
    return float(array.reshape(())) if array.size == 1 and bool(np.isfinite(array).all()) else None
