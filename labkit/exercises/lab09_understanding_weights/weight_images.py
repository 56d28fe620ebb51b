"""The first layer's weights as one image for each unit."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab09_understanding_weights.rows import first_weights
from labkit.exercises.misconception import Misconception
from labkit.layer_statistics import weight_images


def _changed(change: Callable) -> Callable:
    """The right images, and then something done to them."""
    return lambda W, height, width: change(weight_images(W, height, width))


_CUT = (
    "`reshape` cuts the numbers up in the order in which they lie in memory, row of `W` by row of `W`: your images mix "
    "the weights of different units. A unit's weights stand in a *column* of `W`."
)
_SHAPE = "Every unit wants an image of its own: the answer has shape (units, height, width)."
_SCALED = (
    "You have changed the numbers, by shifting or rescaling them. Leave the weights as they are: the picture has a "
    "colour scale."
)
_ROWS = "You go through the *rows* of `W`, which belong to the pixels. A unit's weights stand in a column."


def _pixel_by(number: Callable) -> Callable:
    """Two loops over the pixels of an image, with the row of `W` counted in another way."""

    def images(W: np.ndarray, height: int, width: int) -> np.ndarray:
        rows = [[W[number(r, c, height, width)] for c in range(width)] for r in range(height)]
        return np.moveaxis(np.array(rows), -1, 0)

    return images


WEIGHT_IMAGES = Exercise(
    id="09.weight_images",
    name="weight_images",
    title="What a first-layer unit looks for",
    points=1,
    reference=weight_images,
    probes=first_weights,
    misconceptions=[
        Misconception("cut up in memory", lambda W, h, w: W.reshape(-1, h, w), _CUT),
        Misconception("resized", lambda W, h, w: np.resize(W, (W.shape[1], h, w)), _CUT, same_as=("cut up in memory",)),
        Misconception(
            "units last",
            lambda W, h, w: W.reshape(h, w, -1),
            "Each image is in there, along the last axis. Bring the units to the front: " + _SHAPE,
        ),
        Misconception(
            "images on their side",
            _changed(lambda a: a.transpose(0, 2, 1)),
            "The units are in front, but every image lies on its side: height and width are exchanged. (`.T` turns "
            "*all* axes round.)",
        ),
        Misconception(
            "height and width exchanged",
            lambda W, h, w: W.T.reshape(-1, w, h),
            "Height comes before width. You see it only where the image is not square.",
        ),
        Misconception(
            "cut along the columns",
            lambda W, h, w: W.T.reshape(-1, w, h).transpose(0, 2, 1),
            "The pixels of an image are counted along its rows: pixel 1 stands to the right of pixel 0, not below it.",
        ),
        Misconception(
            "Fortran's order",
            lambda W, h, w: W.reshape((-1, h, w), order="F"),
            'With `order="F"` the first axis runs fastest. The pixels are counted along the rows of the image.',
        ),
        Misconception(
            "units between",
            lambda W, h, w: W.T.reshape(h, w, -1),
            "You turn `W` round, and then cut it up as if the pixels still came first. " + _SHAPE,
        ),
        Misconception(
            "units and pixels exchanged",
            lambda W, h, w: [row.reshape(h, w) for row in W],
            _ROWS,
        ),
        Misconception(
            "rows taken for units",
            lambda W, h, w: np.array([W[j].reshape(h, w) for j in range(W.shape[1])]),
            _ROWS,
            same_as=("units and pixels exchanged",),
        ),
        Misconception(
            "pixels counted by the height",
            _pixel_by(lambda r, c, h, w: r * h + c),
            "Which row of `W` holds the first pixel of the second row of the image? One row of the image has as many "
            "pixels as the image is wide.",
        ),
        Misconception(
            "not folded", lambda W, h, w: W.T, "One row of numbers for each unit. Now fold each of them into an image."
        ),
        Misconception(
            "first unit", lambda W, h, w: W[:, 0].reshape(h, w), "That is the image of the first unit. " + _SHAPE
        ),
        Misconception(
            "first pixel",
            lambda W, h, w: W[0].reshape(h, w),
            "That is a row of `W`, the weights of *one pixel* to all units.",
        ),
        Misconception(
            "one image for all",
            lambda W, h, w: W.T.reshape(h, w),
            "All the weights do not fit into one image. " + _SHAPE,
        ),
        Misconception(
            "images one below the other",
            _changed(lambda a: a.reshape(-1, a.shape[-1])),
            "The images are right, and glued together, one below the other. " + _SHAPE,
        ),
        Misconception(
            "images side by side",
            _changed(np.hstack),
            "The images are right, and glued together, side by side. " + _SHAPE,
        ),
        Misconception(
            "sum over the units", lambda W, h, w: W.sum(axis=1).reshape(h, w), "You add up the units. " + _SHAPE
        ),
        Misconception(
            "mean over the units", lambda W, h, w: W.mean(axis=1).reshape(h, w), "You average over the units. " + _SHAPE
        ),
        Misconception(
            "one mean image", lambda W, h, w: W.mean(axis=1).reshape(1, h, w), "You average over the units. " + _SHAPE
        ),
        Misconception(
            "an axis too many",
            _changed(lambda a: a[:, None]),
            "The images are right, with an axis of length 1 too many, such as a channel.",
        ),
        Misconception(
            "always 28 x 28",
            lambda W, h, w: W.T.reshape(-1, 28, 28),
            "Right for MNIST alone. `height` and `width` are given.",
        ),
        Misconception("upside down", _changed(lambda a: a[:, ::-1]), "Your images stand on their heads."),
        Misconception("mirrored", _changed(lambda a: a[:, :, ::-1]), "Your images are mirrored, left and right."),
        Misconception(
            "units in reverse",
            _changed(lambda a: a[::-1]),
            "The images are right, their order is not: unit 0 comes first.",
        ),
        Misconception(
            "sizes",
            _changed(np.abs),
            "The signs are lost. A negative weight says that a lit pixel speaks *against* the unit.",
        ),
        Misconception(
            "signs turned round",
            _changed(np.negative),
            "Every weight has the other sign: light that speaks for the unit seems to speak against it.",
        ),
        Misconception(
            "positive only",
            _changed(lambda a: np.maximum(a, 0)),
            "The negative weights are lost. They say which pixels speak *against* the unit.",
        ),
        Misconception("scaled by the largest", _changed(lambda a: a / np.abs(a).max()), _SCALED),
        Misconception(
            "each image scaled by its largest", _changed(lambda a: a / np.abs(a).max((1, 2), keepdims=True)), _SCALED
        ),
        Misconception("units' mean taken off", _changed(lambda a: a - a.mean(axis=(1, 2), keepdims=True)), _SCALED),
        Misconception("pixels' mean taken off", _changed(lambda a: a - a.mean(axis=0)), _SCALED),
        Misconception("mean taken off", _changed(lambda a: a - a.mean()), _SCALED),
        Misconception("standardised", _changed(lambda a: (a - a.mean()) / a.std()), _SCALED),
        Misconception("times 255", _changed(lambda a: 255 * a), _SCALED),
        Misconception(
            "grey values",
            _changed(lambda a: (255 * (a - a.min()) / (a.max() - a.min())).astype(np.uint8)),
            _SCALED,
        ),
        Misconception("stretched from 0 to 1", _changed(lambda a: (a - a.min()) / (a.max() - a.min())), _SCALED),
    ],
)
