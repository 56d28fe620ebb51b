"""The neighbours' probabilities: another sum than that of the others in the row, or one that underflows."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.lab08_tsne.neighbour_shares import beyond, over_row, plain, soft, without_self
from labkit.exercises.misconception import Misconception
from labkit.tsne import conditional_probabilities

UNDERFLOW = (
    "Where all neighbours are far, every exponential underflows to 0, and the row is 0 / 0. A factor that is the same "
    "in the whole row cancels: which factor makes the largest exponential 1? (The 0 on the diagonal is not the distance "
    "of a neighbour.)"
)
SUMS = "A row is what one point gives away, so each *row* adds up to 1. Over which axis do you sum?"
ONE_FOR_ALL = (
    "You measure from the nearest of *all* pairs. In a row whose own neighbours are farther everything still underflows: "
    "each row needs its own nearest neighbour."
)
SHIFT = "Only a factor that is the same in the whole row cancels when you divide by the row's sum. "


def _self_in(squared: np.ndarray, beta: np.ndarray, late: bool = False) -> np.ndarray:
    p = soft(-np.asarray(beta)[:, None] * squared)
    if late:
        np.fill_diagonal(p, 0)
    return p


def _heights(squared: np.ndarray, beta: np.ndarray) -> np.ndarray:
    return np.exp(-np.asarray(beta)[:, None] * beyond(squared))


def _flat(squared: np.ndarray, beta: np.ndarray) -> np.ndarray:
    e = _heights(squared, beta)
    return e / e.sum(axis=1)


def _shares(exponent: Callable) -> Callable:
    """Rows of an exponent that is taken as it is, with nothing subtracted for safety."""

    def rows(squared: np.ndarray, beta: np.ndarray) -> np.ndarray:
        e = np.exp(exponent(without_self(squared), np.asarray(beta)[:, None]))
        return e / e.sum(axis=1, keepdims=True)

    return rows


def _exponents(squared: np.ndarray, beta: np.ndarray) -> np.ndarray:
    return -np.asarray(beta)[:, None] * without_self(squared)


def _reach(squared: np.ndarray, beta: np.ndarray) -> np.ndarray:
    """Beta times the squared distance of the farthest of each row."""
    return np.asarray(beta)[:, None] * squared.max(axis=1, keepdims=True)


SUM_MISTAKES = [
    Misconception("underflow", plain, UNDERFLOW),
    Misconception(
        "underflow, hidden",
        lambda squared, beta: np.nan_to_num(plain(squared, beta)),
        (
            "Rows of zeros where all neighbours are far: a 0 / 0 is hidden there. Each row must add up to 1. A factor "
            "that is the same in the whole row cancels: which factor makes the largest exponential 1?"
        ),
    ),
    Misconception(
        "diagonal left in",
        _self_in,
        "Every point is its own nearest neighbour, and takes the largest share of its row. How do you leave it out?",
    ),
    Misconception(
        "diagonal removed too late",
        lambda squared, beta: _self_in(squared, beta, late=True),
        "The diagonal is 0, but it still took part in the sum you divide by: your rows add up to less than 1.",
    ),
    Misconception(
        "columns add up to 1",
        lambda squared, beta: soft(-np.asarray(beta)[:, None] * without_self(squared), axis=0),
        SUMS,
    ),
    Misconception(
        "everything adds up to 1",
        lambda squared, beta: soft(-np.asarray(beta)[:, None] * without_self(squared), axis=None),
        SUMS,
    ),
    Misconception(
        "sums along the wrong axis",
        _flat,
        "The sums are right, but n numbers beside an (n, n) array are taken to belong to the *columns*: which "
        "option of `sum` keeps them where they were?",
    ),
    Misconception(
        "not normalised",
        lambda squared, beta: np.exp(-np.asarray(beta)[:, None] * without_self(squared)),
        "Those are the heights of the Gaussians. Probabilities of a row add up to 1.",
    ),
    Misconception(
        "symmetrised already",
        lambda squared, beta: (
            (conditional_probabilities(squared, beta) + conditional_probabilities(squared, beta).T) / 2
        ),
        "You have averaged both directions. That is a later step; here row i is the view of point i alone.",
    ),
    Misconception(
        "transposed",
        lambda squared, beta: conditional_probabilities(squared, beta).T,
        ("Rows and columns are exchanged: row i holds the shares that point i gives to the others."),
    ),
    Misconception(
        "diagonal 1",
        lambda squared, beta: conditional_probabilities(squared, beta) + np.eye(len(squared)),
        "The shares of the others are right, but there are ones on the diagonal: no point picks itself.",
    ),
    Misconception(
        "largest is 1",
        _heights,
        "The nearest neighbour has a 1, which is the safe way to begin. Probabilities of a row add up to 1: the "
        "division is missing.",
    ),
    Misconception(
        "divided by n",
        lambda squared, beta: conditional_probabilities(squared, beta) / len(squared),
        "Each row adds up to 1/n. The division by n belongs to a later step; a row is one point's choice and adds up to 1.",
    ),
    Misconception(
        "everything adds up to 1, shifted",
        lambda squared, beta: _heights(squared, beta) / _heights(squared, beta).sum(),
        SUMS,
    ),
    Misconception(
        "columns add up to 1, shifted",
        lambda squared, beta: _heights(squared, beta) / _heights(squared, beta).sum(axis=0),
        SUMS,
    ),
    Misconception(
        "one minimum for all",
        _shares(lambda d, beta: -beta * (d - d.min())),
        ONE_FOR_ALL,
        same_as=("nearest of all pairs",),
    ),
    Misconception(
        "minimum of the other row",
        _shares(lambda d, beta: -beta * (d - d.min(axis=1))),
        SHIFT + "You subtract n numbers of shape (n,) from an (n, n) array: do they go with the rows or the columns?",
    ),
    Misconception(
        "nearest of all pairs",
        lambda squared, beta: over_row(np.exp(_exponents(squared, beta) - _exponents(squared, beta).max())),
        ONE_FOR_ALL,
        same_as=("one minimum for all",),
    ),
    Misconception(
        "farthest subtracted",
        lambda squared, beta: over_row(np.exp(_exponents(squared, beta) + _reach(squared, beta))),
        "You measure from the *farthest* point of the row: then the exponentials of the near ones overflow. Measure from "
        "the nearest, so that the largest exponential is 1.",
    ),
    Misconception(
        "logarithms of the shares",
        lambda squared, beta: np.log(conditional_probabilities(squared, beta)),
        "Those are the logarithms of the probabilities: one exp is missing at the end.",
    ),
]
