"""Ways to misjudge whether updates are tiny, with the loss judged rightly."""

from collections.abc import Callable
from typing import Any

import numpy as np

from labkit.exercises.misconception import Misconception


def is_flat(loss: np.ndarray, flat: float) -> Any:
    """The right judgement of a loss."""
    return loss.max() - loss.min() < flat * loss.max()


def if_flat(tiny_updates: Callable) -> Callable:
    """The right judgement of the loss, another of the updates."""
    return lambda loss, ratios, flat, tiny: is_flat(loss, flat) & tiny_updates(ratios, tiny)


_SOME = (
    "A single layer that still moves can bring a network on: the updates of *every* layer, in *every* row, must be "
    "tiny. "
)

_SUM = (
    "You compare a *sum* of ratios with the threshold; it grows with the number of terms. Each ratio is to be compared "
    "by itself."
)


UPDATE_SLIPS = [
    Misconception("any update", if_flat(lambda r, tiny: np.any(r < tiny)), _SOME + "You are content with one that is."),
    Misconception(
        "smallest update",
        if_flat(lambda r, tiny: r.min() < tiny),
        _SOME + "You look at the smallest.",
        same_as=("any update",),
    ),
    Misconception("mean update", if_flat(lambda r, tiny: r.mean() < tiny), _SOME + "A mean hides the one that is not."),
    Misconception(
        "mean of each layer",
        if_flat(lambda r, tiny: np.all(r.mean(axis=0) < tiny)),
        _SOME + "A mean over the rows hides a single large update.",
    ),
    Misconception(
        "mean of each row",
        if_flat(lambda r, tiny: np.all(r.mean(axis=1) < tiny)),
        _SOME + "A mean over the layers hides the one that moves.",
    ),
    Misconception(
        "median update",
        if_flat(lambda r, tiny: np.median(r) < tiny),
        _SOME + "You are content if most are: a median hides the others.",
    ),
    Misconception(
        "sum of the updates",
        if_flat(lambda r, tiny: r.sum() < tiny),
        _SUM,
    ),
    Misconception("sum over the layers", if_flat(lambda r, tiny: np.all(r.sum(axis=1) < tiny)), _SUM),
    Misconception("sum over the rows", if_flat(lambda r, tiny: np.all(r.sum(axis=0) < tiny)), _SUM),
    Misconception(
        "median of each layer",
        if_flat(lambda r, tiny: np.all(np.median(r, axis=0) < tiny)),
        _SOME + "A median over the rows hides a few large updates.",
    ),
    Misconception(
        "median of each row",
        if_flat(lambda r, tiny: np.all(np.median(r, axis=1) < tiny)),
        _SOME + "A median over the layers hides the one that moves.",
    ),
    Misconception(
        "one tiny layer",
        if_flat(lambda r, tiny: np.any(np.all(r < tiny, axis=0))),
        _SOME + "You are content with one layer that stands still.",
    ),
    Misconception(
        "one tiny row",
        if_flat(lambda r, tiny: np.any(np.all(r < tiny, axis=1))),
        _SOME + "You are content with one row in which nothing moves.",
    ),
    Misconception(
        "every row has a tiny one",
        if_flat(lambda r, tiny: np.all(np.any(r < tiny, axis=1))),
        _SOME + "You are content with one layer in each row.",
    ),
    Misconception(
        "norm of the updates",
        if_flat(lambda r, tiny: np.linalg.norm(r) < tiny),
        "You compare one norm of all ratios with the threshold; it grows with their number. Each ratio is to be "
        "compared by itself.",
    ),
    Misconception("last row", if_flat(lambda r, tiny: np.all(r[-1] < tiny)), _SOME + "You look at the last row only."),
    Misconception("first row", if_flat(lambda r, tiny: np.all(r[0] < tiny)), _SOME + "You look at the first row only."),
    Misconception(
        "first layer", if_flat(lambda r, tiny: np.all(r[:, 0] < tiny)), _SOME + "You look at the first layer only."
    ),
    Misconception(
        "last layer", if_flat(lambda r, tiny: np.all(r[:, -1] < tiny)), _SOME + "You look at the last layer only."
    ),
    Misconception(
        "large updates",
        if_flat(lambda r, tiny: np.all(r > tiny)),
        "Your sign is turned round: you ask for updates that are *larger* than the threshold.",
    ),
    Misconception(
        "zero updates",
        if_flat(lambda r, tiny: np.all(r == 0)),
        "You ask for updates of exactly 0. Saturated units still move a little; what is the threshold for?",
    ),
    Misconception(
        "differences between layers",
        if_flat(lambda r, tiny: np.all(r.max(axis=1) - r.min(axis=1) < tiny)),
        "You compare the layers with one another. All of them may move a long way, equally far.",
    ),
]
