"""Squared distances: something else than the sum of the squared differences of two points."""

import numpy as np

from labkit.exercises.misconception import Misconception
from labkit.tsne import squared_distances

EUCLIDEAN = (
    "Those are the distances themselves. t-SNE wants their squares, and so does the formula of this section: which "
    "step is one too many?"
)


def _roots(x: np.ndarray) -> np.ndarray:
    return np.sqrt(squared_distances(x))


SUM_MISTAKES = [
    Misconception("Euclidean for squared", _roots, EUCLIDEAN),
    Misconception(
        "sum of absolute differences",
        lambda x: np.abs(x[:, None] - x).sum(axis=-1),
        "You add up |a - b|, the way a taxi drives. Here the differences are squared before they are added.",
    ),
    Misconception(
        "mean for sum",
        lambda x: squared_distances(x) / x.shape[1],
        "You average over the features; a squared distance is a sum over them.",
    ),
    Misconception(
        "features summed before squaring",
        lambda x: np.square((x[:, None] - x).sum(axis=-1)),
        "You add the differences of all features and square the sum, so that they can cancel. Square first.",
    ),
    Misconception(
        "columns for rows",
        lambda x: squared_distances(x.T),
        "Those are the distances between *features*. A point is a row of x: over which axis must the sum run?",
    ),
    Misconception(
        "summed over the points",
        lambda x: np.square(x[:, None] - x).sum(axis=0),
        "The differences are right, and you add them up over the points. Which axis holds the features?",
    ),
    Misconception(
        "not summed",
        lambda x: np.square(x[:, None] - x),
        "The squared differences of each feature stand side by side: the sum over them is missing.",
    ),
    Misconception(
        "first feature only",
        lambda x: np.square(x[:, None, 0] - x[:, 0]),
        "You compare one feature only. Every feature adds its squared difference.",
    ),
    Misconception(
        "largest feature only",
        lambda x: np.abs(x[:, None] - x).max(axis=-1),
        "You take the largest difference of any feature. Here all of them count, squared.",
    ),
    Misconception(
        "largest feature only, squared",
        lambda x: np.square(np.abs(x[:, None] - x).max(axis=-1)),
        "You take the largest difference of any feature. Here all of them are added.",
    ),
    Misconception(
        "one triangle",
        lambda x: np.triu(squared_distances(x)),
        "Only the upper triangle is filled. The distance from j to i is that from i to j.",
    ),
    Misconception(
        "distance from the mean",
        lambda x: np.square(x - x.mean(axis=0)).sum(axis=1),
        "One number for each point: its distance from the mean. Asked for is every point against every other.",
    ),
    Misconception(
        "neighbouring rows",
        lambda x: np.square(np.diff(x, axis=0)).sum(axis=1),
        "You compare each row with the next. Asked for is every point against every other: n times n numbers.",
    ),
    Misconception(
        "cosine",
        lambda x: 1 - x @ x.T / np.outer(np.linalg.norm(x, axis=1), np.linalg.norm(x, axis=1)),
        "That is the cosine distance, which forgets how long the points are. Here lengths count.",
    ),
    Misconception(
        "divided by 2",
        lambda x: squared_distances(x) / 2,
        "Half of what is expected: which factor does not stand in the formula?",
    ),
    Misconception(
        "not squared",
        lambda x: (x[:, None] - x).sum(axis=-1),
        "You add up the differences as they are, so that positive and negative ones cancel. A distance is made of "
        "their squares.",
    ),
    Misconception(
        "last feature only",
        lambda x: np.square(x[:, None, -1] - x[:, -1]),
        "Only the last feature is left: each one must be *added* to what the others gave.",
    ),
    Misconception(
        "each point and the next",
        lambda x: squared_distances(x) * (np.abs(np.subtract.outer(range(len(x)), range(len(x)))) == 1),
        "You compare each point with the next one only. Asked for is every point against every other.",
    ),
    Misconception(
        "squared twice",
        lambda x: squared_distances(x) ** 2,
        "You square once too often: the sum of the squared differences is the squared distance already.",
    ),
    Misconception(
        "standardised",
        lambda x: squared_distances((x - x.mean(axis=0)) / x.std(axis=0)),
        "You scale the features to a spread of 1 first. The distances are those of the points as they came in (and a "
        "feature that does not vary would be divided by 0).",
    ),
    Misconception(
        "at least 1",
        lambda x: np.maximum(squared_distances(x), 1),
        "You push distances up to 1. Only what rounding has left *below 0* needs a hand, and then up to 0.",
    ),
]
