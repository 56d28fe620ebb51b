"""Signals of a deep network before any training: activations on their way up, deltas on their way down."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from labkit.nn.functional import softmax

Function = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True)
class Flow:
    """Signals of the hidden layers, each (samples, units): ``activations`` y, and ``deltas`` dE/dv."""

    activations: list[np.ndarray]
    deltas: list[np.ndarray]


def flow(x: np.ndarray, t: np.ndarray, weights: Sequence[np.ndarray], f: Function, derivative: Function) -> Flow:
    """Send inputs ``x`` up and the error of a softmax output with cross-entropy, p - t, down again; no biases."""
    sums, activations = [], [x]
    for W in weights[:-1]:
        sums.append(activations[-1] @ W)
        activations.append(f(sums[-1]))
    delta = softmax(activations[-1] @ weights[-1]) - t
    deltas: list[np.ndarray] = []
    for W, v in zip(weights[:0:-1], sums[::-1], strict=True):
        delta = (delta @ W.T) * derivative(v)
        deltas.insert(0, delta)
    return Flow(activations[1:], deltas)


def between_images(y: np.ndarray) -> float:
    """Root mean square, over units, of the standard deviation over images: what still tells one image from another."""
    return float(np.sqrt(np.mean(np.var(y, axis=0))))


def deviation(y: np.ndarray) -> float:
    """Standard deviation over units and images together."""
    return float(np.std(y))
