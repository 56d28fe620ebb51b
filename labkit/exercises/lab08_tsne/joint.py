"""P: the affinities of the data."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab08_tsne.rows import conditionals
from labkit.exercises.misconception import Misconception
from labkit.tsne import joint_probabilities

SYMMETRY = (
    "p(i, j) and p(j, i) differ: you use one direction only. P speaks about pairs, and takes the mean of what i gives "
    "to j and what j gives to i."
)
TOTAL = "All of P must add up to 1. What do the n rows that came in add up to together, and both directions of them?"
MEAN = "Both directions are to be *averaged*: a point that nobody chooses still chooses somebody, and must keep that."

MATRICES = "`@` multiplies matrices: you get how alike two rows are. Here two directions of the same pair are averaged."


def _one(c: np.ndarray) -> np.ndarray:
    return c / c.sum()


def _in_place(c: np.ndarray) -> np.ndarray:
    """A loop that reads entries which it has overwritten."""
    p, n = c.copy(), len(c)
    for i in range(n):
        for j in range(n):
            p[i, j] = (p[i, j] + p[j, i]) / (2 * n)
    return p


JOINT_PROBABILITIES = Exercise(
    id="08.joint_probabilities",
    name="joint_probabilities",
    title="Affinities of pairs",
    points=1,
    reference=joint_probabilities,
    probes=conditionals,
    misconceptions=[
        Misconception("not symmetrised", lambda c: c / len(c), SYMMETRY),
        Misconception("not symmetrised, transposed", lambda c: c.T / len(c), SYMMETRY),
        Misconception("as it came", lambda c: np.add(c, 0.0), SYMMETRY + " And " + TOTAL),
        Misconception("not divided", lambda c: c + c.T, TOTAL),
        Misconception("divided by 2 only", lambda c: (c + c.T) / 2, TOTAL),
        Misconception("divided by n only", lambda c: (c + c.T) / len(c), TOTAL),
        Misconception("divided by n squared", lambda c: (c + c.T) / (2 * len(c) ** 2), TOTAL),
        Misconception(
            "divided by the number of pairs",
            lambda c: (c + c.T) / (len(c) * (len(c) - 1)),
            ("You divide by the number of pairs, as if for a mean. " + TOTAL),
        ),
        Misconception("divided by n - 1", lambda c: (c + c.T) / (2 * (len(c) - 1)), TOTAL),
        Misconception(
            "multiplied by n",
            lambda c: (c + c.T) / 2 * len(c),
            (
                "Python reads `/ 2 * n` from left to right: it divides by 2 and multiplies by n. Which brackets are missing?"
            ),
        ),
        Misconception(
            "brackets",
            lambda c: c + c.T / (2 * len(c)),
            ("The division reaches only the second of the two terms. Which brackets are missing?"),
        ),
        Misconception(
            "brackets, multiplied by n",
            lambda c: c + c.T / 2 * len(c),
            (
                "Without brackets the division reaches only the second term, and the n multiplies. Which brackets are missing?"
            ),
        ),
        Misconception(
            "rows add up to 1",
            lambda c: (c + c.T) / (c + c.T).sum(axis=1, keepdims=True),
            ("You make the rows add up to 1 again, and P is no longer symmetric. All of P together adds up to 1."),
        ),
        Misconception("product", lambda c: c * c.T, MEAN),
        Misconception("product, normalised", lambda c: c * c.T / (c * c.T).sum(), MEAN),
        Misconception("geometric mean", lambda c: np.sqrt(c * c.T) / len(c), MEAN),
        Misconception("maximum", lambda c: np.maximum(c, c.T) / len(c), MEAN),
        Misconception("minimum", lambda c: np.minimum(c, c.T) / len(c), MEAN),
        Misconception(
            "matrix product",
            lambda c: c @ c.T / len(c),
            MATRICES,
        ),
        Misconception(
            "difference",
            lambda c: (c - c.T) / (2 * len(c)),
            ("You subtract the two directions: some probabilities are negative."),
        ),
        Misconception(
            "one triangle",
            lambda c: np.triu(c + c.T) / (2 * len(c)),
            ("Only the upper triangle is filled. Each pair stands in P twice, at (i, j) and at (j, i)."),
        ),
        Misconception(
            "lower triangle",
            lambda c: np.tril(c + c.T) / (2 * len(c)),
            ("Only the lower triangle is filled. Each pair stands in P twice, at (i, j) and at (j, i)."),
        ),
        Misconception("product, divided", lambda c: c * c.T / (2 * len(c)), MEAN),
        Misconception(
            "summed",
            lambda c: ((c + c.T) / (2 * len(c))).sum(axis=1),
            ("One number for each point. P has one for each pair."),
        ),
        Misconception("geometric mean, normalised", lambda c: _one(np.sqrt(c * c.T)), MEAN),
        Misconception("maximum, normalised", lambda c: _one(np.maximum(c, c.T)), MEAN),
        Misconception("minimum, normalised", lambda c: _one(np.minimum(c, c.T)), MEAN),
        Misconception("matrix product, normalised", lambda c: _one(c @ c.T), MATRICES),
        Misconception("matrix product, divided", lambda c: c @ c.T / (2 * len(c)), MATRICES),
        Misconception(
            "largest is 1",
            lambda c: (c + c.T) / (c + c.T).max(),
            "You divide by the largest entry. " + TOTAL,
        ),
        Misconception(
            "upside down",
            lambda c: (c + c[::-1]) / (2 * len(c)),
            "`[::-1]` puts the rows upside down. The other direction of a pair, from j to i, stands at (j, i).",
        ),
        Misconception(
            "mirrored",
            lambda c: _one(np.triu(c) + np.triu(c).T),
            "You mirror the upper triangle: symmetric, and the shares of the lower one are lost. " + SYMMETRY,
        ),
        Misconception(
            "lower triangle mirrored",
            lambda c: _one(np.tril(c) + np.tril(c).T),
            "You mirror the lower triangle: symmetric, and the shares of the upper one are lost. " + SYMMETRY,
        ),
        Misconception(
            "diagonal not 0",
            lambda c: (c + c.T) / (2 * len(c)) + np.eye(len(c)) / len(c),
            "The pairs are right, but your diagonal is not 0: no point is paired with itself.",
        ),
        Misconception(
            "pushed up",
            lambda c: np.maximum((c + c.T) / (2 * len(c)), 1e-3),
            "You push small affinities up, also those of the diagonal. P then adds up to more than 1.",
        ),
        Misconception(
            "overwritten on the way",
            _in_place,
            "When your loop comes to (j, i) it reads (i, j), which it has overwritten before. Write into a new array.",
        ),
    ],
)
