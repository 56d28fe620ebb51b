"""Edges that no text names: tried after a right answer, worth a word of advice, never a point."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from labkit.exercises.comparison import align, leaves
from labkit.exercises.probe import Probe
from labkit.exercises.verdict import Verdict


def edges(probes: Sequence[Probe]) -> list[Probe]:
    """Change one ordinary probe to an empty batch, strided input, float32 and integers."""
    ordinary = next((p for p in probes if any(a.ndim and a.dtype.kind == "f" for a in p.arrays())), None)
    if ordinary is None:
        return []
    batch = next(len(a) for a in ordinary.arrays() if a.ndim)
    return [
        ordinary.map(
            lambda a: a[:0] if a.ndim and len(a) == batch else a,
            label="An empty batch goes wrong: nothing in the course feeds one, a library would have to.",
        ),
        ordinary.map(_strided, label="An array that is a slice of another one (x[::2]) gives another result."),
        ordinary.map(
            lambda a: a.astype(np.float32) if a.dtype.kind == "f" else a,
            label="In float32, which networks train in, the result differs from the one in float64.",
        ),
        ordinary.map(
            lambda a: np.rint(a).astype(int) if a.dtype.kind == "f" else a,
            label="An array of integers gives another result than the same numbers as floats.",
        ),
    ]


def advise(exercise: Any, function: Callable, probes: Sequence[Probe], verdict: Verdict) -> Verdict:
    """Add the labels of the edges at which an otherwise right answer differs from the reference."""
    asked = [*exercise.advice, *edges(probes)]
    expected = exercise.answer(exercise.reference, asked).answers
    # Where the reference itself gives up, there is nothing to advise.
    asked = [(probe, want) for probe, want in zip(asked, expected, strict=False) if _firm(want)]
    got = exercise.answer(function, [probe for probe, _ in asked]).answers
    words = [
        probe.label for (probe, want), mine in zip(asked, got, strict=False) if not exercise.is_right(probe, mine, want)
    ]
    words += _widened(asked, got)
    return replace(verdict, advice=(*verdict.advice, *dict.fromkeys(words)))


def _firm(want: Any) -> bool:
    return (
        not want.error
        and not want.warnings
        and all(isinstance(leaf, np.ndarray) and np.all(np.isfinite(leaf)) for _, leaf in leaves(want.value))
    )


def _strided(array: np.ndarray) -> np.ndarray:
    return np.repeat(array, 2, axis=-1)[..., ::2] if array.ndim else array


def _widened(asked: list, got: Sequence) -> list[str]:
    """Say so when float32 goes in, and float64 comes out where the reference keeps float32."""
    for (_, want), mine in zip(asked, got, strict=False):
        if mine.error:
            continue
        mine_leaves = dict(leaves(align(mine.value, want.value)))
        for path, right in leaves(want.value):
            array = mine_leaves.get(path)
            if right.dtype == np.float32 and right.ndim and isinstance(array, np.ndarray) and array.dtype == float:
                return [
                    "It turns float32 into float64, which makes a network twice as slow: is there an "
                    "array made without `dtype`, or a NumPy number among the factors?"
                ]
    return []
