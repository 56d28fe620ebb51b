"""Which units of a layer are dead."""

from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import dead_units

AXIS = (
    "You have looked along the wrong axis. Rows are samples, columns are units: to judge a unit, go through all its "
    "samples, that is down its column."
)


def _ask(function: Any, slope: np.ndarray) -> Any:
    answer = function(slope)  # yes and no as 1 and 0: the general diagnosers subtract, which yes and no cannot do
    return answer.astype(int) if isinstance(answer, np.ndarray | np.bool_) and answer.dtype == bool else answer


def _on(rng: np.random.Generator, samples: int, units: int, share: float = 0.5) -> np.ndarray:
    """Slopes of ReLUs, each on for about this share of the samples, and for one sample at least."""
    slope = (rng.random((samples, units)) < share) * 1.0
    slope[rng.integers(samples, size=units), np.arange(units)] = 1.0
    return slope


def _kill(slope: np.ndarray, units: list[int]) -> np.ndarray:
    slope[:, units] = 0
    return slope


def _slopes(rng: np.random.Generator) -> list[Probe]:
    first, last = _on(rng, 6, 4), _on(rng, 5, 6)
    first[0], last[-1] = 0, 0  # everything is off for one image
    cancelling = rng.integers(1, 5, (4, 5)) / 4  # quarters, so that the sums are exact
    cancelling[2:] = -cancelling[:2]  # each column adds up to 0
    flat = rng.uniform(1e-12, 1e-10, (4, 4))
    falling = -rng.uniform(0.2, 1, (5, 3)) * (rng.random((5, 3)) < 0.6)
    falling[0] = -0.5
    steady = _on(rng, 4, 5, 1.0)
    return [
        Probe(_kill(_on(rng, 7, 5), [1, 3]), label="ReLUs, two of five units dead"),
        Probe(_kill(_on(rng, 3, 6, 0.3), [0]), label="more units than samples"),
        Probe(_kill(first, [2]), label="the first image turns every unit off"),
        Probe(_kill(last, [5, 0]), label="the last image turns every unit off"),
        Probe(_kill(_on(rng, 12, 4, 0.1), [3]), label="units that are rarely on"),
        Probe(_kill(steady, [4]), label="units that are always on"),
        Probe(_on(rng, 5, 4), label="all alive"),
        Probe(np.zeros((4, 3)), label="all dead"),
        Probe(_kill(_on(rng, 5, 5), [0, 1, 2, 4]), label="all dead but one"),
        Probe(_kill(np.where(_on(rng, 6, 5) > 0, 1.0, 0.01), [2]), label="leaky ReLUs, and one dead unit"),
        Probe(_kill(cancelling, [1]), label="slopes of both signs, which add up to 0"),
        Probe(_kill(falling, [1]), label="a curve that falls"),
        Probe(_kill(flat, [0]), label="slopes that are tiny, but not 0"),
        Probe(_kill(_on(rng, 6, 3), [1]).astype(np.float32), label="float32, as networks train"),
    ]


DEAD_UNITS = Exercise(
    id="07.dead_units",
    name="dead_units",
    title="Which units are dead?",
    points=2,
    reference=dead_units,
    probes=_slopes,
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
            "one answer for an array",
            lambda slope: not np.any(slope, axis=0),
            "`if` and `not` want one yes or no, but there are many units. For an array, entry by entry, `not` is "
            "written ~.",
        ),
    ],
)
