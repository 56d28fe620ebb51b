"""Q: the affinities of the picture."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab08_tsne.pictures import points, student, total
from labkit.exercises.misconception import Misconception
from labkit.tsne import embedded_affinities, squared_distances, student_weights

GAUSSIAN = (
    "That is a Gaussian, as for the data. The t in t-SNE is Student's distribution: its kernel is a fraction, not an "
    "exponential, and falls far more slowly."
)
ALL_PAIRS = "Here *all pairs together* add up to 1, not each row: the picture has no widths of its own for each point."
FACTOR = "All of Q must add up to 1: add yours up. How often does each pair stand in the array?"


def _exponential(y: np.ndarray, beta: float) -> np.ndarray:
    e = np.exp(-beta * squared_distances(y))
    np.fill_diagonal(e, 0)
    return e


def _rows(weights: Callable) -> Callable:
    return lambda y: weights(y) / weights(y).sum(axis=1, keepdims=True)


def _over_rows(weights: np.ndarray) -> np.ndarray:
    """Weights over the sum of their row."""
    return weights / weights.sum(axis=1, keepdims=True)


def _flat(dimensions: int) -> Callable:
    """Q of the first coordinates alone."""
    return lambda y: embedded_affinities(y[:, :dimensions])


def _late(y: np.ndarray) -> np.ndarray:
    q = total(1 / (1 + squared_distances(y)))
    np.fill_diagonal(q, 0)
    return q


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


STUDENT_AFFINITIES = Exercise(
    id="08.student_affinities",
    name="student_affinities",
    title="Affinities of the picture",
    points=2,
    reference=embedded_affinities,
    probes=points,
    misconceptions=[
        Misconception("Gaussian for Student", lambda y: total(_exponential(y, 1.0)), GAUSSIAN),
        Misconception("Gaussian for Student, with the half", lambda y: total(_exponential(y, 0.5)), GAUSSIAN),
        Misconception("Gaussian, per row", _rows(lambda y: _exponential(y, 1.0)), GAUSSIAN + " And " + ALL_PAIRS),
        Misconception(
            "Gaussian with the diagonal",
            lambda y: total(np.exp(-squared_distances(y))),
            (GAUSSIAN + " And no point is its own neighbour: the diagonal is 0."),
        ),
        Misconception("normalised per row", _rows(student_weights), ALL_PAIRS),
        Misconception(
            "normalised per column", lambda y: student_weights(y) / student_weights(y).sum(axis=0), ALL_PAIRS
        ),
        Misconception(
            "diagonal left in",
            lambda y: total(1 / (1 + squared_distances(y))),
            "On the diagonal the distance is 0 and the kernel 1, the largest of all. No point is its own neighbour: "
            "the diagonal is 0, before you add up.",
        ),
        Misconception(
            "diagonal removed too late",
            _late,
            "The diagonal is 0, but its ones still took part in the sum you divide by: Q adds up to less than 1.",
        ),
        Misconception(
            "not normalised", student_weights, "Those are the weights w. To be probabilities they must add up to 1."
        ),
        Misconception(
            "not normalised, with the diagonal",
            lambda y: 1 / (1 + squared_distances(y)),
            "Those are the weights w, with ones on the diagonal. Two steps are missing: no point is its own "
            "neighbour, and probabilities add up to 1.",
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
        Misconception("half", lambda y: embedded_affinities(y) / 2, FACTOR),
        Misconception("twice", lambda y: embedded_affinities(y) * 2, FACTOR),
        Misconception(
            "one triangle",
            lambda y: total(np.triu(student_weights(y))),
            "Only the upper triangle is filled. Each pair stands in Q twice, at (i, j) and at (j, i).",
        ),
        Misconception(
            "divided by n",
            lambda y: student_weights(y) / len(y),
            "You divide by n; divide by what the weights add up to.",
        ),
        Misconception(
            "divided by 2n",
            lambda y: student_weights(y) / (2 * len(y)),
            "2n was right for P, whose rows add up to 1 each. The weights w add up to something else.",
        ),
        Misconception(
            "largest is 1",
            lambda y: student_weights(y) / student_weights(y).max(),
            "You divide by the largest weight; probabilities are divided by their sum.",
        ),
        Misconception(
            "divided by the mean",
            lambda y: student_weights(y) / student_weights(y).mean(),
            "You divide by the mean of the weights; probabilities are divided by their sum.",
        ),
        Misconception(
            "per row, diagonal left in",
            lambda y: _over_rows(1 / (1 + squared_distances(y))),
            ALL_PAIRS + " And no point is its own neighbour: the diagonal is 0.",
        ),
        Misconception(
            "per column, diagonal left in",
            lambda y: _over_rows(1 / (1 + squared_distances(y))).T,
            ALL_PAIRS + " And no point is its own neighbour: the diagonal is 0.",
        ),
        Misconception(
            "diagonal 1",
            lambda y: embedded_affinities(y) + np.eye(len(y)),
            "All pairs are right, but there are ones on the diagonal: no point is its own neighbour.",
        ),
        Misconception(
            "ones taken off twice",
            lambda y: student_weights(y) / (student_weights(y).sum() - len(y)),
            "You take n off the sum for the diagonal, but the diagonal was set to 0 already.",
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
            "made like P",
            lambda y: (_over_rows(student_weights(y)) + _over_rows(student_weights(y)).T) / (2 * len(y)),
            "You normalise each row and average both directions, as for P. " + ALL_PAIRS,
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
    ],
)
