"""What is taken for the sign that a unit is dead."""

import numpy as np

from labkit.exercises.misconception import Misconception

SIGNS_OF_DEATH = [
    Misconception(
        "any for all",
        lambda slope: np.any(slope == 0, axis=0),
        "You call a unit dead as soon as *one* image turns it off. That is its normal work; dead is a unit that "
        "*no* image turns on.",
    ),
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
        "always the same",
        lambda slope: np.std(slope, axis=0) == 0,
        "A slope that never changes need not be 0: a unit that is on for every image has slope 1 throughout.",
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
        "compared with the number of units",
        lambda slope: np.sum(slope == 0, axis=0) == slope.shape[1],
        "You count the images that turn a unit off, and compare with the number of *units*.",
    ),
]
