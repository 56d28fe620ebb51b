"""A detector of networks that are stuck as Report B says: flat loss, tiny updates."""

from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab09_understanding_weights.loss_slips import LOSS_SLIPS
from labkit.exercises.lab09_understanding_weights.rows import stretches
from labkit.exercises.lab09_understanding_weights.update_slips import UPDATE_SLIPS, if_flat, is_flat
from labkit.exercises.misconception import Misconception
from labkit.layer_statistics import is_stuck


def _ask(function: Any, *args: Any) -> Any:
    """The answer with yes and no as 1 and 0, since the general diagnosers subtract; all words are one."""
    answer = function(*args)
    if isinstance(answer, str):
        return "a word"
    return np.asarray(answer).astype(int) if isinstance(answer, bool | np.bool_ | np.ndarray) else answer


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
            "the others",
            lambda loss, ratios, flat, tiny: ~(is_flat(loss, flat) & np.all(ratios < tiny)),
            "You say True for the networks that are *not* stuck: exactly the others.",
        ),
        Misconception(
            "both turned round",
            lambda loss, ratios, flat, tiny: (loss.max() - loss.min() > flat * loss.max()) & np.all(ratios > tiny),
            "You say True where the loss moves *and* the updates are large: that is a network on its way.",
        ),
        *LOSS_SLIPS,
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
