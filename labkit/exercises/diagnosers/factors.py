"""The right numbers, scaled or shifted: a factor, a size of the input, an offset."""

from typing import Any

import numpy as np

from labkit.exercises.comparison import leaves
from labkit.exercises.diagnosers.finding import Finding
from labkit.exercises.diagnosers.yes_and_no import asks_yes_or_no
from labkit.exercises.evidence import Evidence


def constant_factor(evidence: Evidence) -> Finding | None:
    """The right answer times a number: the same everywhere, or a size such as the number of samples."""
    faced = evidence.faced()
    ratios: list[float] = []
    for _, got, want in faced:
        biggest = np.unravel_index(np.argmax(np.abs(np.where(np.isfinite(want), want, 0))), want.shape)
        with np.errstate(all="ignore"):
            ratio = float(got[biggest] / want[biggest])
        if not np.isfinite(ratio) or ratio == 0 or not evidence.equal(got / ratio, want):
            return None
        ratios.append(ratio)
    if not ratios:
        return None
    everywhere = np.allclose(ratios, ratios[0], rtol=1e-4)
    sizes = _size_factor(evidence, [i for i, _, _ in faced], ratios)
    if sizes and not (everywhere and max(ratios[0], 1 / ratios[0]) <= 2):
        return Finding("factor of a size", sizes, faced[0][0])
    simple = _simple_factor(ratios[0])
    # Any single number is some multiple of any other: that says nothing unless people make that factor by mistake.
    if everywhere and (simple or sum(np.count_nonzero(want) for _, _, want in faced) > 1):
        hint = _claim(evidence, f"{simple or f'{ratios[0]:.4g} times'} the right answer", unless_zero=True)
        return Finding("constant factor", hint, faced[0][0])
    return None


def constant_offset(evidence: Evidence) -> Finding | None:
    """The right answer plus a number; a yes or no has nothing to add to."""
    if asks_yes_or_no(evidence):
        return None
    offsets = [np.subtract(got, want, dtype=float) for _, got, want in evidence.faced()]
    flat = np.concatenate([o.ravel() for o in offsets]) if offsets else np.array([])
    if flat.size > 1 and np.isfinite(flat).all() and np.allclose(flat, flat[0], rtol=1e-4, atol=1e-9) and flat[0]:
        return Finding(
            "constant offset",
            _claim(evidence, f"the right answer {'plus' if flat[0] > 0 else 'minus'} {abs(flat[0]):.4g}"),
            evidence.faced()[0][0],
        )
    return None


def _claim(evidence: Evidence, what: str, unless_zero: bool = False) -> str:
    """Say what the wrong numbers are and where: everywhere, in some items of a tuple, or on some probes.

    Right items whose numbers are all zero count for nothing when ``unless_zero``: twice zero is zero.
    """
    right, wrong = set(), {}
    for i, (_, got, want) in enumerate(evidence.pairs):
        if got.error or want.error:
            continue
        mine = dict(leaves(evidence.values[i]))
        for path, expected in leaves(want.value):
            if not evidence.equal(mine.get(path), expected):
                wrong[path] = None
            elif not (unless_zero and not np.any(expected)):
                right.add(path)
    if not right:
        return f"It is {what}, everywhere."
    if right.isdisjoint(wrong):
        items = [f"`{path}`" for path in wrong]
        names = " and ".join(filter(None, [", ".join(items[:-1]), items[-1]]))
        return f"{names} {'is' if len(items) == 1 else 'are'} {what}; the rest is right."
    return f"Where it differs, it is {what}."


def _size_factor(evidence: Evidence, probes: list[int], ratios: list[float]) -> str:
    """Explain ratios that follow a size of the input from probe to probe; empty when none does."""
    sizes = [_sizes(evidence.exercise.named_arguments(evidence.probes[i])) for i in probes]
    for name in sizes[0]:
        lengths = np.array([s.get(name, 0) for s in sizes], dtype=float)
        if np.all(lengths > 0) and np.allclose(ratios, lengths, rtol=1e-4):
            return f"It is the right answer times {name}: perhaps a mean is asked for, and this is a sum."
        if np.all(lengths > 0) and np.allclose(ratios, 1 / lengths, rtol=1e-4):
            return f"It is the right answer divided by {name}: perhaps a sum is asked for, and this is a mean."
    return ""


def _sizes(arguments: list[tuple[str, Any]]) -> dict[str, int]:
    """What could be counted in the arguments, likeliest first: ``len(x)``, ``x.shape[1]``, ``x.size``."""
    found: dict[str, int] = {}
    for argument, value in arguments:
        for name, array in leaves(value, argument):
            if isinstance(array, np.ndarray) and array.ndim:
                axes = [f"`len({name})`", *(f"`{name}.shape[{axis}]`" for axis in range(1, array.ndim))]
                found |= dict(zip(axes, array.shape, strict=True)) | {f"`{name}.size`": array.size}
    return found


def _simple_factor(ratio: float) -> str:
    """A factor that is a ratio of small numbers, said the way people do; empty when it is none."""
    for bottom in range(1, 13):
        top = round(abs(ratio) * bottom)
        if 1 <= top <= 12 and np.isclose(abs(ratio), top / bottom, rtol=1e-4):
            words = {(2, 1): "twice", (1, 2): "half"}
            size = words.get((top, bottom), f"{top} times" if bottom == 1 else f"{top}/{bottom} times")
            return f"minus {size}" if ratio < 0 else size
    return ""
