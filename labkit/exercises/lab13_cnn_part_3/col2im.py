"""Back from the columns to the images: add up where the columns had copied."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab13_cnn_part_3.windows import AXES, LABELS, layers
from labkit.exercises.lab13_cnn_part_3.wrong_overlaps import WRONG_OVERLAPS
from labkit.exercises.lab13_cnn_part_3.wrong_targets import WRONG_TARGETS
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import image_columns_backward, places


def gradients(rng: np.random.Generator) -> list[Probe]:
    """Gradients at the columns of several layers."""
    probes = []
    for ((n, channels, *size), kernel, stride), label in zip(layers(rng), LABELS, strict=True):
        down, across = places(tuple(size), kernel, stride)
        columns = rng.normal(size=(channels * kernel[0] * kernel[1], down * across * n))
        probes.append(Probe(columns, (n, channels, *size), kernel, stride, label=label))
    return probes


def _read_as(order: str):
    """Read the columns as if their axes stood in another order."""

    def answer(columns, image_shape, kernel, stride):
        n, channels, *size = image_shape
        down, across = places(tuple(size), tuple(kernel), tuple(stride))
        sizes = dict(zip(AXES, (channels, *kernel, down, across, n), strict=True))
        parts = columns.reshape([sizes[axis] for axis in order])
        parts = parts.transpose([order.index(axis) for axis in AXES]).reshape(columns.shape)
        return image_columns_backward(parts, tuple(image_shape), tuple(kernel), tuple(stride))

    return answer


def _left(axes):
    return lambda *arguments: image_columns_backward(*arguments).transpose(axes)


_ORDER = "The numbers go to the wrong pixels. In which order did im2col lay down rows and columns? "
_AXES = "The numbers are right, their axes stand in another order: samples, channels, height, width."

COL2IM = Exercise(
    id="13.col2im",
    name="col2im",
    title="Back to the image",
    points=3,
    reference=image_columns_backward,
    probes=gradients,
    call=lambda function, columns, image_shape, kernel_size, stride: function(
        columns, image_shape, kernel_size, stride
    ),
    misconceptions=[
        Misconception("samples first", _read_as("cijsyx"), _ORDER + "You take the samples to come before the places."),
        Misconception("samples between", _read_as("cijysx"), _ORDER),
        Misconception("across before down", _read_as("cijxys"), _ORDER + "You go down first."),
        Misconception("filter's columns first", _read_as("cjiyxs"), _ORDER + "You go down a filter first."),
        Misconception("channels last", _read_as("ijcyxs"), _ORDER + "You take the channels to be last."),
        Misconception("channels between", _read_as("icjyxs"), _ORDER),
        Misconception("rows and columns swapped", _read_as("yxscij"), _ORDER + "A *column* is one place."),
        Misconception("samples before all", _read_as("scijyx"), _ORDER),
        Misconception("samples before all, places next", _read_as("syxcij"), _ORDER + "A *column* is one place."),
        Misconception("samples last", _left((1, 2, 3, 0)), _AXES),
        Misconception("channels before samples", _left((1, 0, 2, 3)), _AXES),
        Misconception("channels at the end", _left((0, 2, 3, 1)), _AXES),
        Misconception("height and width swapped", _left((0, 1, 3, 2)), _AXES),
        Misconception(
            "channels added up",
            lambda *a: np.repeat(image_columns_backward(*a).sum(axis=1, keepdims=True), a[1][1], axis=1),
            "All channels get the sum. Each channel has numbers of its own in the columns.",
        ),
        Misconception(
            "samples added up",
            lambda *a: np.repeat(image_columns_backward(*a).sum(axis=0, keepdims=True), a[1][0], axis=0),
            "All images get the same gradient, the sum. Each has columns of its own.",
        ),
        Misconception(
            "flat", lambda *a: image_columns_backward(*a).reshape(a[1][0], -1), "Right numbers; give the images their shape back."
        ),
        Misconception(
            "samples shuffled",
            lambda c, i, k, s: image_columns_backward(c, i, k, s).transpose(1, 2, 3, 0).reshape(i),
            "The numbers are right but samples and pixels are mixed: transpose, do not reshape, to bring the samples to "
            "the front.",
        ),
        Misconception(
            "wrong reshape",
            lambda c, i, k, s: image_columns_backward(c.T.reshape(c.shape), i, k, s),
            "The columns are shuffled: `reshape` reads them row by row, it does not transpose.",
        ),
        Misconception(
            "samples reversed", lambda *a: image_columns_backward(*a)[::-1], "The images come in reverse order."
        ),
        Misconception(
            "turned upside down",
            lambda *a: image_columns_backward(*a)[..., ::-1, ::-1],
            "The images are turned round: the first place is the top left one.",
        ),
        Misconception(
            "first image for all",
            lambda *a: np.repeat(image_columns_backward(*a)[:1], a[1][0], axis=0),
            "All images get the gradient of the first. Each has columns of its own.",
        ),
        Misconception(
            "first channel only",
            lambda *a: image_columns_backward(*a) * (np.arange(a[1][1]) < 1)[:, None, None],
            "Only the first channel gets its gradient.",
        ),
        *WRONG_OVERLAPS,
        *WRONG_TARGETS,
    ],
)  # fmt: skip
