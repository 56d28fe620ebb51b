"""Inputs with mean 0 and standard deviation 1, pixel by pixel."""

import numpy as np

from labkit.data.normalise import mean_and_spread, normalise
from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe


def _images(rng: np.random.Generator) -> list[Probe]:
    def images(count, *shape):
        # Each pixel with a mean and a spread of its own.
        mean, spread = rng.uniform(0.1, 0.6, shape), rng.uniform(0.05, 0.3, shape)
        return mean + spread * rng.normal(0, 1, (count, *shape))

    train, test = images(8, 6), images(4, 6)
    train[:, 0], train[:, 3] = 0, 0.5  # exact in binary: their spread comes out as exactly 0
    test[:, 0], test[1, 3] = 0, 0.5
    edge, unseen = images(9, 4), images(3, 4)
    edge[:, 2] = 0
    unseen[1, 2] = 0.75
    pictures, more = images(7, 3, 4), images(5, 3, 4)
    pictures[:, 0, 0], more[:, 0, 0] = 0, 0
    return [
        Probe(images(6, 3), images(4, 3), label="images as rows"),
        Probe(images(12, 5).astype(np.float32), images(5, 5).astype(np.float32), label="float32, as networks train"),
        Probe(train, test, label="two pixels never change in the training images"),
        Probe(edge, unseen, label="a pixel that is always 0 in training is lit in a test image"),
        Probe(pictures, more, label="pictures of shape (images, height, width)"),
        Probe(images(5, 2) * 100, images(5, 2) * 100, label="as many test as training images, brightness up to 255"),
    ]


def _with(statistics, combine=lambda x, mean, spread: (x - mean) / spread):
    def wrong(x_train, x_test):
        mean, spread = statistics(x_train, x_test)
        return combine(x_train, mean, spread), combine(x_test, mean, spread)

    return wrong


def _right(x_train, x_test):
    return mean_and_spread(x_train)


def _range(x_train, x_test):
    width = x_train.max(axis=0) - x_train.min(axis=0)
    return np.where(width > 0, width, 1)


def _each_by_its_own(x_train, x_test):
    return tuple((x - mean) / spread for x in (x_train, x_test) for mean, spread in [mean_and_spread(x)])


def _per_image(x_train, x_test):
    def one(x):
        axes = tuple(range(1, x.ndim))
        mean, spread = x.mean(axis=axes, keepdims=True), x.std(axis=axes, keepdims=True)
        return (x - mean) / np.where(spread > 0, spread, 1)

    return one(x_train), one(x_test)


def _per_row(x_train, x_test):
    return tuple((x - x.mean(axis=1, keepdims=True)) / x.std(axis=1, keepdims=True) for x in (x_train, x_test))


def _plain(x_train, x_test):
    return (x_train - x_train.mean(axis=0)) / x_train.std(axis=0), (x_test - x_train.mean(axis=0)) / x_train.std(axis=0)


_LEAK = (
    "The test images stand for images that nobody has seen yet, so nothing may be computed from them: "
    "use the numbers of the training images for both."
)
_IMAGES = (
    "You normalise each image by itself. Here each *pixel* is normalised, over all images: along which axis do the "
    "images lie?"
)
_ALWAYS = "Your number is there for pixels that never change, but it changes all the others as well"

