"""The wrong shape: transposed, or with another number of axes or entries."""

import numpy as np

from labkit.exercises.description import describe_shape
from labkit.exercises.diagnosers.finding import Finding
from labkit.exercises.evidence import Evidence


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
    """Another shape than expected, with what the numbers themselves say of the cause."""
    for i, got, want in evidence.arrays():
        if got.shape != want.shape:
            _, answer, right = evidence.pairs[i]
            mine = answer.value if isinstance(right.value, np.ndarray) else got
            hint = f"It returns {describe_shape(mine)}; {describe_shape(want)} is expected."
            return Finding("wrong shape", f"{hint} {_cause(evidence, got, want)}".strip(), i)
    return None


def _cause(evidence: Evidence, got: np.ndarray, want: np.ndarray) -> str:
    """What may have happened; a sum or a mean is spoken of only where the numbers show one."""
    if got.size == want.size:
        if got.squeeze().shape == want.squeeze().shape:
            return "Only axes of length 1 differ: look at `keepdims` and at indexing with `[0]` or `[:, None]`."
        return "The number of entries is right, their arrangement is not."
    for name, reduce in (("sum", np.sum), ("mean", np.mean)):
        if axis := _reduced(evidence, got, want, reduce):
            return f"It is the {name} of what is expected over {axis}: look at the `axis` argument."
        if axis := _reduced(evidence, want, got, reduce):
            return f"Its {name} over {axis} is what is expected."
    if end := _cut(evidence, got, want):
        return f"{end} missing; the rest is right."
    if end := _cut(evidence, want, got):
        return f"{end} too many; the rest is right."
    if got.ndim > want.ndim:
        return "That is an axis too many: has broadcasting made it?"
    if got.ndim < want.ndim:
        return "That is an axis too few: was only a part returned, or too much taken together?"
    return ""


def _reduced(evidence: Evidence, small: np.ndarray, large: np.ndarray, reduce) -> str:
    """Over which axes of the larger array a reduction gives the smaller one; empty when over none."""
    if small.ndim >= large.ndim or not large.size:
        return ""
    ways = {"everything": None} if small.ndim == 0 else {f"axis {axis}": axis for axis in range(large.ndim)}
    for words, axis in ways.items():
        with np.errstate(all="ignore"):
            if evidence.equal(np.asarray(reduce(large, axis=axis)), small):
                return words
    return ""


def _cut(evidence: Evidence, short: np.ndarray, long: np.ndarray) -> str:
    """Which end of the longer array is left out in the shorter one; empty when it is no end."""
    if short.ndim != long.ndim or sum(a != b for a, b in zip(short.shape, long.shape, strict=True)) != 1:
        return ""
    axis = next(k for k, (a, b) in enumerate(zip(short.shape, long.shape, strict=True)) if a != b)
    n, rows = long.shape[axis] - short.shape[axis], np.moveaxis(long, axis, 0)
    if n < 0 or not short.size:
        return ""
    for end, kept in (("first", rows[n:]), ("last", rows[:-n])):
        if evidence.equal(np.moveaxis(short, axis, 0), kept):
            return f"The {end} along axis {axis} is" if n == 1 else f"The {end} {n} along axis {axis} are"
    return ""
