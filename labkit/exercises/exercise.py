"""An exercise: a reference, probes that tell right from wrong, and the mistakes that it recognises."""

import hashlib
import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from labkit.errors import LabkitError
from labkit.exercises.answer import GENEROUS, Answer, AnswerSheet, answer_probes
from labkit.exercises.comparison import align, cells, close, same_structure
from labkit.exercises.diagnose import diagnose
from labkit.exercises.edges import advise
from labkit.exercises.evidence import AnswerKey, Evidence
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.exercises.validation import problems
from labkit.exercises.verdict import Verdict


@dataclass(frozen=True, kw_only=True)
class Exercise:
    """One graded function of a lab.

    Parameters
    ----------
    id : str
        ``"03.sigmoid"``: the lab's number and a name.
    name : str
        The function's name in the lab.
    title : str
        What the card is headed with.
    points : float
        All of them or none.
    reference : callable
        The right answer: the very function that ``labkit.nn`` runs, never a copy.
    probes : callable
        ``probes(rng)`` draws the list of :class:`Probe`; a grader passes a secret rng.
    call : callable, optional
        ``call(function, *args, **kwargs)`` makes the call, where the exercise takes a function or wants more
        than the plain result looked at. Reference and misconceptions go through it too.
    rtol, atol : float
        Tolerance of the comparison; say it in the lab's text when it is not the default.
    misconceptions : sequence of Misconception
    advice : sequence of Probe
        Edges that the text does not name; the ``label`` is the advice shown when they come out differently.
        An empty batch, strided input, float32 and integers are tried for every exercise without being listed.
    accept : callable, optional
        ``accept(got, expected, *args, **kwargs)``, called with values of the same structure, returns a bool
        or an array of bools: the place to allow any derivative in [0, 1] at the kink.
    no_warnings : bool
        A warning of arithmetic (overflow, NaN) counts as wrong, where stability is what the exercise asks
        for.
    in_place : bool
        Changing an argument is allowed.
    lists : bool
        A list of numbers is as good as an array, because the docstring in the lab says so.
    per_student : bool
        The probes are drawn from the student's id.
    seconds : float
        Time for all probes together.

    Examples
    --------
    >>> square = Exercise(id="99.square", name="square", title="A square", points=1, reference=np.square,
    ...                   probes=lambda rng: [Probe(3.0), Probe(rng.normal(size=4))],
    ...                   misconceptions=[Misconception("doubled", lambda x: 2 * x, "Twice or squared?")])
    >>> square.mark(lambda x: x + x).misconception
    'doubled'
    """

    id: str
    name: str
    title: str
    points: float
    reference: Callable
    probes: Callable[[np.random.Generator], list[Probe]]
    call: Callable | None = None
    rtol: float = 1e-6
    atol: float = 1e-9
    misconceptions: Sequence[Misconception] = ()
    advice: Sequence[Probe] = ()
    accept: Callable | None = None
    no_warnings: bool = False
    in_place: bool = False
    lists: bool = False
    per_student: bool = False
    seconds: float = GENEROUS

    def rng(self, student: str = "guest") -> np.random.Generator:
        """Draw from the exercise's own stream; from the student's own where numbers differ per student."""
        return stream(self.id, student if self.per_student else "")

    def answer(self, function: Any, probes: Sequence[Probe]) -> AnswerSheet:
        """Run a function on the probes. The only step that executes a student's code."""
        return answer_probes(function, probes, self.call, self.seconds)

    def score(self, sheet: AnswerSheet, probes: Sequence[Probe]) -> Verdict:
        """Mark an answer sheet. Runs the reference and the misconceptions, none of the student's code."""
        return diagnose(Evidence(AnswerKey(self, list(probes)), sheet))

    def mark(self, function: Any, student: str = "guest") -> Verdict:
        """Answer and score with the probes of one student, and add advice to a right answer."""
        probes = self.probes(self.rng(student))
        verdict = self.score(self.answer(function, probes), probes)
        return advise(self, function, probes, verdict) if verdict.passed else verdict

    def fallback(self, student: str = "guest") -> Callable:
        """What experiments use while the student's own answer is not right yet."""
        return self.reference

    def is_right(self, probe: Probe, got: Answer, expected: Answer) -> bool:
        """Whether one answer counts as right."""
        if self.no_warnings and got.warnings and not expected.warnings:
            return False
        if self.accept is None or got.error or expected.error:
            return all(self.cells(got, expected).values())
        value = align(got.value, expected.value)
        if not same_structure(value, expected.value):
            return False
        return bool(np.all(self._accepted(probe, value, expected.value)))

    def cells(self, one: Answer, other: Answer) -> dict[str, bool]:
        """Compare two answers part by part; where warnings count, whether there was one is a part too."""
        parts = cells(one, other, self.rtol, self.atol)
        if self.no_warnings:
            parts["warns"] = bool(one.warnings) == bool(other.warnings)
        return parts

    def equal_entries(self, probe: Probe, got: Any, expected: Any) -> np.ndarray | None:
        """Entry by entry, which numbers are right; None when these are not arrays of one shape."""
        if not (isinstance(got, np.ndarray) and isinstance(expected, np.ndarray) and got.shape == expected.shape):
            return None
        if self.accept is None:
            return np.asarray(close(got, expected, self.rtol, self.atol))
        accepted = np.asarray(self._accepted(probe, got, expected))
        return accepted if accepted.shape == got.shape else None

    def _accepted(self, probe: Probe, got: Any, expected: Any) -> Any:
        args, kwargs = probe.copy()
        with np.errstate(all="ignore"):
            return self.accept(got, expected, *args, **kwargs)

    def named_arguments(self, probe: Probe) -> list[tuple[str, Any]]:
        """The arguments of a probe with the names that the function gives them."""
        names = parameter_names(self.call)[1:] if self.call else parameter_names(self.reference)
        names += [f"argument {i + 1}" for i in range(len(names), len(probe.args))]
        return [*zip(names, probe.args, strict=False), *probe.kwargs.items()]

    def validate(self, seeds: Sequence[int] = range(3)) -> None:
        """Prove that the exercise can tell right from wrong.

        Raises
        ------
        LabkitError
            With one sentence for every fault: a reference that is not accepted, a misconception that passes,
            is not named, or cannot be told from another one, a probe list on which doing nothing passes.
        """
        found = list(dict.fromkeys(p for seed in seeds for p in problems(self, np.random.default_rng(seed))))
        if found:
            raise LabkitError(f"Exercise {self.id}: " + " ".join(found))


def parameter_names(function: Callable) -> list[str]:
    """Names of the positional parameters of a function, as far as it tells them."""
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return []
    return [p.name for p in parameters if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]


def stream(*words: str) -> np.random.Generator:
    """A generator seeded by words: the same on every machine and in every Python."""
    return np.random.default_rng(list(hashlib.sha256("\n".join(words).encode()).digest()))
