"""Softmax along the wrong axis, over the whole batch, or with shapes that do not meet."""

import numpy as np

from labkit.exercises.misconception import Misconception

OVERFLOW = (
    "e to the power of a large score is more than the computer can hold, and infinity over infinity is nan. Which "
    "number may you take off all scores of an image without changing its probabilities?"
)
_AXIS = "Every *image* is to get probabilities that add up to 1; yours add up to 1 along another direction. "
_WHOLE = "All the numbers of your batch together add up to 1. Each image wants probabilities of its own. "
_KEEP = (
    "NumPy lines arrays up from their last axis: one number for each image cannot meet a row of classes that way. "
    "What does `keepdims` do?"
)


def shared(z: np.ndarray, shift: np.ndarray | float, **axis) -> np.ndarray:
    """Exponentials of the shifted scores over their sum."""
    e = np.exp(z - shift)
    return e / e.sum(**axis)


ROW = {"axis": -1, "keepdims": True}

AXES = [
    Misconception("axis 0", lambda z: shared(z, z.max(axis=0), axis=0), _AXIS + "Which axis holds the classes?"),
    Misconception(
        "axis 0, no shift", lambda z: shared(z, 0, axis=0), _AXIS + "Which axis holds the classes? " + OVERFLOW
    ),
    Misconception(
        "axis 1",
        lambda z: shared(z, z.max(axis=1, keepdims=True), axis=1, keepdims=True),
        "Right for a batch; the scores of one image have no axis 1. Which number names the *last* axis, however "
        "many there are?",
    ),
    Misconception(
        "axis 1, no shift",
        lambda z: shared(z, 0, axis=1, keepdims=True),
        "The scores of one image have no axis 1: which number names the last axis? " + OVERFLOW,
    ),
    Misconception("whole batch", lambda z: shared(z, z.max()), _WHOLE + "Which axis is to be summed?"),
    Misconception("whole batch, no shift", lambda z: shared(z, 0), _WHOLE + OVERFLOW),
    Misconception(
        "one maximum for all",
        lambda z: shared(z, z.max(), **ROW),
        "You take the largest score of the whole *batch* off every image. For an image whose scores are far below "
        "it all exponentials become 0, and 0 / 0 is nan.",
    ),
    Misconception(
        "one maximum for all, epsilon",
        lambda z: np.exp(z - z.max()) / (np.exp(z - z.max()).sum(**ROW) + 1e-8),
        "You take the largest score of the whole *batch* off every image, and the small number in the denominator "
        "hides what follows: an image with low scores gets probabilities that add up to 0.",
    ),
    Misconception("no keepdims", lambda z: shared(z, z.max(axis=-1), axis=-1), _KEEP),
    Misconception("no keepdims in the sum", lambda z: shared(z, z.max(**ROW), axis=-1), _KEEP),
    Misconception("no keepdims, no shift", lambda z: shared(z, 0, axis=-1), _KEEP + " And: " + OVERFLOW),
    Misconception(
        "sum over the images",
        lambda z: shared(z, z.max(**ROW), axis=0),
        "You sum over the images of the batch, though the largest score was taken of each image. Which axis "
        "holds the classes?",
    ),
]
