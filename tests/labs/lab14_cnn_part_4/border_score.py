"""Answers to 14.border_score: the weight of the border."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def border_by_loops(importance, ring):
    h, w = importance.shape
    border, centre = [], []
    for i in range(h):
        for j in range(w):
            inside = ring <= i < h - ring and ring <= j < w - ring
            (centre if inside else border).append(abs(importance[i, j]))
    return sum(border) / len(border) / (sum(centre) / len(centre))


def border_four_strips(importance, ring):
    a = np.abs(importance)
    strips = [a[:ring], a[-ring:], a[:, :ring], a[:, -ring:]]
    return np.concatenate([s.ravel() for s in strips]).mean() / a[ring:-ring, ring:-ring].mean()


def border_mean_of_strips(importance, ring):
    a = np.abs(importance)
    strips = [a[:ring], a[-ring:], a[:, :ring], a[:, -ring:]]
    return np.mean([s.mean() for s in strips]) / a[ring:-ring, ring:-ring].mean()


def border_zeroed(importance, ring):
    a = np.abs(importance)
    edge = a.copy()
    edge[ring:-ring, ring:-ring] = 0
    return edge.mean() / a[ring:-ring, ring:-ring].mean()


def border_in_place(importance, ring):
    a = np.abs(importance)
    centre = a[ring:-ring, ring:-ring].mean()
    importance[ring:-ring, ring:-ring] = np.nan
    return np.nanmean(np.abs(importance)) / centre


def border_by_difference(importance, ring):
    a = np.abs(importance).astype(np.float64)
    inner_part = a[ring:-ring, ring:-ring]
    return (a.sum() - inner_part.sum()) / (a.size - inner_part.size) / inner_part.mean()


def border_by_nan(importance, ring):
    edge = np.abs(importance).copy()
    centre = edge[ring : edge.shape[0] - ring, ring : edge.shape[1] - ring].mean()
    edge[ring:-ring, ring:-ring] = np.nan
    return np.nanmean(edge) / centre


def border_by_distance(importance, ring):
    i, j = np.indices(importance.shape)
    h, w = importance.shape
    depth = np.minimum.reduce([i, j, h - 1 - i, w - 1 - j])
    a = np.abs(importance)
    return float(np.mean(a[depth < ring]) / np.mean(a[depth >= ring]))


def border_by_padding(importance, ring):
    h, w = importance.shape
    centre = np.pad(np.ones((h - 2 * ring, w - 2 * ring), bool), ring)
    return np.average(np.abs(importance), weights=~centre) / np.average(np.abs(importance), weights=centre)


def split(importance, ring):
    centre = importance[ring:-ring, ring:-ring]
    mask = np.ones(importance.shape, bool)
    mask[ring:-ring, ring:-ring] = False
    return importance[mask], centre


def from_parts(combine, prepare=np.abs):
    def wrong(importance, ring):
        return combine(*split(prepare(importance), ring))

    return wrong


WRONG = [
    (from_parts(lambda b, c: b.mean() / c.mean(), prepare=lambda a: a), "no absolute value"),
    from_parts(lambda b, c: abs(b.mean()) / abs(c.mean()), prepare=lambda a: a),
    from_parts(lambda b, c: abs(b.mean() / c.mean()), prepare=lambda a: a),
    (from_parts(lambda b, c: c.mean() / b.mean()), "upside down"),
    from_parts(lambda b, c: b.sum() / c.sum()),
    from_parts(lambda b, c: c.sum() / b.sum()),
    from_parts(lambda b, c: b.mean() - c.mean()),
    from_parts(lambda b, c: c.mean() - b.mean()),
    from_parts(lambda b, c: b.mean() / np.concatenate([b, c.ravel()]).mean()),
    from_parts(lambda b, c: b.mean() / (b.mean() + c.mean())),
    from_parts(lambda b, c: b.sum() / (b.sum() + c.sum())),
    from_parts(lambda b, c: b.max() / c.max()),
    from_parts(lambda b, c: np.median(b) / np.median(c)),
    from_parts(lambda b, c: b.mean() / c.max()),
    from_parts(lambda b, c: b.mean()),
    from_parts(lambda b, c: (b.mean(), c.mean())),
    from_parts(lambda b, c: b.std() / c.std(), prepare=lambda a: a),
    from_parts(lambda b, c: b.mean() / c.mean(), prepare=np.square),
    from_parts(lambda b, c: np.sqrt(b.mean() / c.mean()), prepare=np.square),
    from_parts(lambda b, c: b.mean() / c.mean(), prepare=lambda a: np.maximum(a, 0)),
    from_parts(lambda b, c: 1 - b.mean() / c.mean()),
    from_parts(lambda b, c: 100 * b.mean() / c.mean()),
    lambda a, ring: np.abs(a[:ring, :ring]).mean() / np.abs(a[ring:-ring, ring:-ring]).mean(),
    lambda a, ring: np.abs(a[:ring]).mean() / np.abs(a[ring:-ring, ring:-ring]).mean(),
    lambda a, ring: np.abs(a[:ring]).mean() / np.abs(a[ring:]).mean(),
    lambda a, ring: np.abs(a[:, :ring]).mean() / np.abs(a[:, ring:]).mean(),
    lambda a, ring: np.r_[np.abs(a[:ring]).ravel(), np.abs(a[-ring:]).ravel()].mean() / np.abs(a[ring:-ring]).mean(),
    lambda a, ring: split(np.abs(a), 1)[0].mean() / split(np.abs(a), 1)[1].mean(),
    lambda a, ring: split(np.abs(a), ring)[0].mean() / np.abs(a[ring:, ring:]).mean(),
    lambda a, ring: split(np.abs(a), ring)[0].mean() / np.abs(a[ring : -ring - 1, ring : -ring - 1]).mean(),
    lambda a, ring: split(np.abs(a), ring + 1)[0].mean() / split(np.abs(a), ring + 1)[1].mean(),
    lambda a, ring: split(np.abs(a), ring)[0].mean(axis=0) / split(np.abs(a), ring)[1].mean(axis=0),
    lambda a, ring: np.abs(a).mean(axis=0)[:ring].mean() / np.abs(a).mean(axis=0)[ring:-ring].mean(),
    lambda a, ring: 0.0,
    lambda a, ring: None,
    border_four_strips,
    border_mean_of_strips,
    border_zeroed,
    border_in_place,
]
RIGHT = [
    border_by_loops,
    border_by_difference,
    border_by_nan,
    border_by_distance,
    border_by_padding,
    lambda a, ring: float(np.mean(split(np.abs(a), ring)[0]) / np.mean(split(np.abs(a), ring)[1])),
    lambda a, ring: np.float32(border_by_loops(a.astype(np.float32), ring)),
]
SHEETS = [AnswerSheet("14.border_score", WRONG, RIGHT)]
