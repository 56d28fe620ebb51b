"""The right norm, and something else done with it than the update's over the weights'."""

import numpy as np

from labkit.exercises.misconception import Misconception
from labkit.layer_statistics import rms

_NEARLY = (
    "You add a number to the norm below, and it is large enough to be seen. The norm of the weights stands there alone."
)
_LONGER = (
    "That says how much *longer* the weights have become. An update that turns them leaves their length as it was, and "
    "still moves them."
)
_ROUNDED = "You round the ratio, and of one such as 0.00003 nothing is left. Round where it is printed."


WRONG_RATIOS = [
    Misconception(
        "upside down",
        lambda weights, update: np.linalg.norm(weights) / np.linalg.norm(update),
        "Yours is large where the layer hardly moves. Which of the two is the part, and which the whole?",
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
        "ratio of the pixels",
        lambda w, u: np.linalg.norm(w - u) / np.linalg.norm(w),
        "You subtract the update from the weights. `update` is already the change; it needs no subtraction.",
        same_as=("update taken for new weights",),
    ),
    Misconception(
        "growth",
        lambda w, u: np.linalg.norm(w + u) / np.linalg.norm(w),
        _LONGER,
    ),
    Misconception(
        "growth less one",
        lambda w, u: np.linalg.norm(w + u) / np.linalg.norm(w) - 1,
        _LONGER,
    ),
    Misconception(
        "size of the growth less one",
        lambda w, u: abs(np.linalg.norm(w + u) / np.linalg.norm(w) - 1),
        _LONGER,
    ),
    Misconception(
        "difference",
        lambda w, u: np.linalg.norm(u) - np.linalg.norm(w),
        "You subtract the two norms. A ratio divides.",
    ),
    Misconception(
        "product",
        lambda w, u: np.linalg.norm(u) * np.linalg.norm(w),
        "You multiply the two norms. A ratio divides.",
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
    Misconception("safe division by a hundredth", lambda w, u: np.linalg.norm(u) / (np.linalg.norm(w) + 1e-2), _NEARLY),
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
        "signed",
        lambda w, u: np.linalg.norm(u) / np.linalg.norm(w) * (1 if u.sum() > 0 else -1),
        "A length has no sign. (Which way the weights move is another question.)",
    ),
    Misconception(
        "rounded to four digits",
        lambda w, u: np.round(np.linalg.norm(u) / np.linalg.norm(w), 4),
        _ROUNDED,
    ),
    Misconception(
        "rounded to six digits",
        lambda w, u: np.round(np.linalg.norm(u) / np.linalg.norm(w), 6),
        _ROUNDED,
    ),
]
