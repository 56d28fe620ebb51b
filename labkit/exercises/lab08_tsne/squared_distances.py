"""Squared distances between all points."""

from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.tsne import squared_distances

EUCLIDEAN = (
    "Those are the distances themselves. t-SNE wants their squares, and so does the formula of this section: which "
    "step is one too many?"
)
NORMS = (
    "Entry (i, j) needs the norm of point i *and* that of point j: one of them runs down the rows, the other along the "
    "columns. Which of the two shapes, (n, 1) or (n,), does what?"
)

ROOTS = "`np.linalg.norm` takes a root. The formula has the squared norms, the plain sums of squares."
ONE_NORM = (
    "Your norm is one number, the sum of all squares of all points. Each point has a norm of its own: over which axis "
    "must the squares be added up?"
)


def _clouds(rng: np.random.Generator) -> list[Probe]:
    twins = rng.normal(size=(30, 3)).repeat(2, axis=0)
    twins[1::2] += 1e-9 * rng.normal(size=(30, 3))
    return [
        Probe(rng.integers(-4, 5, (3, 2)) + np.array([[0.5, 0], [0, 1.5], [2.25, 3]]), label="three points of a plane"),
        Probe(rng.normal(size=(6, 3)), label="six points with three features"),
        Probe(rng.normal(size=(4, 7)) + 2, label="more features than points, away from the origin"),
        Probe(rng.uniform(0, 1, (5, 5)), label="as many points as features"),
        Probe(
            twins + 5,
            label="every point nearly twice, away from the origin: rounding must not make a distance negative",
        ),
        Probe(rng.normal(size=(1, 4)), label="a single point"),
    ]


def _right(got: np.ndarray, expected: np.ndarray, x: np.ndarray) -> Any:
    """Not negative, which a comparison with a tolerance would overlook; a root of -1e-10 is not a number."""
    return np.isclose(got, expected, rtol=1e-6, atol=1e-6) & (got >= 0)


def _expanded(row: Any = None, column: Any = None, cross: float = -2.0) -> Any:
    """The expanded square with other norms and another factor of the product."""

    def distances(x: np.ndarray) -> np.ndarray:
        s = np.square(x).sum(axis=1)
        return (s[:, None] if row is None else row(s)) + (s if column is None else column(s)) + cross * (x @ x.T)

    return distances


def _roots(x: np.ndarray) -> np.ndarray:
    return np.sqrt(squared_distances(x))


def _unsquared(x: np.ndarray) -> np.ndarray:
    return _expanded(lambda s: np.sqrt(s)[:, None], np.sqrt)(x)


def _one_norm(x: np.ndarray) -> np.ndarray:
    return _expanded(lambda s: s.sum(), lambda s: s.sum())(x)