NORMALISE = Exercise(
    id="05.normalise",
    name="normalise",
    title="Normalised inputs",
    points=3,
    reference=normalise,
    probes=_images,
    misconceptions=[
        Misconception("constant pixels give nan", _plain,
                      "Right, but for pixels that never change: their standard deviation is 0, and 0 / 0 is nan. One "
                      "nan in the inputs and the whole network is nan. By what could such a pixel be divided?"),
        Misconception("nan turned into zero", lambda a, b: tuple(np.nan_to_num(x) for x in _plain(a, b)),
                      "The nan are gone, but look at a test image in which a pixel is lit that was always dark in "
                      "training: something divided by 0 is infinity, and you make an enormous number of it."),
        Misconception("nan and infinity turned into zero",
                      lambda a, b: tuple(np.nan_to_num(x, posinf=0, neginf=0) for x in _plain(a, b)),
                      "The nan are gone, but look at a test image in which a pixel is lit that was always dark in "
                      "training: you turn it off. By what does the text divide such a pixel?"),
        Misconception("a tiny number added",
                      _with(lambda a, b: (a.mean(axis=0), a.std(axis=0) + 1e-8)),
                      "Look at a test image in which a pixel is lit that was always dark in training: divided by "
                      "your tiny number it becomes enormous. By what should such a pixel be divided?"),
        Misconception("a small number added",
                      _with(lambda a, b: (a.mean(axis=0), a.std(axis=0) + 1e-3)), _ALWAYS + "."),
        Misconception("1 added", _with(lambda a, b: (a.mean(axis=0), a.std(axis=0) + 1)),
                      _ALWAYS + ": divide by 1 *only* where the standard deviation is 0."),
        Misconception("never divided by less than 1",
                      _with(lambda a, b: (a.mean(axis=0), np.maximum(a.std(axis=0), 1))),
                      "You divide by 1 wherever the standard deviation is *small*. The text says so only of pixels "
                      "that never change."),
        Misconception("test statistics for the test images", _each_by_its_own, _LEAK),
        Misconception("statistics of all images",
                      _with(lambda a, b: mean_and_spread(np.concatenate([a, b]))), _LEAK),
        Misconception("test statistics for all", _with(lambda a, b: mean_and_spread(b)), _LEAK),
        Misconception("test images forgotten", lambda a, b: (_with(_right)(a, b)[0], 1 * b),
                      "The test images come back as they were. The network will get them in another scale than those "
                      "that it was trained on. (If you did treat them: did you take mean and spread from the training "
                      "images before you changed these, or after?)"),
        Misconception("per image", _per_image, _IMAGES),
        Misconception("per image, along axis 1", _per_row, _IMAGES),
        Misconception("one mean and one spread for all pixels",
                      _with(lambda a, b: (a.mean(), a.std())),
                      "One number for all pixels. A pixel in the middle is bright more often than one in a corner: "
                      "each has a mean and a spread of its own."),
        Misconception("one mean for all pixels", _with(lambda a, b: (a.mean(), mean_and_spread(a)[1])),
                      "The spreads are right. The mean is one number for all pixels; each needs its own."),
        Misconception("one spread for all pixels", _with(lambda a, b: (a.mean(axis=0), a.std())),
                      "The means are right. The spread is one number for all pixels; each needs its own."),
        Misconception("largest spread for all pixels", _with(lambda a, b: (a.mean(axis=0), a.std(axis=0).max())),
                      "The means are right. The spread is one number for all pixels; each needs its own."),
        Misconception("variance for the spread",
                      _with(lambda a, b: (a.mean(axis=0), np.where(a.var(axis=0) > 0, a.var(axis=0), 1))),
                      "Your pixels do not end with spread 1: is it the variance that you divide by, or its root?"),
        Misconception("mean forgotten", _with(_right, lambda x, mean, spread: x / spread),
                      "The spread is 1, but the inputs are still all positive, and that was the point of it."),
        Misconception("spread forgotten", _with(_right, lambda x, mean, spread: x - mean),
                      "The mean is gone, but each pixel still has the spread that it had."),
        Misconception("brackets", _with(_right, lambda x, mean, spread: x - mean / spread),
                      "Without brackets only the mean is divided."),
        Misconception("divided first", _with(_right, lambda x, mean, spread: x / spread - mean),
                      "You divide first. After that the mean is another one than the one that you subtract."),
        Misconception("multiplied by the spread",
                      _with(lambda a, b: (a.mean(axis=0), a.std(axis=0)), lambda x, mean, spread: (x - mean) * spread),
                      "A pixel with a large spread gets a larger one in your version. Multiply or divide?"),
        Misconception("mean added", _with(_right, lambda x, mean, spread: (x + mean) / spread),
                      "After your step the mean is twice what it was."),
        Misconception("n - 1",
                      _with(lambda a, b: (a.mean(axis=0), np.where(np.ptp(a, axis=0) > 0, a.std(axis=0, ddof=1), 1))),
                      "You divide by n - 1 in the standard deviation (ddof=1), which estimates that of a larger "
                      "population. The text asks for the spread of these images, n in the denominator."),
        Misconception("range 0 to 1",
                      lambda a, b: tuple((x - a.min(axis=0)) / _range(a, b) for x in (a, b)),
                      "That brings every pixel to 0..1, so all inputs are still positive. Mean 0 and standard "
                      "deviation 1 are asked for."),
        Misconception("divided by the range", _with(lambda a, b: (a.mean(axis=0), _range(a, b))),
                      "The mean is right. You divide by the range, largest minus smallest; the standard deviation is "
                      "asked for."),
        Misconception("median", _with(lambda a, b: (np.median(a, axis=0), mean_and_spread(a)[1])),
                      "The spread is right. From a dark pixel's values you subtract the median, which is mostly 0; "
                      "the mean is asked for."),
        Misconception("divided by 255", lambda a, b: (a / 255, b / 255),
                      "labkit has scaled the brightness already; that leaves it positive. Here mean and spread are "
                      "to be taken out."),
        Misconception("divided by 255 as well",
                      _with(_right, lambda x, mean, spread: (x - mean) / spread / 255),
                      "Mean and spread are right, and then you divide once more, by 255. The unit of brightness is "
                      "gone already."),
    ],
)  # fmt: skip
