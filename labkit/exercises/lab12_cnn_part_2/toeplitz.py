"""A bank of filters on a grey image, written out as one matrix."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import places, toeplitz_matrix


def toeplitz(W, height, width, stride):
    """Return the matrix T for which ``T @ image.ravel()`` is the correlation with every filter."""
    return toeplitz_matrix(W[:, None], (height, width), stride)


def _probes(rng: np.random.Generator) -> list[Probe]:
    def probe(n, kernel, image, stride, label, dtype=float):
        return Probe(rng.normal(size=(n, *kernel)).astype(dtype), *image, stride, label=label)

    return [
        probe(1, (2, 2), (3, 3), (1, 1), "one 2 by 2 filter on 3 by 3"),
        probe(2, (2, 3), (4, 6), (1, 1), "two filters, filter and image not square"),
        probe(3, (3, 2), (5, 4), (1, 1), "three tall filters"),
        probe(2, (2, 2), (7, 6), (2, 1), "steps of 2 downwards only"),
        probe(2, (2, 3), (5, 8), (1, 2), "steps of 2 sideways only"),
        probe(2, (3, 2), (8, 9), (2, 3), "steps of 2 down and 3 across"),
        probe(2, (3, 4), (3, 4), (1, 1), "filters as large as the image"),
        probe(2, (1, 1), (2, 3), (1, 1), "filters of one pixel"),
        probe(2, (2, 2), (4, 5), (1, 2), "float32", np.float32),
    ]


def _blocks(T, W, height, width, stride):
    down, across = places((height, width), W.shape[1:], stride)
    return T.reshape(len(W), down, across, height * width)


def _rearranged(axes):
    def wrong(W, height, width, stride):
        T = toeplitz(W, height, width, stride)
        return _blocks(T, W, height, width, stride).transpose(*axes, 3).reshape(T.shape)

    return wrong


def _too_few(W, height, width, stride):
    (kh, kw) = W.shape[1:]
    rows = [
        np.pad(f, ((y, height - kh - y), (x, width - kw - x))).ravel()
        for f in W
        for y in range(0, height - kh, stride[0])
        for x in range(0, width - kw, stride[1])
    ]
    return np.array(rows)


def _turned(W, height, width, stride):
    rows = []
    for T, f in zip(toeplitz(W, height, width, stride).reshape(len(W), -1, height, width), W, strict=True):
        for y in range(0, height - f.shape[0] + 1, stride[0]):
            for x in range(0, width - f.shape[1] + 1, stride[1]):
                row = np.zeros_like(T[0])
                part = f.T[: height - y, : width - x]
                row[y : y + part.shape[0], x : x + part.shape[1]] = part
                rows.append(row.ravel())
    return np.array(rows)


def _pixels_by_columns(W, height, width, stride):
    T = toeplitz(W, height, width, stride)
    return T.reshape(-1, height, width).transpose(0, 2, 1).reshape(T.shape)


STRIDE = "Compare your steps down with those across: `stride` holds two numbers, and each belongs to one direction."

TOEPLITZ = Exercise(
    id="12.toeplitz",
    name="toeplitz",
    title="Filters as a matrix",
    points=3,
    reference=toeplitz,
    probes=_probes,
    misconceptions=[
        Misconception(
            "filter flipped",
            lambda W, h, w, s: toeplitz(W[:, ::-1, ::-1], h, w, s),
            "Your filters stand on their heads and are mirrored too: that is the strict convolution. Correlation lays "
            "the filter on the image as it is.",
        ),
        Misconception(
            "filter upside down",
            lambda W, h, w, s: toeplitz(W[:, ::-1], h, w, s),
            "Your filters are turned upside down. Which row of a filter meets the upper row of pixels?",
        ),
        Misconception(
            "filter mirrored",
            lambda W, h, w, s: toeplitz(W[:, :, ::-1], h, w, s),
            "Your filters are mirrored left to right. Which column of a filter meets the left column of pixels?",
        ),
        Misconception(
            "filter transposed",
            _turned,
            "Rows and columns of the filter are exchanged. Draw a filter of 2 rows and 3 columns on an image.",
        ),
        Misconception("stride ignored", lambda W, h, w, s: toeplitz(W, h, w, 1), "Every place has a row. " + STRIDE),
        Misconception("stride only down", lambda W, h, w, s: toeplitz(W, h, w, (s[0], 1)), STRIDE),
        Misconception("stride only across", lambda W, h, w, s: toeplitz(W, h, w, (1, s[1])), STRIDE),
        Misconception("down's stride twice", lambda W, h, w, s: toeplitz(W, h, w, s[0]), STRIDE),
        Misconception("across's stride twice", lambda W, h, w, s: toeplitz(W, h, w, s[1]), STRIDE),
        Misconception("strides exchanged", lambda W, h, w, s: toeplitz(W, h, w, s[::-1]), STRIDE),
        Misconception(
            "transposed",
            lambda W, h, w, s: toeplitz(W, h, w, s).T,
            "Rows and columns of the matrix are exchanged: T @ image needs one column for each pixel.",
        ),
        Misconception(
            "a place too few",
            _too_few,
            "Your last places are missing. A filter as large as the image fits in once: what does your range give then?",
        ),
        Misconception(
            "places column by column",
            _rearranged((0, 2, 1)),
            "All rows are there, in another order: you go down first and then across. The places are to be read like "
            "text.",
        ),
        Misconception(
            "filters innermost",
            _rearranged((1, 2, 0)),
            "All rows are there, in another order: you take all filters at a place, then the next place. All places of "
            "the first filter should come first.",
        ),
        Misconception(
            "pixels column by column",
            _pixels_by_columns,
            "Your columns number the pixels downwards first. image.ravel() goes through the image row by row.",
        ),
        Misconception(
            "first filter only",
            lambda W, h, w, s: toeplitz(W[:1], h, w, s),
            "Your matrix holds the first filter only. Each filter needs rows of its own.",
        ),
        Misconception(
            "filters in reverse",
            lambda W, h, w, s: toeplitz(W[::-1], h, w, s),
            "All filters are there, the last one first.",
        ),
        Misconception(
            "filters added up",
            lambda W, h, w, s: toeplitz(W.sum(axis=0)[None], h, w, s),
            "You have added up the filters. Each filter answers for itself, in rows of its own.",
        ),
        Misconception(
            "padded",
            lambda W, h, w, s: toeplitz_matrix(W[:, None], (h, w), s, 1),
            "You let the filter hang over the edge. It should lie wholly on the image: there is no padding.",
        ),
        Misconception(
            "rows not flattened",
            lambda W, h, w, s: toeplitz(W, h, w, s).reshape(-1, h, w),
            "Your rows are still pictures. A matrix has two axes: lay each row out flat.",
        ),
        Misconception(
            "ones for weights",
            lambda W, h, w, s: toeplitz(np.ones_like(W), h, w, s),
            "You have marked where the filter lies. Its weights should stand there.",
        ),
        Misconception(
            "sign",
            lambda W, h, w, s: -toeplitz(W, h, w, s),
            "Every weight has the opposite sign. Nothing is subtracted in a correlation.",
        ),
        Misconception(
            "the filters themselves",
            lambda W, h, w, s: W.reshape(len(W), -1),
            "You have laid out the filters, not their places. A row is as long as the *image*, with zeros where the "
            "filter does not look.",
        ),
        Misconception(
            "one row for each filter",
            lambda W, h, w, s: _blocks(toeplitz(W, h, w, s), W, h, w, s)[:, 0, 0],
            "You have one row for each filter. Every *place* of a filter needs a row.",
        ),
    ],
)
