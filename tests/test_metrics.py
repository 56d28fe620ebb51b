"""Accuracy and confusion, from labels and from one-hot targets."""

import numpy as np
import pytest

from labkit.errors import LabkitError
from labkit.metrics import accuracy, confusion_matrix, error_rate, most_confused


def test_accuracy():
    outputs = np.array([[0.1, 0.9], [0.8, 0.3], [0.4, 0.6], [0.5, 0.2]])
    labels = np.array([1, 0, 0, 0])
    assert accuracy(outputs, labels) == 0.75 == accuracy(outputs, np.eye(2)[labels])
    assert error_rate(outputs, labels) == 0.25
    assert accuracy(np.array([[0.2], [0.7]]), np.array([0, 1])) == 1
    assert accuracy(np.array([[0.2], [0.7]]), np.array([[1.0], [1.0]])) == 0.5
    assert np.isnan(accuracy(np.empty((0, 3)), np.empty(0, int)))


def test_one_column_has_to_exceed_a_half():
    assert accuracy(np.array([[0.5], [np.nextafter(0.5, 1)]]), np.array([0, 1])) == 1


def test_ties_and_nan_count_as_the_docstring_says():
    assert accuracy(np.array([[0.4, 0.4], [np.nan, 1.0]]), np.array([0, 0])) == 1
    assert accuracy(np.full((2, 3), np.nan), np.array([0, 1])) == 0.5


def test_bad_input():
    with pytest.raises(LabkitError, match=r"labels must have shape \(4,\)"):
        accuracy(np.zeros((4, 3)), np.zeros(3, int))
    with pytest.raises(LabkitError, match="outputs must have shape"):
        accuracy(np.zeros(4), np.zeros(4, int))


# -- confusion ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("n_classes", [2, 3, 10])
@pytest.mark.parametrize("seed", range(3))
def test_confusion_matrix_against_scikit_learn(n_classes, seed):
    from sklearn.metrics import confusion_matrix as theirs

    rng = np.random.default_rng(seed)
    outputs, labels = rng.normal(size=(200, n_classes)), rng.integers(0, n_classes, 200)
    classes = outputs.argmax(axis=1)
    ours = confusion_matrix(outputs, labels, n_classes)
    assert np.issubdtype(ours.dtype, np.integer)
    assert np.array_equal(ours, theirs(labels, classes, labels=range(n_classes)))
    assert np.array_equal(ours, confusion_matrix(classes, np.eye(n_classes)[labels], n_classes))
    assert np.trace(ours) / ours.sum() == pytest.approx(accuracy(outputs, labels))


def test_confusion_matrix_has_a_row_for_every_class_and_takes_one_column_and_none():
    assert confusion_matrix([1, 1], [1, 0]).shape == (10, 10)
    assert confusion_matrix(np.array([[0.2], [0.7], [0.9]]), [0, 0, 1], 2).tolist() == [[1, 1], [0, 1]]
    assert confusion_matrix([], []).sum() == 0


def test_most_confused_pairs():
    matrix = np.array([[90, 2, 7], [3, 80, 0], [7, 1, 70]])
    assert most_confused(matrix) == [(0, 2, 7), (2, 0, 7), (1, 0, 3)]
    assert most_confused(matrix, 1) == [(0, 2, 7)]
    assert len(most_confused(matrix, 100)) == 5
    assert most_confused(np.diag([5, 6])) == [] == most_confused(matrix, 0) == most_confused(matrix, -1)
    assert matrix[0, 0] == 90


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([1, 2], [1]), "2 predictions and 1 labels"),
        (([1, 10], [1, 2]), "the outputs hold classes from 1 to 10; with n_classes=10 they must be from 0 to 9"),
        (([1, 2], [-1, 2]), "the labels hold classes from -1 to 2"),
        (([0.5, 1], [0, 1]), "the outputs must be whole numbers"),
        ((["a"], [0]), "the outputs must be whole numbers"),
        ((np.zeros((2, 3, 4)), [0, 1]), r"not \(2, 3, 4\)"),
        (([1], [1], 0), "n_classes must be a whole number"),
        (([1], [1], 2.5), "n_classes must be a whole number"),
    ],
)
def test_bad_confusion(arguments, words):
    with pytest.raises(LabkitError, match=words):
        confusion_matrix(*arguments)


@pytest.mark.parametrize("matrix", [np.zeros((2, 3)), np.zeros(4), -np.eye(2), [[np.nan, 1], [1, 1]], [["a"]]])
def test_bad_confusion_matrix(matrix):
    with pytest.raises(LabkitError, match="A confusion matrix h"):
        most_confused(matrix)
