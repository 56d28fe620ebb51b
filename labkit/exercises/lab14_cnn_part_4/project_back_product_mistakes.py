"""Back through the matrix: another product than that of the transpose and all responses."""

import numpy as np

from labkit.exercises.lab14_cnn_part_4.projection import back
from labkit.exercises.misconception import Misconception


def _overwritten(T, y, shape):
    image = np.zeros(T.shape[1])
    for row, answer in zip(T, y.ravel(), strict=True):
        image[row != 0] = answer * row[row != 0]
    return image.reshape(shape)


def _to_unit(v):
    return (v - v.min()) / np.ptp(v)


def _lengths(T):
    lengths = np.linalg.norm(T, axis=0)
    return np.where(lengths == 0, 1, lengths)


def _pinv(T, y, shape):
    return (np.linalg.pinv(T) @ y.ravel()).reshape(shape)


INVERSE = (
    "You have solved T x = y: that is the inverse, or the nearest thing to it. Report A's text says inverse, too, and "
    "means something simpler. What happens to rows and columns of T?"
)
ALL = "An answer may be negative, and its size counts: T^T y takes all of them as they are. Nothing is cut off here."
KEEP_ADDING = "Every place of every filter sends something back, and all of it adds up in one image."
AVERAGED = "The transpose adds up what the places send back; yours is a mean of it."
SCALED = "You scale the image. How strong the responses are, is part of the answer: leave the numbers as they are."


PRODUCT_MISTAKES = [
    Misconception(
        "responses less their mean",
        lambda T, y, shape: (T.T @ (y - y.mean()).ravel()).reshape(shape),
        ALL + " You subtract their mean.",
    ),
    Misconception(
        "activated on the way",
        lambda T, y, shape: (T.T @ np.tanh(y.ravel())).reshape(shape),
        ALL + " No tanh here.",
    ),
    Misconception("pseudo-inverse", _pinv, INVERSE),
    Misconception(
        "regularised inverse",
        lambda T, y, shape: np.linalg.solve(T.T @ T + 1e-3 * np.eye(T.shape[1]), back(T, y)).reshape(shape),
        INVERSE,
    ),
    Misconception(
        "inverse",
        lambda T, y, shape: (np.linalg.inv(T) @ y.ravel()).reshape(shape),
        "T is not square, so it has no inverse. " + INVERSE,
    ),
    Misconception(
        "no transpose",
        lambda T, y, shape: (T @ y.ravel()).reshape(shape),
        "T takes an image to responses. Here are responses, and an image is wanted: T the other way round.",
    ),
    Misconception(
        "first filter only",
        lambda T, y, s: (T[: y[0].size].T @ y[0].ravel()).reshape(s),
        "That is the part of the first filter. All filters send back, and their parts add up.",
    ),
    Misconception(
        "overwritten",
        _overwritten,
        "Where two places look at one pixel, both send something back. Yours keeps only the last: add them up.",
    ),
    Misconception(
        "largest kept",
        lambda T, y, s: (T * y.reshape(-1, 1)).max(axis=0).reshape(s),
        "Where several places look at one pixel you keep the largest part. A matrix product adds them up.",
    ),
    Misconception(
        "averaged",
        lambda T, y, s: (back(T, y) / np.maximum((T != 0).sum(axis=0), 1)).reshape(s),
        "You divide each pixel by the number of places that look at it. T^T adds, and does not average.",
    ),
    Misconception("positive responses only", lambda T, y, s: (T.T @ np.maximum(y.ravel(), 0)).reshape(s), ALL),
    Misconception("sizes of responses", lambda T, y, s: (T.T @ np.abs(y.ravel())).reshape(s), ALL),
    Misconception("positive pixels only", lambda T, y, s: np.maximum(back(T, y), 0).reshape(s), ALL),
    Misconception("sizes of weights", lambda T, y, s: (np.abs(T).T @ y.ravel()).reshape(s), ALL),
    Misconception(
        "there and back again",
        lambda T, y, s: (T.T @ T @ back(T, y)).reshape(s),
        "You go back, forth and back again. Once back is enough.",
    ),
    Misconception(
        "not summed",
        lambda T, y, s: T.T * y.ravel(),
        "`*` multiplies number by number. The product of a matrix and a vector is written `@`, and adds up.",
    ),
    Misconception(
        "the last place forgotten",
        lambda T, y, s: (T[:-1].T @ y.ravel()[:-1]).reshape(s),
        "The last place sends nothing back: `range(n)` ends before n by itself.",
    ),
    Misconception(
        "last filter only",
        lambda T, y, s: (T[-y[0].size :].T @ y[-1].ravel()).reshape(s),
        "That is the part of the last filter. " + KEEP_ADDING,
        same_as=("first filter only",),
    ),
    Misconception(
        "last place only",
        lambda T, y, s: (T[-1] * y.ravel()[-1]).reshape(s),
        "That is what the last place sends back. " + KEEP_ADDING,
    ),
    Misconception("averaged over places", lambda T, y, s: back(T, y).reshape(s) / y.size, AVERAGED),
    Misconception("averaged over filters", lambda T, y, s: back(T, y).reshape(s) / len(y), AVERAGED),
    Misconception("scaled to 0 and 1", lambda T, y, s: _to_unit(back(T, y)).reshape(s), SCALED),
    Misconception("scaled to length 1", lambda T, y, s: (back(T, y) / np.linalg.norm(back(T, y))).reshape(s), SCALED),
    Misconception(
        "scaled by the largest",
        lambda T, y, s: (back(T, y) / np.abs(back(T, y)).max()).reshape(s),
        SCALED,
        ("scaled by the largest number",),
    ),
    Misconception(
        "scaled by the largest number",
        lambda T, y, s: (back(T, y) / back(T, y).max()).reshape(s),
        SCALED,
        ("scaled by the largest",),
    ),
    Misconception("sizes of pixels", lambda T, y, s: np.abs(back(T, y)).reshape(s), ALL),
    Misconception(
        "one over the weights",
        lambda T, y, s: (np.divide(1, T, out=np.zeros_like(T), where=T != 0).T @ y.ravel()).reshape(s),
        "You take one over each weight. Nothing is undone here: the same weights, only read down the columns of T.",
    ),
    Misconception(
        "places added up",
        lambda T, y, s: ((T != 0).T @ y.ravel()).reshape(s),
        "Each pixel adds up the responses of the places that look at it, all alike. How strongly a place looks at it, its "
        "weight in T says.",
    ),
    Misconception(
        "strongest place only",
        lambda T, y, s: (T[y.argmax()] * y.max()).reshape(s),
        "That is what the strongest place sends back. " + KEEP_ADDING,
    ),
    Misconception(
        "columns of length 1",
        lambda T, y, s: (back(T, y) / _lengths(T)).reshape(s),
        SCALED + " You give each column of T the length 1.",
    ),
    Misconception(
        "rows of length 1",
        lambda T, y, s: (T.T @ (y.ravel() / np.linalg.norm(T, axis=1))).reshape(s),
        SCALED + " You give each row of T the length 1.",
    ),
]
