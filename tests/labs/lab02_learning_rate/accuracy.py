"""Accuracies, wrong and right."""

import numpy as np
from scipy.special import softmax

from tests.labs.answer_sheet import AnswerSheet


def accuracy_by_loops(y, t):
    hits = 0
    for out, target in zip(y, t, strict=True):
        best = max(range(len(out)), key=lambda i: out[i])
        hits += int(target[best] == 1)
    return hits / len(y)


def accuracy_by_indexing(y, t):
    return t[np.arange(len(t)), y.argmax(axis=-1)].mean()


def accuracy_after_softmax(y, t):
    return float(np.equal(softmax(y, axis=1).argmax(1), t.argmax(1)).sum()) / y.shape[0]


def accuracy_by_labels(y, t):
    labels = t @ np.arange(t.shape[1])
    return sum(np.argmax(row) == label for row, label in zip(y, labels, strict=True)) / len(labels)


SHEETS = [
    AnswerSheet(
        "02.accuracy",
        wrong=[
            lambda y, t: (np.rint(y) == t).all(1).mean(),
            lambda y, t: (np.rint(y) == t).mean(),
            lambda y, t: ((y >= 0.5) == t).mean(),
            lambda y, t: (y.argmax(0) == t.argmax(0)).mean(),
            lambda y, t: float(y.argmax() == t.argmax()),
            lambda y, t: (y.argmin(1) == t.argmax(1)).mean(),
            lambda y, t: (y.argmax(1) == t.argmax(1)).sum(),
            lambda y, t: (y.argmax(1) == t.argmax(1)).mean() * 100,
            lambda y, t: (y.argmax(1) == t.argmax(1)).sum() / 10,
            lambda y, t: (y.argmax(1) == t.argmax(1)).sum() / t.shape[1],
            lambda y, t: (y.argmax(1) == t.argmax(1)).sum() / t.size,
            lambda y, t: 1 - (y.argmax(1) == t.argmax(1)).mean(),
            lambda y, t: (y.max(1) == t.max(1)).mean(),
            lambda y, t: (y == t).mean(),
            lambda y, t: y.argmax(1) == t.argmax(1),
            lambda y, t: y.argmax(1),
            lambda y, t: None,
        ],
        right=[accuracy_by_loops, accuracy_by_indexing, accuracy_after_softmax, accuracy_by_labels],
    )
]
