"""The wrong numbers: not finite, flipped, rounded, or always the same."""

import numpy as np

from labkit.exercises.diagnosers.finding import Finding
from labkit.exercises.evidence import Evidence


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
    faced = evidence.faced()
    if faced and all(got.dtype.kind != "b" and evidence.equal(-got, want) for _, got, want in faced):
        return Finding("sign flipped", "The sizes are right and the sign is flipped.")
    return None


def precision(evidence: Evidence) -> Finding | None:
    """Right up to a coarse dtype: cut to integers, or computed in half precision."""
    faced = evidence.faced()
    if not faced:
        return None
    i = faced[0][0]
    if all(g.dtype.kind in "iub" and np.all(np.abs(np.subtract(g, w, dtype=float)) < 1) for _, g, w in faced):
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
