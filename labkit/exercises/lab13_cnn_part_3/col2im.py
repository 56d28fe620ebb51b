"""Back from the columns to the images: add up where the columns had copied."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab13_cnn_part_3.windows import AXES, LABELS, layers
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import image_columns, image_columns_backward, places


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


def _placed(put, flip=False, swap=False):
    """Go through weights and places and ``put`` what belongs to a pixel there."""

    def answer(columns, image_shape, kernel, stride):
        n, channels, *size = image_shape
        down, across = places(tuple(size), tuple(kernel), tuple(stride))
        parts = columns.reshape(channels, *kernel, down, across, n)
        out = np.zeros((channels, *size, n))
        for y in range(down):
            for x in range(across):
                part = parts[:, :, :, y, x]
                top, left = y * stride[0], x * stride[1]
                seen = out[:, top : top + kernel[0], left : left + kernel[1]]
                put(seen, part[:, ::-1, ::-1] if flip else part)
        return out.transpose(3, 0, 1, 2)

    return answer


def _overwrite(seen, part):
    seen[...] = part


def _keep_first(seen, part):
    seen[seen == 0] = part[seen == 0]


def _larger(seen, part):
    seen[...] = np.maximum(seen, part)


def _add(seen, part):
    seen += part


def _counted(columns, image_shape, kernel, stride):
    total = image_columns_backward(columns, tuple(image_shape), tuple(kernel), tuple(stride))
    count = image_columns_backward(np.ones_like(columns), tuple(image_shape), tuple(kernel), tuple(stride))
    return total / np.maximum(count, 1)


def _strided(change):
    """Put the columns where another stride would have taken them from; what falls outside is lost."""

    def answer(columns, image_shape, kernel, stride):
        n, channels, *size = image_shape
        down, across = places(tuple(size), tuple(kernel), tuple(stride))
        parts = columns.reshape(channels, *kernel, down, across, n)
        out, step = np.zeros((channels, *size, n)), change(*stride)
        for y in range(down):
            for x in range(across):
                seen = out[:, y * step[0] : y * step[0] + kernel[0], x * step[1] : x * step[1] + kernel[1]]
                if seen.shape[1:3] != tuple(kernel):
                    raise ValueError("operands could not be broadcast together")
                seen += parts[:, :, :, y, x]
        return out.transpose(3, 0, 1, 2)

    return answer


def _left(axes):
    return lambda *arguments: image_columns_backward(*arguments).transpose(axes)


def _short(rows, across):
    """Leave out the last places."""

    def answer(columns, image_shape, kernel, stride):
        n, channels, *size = image_shape
        places_ = places(tuple(size), tuple(kernel), tuple(stride))
        parts = columns.copy().reshape(-1, *places_, n)
        if rows:
            parts[:, -1] = 0
        if across:
            parts[:, :, -1] = 0
        return image_columns_backward(parts.reshape(columns.shape), tuple(image_shape), tuple(kernel), tuple(stride))

    return answer


_OVERLAP = (
    "Places overlap, so a pixel has been copied to several columns, and each copy has pushed the error. What does a "
    "pixel get that was used many times? "
)
_ORDER = "The numbers go to the wrong pixels. In which order did im2col lay down rows and columns? "
_STRIDE = "Look at the stride: neighbouring places are `stride[0]` rows or `stride[1]` columns apart. "
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
        Misconception("overwritten", _placed(_overwrite), _OVERLAP + "Yours keeps the last only."),
        Misconception("first kept", _placed(_keep_first), _OVERLAP + "Yours keeps the first only."),
        Misconception("largest kept", _placed(_larger), _OVERLAP + "Yours keeps the largest."),
        Misconception("mean of the overlaps", _counted, _OVERLAP + "You take the mean of its copies."),
        Misconception(
            "mean over the filter's weights",
            lambda c, i, k, s: image_columns_backward(c, i, k, s) / (k[0] * k[1]),
            "You divide by the size of the filter. " + _OVERLAP,
        ),
        Misconception(
            "mean over samples",
            lambda c, i, k, s: image_columns_backward(c, i, k, s) / i[0],
            "You divide by the number of samples. Each image has a gradient of its own; nothing is averaged.",
        ),
        Misconception(
            "added to the wrong side", _placed(_add, flip=True),
            "Each place is turned round before it is added: no flip here, the columns were made without one.",
        ),
        Misconception("samples first", _read_as("cijsyx"), _ORDER + "You take the samples to come before the places."),
        Misconception("samples between", _read_as("cijysx"), _ORDER),
        Misconception("across before down", _read_as("cijxys"), _ORDER + "You go down first."),
        Misconception("filter's columns first", _read_as("cjiyxs"), _ORDER + "You go down a filter first."),
        Misconception("channels last", _read_as("ijcyxs"), _ORDER + "You take the channels to be last."),
        Misconception("channels between", _read_as("icjyxs"), _ORDER),
        Misconception("rows and columns swapped", _read_as("yxscij"), _ORDER + "A *column* is one place."),
        Misconception("samples before all", _read_as("scijyx"), _ORDER),
        Misconception("samples before all, places next", _read_as("syxcij"), _ORDER + "A *column* is one place."),
        Misconception("stride left out", _strided(lambda a, b: (1, 1)), _STRIDE + "Yours are always next to each other."),
        Misconception("stride down only", _strided(lambda a, b: (a, 1)), _STRIDE + "Yours acts in one direction."),
        Misconception("stride across only", _strided(lambda a, b: (1, b)), _STRIDE + "Yours acts in one direction."),
        Misconception(
            "last row of places left out", _short(True, False), "The last row of places is missing. How many are there? Try a filter as large as the image."
        ),
        Misconception(
            "last column of places left out", _short(False, True), "The last column of places is missing. How many are there?"
        ),
        Misconception("last places left out", _short(True, True), "The last places are missing, down and across. How many are there?"),
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
            "every copy counted as in the images",
            lambda c, i, k, s: image_columns_backward(image_columns(image_columns_backward(c, i, k, s), k, s), i, k, s),
            "You have gone there and back once more than needed.",
        ),
    ],
)  # fmt: skip
