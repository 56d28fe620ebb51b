"""A detector of networks that are stuck as Report B says: flat loss, tiny updates."""

from collections.abc import Callable
from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab09_understanding_weights.rows import stretches
from labkit.exercises.lab09_understanding_weights.update_slips import UPDATE_SLIPS, if_flat, is_flat
from labkit.exercises.misconception import Misconception
from labkit.layer_statistics import is_stuck


def _if_tiny(flat_loss: Callable) -> Callable:
    """The right judgement of the updates, another of the loss."""
    return lambda loss, ratios, flat, tiny: flat_loss(loss, flat) & np.all(ratios < tiny)


def _ask(function: Any, *args: Any) -> Any:
    answer = function(*args)  # yes and no as 1 and 0: the general diagnosers subtract, which yes and no cannot do
    return np.asarray(answer).astype(int) if isinstance(answer, bool | np.bool_ | np.ndarray) else answer


_ENDS = (
    "You compare the ends of the stretch only. A loss that dips, or jumps up and down, may end where it began. The "
    "text "
    "speaks of the largest and the smallest value."
)
_ONE_ANSWER = "The whole stretch wants one answer, yes or no: "

IS_STUCK = Exercise(
    id="09.is_stuck",
    name="is_stuck",
    title="A stuck detector",
    points=2,
    reference=is_stuck,
    probes=stretches,
    call=_ask,
    misconceptions=[
        Misconception(
            "or for and",
            lambda loss, ratios, flat, tiny: is_flat(loss, flat) | np.all(ratios < tiny),
            "One sign is enough for you. Report B names two, and both are wanted at once.",
        ),
        Misconception(
            "loss alone",
            lambda loss, ratios, flat, tiny: is_flat(loss, flat),
            "You look at the loss only. Where do the updates come in?",
        ),
        Misconception(
            "updates alone",
            lambda loss, ratios, flat, tiny: np.all(ratios < tiny),
            "You look at the updates only. Where does the loss come in?",
        ),
        *UPDATE_SLIPS,
        Misconception(
            "moving loss",
            lambda loss, ratios, flat, tiny: ~is_flat(loss, flat) & np.all(ratios < tiny),
            "Your judgement of the loss is turned round: you ask for one that moves.",
        ),
        Misconception(
            "the others",
            lambda loss, ratios, flat, tiny: ~(is_flat(loss, flat) & np.all(ratios < tiny)),
            "You say True for the networks that are *not* stuck: exactly the others.",
        ),
        Misconception(
            "both turned round",
            lambda loss, ratios, flat, tiny: (loss.max() - loss.min() > flat * loss.max()) & np.all(ratios > tiny),
            "You say True where the loss moves *and* the updates are large: that is a network on its way.",
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
            "With nan every comparison is False, so *not larger* is True: you call a loss flat that has become nan.",
        ),
        Misconception(
            "thresholds exchanged",
            lambda loss, ratios, flat, tiny: is_flat(loss, tiny) & np.all(ratios < flat),
            "The two thresholds are exchanged.",
        ),
        Misconception(
            "thresholds of one's own",
            lambda loss, ratios, flat, tiny: is_flat(loss, 0.01) & np.all(ratios < 1e-4),
            "You have written the thresholds into the function. They are arguments: take `flat` and `tiny` as given.",
        ),
        Misconception(
            "one answer for an array",
            lambda loss, ratios, flat, tiny: bool(is_flat(loss, flat) and (ratios < tiny)),
            "`if`, `and` and `not` want one yes or no, but `ratios < tiny` holds one for every layer and row. What "
            "must be true of all of them?",
        ),
        Misconception(
            "an answer for each layer",
            if_flat(lambda r, tiny: np.all(r < tiny, axis=0)),
            _ONE_ANSWER + "you give one for each layer.",
        ),
        Misconception(
            "an answer for each row",
            if_flat(lambda r, tiny: np.all(r < tiny, axis=1)),
            _ONE_ANSWER + "you give one for each row.",
        ),
        Misconception(
            "a table",
            lambda loss, ratios, flat, tiny: ratios < tiny,
            _ONE_ANSWER + "you give one for each layer and row, and leave the loss out.",
        ),
        Misconception(
            "both answers",
            lambda loss, ratios, flat, tiny: (is_flat(loss, flat), np.all(ratios < tiny)),
            _ONE_ANSWER + "you give two. Stuck is a network that shows both signs.",
        ),
        Misconception(
            "a word",
            lambda loss, ratios, flat, tiny: "stuck" if is_stuck(loss, ratios, flat, tiny) else "learning",
            "True or False is wanted, not a word.",
        ),
        Misconception("always", lambda loss, ratios, flat, tiny: True, "You call everything stuck."),
        Misconception("never", lambda loss, ratios, flat, tiny: False, "You call nothing stuck."),
    ],
)
