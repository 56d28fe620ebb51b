"""A bank of filters on a grey image, written out as one matrix."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab12_cnn_part_2 import toeplitz_slips as slips
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import toeplitz_matrix


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
            slips.turned,
            "Rows and columns of the filter are exchanged. Draw a filter of 2 rows and 3 columns on an image.",
        ),
        Misconception("stride ignored", lambda W, h, w, s: toeplitz(W, h, w, 1), "Every place has a row. " + STRIDE),
        Misconception("stride only down", lambda W, h, w, s: toeplitz(W, h, w, (s[0], 1)), STRIDE),
        Misconception("stride only across", lambda W, h, w, s: toeplitz(W, h, w, (1, s[1])), STRIDE),
        Misconception("down's stride twice", lambda W, h, w, s: toeplitz(W, h, w, s[0]), STRIDE),
        Misconception("across's stride twice", lambda W, h, w, s: toeplitz(W, h, w, s[1]), STRIDE),
        Misconception(
            "stride in the count only",
            slips.next_door,
            "You have the right number of places, but each is one pixel from the last. Where does the step enter?",
        ),
        Misconception("strides exchanged", lambda W, h, w, s: toeplitz(W, h, w, s[::-1]), STRIDE),
        Misconception(
            "transposed",
            lambda W, h, w, s: toeplitz(W, h, w, s).T,
            "Rows and columns of the matrix are exchanged: T @ image needs one column for each pixel.",
        ),
        Misconception(
            "a place too few",
            slips.too_few,
            "Your last places are missing. A filter as large as the image fits in once: what does your range give then?",
        ),
        Misconception(
            "places column by column",
            slips.rearranged((0, 2, 1)),
            "All rows are there, in another order: you go down first and then across. The places are to be read like "
            "text.",
        ),
        Misconception(
            "filters innermost",
            slips.rearranged((1, 2, 0)),
            "All rows are there, in another order: you take all filters at a place, then the next place. All places of "
            "the first filter should come first.",
        ),
        Misconception(
            "pixels column by column",
            slips.pixels_by_columns,
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
            "image not cleared",
            slips.not_cleared,
            "Filters of earlier places are still there. Each row begins with an *empty* image.",
        ),
        Misconception(
            "one image for all rows",
            slips.aliased,
            "All your rows are equal. `ravel` and `reshape` look at the same image, and you go on writing to it.",
        ),
        Misconception(
            "height for width",
            slips.height_for_width,
            "A pixel's number is wrong as soon as the image is not square: how many pixels lie in one of its rows?",
        ),
        Misconception(
            "shifted by one each time",
            slips.shifted,
            "You shift the flat row on and on. At the end of an image row the filter would hang over the edge and go on "
            "in the next row: that is not a place.",
        ),
        Misconception(
            "shifted without the edge",
            slips.shifted_by_stride,
            "You shift the flat row on and on. At the end of an image row the filter would hang over the edge and go on "
            "in the next row: that is not a place.",
        ),
        Misconception(
            "filter pulled apart",
            slips.pulled_apart,
            "You spread the weights of the filter by the stride. The stride moves the filter as a whole.",
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
            lambda W, h, w, s: slips.blocks(toeplitz(W, h, w, s), W, h, w, s)[:, 0, 0],
            "You have one row for each filter. Every *place* of a filter needs a row.",
        ),
        Misconception(
            "filter in one piece",
            slips.in_one_piece,
            "You write the filter's weights side by side. On the image its rows lie below each other: how far apart is that "
            "in a flat row?",
        ),
    ],
)
