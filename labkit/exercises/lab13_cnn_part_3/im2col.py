"""The im2col matrix: one column for each place of each image."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab13_cnn_part_3.windows import LABELS, in_order, layers, windows
from labkit.exercises.lab13_cnn_part_3.wrong_places import WRONG_PLACES
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import image_columns


def batches(rng: np.random.Generator) -> list[Probe]:
    """Batches with filters that are not square and strides that differ."""
    return [
        Probe(rng.normal(size=images), kernel, stride, label=label)
        for (images, kernel, stride), label in zip(layers(rng), LABELS, strict=True)
    ]


def _flipped(which: slice):
    def answer(images, kernel_size, stride):
        seen = windows(images, kernel_size, stride)
        axes = {"both": (1, 2), "rows": (1,), "columns": (2,), "channels": (0,)}[which]
        return np.flip(seen, axes).reshape(int(np.prod(seen.shape[:3])), -1)

    return answer


_ROWS = (
    "The rows stand in another order: channel first, then the filter's rows, then its columns, as `W.reshape` does. "
)
_COLUMNS = "The columns stand in another order: place by place, from left to right and then down, and the sample last. "
_FLIP = (
    "Each place is turned round. This layer does not flip: a filter's first weight meets the first pixel that it sees."
)

IM2COL = Exercise(
    id="13.im2col",
    name="im2col",
    title="What the filters see",
    points=3,
    reference=image_columns,
    probes=batches,
    call=lambda function, images, kernel_size, stride: function(images, kernel_size, stride),
    misconceptions=[
        Misconception(
            "rows and columns swapped",
            lambda images, k, s: image_columns(images, k, s).T,
            "Your matrix is the transpose: each *column* is what a filter sees at one place.",
        ),
        Misconception("samples first", in_order("cijsyx"), _COLUMNS),
        Misconception("samples between", in_order("cijysx"), _COLUMNS),
        Misconception("columns of places first", in_order("cijxys"), _COLUMNS + "You go down first."),
        Misconception("samples first, then down", in_order("cijsxy"), _COLUMNS),
        Misconception("filter's columns first", in_order("cjiyxs"), _ROWS + "You go down a filter first."),
        Misconception("channels last", in_order("ijcyxs"), _ROWS + "Your channels are last."),
        Misconception("channels between", in_order("icjyxs"), _ROWS + "Your channels stand in between."),
        Misconception("channels last, samples first", in_order("ijcsyx"), _ROWS + _COLUMNS),
        Misconception(
            "transposed, samples first", in_order("syxcij"), "A column, not a row, for each place. " + _COLUMNS
        ),
        Misconception("transposed, channels last", in_order("yxsijc"), "A column, not a row, for each place. " + _ROWS),
        Misconception(
            "wrong reshape",
            lambda images, k, s: image_columns(images, k, s).T.reshape(image_columns(images, k, s).shape),
            "The shape is right, but the numbers are shuffled: `reshape` reads them row by row, it does not transpose.",
        ),
        Misconception(
            "wrong reshape, samples first",
            lambda images, k, s: windows(images, k, s, "syxcij").reshape(image_columns(images, k, s).shape),
            "The shape is right, but the numbers are shuffled: `reshape` reads them row by row. Bring the axes into "
            "order with `transpose` before.",
        ),
        Misconception(
            "wrong reshape, samples and channels",
            lambda images, k, s: windows(images, k, s, "scijyx").reshape(image_columns(images, k, s).shape),
            "Samples and channels are mixed up: `reshape` reads number by number. Move the sample axis to the end "
            "before.",
        ),
        Misconception("kernel flipped", _flipped("both"), _FLIP),
        Misconception("kernel flipped, up and down", _flipped("rows"), _FLIP),
        Misconception("kernel flipped, left and right", _flipped("columns"), _FLIP),
        Misconception("channels in reverse", _flipped("channels"), "The channels are in reverse order."),
        Misconception(
            "kernel sizes swapped",
            lambda images, k, s: image_columns(images, (k[1], k[0]), s),
            "Height and width of the filter are swapped.",
        ),
        Misconception(
            "square kernel, height",
            lambda images, k, s: image_columns(images, (k[0], k[0]), s),
            "You take the filter to be square.",
        ),
        Misconception(
            "square kernel, width",
            lambda images, k, s: image_columns(images, (k[1], k[1]), s),
            "You take the filter to be square.",
        ),
        Misconception(
            "six axes",
            lambda images, k, s: windows(images, k, s).copy(),
            "The numbers are right, but they have six axes. Make a matrix of them.",
        ),
        Misconception(
            "a matrix for each image",
            lambda images, k, s: windows(images, k, s, "scijyx").reshape(
                len(images), images.shape[1] * k[0] * k[1], -1
            ),
            "You have a matrix for each image. Lay all of them into one, the sample last.",
        ),
        Misconception(
            "places on their side",
            in_order("jicyxs"),
            _ROWS + "A bare `.T` turns all axes of what is seen.",
        ),
        Misconception(
            "wrong reshape, windows first",
            lambda images, k, s: windows(images, k, s, "ijscyx").reshape(image_columns(images, k, s).shape),
            "The shape is right, but channels, places and samples are mixed up: `reshape` reads number by number. Bring "
            "the axes into order with `transpose` before.",
        ),
        Misconception(
            "rows in reverse",
            lambda images, k, s: image_columns(images, k, s)[::-1],
            "Your rows are upside down: the filter's last weight comes first.",
        ),
        Misconception(
            "columns in reverse",
            lambda images, k, s: image_columns(images, k, s)[:, ::-1],
            "Your columns begin with the last place. The top left place comes first.",
        ),
        Misconception(
            "images turned round",
            lambda images, k, s: image_columns(images[:, :, ::-1, ::-1], k, s),
            "You turn the images round. Neither they nor the filters are flipped here.",
        ),
        *WRONG_PLACES,
    ],
)
