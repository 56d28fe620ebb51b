"""The neighbours' probabilities: another exponent than minus beta times the squared distance."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.lab08_tsne.neighbour_shares import beyond, over_row, plain, soft, without_self
from labkit.exercises.misconception import Misconception

OWN_BETA = (
    "Row i belongs to point i and to *its* Gaussian. Your beta runs along the row, so that every neighbour uses its "
    "own. What shape must beta have to go with the rows?"
)


def _with(exponent: Callable) -> Callable:
    """Rows with another exponent, the point itself left out."""
    return lambda squared, beta: soft(-exponent(without_self(squared), np.asarray(beta)[:, None]))


def _farthest(squared: np.ndarray, beta: np.ndarray) -> np.ndarray:
    z = np.asarray(beta)[:, None] * np.where(np.isinf(without_self(squared)), -np.inf, squared)
    return soft(z)


EXPONENT_MISTAKES = [
    Misconception(
        "the neighbour's beta",
        lambda squared, beta: soft(-np.asarray(beta) * without_self(squared)),
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
    Misconception("beta squared", _with(lambda d, beta: beta**2 * d), "beta stands in the exponent once, not squared."),
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
        "Student kernel",
        lambda squared, beta: plain(np.log1p(squared), np.ones(len(squared))),
        "1 / (1 + d²) is for the picture, where it comes later. In the data the neighbours are weighed by Gaussians.",
    ),
    Misconception(
        "sign",
        _farthest,
        "Your *farthest* points are the likeliest neighbours. Look at the sign of the exponent.",
    ),
    Misconception(
        "logarithms",
        lambda squared, beta: -np.asarray(beta)[:, None] * squared,
        "Those are the exponents. Two steps are missing until they are probabilities.",
    ),
    Misconception(
        "root of beta",
        _with(lambda d, beta: np.sqrt(beta) * d),
        "beta stands in the exponent as it is, without a root.",
    ),
    Misconception(
        "equal shares",
        lambda squared, beta: (1 - np.eye(len(squared))) / (len(squared) - 1),
        "Every other point gets the same share, however far it is.",
    ),
    Misconception(
        "the neighbour's beta, shifted", lambda squared, beta: soft(-np.asarray(beta) * beyond(squared)), OWN_BETA
    ),
    Misconception(
        "squared twice, shifted",
        lambda squared, beta: soft(-np.asarray(beta)[:, None] * beyond(squared) ** 2),
        "The distances came in squared already.",
    ),
    Misconception(
        "distances not squared, shifted",
        lambda squared, beta: soft(-np.asarray(beta)[:, None] * np.sqrt(beyond(squared))),
        "You take a root of what came in. A Gaussian falls with the squared distance, and that is what you were given.",
    ),
    Misconception(
        "Student kernel, with beta",
        lambda squared, beta: over_row(1 / (1 + np.asarray(beta)[:, None] * without_self(squared))),
        "1 / (1 + d²) is for the picture, where it comes later. In the data the neighbours are weighed by Gaussians.",
    ),
    Misconception(
        "the nearest takes all",
        lambda squared, beta: (beyond(squared) == 0).astype(float),
        "Your nearest neighbour gets all. Farther ones get less, and not nothing: as much as the Gaussian says.",
    ),
    Misconception(
        "exponent cut off",
        lambda squared, beta: plain(np.minimum(np.asarray(beta)[:, None] * squared, 700), np.ones(len(squared))),
        "You cut the exponents off so that nothing underflows. Then all far neighbours look equally far, and get equal "
        "shares. Nothing is lost when the same number is *subtracted* from all exponents of a row: which one?",
    ),
]
