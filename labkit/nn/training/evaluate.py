"""Measuring a network: loss and accuracy on any data, a piece at a time."""

import numpy as np

from labkit.errors import LabkitError
from labkit.metrics import predicted_classes
from labkit.nn.conv_pool import paired
from labkit.nn.losses import Loss
from labkit.nn.network import Sequential
from labkit.nn.numerics import chunks


def evaluate(net: Sequential, x: np.ndarray, t: np.ndarray, loss: Loss) -> tuple[float, float]:
    """Loss and accuracy of ``net`` on ``x`` with targets ``t``, both (samples, ...).

    Returns
    -------
    loss : float
        As the loss reduces it: summed over all samples, or averaged.
    accuracy : float
        Between 0 and 1; nan where the outputs are no classes (see :func:`hits`).

    Raises
    ------
    LabkitError
        When there are no samples, or targets and outputs differ in shape.
    """
    x, t = np.asarray(x), np.asarray(t)
    if len(x) != len(t):
        raise LabkitError(f"evaluate: {len(x)} samples and {len(t)} targets were given; they must be as many.")
    if not len(x):
        raise LabkitError("evaluate: there are no samples to measure the network on.")
    n, (*below, last) = len(x), paired(net.layers)
    joined = loss.joins(last)
    total, correct = 0.0, 0.0
    for rows in chunks(n, net.piece_rows) if loss.reduction else [slice(0, n)]:
        z = net.as_batch(x[rows])
        for layer in below:
            z = layer.apply(z)
        y = last.apply(z)
        value = loss.joint_value(last, z, t[rows]) if joined else loss.value(y, t[rows])
        total += value * loss.share(len(y), n)
        correct += hits(y, t[rows])
    return total, correct / n


def hits(y: np.ndarray, t: np.ndarray) -> float:
    """How many samples are right; nan for outputs and targets that, by their shapes, cannot be classes."""
    if y.ndim != 2 or t.shape not in (y.shape, y.shape[:1]):
        return float("nan")
    classes = predicted_classes(t) if t.ndim == 2 else t
    return float(np.count_nonzero(predicted_classes(y) == classes))
