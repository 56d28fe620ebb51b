"""Squared distances: norms and products put together wrongly."""

from typing import Any

import numpy as np

from labkit.exercises.misconception import Misconception

NORMS = (
    "Entry (i, j) needs the norm of point i *and* that of point j: one of them runs down the rows, the other along the "
    "columns. Which of the two shapes, (n, 1) or (n,), does what?"
)
ROOTS = "`np.linalg.norm` takes a root. The formula has the squared norms, the plain sums of squares."
ONE_NORM = (
    "Your norm is one number, the sum of all squares of all points. Each point has a norm of its own: over which axis "
    "must the squares be added up?"
)


def _expanded(row: Any = None, column: Any = None, cross: float = -2.0) -> Any:
    """The expanded square with other norms and another factor of the product."""

    def distances(x: np.ndarray) -> np.ndarray:
        s = np.square(x).sum(axis=1)
        return (s[:, None] if row is None else row(s)) + (s if column is None else column(s)) + cross * (x @ x.T)

    return distances


def _unsquared(x: np.ndarray) -> np.ndarray:
    return _expanded(lambda s: np.sqrt(s)[:, None], np.sqrt)(x)


def _one_norm(x: np.ndarray) -> np.ndarray:
    return _expanded(lambda s: s.sum(), lambda s: s.sum())(x)


def _row_only(x: np.ndarray) -> np.ndarray:
    return _expanded(column=lambda s: 0.0)(x)


FORMULA_MISTAKES = [
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
    Misconception("one norm for all", _one_norm, ONE_NORM),
    Misconception("norm of the row point only, clipped", lambda x: np.maximum(_row_only(x), 0), NORMS),
    Misconception("norm of the column point only, clipped", lambda x: np.maximum(_row_only(x).T, 0), NORMS),
]
