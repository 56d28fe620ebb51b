"""Answers to 14.border_score: other rings, and other means."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def frame(m, ring):
    mask = np.ones(m.shape, dtype=bool)
    mask[ring:-ring, ring:-ring] = False
    return mask


def corners_twice(m, ring):
    a = np.abs(m)
    strips = np.concatenate([a[:ring].ravel(), a[-ring:].ravel(), a[:, :ring].ravel(), a[:, -ring:].ravel()])
    return strips.mean() / a[ring:-ring, ring:-ring].mean()


def mean_of_four_sides(m, ring):
    a = np.abs(m)
    border = np.mean([a[:ring].mean(), a[-ring:].mean(), a[:, :ring].mean(), a[:, -ring:].mean()])
    return border / a[ring:-ring, ring:-ring].mean()


def no_corners(m, ring):
    a = np.abs(m)
    sides = [a[:ring, ring:-ring], a[-ring:, ring:-ring], a[ring:-ring, :ring], a[ring:-ring, -ring:]]
    return np.concatenate([s.ravel() for s in sides]).mean() / a[ring:-ring, ring:-ring].mean()


def only_corners(m, ring):
    a = np.abs(m)
    corners = [a[:ring, :ring], a[:ring, -ring:], a[-ring:, :ring], a[-ring:, -ring:]]
    return np.concatenate([c.ravel() for c in corners]).mean() / a[ring:-ring, ring:-ring].mean()


def top_and_bottom(m, ring):
    a = np.abs(m)
    return np.concatenate([a[:ring], a[-ring:]]).mean() / a[ring:-ring].mean()


def top_and_left(m, ring):
    mask = np.zeros(m.shape, dtype=bool)
    mask[:ring] = mask[:, :ring] = True
    return np.abs(m[mask]).mean() / np.abs(m[~mask]).mean()


def one_ring(m, ring):
    inner = frame(m, ring)
    if ring > 1:
        inner = frame(m, ring) & ~frame(m, ring - 1)
    return np.abs(m[inner]).mean() / np.abs(m[~frame(m, ring)]).mean()


def masked_by_zeros(m, ring):
    border, centre = np.abs(m) * frame(m, ring), np.abs(m) * ~frame(m, ring)
    return border.mean() / centre.mean()


def height_twice(m, ring):
    mask = np.ones(m.shape, dtype=bool)
    mask[ring : m.shape[0] - ring, ring : m.shape[0] - ring] = False
    return np.abs(m[mask]).mean() / np.abs(m[~mask]).mean()


def in_place(m, ring):
    centre = np.abs(m[ring:-ring, ring:-ring]).mean()
    n_border = m.size - m[ring:-ring, ring:-ring].size
    m[ring:-ring, ring:-ring] = 0
    return np.abs(m).sum() / n_border / centre


def zeros_left_out(m, ring):
    a = np.abs(m)
    border, centre = a * frame(m, ring), a * ~frame(m, ring)
    return border[border > 0.01].mean() / centre[centre > 0.01].mean()


def round_centre(m, ring):
    h, w = m.shape
    i, j = np.indices(m.shape)
    far = np.hypot(i - (h - 1) / 2, j - (w - 1) / 2) > min(h, w) / 2 - ring
    return np.abs(m[far]).mean() / np.abs(m[~far]).mean()


def middle_pixel(m, ring):
    return np.abs(m[frame(m, ring)]).mean() / np.abs(m[m.shape[0] // 2, m.shape[1] // 2])


def one_sided_slice(m, ring):
    a = np.abs(m)
    inner = a[ring:, ring:]
    border = a.sum() - inner.sum()
    return border / (a.size - inner.size) / inner.mean()


def list_of_lists(m, ring):
    border, centre = [], []
    for i in range(len(m)):
        for j in range(len(m[0])):
            near = i < ring or j < ring or i > len(m) - ring or j > len(m[0]) - ring
            (border if near else centre).append(abs(m[i, j]))
    return np.mean(border) / np.mean(centre)


def both_needed(m, ring):
    h, w = m.shape
    i, j = np.indices(m.shape)
    near = ((i < ring) | (i >= h - ring)) & ((j < ring) | (j >= w - ring))
    return np.abs(m[near]).mean() / np.abs(m[~near]).mean()


def mean_of_row_means(m, ring):
    a = np.abs(m)
    border = [row[f].mean() for row, f in zip(a, frame(m, ring), strict=True)]
    centre = [row[~f].mean() for row, f in zip(a, frame(m, ring), strict=True) if not f.all()]
    return np.mean(border) / np.mean(centre)


def with_loops(m, ring):
    h, w = m.shape
    border = centre = n_border = n_centre = 0
    for i in range(h):
        for j in range(w):
            if min(i, j, h - 1 - i, w - 1 - j) < ring:
                border, n_border = border + abs(m[i, j]), n_border + 1
            else:
                centre, n_centre = centre + abs(m[i, j]), n_centre + 1
    return (border / n_border) / (centre / n_centre)


def by_difference(m, ring):
    sizes = np.abs(m)
    centre = sizes[ring : m.shape[0] - ring, ring : m.shape[1] - ring]
    return float((sizes.sum() - centre.sum()) / (sizes.size - centre.size) / centre.mean())


def four_strips(m, ring):
    a = np.abs(m)
    parts = [a[:ring], a[-ring:], a[ring:-ring, :ring], a[ring:-ring, -ring:]]
    return np.mean(np.concatenate([p.ravel() for p in parts])) / np.mean(a[ring:-ring, ring:-ring])


def masked_array(m, ring):
    sizes = np.ma.masked_array(np.abs(m), mask=~frame(m, ring))
    border = sizes.mean()
    sizes.mask = frame(m, ring)
    return border / sizes.mean()


def part(one, other):
    return lambda m, ring: one(m[frame(m, ring)]) / other(m[~frame(m, ring)])


def size(values):
    return np.abs(values).mean()


WRONG = [
    lambda m, r: size(m[~frame(m, r)]) / size(m[frame(m, r)]),
    lambda m, r: m[frame(m, r)].mean() / m[~frame(m, r)].mean(),
    lambda m, r: abs(m[frame(m, r)].mean()) / abs(m[~frame(m, r)].mean()),
    lambda m, r: abs(m[frame(m, r)].mean() / m[~frame(m, r)].mean()),
    lambda m, r: np.abs(m[frame(m, r)]).sum() / np.abs(m[~frame(m, r)]).sum(),
    lambda m, r: np.abs(m[frame(m, r)]).sum() / np.abs(m).sum(),
    lambda m, r: size(m[frame(m, r)]) / size(m),
    lambda m, r: size(m[frame(m, r)]) - size(m[~frame(m, r)]),
    lambda m, r: size(m[frame(m, r)]) / (size(m[frame(m, r)]) + size(m[~frame(m, r)])),
    lambda m, r: size(m[frame(m, r)]),
    lambda m, r: np.mean(m[frame(m, r)] ** 2) / np.mean(m[~frame(m, r)] ** 2),
    lambda m, r: np.sqrt(np.mean(m[frame(m, r)] ** 2) / np.mean(m[~frame(m, r)] ** 2)),
    lambda m, r: np.linalg.norm(m[frame(m, r)]) / np.linalg.norm(m[~frame(m, r)]),
    lambda m, r: np.median(np.abs(m[frame(m, r)])) / np.median(np.abs(m[~frame(m, r)])),
    lambda m, r: np.abs(m[frame(m, r)]).max() / np.abs(m[~frame(m, r)]).max(),
    lambda m, r: m[frame(m, r)].std() / m[~frame(m, r)].std(),
    lambda m, r: np.log(size(m[frame(m, r)]) / size(m[~frame(m, r)])),
    lambda m, r: size(m[frame(m, r)]) / m[~frame(m, r)].mean(),
    lambda m, r: m[frame(m, r)].mean() / size(m[~frame(m, r)]),
    lambda m, r: np.maximum(m[frame(m, r)], 0).mean() / np.maximum(m[~frame(m, r)], 0).mean(),
    lambda m, r: size(m[frame(m, 1)]) / size(m[~frame(m, 1)]),
    lambda m, r: size(m[frame(m, r + 1)]) / size(m[~frame(m, r + 1)]),
    lambda m, r: size(m[frame(m, r)]) / size(m[r + 1 : -r - 1, r + 1 : -r - 1]),
    lambda m, r: size(m[:r]) / size(m[r:-r, r:-r]),
    lambda m, r: size(m[:, :r]) / size(m[:, r:]),
    lambda m, r: np.sum(np.abs(m[frame(m, r)]) > np.abs(m).mean()) / frame(m, r).sum(),
    lambda m, r: np.abs(m[frame(m, r)]) / size(m[~frame(m, r)]),
    lambda m, r: 100 * size(m[frame(m, r)]) / size(m[~frame(m, r)]),
    lambda m, r: round(size(m[frame(m, r)]) / size(m[~frame(m, r)]), 1),
    corners_twice,
    mean_of_four_sides,
    no_corners,
    only_corners,
    top_and_bottom,
    top_and_left,
    one_ring,
    masked_by_zeros,
    height_twice,
    in_place,
    round_centre,
    middle_pixel,
    one_sided_slice,
    list_of_lists,
    both_needed,
    mean_of_row_means,
]
RIGHT = [with_loops, by_difference, four_strips, masked_array]
SHEETS = [AnswerSheet("14.border_score", WRONG, RIGHT)]
