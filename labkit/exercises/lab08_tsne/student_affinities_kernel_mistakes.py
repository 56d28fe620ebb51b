"""Affinities of the picture: another kernel than 1 / (1 + d²)."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.lab08_tsne.pictures import over_rows, student, total
from labkit.exercises.lab08_tsne.student_affinities_total_mistakes import ALL_PAIRS
from labkit.exercises.misconception import Misconception
from labkit.tsne import embedded_affinities, squared_distances, student_weights

GAUSSIAN = (
    "That is a Gaussian, as for the data. The t in t-SNE is Student's distribution: its kernel is a fraction, not an "
    "exponential, and falls far more slowly."
)


def _exponential(y: np.ndarray, beta: float) -> np.ndarray:
    e = np.exp(-beta * squared_distances(y))
    np.fill_diagonal(e, 0)
    return e


def _flat(dimensions: int) -> Callable:
    """Q of the first coordinates alone."""
    return lambda y: embedded_affinities(y[:, :dimensions])


def _inverse_square(y: np.ndarray) -> np.ndarray:
    squared = squared_distances(y)
    np.fill_diagonal(squared, np.inf)
    return total(1 / squared)


def _upside_down(y: np.ndarray, normalised: bool = True) -> np.ndarray:
    ratio = 1 + squared_distances(y)
    if normalised:
        np.fill_diagonal(ratio, 0)
        return total(ratio)
    return ratio


KERNEL_MISTAKES = [
    Misconception("Gaussian for Student", lambda y: total(_exponential(y, 1.0)), GAUSSIAN),
    Misconception("Gaussian for Student, with the half", lambda y: total(_exponential(y, 0.5)), GAUSSIAN),
    Misconception("Gaussian, per row", lambda y: over_rows(_exponential(y, 1.0)), GAUSSIAN + " And " + ALL_PAIRS),
    Misconception(
        "Gaussian with the diagonal",
        lambda y: total(np.exp(-squared_distances(y))),
        (GAUSSIAN + " And no point is its own neighbour: the diagonal is 0."),
    ),
    Misconception(
        "distances not squared",
        lambda y: total(student(np.sqrt(squared_distances(y)))),
        "The kernel is 1 / (1 + d²), and you have 1 / (1 + d).",
    ),
    Misconception(
        "squared twice",
        lambda y: total(student(squared_distances(y) ** 2)),
        "The distances are squared once too often: the kernel is 1 / (1 + d²).",
    ),
    Misconception(
        "no one in the denominator",
        _inverse_square,
        "Without the 1 in 1 / (1 + d²) two points that meet pull at each other without bound.",
    ),
    Misconception(
        "upside down",
        _upside_down,
        "Your far points have the largest affinity: the kernel is one *over* (1 + d²).",
    ),
    Misconception(
        "brackets",
        lambda y: _upside_down(y, normalised=False),
        "Python reads `1 / 1 + d` as `(1 / 1) + d`. Which brackets does the fraction need?",
    ),
    Misconception(
        "squared distances",
        lambda y: total(squared_distances(y)),
        "Your far points have the largest affinity. Where is the kernel?",
    ),
    Misconception(
        "kernel squared",
        lambda y: total(student_weights(y) ** 2),
        "The kernel is squared: that would be another distribution of Student's family, with a lighter tail.",
    ),
    Misconception(
        "root of the kernel",
        lambda y: total(np.sqrt(student_weights(y))),
        "There is a root too many in your kernel, 1 / (1 + d²).",
    ),
    Misconception(
        "distances not squared, not normalised",
        lambda y: 1 / (1 + np.sqrt(squared_distances(y))),
        "The kernel is 1 / (1 + d²), and you have 1 / (1 + d). Two more steps are missing: the diagonal, and the sum.",
    ),
    Misconception(
        "softmax",
        lambda y: total(np.exp(student_weights(y))),
        "A softmax puts the weights into exponentials. Here they are divided by their sum as they are.",
    ),
    Misconception(
        "two coordinates only",
        _flat(2),
        "You use the first two coordinates only. A picture may have three dimensions: add up over all of them.",
    ),
    Misconception(
        "one coordinate only",
        _flat(1),
        "You use the first coordinate only. Every coordinate adds its squared difference.",
    ),
    Misconception(
        "a half of the squared distances",
        lambda y: total(student(squared_distances(y) / 2)),
        "You halve d². The half belongs to the Gaussian; the kernel here is 1 / (1 + d²).",
    ),
    Misconception(
        "product over the axes",
        lambda y: total(student(np.prod(1 + np.square(y[:, None] - y), axis=-1) - 1)),
        "You make a kernel of each coordinate and multiply them. Add the squared differences of all coordinates first: "
        "one distance, one kernel.",
    ),
    Misconception(
        "sum over the axes",
        lambda y: total((1 / (1 + np.square(y[:, None] - y))).sum(axis=-1) * (1 - np.eye(len(y)))),
        "You make a kernel of each coordinate and add them up. Add the squared differences of all coordinates first: one "
        "distance, one kernel.",
    ),
    Misconception(
        "sum of absolute differences",
        lambda y: total(student(np.abs(y[:, None] - y).sum(axis=-1))),
        "You add up |y_i - y_j| over the coordinates. The kernel has the *squared* distance, 1 / (1 + d²).",
    ),
    Misconception(
        "coordinates summed before squaring",
        lambda y: total(student(np.square((y[:, None] - y).sum(axis=-1)))),
        "You add the differences of all coordinates and square the sum, so that they can cancel. Square first.",
    ),
    Misconception(
        "mean over the coordinates",
        lambda y: total(student(squared_distances(y) / y.shape[1])),
        "You average over the coordinates; a squared distance is a sum over them.",
    ),
    Misconception(
        "inner products",
        lambda y: total(student(y @ y.T)),
        "You put inner products into the kernel. They are large for points that lie in the same direction; d² is 0 for "
        "points that coincide.",
    ),
    Misconception(
        "picture scaled",
        lambda y: embedded_affinities(y / np.abs(y).max()),
        "You scale the picture first. Positions count as they are: 1 / (1 + d²) makes far pairs of near ones if they are "
        "pulled apart.",
    ),
]
