"""Answers in which another output than the largest is taken for the answer."""

# ruff: noqa: B905  (students write zip without strict)

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def argmax_over_images(outputs, labels):
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for a, label in zip(outputs.argmax(0), labels):
        m[label, a] += 1
    return m


def sums_of_outputs(outputs, labels):
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for o, label in zip(outputs, labels):
        m[label] += o
    return m


def all_above_a_half(outputs, labels):
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for o, label in zip(outputs, labels):
        for j in range(n):
            if o[j] > 0.5:
                m[label, j] += 1
    return m


def last_of_equals(outputs, labels):
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for o, label in zip(outputs, labels):
        m[label, n - 1 - o[::-1].argmax()] += 1
    return m


def all_equals(outputs, labels):
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for o, label in zip(outputs, labels):
        m[label] += o == o.max()
    return m


def rounded_first(outputs, labels):
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for a, label in zip(np.round(outputs).argmax(1), labels):
        m[label, a] += 1
    return m


def smallest_wins(outputs, labels):
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for a, label in zip(outputs.argmin(1), labels):
        m[label, a] += 1
    return m


def count(rows, columns, shape):
    m = np.zeros(shape, dtype=int)
    np.add.at(m, (rows, columns), 1)
    return m


def smallest_output(outputs, labels):
    return count(labels, outputs.argmin(axis=1), (outputs.shape[1],) * 2)


def wrong_axis(outputs, labels):
    m = np.zeros((outputs.shape[1],) * 2, dtype=int)
    for label, answer in zip(labels, outputs.argmax(axis=0)):
        m[label, answer] += 1
    return m


def no_axis(outputs, labels):
    m = np.zeros((outputs.shape[1],) * 2, dtype=int)
    for label in labels:
        m[label, outputs.argmax()] += 1
    return m


def above_a_half(outputs, labels):
    c = outputs.shape[1]
    m = np.zeros((c, c), dtype=int)
    for output, label in zip(outputs, labels):
        for j in range(c):
            if output[j] > 0.5:
                m[label, j] += 1
    return m


def sure_answers_only(outputs, labels):
    c = outputs.shape[1]
    m = np.zeros((c, c), dtype=int)
    for output, label in zip(outputs, labels):
        if output.max() > 0.5:
            m[label, output.argmax()] += 1
    return m


def last_of_the_largest(outputs, labels):
    c = outputs.shape[1]
    return count(labels, c - 1 - outputs[:, ::-1].argmax(axis=1), (c, c))


def all_of_the_largest(outputs, labels):
    m = np.zeros((outputs.shape[1],) * 2, dtype=int)
    for output, label in zip(outputs, labels):
        m[label] += output == output.max()
    return m


def outputs_added_up(outputs, labels):
    m = np.zeros((outputs.shape[1],) * 2)
    for output, label in zip(outputs, labels):
        m[label] += output
    return m


def runner_up(outputs, labels):
    return count(labels, np.argsort(outputs, axis=1)[:, -2], (outputs.shape[1],) * 2)


def sorted_the_wrong_way(outputs, labels):
    return count(labels, np.argsort(outputs, axis=1)[:, 0], (outputs.shape[1],) * 2)


def rounded_outputs(outputs, labels):
    m = np.zeros((outputs.shape[1],) * 2)
    for output, label in zip(outputs, labels):
        m[label] += np.round(output)
    return m


WRONG = [
    argmax_over_images, sums_of_outputs, all_above_a_half, last_of_equals, all_equals, rounded_first, smallest_wins,
    smallest_output, wrong_axis, no_axis, above_a_half, sure_answers_only, last_of_the_largest, all_of_the_largest,
    outputs_added_up, runner_up, sorted_the_wrong_way, rounded_outputs,
]  # fmt: skip

SHEETS = [AnswerSheet("10.confusion", wrong=WRONG, right=[])]
