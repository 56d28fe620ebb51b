"""Which units of a layer are dead."""

from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab07_relu.signs_of_death import SIGNS_OF_DEATH
from labkit.exercises.lab07_relu.slopes import slopes
from labkit.exercises.misconception import Misconception
from labkit.nn.functional import dead_units

AXIS = (
    "You have looked along the wrong axis. Rows are samples, columns are units: to judge a unit, go through all its "
    "samples, that is down its column."
)


def _ask(function: Any, slope: np.ndarray) -> Any:
    answer = function(slope)  # yes and no as 1 and 0: the general diagnosers subtract, which yes and no cannot do
    return answer.astype(int) if isinstance(answer, np.ndarray | np.bool_) and answer.dtype == bool else answer


DEAD_UNITS = Exercise(
    id="07.dead_units",
    name="dead_units",
    title="Which units are dead?",
    points=2,
    reference=dead_units,
    probes=slopes,
    call=_ask,
    misconceptions=[
        *SIGNS_OF_DEATH,
        Misconception("wrong axis", lambda slope: np.all(slope == 0, axis=1), AXIS),
        Misconception("wrong axis, any", lambda slope: np.any(slope == 0, axis=1), AXIS),
        Misconception(
            "one answer for the layer",
            lambda slope: np.asarray(np.all(slope == 0)),
            "One yes or no for the whole layer. Give each unit an answer of its own.",
        ),
        Misconception(
            "one answer for the layer, alive",
            lambda slope: np.asarray(np.all(slope)),
            "One yes or no for the whole layer. Give each unit an answer of its own.",
        ),
        Misconception(
            "how many units",
            lambda slope: np.sum(np.all(slope == 0, axis=0)),
            "You have counted the dead units. Say of each unit whether it is one.",
        ),
        Misconception(
            "share of units",
            lambda slope: np.mean(np.all(slope == 0, axis=0)),
            "That is the share of dead units. Say of each unit whether it is one.",
        ),
        Misconception(
            "how many samples",
            lambda slope: np.sum(slope == 0, axis=0),
            "You have counted, for each unit, the images that turn it off. How many must that be for a dead unit?",
        ),
        Misconception(
            "share of samples",
            lambda slope: np.mean(slope == 0, axis=0),
            "You have, for each unit, the share of images that turn it off. How large must it be for a dead unit?",
        ),
        Misconception(
            "one unit only",
            lambda slope: slope[:, 0] == 0,
            "You look at one unit, for all images. It is the units that want an answer each.",
        ),
        Misconception(
            "a table",
            lambda slope: slope == 0,
            "A table with a yes or no for each image *and* unit. What must be true of a unit's column?",
        ),
        Misconception(
            "a row too many",
            lambda slope: np.all(slope == 0, axis=0, keepdims=True),
            "The numbers are right, but they stand in a table with one row: look at `keepdims`.",
        ),
        Misconception(
            "numbers of the dead",
            lambda slope: np.flatnonzero(np.all(slope == 0, axis=0)),
            "A list of the dead units' numbers. Give every unit an answer, True or False.",
        ),
        Misconception(
            "one answer for the layer, any",
            lambda slope: not slope.all(),
            "One yes or no for the whole layer. Give each unit an answer of its own.",
        ),
        Misconception(
            "places of the zeros",
            lambda slope: np.argwhere(slope == 0),
            "You list the places of the zeros, a sample and a unit each. Give every unit one answer, True or False.",
        ),
        Misconception(
            "the mean itself",
            lambda slope: slope.mean(axis=0),
            "You return each unit's mean slope, a number. The question is one of yes or no.",
        ),
        Misconception(
            "the dead only",
            lambda slope: np.array([True for column in slope.T if not column.any()]),
            "Your answer has an entry for the dead units only, so nobody knows which they are. Give every unit an "
            "answer, the living False.",
        ),
        Misconception(
            "one answer for an array",
            lambda slope: not np.any(slope, axis=0),
            "`if` and `not` want one yes or no, but there are many units. For an array, entry by entry, `not` is "
            "written ~.",
        ),
    ],
)
