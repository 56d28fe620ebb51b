"""How far one update moves a layer, in shares of the layer's own size."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab09_understanding_weights.rows import moves
from labkit.exercises.misconception import Misconception
from labkit.layer_statistics import rms, update_ratio


def _over(size: Callable) -> Callable:
    """The ratio of another size than the norm."""
    return lambda weights, update: size(update) / size(weights)


_SIGNED = (
    "Positive and negative entries cancel in your sum, so a layer whose weights all move a long way may seem to stand "
    "still. What does a norm do with the signs?"
)
_ENTRIES = (
    "You divide entry by entry. A weight that happens to be nearly 0 then has an enormous ratio and decides "
    "everything. "
    "Take the size of the whole layer first, then divide."
)
_NEARLY = (
    "You add a number to the norm below, and it is large enough to be seen. The norm of the weights stands there alone."
)
_AVERAGED = "You average the norms of units or rows. Leave `axis` out, and there is one norm for the layer."
_MIXED = "Two measures are mixed, one above and one below. Take the same for both."
_UNSQUARED = "Your root stands over a plain sum, in which signs cancel. What stands under the root of a norm?"
_LARGEST = "You compare the largest entries, so a single weight speaks for the layer. A norm counts them all."

UPDATE_RATIO = Exercise(
    id="09.update_ratio",
    name="update_ratio",
    title="How far a layer moves",
    points=2,
    reference=update_ratio,
    probes=moves,
    atol=1e-15,
    misconceptions=[
        Misconception(
            "upside down",
            lambda weights, update: np.linalg.norm(weights) / np.linalg.norm(update),
            "Yours is large where the layer hardly moves. Which of the two is the part, and which the whole?",
        ),
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
        Misconception("a table", lambda w, u: u / w, "A number for each weight. " + _ENTRIES),
        Misconception("a table of sizes", lambda w, u: np.abs(u / w), "A number for each weight. " + _ENTRIES),
        Misconception("mean of the entries' ratios", lambda w, u: np.mean(np.abs(u / w)), _ENTRIES),
        Misconception("mean of the entries' signed ratios", lambda w, u: np.mean(u / w), _ENTRIES),
        Misconception("largest of the entries' ratios", lambda w, u: np.max(np.abs(u / w)), _ENTRIES),
        Misconception("root mean square of the entries' ratios", lambda w, u: rms(u / w), _ENTRIES),
        Misconception("norm of the entries' ratios", lambda w, u: np.linalg.norm(u / w), _ENTRIES),
        Misconception("median of the entries' ratios", lambda w, u: np.median(np.abs(u / w)), _ENTRIES),
        Misconception(
            "unit by unit",
            lambda w, u: np.linalg.norm(u, axis=0) / np.linalg.norm(w, axis=0),
            "One ratio for each unit. The whole layer gets one number: leave `axis` out.",
        ),
        Misconception(
            "mean over the units",
            lambda w, u: np.mean(np.linalg.norm(u, axis=0) / np.linalg.norm(w, axis=0)),
            "You take a ratio for each unit, and average. A unit with small weights then counts as much as one with "
            "large ones: take all the layer's weights together.",
        ),
        Misconception(
            "mean over the rows",
            lambda w, u: np.mean(np.linalg.norm(u, axis=-1) / np.linalg.norm(w, axis=-1)),
            "You take a ratio for each row, and average. Take all the layer's weights together.",
        ),
        Misconception(
            "update alone",
            lambda w, u: np.linalg.norm(u),
            "That is the length of the update. Whether it is long or short depends on what it is added to.",
        ),
        Misconception(
            "update's root mean square alone",
            lambda w, u: rms(u),
            "That is the size of the update. Whether it is large or small depends on what it is added to.",
        ),
        Misconception(
            "mean norm of the units",
            _over(lambda a: np.mean(np.linalg.norm(np.atleast_2d(a), axis=0))),
            _AVERAGED,
        ),
        Misconception("mean norm of the rows", _over(lambda a: np.mean(np.linalg.norm(a, axis=1))), _AVERAGED),
        Misconception(
            "largest of the units' ratios",
            lambda w, u: np.max(np.linalg.norm(u, axis=0) / np.linalg.norm(w, axis=0)),
            "You take a ratio for each unit, and keep the largest. Take all the layer's weights together.",
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
        Misconception(
            "ranges", _over(np.ptp), "You compare ranges, from the smallest to the largest entry. " + _LARGEST
        ),
        Misconception(
            "signed",
            lambda w, u: np.linalg.norm(u) / np.linalg.norm(w) * (1 if u.sum() > 0 else -1),
            "A length has no sign. (Which way the weights move is another question.)",
        ),
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
        Misconception(
            "after the update",
            lambda w, u: np.linalg.norm(u) / np.linalg.norm(w + u),
            "You divide by the norm of the *new* weights. `weights` are those before the update, and the ratio "
            "belongs to them.",
        ),
        Misconception(
            "before the weights",
            lambda w, u: np.linalg.norm(u) / np.linalg.norm(w - u),
            "You take the update off the weights before you measure them. `weights` are already those before it.",
        ),
        Misconception(
            "update taken for new weights",
            lambda w, u: np.linalg.norm(u - w) / np.linalg.norm(w),
            "You subtract the weights from the update. `update` is already the change; it needs no subtraction.",
        ),
        Misconception(
            "growth",
            lambda w, u: np.linalg.norm(w + u) / np.linalg.norm(w),
            "That says how much *longer* the weights have become. An update that turns them leaves their length as it "
            "was, and still moves them.",
        ),
        Misconception(
            "growth less one",
            lambda w, u: np.linalg.norm(w + u) / np.linalg.norm(w) - 1,
            "That says how much *longer* the weights have become. An update that turns them leaves their length as it "
            "was, and still moves them.",
        ),
        Misconception(
            "difference",
            lambda w, u: np.linalg.norm(u) - np.linalg.norm(w),
            "You subtract the two norms. A ratio divides.",
        ),
        Misconception(
            "divided by the number too",
            lambda w, u: np.linalg.norm(u) / np.linalg.norm(w) / w.size,
            "You divide by the number of weights as well. It is in both norms already, and cancels.",
        ),
        Misconception(
            "per cent",
            lambda w, u: 100 * np.linalg.norm(u) / np.linalg.norm(w),
            "That is in per cent. Leave it a plain ratio.",
        ),
        Misconception(
            "logarithm",
            lambda w, u: np.log10(np.linalg.norm(u) / np.linalg.norm(w) + 1e-12),
            "That is the logarithm of the ratio. The picture will have a logarithmic axis; leave the number as it is.",
        ),
        Misconception(
            "logarithm of zero too",
            lambda w, u: np.log10(np.linalg.norm(u) / np.linalg.norm(w)),
            "That is the logarithm of the ratio. The picture will have a logarithmic axis; leave the number as it is.",
        ),
        Misconception(
            "safe division by a hundredth", lambda w, u: np.linalg.norm(u) / (np.linalg.norm(w) + 1e-2), _NEARLY
        ),
        Misconception(
            "safe division by a thousandth", lambda w, u: np.linalg.norm(u) / (np.linalg.norm(w) + 1e-3), _NEARLY
        ),
        Misconception(
            "safe division",
            lambda w, u: np.linalg.norm(u) / (np.linalg.norm(w) + 1),
            "The number that you add below is as large as the weights themselves, and spoils the ratio.",
        ),
        Misconception(
            "direction",
            lambda w, u: np.sum(w * u) / (np.linalg.norm(w) * np.linalg.norm(u)),
            "That is the cosine of the angle between the two. It says where the update points, not how long it is.",
        ),
        Misconception(
            "both norms",
            lambda w, u: (np.linalg.norm(u), np.linalg.norm(w)),
            "Both norms are there. Now the one over the other.",
        ),
        Misconception(
            "ratio of the pixels",
            lambda w, u: np.linalg.norm(w - u) / np.linalg.norm(w),
            "You subtract the update from the weights. `update` is already the change; it needs no subtraction.",
            same_as=("update taken for new weights",),
        ),
    ],
)
