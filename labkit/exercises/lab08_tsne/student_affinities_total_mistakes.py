"""Affinities of the picture: another total than 1 over all pairs, or a diagonal that is not 0."""

import numpy as np

from labkit.exercises.lab08_tsne.pictures import over_rows, total
from labkit.exercises.misconception import Misconception
from labkit.tsne import embedded_affinities, squared_distances, student_weights

ALL_PAIRS = "Here *all pairs together* add up to 1, not each row: the picture has no widths of its own for each point."
FACTOR = "All of Q must add up to 1: add yours up. How often does each pair stand in the array?"


def _late(y: np.ndarray) -> np.ndarray:
    q = total(1 / (1 + squared_distances(y)))
    np.fill_diagonal(q, 0)
    return q


TOTAL_MISTAKES = [
    Misconception("normalised per row", lambda y: over_rows(student_weights(y)), ALL_PAIRS),
    Misconception("normalised per column", lambda y: student_weights(y) / student_weights(y).sum(axis=0), ALL_PAIRS),
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
        lambda y: over_rows(1 / (1 + squared_distances(y))),
        ALL_PAIRS + " And no point is its own neighbour: the diagonal is 0.",
    ),
    Misconception(
        "per column, diagonal left in",
        lambda y: over_rows(1 / (1 + squared_distances(y))).T,
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
        "made like P",
        lambda y: (over_rows(student_weights(y)) + over_rows(student_weights(y)).T) / (2 * len(y)),
        "You normalise each row and average both directions, as for P. " + ALL_PAIRS,
    ),
    Misconception(
        "divided by the number of pairs",
        lambda y: student_weights(y) / (len(y) * (len(y) - 1)),
        "You divide by the number of pairs, as if for a mean; divide by what the weights add up to.",
    ),
    Misconception(
        "logarithms",
        lambda y: np.log(np.maximum(embedded_affinities(y), 1e-12)),
        "Those are logarithms of affinities. They come later, in the divergence.",
    ),
    Misconception(
        "pushed up",
        lambda y: np.maximum(embedded_affinities(y), 1e-3),
        "You push small affinities up, also those of the diagonal. Q then adds up to more than 1.",
    ),
    Misconception(
        "summed",
        lambda y: embedded_affinities(y).sum(axis=1),
        "One number for each point. Q has one for each pair.",
    ),
]
