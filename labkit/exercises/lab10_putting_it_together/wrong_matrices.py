"""Matrices of another layout or size, and all other matrices that are no confusion matrix."""

import numpy as np

from labkit.exercises.lab10_putting_it_together.counting import answered, counted
from labkit.exercises.lab10_putting_it_together.shares_for_counts import SHARES_FOR_COUNTS
from labkit.exercises.lab10_putting_it_together.wrong_answers import WRONG_ANSWERS
from labkit.exercises.lab10_putting_it_together.wrong_counts import WRONG_COUNTS
from labkit.exercises.misconception import Misconception
from labkit.metrics import confusion_matrix

SIZE = "A row and a column are missing where a class did not occur. How many classes has the network, whoever came?"


def _only_seen(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    n = max(labels.max(), outputs.argmax(axis=1).max()) + 1
    return counted(outputs, labels)[:n, :n]


def _only_true(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    there = np.unique(labels)
    return counted(outputs, labels)[np.ix_(there, there)]


def _either(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    there = np.union1d(labels, outputs.argmax(axis=1))
    return counted(outputs, labels)[np.ix_(there, there)]


def _images(rows: slice):
    """Only some of the images are counted."""
    return lambda outputs, labels: answered(outputs, outputs.argmax(axis=1)[rows], labels[rows])


def _with_sums(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    matrix = _images(slice(None))(outputs, labels)
    matrix = np.vstack([matrix, matrix.sum(axis=0)])
    return np.hstack([matrix, matrix.sum(axis=1, keepdims=True)])


WRONG_MATRICES = [
    Misconception(
        "rows and columns swapped",
        lambda outputs, labels: counted(outputs, labels).T,
        "Rows and columns have changed places: your rows are the answers. (Report A's matrix is laid out like that, "
        "so read the caption before you read a matrix.)",
    ),
    Misconception("as large as the largest class seen", _only_seen, SIZE),
    Misconception("classes without images left out", _only_true, SIZE),
    Misconception("classes that occur nowhere left out", _either, SIZE),
    Misconception(
        "ten classes always",
        lambda outputs, labels: confusion_matrix(outputs, labels, max(10, outputs.shape[1])),
        "Your matrix is always 10 x 10. The outputs say how many classes there are.",
    ),
    Misconception("with sums", _with_sums, "You add a row and a column of sums. The matrix alone is asked for."),
    Misconception(
        "counted from 1",
        lambda outputs, labels: np.pad(_images(slice(None))(outputs, labels), ((1, 0), (1, 0))),
        "Your matrix has an empty row and column in front. Classes are counted from 0.",
    ),
    Misconception(
        "one class back",
        lambda outputs, labels: np.roll(counted(outputs, labels), (-1, -1), axis=(0, 1)),
        "Your rows and columns have moved on by one, and class 0 stands at the end. Classes are counted from 0.",
    ),
    *SHARES_FOR_COUNTS,
    *WRONG_ANSWERS,
    *WRONG_COUNTS,
]
