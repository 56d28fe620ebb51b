"""Matrices that are no confusion matrix."""

import numpy as np

from labkit.exercises.lab10_putting_it_together.wrong_counts import WRONG_COUNTS
from labkit.exercises.misconception import Misconception
from labkit.metrics import confusion_matrix


def counted(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """The confusion matrix, as large as the outputs say."""
    return confusion_matrix(outputs, labels, n_classes=outputs.shape[1])


def _normalised(outputs: np.ndarray, labels: np.ndarray, axis: int | None) -> np.ndarray:
    matrix = counted(outputs, labels)
    with np.errstate(all="ignore"):
        return matrix / matrix.sum(axis=axis, keepdims=True)


def _once(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    return np.minimum(counted(outputs, labels), 1)


def _wrong_axis(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    matrix = np.zeros((outputs.shape[1],) * 2, dtype=int)
    predicted = outputs.argmax(axis=0)
    for t, p in zip(labels, predicted, strict=False):
        if p < len(matrix):
            matrix[t, p] += 1
    return matrix


def _soft(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    matrix = np.zeros((outputs.shape[1],) * 2)
    np.add.at(matrix, labels, outputs)
    return matrix


def _thresholded(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    return np.eye(outputs.shape[1])[labels].T @ (outputs > 0.5)


def _only_seen(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    n = max(labels.max(), outputs.argmax(axis=1).max()) + 1
    return counted(outputs, labels)[:n, :n]


def _only_true(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    there = np.unique(labels)
    return counted(outputs, labels)[np.ix_(there, there)]


def _either(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    there = np.union1d(labels, outputs.argmax(axis=1))
    return counted(outputs, labels)[np.ix_(there, there)]


def _without_diagonal(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    matrix = counted(outputs, labels)
    return matrix - np.diag(np.diag(matrix))


def _smallest(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    return counted(-outputs, labels)


def _last_tie(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    return confusion_matrix(outputs.shape[1] - 1 - outputs[:, ::-1].argmax(axis=1), labels, outputs.shape[1])


SHARES = "These are shares, and counts are asked for: with shares nobody sees how many images there were."
SIZE = "A row and a column are missing where a class did not occur. How many classes has the network, whoever came?"

WRONG_MATRICES = [
    Misconception(
        "rows and columns swapped",
        lambda outputs, labels: counted(outputs, labels).T,
        "Rows and columns have changed places: your rows are the answers. (Report A's matrix is laid out like that, "
        "so read the caption before you read a matrix.)",
    ),
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
    Misconception("shares of the rows", lambda outputs, labels: _normalised(outputs, labels, 1), SHARES),
    Misconception("shares of the columns", lambda outputs, labels: _normalised(outputs, labels, 0), SHARES),
    Misconception("shares of all", lambda outputs, labels: _normalised(outputs, labels, None), SHARES),
    Misconception(
        "shares of the rows, 0 where empty",
        lambda outputs, labels: np.nan_to_num(_normalised(outputs, labels, 1)),
        SHARES,
    ),
    Misconception(
        "per cent of the rows",
        lambda outputs, labels: 100 * np.nan_to_num(_normalised(outputs, labels, 1)),
        SHARES,
    ),
    Misconception(
        "shares of the rows, empty rows divided by 1",
        lambda outputs, labels: (
            counted(outputs, labels) / np.maximum(counted(outputs, labels).sum(axis=1, keepdims=True), 1)
        ),
        SHARES,
        same_as=("shares of the rows, 0 where empty",),
    ),
    Misconception(
        "shares of the rows, swapped",
        lambda outputs, labels: _normalised(outputs, labels, 1).T,
        SHARES + " Besides, rows and columns have changed places.",
    ),
    Misconception(
        "argmax over the wrong axis",
        _wrong_axis,
        "For each *class* you look for the image with the largest output. For each image a class is wanted: over "
        "which axis?",
    ),
    Misconception(
        "argmax over the wrong axis, raises",
        lambda outputs, labels: np.bincount(labels * outputs.shape[1] + outputs.argmax(axis=0)),
        "For each *class* you look for the image with the largest output. For each image a class is wanted: over "
        "which axis?",
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
        "outputs added up",
        _soft,
        "You add up the outputs themselves. An answer is one class: the one with the largest output.",
    ),
    Misconception(
        "outputs added up, as a product",
        lambda outputs, labels: np.eye(outputs.shape[1])[labels].T @ outputs + 0 * outputs[:1].T,
        "You add up the outputs themselves. An answer is one class: the one with the largest output.",
        same_as=("outputs added up",),
    ),
    Misconception(
        "all outputs above 1/2",
        _thresholded,
        "An output above 1/2 counts as an answer for you: an image may give two answers then, or none. Each image "
        "gives one.",
    ),
    Misconception(
        "rounded outputs",
        lambda outputs, labels: np.eye(outputs.shape[1])[labels].T @ np.round(outputs),
        "Rounded outputs are no answers: an image may have two ones among them, or none. Each image gives one answer.",
    ),
    Misconception("as large as the largest class seen", _only_seen, SIZE),
    Misconception("classes without images left out", _only_true, SIZE),
    Misconception("classes that occur nowhere left out", _either, SIZE),
    Misconception("the smallest output", _smallest, "Your answer is the class with the *smallest* output."),
    Misconception(
        "last of the tied", _last_tie, "Where two outputs are equal, the first of them counts; yours is the last."
    ),
    Misconception(
        "ten classes always",
        lambda outputs, labels: confusion_matrix(outputs, labels, max(10, outputs.shape[1])),
        "Your matrix is always 10 x 10. The outputs say how many classes there are.",
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
        "agreement of classes",
        lambda outputs, labels: np.corrcoef(np.eye(outputs.shape[1])[labels].T, outputs.T),
        "Nothing is correlated here: count images.",
    ),
    *WRONG_COUNTS,
]
