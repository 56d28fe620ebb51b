"""Yes and no: all mistakes to one side, or the two exchanged."""

import numpy as np

from labkit.exercises.diagnosers.finding import Finding
from labkit.exercises.evidence import Evidence

YES, NO = "yes (True, or 1)", "no (False, or 0)"


def yes_or_no(evidence: Evidence) -> Finding | None:
    """Yes and no, or 1 and 0: always the same, all mistakes to one side, or the two exchanged."""
    faced = evidence.faced()
    if not faced or not asks_yes_or_no(evidence) or not all(_is_yes_or_no(got) for _, got, _ in faced):
        return None
    said = np.concatenate([got.ravel() for _, got, _ in evidence.arrays()]).astype(bool)
    wrong = np.concatenate([got[got != want].ravel() for _, got, want in faced]).astype(bool)
    word, other = (YES, "no") if wrong.all() else (NO, "yes")
    if said.all() or not said.any():
        return Finding("constant answer", f"It says {word} whatever it is asked.")
    if wrong.all() or not wrong.any():
        hint = f"Every entry that differs says {word} where {other} is expected."
        return Finding(f"{word.split()[0]} too often", hint, faced[0][0])
    if len(wrong) == len(said):
        return Finding("yes and no exchanged", "It is the opposite of what is expected, everywhere.")
    return None


def _is_yes_or_no(array: np.ndarray) -> bool:
    return bool(np.isin(array, (0, 1)).all())


def asks_yes_or_no(evidence: Evidence) -> bool:
    """Whether nothing but yes and no (or 1 and 0) is expected on any probe, and both are."""
    expected = [want.ravel() for _, _, want in evidence.arrays() if want.size]
    return bool(expected) and np.unique(np.concatenate(expected)).astype(float).tolist() == [0, 1]
