"""Diagnosers: small functions that look at the evidence and recognise one kind of mistake each.

They stand in the order in which they are asked, and the first that recognises something speaks. A
misconception of the exercise's own comes before anything general, because it knows what was asked.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from labkit.exercises.answer import Foreign, a_or_an, qualified_name
from labkit.exercises.comparison import close, describe_shape, is_list_of_numbers, leaves
from labkit.exercises.evidence import Evidence
from labkit.exercises.known_mistakes import (
    combined_misconceptions,
    exact_misconception,
    partial_misconception,
)
from labkit.exercises.probe import Probe
from labkit.exercises.verdict import Verdict


@dataclass(frozen=True)
class Finding:
    """What a diagnoser recognised: a stable name, a sentence, and the probe that shows it best."""

    name: str
    hint: str
    probe: int | None = None


def diagnose(evidence: Evidence) -> Verdict:
    """Turn evidence into a verdict: passed, a misconception, a diagnosis, or just a difference."""
    exercise, possible = evidence.exercise, evidence.exercise.points
    for diagnoser in NO_ANSWER:
        if finding := diagnoser(evidence):
            return Verdict(False, 0, possible, finding.hint, diagnosis=finding.name)
    n = len(evidence.probes)
    if not evidence.values_agree:
        message = f"`{exercise.name}` is not right yet: it differs on {_share(len(evidence.wrong), n)}."
        for recognise in (exact_misconception, combined_misconceptions, partial_misconception):
            if known := recognise(evidence):
                return Verdict(
                    False,
                    0,
                    possible,
                    message,
                    hint=known.hint,
                    misconception=known.name,
                    where=evidence.where(),
                    advice=_reads(evidence),
                )
    else:
        message = f"`{exercise.name}` gives the right numbers, but one thing is in the way."
    for diagnoser in DIAGNOSERS:
        if finding := diagnoser(evidence):
            return Verdict(
                False,
                0,
                possible,
                message,
                hint=finding.hint,
                diagnosis=finding.name,
                where=evidence.where(finding.probe),
                advice=_reads(evidence),
            )
    if not evidence.values_agree:
        return Verdict(
            False,
            0,
            possible,
            message,
            diagnosis="different",
            where=evidence.where(),
            advice=_reads(evidence),
        )
    return Verdict(
        True,
        possible,
        possible,
        f"`{exercise.name}` is right on {_share(n, n)}.",
        advice=_reads(evidence) + _warned(evidence) + _delegates(evidence),
    )


def _share(some: int, n: int) -> str:
    """Say how many of the probes: ``"3 of 14 probes"``, ``"all 14 probes"``."""
    if n == 1:
        return "its one probe"
    return f"all {n} probes" if some == n else f"{some} of {n} probes"


# --- nothing to compare


def not_attempted(evidence: Evidence) -> Finding | None:
    """Nothing was handed in, or the function is still the stub."""
    sheet, name = evidence.sheet, evidence.exercise.name
    unwritten = sheet.answers and all(a.error == "NotImplementedError" for a in sheet.answers)
    if sheet.given == "None" or sheet.stub or unwritten:
        return Finding("not attempted", f"`{name}` is not written yet.")
    return None


def not_a_function(evidence: Evidence) -> Finding | None:
    """A value was handed in where the function itself was wanted."""
    if not evidence.sheet.given:
        return None
    id, name = evidence.exercise.id, evidence.exercise.name
    return Finding(
        "not a function",
        f"the check wants the function `{name}` itself and got {evidence.sheet.given}: "
        f'write `check("{id}", {name})`, without brackets after `{name}`.',
    )


def too_slow(evidence: Evidence) -> Finding | None:
    """The time ran out: an endless loop, or a loop over every number."""
    if not evidence.sheet.slow:
        return None
    n, limit = len(evidence.sheet.answers), evidence.exercise.seconds
    return Finding(
        "too slow",
        f"`{evidence.exercise.name}` had answered {n} of {len(evidence.probes)} probes after "
        f"{limit:.3g} seconds. Look for a loop that never ends, or that visits every number "
        "where NumPy could work on whole arrays.",
    )


def prints_instead(evidence: Evidence) -> Finding | None:
    """The answer was printed, and None returned."""
    answers = evidence.sheet.answers
    if answers and all(a.value is None and not a.error for a in answers) and any(a.printed for a in answers):
        return Finding(
            "printed",
            f"`{evidence.exercise.name}` prints its result and returns None. "
            "Let it return the result: other functions need it.",
        )
    return None


def returns_nothing(evidence: Evidence) -> Finding | None:
    """There is code, but no return."""
    answers = evidence.sheet.answers
    if answers and all(a.value is None and not a.error for a in answers):
        return Finding(
            "returns None",
            f"`{evidence.exercise.name}` returns None: it is not finished, or a return is missing.",
        )
    return None


# --- it does not run through

_SCALAR_ONLY = (
    "truth value of an array",
    "only length-1 arrays",
    "only 0-dimensional arrays",
    "must be real number, not",
)


def only_scalars(evidence: Evidence) -> Finding | None:
    """Works on a number and fails on an array."""
    for i in evidence.wrong:
        got = evidence.sheet.answers[i]
        if got.error in ("ValueError", "TypeError") and any(sign in got.message for sign in _SCALAR_ONLY):
            return Finding(
                "only scalars",
                "It works for a single number and fails on an array. Use "
                "NumPy's functions (`np.exp`, `np.where`, `np.maximum`), which take "
                "whole arrays, in place of `math` and `if`.",
                i,
            )
    return None


def wrong_arguments(evidence: Evidence) -> Finding | None:
    """The function cannot be called the way the exercise says."""
    for i in evidence.wrong:
        got = evidence.sheet.answers[i]
        if got.error == "TypeError" and got.line is None and "argument" in got.message:
            names = ", ".join(name for name, _ in evidence.exercise.named_arguments(evidence.probes[i]))
            return Finding(
                "wrong arguments", f"It is called with `({names})` and does not take that: {got.message}.", i
            )
    return None


def raises(evidence: Evidence) -> Finding | None:
    """An exception came out."""
    for i in evidence.wrong:
        got, want = evidence.sheet.answers[i], evidence.expected.answers[i]
        if got.error and got.error != want.error:
            return Finding("raises", f"It stops with {a_or_an(got.error)}{_line(got)}.", i)
        if want.error and not got.error:
            return Finding("does not raise", f"It should refuse this input with {a_or_an(want.error)}.", i)
    return None


def _line(got) -> str:
    if got.line is None:
        return ""
    number, text = got.line
    return f" in line {number}: `{text}`" if text else f" in line {number}"


# --- the wrong kind of thing


def foreign(evidence: Evidence) -> Finding | None:
    """An object that holds no numbers."""
    for i, value in enumerate(evidence.values):
        for _, leaf in leaves(value):
            if isinstance(leaf, Foreign):
                return Finding(
                    "wrong type",
                    f"It returns {a_or_an(leaf.kind)}; "
                    f"{describe_shape(evidence.expected.answers[i].value)} is expected.",
                    i,
                )
    return None


def some_none(evidence: Evidence) -> Finding | None:
    """None on some probes only: a branch without a return."""
    for i in evidence.wrong:
        got = evidence.sheet.answers[i]
        if got.value is None and not got.error:
            return Finding("sometimes None", "For this input it returns None: one of its branches has no return.", i)
    return None


def a_list(evidence: Evidence) -> Finding | None:
    """A list of numbers where an array is expected: the next operation on it would go wrong."""
    if evidence.exercise.lists:
        return None
    for i, (_, got, want) in enumerate(evidence.pairs):
        if (
            isinstance(want.value, np.ndarray)
            and isinstance(got.value, (list, tuple))
            and is_list_of_numbers(got.value)
            and np.shape(evidence.values[i]) == want.value.shape
        ):
            kind = type(got.value).__name__
            return Finding(
                "list",
                f"It returns a {kind} of numbers. Return an array, `np.array(...)`: the network "
                "goes on calculating with it.",
                i,
            )
    return None


def complex_numbers(evidence: Evidence) -> Finding | None:
    """Complex numbers where real ones are expected."""
    for i, got, want in evidence.arrays():
        if got.dtype.kind == "c" and want.dtype.kind != "c":
            return Finding("complex", "It returns complex numbers; real ones are expected.", i)
    return None


def structure(evidence: Evidence) -> Finding | None:
    """One array for several, several for one, a dict with other keys."""
    for i in evidence.wrong:
        got, want = evidence.values[i], evidence.expected.answers[i].value
        if [path for path, _ in leaves(got)] != [path for path, _ in leaves(want)]:
            return Finding(
                "wrong structure", f"It returns {describe_shape(got)}; {describe_shape(want)} is expected.", i
            )
    return None


def order_of_results(evidence: Evidence) -> Finding | None:
    """All results are right but come in another order."""
    if not evidence.wrong:
        return None
    for i in evidence.wrong:
        got, want = evidence.values[i], evidence.expected.answers[i].value
        if not (isinstance(want, tuple) and isinstance(got, tuple) and len(got) == len(want) > 1):
            return None
        order = [next((k for k, g in enumerate(got) if _equal(evidence, g, w)), None) for w in want]
        if None in order or order == sorted(order):
            return None
    return Finding("order of results", "All the results are right, but they come in another order.")


def transposed(evidence: Evidence) -> Finding | None:
    """The transpose of the right answer."""
    faced = [(i, g, w) for i, g, w in evidence.arrays() if i in evidence.wrong and not _equal(evidence, g, w)]
    if faced and all(g.ndim == 2 and g.shape == w.shape[::-1] and _equal(evidence, g.T, w) for _, g, w in faced):
        return Finding(
            "transposed",
            "It is the transpose of what is expected: rows and columns are exchanged.",
            faced[0][0],
        )
    return None


def wrong_shape(evidence: Evidence) -> Finding | None:
    """Another shape than expected, said with what may have happened."""
    for i, got, want in evidence.arrays():
        if got.shape == want.shape:
            continue
        hint = f"It returns {describe_shape(got)}; {describe_shape(want)} is expected."
        if got.size == want.size and (got.squeeze().shape == want.squeeze().shape):
            hint += " Only axes of length 1 differ: look at `keepdims` and at indexing with `[0]` or `[:, None]`."
        elif got.size == want.size:
            hint += " The number of entries is right, their arrangement is not."
        elif got.ndim == 0 and want.ndim:
            hint += " Something sums or averages too much: look at the `axis` argument."
        elif got.ndim > want.ndim:
            hint += " An axis too many is left: is a sum over it missing, or has broadcasting made it?"
        return Finding("wrong shape", hint, i)
    return None


# --- the wrong numbers


def nan_or_overflow(evidence: Evidence) -> Finding | None:
    """NaN or infinity where a finite number is expected."""
    for i, got, want in evidence.arrays():
        if got.shape == want.shape and got.dtype.kind == "f" and np.any(~np.isfinite(got) & np.isfinite(want)):
            what = "NaN" if np.isnan(got[np.isfinite(want)]).any() else "infinity"
            said = evidence.sheet.answers[i].warnings
            why = f" NumPy warns: {said[0]}." if said else ""
            return Finding(
                "not finite",
                f"It returns {what} here, where the right answer is finite.{why} Which "
                "intermediate number is too large, or divides by zero?",
                i,
            )
    return None


def warned(evidence: Evidence) -> Finding | None:
    """A warning of arithmetic, in an exercise that asks for none."""
    if evidence.exercise.no_warnings:
        for i in evidence.wrong:
            got, want = evidence.sheet.answers[i], evidence.expected.answers[i]
            if got.warnings and not want.warnings:
                return Finding(
                    "warning",
                    f"NumPy warns here: {got.warnings[0]}. Rearrange the formula so that no "
                    "intermediate number leaves the range of floats.",
                    i,
                )
    return None


def sign_flipped(evidence: Evidence) -> Finding | None:
    """Minus the right answer."""
    if _all_wrong_are(evidence, lambda got, want: -got):
        return Finding("sign flipped", "The sizes are right and the sign is flipped.")
    return None


def constant_factor(evidence: Evidence) -> Finding | None:
    """The right answer times a number: the same everywhere, or a size such as the number of samples."""
    faced = _facing(evidence)
    ratios: list[float] = []
    for _, got, want in faced:
        biggest = np.unravel_index(np.argmax(np.abs(np.where(np.isfinite(want), want, 0))), want.shape)
        with np.errstate(all="ignore"):
            ratio = float(got[biggest] / want[biggest])
        if not np.isfinite(ratio) or ratio == 0 or not _equal(evidence, got / ratio, want):
            return None
        ratios.append(ratio)
    if not ratios:
        return None
    everywhere = np.allclose(ratios, ratios[0], rtol=1e-4)
    sizes = _size_factor(evidence, [i for i, _, _ in faced], ratios)
    if sizes and not (everywhere and max(ratios[0], 1 / ratios[0]) <= 2):
        return Finding("factor of a size", sizes, faced[0][0])
    if everywhere:
        return Finding("constant factor", f"It is {_factor(ratios[0])} the right answer, everywhere.", faced[0][0])
    return None


def _size_factor(evidence: Evidence, probes: list[int], ratios: list[float]) -> str:
    """Explain ratios that follow a size of the input from probe to probe; empty when none does."""
    sizes = [_sizes(evidence.probes[i]) for i in probes]
    for name in sizes[0]:
        lengths = np.array([s.get(name, 0) for s in sizes], dtype=float)
        if np.all(lengths > 0) and np.allclose(ratios, lengths, rtol=1e-4):
            return f"It is the right answer times {name}: perhaps a mean is asked for, and this is a sum."
        if np.all(lengths > 0) and np.allclose(ratios, 1 / lengths, rtol=1e-4):
            return f"It is the right answer divided by {name}: perhaps a sum is asked for, and this is a mean."
    return ""


def _sizes(probe: Probe) -> dict[str, int]:
    """What could be counted in the input, likeliest first."""
    arrays = [array for array in probe.arrays() if array.ndim]
    found = {"the number of samples": len(arrays[0])} if arrays else {}
    for k, array in enumerate(arrays):
        found |= {
            f"the length of axis {axis} of array {k + 1} among its arguments": n for axis, n in enumerate(array.shape)
        }
        found[f"the number of entries of array {k + 1} among its arguments"] = array.size
    return found


def _factor(ratio: float) -> str:
    """Say a factor the way people do."""
    for bottom in range(1, 13):
        top = round(abs(ratio) * bottom)
        if 1 <= top <= 12 and np.isclose(abs(ratio), top / bottom, rtol=1e-4):
            words = {(2, 1): "twice", (1, 2): "half"}
            size = words.get((top, bottom), f"{top} times" if bottom == 1 else f"{top}/{bottom} times")
            return f"minus {size}" if ratio < 0 else size
    return f"{ratio:.4g} times"


def constant_offset(evidence: Evidence) -> Finding | None:
    """The right answer plus a number."""
    offsets = [np.asarray(got - want, dtype=float) for _, got, want in _facing(evidence)]
    flat = np.concatenate([o.ravel() for o in offsets]) if offsets else np.array([])
    if flat.size > 1 and np.isfinite(flat).all() and np.allclose(flat, flat[0], rtol=1e-4, atol=1e-9) and flat[0]:
        return Finding(
            "constant offset",
            f"It is the right answer {'plus' if flat[0] > 0 else 'minus'} {abs(flat[0]):.4g}, everywhere.",
            _facing(evidence)[0][0],
        )
    return None


def precision(evidence: Evidence) -> Finding | None:
    """Right up to a coarse dtype: cut to integers, or computed in half precision."""
    faced = _facing(evidence)
    if not faced:
        return None
    i = faced[0][0]
    if all(g.dtype.kind in "iub" and np.all(np.abs(g - w) < 1) for _, g, w in faced):
        return Finding(
            "integers",
            "The decimals are lost: the result is an array of integers. Was it made with "
            "`np.zeros_like` of an integer array, or with `dtype=int`?",
            i,
        )
    if all(g.dtype == np.float16 and np.allclose(g, w, rtol=1e-2, atol=1e-3) for _, g, w in faced):
        return Finding("half precision", "It is right to three digits only: float16 is too coarse.", i)
    if all(g.shape == w.shape and np.allclose(g, w, rtol=5e-3, atol=1e-3 * np.abs(w).max()) for _, g, w in faced):
        rtol = evidence.exercise.rtol
        return Finding(
            "nearly",
            f"It is close, but not within the tolerance (relative {rtol:g}): was something "
            "rounded or approximated on the way?",
            i,
        )
    return None


def one_answer_to_all(evidence: Evidence) -> Finding | None:
    """Answers that are all the same whatever is asked."""
    arrays = [(i, got, want) for i, got, want in evidence.arrays() if got.size]
    values = {float(v) for _, got, _ in arrays for v in np.unique(got)[:2].real if np.isfinite(v)}
    wanted = {float(v) for _, _, want in arrays for v in np.unique(want)[:2].real if np.isfinite(v)}
    if len(arrays) > 1 and len(values) == 1 and len(wanted) > 1:
        return Finding("constant answer", "It gives the same number whatever it is asked.")
    return None


# --- the right numbers in the wrong way


def unrepeatable(evidence: Evidence) -> Finding | None:
    """Another answer when asked the same again."""
    for i, (_, got, want) in enumerate(evidence.pairs):
        if not got.repeatable and want.repeatable:
            outside = f" It reads {_names(evidence.sheet.reads)} from outside." if evidence.sheet.reads else ""
            return Finding(
                "not repeatable",
                "Asked the same twice, it gives two answers: it draws random numbers or "
                f"keeps something from the call before.{outside}",
                i,
            )
    return None


def mutates(evidence: Evidence) -> Finding | None:
    """An argument was changed."""
    if evidence.exercise.in_place:
        return None
    for i, (probe, got, _) in enumerate(evidence.pairs):
        if got.mutated:
            names = [name for name, _ in evidence.exercise.named_arguments(probe)]
            k = got.mutated[0]
            name = names[k] if isinstance(k, int) else k
            return Finding(
                "changes its argument",
                f"It changes its argument `{name}`: the caller's array is different "
                "afterwards. Work on a new array: `a = a + b` makes one, `a += b` "
                "does not.",
                i,
            )
    return None


def _reads(evidence: Evidence) -> tuple[str, ...]:
    names = evidence.sheet.reads
    return (
        (f"It reads {_names(names)} from the notebook; a function should take all it needs as arguments.",)
        if names
        else ()
    )


def _warned(evidence: Evidence) -> tuple[str, ...]:
    said = {w for _, got, want in evidence.pairs for w in got.warnings if not want.warnings}
    return (f"The numbers are right, but NumPy warns on the way: {sorted(said)[0]}.",) if said else ()


def _names(names: tuple[str, ...]) -> str:
    quoted = [f"`{name}`" for name in names]
    return ", ".join(quoted[:-1]) + (" and " if len(quoted) > 1 else "") + quoted[-1]


def _delegates(evidence: Evidence) -> tuple[str, ...]:
    reference = qualified_name(evidence.exercise.reference)
    if not reference.startswith("labkit.nn") or reference not in evidence.sheet.calls:
        return ()
    name = evidence.exercise.reference.__name__
    return (f"It hands the work to labkit's own `{name}`. Fine for a try; a grader will see it.",)


# --- helpers


def _equal(evidence: Evidence, got, want) -> bool:
    if not (isinstance(got, (np.ndarray, np.generic)) and isinstance(want, np.ndarray)):
        return False
    return got.shape == want.shape and bool(np.all(close(got, want, evidence.exercise.rtol, evidence.exercise.atol)))


def _facing(evidence: Evidence) -> list[tuple[int, np.ndarray, np.ndarray]]:
    """Arrays of equal shape that differ; empty when some differ in shape or some probe raised."""
    if any(evidence.sheet.answers[i].error for i in evidence.wrong):
        return []
    faced = [(i, g, w) for i, g, w in evidence.arrays() if i in evidence.wrong and not _equal(evidence, g, w)]
    return faced if all(g.shape == w.shape and w.size and g.dtype.kind in "biuf" for _, g, w in faced) else []


def _all_wrong_are(evidence: Evidence, change: Callable) -> bool:
    faced = _facing(evidence)
    return bool(faced) and all(g.dtype.kind != "b" and _equal(evidence, change(g, w), w) for _, g, w in faced)


NO_ANSWER = (not_attempted, not_a_function, too_slow, prints_instead, returns_nothing)
DIAGNOSERS = (
    only_scalars,
    wrong_arguments,
    raises,
    foreign,
    some_none,
    a_list,
    complex_numbers,
    order_of_results,
    structure,
    transposed,
    wrong_shape,
    nan_or_overflow,
    warned,
    unrepeatable,
    sign_flipped,
    constant_factor,
    constant_offset,
    precision,
    mutates,
    one_answer_to_all,
)
