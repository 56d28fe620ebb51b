"""It does not run through: scalars only, other arguments, an exception."""

from labkit.exercises.answer import Answer
from labkit.exercises.description import a_or_an
from labkit.exercises.diagnosers.finding import Finding
from labkit.exercises.evidence import Evidence

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


def _line(got: Answer) -> str:
    if got.line is None:
        return ""
    number, text = got.line
    return f" in line {number}: `{text}`" if text else f" in line {number}"
