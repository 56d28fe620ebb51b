"""Transposed convolution: stamps that are not added up, or not those of the filter."""

import numpy as np

from labkit.exercises.lab14_cnn_part_4.stamps import FLIP, flipped, reference, stamps
from labkit.exercises.misconception import Misconception


def _mean(y, W, stride):
    return reference(y, W, stride) / np.maximum(reference(np.ones_like(y), np.ones_like(W), stride), 1)


def _without_last(y):
    inner = np.zeros_like(y)
    inner[:, :-1, :-1] = y[:, :-1, :-1]
    return inner


OVERLAP = "Neighbouring stamps overlap. Where they do, a pixel hears from several places: "
FILTERS = "Every filter stamps with its own weights, as strongly as its own responses say, and all go into one image."


STAMP_MISTAKES = [
    Misconception("overwritten", lambda y, W, s: stamps(y, W, s, put="last"), OVERLAP + "add, do not replace."),
    Misconception(
        "overwritten and flipped",
        lambda y, W, s: stamps(y, flipped(W), s, put="last"),
        "Two things. " + OVERLAP + "add, do not replace. And: " + FLIP,
    ),
    Misconception("largest kept", lambda y, W, s: stamps(y, W, s, put="largest"), OVERLAP + "all of them count."),
    Misconception("averaged", _mean, OVERLAP + "they are added, not averaged."),
    Misconception("filter flipped", lambda y, W, s: reference(y, flipped(W), s), FLIP),
    Misconception(
        "filter upside down", lambda y, W, s: reference(y, W[:, :, ::-1], s), "Flipped top to bottom. " + FLIP
    ),
    Misconception("last filter only", lambda y, W, s: reference(y[-1:], W[-1:], s), FILTERS),
    Misconception("first filter only", lambda y, W, s: reference(y[:1], W[:1], s), FILTERS),
    Misconception(
        "responses added up first",
        lambda y, W, s: reference(np.ascontiguousarray(np.broadcast_to(y.sum(axis=0), y.shape)), W, s),
        FILTERS,
    ),
    Misconception(
        "an image for each filter",
        lambda y, W, s: np.array([reference(y[f : f + 1], W[f : f + 1], s) for f in range(len(y))]),
        "You keep the filters apart. " + FILTERS,
    ),
    Misconception(
        "first channel only",
        lambda y, W, s: reference(y, W[:, :1], s),
        "A filter has weights for every channel of the image, and stamps into every one.",
    ),
    Misconception(
        "channels added up",
        lambda y, W, s: reference(y, W, s).sum(axis=0),
        "You add up the channels of the image. Each keeps its own plane.",
    ),
    Misconception("one channel returned", lambda y, W, s: reference(y, W, s)[0], "Return all channels."),
    Misconception(
        "responses ignored",
        lambda y, W, s: reference(np.ones_like(y), W, s),
        "All your stamps are equally strong. How strong the stamp is, the response at its place says.",
    ),
    Misconception(
        "positive responses only",
        lambda y, W, s: reference(np.maximum(y, 0), W, s),
        "A negative response stamps the negative of the filter. Nothing is cut off here.",
    ),
    Misconception(
        "filter transposed",
        lambda y, W, s: reference(y, W.transpose(0, 1, 3, 2), s),
        "Rows and columns of the filter are exchanged.",
    ),
    Misconception(
        "responses transposed",
        lambda y, W, s: reference(y.transpose(0, 2, 1), W, s),
        "Rows and columns of the responses are exchanged: y[f, i, j] is i steps down and j across.",
    ),
    Misconception(
        "last places forgotten",
        lambda y, W, s: reference(_without_last(y), W, s),
        "The last row and the last column of places send nothing back: `range(n)` ends before n by itself.",
    ),
    Misconception(
        "sizes of responses",
        lambda y, W, s: reference(np.abs(y), W, s),
        "A negative response stamps the negative of the filter: keep its sign.",
    ),
    Misconception(
        "one filter for all",
        lambda y, W, s: reference(y, np.repeat(W[:1], len(W), axis=0), s),
        "All your stamps are the first filter's. " + FILTERS,
    ),
    Misconception(
        "averaged over filters", lambda y, W, s: reference(y, W, s) / len(y), FILTERS + " Yours is their mean."
    ),
    Misconception(
        "averaged over the filter's pixels",
        lambda y, W, s: reference(y, W, s) / W[0, 0].size,
        "You divide by the number of pixels of a filter. Nothing is averaged: the stamps add up.",
    ),
    Misconception(
        "averaged where stamps overlap",
        lambda y, W, s: reference(y, W, s) / np.maximum(reference(np.ones_like(y[:1]), np.ones_like(W[:1]), s), 1),
        OVERLAP + "they are added, not averaged.",
        same_as=("averaged",),
    ),
    Misconception(
        "responses turned round",
        lambda y, W, s: reference(y[:, ::-1, ::-1], W, s),
        "Your responses are turned round: y[f, 0, 0] belongs to the upper left corner. Nothing is flipped here.",
    ),
    Misconception(
        "first channel's weights for all",
        lambda y, W, s: reference(y, np.repeat(W[:, :1], W.shape[1], axis=1), s),
        "All your channels get the stamp of the first. A filter has weights of its own for every channel.",
    ),
    Misconception(
        "other channels left at 0",
        lambda y, W, s: reference(y, W * (np.arange(W.shape[1]) == 0)[:, None, None], s),
        "Only the first channel is stamped. A filter has weights for every channel of the image, and stamps into every one.",
    ),
]
