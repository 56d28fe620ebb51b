"""The probabilities of every point's neighbours."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab08_tsne.rows import distances
from labkit.exercises.misconception import Misconception
from labkit.tsne import conditional_probabilities

UNDERFLOW = (
    "Where all neighbours are far, every exponential underflows to 0, and the row is 0 / 0. A factor that is the same "
    "in the whole row cancels: which factor makes the largest exponential 1? (The 0 on the diagonal is not the distance "
    "of a neighbour.)"
)
SUMS = "A row is what one point gives away, so each *row* adds up to 1. Over which axis do you sum?"

OWN_BETA = (
    "Row i belongs to point i and to *its* Gaussian. Your beta runs along the row, so that every neighbour uses its "
    "own. What shape must beta have to go with the rows?"
)
SHIFT = "Only a factor that is the same in the whole row cancels when you divide by the row's sum. "


def _soft(z: np.ndarray, axis: int | None = 1) -> np.ndarray:
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def _others(squared: np.ndarray) -> np.ndarray:
    others = np.array(squared, dtype=float)
    np.fill_diagonal(others, np.inf)
    return others


def _with(exponent: Callable) -> Callable:
    """Rows with another exponent, the point itself left out."""
    return lambda squared, beta: _soft(-exponent(_others(squared), np.asarray(beta)[:, None]))


def _plain(squared: np.ndarray, beta: np.ndarray) -> np.ndarray:
    e = np.exp(-np.asarray(beta)[:, None] * squared)
    np.fill_diagonal(e, 0)
    return e / e.sum(axis=1, keepdims=True)


def _self_in(squared: np.ndarray, beta: np.ndarray, late: bool = False) -> np.ndarray:
    p = _soft(-np.asarray(beta)[:, None] * squared)
    if late:
        np.fill_diagonal(p, 0)
    return p


def _beyond(squared: np.ndarray) -> np.ndarray:
    """How much farther each one is than the nearest of its row."""
    others = _others(squared)
    return others - others.min(axis=1, keepdims=True)


def _heights(squared: np.ndarray, beta: np.ndarray) -> np.ndarray:
    return np.exp(-np.asarray(beta)[:, None] * _beyond(squared))


def _flat(squared: np.ndarray, beta: np.ndarray) -> np.ndarray:
    e = _heights(squared, beta)
    return e / e.sum(axis=1)


def _shares(exponent: Callable) -> Callable:
    """Rows of an exponent that is taken as it is, with nothing subtracted for safety."""

    def rows(squared: np.ndarray, beta: np.ndarray) -> np.ndarray:
        e = np.exp(exponent(_others(squared), np.asarray(beta)[:, None]))
        return e / e.sum(axis=1, keepdims=True)

    return rows


def _farthest(squared: np.ndarray, beta: np.ndarray) -> np.ndarray:
    z = np.asarray(beta)[:, None] * np.where(np.isinf(_others(squared)), -np.inf, squared)
    return _soft(z)


CONDITIONAL_ROW = Exercise(
    id="08.conditional_row",
    name="conditional_probabilities",
    title="Who is whose neighbour",
    points=2,
    reference=conditional_probabilities,
    probes=distances,
    misconceptions=[
        Misconception("underflow", _plain, UNDERFLOW),
        Misconception(
            "underflow, hidden",
            lambda squared, beta: np.nan_to_num(_plain(squared, beta)),
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
            "the neighbour's beta",
            lambda squared, beta: _soft(-np.asarray(beta) * _others(squared)),
            OWN_BETA,
        ),
        Misconception(
            "beta divides",
            _with(lambda d, beta: d / beta),
            "A large beta is a *narrow* Gaussian, and must make far points less likely: it multiplies.",
        ),
        Misconception(
            "beta taken for the variance",
            _with(lambda d, beta: d / (2 * beta)),
            "You use beta as if it were sigma². It is 1 / (2 sigma²): what remains of the exponent then?",
        ),
        Misconception(
            "beta taken for sigma",
            _with(lambda d, beta: d / (2 * beta**2)),
            "You use beta as if it were sigma. It is 1 / (2 sigma²): what remains of the exponent then?",
        ),
        Misconception(
            "a half too many",
            _with(lambda d, beta: beta * d / 2),
            "The half of the Gaussian's exponent is already inside beta = 1 / (2 sigma²).",
        ),
        Misconception(
            "a two too many",
            _with(lambda d, beta: 2 * beta * d),
            "The exponent is twice too large: beta = 1 / (2 sigma²) already holds all factors.",
        ),
        Misconception(
            "distances not squared",
            _with(lambda d, beta: beta * np.sqrt(d)),
            "You take a root of what came in. A Gaussian falls with the squared distance, and that is what you were given.",
        ),
        Misconception(
            "squared twice",
            _with(lambda d, beta: beta * d**2),
            "The distances came in squared already.",
        ),
        Misconception("no beta", _with(lambda d, beta: d), "The same for every beta: where does the width enter?"),
        Misconception(
            "beta squared", _with(lambda d, beta: beta**2 * d), "beta stands in the exponent once, not squared."
        ),
        Misconception(
            "one beta for all",
            _with(lambda d, beta: d * beta.mean()),
            "Each point has a Gaussian of its own width: that is how t-SNE copes with crowded and empty regions.",
        ),
        Misconception(
            "the first beta for all",
            _with(lambda d, beta: d * beta[0]),
            "Each point has a Gaussian of its own width: that is how t-SNE copes with crowded and empty regions.",
        ),
        Misconception(
            "columns add up to 1",
            lambda squared, beta: _soft(-np.asarray(beta)[:, None] * _others(squared), axis=0),
            SUMS,
        ),
        Misconception(
            "everything adds up to 1",
            lambda squared, beta: _soft(-np.asarray(beta)[:, None] * _others(squared), axis=None),
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
            lambda squared, beta: np.exp(-np.asarray(beta)[:, None] * _others(squared)),
            "Those are the heights of the Gaussians. Probabilities of a row add up to 1.",
        ),
        Misconception(
            "Student kernel",
            lambda squared, beta: _plain(np.log1p(squared), np.ones(len(squared))),
            "1 / (1 + d²) is for the picture, where it comes later. In the data the neighbours are weighed by Gaussians.",
        ),
        Misconception(
            "sign",
            _farthest,
            "Your *farthest* points are the likeliest neighbours. Look at the sign of the exponent.",
        ),
        Misconception(
            "symmetrised already",
            lambda squared, beta: (
                (conditional_probabilities(squared, beta) + conditional_probabilities(squared, beta).T) / 2
            ),
            "You have averaged both directions. That is a later step; here row i is the view of point i alone.",
        ),
        Misconception(
            "logarithms",
            lambda squared, beta: -np.asarray(beta)[:, None] * squared,
            "Those are the exponents. Two steps are missing until they are probabilities.",
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
            "root of beta",
            _with(lambda d, beta: np.sqrt(beta) * d),
            "beta stands in the exponent as it is, without a root.",
        ),
        Misconception(
            "largest is 1",
            _heights,
            "The nearest neighbour has a 1, which is the safe way to begin. Probabilities of a row add up to 1: the "
            "division is missing.",
        ),
        Misconception(
            "equal shares",
            lambda squared, beta: (1 - np.eye(len(squared))) / (len(squared) - 1),
            "Every other point gets the same share, however far it is.",
        ),
        Misconception(
            "divided by n",
            lambda squared, beta: conditional_probabilities(squared, beta) / len(squared),
            "Each row adds up to 1/n. The division by n belongs to a later step; a row is one point's choice and adds up to 1.",
        ),
        Misconception(
            "the neighbour's beta, shifted", lambda squared, beta: _soft(-np.asarray(beta) * _beyond(squared)), OWN_BETA
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
            "squared twice, shifted",
            lambda squared, beta: _soft(-np.asarray(beta)[:, None] * _beyond(squared) ** 2),
            "The distances came in squared already.",
        ),
        Misconception(
            "distances not squared, shifted",
            lambda squared, beta: _soft(-np.asarray(beta)[:, None] * np.sqrt(_beyond(squared))),
            "You take a root of what came in. A Gaussian falls with the squared distance, and that is what you were given.",
        ),
        Misconception(
            "one minimum for all",
            _shares(lambda d, beta: -beta * (d - d.min())),
            "You subtract the smallest distance of *all* pairs. In a row whose own neighbours are farther everything "
            "still underflows: each row needs its own nearest neighbour.",
        ),
        Misconception(
            "minimum of the other row",
            _shares(lambda d, beta: -beta * (d - d.min(axis=1))),
            SHIFT
            + "You subtract n numbers of shape (n,) from an (n, n) array: do they go with the rows or the columns?",
        ),
    ],
)
