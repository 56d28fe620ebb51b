"""An exercise worked out on paper: numbers drawn for one student, filled in node by node.

It is marked the way a good teacher marks it. Each blank is worked out again from the student's own earlier
blanks, so one slip costs one blank, not everything after it; and the card stops at the first blank that is
wrong.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from labkit.errors import LabkitError
from labkit.exercises.exercise import stream
from labkit.exercises.misconception import Misconception
from labkit.exercises.verdict import Verdict, Where


@dataclass(frozen=True)
class Step:
    """One blank of a paper exercise.

    Parameters
    ----------
    name : str
        Key of the blank in the student's dict: ``"delta_h1"``.
    work : callable
        ``work(v) -> float`` from the mapping ``v`` of given numbers and earlier blanks by name.
    points : float
    says : str
        What the blank is, in words: ``"the error signal of hidden unit 1"``.
    misconceptions : sequence of Misconception
        Wrong ways of working it out, with the signature of ``work``.
    """

    name: str
    work: Callable[[Mapping[str, float]], float]
    points: float = 1
    says: str = ""
    misconceptions: Sequence[Misconception] = ()


@dataclass(frozen=True, kw_only=True)
class PaperExercise:
    """A chain of blanks to fill in by hand.

    Parameters
    ----------
    id, name, title
        As in :class:`Exercise`; ``name`` is the name of the student's dict.
    numbers : callable
        ``numbers(rng) -> dict`` draws the given numbers, rounded as the student will see them.
    steps : sequence of Step
        In the order of work: a step may use every step before it.
    decimals : int
        To how many decimals the student is asked to work.
    atol : float, optional
        Largest accepted difference; by default 1.5 units of the last decimal, for rounding on the way.
    """

    id: str
    name: str
    title: str
    numbers: Callable[[np.random.Generator], dict[str, float]]
    steps: Sequence[Step]
    decimals: int = 4
    atol: float | None = None
    per_student: bool = True

    @property
    def points(self) -> float:
        """Points of all blanks together."""
        return sum(step.points for step in self.steps)

    @property
    def tolerance(self) -> float:
        """The accepted difference."""
        return 1.5 * 10.0**-self.decimals if self.atol is None else self.atol

    def numbers_for(self, student: str = "guest") -> dict[str, float]:
        """The given numbers of one student."""
        return self.numbers(stream(self.id, student if self.per_student else ""))

    def solve(self, numbers: Mapping[str, float], earlier: Mapping[str, float] | None = None) -> dict[str, float]:
        """Work out every blank; where ``earlier`` holds a blank, the steps after it use that value."""
        known, solved = dict(numbers), {}
        for step in self.steps:
            solved[step.name] = float(step.work(known))
            known[step.name] = (earlier or {}).get(step.name, solved[step.name])
        return solved

    def fallback(self, student: str = "guest") -> dict[str, float]:
        """The filled-in blanks, for what comes after the exercise."""
        return {name: round(value, self.decimals) for name, value in self.solve(self.numbers_for(student)).items()}

    def mark(self, blanks: Any, student: str = "guest") -> Verdict:
        """Mark a dict of blanks with the numbers of one student."""
        return self.score(blanks, self.numbers_for(student))

    def score(self, blanks: Any, numbers: Mapping[str, float]) -> Verdict:
        """Mark a dict of blanks: points for each that is right or follows from the ones before it."""
        if blanks is None or (isinstance(blanks, Mapping) and all(_empty(v) for v in blanks.values())):
            return Verdict(False, 0, self.points, f"`{self.name}` is still empty.", diagnosis="not attempted")
        if not isinstance(blanks, Mapping):
            return Verdict(
                False,
                0,
                self.points,
                f"`{self.name}` should be a dict of blanks and is of type {type(blanks).__name__}.",
                diagnosis="not a dict",
            )
        mine = {step.name: _number(blanks.get(step.name)) for step in self.steps}
        filled = {name: value for name, value in mine.items() if value is not None}
        carried, true = self.solve(numbers, filled), self.solve(numbers)
        right = [
            step
            for step in self.steps
            if mine[step.name] is not None
            and min(abs(mine[step.name] - carried[step.name]), abs(mine[step.name] - true[step.name]))
            <= self.tolerance * (1 + 1e-9)
        ]
        points = sum(step.points for step in right)
        wrong = [step for step in self.steps if step not in right]
        strange = sorted(set(blanks) - set(mine), key=str)
        advice = (f"These names are none of the blanks: {', '.join(map(str, strange))}.",) if strange else ()
        if not wrong:
            return Verdict(
                True,
                points,
                self.points,
                f"all {len(self.steps)} blanks of `{self.name}` are right.",
                advice=advice,
            )
        return self._first_wrong(wrong, len(right), points, blanks, mine, {**numbers, **true, **filled}, advice)

    def _first_wrong(
        self,
        wrong: list[Step],
        n_right: int,
        points: float,
        blanks: Mapping,
        mine: dict,
        known: Mapping[str, float],
        advice: tuple[str, ...],
    ) -> Verdict:
        """Stop at the first wrong blank; a known mistake there is named, a missing blank is asked for."""
        step = wrong[0]
        count = f"{n_right} of {len(self.steps)} blanks are right"
        says = f" ({step.says})" if step.says else ""
        raw = blanks.get(step.name)
        where = Where(
            f"`{step.name}`{says}",
            (),
            got="nothing yet" if _empty(raw) else repr(raw),
            expected=f"one number, to {self.decimals} decimals",
        )
        if mine[step.name] is None:
            what = "is still empty" if _empty(raw) else "is not a finite number"
            return Verdict(
                False,
                points,
                self.points,
                f"{count}; the first gap is `{step.name}`{says}, which {what}.",
                diagnosis="blank missing" if _empty(raw) else "not a number",
                where=where,
                advice=advice,
            )
        message = (
            f"{count}; the first wrong one is `{step.name}`{says}. "
            "Blanks after it are marked with your own value of it."
        )
        before = {name: known[name] for name in known if name != step.name}
        for misconception in step.misconceptions:
            if abs(mine[step.name] - float(misconception.function(before))) <= self.tolerance:
                return Verdict(
                    False,
                    points,
                    self.points,
                    message,
                    hint=misconception.hint,
                    where=where,
                    misconception=misconception.name,
                    advice=advice,
                )
        for name, hint, value in self._slips(step, before):
            if abs(mine[step.name] - value) <= self.tolerance:
                return Verdict(
                    False, points, self.points, message, hint=hint, where=where, diagnosis=name, advice=advice
                )
        return Verdict(False, points, self.points, message, where=where, diagnosis="wrong number", advice=advice)

    def _slips(self, step: Step, known: Mapping[str, float]) -> list[tuple[str, str, float]]:
        """Mistakes that any blank can show."""
        value = float(step.work(known))
        return [
            ("sign flipped", "The size is right, the sign is not.", -value),
            ("factor", "This is twice the right number.", 2 * value),
            ("factor", "This is half the right number.", value / 2),
            (
                "rounding",
                f"Nearly: keep at least {self.decimals} decimals on the way.",
                round(value, max(1, self.decimals - 2)),
            ),
        ]

    def validate(self, seeds: Sequence[int] = range(5)) -> None:
        """Prove on several draws that the solution gets all points and each misconception its name.

        Raises
        ------
        LabkitError
            With one sentence for every fault.
        """
        found: list[str] = []
        for seed in seeds:
            numbers = self.numbers(np.random.default_rng(seed))
            solution = self.solve(numbers)
            rounded = {name: round(value, self.decimals) for name, value in solution.items()}
            if not self.score(rounded, numbers).passed:
                found.append("The rounded solution does not get all points.")
            for step in self.steps:
                for misconception in step.misconceptions:
                    value = round(float(misconception.function({**numbers, **solution})), self.decimals)
                    named = self.score({**rounded, step.name: value}, numbers).misconception
                    if named != misconception.name and named not in misconception.same_as:
                        found.append(f"{misconception.name!r} at {step.name} is taken for {named!r}.")
        if found:
            raise LabkitError(f"Exercise {self.id}: " + " ".join(dict.fromkeys(found)))


def _empty(value: Any) -> bool:
    return value is None or value is Ellipsis or (isinstance(value, str) and not value.strip())


def _number(value: Any) -> float | None:
    """Read a blank as one finite real number; None when it is none."""
    try:
        array = np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        return None
    return float(array.reshape(())) if array.size == 1 and bool(np.isfinite(array).all()) else None
