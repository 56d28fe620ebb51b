"""The transposed Toeplitz matrix times the responses."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.experiments.lab14_cnn_part_4 import project_back
from labkit.nn.functional import toeplitz_matrix


def _probes(rng: np.random.Generator) -> list[Probe]:
    def one(filters, shape, kernel, stride=1, dtype=float, label=""):
        W = rng.normal(size=(filters, shape[0], *kernel)).astype(dtype)
        T = toeplitz_matrix(W, shape[1:], stride)
        down, across = ((n - k) // stride + 1 for n, k in zip(shape[1:], kernel, strict=True))
        return Probe(T, rng.normal(size=(filters, down, across)).astype(dtype), shape, label=label)

    return [
        one(2, (1, 5, 6), (3, 2), label="a wide image and a filter that is not square"),
        one(3, (2, 6, 4), (2, 3), label="two channels"),
        one(1, (1, 5, 5), (2, 2), label="one filter"),
        one(2, (3, 7, 5), (3, 3), stride=2, label="three channels, stride 2"),
        one(4, (1, 6, 7), (3, 3), dtype=np.float32, label="float32"),
        one(1, (1, 3, 4), (1, 1), label="a filter of one pixel"),
    ]


def _overwritten(T, y, shape):
    image = np.zeros(T.shape[1])
    for row, answer in zip(T, y.ravel(), strict=True):
        image[row != 0] = answer * row[row != 0]
    return image.reshape(shape)


def _back(T, y):
    return T.T @ y.ravel()


def _to_unit(v):
    return (v - v.min()) / np.ptp(v)


def _pinv(T, y, shape):
    return (np.linalg.pinv(T) @ y.ravel()).reshape(shape)


INVERSE = (
    "You have solved T x = y: that is the inverse, or the nearest thing to it. Report A's text says inverse, too, and "
    "means something simpler. What happens to rows and columns of T?"
)
AXES = "An image has the axes (channels, height, width), in this order: in what order do its numbers stand in a row?"
ORDER = (
    "The numbers of y must meet the rows of T that made them: filter by filter, row by row. In another order "
    "every answer is sent back to another place."
)
ALL = "An answer may be negative, and its size counts: T^T y takes all of them as they are. Nothing is cut off here."
KEEP_ADDING = "Every place of every filter sends something back, and all of it adds up in one image."
AVERAGED = "The transpose adds up what the places send back; yours is a mean of it."
SCALED = "You scale the image. How strong the responses are, is part of the answer: leave the numbers as they are."

PROJECT_BACK = Exercise(
    id="14.project_back",
    name="project_back",
    title="Back through the transpose",
    points=2,
    reference=project_back,
    probes=_probes,
    misconceptions=[
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
            lambda T, y, shape: np.linalg.solve(T.T @ T + 1e-3 * np.eye(T.shape[1]), _back(T, y)).reshape(shape),
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
            "left flat",
            lambda T, y, shape: _back(T, y),
            "The numbers are right, and stand in one long row. Give the image its shape back.",
        ),
        Misconception(
            "responses not flat",
            lambda T, y, shape: T.T @ y,
            "The columns of T^T wait for one long vector; y has three axes still.",
        ),
        Misconception("height and width exchanged", lambda T, y, s: _back(T, y).reshape(s[0], s[2], s[1]), AXES),
        Misconception(
            "height and width exchanged and back",
            lambda T, y, s: _back(T, y).reshape(s[0], s[2], s[1]).transpose(0, 2, 1),
            AXES,
        ),
        Misconception("channels last", lambda T, y, s: _back(T, y).reshape(s[1], s[2], s[0]), AXES),
        Misconception(
            "channels last, then moved",
            lambda T, y, s: _back(T, y).reshape(s[1], s[2], s[0]).transpose(2, 0, 1),
            AXES,
        ),
        Misconception("column by column", lambda T, y, s: _back(T, y).reshape(s, order="F"), AXES),
        Misconception(
            "channel forgotten",
            lambda T, y, s: _back(T, y).reshape(s[1:]),
            "The channel is missing from your shape; an image with one channel has the shape (1, height, width).",
        ),
        Misconception("responses column by column", lambda T, y, s: (T.T @ y.ravel(order="F")).reshape(s), ORDER),
        Misconception(
            "responses place by place", lambda T, y, s: (T.T @ y.transpose(1, 2, 0).ravel()).reshape(s), ORDER
        ),
        Misconception("responses turned", lambda T, y, s: (T.T @ y.transpose(0, 2, 1).ravel()).reshape(s), ORDER),
        Misconception("responses backwards", lambda T, y, s: (T.T @ y.ravel()[::-1]).reshape(s), ORDER),
        Misconception(
            "image turned round",
            lambda T, y, s: _back(T, y).reshape(s)[:, ::-1, ::-1],
            "Your image stands on its head. The transpose already does what a flip would do: flip nothing.",
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
            lambda T, y, s: (_back(T, y) / np.maximum((T != 0).sum(axis=0), 1)).reshape(s),
            "You divide each pixel by the number of places that look at it. T^T adds, and does not average.",
        ),
        Misconception("positive responses only", lambda T, y, s: (T.T @ np.maximum(y.ravel(), 0)).reshape(s), ALL),
        Misconception("sizes of responses", lambda T, y, s: (T.T @ np.abs(y.ravel())).reshape(s), ALL),
        Misconception("positive pixels only", lambda T, y, s: np.maximum(_back(T, y), 0).reshape(s), ALL),
        Misconception("sizes of weights", lambda T, y, s: (np.abs(T).T @ y.ravel()).reshape(s), ALL),
        Misconception(
            "there and back again",
            lambda T, y, s: (T.T @ T @ _back(T, y)).reshape(s),
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
        Misconception("averaged over places", lambda T, y, s: _back(T, y).reshape(s) / y.size, AVERAGED),
        Misconception("averaged over filters", lambda T, y, s: _back(T, y).reshape(s) / len(y), AVERAGED),
        Misconception("scaled to 0 and 1", lambda T, y, s: _to_unit(_back(T, y)).reshape(s), SCALED),
        Misconception(
            "scaled to length 1", lambda T, y, s: (_back(T, y) / np.linalg.norm(_back(T, y))).reshape(s), SCALED
        ),
        Misconception(
            "scaled by the largest", lambda T, y, s: (_back(T, y) / np.abs(_back(T, y)).max()).reshape(s), SCALED
        ),
        Misconception(
            "scaled by the largest number", lambda T, y, s: (_back(T, y) / _back(T, y).max()).reshape(s), SCALED
        ),
        Misconception("sizes of pixels", lambda T, y, s: np.abs(_back(T, y)).reshape(s), ALL),
        Misconception(
            "one over the weights",
            lambda T, y, s: (np.divide(1, T, out=np.zeros_like(T), where=T != 0).T @ y.ravel()).reshape(s),
            "You take one over each weight. Nothing is undone here: the same weights, only read down the columns of T.",
        ),
    ],
)
