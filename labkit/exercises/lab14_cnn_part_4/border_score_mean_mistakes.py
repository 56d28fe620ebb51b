"""The weight of the border: something else than the ratio of two mean sizes."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.lab14_cnn_part_4.border_parts import over_centre, parts
from labkit.exercises.misconception import Misconception


def _of(combine: Callable, prepare: Callable = np.abs) -> Callable:
    return lambda importance, ring: combine(*parts(prepare(importance), ring))


def _of_rows(size: np.ndarray, ring: int) -> float:
    marks = np.ones(size.shape, bool)
    marks[ring:-ring, ring:-ring] = False
    border = [row[mark].mean() for row, mark in zip(size, marks, strict=True)]
    centre = [row[~mark].mean() for row, mark in zip(size, marks, strict=True) if not mark.all()]
    return np.mean(border) / np.mean(centre)


SIGN = (
    "A pixel matters whether hiding it lowers the output or raises it. In a mean of numbers with both signs they cancel: "
    "take the size of every number first."
)
MEANS = (
    "The border and the centre hold different numbers of pixels: compare their means. (In a map that was set to zero "
    "elsewhere, `mean` counts the zeros, too.)"
)
RATIO = "A score of 1 says that both weigh the same, 0 that the border weighs nothing: border over centre. "


MEAN_MISTAKES = [
    Misconception(
        "whole map over centre",
        lambda a, r: abs(a).mean() / parts(abs(a), r)[1].mean(),
        RATIO + "Your upper number is the mean of the whole map: the centre belongs to it, too.",
    ),
    Misconception(
        "absolute value of the border's mean",
        _of(lambda b, c: abs(b.mean()) / abs(c).mean(), lambda a: a),
        SIGN + " In the border you take it last.",
    ),
    Misconception("no absolute value", _of(lambda b, c: b.mean() / c.mean(), lambda a: a), SIGN),
    Misconception("absolute value last", _of(lambda b, c: abs(b.mean() / c.mean()), lambda a: a), SIGN),
    Misconception("positive only", _of(lambda b, c: b.mean() / c.mean(), lambda a: np.maximum(a, 0)), SIGN),
    Misconception("squares", _of(lambda b, c: b.mean() / c.mean(), np.square), "Sizes, not squares."),
    Misconception("root of mean squares", _of(lambda b, c: np.sqrt(b.mean() / c.mean()), np.square), "Mean sizes."),
    Misconception("spreads", _of(lambda b, c: b.std() / c.std(), lambda a: a), "Means of sizes, not spreads."),
    Misconception("upside down", _of(lambda b, c: c.mean() / b.mean()), RATIO + "Yours is upside down."),
    Misconception("sums", _of(lambda b, c: b.sum() / c.sum()), MEANS),
    Misconception("sums, upside down", _of(lambda b, c: c.sum() / b.sum()), MEANS + " And " + RATIO),
    Misconception("share of the sum", _of(lambda b, c: b.sum() / (b.sum() + c.sum())), MEANS + " " + RATIO),
    Misconception("difference", _of(lambda b, c: b.mean() - c.mean()), RATIO + "You subtract."),
    Misconception("difference, other sign", _of(lambda b, c: c.mean() - b.mean()), RATIO + "You subtract."),
    Misconception("one less the ratio", _of(lambda b, c: 1 - b.mean() / c.mean()), RATIO + "You take 1 less that."),
    Misconception("per cent", _of(lambda b, c: 100 * b.mean() / c.mean()), RATIO + "Yours is in per cent."),
    Misconception(
        "over the whole map",
        _of(lambda b, c: b.mean() / np.concatenate([b, c]).mean()),
        RATIO + "You divide by the mean of the whole map, of which the border is a part.",
    ),
    Misconception("over both means", _of(lambda b, c: b.mean() / (b.mean() + c.mean())), RATIO + "You divide by both."),
    Misconception("largest", _of(lambda b, c: b.max() / c.max()), "Means, not the largest numbers."),
    Misconception("mean over largest", _of(lambda b, c: b.mean() / c.max()), "Means, not the largest numbers."),
    Misconception("medians", _of(lambda b, c: np.median(b) / np.median(c)), "Means, not medians."),
    Misconception("border alone", _of(lambda b, c: b.mean()), RATIO + "Yours is not compared with anything."),
    Misconception("two numbers", _of(lambda b, c: (b.mean(), c.mean())), RATIO + "Return one number."),
    Misconception(
        "zeros counted",
        over_centre(lambda a, r: parts(a, r)[0].sum() / a.size),
        "You have set the centre to zero, and these zeros count in the mean of the border.",
    ),
    Misconception(
        "no absolute value in the centre", _of(lambda b, c: abs(b).mean() / c.mean(), lambda a: a), SIGN + " In both."
    ),
    Misconception(
        "no absolute value in the border", _of(lambda b, c: b.mean() / abs(c).mean(), lambda a: a), SIGN + " In both."
    ),
    Misconception(
        "numbers of pixels",
        lambda a, r: parts(a, r)[0].size / parts(a, r)[1].size,
        "You compare how many pixels there are, not what stands in them.",
    ),
    Misconception(
        "ranks from the smallest",
        _of(lambda b, c: b.mean() / c.mean(), lambda a: a - a.min()),
        SIGN + " You subtract the smallest number instead.",
    ),
    Misconception("product", _of(lambda b, c: b.mean() * c.mean()), RATIO + "You multiply."),
    Misconception(
        "centre over the whole map",
        lambda a, r: abs(parts(a, r)[1]).mean() / abs(a).mean(),
        RATIO + "Yours is the centre over the whole map.",
    ),
    Misconception("sizes of the sums", _of(lambda b, c: abs(b.sum()) / abs(c.sum()), lambda a: a), SIGN + " " + MEANS),
    Misconception(
        "lengths",
        _of(lambda b, c: np.linalg.norm(b) / np.linalg.norm(c)),
        "`np.linalg.norm` is the root of a *sum* of squares, which grows with the number of pixels. " + MEANS,
    ),
    Misconception(
        "logarithm", _of(lambda b, c: np.log(b.mean() / c.mean())), RATIO + "Yours is the ratio's logarithm."
    ),
    Misconception(
        "rounded", _of(lambda b, c: np.round(b.mean() / c.mean(), 1)), "You round: return the number as it is."
    ),
    Misconception("rounded to hundredths", _of(lambda b, c: np.round(b.mean() / c.mean(), 2)), "You round: leave it."),
    Misconception(
        "share of large ones",
        lambda a, r: np.mean(parts(abs(a), r)[0] > abs(a).mean()),
        "You count how many are large. How large they are in the mean is asked for, beside those of the centre.",
    ),
    Misconception(
        "means of rows",
        lambda a, r: _of_rows(abs(a), r),
        "A mean of means counts a row with few pixels as much as one with many: take one mean over all pixels of a part.",
    ),
    Misconception(
        "over the middle pixel",
        lambda a, r: parts(abs(a), r)[0].mean() / abs(a)[a.shape[0] // 2, a.shape[1] // 2],
        "You divide by one pixel in the middle. The centre is all that is not in the border.",
    ),
]
