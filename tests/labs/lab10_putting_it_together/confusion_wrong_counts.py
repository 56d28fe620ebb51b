"""Answers in which answers are counted wrongly."""

# ruff: noqa: B905  (students write zip without strict)

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def added_at_once(outputs, labels):
    n = outputs.shape[1]
    m = np.zeros((n, n), int)
    m[labels, outputs.argmax(1)] += 1
    return m


def wrong_ones_only(outputs, labels):
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for a, label in zip(outputs.argmax(1), labels):
        if a != label:
            m[label, a] += 1
    return m


def set_to_1(outputs, labels):
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for a, label in zip(outputs.argmax(1), labels):
        m[label, a] = 1
    return m


def begun_with_ones(outputs, labels):
    n = outputs.shape[1]
    m = np.ones((n, n))
    for a, label in zip(outputs.argmax(1), labels):
        m[label, a] += 1
    return m


def return_in_the_loop(outputs, labels):
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for a, label in zip(outputs.argmax(1), labels):
        m[label, a] += 1
        return m


def rows_that_are_one_list(outputs, labels):
    n = outputs.shape[1]
    m = [[0] * n] * n
    for a, label in zip(outputs.argmax(1), labels):
        m[label][a] += 1
    return m


def loop_from_one(outputs, labels):
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for i in range(1, len(labels)):
        m[labels[i], outputs[i].argmax()] += 1
    return m


def share_right(outputs, labels):
    return (outputs.argmax(1) == labels).mean()


def count(rows, columns, shape):
    m = np.zeros(shape, dtype=int)
    np.add.at(m, (rows, columns), 1)
    return m


def mistakes_only(outputs, labels):
    m = count(labels, outputs.argmax(axis=1), (outputs.shape[1],) * 2)
    np.fill_diagonal(m, 0)
    return m


def fancy_index_plus_one(outputs, labels):
    m = np.zeros((outputs.shape[1],) * 2, dtype=int)
    m[labels, outputs.argmax(axis=1)] += 1
    return m


def right_ones_per_class(outputs, labels):
    answers = outputs.argmax(axis=1)
    return np.array([np.sum((labels == c) & (answers == c)) for c in range(outputs.shape[1])])


def only_the_diagonal(outputs, labels):
    answers = outputs.argmax(axis=1)
    return np.diag([np.sum((labels == c) & (answers == c)) for c in range(outputs.shape[1])])


def or_for_and(outputs, labels):
    answers, c = outputs.argmax(axis=1), outputs.shape[1]
    return np.array([[np.sum((labels == i) | (answers == j)) for j in range(c)] for i in range(c)])


def accuracy(outputs, labels):
    return np.mean(outputs.argmax(axis=1) == labels)


def set_to_one(outputs, labels):
    m = np.zeros((outputs.shape[1],) * 2, dtype=int)
    for label, answer in zip(labels, outputs.argmax(axis=1)):
        m[label, answer] = 1
    return m


def first_image_forgotten(outputs, labels):
    m = np.zeros((outputs.shape[1],) * 2, dtype=int)
    answers = outputs.argmax(axis=1)
    for i in range(1, len(labels)):
        m[labels[i], answers[i]] += 1
    return m


def last_image_forgotten(outputs, labels):
    m = np.zeros((outputs.shape[1],) * 2, dtype=int)
    for i in range(len(labels) - 1):
        m[labels[i], np.argmax(outputs[i])] += 1
    return m


def counts_begin_at_one(outputs, labels):
    m = np.ones((outputs.shape[1],) * 2, dtype=int)
    for i in range(len(labels)):
        m[labels[i], np.argmax(outputs[i])] += 1
    return m


def returns_inside_the_loop(outputs, labels):
    m = np.zeros((outputs.shape[1],) * 2, dtype=int)
    for i in range(len(labels)):
        m[labels[i], np.argmax(outputs[i])] += 1
        return m


def matrix_made_in_the_loop(outputs, labels):
    for i in range(len(labels)):
        m = np.zeros((outputs.shape[1],) * 2, dtype=int)
        m[labels[i], np.argmax(outputs[i])] += 1
    return m


def both_ways(outputs, labels):
    m = count(labels, outputs.argmax(axis=1), (outputs.shape[1],) * 2)
    return m + m.T


WRONG = [
    added_at_once, wrong_ones_only, set_to_1, begun_with_ones, return_in_the_loop, rows_that_are_one_list,
    loop_from_one, share_right, mistakes_only, fancy_index_plus_one, right_ones_per_class, only_the_diagonal,
    or_for_and, accuracy, set_to_one, first_image_forgotten, last_image_forgotten, counts_begin_at_one,
    returns_inside_the_loop, matrix_made_in_the_loop, both_ways,
]  # fmt: skip

SHEETS = [AnswerSheet("10.confusion", wrong=WRONG, right=[])]
