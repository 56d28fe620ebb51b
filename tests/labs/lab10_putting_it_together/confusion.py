"""First answers to exercise 10.confusion; those of one kind stand in the files beside."""

import numpy as np
from sklearn import metrics as sklearn_metrics

from tests.labs.answer_sheet import AnswerSheet


def matrix_by_loop(outputs, labels):
    n = outputs.shape[1]
    matrix = [[0] * n for _ in range(n)]
    for row, label in zip(outputs, labels, strict=True):
        matrix[label][int(np.argmax(row))] += 1
    return matrix


def matrix_by_add_at(outputs, labels):
    matrix = np.zeros((outputs.shape[1],) * 2)
    np.add.at(matrix, (labels, outputs.argmax(1)), 1)
    return matrix


def matrix_by_products(outputs, labels):
    one = np.eye(outputs.shape[1], dtype=int)
    return one[labels].T @ one[outputs.argmax(axis=-1)]


def matrix_by_histogram(outputs, labels):
    n = outputs.shape[1]
    return np.histogram2d(labels, outputs.argmax(axis=1), bins=np.arange(n + 1) - 0.5)[0].astype(int)


def matrix_by_scikit_learn(outputs, labels):
    return sklearn_metrics.confusion_matrix(labels, outputs.argmax(axis=1), labels=range(outputs.shape[1]))


def fancy(outputs, labels):
    matrix = np.zeros((outputs.shape[1], outputs.shape[1]), dtype=int)
    matrix[labels, outputs.argmax(axis=1)] += 1
    return matrix


def fancy_swapped(outputs, labels):
    return fancy(outputs, labels).T


def over_the_samples(outputs, labels):
    n = outputs.shape[1]
    matrix = np.zeros((n, n), dtype=int)
    for label, predicted in zip(labels, outputs.argmax(axis=0), strict=False):
        matrix[label, predicted] += 1
    return matrix


def row_shares(outputs, labels):
    matrix = np.array(matrix_by_loop(outputs, labels), dtype=float)
    totals = matrix.sum(axis=1, keepdims=True)
    return np.divide(matrix, totals, out=np.zeros_like(matrix), where=totals > 0)


def shares_without_care(outputs, labels):
    matrix = np.array(matrix_by_loop(outputs, labels))
    return matrix / matrix.sum(axis=1)[:, None]


def shares_the_wrong_way(outputs, labels):
    matrix = np.array(matrix_by_loop(outputs, labels))
    return matrix / matrix.sum(axis=1)


def mistakes_only(outputs, labels):
    matrix = np.array(matrix_by_loop(outputs, labels))
    np.fill_diagonal(matrix, 0)
    return matrix


def scikit_learn_of_those_seen(outputs, labels):
    return sklearn_metrics.confusion_matrix(labels, outputs.argmax(axis=1))


def scikit_learn_swapped(outputs, labels):
    return sklearn_metrics.confusion_matrix(outputs.argmax(axis=1), labels, labels=range(outputs.shape[1]))


def size_by_labels(outputs, labels):
    n = labels.max() + 1
    matrix = np.zeros((n, n), dtype=int)
    for label, predicted in zip(labels, outputs.argmax(axis=1), strict=True):
        matrix[label, predicted] += 1
    return matrix


def always_ten(outputs, labels):
    matrix = np.zeros((10, 10), dtype=int)
    for label, predicted in zip(labels, outputs.argmax(axis=1), strict=True):
        matrix[label, predicted] += 1
    return matrix


def set_not_added(outputs, labels):
    matrix = np.zeros((outputs.shape[1],) * 2, dtype=int)
    for label, predicted in zip(labels, outputs.argmax(axis=1), strict=True):
        matrix[label, predicted] = 1
    return matrix


def last_largest(outputs, labels):
    matrix = np.zeros((outputs.shape[1],) * 2, dtype=int)
    for label, row in zip(labels, outputs, strict=True):
        matrix[label, np.flatnonzero(row == row.max())[-1]] += 1
    return matrix


WRONG = [
    fancy, fancy_swapped, over_the_samples, row_shares, shares_without_care, mistakes_only,
    scikit_learn_of_those_seen, scikit_learn_swapped, size_by_labels, always_ten, set_not_added, last_largest,
    shares_the_wrong_way,
    lambda outputs, labels: matrix_by_products(outputs, labels).T,
    lambda outputs, labels: matrix_by_products(outputs, labels) / len(labels),
    lambda outputs, labels: matrix_by_products(outputs, labels) / matrix_by_products(outputs, labels).sum(axis=0),
    lambda outputs, labels: matrix_by_products(-outputs, labels),
    lambda outputs, labels: np.eye(outputs.shape[1])[labels].T @ outputs,
    lambda outputs, labels: np.eye(outputs.shape[1])[labels].T @ outputs.round(),
    lambda outputs, labels: np.eye(outputs.shape[1])[labels].T @ (outputs > 0.5),
    lambda outputs, labels: np.diag(matrix_by_products(outputs, labels)),
    lambda outputs, labels: np.mean(outputs.argmax(axis=1) == labels),
    lambda outputs, labels: np.bincount(outputs.argmax(axis=1), minlength=outputs.shape[1]),
    lambda outputs, labels: 100 * row_shares(outputs, labels),
    lambda outputs, labels: None,
]  # fmt: skip
RIGHT = [
    matrix_by_loop, matrix_by_add_at, matrix_by_products, matrix_by_histogram, matrix_by_scikit_learn,
]  # fmt: skip


SHEETS = [AnswerSheet("10.confusion", WRONG, RIGHT)]
