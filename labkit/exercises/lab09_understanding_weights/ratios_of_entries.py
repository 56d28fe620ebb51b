"""Ratios of single entries, units or rows, in place of one ratio of the layer."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.misconception import Misconception
from labkit.layer_statistics import rms

_ENTRIES = (
    "You divide entry by entry. A weight that happens to be nearly 0 then has an enormous ratio and decides "
    "everything. "
    "Take the size of the whole layer first, then divide."
)
_AVERAGED = "You average the norms of units or rows. Leave `axis` out, and there is one norm for the layer."


def _over(size: Callable) -> Callable:
    """The ratio of another size than the norm."""
    return lambda weights, update: size(update) / size(weights)


RATIOS_OF_ENTRIES = [
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
]
