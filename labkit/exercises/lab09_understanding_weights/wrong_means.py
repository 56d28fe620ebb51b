"""Pictures of something else than each unit's mean."""

import numpy as np

from labkit.exercises.lab09_understanding_weights.folding import folded, folding, of_means
from labkit.exercises.misconception import Misconception

_ONE_MEAN = "You take one mean over the whole layer, and every place shows it. Each unit wants a mean of its own."
_DECIMALS = "The decimals are lost, and most of what there is to see with them."


WRONG_MEANS = [
    Misconception(
        "one sample too few",
        folding(lambda a: a.sum(axis=0) / (len(a) - 1 or 1)),
        "You divide by one less than the number of samples. That belongs to a variance; a mean divides by all.",
    ),
    Misconception(
        "mean over units",
        folding(lambda a: a.mean(axis=1)),
        "You average over the *units*, and get a number for each sample. The picture has a place for each unit: go "
        "down the columns of `activations`.",
    ),
    Misconception(
        "mean of everything",
        lambda a, c: np.asarray(a.mean()),
        "One number for the whole layer. Each unit wants a mean of its own.",
    ),
    Misconception("one mean for every unit", folding(lambda a: np.full(a.shape[1], a.mean())), _ONE_MEAN),
    Misconception(
        "one mean for every place",
        lambda a, c: np.full((-(-a.shape[1] // c), c), a.mean()),
        _ONE_MEAN + " And places without a unit are nan.",
    ),
    Misconception(
        "sum",
        folding(lambda a: a.sum(axis=0)),
        "You have summed over the samples. A mean does not grow with their number.",
    ),
    Misconception(
        "divided by the units",
        folding(lambda a: a.sum(axis=0) / a.shape[1]),
        "You divide by the number of units. How many numbers did you add up?",
    ),
    Misconception(
        "divided by the columns",
        lambda a, c: folded(a.sum(axis=0) / c, c),
        "You divide by `columns`, which only says how wide the picture is. How many numbers did you add up?",
    ),
    Misconception("first sample", folding(lambda a: a[0]), "You show the first sample only. Average over all of them."),
    Misconception("last sample", folding(lambda a: a[-1]), "You show the last sample only. Average over all of them."),
    Misconception(
        "every sample",
        folding(np.ravel),
        "You fold all the activations, sample after sample. Average over the samples first.",
    ),
    Misconception(
        "every sample by itself",
        lambda a, c: np.array([folded(sample, c) for sample in a]),
        "You fold each sample into a picture of its own. Average over the samples first.",
    ),
    Misconception("maximum", folding(lambda a: a.max(axis=0)), "That is each unit's largest activation."),
    Misconception("minimum", folding(lambda a: a.min(axis=0)), "That is each unit's smallest activation."),
    Misconception(
        "spread",
        folding(lambda a: a.std(axis=0)),
        "That is each unit's spread over the samples: a useful picture, and another one.",
    ),
    Misconception("median", folding(lambda a: np.median(a, axis=0)), "That is the median. A mean was asked for."),
    Misconception(
        "size",
        folding(lambda a: np.abs(a).mean(axis=0)),
        "Your activations have lost their signs. A tanh unit that is at -1 for half of the images and at 1 for "
        "the others has the mean 0.",
    ),
    Misconception(
        "root mean square",
        folding(lambda a: np.sqrt(np.mean(a**2, axis=0))),
        "That is the root mean square, which has lost the sign.",
    ),
    Misconception(
        "share that is on",
        folding(lambda a: np.mean(a > 0, axis=0)),
        "You count how often a unit is on. How much it sends on is asked for.",
    ),
    Misconception(
        "on or off",
        of_means(lambda m, c: folded(m > 0.5, c)),
        "You have turned the means into yes and no. The picture has shades: leave the numbers as they are.",
    ),
    Misconception(
        "rounded",
        of_means(lambda m, c: np.round(folded(m, c))),
        _DECIMALS,
    ),
    Misconception(
        "cut to whole numbers",
        folding(lambda a: np.trunc(a.mean(axis=0))),
        _DECIMALS,
    ),
    Misconception(
        "cut to whole numbers, padded with zeros",
        of_means(lambda m, c: np.trunc(folded(m, c, 0.0))),
        _DECIMALS + " (An array made with `dtype=int` holds whole numbers only, and no nan.)",
    ),
    Misconception(
        "stretched from 0 to 1",
        of_means(lambda m, c: folded((m - m.min()) / (m.max() - m.min() + 1e-12), c)),
        "You stretch the means to fill the range from 0 to 1. Then two layers, or two moments of one layer, can no "
        "longer be compared: leave the numbers as they are.",
    ),
    Misconception(
        "sorted",
        folding(lambda a: np.sort(a.mean(axis=0))),
        "You have sorted the means, and nobody knows any more which unit is which.",
    ),
]
