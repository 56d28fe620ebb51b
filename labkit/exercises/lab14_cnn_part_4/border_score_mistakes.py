"""How much the border of a map weighs: wrong answers."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.misconception import Misconception
from labkit.experiments.lab14_cnn_part_4 import border_score


def _parts(a: np.ndarray, ring: int) -> tuple[np.ndarray, np.ndarray]:
    centre = np.zeros(a.shape, bool)
    centre[ring:-ring, ring:-ring] = True
    return a[~centre], a[centre]


def _of(combine: Callable, prepare: Callable = np.abs) -> Callable:
    return lambda importance, ring: combine(*_parts(prepare(importance), ring))


def _over_centre(border: Callable) -> Callable:
    """Another border over the right centre; ``border(sizes, ring)`` returns its mean."""
    return lambda a, ring: border(np.abs(a), ring) / _parts(np.abs(a), ring)[1].mean()


def _where(border: Callable) -> Callable:
    """Another border, and the rest; ``border(i, j, height, width, ring)`` says which pixels are in it."""

    def wrong(importance, ring):
        size = np.abs(importance)
        inside = border(*np.indices(size.shape), *size.shape, ring)
        return size[inside].mean() / size[~inside].mean()

    return wrong


def _outside(i, j, height, width, ring):
    return (i < ring) | (j < ring) | (i >= height - ring) | (j >= width - ring)


def _wider(importance, ring):
    inside = _outside(*np.indices(importance.shape), *importance.shape, ring)
    return abs(importance[inside]).mean() / abs(importance[~inside]).mean()


def _strips(a, ring) -> list[np.ndarray]:
    return [a[:ring].ravel(), a[-ring:].ravel(), a[:, :ring].ravel(), a[:, -ring:].ravel()]


def _edges(importance, ring):
    a = np.abs(importance)
    return np.concatenate([a[:ring].ravel(), a[-ring:].ravel()]).mean() / a[ring:-ring].mean()


def _columns(importance, ring):
    a = np.abs(importance).mean(axis=0)
    return a[:ring].mean() / a[ring:-ring].mean()


SIGN = (
    "A pixel matters whether hiding it lowers the output or raises it. In a mean of numbers with both signs they cancel: "
    "take the size of every number first."
)
MEANS = (
    "The border and the centre hold different numbers of pixels: compare their means. (In a map that was set to zero "
    "elsewhere, `mean` counts the zeros, too.)"
)
RATIO = "A score of 1 says that both weigh the same, 0 that the border weighs nothing: border over centre. "
RING = "The border goes round all four sides, `ring` pixels wide. "
CORNERS = RING + "Four strips overlap in the corners: there yours counts pixels twice."
COUNT = "Count: are rows 0 to `ring` - 1 in it, and as many at the bottom? An edge of yours is a pixel off."
SQUARE = RING + "Down and across differ: the map need not be square."

MISTAKES = [
    Misconception(
        "whole map over centre",
        lambda a, r: abs(a).mean() / _parts(abs(a), r)[1].mean(),
        RATIO + "Your upper number is the mean of the whole map: the centre belongs to it, too.",
    ),
    Misconception(
        "top over the middle rows", lambda a, r: abs(a[:r]).mean() / abs(a[r:-r]).mean(), RING + "Yours is the top."
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
    Misconception("corners twice", _over_centre(lambda a, r: np.concatenate(_strips(a, r)).mean()), CORNERS),
    Misconception("mean of four sides", _over_centre(lambda a, r: np.mean([s.mean() for s in _strips(a, r)])), CORNERS),
    Misconception("one corner", _over_centre(lambda a, r: a[:r, :r].mean()), RING + "Yours is one corner."),
    Misconception("top only", _over_centre(lambda a, r: a[:r].mean()), RING + "Yours is the top only."),
    Misconception(
        "top against the rest", lambda a, r: abs(a[:r]).mean() / abs(a[r:]).mean(), RING + "Yours is the top only."
    ),
    Misconception(
        "left against the rest",
        lambda a, r: abs(a[:, :r]).mean() / abs(a[:, r:]).mean(),
        RING + "Yours is the left side only.",
    ),
    Misconception("top and bottom", _edges, RING + "The left and the right side are missing."),
    Misconception(
        "ring of one",
        lambda a, r: border_score(a, 1),
        RING + "Yours is one pixel wide.",
    ),
    Misconception(
        "centre open to the right",
        lambda a, r: _parts(abs(a), r)[0].mean() / abs(a[r:, r:]).mean(),
        "Your centre runs to the last row and column: it must end `ring` pixels before.",
    ),
    Misconception(
        "centre a pixel short",
        lambda a, r: (
            _parts(abs(a), r)[0].mean()
            / np.mean(abs(a[r : -r - 1, r : -r - 1]) if min(a.shape) > 2 * r + 1 else np.nan)
        ),
        "Your centre ends a pixel too early: a slice leaves out its end by itself.",
    ),
    Misconception("columns only", _columns, RING + "You average over the rows first."),
    Misconception(
        "zeros counted",
        _over_centre(lambda a, r: _parts(a, r)[0].sum() / a.size),
        "You have set the centre to zero, and these zeros count in the mean of the border.",
    ),
    Misconception(
        "top and left only", _where(lambda i, j, h, w, r: (i < r) | (j < r)), RING + "Two sides are missing."
    ),
    Misconception(
        "bottom and right only",
        _where(lambda i, j, h, w, r: (i >= h - r) | (j >= w - r)),
        RING + "Two sides are missing.",
    ),
    Misconception(
        "left and right", _where(lambda i, j, h, w, r: (j < r) | (j >= w - r)), RING + "Top and bottom are missing."
    ),
    Misconception(
        "a pixel short below",
        _where(lambda i, j, h, w, r: (i < r) | (j < r) | (i > h - r) | (j > w - r)),
        RING + COUNT,
    ),
    Misconception(
        "a pixel short above",
        _where(lambda i, j, h, w, r: (i < r - 1) | (j < r - 1) | (i >= h - r) | (j >= w - r)),
        RING + COUNT,
    ),
    Misconception(
        "a pixel wider",
        _where(lambda i, j, h, w, r: (i <= r) | (j <= r) | (i >= h - r - 1) | (j >= w - r - 1)),
        RING + COUNT,
    ),
    Misconception(
        "a pixel wider above",
        _where(lambda i, j, h, w, r: (i <= r) | (j <= r) | (i >= h - r) | (j >= w - r)),
        RING + COUNT,
    ),
    Misconception("height for both", _where(lambda i, j, h, w, r: _outside(i, j, h, h, r)), SQUARE),
    Misconception("width for both", _where(lambda i, j, h, w, r: _outside(i, j, w, w, r)), SQUARE),
    Misconception(
        "four corners",
        _where(lambda i, j, h, w, r: ((i < r) | (i >= h - r)) & ((j < r) | (j >= w - r))),
        RING + "Yours is the four corners: a pixel belongs to the border if its row *or* its column does.",
    ),
    Misconception(
        "no absolute value in the centre", _of(lambda b, c: abs(b).mean() / c.mean(), lambda a: a), SIGN + " In both."
    ),
    Misconception(
        "no absolute value in the border", _of(lambda b, c: b.mean() / abs(c).mean(), lambda a: a), SIGN + " In both."
    ),
    Misconception(
        "numbers of pixels",
        lambda a, r: _parts(a, r)[0].size / _parts(a, r)[1].size,
        "You compare how many pixels there are, not what stands in them.",
    ),
    Misconception(
        "ranks from the smallest",
        _of(lambda b, c: b.mean() / c.mean(), lambda a: a - a.min()),
        SIGN + " You subtract the smallest number instead.",
    ),
    Misconception("product", _of(lambda b, c: b.mean() * c.mean()), RATIO + "You multiply."),
    Misconception("ring twice as wide", lambda a, r: _wider(a, 2 * r), RING + "Yours is wider."),
    Misconception("half the ring", lambda a, r: _wider(a, r // 2), RING + "Yours is narrower."),
    Misconception(
        "centre over the whole map",
        lambda a, r: abs(_parts(a, r)[1]).mean() / abs(a).mean(),
        RATIO + "Yours is the centre over the whole map.",
    ),
    Misconception("sizes of the sums", _of(lambda b, c: abs(b.sum()) / abs(c.sum()), lambda a: a), SIGN + " " + MEANS),
]
