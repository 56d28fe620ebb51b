"""The gradient of the divergence: springs that are right, and forces added up wrongly."""

import numpy as np
from scipy.special import xlogy

from labkit.exercises.lab08_tsne.forces import gradient
from labkit.exercises.misconception import Misconception
from labkit.tsne import embedded_affinities, kl_gradient, squared_distances, student_weights

DIFFERENCE = (
    "A spring has two ends: its force points along y_i - y_j. With only one of the two the result would change if the "
    "whole picture were moved aside."
)


def _springs(p: np.ndarray, y: np.ndarray) -> np.ndarray:
    return (p - embedded_affinities(y)) * student_weights(y)


def _each(p: np.ndarray, y: np.ndarray) -> np.ndarray:
    return _springs(p, y)[:, :, None] * (y[:, None] - y)


def _lengths(y: np.ndarray) -> np.ndarray:
    """Distances of all pairs, 1 on the diagonal, shape (n, n, 1)."""
    return np.sqrt(squared_distances(y) + np.eye(len(y)))[:, :, None]


def _flat(p: np.ndarray, y: np.ndarray) -> np.ndarray:
    return kl_gradient(p, y) * (np.arange(y.shape[1]) < 2)


FORCE_MISTAKES = [
    Misconception(
        "factor 4",
        gradient(1.0),
        ("Directions and proportions are right; a constant factor in front of the sum is missing."),
    ),
    Misconception(
        "factor 2",
        gradient(2.0),
        ("Half of the force is missing: a pair stands in P and Q twice, at (i, j) and (j, i), and each d² gives a 2."),
    ),
    Misconception(
        "sign",
        gradient(-4.0),
        (
            "Exactly the other way round: with yours the divergence would grow. Look at the order in p - q and in "
            "y_i - y_j (or at the axis of your sum)."
        ),
    ),
    Misconception(
        "sign, no factor",
        gradient(-1.0),
        ("The other way round, and a constant factor is missing. Look at the order in p - q and in y_i - y_j."),
    ),
    Misconception(
        "mean for sum",
        lambda p, y: kl_gradient(p, y) / len(y),
        ("You average over the other points; their forces are added."),
    ),
    Misconception("no difference, y_j", lambda p, y: 4 * _springs(p, y) @ y, DIFFERENCE),
    Misconception("no difference, minus y_j", lambda p, y: -4 * _springs(p, y) @ y, DIFFERENCE),
    Misconception("no difference, y_i", lambda p, y: 4 * _springs(p, y).sum(axis=1, keepdims=True) * y, DIFFERENCE),
    Misconception(
        "no direction",
        lambda p, y: 4 * _springs(p, y).sum(axis=1),
        (
            "One number for each point. A force has a direction, along y_i - y_j, and so as many numbers as the "
            "picture has dimensions."
        ),
    ),
    Misconception(
        "not summed",
        lambda p, y: 4 * _each(p, y),
        ("The forces of all pairs stand side by side: for each point they must be added up over the others."),
    ),
    Misconception(
        "not summed, no factor",
        _each,
        (
            "The forces of all pairs stand side by side: for each point they must be added up over the others, and a "
            "constant factor is missing."
        ),
    ),
    Misconception(
        "differences of probabilities only",
        lambda p, y: p - embedded_affinities(y),
        ("p - q says which springs are too long and which too short. How strongly do they pull, and where to?"),
    ),
    Misconception(
        "sum of p - q times y",
        lambda p, y: (p - embedded_affinities(y)).sum(axis=1, keepdims=True) * y,
        DIFFERENCE + " And the kernel is left out.",
    ),
    Misconception(
        "absolute forces",
        lambda p, y: 4 * np.abs(_each(p, y)).sum(axis=1),
        ("All your forces are positive. They point to both sides, and partly cancel."),
    ),
    Misconception(
        "no difference, no kernel",
        lambda p, y: 4 * (p - embedded_affinities(y)) @ y,
        (DIFFERENCE + " And the kernel is left out."),
    ),
    Misconception(
        "the divergence",
        lambda p, y: np.sum(xlogy(p, p) - xlogy(p, embedded_affinities(y) + np.eye(len(y)))),
        ("That is the divergence itself, one number. Asked for is its gradient: as many numbers as y has."),
    ),
    Misconception(
        "springs only",
        lambda p, y: 4 * _springs(p, y),
        ("How strongly each pair pulls, an (n, n) array. Where to? Multiply by y_i - y_j, and add up over j."),
    ),
    Misconception(
        "y_i not weighted",
        lambda p, y: 4 * (y - _springs(p, y) @ y),
        "The y_i in y_i - y_j is multiplied by (p - q) w as well, and added up over j: which number stands before "
        "y_i when you take it out of the sum?",
    ),
    Misconception(
        "sum of all springs",
        lambda p, y: 4 * (_springs(p, y).sum() * y - _springs(p, y) @ y),
        "Before y_i stands the sum of the springs of point i, row i alone; you add up all rows.",
    ),
    Misconception(
        "sum for difference",
        lambda p, y: 4 * _springs(p, y) @ y + 4 * _springs(p, y).sum(axis=1, keepdims=True) * y,
        "You have y_i + y_j; a spring pulls along the *difference* y_i - y_j.",
    ),
    Misconception(
        "two coordinates only",
        _flat,
        "The third coordinate stays 0. A picture may have three dimensions: each coordinate has its part of the force.",
    ),
    Misconception(
        "last partner only",
        lambda p, y: 4 * _each(p, y)[:, -1],
        "Only the force of the last partner is left: each one must be *added* to what the others gave.",
    ),
    Misconception(
        "later partners only",
        lambda p, y: 4 * (np.triu(np.ones_like(p))[:, :, None] * _each(p, y)).sum(axis=1),
        "You add up the partners that come after i only. Every partner pulls, also those before it.",
    ),
    Misconception(
        "length 1",
        lambda p, y: 4 * (_each(p, y) / _lengths(y)).sum(axis=1),
        "You give each difference y_i - y_j the length 1. A spring pulls the more strongly the longer it is: leave the "
        "difference as it is.",
    ),
    Misconception(
        "sizes of the differences",
        lambda p, y: 4 * (_springs(p, y)[:, :, None] * np.abs(y[:, None] - y)).sum(axis=1),
        "You take the size of each difference. Its sign says to which side the spring pulls.",
    ),
    Misconception(
        "squares of the differences",
        lambda p, y: 4 * (_springs(p, y)[:, :, None] * np.square(y[:, None] - y)).sum(axis=1),
        "You square the differences. Squares stand in the distance; the force points along y_i - y_j itself.",
    ),
    Misconception(
        "lengths for differences",
        lambda p, y: 4 * (_springs(p, y) * np.sqrt(squared_distances(y))).sum(axis=1),
        "You multiply by the distance, one number for each pair. A force has a direction, along y_i - y_j, and so as many "
        "numbers as the picture has dimensions.",
    ),
    Misconception(
        "summed over the coordinates",
        lambda p, y: 4 * _each(p, y).sum(axis=2),
        "You add up over the coordinates. Add up over the partners j, so that each point keeps as many numbers as the "
        "picture has dimensions.",
    ),
    Misconception(
        "positions after an update",
        lambda p, y: y - 100 * kl_gradient(p, y),
        "Those are the positions after an update. Asked for is the gradient alone; the update comes later.",
    ),
]
