"""The convolutional layer's forward pass, as one product."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab13_cnn_part_3.windows import LABELS, layers
from labkit.exercises.lab13_cnn_part_3.wrong_biases import wrong_biases
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import batch_first, filter_columns, image_columns, places


def conv_forward(columns: np.ndarray, W: np.ndarray, b: np.ndarray, down: int, across: int, n: int) -> np.ndarray:
    """Every filter at every place, (samples, filters, places down, places across), from the im2col matrix."""
    return batch_first(filter_columns(columns, W, b).reshape(len(W), down, across, n))


def products(rng: np.random.Generator) -> list[Probe]:
    """Im2col matrices with filters and biases."""
    probes = []
    for ((n, channels, *size), kernel, stride), label in zip(layers(rng), LABELS, strict=True):
        columns = image_columns(rng.normal(size=(n, channels, *size)), kernel, stride)
        filters = 5 if n != 5 else 6
        W, b = rng.normal(size=(filters, channels, *kernel)), rng.normal(size=filters)
        down, across = places(tuple(size), kernel, stride)
        probes.append(Probe(columns, W, b, down, across, n, label=label))
    return probes


def _product(columns, W, b=0.0):
    return W.reshape(len(W), -1) @ columns + np.reshape(b, (-1, 1))


def _reshaped(order: str):
    """Read the product as if its axes (f, y, x, s) stood in another order, then put them in the right place."""

    def answer(columns, W, b, down, across, n):
        sizes = {"f": len(W), "y": down, "x": across, "s": n}
        z = _product(columns, W, b).reshape([sizes[axis] for axis in order])
        return z.transpose([order.index(axis) for axis in "sfyx"])

    return answer


def _left(order: str):
    """Leave the axes in another order."""

    def answer(columns, W, b, down, across, n):
        z = _product(columns, W, b).reshape(len(W), down, across, n)
        return z.transpose(["fyxs".index(axis) for axis in order])

    return answer


def _with(weights):
    return lambda columns, W, b, down, across, n: conv_forward(columns, weights(W), b, down, across, n)


_RESHAPE = (
    "The numbers are right, but filters, places and samples are mixed up. `reshape` reads the product row by row and "
    "changes no order: cut its axes apart as they stand, (filters, down, across, samples), and *then* move them."
)
_MIXED = "The weights meet the wrong pixels. In which order do the rows of the im2col matrix stand? "
_AXES = "The numbers are right, their axes stand in another order: samples, filters, down, across."

FORWARD = Exercise(
    id="13.forward",
    name="conv_forward",
    title="All filters at all places: one product",
    points=2,
    reference=conv_forward,
    probes=products,
    misconceptions=[
        Misconception("reshaped in the wrong order", _reshaped("sfyx"), _RESHAPE),
        Misconception("reshaped with the samples second", _reshaped("fsyx"), _RESHAPE),
        Misconception("reshaped with the samples between", _reshaped("fysx"), _RESHAPE),
        Misconception("reshaped across first", _reshaped("fxys"), _RESHAPE),
        Misconception("reshaped places first", _reshaped("yxsf"), _RESHAPE),
        Misconception("reshaped places and filters", _reshaped("yxfs"), _RESHAPE),
        Misconception("reshaped samples, then places", _reshaped("syxf"), _RESHAPE),
        Misconception(
            "reshaped after a transpose",
            lambda columns, W, b, down, across, n: _product(columns, W, b).T.reshape(n, len(W), down, across),
            _RESHAPE,
        ),
        Misconception("axes left as they are", _left("fyxs"), _AXES),
        Misconception("filters first", _left("fsyx"), _AXES),
        Misconception("filters last", _left("syxf"), _AXES),
        Misconception("places swapped", _left("sfxy"), _AXES + " Yours has across before down."),
        Misconception("reversed", _left("sxyf"), _AXES + " A bare `.T` turns all of them round."),
        Misconception(
            "kernel flipped",
            _with(lambda W: W[:, :, ::-1, ::-1]),
            "Your filters are flipped, as in a strict convolution. This layer correlates: no flip.",
        ),
        Misconception("kernel transposed", _with(lambda W: W.swapaxes(2, 3)), _MIXED + "Yours goes down first."),
        Misconception(
            "channels last", _with(lambda W: W.transpose(0, 2, 3, 1)), _MIXED + "Yours has the channels last."
        ),
        Misconception(
            "weights reshaped",
            _with(lambda W: W.reshape(-1, len(W)).T.copy()),
            "Each of your filters is made of weights of all filters. `W.reshape(-1, filters)` is no transpose.",
        ),
        Misconception(
            "weights transposed before reshaping",
            _with(lambda W: np.ascontiguousarray(W.T).reshape(len(W), -1)),
            "`W.T` turns all four axes round, so that the filters are mixed up. Flatten each filter as it stands.",
        ),
        Misconception(
            "divided by the size",
            _with(lambda W: W / np.prod(W.shape[1:])),
            "You take a mean over the filter's weights. The layer adds up.",
        ),
        Misconception(
            "filters added up",
            lambda columns, W, b, *size: conv_forward(columns, W, b, *size).sum(axis=1, keepdims=True),
            "You add the filters' answers up. Each is a map of its own.",
        ),
        Misconception(
            "the product itself",
            lambda columns, W, b, *size: _product(columns, W, b),
            "The product is right. Give it its shape: (samples, filters, places down, places across).",
        ),
        Misconception(
            "places in one axis",
            lambda columns, W, b, down, across, n: conv_forward(columns, W, b, down, across, n).reshape(n, len(W), -1),
            "The places stand in one row. Give them back their rows and columns.",
        ),
        Misconception(
            "already through a ReLU",
            lambda *arguments: np.maximum(conv_forward(*arguments), 0),
            "There is an activation in it. Return the weighted sums: the activation is a layer of its own.",
        ),
        Misconception(
            "weights turned round",
            _with(lambda W: W.T.reshape(-1, len(W)).T.copy()),
            _MIXED + "A bare `.T` turns all axes of the filters: yours go column first, and the channels are last.",
        ),
        Misconception("channels in reverse", _with(lambda W: W[:, ::-1]), _MIXED + "Your channels are in reverse."),
        Misconception(
            "first channel only",
            _with(lambda W: W * (np.arange(W.shape[1]) < 1)[:, None, None]),
            "Only the first channel counts. A filter adds up over all channels.",
        ),
        Misconception("first filter for all", _with(lambda W: 0 * W + W[0]), "All maps come from the first filter."),
        Misconception(
            "first image for all",
            lambda *arguments: 0 * conv_forward(*arguments) + conv_forward(*arguments)[:1],
            "All images get the answer to the first one.",
        ),
        Misconception(
            "reshaped after two axes were exchanged",
            lambda columns, W, b, down, across, n: (
                _product(columns, W, b).reshape(len(W), down, across, n).swapaxes(0, 3).reshape(n, len(W), down, across)
            ),
            _RESHAPE,
        ),
        Misconception(
            "already through a tanh",
            lambda *arguments: np.tanh(conv_forward(*arguments)),
            "There is an activation in it. Return the weighted sums: the activation is a layer of its own.",
        ),
        *wrong_biases(conv_forward),
    ],
)
