"""The wrong kind of thing: another type, or another structure."""

from labkit.exercises.comparison import leaves
from labkit.exercises.description import a_or_an, describe_shape
from labkit.exercises.diagnosers.finding import Finding
from labkit.exercises.evidence import Evidence
from labkit.exercises.plain_values import Foreign


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
        order = [next((k for k, g in enumerate(got) if evidence.equal(g, w)), None) for w in want]
        if None in order or order == sorted(order):
            return None
    return Finding("order of results", "All the results are right, but they come in another order.")
