"""Ways to misjudge whether a loss is flat, with the updates judged rightly."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.lab09_understanding_weights.update_slips import is_flat
from labkit.exercises.misconception import Misconception

_ENDS = (
    "You compare the ends of the stretch only. A loss that dips, or jumps up and down, may end where it began. The "
    "text "
    "speaks of the largest and the smallest value."
)


def _if_tiny(flat_loss: Callable) -> Callable:
    """The right judgement of the updates, another of the loss."""
    return lambda loss, ratios, flat, tiny: flat_loss(loss, flat) & np.all(ratios < tiny)


LOSS_SLIPS = [
    Misconception(
        "moving loss",
        lambda loss, ratios, flat, tiny: ~is_flat(loss, flat) & np.all(ratios < tiny),
        "Your judgement of the loss is turned round: you ask for one that moves.",
    ),
    Misconception(
        "moving loss, nan left aside",
        _if_tiny(lambda x, flat: x.max() - x.min() > flat * x.max()),
        "Your judgement of the loss is turned round: you ask for one that moves.",
    ),
    Misconception("first and last", _if_tiny(lambda x, flat: abs(x[0] - x[-1]) < flat * x[0]), _ENDS),
    Misconception(
        "first and last, by the larger",
        _if_tiny(lambda x, flat: abs(x[0] - x[-1]) < flat * max(x[0], x[-1])),
        _ENDS,
        same_as=("first and last",),
    ),
    Misconception(
        "has not fallen",
        _if_tiny(lambda x, flat: x[0] - x[-1] < flat * x[0]),
        _ENDS + " And a loss that has *risen* counts as flat for you.",
    ),
    Misconception("still near its best", _if_tiny(lambda x, flat: x[-1] - x.min() < flat * x.max()), _ENDS),
    Misconception(
        "step by step",
        _if_tiny(lambda x, flat: np.all(np.abs(np.diff(x)) < flat * x[:-1])),
        "You compare each loss with the one before. Many small steps make a long way: a loss that falls by half a "
        "per cent each time is not flat.",
    ),
    Misconception(
        "last step",
        _if_tiny(lambda x, flat: abs(x[-1] - x[-2]) < flat * x[-2] if len(x) > 1 else np.True_),
        "You look at the last two losses only. The whole stretch counts.",
    ),
    Misconception(
        "spread",
        _if_tiny(lambda x, flat: x.std() < flat * x.mean()),
        "You use the standard deviation. One low value among many equal ones hardly shows in it; the text asks "
        "for the largest and the smallest.",
    ),
    Misconception(
        "not relative",
        _if_tiny(lambda x, flat: x.max() - x.min() < flat),
        "Your limit is an absolute one. A loss of 300 may wobble by 1 and be flat; a loss of 0.002 that falls by "
        "a third is not. The share of the largest value counts.",
    ),
    Misconception(
        "share of the smallest",
        _if_tiny(lambda x, flat: x.max() - x.min() < flat * x.min()),
        "You take the share of the *smallest* loss. The text takes that of the largest; close to the limit it makes "
        "a difference.",
    ),
    Misconception(
        "share of the mean",
        _if_tiny(lambda x, flat: x.max() - x.min() < flat * x.mean()),
        "You take the share of the *mean* loss. The text takes that of the largest; close to the limit it makes a "
        "difference.",
    ),
    Misconception(
        "share of the first",
        _if_tiny(lambda x, flat: x.max() - x.min() < flat * x[0]),
        "You take the share of the *first* loss. The text takes that of the largest; close to the limit it makes a "
        "difference.",
    ),
    Misconception(
        "step by step, not relative",
        _if_tiny(lambda x, flat: np.all(np.abs(np.diff(x)) < flat)),
        "You look at single steps, and by an absolute limit. Many small steps make a long way; and what is small "
        "for a loss of 300 is large for one of 0.002.",
    ),
    Misconception(
        "variance",
        _if_tiny(lambda x, flat: np.var(x) < flat),
        "You compare the variance of the loss with the limit: a squared number, and not a share. The text asks for "
        "the largest and the smallest value.",
    ),
    Misconception(
        "equal losses only",
        _if_tiny(lambda x, flat: x.max() == x.min()),
        "You ask for losses that are exactly equal. What is the threshold for?",
    ),
    Misconception(
        "low loss",
        _if_tiny(lambda x, flat: x[-1] < flat),
        "You ask whether the loss is *low*. Flat means that it does not change, at whatever height.",
    ),
    Misconception(
        "nan left out",
        _if_tiny(lambda x, flat: np.nanmax(x) - np.nanmin(x) < flat * np.nanmax(x)),
        "nan is passed over in your answer: `np.nanmax` does so, and so may Python's own `max` and `min`, since "
        "every comparison with nan is False. A loss that has become nan is the opposite of asleep.",
    ),
    Misconception(
        "nan is flat",
        _if_tiny(lambda x, flat: ~(x.max() - x.min() >= flat * x.max())),
        "You call a loss flat that has become nan. (With nan every comparison is False, so *not larger* is True.)",
    ),
]
