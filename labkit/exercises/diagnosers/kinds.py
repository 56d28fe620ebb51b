"""The wrong kind of thing: type, structure, shape."""

import numpy as np

from labkit.exercises.answer import Foreign, a_or_an
from labkit.exercises.comparison import describe_shape, is_list_of_numbers, leaves
from labkit.exercises.diagnosers.finding import Finding
from labkit.exercises.evidence import Evidence


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
        order = [next((k for k, g in enumerate(got) if evidence.equal(g, w)), None) for w in want]
        if None in order or order == sorted(order):
            return None
    return Finding("order of results", "All the results are right, but they come in another order.")


def transposed(evidence: Evidence) -> Finding | None:
    """The transpose of the right answer."""
    faced = [(i, g, w) for i, g, w in evidence.arrays() if i in evidence.wrong and not evidence.equal(g, w)]
    if faced and all(g.ndim == 2 and g.shape == w.shape[::-1] and evidence.equal(g.T, w) for _, g, w in faced):
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
