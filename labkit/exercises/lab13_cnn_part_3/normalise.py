"""One mean and one standard deviation, of the training images, for both halves."""

import numpy as np

from labkit.data import normalise_whole
from labkit.exercises.exercise import Exercise
from labkit.exercises.lab13_cnn_part_3.wrong_spreads import VARIANCE, WRONG_SPREADS
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe


def halves(rng: np.random.Generator) -> list[Probe]:
    """Images as rows or as grids; the test half brighter, and of another size."""
    dead = rng.uniform(0.5, 3, (8, 6)) * (np.arange(6) > 1)  # two pixels that are 0 in every image
    return [
        Probe(rng.uniform(0, 1, (7, 5)), rng.uniform(0.3, 2, (4, 5)), label="brighter test images"),
        Probe(rng.normal(3, 2, (5, 1, 4, 3)), rng.normal(1, 4, (6, 1, 4, 3)), label="images with rows and columns"),
        Probe(dead, rng.uniform(0, 1, (3, 6)), label="two pixels that are 0 in every training image"),
    ]


def _with(mean, spread):
    """Both halves, with the mean and spread that ``mean(own, x_train, x_test)`` and ``spread`` find."""

    def answer(x_train, x_test):
        return tuple((x - mean(x, x_train, x_test)) / spread(x, x_train, x_test) for x in (x_train, x_test))

    return answer


def _train(x, x_train, x_test):
    return x_train


def _own(x, x_train, x_test):
    return x


def _all(x, x_train, x_test):
    return np.concatenate([x_train, x_test])


def _stat(images, statistic, **options):
    return lambda *halves: statistic(images(*halves), **options)


def _range(x_train, x_test):
    low, high = x_train.min(), x_train.max()
    return (x_train - low) / (high - low), (x_test - low) / (high - low)


_PIXEL = (
    "You take a mean and a spread for each pixel. There is one number for all pixels here: a pixel that is 0 in every "
    "image would be divided by 0, and one that is hardly ever on would be blown up."
)
_IMAGE = "Every image gets a mean of its own. One mean and one spread, over all pixels of all training images, will do."
_TEST = (
    "The test images are treated with numbers of their own. They stand for images that nobody has seen yet, perhaps "
    "one at a time. Whose mean and spread does the network know?"
)
_rows = {"axis": 1, "keepdims": True}

