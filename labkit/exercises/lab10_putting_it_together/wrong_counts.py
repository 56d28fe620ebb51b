"""Confusion matrices that are counted in a wrong way, mostly by a slip in the loop."""

import numpy as np

from labkit.exercises.misconception import Misconception
from labkit.metrics import confusion_matrix


def _of(outputs: np.ndarray, answers: np.ndarray, labels: np.ndarray) -> np.ndarray:
    return confusion_matrix(answers, labels, n_classes=outputs.shape[1])


def _images(rows: slice):
    """Only some of the images are counted."""
    return lambda outputs, labels: _of(outputs, outputs.argmax(axis=1)[rows], labels[rows])


def _all_tied(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    matrix = np.zeros((outputs.shape[1],) * 2)
    np.add.at(matrix, labels, outputs == outputs.max(axis=1, keepdims=True))
    return matrix


def _one_row(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Every row is the same list."""
    return np.tile(np.bincount(outputs.argmax(axis=1), minlength=outputs.shape[1]), (outputs.shape[1], 1))


def _with_sums(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    matrix = _images(slice(None))(outputs, labels)
    matrix = np.vstack([matrix, matrix.sum(axis=0)])
    return np.hstack([matrix, matrix.sum(axis=1, keepdims=True)])


def _among_the_two_largest(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    return _of(outputs, outputs.argsort(axis=1)[:, -2], labels)


IN_LOOP = "Only one image is counted. Does your function return inside the loop?"
ENDS = "One image is not counted. Where does your loop begin, and where does it end?"

WRONG_COUNTS = [
    Misconception("first image only", _images(slice(0, 1)), IN_LOOP),
    Misconception(
        "last image only",
        _images(slice(-1, None)),
        "Only the last image is counted: is the matrix made anew for each one?",
    ),
    Misconception("first image left out", _images(slice(1, None)), ENDS),
    Misconception("last image left out", _images(slice(0, -1)), ENDS),
    Misconception(
        "all tied classes",
        _all_tied,
        "Right but for ties: where two outputs are equally large you count both. The text says which one is the answer.",
    ),
    Misconception(
        "rows that are one list",
        _one_row,
        "All rows of your matrix are alike: they count how often each class was answered, whatever was true. (Rows made "
        "as `[row] * n` are n times the *same* list.)",
    ),
    Misconception(
        "columns count the true classes",
        lambda outputs, labels: np.tile(np.bincount(labels, minlength=outputs.shape[1]), (outputs.shape[1], 1)),
        "All rows of your matrix are alike: they count how often each class was true. (Rows made as `[row] * n` are n "
        "times the *same* list.)",
    ),
    Misconception(
        "rounded before the largest is taken",
        lambda outputs, labels: _of(outputs, np.round(outputs).argmax(axis=1), labels),
        "You round the outputs first. Then different outputs become equal, and the first one wins, not the largest.",
    ),
    Misconception(
        "compared with 1/2 before the largest is taken",
        lambda outputs, labels: _of(outputs, (outputs > 0.5).argmax(axis=1), labels),
        "You compare with 1/2 first: then the first output above it wins, not the largest.",
    ),
    Misconception(
        "largest absolute output",
        lambda outputs, labels: _of(outputs, np.abs(outputs).argmax(axis=1), labels),
        "Your answer is the output farthest from 0, which may be a very negative one. The largest is asked for.",
    ),
    Misconception(
        "second largest",
        _among_the_two_largest,
        "Your answer is the class with the second largest output.",
    ),
    Misconception(
        "last of the sorted",
        lambda outputs, labels: _of(outputs, outputs.argsort(axis=1, kind="stable")[:, -1], labels),
        "Where two outputs are equal, the first of them counts; yours is the last.",
        same_as=("last of the tied",),
    ),
    Misconception("with sums", _with_sums, "You add a row and a column of sums. The matrix alone is asked for."),
    Misconception(
        "counted from 1",
        lambda outputs, labels: np.pad(_images(slice(None))(outputs, labels), ((1, 0), (1, 0))),
        "Your matrix has an empty row and column in front. Classes are counted from 0.",
    ),
    Misconception(
        "answers alone",
        lambda outputs, labels: outputs.argmax(axis=1),
        "These are the answers, one for each image. Now count them for each true class.",
    ),
]
