"""Choices of a gradient, right and wrong, and factors of all kinds."""

import numpy as np


def farthest(claimed, measured):
    """Number of the gradient that is farthest from the measured one, beside its own size."""
    apart = [np.linalg.norm(c - m) / max(np.linalg.norm(m), 1e-300) for c, m in zip(claimed, measured, strict=True)]
    return int(np.argmax(apart))


def changed(factor=None, choose=farthest):
    """Another factor, or another choice, with the rest as it should be."""

    def wrong(claimed, measured):
        number = choose(claimed, measured)
        a, b = np.ravel(claimed[number]), np.ravel(measured[number])
        return number, (factor(a, b) if factor else float(a @ b / (b @ b)))

    return wrong


def largest(size):
    """Choose the parameter for which ``size(claimed, measured)`` is largest."""
    return lambda c, m: int(np.argmax([size(a, b) for a, b in zip(c, m, strict=True)]))


def of_lengths(a, b):
    """Ratio of two lengths: never negative."""
    return float(np.linalg.norm(a) / np.linalg.norm(b))


def cosine(a, b):
    """Whether two gradients point the same way, however long they are."""
    return float(np.vdot(a, b) / (np.linalg.norm(a) * np.linalg.norm(b)))
