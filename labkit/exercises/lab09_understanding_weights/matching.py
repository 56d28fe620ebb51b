"""An exercise of matching: letters that hide something, and the names that they have to be given."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from labkit.errors import LabkitError
from labkit.exercises.exercise import stream
from labkit.exercises.verdict import Verdict, Where


@dataclass(frozen=True, kw_only=True)
class Matching:
    """A dict from letters to names, drawn for one student; every name belongs to one letter alone.

    It answers to the same calls as a :class:`~labkit.exercises.paper.PaperExercise`.

    Parameters
    ----------
    id, name, title
        As in :class:`~labkit.exercises.Exercise`; ``name`` is the name of the student's dict.
    letters, names : sequence of str
        Equally many.
    numbers : callable
        ``numbers(rng) -> dict`` draws which letter hides which name, and what else belongs to the draw.
    each : float
        Points for every letter.
    hints : mapping of (true name, name given) to str
        What speaks against the name that was given, and never the true one.
    """

    id: str
    name: str
    title: str
    letters: Sequence[str]
    names: Sequence[str]
    numbers: Callable[[np.random.Generator], dict[str, Any]]
    hints: Mapping[tuple[str, str], str]
    each: float = 0.5
    per_student: bool = True

    @property
    def points(self) -> float:
        """Points of all letters together."""
        return self.each * len(self.letters)

    def numbers_for(self, student: str = "guest") -> dict[str, Any]:
        """What is drawn for one student."""
        return self.numbers(stream(self.id, student if self.per_student else ""))

    def solve(self, numbers: Mapping[str, Any]) -> dict[str, str]:
        """The right name of every letter."""
        return {letter: numbers[letter] for letter in self.letters}

    def fallback(self, student: str = "guest") -> dict[str, str]:
        """The right names, for what comes after the exercise."""
        return self.solve(self.numbers_for(student))

    def mark(self, answer: Any, student: str = "guest") -> Verdict:
        """Mark one student's dict."""
        return self.score(answer, self.numbers_for(student))

    def score(self, answer: Any, numbers: Mapping[str, Any]) -> Verdict:
        """Points for every letter that alone has its name; a word on the first that has another's.

        A name that is given twice counts for neither letter, so one name for all is worth nothing.
        """
        if answer is None:
            return self._verdict(0, f"`{self.name}` is still empty.", diagnosis="not attempted")
        if not hasattr(answer, "items"):
            kind = type(answer).__name__
            return self._verdict(
                0,
                f"`{self.name}` should be a dict from letters to names and is of type {kind}.",
                diagnosis="not a dict",
            )
        answer = {self._letter(key): value for key, value in answer.items()}
        if all(_empty(answer.get(letter)) for letter in self.letters):
            return self._without_letters(answer)
        truth = self.solve(numbers)
        given = {letter: self._read(answer.get(letter)) for letter in self.letters}
        wrong = [letter for letter in self.letters if given[letter] != truth[letter]]
        said = list(given.values())
        n_right = sum(given[letter] == truth[letter] and said.count(given[letter]) == 1 for letter in self.letters)
        points = self.each * n_right
        advice = self._advice(answer, given)
        if not wrong:
            says = f"all {len(self.letters)} pictures of `{self.name}` have their names."
            return self._verdict(points, says, advice=advice, passed=True)
        return self._first_wrong(wrong[0], n_right, answer, given, truth, advice)

    def _first_wrong(
        self, letter: str, n_right: int, answer: Mapping, given: dict, truth: dict, advice: tuple
    ) -> Verdict:
        points, count = self.each * n_right, f"{n_right} of {len(self.letters)} names are right"
        said, raw = given[letter], answer.get(letter)
        where = Where(f"picture {letter}", (), "nothing yet" if _empty(raw) else repr(raw), expected="one of the names")
        kept: dict[str, Any] = {"where": where, "advice": advice}
        if _empty(raw):
            return self._verdict(points, f"{count}; the first gap is {letter}.", diagnosis="name missing", **kept)
        if said is None:
            told = ", ".join(self.names)
            message = f"{count}; the name of {letter} is none of these: {told}."
            return self._verdict(points, message, diagnosis="not a name", **kept)
        message = f"{count}; the first wrong one is that of {letter}."
        return self._verdict(
            points, message, hint=self.hints[truth[letter], said], misconception=mistaken(truth[letter], said), **kept
        )

    def _verdict(self, points: float, message: str, passed: bool = False, **more: Any) -> Verdict:
        return Verdict(passed, points, self.points, message, **more)

    def _without_letters(self, answer: Mapping) -> Verdict:
        """No letter has a name: is the dict empty, or made in another way?"""
        if any(self._read(key) for key in answer):
            says = f"`{self.name}` goes from names to letters; turn it round, each letter gets a name."
            return self._verdict(0, says, diagnosis="turned round")
        if any(not _empty(value) for value in answer.values()):
            says = f"None of the letters {', '.join(self.letters)} has a name in `{self.name}`."
            return self._verdict(0, says, diagnosis="letters missing")
        return self._verdict(0, f"`{self.name}` is still empty.", diagnosis="not attempted")

    def _letter(self, key: Any) -> Any:
        return key.strip().upper() if isinstance(key, str) and key.strip().upper() in self.letters else key

    def _read(self, value: Any) -> str | None:
        """The name that is meant, whatever its capitals, spaces, hyphens and other small matters of spelling."""
        word = _bare(value) if isinstance(value, str) else None
        return next((name for name in self.names if _bare(name) == word), None)

    def _advice(self, answer: Mapping, given: dict) -> tuple[str, ...]:
        said = []
        if twice := [name for name in self.names if list(given.values()).count(name) > 1]:
            said.append(f"Every name belongs to one picture: {' and '.join(map(repr, twice))} is used more than once.")
        if strange := sorted(set(answer) - set(self.letters), key=str):
            said.append(f"These are none of the pictures: {', '.join(map(str, strange))}.")
        return tuple(said)

    def validate(self, seeds: Sequence[int] = range(5)) -> None:
        """Prove that the right names get all points, and that every confusion has a name and a hint.

        Raises
        ------
        LabkitError
            With one sentence for every fault.
        """
        found = [f"No hint for {pair}." for pair in self._pairs() if not self.hints.get(pair)]
        for seed in seeds:
            numbers = self.numbers(np.random.default_rng(seed))
            truth = self.solve(numbers)
            if sorted(truth.values()) != sorted(self.names):
                found.append("A draw does not use every name once.")
            if not self.score(truth, numbers).passed:
                found.append("The right names do not get all points.")
            for letter in self.letters:
                for said in self.names:
                    named = self.score(truth | {letter: said}, numbers).misconception
                    if said != truth[letter] and named != mistaken(truth[letter], said):
                        found.append(f"{said!r} at {letter} is taken for {named!r}.")
        if found:
            raise LabkitError(f"Exercise {self.id}: " + " ".join(dict.fromkeys(found)))

    def _pairs(self) -> list[tuple[str, str]]:
        return [(true, said) for true in self.names for said in self.names if true != said]


def mistaken(true: str, said: str) -> str:
    """The name of a confusion."""
    return f"{true}, taken for {said}"


def _bare(name: str) -> str:
    """Letters only; American spelling and a plural are all one."""
    return "".join(filter(str.isalnum, name.casefold())).replace("favorite", "favourite").removesuffix("s")


def _empty(value: Any) -> bool:
    return value is None or value is Ellipsis or (isinstance(value, str) and not value.strip())
