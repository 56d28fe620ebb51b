"""Divisors that are no standard deviation of the training images."""

import numpy as np

from labkit.exercises.misconception import Misconception


def divided(spread):
    """Both halves less the training images' mean, over ``spread`` of the training images."""
    return lambda x_train, x_test: tuple((x - x_train.mean()) / spread(x_train) for x in (x_train, x_test))


VARIANCE = "You divide by the variance. Which power of a pixel's unit is a variance in, and which one a pixel?"

WRONG_SPREADS = [
    Misconception("variance for std", divided(np.var), VARIANCE),
    Misconception(
        "root of the spread",
        divided(lambda a: np.sqrt(a.std())),
        "One root too many: `np.std` has taken it already.",
    ),
    Misconception(
        "spread multiplied",
        divided(lambda a: 1 / a.std()),
        "You multiply by the standard deviation. What should the standard deviation be afterwards?",
    ),
    Misconception(
        "root mean square",
        divided(lambda a: np.sqrt(np.mean(a**2))),
        "You divide by the root mean square of the pixels as they were. Subtract the mean first: the spread is "
        "measured around it.",
    ),
    Misconception(
        "length of all pixels",
        divided(np.linalg.norm),
        "You divide by the root of a *sum* of squares, and the mean has not been taken off. What does the formula of the "
        "spread say about n?",
    ),
    Misconception(
        "sum for mean in the spread",
        divided(lambda a: np.linalg.norm(a - a.mean())),
        "Your spread is the root of a *sum* of squares: it grows with the number of pixels. Where does 1/n stand?",
    ),
    Misconception(
        "mean distance",
        divided(lambda a: np.abs(a - a.mean()).mean()),
        "You divide by the mean distance from the mean. The standard deviation squares the distances first.",
    ),
    Misconception(
        "n - 1",
        divided(lambda a: a.std(ddof=1)),
        "You divide by n - 1 in the spread. The text's formula has n; with millions of pixels nobody would see it.",
    ),
    Misconception(
        "mean less, over the largest",
        divided(np.max),
        "You divide by the largest pixel, not by the standard deviation.",
    ),
    Misconception(
        "mean less, over the range",
        divided(np.ptp),
        "You divide by the distance from the smallest pixel to the largest, not by the standard deviation.",
    ),
    Misconception(
        "n counts images",
        lambda x_train, x_test: _per_image(x_train, x_test),
        "You divide by the number of images. The sums go through all *pixels* of all images: how many are there?",
    ),
    Misconception(
        "n counts images in the spread",
        divided(lambda a: np.sqrt(np.sum((a - a.mean()) ** 2) / len(a))),
        "In the spread you divide by the number of images. The sum goes through all *pixels*: how many are there?",
    ),
]


def _per_image(x_train, x_test):
    mean = x_train.sum() / len(x_train)
    spread = np.sqrt(np.sum((x_train - mean) ** 2) / len(x_train))
    return (x_train - mean) / spread, (x_test - mean) / spread
