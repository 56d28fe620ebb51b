"""Answers to 14.occlusion_map that hide other pixels, or at other places."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def corners(image, patch, stride):
    rows = range(0, image.shape[1] - patch + 1, stride)
    columns = range(0, image.shape[2] - patch + 1, stride)
    return rows, columns


def hide(image, i, j, patch, grey):
    hidden = image.copy()
    hidden[:, i : i + patch, j : j + patch] = grey
    return hidden


def mapped(drop, image, patch, grey, stride, hide=hide, corners=corners):
    """Drop for every hidden image, one by one."""
    rows, columns = corners(image, patch, stride)
    return np.array([[drop(hide(image, i, j, patch, grey)) for j in columns] for i in rows])


def plain(answer, image, true, patch, grey=0.0, stride=1, hide=hide, corners=corners):
    before = answer(image[None])[0, true]
    return mapped(lambda hidden: before - answer(hidden[None])[0, true], image, patch, grey, stride, hide, corners)


def never_restored(answer, image, true, patch, grey=0.0, stride=1):
    rows, columns = corners(image, patch, stride)
    before = answer(image[None])[0, true]
    hidden = image.copy()
    result = np.zeros((len(rows), len(columns)))
    for a, i in enumerate(rows):
        for b, j in enumerate(columns):
            hidden[:, i : i + patch, j : j + patch] = grey
            result[a, b] = before - answer(hidden[None])[0, true]
    return result


def without_a_copy(answer, image, true, patch, grey=0.0, stride=1):
    rows, columns = corners(image, patch, stride)
    before = answer(image[None])[0, true]
    result = np.zeros((len(rows), len(columns)))
    for a, i in enumerate(rows):
        for b, j in enumerate(columns):
            hidden = image
            hidden[:, i : i + patch, j : j + patch] = grey
            result[a, b] = before - answer(hidden[None])[0, true]
    return result


def centred(image, i, j, patch, grey):
    hidden = image.copy()
    half = patch // 2
    hidden[:, max(0, i - half) : i + half + 1, max(0, j - half) : j + half + 1] = grey
    return hidden


def cut_at_the_edge(image, patch, stride):
    return range(0, image.shape[1], stride), range(0, image.shape[2], stride)


def last_place_forgotten(image, patch, stride):
    return range(0, image.shape[1] - patch, stride), range(0, image.shape[2] - patch, stride)


def height_twice(image, patch, stride):
    return (range(0, image.shape[1] - patch + 1, stride),) * 2


def steps_of_a_patch(image, patch, stride):
    return corners(image, patch, patch)


def steps_of_one(image, patch, stride):
    return corners(image, patch, 1)


def stride_down_only(image, patch, stride):
    return corners(image, patch, stride)[0], corners(image, patch, 1)[1]


def steps_of_a_corner(image, patch, stride):
    rows, columns = corners(image, patch, 1)
    return range(len(rows) // stride), range(len(columns) // stride)


def first_channel(image, i, j, patch, grey):
    hidden = image.copy()
    hidden[0, i : i + patch, j : j + patch] = grey
    return hidden


def added(image, i, j, patch, grey):
    hidden = image.copy()
    hidden[:, i : i + patch, j : j + patch] += grey
    return hidden


def all_else(image, i, j, patch, grey):
    hidden = np.full_like(image, grey)
    hidden[:, i : i + patch, j : j + patch] = image[:, i : i + patch, j : j + patch]
    return hidden


def one_too_many(image, i, j, patch, grey):
    return hide(image, i, j, patch + 1, grey)


def one_pixel(image, i, j, patch, grey):
    return hide(image, i, j, 1, grey)


def black(image, i, j, patch, grey):
    return hide(image, i, j, patch, image.min())


def zero(image, i, j, patch, grey):
    return hide(image, i, j, patch, 0.0)


def mean_grey(image, i, j, patch, grey):
    return hide(image, i, j, patch, image.mean())


def exchanged(image, i, j, patch, grey):
    return hide(image, j, i, patch, grey)


def in_one_batch(answer, image, true, patch, grey=0.0, stride=1):
    rows, columns = corners(image, patch, stride)
    batch = np.stack([hide(image, i, j, patch, grey) for i in rows for j in columns])
    drops = answer(image[None])[0, true] - answer(batch)[:, true]
    return drops.reshape(len(rows), len(columns))


def row_by_row(answer, image, true, patch, grey=0.0, stride=1):
    down = 1 + (image.shape[1] - patch) // stride
    across = 1 + (image.shape[2] - patch) // stride
    result = np.empty((down, across))
    for a in range(down):
        batch = np.repeat(image[None], across, axis=0)
        for b in range(across):
            batch[b, :, a * stride : a * stride + patch, b * stride : b * stride + patch] = grey
        result[a] = answer(image[None])[0, true] - answer(batch)[:, true]
    return result


def with_masks(answer, image, true, patch, grey=0.0, stride=1):
    rows, columns = corners(image, patch, stride)
    down, across = np.indices(image.shape[1:])
    result = np.zeros((len(rows), len(columns)))
    for a, i in enumerate(rows):
        for b, j in enumerate(columns):
            square = (down >= i) & (down < i + patch) & (across >= j) & (across < j + patch)
            result[a, b] = np.subtract(*answer(np.stack([image, np.where(square, grey, image)]))[:, true])
    return result


def with_hide(hide):
    def occlusion(answer, image, true, patch, grey=0.0, stride=1):
        return plain(answer, image, true, patch, grey, stride, hide)

    occlusion.__name__ = hide.__name__
    return occlusion


def with_corners(corners):
    def occlusion(answer, image, true, patch, grey=0.0, stride=1):
        return plain(answer, image, true, patch, grey, stride, corners=corners)

    occlusion.__name__ = corners.__name__
    return occlusion


WRONG = [
    never_restored,
    without_a_copy,
    *map(
        with_hide, [centred, first_channel, added, all_else, one_too_many, one_pixel, black, zero, mean_grey, exchanged]
    ),
    *map(
        with_corners,
        [
            cut_at_the_edge,
            last_place_forgotten,
            height_twice,
            steps_of_a_patch,
            steps_of_one,
            stride_down_only,
            steps_of_a_corner,
        ],
    ),
]
RIGHT = [
    in_one_batch,
    row_by_row,
    with_masks,
    plain,
]
SHEETS = [AnswerSheet("14.occlusion_map", WRONG, RIGHT)]