SQUARED_DISTANCES = Exercise(
    id="08.squared_distances",
    name="squared_distances",
    title="All distances at once",
    points=2,
    reference=squared_distances,
    probes=_clouds,
    rtol=1e-6,
    atol=1e-6,
    accept=_right,
    misconceptions=[
        Misconception("Euclidean for squared", _roots, EUCLIDEAN),
        Misconception(
            "negative by rounding",
            _expanded(),
            "The right formula, but where two points are equal it takes the difference of large numbers, and "
            "rounding leaves something a little *below* zero. A squared distance cannot be negative: what would you "
            "do with such entries?",
        ),
        Misconception(
            "sign of the cross term",
            _expanded(cross=2.0),
            "(a - b)² is a² + b² minus something. Put two equal points into your formula: their distance is not 0.",
        ),
        Misconception(
            "cross term once",
            _expanded(cross=-1.0),
            "Multiply out (a - b)(a - b) term by term: how often does the mixed product come?",
        ),
        Misconception(
            "no cross term",
            _expanded(cross=0.0),
            "You add the two norms only. That is right for points at right angles, as in Pythagoras; which term of "
            "(a - b)² is missing?",
        ),
        Misconception("norm of the row point only", _expanded(column=lambda s: 0.0), NORMS),
        Misconception("norm of the column point only", _expanded(row=lambda s: 0.0), NORMS),
        Misconception("norm of the row point twice", _expanded(column=lambda s: s[:, None]), NORMS),
        Misconception("norm of the column point twice", _expanded(row=lambda s: s), NORMS),
        Misconception(
            "norm of the row point twice, clipped",
            lambda x: np.maximum(_expanded(column=lambda s: s[:, None])(x), 0),
            NORMS,
        ),
        Misconception(
            "norm of the column point twice, clipped", lambda x: np.maximum(_expanded(row=lambda s: s)(x), 0), NORMS
        ),
        Misconception("norms not squared", _unsquared, ROOTS),
        Misconception("norms not squared, clipped", lambda x: np.maximum(_unsquared(x), 0), ROOTS),
        Misconception(
            "inner products",
            lambda x: x @ x.T,
            "Inner products are large for points that lie in the same direction. A distance is 0 for equal points. "
            "Which two terms turn the one into the other?",
        ),
        Misconception(
            "sum of absolute differences",
            lambda x: np.abs(x[:, None] - x).sum(axis=-1),
            "You add up |a - b|, the way a taxi drives. Here the differences are squared before they are added.",
        ),
        Misconception(
            "mean for sum",
            lambda x: squared_distances(x) / x.shape[1],
            "You average over the features; a squared distance is a sum over them.",
        ),
        Misconception(
            "features summed before squaring",
            lambda x: np.square((x[:, None] - x).sum(axis=-1)),
            "You add the differences of all features and square the sum, so that they can cancel. Square first.",
        ),
        Misconception(
            "columns for rows",
            lambda x: squared_distances(x.T),
            "Those are the distances between *features*. A point is a row of x: over which axis must the sum run?",
        ),
        Misconception(
            "summed over the points",
            lambda x: np.square(x[:, None] - x).sum(axis=0),
            "The differences are right, and you add them up over the points. Which axis holds the features?",
        ),
        Misconception(
            "not summed",
            lambda x: np.square(x[:, None] - x),
            "The squared differences of each feature stand side by side: the sum over them is missing.",
        ),
        Misconception(
            "first feature only",
            lambda x: np.square(x[:, None, 0] - x[:, 0]),
            "You compare one feature only. Every feature adds its squared difference.",
        ),
        Misconception(
            "largest feature only",
            lambda x: np.abs(x[:, None] - x).max(axis=-1),
            "You take the largest difference of any feature. Here all of them count, squared.",
        ),
        Misconception(
            "largest feature only, squared",
            lambda x: np.square(np.abs(x[:, None] - x).max(axis=-1)),
            "You take the largest difference of any feature. Here all of them are added.",
        ),
        Misconception(
            "one triangle",
            lambda x: np.triu(squared_distances(x)),
            "Only the upper triangle is filled. The distance from j to i is that from i to j.",
        ),
        Misconception(
            "distance from the mean",
            lambda x: np.square(x - x.mean(axis=0)).sum(axis=1),
            "One number for each point: its distance from the mean. Asked for is every point against every other.",
        ),
        Misconception(
            "neighbouring rows",
            lambda x: np.square(np.diff(x, axis=0)).sum(axis=1),
            "You compare each row with the next. Asked for is every point against every other: n times n numbers.",
        ),
        Misconception(
            "cosine",
            lambda x: 1 - x @ x.T / np.outer(np.linalg.norm(x, axis=1), np.linalg.norm(x, axis=1)),
            "That is the cosine distance, which forgets how long the points are. Here lengths count.",
        ),
        Misconception(
            "norms subtracted",
            lambda x: _expanded(column=lambda s: -s)(x),
            "One of the two norms is subtracted. In (a - b)² both squares are added, whatever the sign of b.",
        ),
        Misconception(
            "summed before squaring",
            lambda x: _expanded(lambda s: np.square(x.sum(axis=1))[:, None], lambda s: np.square(x.sum(axis=1)))(x),
            "Your norms square the sum of the features. A squared norm is the sum of their squares.",
        ),
        Misconception(
            "summed before squaring, clipped",
            lambda x: np.maximum(
                _expanded(lambda s: np.square(x.sum(axis=1))[:, None], lambda s: np.square(x.sum(axis=1)))(x), 0
            ),
            "Your norms square the sum of the features. A squared norm is the sum of their squares.",
        ),
        Misconception(
            "signs turned, clipped",
            lambda x: np.maximum(-_expanded()(x), 0),
            "Everything is (nearly) 0: all signs of the formula are turned, and the clipping has swallowed the result.",
        ),
        Misconception(
            "signs turned",
            lambda x: -_expanded()(x),
            "All signs of the formula are turned: a squared distance is positive.",
        ),
        Misconception(
            "divided by 2",
            lambda x: squared_distances(x) / 2,
            "Half of what is expected: which factor does not stand in the formula?",
        ),
        Misconception("one norm for all", _one_norm, ONE_NORM),
        Misconception(
            "not squared",
            lambda x: (x[:, None] - x).sum(axis=-1),
            "You add up the differences as they are, so that positive and negative ones cancel. A distance is made of "
            "their squares.",
        ),
    ],
)
