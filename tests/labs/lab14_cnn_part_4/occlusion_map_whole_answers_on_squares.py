"""Whole answers to 14.occlusion_map, written from its text alone: which pixels are hidden, and where."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet
from tests.labs.lab14_cnn_part_4.occlusion_map_whole_answers import occ


def oc_nocopy(a, im, t, p, g=0.0, s=1):
    x = im.copy()
    c, h, w = im.shape
    base = a(im[None])[0, t]
    d = np.zeros(((h - p) // s + 1, (w - p) // s + 1))
    for i in range(d.shape[0]):
        for j in range(d.shape[1]):
            x[:, i * s : i * s + p, j * s : j * s + p] = g
            d[i, j] = base - a(x[None])[0, t]
    return d


def oc_inplace(a, im, t, p, g=0.0, s=1):
    c, h, w = im.shape
    base = a(im[None])[0, t]
    d = np.zeros(((h - p) // s + 1, (w - p) // s + 1))
    for i in range(d.shape[0]):
        for j in range(d.shape[1]):
            x = im
            x[:, i * s : i * s + p, j * s : j * s + p] = g
            d[i, j] = base - a(x[None])[0, t]
    return d


def oc_zero(a, im, t, p, g=0.0, s=1):
    return occ(a, im, t, p, 0.0, s)


def oc_stride_ignored(a, im, t, p, g=0.0, s=1):
    return occ(a, im, t, p, g, 1)


def oc_stride_is_patch(a, im, t, p, g=0.0, s=1):
    return occ(a, im, t, p, g, p)


def oc_pixel_places(a, im, t, p, g=0.0, s=1):
    return occ(a, im, t, p, g, s, places=lambda h, w: (h // s, w // s))


def oc_missing_last(a, im, t, p, g=0.0, s=1):
    return occ(a, im, t, p, g, s, places=lambda h, w: ((h - p) // s, (w - p) // s))


def oc_square(a, im, t, p, g=0.0, s=1):
    return occ(a, im, t, p, g, s, places=lambda h, w: ((h - p) // s + 1,) * 2)


def oc_ch0(a, im, t, p, g=0.0, s=1):
    def fill(x, i, j):
        x[0, i * s : i * s + p, j * s : j * s + p] = g

    return occ(a, im, t, p, g, s, fill)


def oc_keep_only(a, im, t, p, g=0.0, s=1):
    def fill(x, i, j):
        keep = x[:, i * s : i * s + p, j * s : j * s + p].copy()
        x[:] = g
        x[:, i * s : i * s + p, j * s : j * s + p] = keep

    return occ(a, im, t, p, g, s, fill)


def oc_add(a, im, t, p, g=0.0, s=1):
    def fill(x, i, j):
        x[:, i * s : i * s + p, j * s : j * s + p] += g

    return occ(a, im, t, p, g, s, fill)


def oc_one_pixel(a, im, t, p, g=0.0, s=1):
    def fill(x, i, j):
        x[:, i * s, j * s] = g

    return occ(a, im, t, p, g, s, fill)


def oc_centred(a, im, t, p, g=0.0, s=1):
    h = p // 2

    def fill(x, i, j):
        x[:, max(0, i * s - h) : i * s + h + 1, max(0, j * s - h) : j * s + h + 1] = g

    return occ(a, im, t, p, g, s, fill)


def oc_fullsize(a, im, t, p, g=0.0, s=1):
    d = np.zeros(im.shape[1:])
    base = a(im[None])[0, t]
    for i in range(0, im.shape[1] - p + 1, s):
        for j in range(0, im.shape[2] - p + 1, s):
            x = im.copy()
            x[:, i : i + p, j : j + p] = g
            d[i, j] = base - a(x[None])[0, t]
    return d


WRONG = [
    oc_nocopy,
    oc_inplace,
    oc_zero,
    oc_stride_ignored,
    oc_stride_is_patch,
    oc_pixel_places,
    oc_missing_last,
    oc_square,
    oc_ch0,
    oc_keep_only,
    oc_add,
    oc_one_pixel,
    oc_centred,
    oc_fullsize,
]
SHEETS = [AnswerSheet("14.occlusion_map", WRONG, right=[])]
