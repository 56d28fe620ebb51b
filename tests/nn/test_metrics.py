"""Accuracy, from labels and from one-hot targets."""

import numpy as np
import pytest

from labkit.errors import LabkitError
from labkit.metrics import accuracy, error_rate


def test_accuracy():
    outputs = np.array([[0.1, 0.9], [0.8, 0.3], [0.4, 0.6], [0.5, 0.2]])
    labels = np.array([1, 0, 0, 0])
    assert accuracy(outputs, labels) == 0.75 == accuracy(outputs, np.eye(2)[labels])
    assert error_rate(outputs, labels) == 0.25
    assert accuracy(np.array([[0.2], [0.7]]), np.array([0, 1])) == 1
    assert accuracy(np.array([[0.2], [0.7]]), np.array([[1.0], [1.0]])) == 0.5
    assert np.isnan(accuracy(np.empty((0, 3)), np.empty(0, int)))


def test_bad_input():
    with pytest.raises(LabkitError, match=r"labels must have shape \(4,\)"):
        accuracy(np.zeros((4, 3)), np.zeros(3, int))
    with pytest.raises(LabkitError, match="outputs must have shape"):
        accuracy(np.zeros(4), np.zeros(4, int))
