"""The evidence: a student's answers laid beside the reference's, as the diagnosers look at them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from labkit.exercises.answer import Answer, AnswerSheet
from labkit.exercises.comparison import align, close, leaves
from labkit.exercises.description import describe_shape, short
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.exercises.verdict import Where


@dataclass(frozen=True)
class AnswerKey:
    """The answers to one list of probes: the reference's, and every misconception's. One key marks many sheets."""

    exercise: Any
    probes: list[Probe]

    @cached_property
    def expected(self) -> AnswerSheet:
        """What the reference answers."""
        return self.exercise.answer(self.exercise.reference, self.probes)

    @cached_property
    def mistakes(self) -> list[tuple[Misconception, AnswerSheet]]:
        """Each misconception with what it answers; worked out only for answers that are wrong."""
        return [(m, self.exercise.answer(m.function, self.probes)) for m in self.exercise.misconceptions]


@dataclass(frozen=True)
class Evidence:
    """Everything that may be known about one attempt; no student code runs from here on."""

    key: AnswerKey
    sheet: AnswerSheet

    @property
    def exercise(self) -> Any:
        """The exercise being marked."""
        return self.key.exercise

    @property
    def probes(self) -> list[Probe]:
        """What was asked."""
        return self.key.probes

    @property
    def expected(self) -> AnswerSheet:
        """What the reference answers."""
        return self.key.expected

    @property
    def pairs(self) -> list[tuple[Probe, Answer, Answer]]:
        """(probe, student's answer, reference's answer) for every probe that was answered."""
        return list(zip(self.probes, self.sheet.answers, self.expected.answers, strict=False))

    @cached_property
    def right(self) -> list[bool]:
        """For each answered probe, whether the answer counts as right."""
        return [self.exercise.is_right(probe, got, want) for probe, got, want in self.pairs]

    @property
    def wrong(self) -> list[int]:
        """Indices of the probes answered wrongly."""
        return [i for i, right in enumerate(self.right) if not right]

    @property
    def values_agree(self) -> bool:
        """Whether every probe was answered, and rightly."""
        return all(self.right) and len(self.right) == len(self.probes)

    @cached_property
    def values(self) -> list[Any]:
        """The student's values, read the way the expected ones are built."""
        return [align(got.value, want.value) for _, got, want in self.pairs]

    def arrays(self) -> Iterator[tuple[int, np.ndarray, np.ndarray]]:
        """(probe index, got, expected) for all arrays of numbers that face each other, shapes may differ."""
        for i, (_, got, want) in enumerate(self.pairs):
            if got.error or want.error:
                continue
            mine = dict(leaves(self.values[i]))
            for path, expected in leaves(want.value):
                array = mine.get(path)
                if (
                    isinstance(array, np.ndarray)
                    and isinstance(expected, np.ndarray)
                    and array.dtype.kind in "biufc"
                    and expected.dtype.kind in "biufc"
                ):
                    yield i, array, expected

    def equal(self, got: Any, want: Any) -> bool:
        """Whether two arrays are equal within the exercise's tolerance."""
        if not (isinstance(got, (np.ndarray, np.generic)) and isinstance(want, np.ndarray)):
            return False
        return got.shape == want.shape and bool(np.all(close(got, want, self.exercise.rtol, self.exercise.atol)))

    def faced(self) -> list[tuple[int, np.ndarray, np.ndarray]]:
        """Arrays that differ though their shapes agree; empty when some differ in shape or a probe raised."""
        if any(self.sheet.answers[i].error for i in self.wrong):
            return []
        faced = [(i, g, w) for i, g, w in self.arrays() if i in self.wrong and not self.equal(g, w)]
        comparable = all(g.shape == w.shape and w.size and g.dtype.kind in "biuf" for _, g, w in faced)
        return faced if comparable else []

    def cells(self, other: AnswerSheet) -> list[dict[str, bool]]:
        """Which parts of the student's answers equal those of another sheet (a misconception's)."""
        return [
            self.exercise.cells(got, theirs) for got, theirs in zip(self.sheet.answers, other.answers, strict=False)
        ]

    def where(self, index: int | None = None) -> Where | None:
        """Describe one probe for the card, by default the first that was answered wrongly."""
        if index is None:
            if not self.wrong:
                return None
            index = self.wrong[0]
        probe, got, want = self.pairs[index]
        inputs = tuple((name, short(value)) for name, value in self.exercise.named_arguments(probe))
        came = f"{got.error}: {got.message}" if got.error else short(got.value)
        expected = f"{want.error} raised" if want.error else describe_shape(want.value)
        shape = describe_shape(got.value)
        kind = shape if not got.error and got.value is not None and shape != expected else ""
        if not got.error and isinstance(want.value, np.ndarray) and shape == expected:
            expected += self._positions(index)
        elif not got.error and shape == expected:
            expected += self._parts(got, want)
        if self.exercise.no_warnings and got.warnings and not want.warnings:
            kind = "; ".join(filter(None, [kind, f"and NumPy warns: {got.warnings[0]}"]))
            expected += ", and no warning"
        label = f"Probe {index + 1} of {len(self.probes)}" + (f": {probe.label}" if probe.label else "")
        return Where(label, inputs, came, kind, expected, raised=bool(got.error))

    def _parts(self, got: Answer, want: Answer) -> str:
        """Say which parts of a tuple, list or dict differ."""
        parts = self.exercise.cells(got, want)
        wrong = [f"`{path}`" for path, equal in parts.items() if path.startswith("[") and not equal]
        if not wrong or len(wrong) == len(parts):
            return ""
        return f"; {', '.join(wrong)} {'differs' if len(wrong) == 1 else 'differ'}"

    def _positions(self, index: int) -> str:
        """Say how many entries differ and where the first is; their right values stay hidden."""
        probe, got, want = self.pairs[index]
        equal = self.exercise.equal_entries(probe, self.values[index], want.value)
        if equal is None or equal.all():
            return ""
        if equal.ndim == 0:
            return ", a different one"
        n, first = np.sum(~equal), [int(k) for k in np.argwhere(~equal)[0]]
        if equal.size == 1:
            return ", with a different entry"
        return (
            f"; all {n} entries differ"
            if n == equal.size
            else f"; {n} of {equal.size} entries differ, the first at `{first}`"
        )
