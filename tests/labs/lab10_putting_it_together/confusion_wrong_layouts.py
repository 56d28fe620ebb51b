"""Answers in which the matrix has another layout, size or unit."""

# ruff: noqa: B905  (students write zip without strict)

import numpy as np
import pandas as pd

from tests.labs.answer_sheet import AnswerSheet


def answers_first(outputs, labels):
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for a, label in zip(outputs.argmax(1), labels):
        m[a, label] += 1
    return m


def rows_normalised(outputs, labels):
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for a, label in zip(outputs.argmax(1), labels):
        m[label, a] += 1
    return m / m.sum(axis=1, keepdims=True)


def ten_by_ten(outputs, labels):
    m = np.zeros((10, 10))
    for a, label in zip(outputs.argmax(1), labels):
        m[label, a] += 1
    return m


def kinds_of_labels(outputs, labels):
    n = len(set(labels.tolist()))
    m = np.zeros((n, n))
    for a, label in zip(outputs.argmax(1), labels):
        m[label, a] += 1
    return m


def up_to_the_largest_label(outputs, labels):
    n = labels.max() + 1
    m = np.zeros((n, n))
    for a, label in zip(outputs.argmax(1), labels):
        m[label, a] += 1
    return m


def as_large_as_the_images(outputs, labels):
    n = len(labels)
    m = np.zeros((n, n))
    for i in range(n):
        m[labels[i], outputs[i].argmax()] += 1
    return m


def divided_by_all(outputs, labels):
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for a, label in zip(outputs.argmax(1), labels):
        m[label, a] += 1
    return m / len(labels)


def crosstab_of_those_seen(outputs, labels):
    return pd.crosstab(labels, outputs.argmax(1)).to_numpy()


def count(rows, columns, shape):
    m = np.zeros(shape, dtype=int)
    np.add.at(m, (rows, columns), 1)
    return m


def answers_in_rows(outputs, labels):
    return count(outputs.argmax(axis=1), labels, (outputs.shape[1],) * 2)


def shares_of_a_class(outputs, labels):
    m = count(labels, outputs.argmax(axis=1), (outputs.shape[1],) * 2)
    return m / np.maximum(m.sum(axis=1, keepdims=True), 1)


def shares_of_all(outputs, labels):
    return count(labels, outputs.argmax(axis=1), (outputs.shape[1],) * 2) / len(labels)


def shares_of_an_answer(outputs, labels):
    m = count(labels, outputs.argmax(axis=1), (outputs.shape[1],) * 2)
    return m / np.maximum(m.sum(axis=0), 1)


def percent(outputs, labels):
    m = count(labels, outputs.argmax(axis=1), (outputs.shape[1],) * 2)
    return 100 * m / np.maximum(m.sum(axis=1, keepdims=True), 1)


def size_from_labels(outputs, labels):
    c = labels.max() + 1
    m = np.zeros((c, c), dtype=int)
    for label, answer in zip(labels, outputs.argmax(axis=1)):
        if answer < c:
            m[label, answer] += 1
    return m


def number_of_kinds_of_labels(outputs, labels):
    c = len(np.unique(labels))
    m = np.zeros((c, c), dtype=int)
    for label, answer in zip(labels, outputs.argmax(axis=1)):
        m[label, answer] += 1
    return m


def always_ten(outputs, labels):
    return count(labels, outputs.argmax(axis=1), (10, 10))


def counted_from_one(outputs, labels):
    m = np.zeros((outputs.shape[1],) * 2, dtype=int)
    for label, answer in zip(labels, outputs.argmax(axis=1)):
        m[label - 1, answer - 1] += 1
    return m


def by_crosstab(outputs, labels):
    return pd.crosstab(labels, outputs.argmax(axis=1)).to_numpy()


def images_by_images(outputs, labels):
    m = np.zeros((len(labels), outputs.shape[1]), dtype=int)
    for i in range(len(labels)):
        m[labels[i], np.argmax(outputs[i])] += 1
    return m


WRONG = [
    answers_first, rows_normalised, ten_by_ten, kinds_of_labels, up_to_the_largest_label, as_large_as_the_images,
    divided_by_all, crosstab_of_those_seen, answers_in_rows, shares_of_a_class, shares_of_all, shares_of_an_answer,
    percent, size_from_labels, number_of_kinds_of_labels, always_ten, counted_from_one, by_crosstab,
    images_by_images,
]  # fmt: skip

SHEETS = [AnswerSheet("10.confusion", wrong=WRONG, right=[])]
