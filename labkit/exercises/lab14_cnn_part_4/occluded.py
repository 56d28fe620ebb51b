"""Images hidden in other ways than asked for, which the wrong answers on occlusion share."""

from collections.abc import Callable

import numpy as np

from labkit.experiments.lab14_cnn_part_4 import occlusion_map


def read(read: Callable) -> Callable:
    """The right places, but something else is read off: ``read(whole, hidden, true)`` for one hidden image each."""

    def wrong(answer, image, true, patch, grey, stride):
        whole = answer(image[None])[0]
        found = [[read(whole, answer(h[None])[0], true) for h in row] for row in hidden(image, patch, grey, stride)]
        return np.array(found)

    return wrong


def hidden(image, patch, grey, stride, past=0, one_copy=False, channel=slice(None)) -> list:
    """Row by row the copies of the image with a square in them; the square may run past the border, or stay."""
    rows, copy = [], image.copy()
    for top in range(0, image.shape[1] - patch + 1 + past, stride):
        rows.append([])
        for left in range(0, image.shape[2] - patch + 1 + past, stride):
            copy = copy if one_copy else image.copy()
            copy[channel, top : top + patch, left : left + patch] = grey
            rows[-1].append(copy.copy())
    return rows


def seen(answer, image, true, rows) -> np.ndarray:
    """Drop of the true output for each hidden image."""
    whole = answer(image[None])[0, true]
    return np.array([[whole - answer(h[None])[0, true] for h in row] for row in rows])


def filled(fill: Callable) -> Callable:
    """The square filled with something else: ``fill(image, grey)``."""
    return lambda answer, image, true, patch, grey, stride: occlusion_map(
        answer, image, true, patch, fill(image, grey), stride
    )


def in_place(answer, image, true, patch, grey, stride):
    """One copy for all places, and the caller's image changed."""
    rows = seen(answer, image, true, hidden(image, patch, grey, stride, one_copy=True))
    image[:, :patch, :patch] = grey
    return rows


def all_but(answer, image, true, patch, grey, stride):
    """Everything hidden but the square."""
    marks = hidden(np.ones_like(image), patch, 0, stride)
    return seen(answer, image, true, [[np.where(m == 0, image, grey) for m in row] for row in marks])


def added(answer, image, true, patch, grey, stride):
    """The grey added to what is under the square."""
    marks = hidden(np.zeros_like(image), patch, grey, stride)
    return seen(answer, image, true, [[image + m for m in row] for row in marks])


def spread(answer, image, true, patch, grey, stride):
    """Drops spread over the pixels that the squares hide."""
    drops, found = occlusion_map(answer, image, true, patch, grey, stride), np.zeros(image.shape[1:])
    for i, j in np.ndindex(*drops.shape):
        found[i * stride : i * stride + patch, j * stride : j * stride + patch] += drops[i, j]
    return found


def square(answer, image, true, patch, grey, stride):
    """As many places across as down."""
    n = (image.shape[1] - patch) // stride + 1
    size = (n - 1) * stride + patch
    wide = np.pad(image, ((0, 0), (0, 0), (0, max(0, size - image.shape[2]))))[:, :, :size]
    rows = [[h[:, :, : image.shape[2]] for h in row] for row in hidden(wide, patch, grey, stride)]
    if size >= image.shape[2]:
        return seen(answer, image, true, rows)
    return occlusion_map(answer, image, true, patch, grey, stride)[:n, :n]


def shaped(rows: Callable) -> Callable:
    """The right places, the wrong square: ``rows(at, patch)`` returns where it begins and ends, down and across."""

    def wrong(answer, image, true, patch, grey, stride):
        found = [[image.copy() for _ in row] for row in hidden(image, patch, grey, stride)]
        for (i, j), copy in ((at, found[at[0]][at[1]]) for at in np.ndindex(len(found), len(found[0]))):
            copy[:, slice(*rows(i * stride, patch)), slice(*rows(j * stride, patch))] = grey
        return seen(answer, image, true, found)

    return wrong


def turned(image, patch, grey, stride) -> list:
    """Like hidden, with the square's rows and columns exchanged; beyond the image it hides nothing."""
    rows = []
    for top in range(0, image.shape[1] - patch + 1, stride):
        rows.append([])
        for left in range(0, image.shape[2] - patch + 1, stride):
            rows[-1].append(image.copy())
            rows[-1][-1][:, left : left + patch, top : top + patch] = grey
    return rows


def scaled(scale: Callable) -> Callable:
    """The right drops over something that ``scale(drops)`` returns."""

    def wrong(answer, image, true, patch, grey, stride):
        drops = occlusion_map(answer, image, true, patch, grey, stride)
        return drops / scale(drops)

    return wrong


def cut(drops, image, patch, stride):
    """The upper left part of a map, of the right size."""
    return drops[: (image.shape[1] - patch) // stride + 1, : (image.shape[2] - patch) // stride + 1]
