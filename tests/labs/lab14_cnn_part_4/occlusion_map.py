"""Answers to 14.occlusion_map: hide and ask."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def hide(
    answer, image, true, patch, grey, stride, read=lambda whole, hidden, k: whole[k] - hidden[k], all_channels=True
):
    c, h, w = image.shape
    tops, lefts = range(0, h - patch + 1, stride), range(0, w - patch + 1, stride)
    found, whole = np.zeros((len(tops), len(lefts))), answer(image[None])[0]
    for i, top in enumerate(tops):
        for j, left in enumerate(lefts):
            copy = image.copy()
            copy[slice(None) if all_channels else 0, top : top + patch, left : left + patch] = grey
            found[i, j] = read(whole, answer(copy[None])[0], true)
    return found


def hide_without_copies(answer, image, true, patch, grey, stride):
    c, h, w = image.shape
    whole, rows = answer(image[None])[0, true], []
    for top in range(0, h - patch + 1, stride):
        row = []
        for left in range(0, w - patch + 1, stride):
            image[:, top : top + patch, left : left + patch] = grey
            row.append(whole - answer(image[None])[0, true])
        rows.append(row)
    return np.array(rows)


def hide_one_copy(answer, image, true, patch, grey, stride):
    c, h, w = image.shape
    copy, whole, rows = image.copy(), answer(image[None])[0, true], []
    for top in range(0, h - patch + 1, stride):
        row = []
        for left in range(0, w - patch + 1, stride):
            copy[:, top : top + patch, left : left + patch] = grey
            row.append(whole - answer(copy[None])[0, true])
        rows.append(row)
    return np.array(rows)


def hide_past_the_border(answer, image, true, patch, grey, stride):
    c, h, w = image.shape
    whole, rows = answer(image[None])[0, true], []
    for top in range(0, h, stride):
        row = []
        for left in range(0, w, stride):
            copy = image.copy()
            copy[:, top : top + patch, left : left + patch] = grey
            row.append(whole - answer(copy[None])[0, true])
        rows.append(row)
    return np.array(rows)


def hide_stops_early(answer, image, true, patch, grey, stride):
    c, h, w = image.shape
    whole, rows = answer(image[None])[0, true], []
    for top in range(0, h - patch, stride):
        row = []
        for left in range(0, w - patch, stride):
            copy = image.copy()
            copy[:, top : top + patch, left : left + patch] = grey
            row.append(whole - answer(copy[None])[0, true])
        rows.append(row)
    return np.array(rows)


def hide_square(answer, image, true, patch, grey, stride):
    c, h, w = image.shape
    n = (h - patch) // stride + 1
    whole, found = answer(image[None])[0, true], np.zeros((n, n))
    for i, j in np.ndindex(n, n):
        copy = image.copy()
        copy[:, i * stride : i * stride + patch, j * stride : j * stride + patch] = grey
        found[i, j] = whole - answer(copy[None])[0, true]
    return found


def hide_stride_is_patch(answer, image, true, patch, grey, stride):
    return hide(answer, image, true, patch, grey, patch)


def hide_no_batch(answer, image, true, patch, grey, stride):
    whole = answer(image)[true]
    c, h, w = image.shape
    found = np.zeros(((h - patch) // stride + 1, (w - patch) // stride + 1))
    for i, j in np.ndindex(*found.shape):
        copy = image.copy()
        copy[:, i * stride : i * stride + patch, j * stride : j * stride + patch] = grey
        found[i, j] = whole - answer(copy)[true]
    return found


def hide_centred(answer, image, true, patch, grey, stride):
    c, h, w = image.shape
    found, whole, half = (
        np.zeros(((h - patch) // stride + 1, (w - patch) // stride + 1)),
        answer(image[None])[0],
        patch // 2,
    )
    for i, j in np.ndindex(*found.shape):
        copy = image.copy()
        r, q = i * stride, j * stride
        copy[:, max(r - half, 0) : r + half + 1, max(q - half, 0) : q + half + 1] = grey
        found[i, j] = whole[true] - answer(copy[None])[0, true]
    return found


def hide_all_but(answer, image, true, patch, grey, stride):
    c, h, w = image.shape
    found, whole = np.zeros(((h - patch) // stride + 1, (w - patch) // stride + 1)), answer(image[None])[0]
    for i, j in np.ndindex(*found.shape):
        copy = np.full_like(image, grey)
        r, q = i * stride, j * stride
        copy[:, r : r + patch, q : q + patch] = image[:, r : r + patch, q : q + patch]
        found[i, j] = whole[true] - answer(copy[None])[0, true]
    return found


def hide_added(answer, image, true, patch, grey, stride):
    c, h, w = image.shape
    found, whole = np.zeros(((h - patch) // stride + 1, (w - patch) // stride + 1)), answer(image[None])[0]
    for i, j in np.ndindex(*found.shape):
        copy = image.copy()
        copy[:, i * stride : i * stride + patch, j * stride : j * stride + patch] += grey
        found[i, j] = whole[true] - answer(copy[None])[0, true]
    return found


def hide_full_size(answer, image, true, patch, grey, stride):
    c, h, w = image.shape
    found, drops = np.zeros((h, w)), hide(answer, image, true, patch, grey, stride)
    for i, j in np.ndindex(*drops.shape):
        found[i * stride : i * stride + patch, j * stride : j * stride + patch] += drops[i, j]
    return found


def hide_all_at_once(answer, image, true, patch, grey, stride):
    c, h, w = image.shape
    corners = [(i, j) for i in range(0, h - patch + 1, stride) for j in range(0, w - patch + 1, stride)]
    batch = np.stack([image] * len(corners))
    for hidden, (i, j) in zip(batch, corners, strict=True):
        hidden[:, i : i + patch, j : j + patch] = grey
    drops = answer(image[np.newaxis])[0, true] - answer(batch)[:, true]
    return drops.reshape(-1, (w - patch) // stride + 1)


def hide_with_masks(answer, image, true, patch, grey, stride):
    rows, columns = np.indices(image.shape[1:])
    found = []
    for i in range(0, image.shape[1] - patch + 1, stride):
        found.append([])
        for j in range(0, image.shape[2] - patch + 1, stride):
            under = (rows >= i) & (rows < i + patch) & (columns >= j) & (columns < j + patch)
            changed = np.where(under, grey, image)
            both = answer(np.array([image, changed]))[:, true]
            found[-1].append(both[0] - both[1])
    return np.array(found)


def hide_in_float32(answer, image, true, patch, grey, stride):
    return hide(answer, image.astype(np.float32), true, patch, np.float32(grey), stride).astype(np.float32)


def read_with(read):
    def wrong(answer, image, true, patch, grey, stride):
        return hide(answer, image, true, patch, grey, stride, read)

    return wrong


WRONG = [
    (read_with(lambda whole, hidden, k: hidden[k] - whole[k]), "sign"),
    (read_with(lambda whole, hidden, k: whole.max() - hidden.max()), "largest output"),
    read_with(lambda whole, hidden, k: abs(whole[k] - hidden[k])),
    read_with(lambda whole, hidden, k: hidden[k]),
    read_with(lambda whole, hidden, k: whole[k] - hidden.max()),
    read_with(lambda whole, hidden, k: whole[whole.argmax()] - hidden[whole.argmax()]),
    read_with(lambda whole, hidden, k: whole.sum() - hidden.sum()),
    read_with(lambda whole, hidden, k: whole.mean() - hidden.mean()),
    read_with(lambda whole, hidden, k: whole[0] - hidden[0]),
    read_with(lambda whole, hidden, k: np.abs(whole - hidden).sum()),
    read_with(lambda whole, hidden, k: ((whole - hidden) ** 2).sum()),
    read_with(lambda whole, hidden, k: (whole[k] - hidden[k]) ** 2),
    read_with(lambda whole, hidden, k: (whole[k] - hidden[k]) / whole[k]),
    read_with(lambda whole, hidden, k: max(whole[k] - hidden[k], 0)),
    read_with(lambda whole, hidden, k: float(hidden.argmax() != k)),
    read_with(lambda whole, hidden, k: 1 - hidden[k]),
    read_with(lambda whole, hidden, k: ((1 - hidden[k]) ** 2 - (1 - whole[k]) ** 2) / 2),
    read_with(lambda whole, hidden, k: np.log(abs(whole[k])) - np.log(abs(hidden[k]))),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, patch, 0, stride),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, patch, 0.5, stride),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, patch, 1, stride),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, patch, image.min(), stride),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, patch, image.mean(), stride),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, patch, grey, 1),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, patch, grey, stride, all_channels=False),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, patch, grey, stride).T,
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, patch, grey, stride).ravel(),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, patch, grey, stride).mean(),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, 1, grey, stride),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, patch - 1, grey, stride),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, patch + 1, grey, stride),
    lambda answer, image, true, patch, grey, stride: hide(answer, image, true, stride, grey, patch),
    lambda answer, image, true, patch, grey, stride: None,
    hide_without_copies,
    hide_one_copy,
    hide_past_the_border,
    hide_stops_early,
    hide_square,
    hide_stride_is_patch,
    hide_no_batch,
    hide_centred,
    hide_all_but,
    hide_added,
    hide_full_size,
]
RIGHT = [hide, hide_all_at_once, hide_with_masks, hide_in_float32]
SHEETS = [AnswerSheet("14.occlusion_map", WRONG, RIGHT)]
