"""Another output than the largest is taken for the answer."""

import numpy as np

from labkit.exercises.lab10_putting_it_together.counting import answered, counted
from labkit.exercises.misconception import Misconception
from labkit.metrics import confusion_matrix


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


def _smallest(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    return counted(-outputs, labels)


def _last_tie(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    return confusion_matrix(outputs.shape[1] - 1 - outputs[:, ::-1].argmax(axis=1), labels, outputs.shape[1])


def _all_tied(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    matrix = np.zeros((outputs.shape[1],) * 2)
    np.add.at(matrix, labels, outputs == outputs.max(axis=1, keepdims=True))
    return matrix


def _among_the_two_largest(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    return answered(outputs, outputs.argsort(axis=1)[:, -2], labels)


WRONG_ANSWERS = [
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
        "sure answers only",
        lambda outputs, labels: answered(
            outputs, outputs.argmax(axis=1)[outputs.max(axis=1) > 0.5], labels[outputs.max(axis=1) > 0.5]
        ),
        "Images with no output above 1/2 are left out. Each image gives one answer, however unsure.",
    ),
    Misconception(
        "rounded outputs",
        lambda outputs, labels: np.eye(outputs.shape[1])[labels].T @ np.round(outputs),
        "Rounded outputs are no answers: an image may have two ones among them, or none. Each image gives one answer.",
    ),
    Misconception(
        "rounded before the largest is taken",
        lambda outputs, labels: answered(outputs, np.round(outputs).argmax(axis=1), labels),
        "You round the outputs first. Then different outputs become equal, and the first one wins, not the largest.",
    ),
    Misconception(
        "compared with 1/2 before the largest is taken",
        lambda outputs, labels: answered(outputs, (outputs > 0.5).argmax(axis=1), labels),
        "You compare with 1/2 first: then the first output above it wins, not the largest.",
    ),
    Misconception(
        "largest absolute output",
        lambda outputs, labels: answered(outputs, np.abs(outputs).argmax(axis=1), labels),
        "Your answer is the output farthest from 0, which may be a very negative one. The largest is asked for.",
    ),
    Misconception("the smallest output", _smallest, "Your answer is the class with the *smallest* output."),
    Misconception(
        "first of the sorted",
        lambda outputs, labels: answered(outputs, outputs.argsort(axis=1)[:, 0], labels),
        "You sort the outputs and take the first, which is the *smallest*.",
        same_as=("the smallest output",),
    ),
    Misconception(
        "second largest",
        _among_the_two_largest,
        "Your answer is the class with the second largest output.",
    ),
    Misconception(
        "last of the tied", _last_tie, "Where two outputs are equal, the first of them counts; yours is the last."
    ),
    Misconception(
        "last of the sorted",
        lambda outputs, labels: answered(outputs, outputs.argsort(axis=1, kind="stable")[:, -1], labels),
        "Where two outputs are equal, the first of them counts; yours is the last.",
        same_as=("last of the tied",),
    ),
    Misconception(
        "all tied classes",
        _all_tied,
        "Right but for ties: where two outputs are equally large you count both. The text says which one is the answer.",
    ),
    Misconception(
        "answers alone",
        lambda outputs, labels: outputs.argmax(axis=1),
        "These are the answers, one for each image. Now count them for each true class.",
    ),
]
