"""Answers that are counted in a wrong way, mostly by a slip in the loop."""

import numpy as np

from labkit.exercises.lab10_putting_it_together.counting import answered, counted
from labkit.exercises.misconception import Misconception
from labkit.metrics import confusion_matrix

IN_LOOP = "Only one image is counted. Does your function return inside the loop?"
ENDS = "One image is not counted. Where does your loop begin, and where does it end?"


def _once(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    return np.minimum(counted(outputs, labels), 1)


def _without_diagonal(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    matrix = counted(outputs, labels)
    return matrix - np.diag(np.diag(matrix))


def _images(rows: slice):
    """Only some of the images are counted."""
    return lambda outputs, labels: answered(outputs, outputs.argmax(axis=1)[rows], labels[rows])


def _one_row(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Every row is the same list."""
    return np.tile(np.bincount(outputs.argmax(axis=1), minlength=outputs.shape[1]), (outputs.shape[1], 1))


def _either_true_or_answered(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    true, answered = (np.bincount(of, minlength=outputs.shape[1]) for of in (labels, outputs.argmax(axis=1)))
    return true[:, None] + answered - counted(outputs, labels)


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
        "each pair counted once",
        _once,
        "No entry is above 1. Is 1 added for each image, or is the entry set to 1? (`matrix[a, b] += 1` with whole "
        "arrays a and b adds only once where a pair occurs twice: NumPy reads, adds and writes back, all at once.)",
    ),
    Misconception(
        "each pair counted once, swapped",
        lambda outputs, labels: _once(outputs, labels).T,
        "Two things: no entry is above 1 (`matrix[a, b] += 1` with whole arrays adds only once for each pair); and "
        "rows and columns have changed places.",
    ),
    Misconception(
        "without the diagonal",
        _without_diagonal,
        "The diagonal is empty. Right answers are counted, too; only a picture may leave them out.",
    ),
    Misconception(
        "diagonal alone",
        lambda outputs, labels: np.diag(np.diag(counted(outputs, labels))),
        "Only the right answers are counted. What became of the wrong ones?",
    ),
    Misconception(
        "right answers by class",
        lambda outputs, labels: np.diag(counted(outputs, labels)),
        "You count the right answers of each class. A matrix is wanted: for each true class, how often was each "
        "class answered?",
    ),
    Misconception(
        "predictions on both sides",
        lambda outputs, labels: confusion_matrix(outputs, outputs.argmax(axis=1), outputs.shape[1]),
        "Your matrix has nothing off the diagonal, whatever the labels: the answers are compared with themselves.",
    ),
    Misconception(
        "labels on both sides",
        lambda outputs, labels: confusion_matrix(labels, labels, outputs.shape[1]),
        "Your matrix has nothing off the diagonal, whatever the outputs: the labels are compared with themselves.",
    ),
    Misconception(
        "both directions added",
        lambda outputs, labels: counted(outputs, labels) + counted(outputs, labels).T,
        "You count a confusion in both directions. A 4 taken for a 9 is not a 9 taken for a 4.",
    ),
    Misconception(
        "either for both",
        _either_true_or_answered,
        "You count the images that are of one class *or* were taken for the other. An entry counts those that are both.",
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
        "agreement of classes",
        lambda outputs, labels: np.corrcoef(np.eye(outputs.shape[1])[labels].T, outputs.T),
        "Nothing is correlated here: count images.",
    ),
]
