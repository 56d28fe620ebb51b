"""Which units of a layer are dead."""

from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
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
        Misconception(
            "any for all",
            lambda slope: np.any(slope == 0, axis=0),
            "You call a unit dead as soon as *one* image turns it off. That is its normal work; dead is a unit that "
            "*no* image turns on.",
        ),
        Misconception("wrong axis", lambda slope: np.all(slope == 0, axis=1), AXIS),
        Misconception("wrong axis, any", lambda slope: np.any(slope == 0, axis=1), AXIS),
        Misconception(
            "mean zero",
            lambda slope: np.mean(slope, axis=0) == 0,
            "A mean of 0 can come from slopes of both signs that cancel: such a unit learns from every image. Right for "
            "a ReLU, wrong for a curve that also falls.",
        ),
        Misconception(
            "mean nearly zero",
            lambda slope: np.isclose(np.mean(slope, axis=0), 0),
            "A mean near 0 can come from slopes of both signs that cancel, or from slopes that are small. Dead means: "
            "exactly 0, for each image.",
        ),
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
            "the living",
            lambda slope: np.any(slope != 0, axis=0),
            "You have found the units that are *alive*: exactly the others.",
        ),
        Misconception(
            "on for every image",
            lambda slope: np.all(slope != 0, axis=0),
            "You have marked the units that are on for every image. Dead are those that are on for none.",
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
            "first image only",
            lambda slope: slope[0] == 0,
            "You look at one image only. Off for one image is no death.",
        ),
        Misconception(
            "last image only",
            lambda slope: slope[-1] == 0,
            "You look at one image only: the last. Off for one image is no death.",
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
            "small counts as zero",
            lambda slope: np.all(slope < 0.01, axis=0),
            "You count small and negative slopes as 0. Small slopes learn slowly, but they learn.",
        ),
        Misconception(
            "nearly zero counts as zero",
            lambda slope: np.all(np.abs(slope) < 0.01, axis=0),
            "You count small slopes as 0. They learn slowly, but they learn: dead means exactly 0.",
            same_as=("close to zero counts as zero",),
        ),
        Misconception(
            "close to zero counts as zero",
            lambda slope: np.all(np.isclose(slope, 0), axis=0),
            "`np.isclose` counts tiny slopes as 0. They learn slowly, but they learn: dead means exactly 0.",
            same_as=("nearly zero counts as zero",),
        ),
        Misconception(
            "negative counts as dead",
            lambda slope: np.all(slope <= 0, axis=0),
            "A negative slope is not dead: where a curve falls, the error comes through with its sign turned. (It is "
            "the *weighted sum* of a ReLU that must not be positive.)",
        ),
        Misconception(
            "largest is zero",
            lambda slope: np.max(slope, axis=0) == 0,
            "You look at the largest slope only. That is enough for a ReLU; a curve that falls has negative slopes.",
            same_as=("negative counts as dead",),
        ),
        Misconception(
            "smallest is zero",
            lambda slope: np.min(slope, axis=0) == 0,
            "The smallest slope is 0 as soon as one image turns the unit off. That is a unit's normal work.",
        ),
        Misconception(
            "mostly off",
            lambda slope: np.mean(slope == 0, axis=0) > 0.5,
            "You call a unit dead that is off for more than half of the images. One image that turns it on is enough "
            "to learn from.",
        ),
        Misconception(
            "median zero",
            lambda slope: np.median(slope, axis=0) == 0,
            "A median of 0 says that about half of the images turn the unit off. One image that turns it on is enough "
            "to learn from.",
        ),
        Misconception(
            "compared with the number of units",
            lambda slope: np.sum(slope == 0, axis=0) == slope.shape[1],
            "You count the images that turn a unit off, and compare with the number of *units*.",
        ),
        Misconception(
            "a row too many",
            lambda slope: np.all(slope == 0, axis=0, keepdims=True),
            "The numbers are right, but they stand in a table with one row: look at `keepdims`.",
        ),
        Misconception(
            "always the same",
            lambda slope: np.std(slope, axis=0) == 0,
            "A slope that never changes need not be 0: a unit that is on for every image has slope 1 throughout.",
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
