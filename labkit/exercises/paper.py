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
from labkit.exercises.blanks import Blanks, is_empty
from labkit.exercises.exercise import stream
from labkit.exercises.step import Step
from labkit.exercises.verdict import Verdict


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
        if blanks is None or (isinstance(blanks, Mapping) and all(map(is_empty, blanks.values()))):
            return Verdict(False, 0, self.points, f"`{self.name}` is still empty.", diagnosis="not attempted")
        if not isinstance(blanks, Mapping):
            message = f"`{self.name}` should be a dict of blanks and is of type {type(blanks).__name__}."
            return Verdict(False, 0, self.points, message, diagnosis="not a dict")
        return Blanks(self, dict(numbers), blanks).verdict()

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
