"""The weight of the border: other pixels than those of the ring and of the rest."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.lab14_cnn_part_4.border_parts import over_centre, parts
from labkit.exercises.misconception import Misconception
from labkit.experiments.lab14_cnn_part_4 import border_score


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


def _without_corners(a, ring):
    inner = slice(ring, -ring)
    sides = [a[:ring, inner], a[-ring:, inner], a[inner, :ring], a[inner, -ring:]]
    return np.concatenate([side.ravel() for side in sides]).mean()


def _depth(shape) -> np.ndarray:
    """How many pixels lie between each one and the nearest edge."""
    (i, j), (h, w) = np.indices(shape), shape
    return np.minimum(np.minimum(i, h - 1 - i), np.minimum(j, w - 1 - j))


RING = "The border goes round all four sides, `ring` pixels wide. "


CORNERS = RING + "Four strips overlap in the corners: there yours counts pixels twice."
COUNT = "Count: are rows 0 to `ring` - 1 in it, and as many at the bottom? An edge of yours is a pixel off."


SQUARE = RING + "Down and across differ: the map need not be square."


RING_MISTAKES = [
    Misconception(
        "top over the middle rows", lambda a, r: abs(a[:r]).mean() / abs(a[r:-r]).mean(), RING + "Yours is the top."
    ),
    Misconception("corners twice", over_centre(lambda a, r: np.concatenate(_strips(a, r)).mean()), CORNERS),
    Misconception("mean of four sides", over_centre(lambda a, r: np.mean([s.mean() for s in _strips(a, r)])), CORNERS),
    Misconception("one corner", over_centre(lambda a, r: a[:r, :r].mean()), RING + "Yours is one corner."),
    Misconception("top only", over_centre(lambda a, r: a[:r].mean()), RING + "Yours is the top only."),
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
        lambda a, r: parts(abs(a), r)[0].mean() / abs(a[r:, r:]).mean(),
        "Your centre runs to the last row and column: it must end `ring` pixels before.",
    ),
    Misconception(
        "centre a pixel short",
        lambda a, r: (
            parts(abs(a), r)[0].mean() / np.mean(abs(a[r : -r - 1, r : -r - 1]) if min(a.shape) > 2 * r + 1 else np.nan)
        ),
        "Your centre ends a pixel too early: a slice leaves out its end by itself.",
    ),
    Misconception("columns only", _columns, RING + "You average over the rows first."),
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
    Misconception("ring twice as wide", lambda a, r: _wider(a, 2 * r), RING + "Yours is wider."),
    Misconception("half the ring", lambda a, r: _wider(a, r // 2), RING + "Yours is narrower."),
    Misconception("no corners", over_centre(_without_corners), RING + "The corners belong to it, too."),
    Misconception(
        "corners over the centre",
        over_centre(lambda a, r: np.mean([a[:r, :r], a[:r, -r:], a[-r:, :r], a[-r:, -r:]])),
        RING + "Yours is the four corners: a pixel belongs to the border if its row *or* its column does.",
    ),
    Misconception(
        "innermost ring only",
        over_centre(lambda a, r: a[_depth(a.shape) == r - 1].mean()),
        RING + "Of yours only the innermost line is left: all pixels up to `ring` from the edge belong to it.",
    ),
    Misconception(
        "outermost ring only",
        over_centre(lambda a, r: a[_depth(a.shape) == 0].mean()),
        RING + "Yours is one pixel wide, and the rest of the ring is in neither part.",
    ),
    Misconception(
        "round centre",
        _where(lambda i, j, h, w, r: np.hypot(i - (h - 1) / 2, j - (w - 1) / 2) > min(h, w) / 2 - r),
        RING + "Your centre is round. A pixel belongs to the border if it lies less than `ring` pixels from an edge.",
    ),
]