NORMALISE = Exercise(
    id="13.normalise",
    name="normalise",
    title="One mean, one spread",
    points=2,
    reference=normalise_whole,
    probes=halves,
    rtol=1e-5,
    misconceptions=[
        Misconception("test images with their own", _with(_stat(_own, np.mean), _stat(_own, np.std)), _TEST),
        Misconception("test images with their own spread", _with(_stat(_train, np.mean), _stat(_own, np.std)), _TEST),
        Misconception("test images with their own mean", _with(_stat(_own, np.mean), _stat(_train, np.std)), _TEST),
        Misconception(
            "test images with their own, variance", _with(_stat(_own, np.mean), _stat(_own, np.var)), _TEST + VARIANCE
        ),
        Misconception(
            "both halves together",
            _with(_stat(_all, np.mean), _stat(_all, np.std)),
            "You have counted the test images in. Nothing about them may reach the training: not even their mean.",
        ),
        Misconception(
            "test statistics",
            _with(lambda x, a, b: b.mean(), lambda x, a, b: b.std()),
            "Mean and spread come from the test images. Which half does the network learn from?",
        ),
        Misconception(
            "test images as they are",
            lambda a, b: ((a - a.mean()) / a.std(), b),
            "The test images are left as they were. A network trained on one scale is then asked on another. (Did you "
            "write the new training images over the old ones? Their mean is 0 and their spread 1 by then.)",
        ),
        Misconception(
            "mean only",
            lambda a, b: (a - a.mean(), b - a.mean()),
            "The mean is 0 now, but the spread is what it was.",
        ),
        Misconception(
            "spread only", lambda a, b: (a / a.std(), b / a.std()), "The spread is 1 now, but what is the mean?"
        ),
        Misconception(
            "mean added",
            lambda a, b: ((a + a.mean()) / a.std(), (b + a.mean()) / a.std()),
            "You add the mean: now it is twice as far from 0.",
        ),
        Misconception(
            "bracket forgotten",
            lambda a, b: (a - a.mean() / a.std(), b - a.mean() / a.std()),
            "Division comes before subtraction: only the mean is divided here.",
        ),
        Misconception("each pixel", _with(_stat(_train, np.mean, axis=0), _stat(_train, np.std, axis=0)), _PIXEL),
        Misconception(
            "each pixel, zeros patched",
            _with(_stat(_train, np.mean, axis=0), lambda x, a, b: np.where(a.std(axis=0) > 0, a.std(axis=0), 1)),
            _PIXEL,
        ),
        Misconception(
            "each pixel, a little added",
            _with(_stat(_train, np.mean, axis=0), lambda x, a, b: a.std(axis=0) + 1e-8),
            _PIXEL,
        ),
        Misconception(
            "each pixel's mean",
            _with(_stat(_train, np.mean, axis=0), _stat(_train, np.std)),
            "You subtract a mean for each pixel. The text asks for one number: the mean over all pixels.",
        ),
        Misconception("each image", _with(_stat(_own, np.mean, **_rows), _stat(_own, np.std, **_rows)), _IMAGE),
        Misconception(
            "each image, all axes",
            _with(
                lambda x, a, b: x.reshape(len(x), -1).mean(axis=1).reshape(-1, *[1] * (x.ndim - 1)),
                lambda x, a, b: x.reshape(len(x), -1).std(axis=1).reshape(-1, *[1] * (x.ndim - 1)),
            ),
            _IMAGE,
        ),
        Misconception(
            "stretched to 0 and 1",
            _range,
            "You stretch the pixels to the range from 0 to 1. Asked for are mean 0 and standard deviation 1.",
        ),
        Misconception(
            "divided by the largest",
            lambda a, b: (a / a.max(), b / a.max()),
            "You divide by the largest pixel. Asked for are mean 0 and standard deviation 1.",
        ),
        Misconception(
            "divided by 255",
            lambda a, b: (a / 255, b / 255),
            "Division by 255 brings bytes to the range from 0 to 1. Asked for are mean 0 and standard deviation 1.",
        ),
        Misconception(
            "the median",
            lambda a, b: tuple((x - np.median(a)) / a.std() for x in (a, b)),
            "You subtract the median, not the mean.",
        ),
        Misconception(
            "training images only",
            lambda a, b: (a - a.mean()) / a.std(),
            "Return both: the training images and the test images, in this order.",
        ),
        Misconception(
            "the halves in the wrong order",
            lambda a, b: ((b - a.mean()) / a.std(), (a - a.mean()) / a.std()),
            "The numbers are right, but the halves come in the wrong order.",
        ),
        Misconception(
            "test images' mean left",
            lambda a, b: ((a - a.mean()) / a.std(), b / a.std()),
            "The test images keep their mean. (Did you write the training images without their mean over the old ones? "
            "Their mean is 0 by then.)",
        ),
        Misconception(
            "test images' spread left",
            lambda a, b: ((a - a.mean()) / a.std(), b - a.mean()),
            "The test images lose the mean, but they are not divided by the spread. (Did you write the new training "
            "images over the old ones? Their spread is 1 by then.)",
        ),
        Misconception(
            "mean after the division",
            lambda a, b: (a / a.std() - a.mean(), b / a.std() - a.mean()),
            "You divide first and then subtract the mean of the pixels as they were. Take the mean off first.",
        ),
        Misconception(
            "half and half",
            lambda a, b: ((a - 0.5) / 0.5, (b - 0.5) / 0.5),
            "Half for the mean and half for the spread would bring 0 and 1 to -1 and 1. What are the mean and the spread of "
            "*these* images?",
        ),
        Misconception(
            "cut off",
            lambda a, b: tuple(np.clip((x - a.mean()) / a.std(), -1, 1) for x in (a, b)),
            "You cut everything off beyond -1 and 1. A spread of 1 is a mean distance of sorts: pixels may lie farther out.",
        ),
        *WRONG_SPREADS,
    ],
)
