"""The im2col matrix: one column for each place of each image."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab13_cnn_part_3.windows import LABELS, in_order, layers, windows
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


def _strided(change):
    return lambda images, kernel_size, stride: image_columns(images, tuple(kernel_size), change(*stride))


def _short(down: int, across: int):
    """Leave out the last places in one direction or both."""

    def answer(images, kernel_size, stride):
        seen = windows(images, kernel_size, stride)
        seen = seen[:, :, :, : seen.shape[3] - down, : seen.shape[4] - across]
        return seen.reshape(int(np.prod(seen.shape[:3])), -1)

    return answer


def _padded(images, kernel_size, stride):
    (h, w), room = kernel_size, [(0, 0), (0, 0)]
    return image_columns(np.pad(images, [*room, (h // 2, h // 2), (w // 2, w // 2)]), (h, w), tuple(stride))


_ROWS = (
    "The rows stand in another order: channel first, then the filter's rows, then its columns, as `W.reshape` does. "
)
_COLUMNS = "The columns stand in another order: place by place, from left to right and then down, and the sample last. "
_FLIP = (
    "Each place is turned round. This layer does not flip: a filter's first weight meets the first pixel that it sees."
)
_STRIDE = "Look at the stride: `stride[0]` is a step down, `stride[1]` a step across. "
_PLACES = "Some places are missing. A filter of size k fits into n pixels at n - k + 1 places: try k = n. "

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
        Misconception("stride left out", _strided(lambda a, b: (1, 1)), _STRIDE + "You take every place."),
        Misconception("one stride for both, down", _strided(lambda a, b: (a, a)), _STRIDE + "You use one for both."),
        Misconception("one stride for both, across", _strided(lambda a, b: (b, b)), _STRIDE + "You use one for both."),
        Misconception("strides swapped", _strided(lambda a, b: (b, a)), _STRIDE + "You have them the other way round."),
        Misconception("stride down only", _strided(lambda a, b: (a, 1)), _STRIDE + "Yours acts in one direction."),
        Misconception("stride across only", _strided(lambda a, b: (1, b)), _STRIDE + "Yours acts in one direction."),
        Misconception(
            "kernel size for stride",
            lambda images, k, s: image_columns(images, k, k),
            "Your places do not overlap: you go on by the filter's size instead of the stride.",
        ),
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
        Misconception("places off by one", _short(1, 1), _PLACES),
        Misconception("places off by one, down", _short(1, 0), _PLACES),
        Misconception("places off by one, across", _short(0, 1), _PLACES),
        Misconception(
            "with a border", _padded, "You have added a border of zeros: a filter stays inside the image here."
        ),
        Misconception(
            "first image only",
            lambda images, k, s: image_columns(images[:1], k, s),
            "Only the first image is there. Each image of the batch has columns of its own.",
        ),
        Misconception(
            "first channel only",
            lambda images, k, s: image_columns(images[:, :1], k, s),
            "Only the first channel is there. A filter looks at all channels at once.",
        ),
        Misconception(
            "channels added",
            lambda images, k, s: image_columns(images.sum(axis=1, keepdims=True), k, s),
            "You add the channels up. A filter has weights of its own for each channel.",
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
    ],
)
