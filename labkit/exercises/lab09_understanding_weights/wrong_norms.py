"""Other measures than the norm, or two that are mixed."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.misconception import Misconception
from labkit.layer_statistics import rms

_SIGNED = (
    "Positive and negative entries cancel in your sum, so a layer whose weights all move a long way may seem to stand "
    "still. What does a norm do with the signs?"
)
_MIXED = "Two measures are mixed, one above and one below. Take the same for both."
_UNSQUARED = "Your root stands over a plain sum, in which signs cancel. What stands under the root of a norm?"
_LARGEST = "You compare the largest entries, so a single weight speaks for the layer. A norm counts them all."


def _over(size: Callable) -> Callable:
    """The ratio of another size than the norm."""
    return lambda weights, update: size(update) / size(weights)


WRONG_NORMS = [
    Misconception(
        "root forgotten",
        lambda weights, update: np.sum(update**2) / np.sum(weights**2),
        "That is the ratio of the *squared* norms: for a ratio of a thousandth it says a millionth.",
    ),
    Misconception(
        "root mean square over norm",
        lambda w, u: rms(u) / np.linalg.norm(w),
        "Two measures are mixed: a root mean square above, a norm below. Take the same for both; which of the two "
        "does not matter then (why?).",
    ),
    Misconception(
        "norm over root mean square",
        lambda w, u: np.linalg.norm(u) / rms(w),
        "Two measures are mixed: a norm above, a root mean square below. Take the same for both; which of the two "
        "does not matter then (why?).",
    ),
    Misconception(
        "mean sizes",
        _over(lambda a: np.mean(np.abs(a))),
        "You compare mean absolute values, or their sums. A norm adds up squares, so that large entries count for "
        "more, and takes one root at the end.",
    ),
    Misconception(
        "medians",
        _over(lambda a: np.median(np.abs(a))),
        "You compare medians. A norm adds up the squares of all entries.",
    ),
    Misconception("means", _over(np.mean), _SIGNED, same_as=("sums",)),
    Misconception("sums", _over(np.sum), _SIGNED, same_as=("means",)),
    Misconception("sums without sign", lambda w, u: abs(np.sum(u)) / abs(np.sum(w)), _SIGNED),
    Misconception(
        "spreads",
        _over(np.std),
        "A standard deviation leaves the mean out: an update that shifts all weights by the same amount has none. "
        "The norm counts it.",
    ),
    Misconception(
        "variances",
        _over(np.var),
        "A variance leaves the mean out, and it is a square: the norm counts the mean, and has a root.",
    ),
    Misconception("largest sizes", _over(lambda a: np.abs(a).max()), _LARGEST),
    Misconception("largest entries", _over(np.max), _LARGEST),
    Misconception(
        "spectral norm",
        _over(lambda a: np.linalg.norm(np.atleast_2d(a), 2)),
        "With a 2 as its second argument `np.linalg.norm` gives the largest stretching of a *matrix*, another "
        "norm. Without it, it takes all entries.",
    ),
    Misconception(
        "sum of sizes",
        _over(lambda a: np.linalg.norm(np.atleast_2d(a), 1)),
        "With a 1 as its second argument `np.linalg.norm` gives the largest column sum of a matrix, another norm.",
    ),
    Misconception("roots of the sums", _over(lambda a: np.sqrt(np.sum(a))), _UNSQUARED),
    Misconception("roots of the sums' sizes", _over(lambda a: np.sqrt(np.abs(np.sum(a)))), _UNSQUARED),
    Misconception(
        "mean square by rows over norm", lambda w, u: np.sqrt(np.sum(u**2) / len(u)) / np.linalg.norm(w), _MIXED
    ),
    Misconception(
        "norm over mean square by rows", lambda w, u: np.linalg.norm(u) / np.sqrt(np.sum(w**2) / len(w)), _MIXED
    ),
    Misconception(
        "root of the ratio",
        lambda w, u: np.sqrt(np.linalg.norm(u) / np.linalg.norm(w)),
        "One root too many: a norm has its root already.",
    ),
    Misconception("largest over norm", lambda w, u: np.abs(u).max() / np.linalg.norm(w), _MIXED),
    Misconception("root mean square over mean", lambda w, u: rms(u) / np.mean(np.abs(w)), _MIXED),
    Misconception("ranges", _over(np.ptp), "You compare ranges, from the smallest to the largest entry. " + _LARGEST),
    Misconception(
        "update squared over norm",
        lambda w, u: np.sum(u**2) / np.linalg.norm(w),
        "The root above is missing: a squared length is divided by a length.",
    ),
    Misconception(
        "norm over weights squared",
        lambda w, u: np.linalg.norm(u) / np.sum(w**2),
        "The root below is missing: a length is divided by a squared length.",
    ),
    Misconception(
        "sum over norm",
        lambda w, u: np.sum(np.abs(u)) / np.linalg.norm(w),
        "Above you add up sizes, below you take a norm. The same measure for both.",
    ),
]
