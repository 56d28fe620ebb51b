"""Counting answers, rightly: what a confusion matrix is made of."""

import numpy as np

from labkit.metrics import confusion_matrix


def counted(outputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """The confusion matrix, as large as the outputs say."""
    return confusion_matrix(outputs, labels, n_classes=outputs.shape[1])


def answered(outputs: np.ndarray, answers: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """The confusion matrix of other answers than the largest output's."""
    return confusion_matrix(answers, labels, n_classes=outputs.shape[1])
