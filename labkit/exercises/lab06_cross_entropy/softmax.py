"""Scores to probabilities."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab06_cross_entropy.scores import scores
from labkit.exercises.misconception import Misconception
from labkit.nn.functional import log_softmax, sigmoid, softmax

_OVERFLOW = (
    "e to the power of a large score is more than the computer can hold, and infinity over infinity is nan. Which "
    "number may you take off all scores of an image without changing its probabilities?"
)
_AXIS = "Every *image* is to get probabilities that add up to 1; yours add up to 1 along another direction. "
_WHOLE = "All the numbers of your batch together add up to 1. Each image wants probabilities of its own. "
_KEEP = (
    "NumPy lines arrays up from their last axis: one number for each image cannot meet a row of classes that way. "
    "What does `keepdims` do?"
)


def _shared(z: np.ndarray, shift: np.ndarray, **axis) -> np.ndarray:
    e = np.exp(z - shift)
    return e / e.sum(**axis)


ROW = {"axis": -1, "keepdims": True}

SOFTMAX = Exercise(
    id="06.softmax",
    name="softmax",
    title="Scores to probabilities",
    points=2,
    reference=softmax,
    call=lambda function, z: function(z),
    probes=scores,
    no_warnings=True,
    misconceptions=[
        Misconception("no shift", lambda z: _shared(z, 0, **ROW), _OVERFLOW),
        Misconception("axis 0", lambda z: _shared(z, z.max(axis=0), axis=0), _AXIS + "Which axis holds the classes?"),
        Misconception(
            "axis 0, no shift", lambda z: _shared(z, 0, axis=0), _AXIS + "Which axis holds the classes? " + _OVERFLOW
        ),
        Misconception(
            "axis 1",
            lambda z: _shared(z, z.max(axis=1, keepdims=True), axis=1, keepdims=True),
            "Right for a batch; the scores of one image have no axis 1. Which number names the *last* axis, however "
            "many there are?",
        ),
        Misconception(
            "axis 1, no shift",
            lambda z: _shared(z, 0, axis=1, keepdims=True),
            "The scores of one image have no axis 1: which number names the last axis? " + _OVERFLOW,
        ),
        Misconception("whole batch", lambda z: _shared(z, z.max()), _WHOLE + "Which axis is to be summed?"),
        Misconception("whole batch, no shift", lambda z: _shared(z, 0), _WHOLE + _OVERFLOW),
        Misconception(
            "one maximum for all",
            lambda z: _shared(z, z.max(), **ROW),
            "You take the largest score of the whole *batch* off every image. For an image whose scores are far below "
            "it all exponentials become 0, and 0 / 0 is nan.",
        ),
        Misconception(
            "one maximum for all, epsilon",
            lambda z: np.exp(z - z.max()) / (np.exp(z - z.max()).sum(**ROW) + 1e-8),
            "You take the largest score of the whole *batch* off every image, and the small number in the denominator "
            "hides what follows: an image with low scores gets probabilities that add up to 0.",
        ),
        Misconception(
            "not normalised",
            lambda z: np.exp(z - z.max(**ROW)),
            "Positive, but they do not add up to 1. What are they to be divided by?",
        ),
        Misconception("not normalised, no shift", np.exp, "Positive, but they do not add up to 1. " + _OVERFLOW),
        Misconception(
            "sigmoid",
            sigmoid,
            "That is the sigmoid, which looks at each score alone: ten answers to ten questions. A softmax shares out "
            "one certainty among the classes.",
        ),
        Misconception(
            "sigmoid, normalised",
            lambda z: sigmoid(z) / sigmoid(z).sum(**ROW),
            "They add up to 1, but what is shared out are sigmoids. Look at the numerator in the equation.",
        ),
        Misconception(
            "no exponential",
            lambda z: z / z.sum(**ROW),
            "You divide the scores by their sum. Scores can be negative, probabilities cannot: which function makes "
            "them positive first?",
        ),
        Misconception(
            "no exponential, absolute values",
            lambda z: np.abs(z) / np.abs(z).sum(**ROW),
            "Now a very low score counts as much as a very high one. Which function makes scores positive and keeps "
            "their order?",
        ),
        Misconception(
            "stretched to 0 and 1",
            lambda z: (z - z.min(**ROW)) / (z.max(**ROW) - z.min(**ROW)),
            "You stretch the scores over the interval from 0 to 1. They do not add up to 1, and there is no "
            "exponential in it.",
        ),
        Misconception(
            "winner takes all",
            lambda z: (z == z.max(**ROW)) * 1.0,
            "You give everything to the highest score. A softmax is softer: it leaves something for every class.",
        ),
        Misconception(
            "argmax",
            lambda z: z.argmax(axis=-1),
            "That is the winning class. Asked for are the probabilities of all of them.",
        ),
        Misconception("sign", lambda z: softmax(-z), "Your highest probability goes to the *lowest* score."),
        Misconception(
            "log of it",
            log_softmax,
            "You return the logarithm of the softmax, and those numbers are negative.",
        ),
        Misconception(
            "base 2",
            lambda z: softmax(z * np.log(2)),
            "It looks like a softmax with another base than e.",
        ),
        Misconception(
            "shifted scores",
            lambda z: z - z.max(**ROW),
            "That is the first step only: the scores with their largest taken off. The exponential is still to come.",
        ),
        Misconception(
            "shift below only",
            lambda z: np.exp(z) / np.exp(z - z.max(**ROW)).sum(**ROW),
            "The largest score is taken off in the denominator and not in the numerator. It cancels only if both do it.",
        ),
        Misconception(
            "clipped",
            lambda z: _shared(np.clip(z, -500, 500), 0, **ROW),
            "Clipping stops the overflow, but all scores beyond the bound become equal, and with them their "
            "probabilities. Taking off the same number from each keeps their differences.",
        ),
        Misconception(
            "clipped early",
            lambda z: _shared(np.clip(z, -50, 50), 0, **ROW),
            "Clipping stops the overflow, but all scores beyond the bound become equal, and with them their "
            "probabilities. Taking off the same number from each keeps their differences.",
        ),
        Misconception(
            "mean for maximum",
            lambda z: _shared(z, z.mean(**ROW), **ROW),
            "You take off the mean. The largest score may still lie far above it, and its exponential overflows.",
        ),
        Misconception(
            "minimum for maximum",
            lambda z: _shared(z, z.min(**ROW), **ROW),
            "You take off the smallest score, so the exponents are 0 or more. Which shift makes them 0 or *less*?",
        ),
        Misconception("no keepdims", lambda z: _shared(z, z.max(axis=-1), axis=-1), _KEEP),
        Misconception("no keepdims in the sum", lambda z: _shared(z, z.max(**ROW), axis=-1), _KEEP),
        Misconception("no keepdims, no shift", lambda z: _shared(z, 0, axis=-1), _KEEP + " And: " + _OVERFLOW),
        Misconception(
            "nan hidden",
            lambda z: np.nan_to_num(_shared(z, 0, **ROW)),
            "You turn nan into 0, so the image whose score was too large to compute gets probability 0 where it should "
            "get nearly 1. Do not hide the overflow: prevent it.",
        ),
        Misconception(
            "divided by the length",
            lambda z: np.exp(z - z.max(**ROW)) / np.linalg.norm(np.exp(z - z.max(**ROW)), **ROW),
            "You divide by the root of the sum of squares (the norm). Their squares add up to 1 now; the probabilities should.",
        ),
        Misconception(
            "scores divided by their largest",
            lambda z: softmax(z / z.max(**ROW)),
            "You divide the scores by the largest. That changes the differences between them; *subtracting* it does not.",
        ),
        Misconception(
            "sum over the images",
            lambda z: _shared(z, z.max(**ROW), axis=0),
            "You sum over the images of the batch, though the largest score was taken of each image. Which axis holds the classes?",
        ),
        Misconception(
            "complement",
            lambda z: 1 - softmax(z),
            "That is the probability of each class *not* being the one.",
        ),
        Misconception(
            "mean for sum",
            lambda z: softmax(z) * z.shape[-1],
            "You divide by the mean of the exponentials, so an image's numbers add up to the number of classes.",
        ),
    ],
)
