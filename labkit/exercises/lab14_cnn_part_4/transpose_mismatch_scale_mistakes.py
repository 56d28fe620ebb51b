"""Wrong tests for a transpose: the difference divided by something else."""

import numpy as np

from labkit.exercises.lab14_cnn_part_4.inner_products import SCALE, gap, norm, over
from labkit.exercises.misconception import Misconception


def _cosines(f, b, x, y):
    return np.sum(f(x) * y) / (norm(f(x)) * norm(y)) - np.sum(x * b(y)) / (norm(x) * norm(b(y)))


ROOT = "The length is the *root* of the sum of squares."
COSINES = (
    "You divide each inner product by lengths of its own. Then twice the transpose passes as one: both need the same "
    "scale, so subtract first, and divide the difference."
)


SCALE_MISTAKES = [
    Misconception(
        "ratio less 1",
        lambda f, b, x, y: abs(np.sum(f(x) * y) / np.sum(x * b(y)) - 1),
        SCALE + "A ratio of the inner products blows up where one is near 0 by chance.",
    ),
    Misconception(
        "sums of sizes",
        over(lambda f, b, x, y: np.abs(f(x)).sum() * np.abs(y).sum()),
        SCALE + "The length is the root of the sum of squares, not the sum of the sizes.",
    ),
    Misconception(
        "one root too many",
        over(lambda f, b, x, y: (norm(f(x)) * norm(y)) ** 0.5),
        SCALE + "`np.linalg.norm` takes the root already.",
    ),
    Misconception(
        "not divided",
        lambda f, b, x, y: abs(gap(f, b, x, y)),
        "Large arrays differ by large numbers. "
        "Divide, so that the result says the same of an image and of a thousand times that image.",
    ),
    Misconception("not divided, with its sign", gap, "A distance has no sign, and it needs a scale: divide."),
    Misconception("divided by x and y", over(lambda f, b, x, y: norm(x) * norm(y)), SCALE),
    Misconception("divided by x and back", over(lambda f, b, x, y: norm(x) * norm(b(y))), SCALE),
    Misconception("divided by forward only", over(lambda f, b, x, y: norm(f(x))), SCALE),
    Misconception("divided by y only", over(lambda f, b, x, y: norm(y)), SCALE),
    Misconception(
        "brackets",
        over(lambda f, b, x, y: norm(f(x)) / norm(y)),
        "`a / b * c` divides by b and multiplies by c. Which brackets are missing?",
    ),
    Misconception(
        "lengths squared",
        over(lambda f, b, x, y: (norm(f(x)) * norm(y)) ** 2),
        SCALE + "The length is the *root* of the sum of squares.",
    ),
    Misconception("lengths added", over(lambda f, b, x, y: norm(f(x)) + norm(y)), SCALE),
    Misconception(
        "difference squared",
        lambda f, b, x, y: gap(f, b, x, y) ** 2 / (norm(f(x)) * norm(y)),
        "You square the difference, which is then no longer measured in the units of what you divide by.",
    ),
    Misconception("two cosines", lambda f, b, x, y: abs(_cosines(f, b, x, y)), COSINES),
    Misconception("two cosines, with their sign", _cosines, COSINES),
    Misconception(
        "one inner product divided",
        lambda f, b, x, y: abs(np.sum(f(x) * y) - np.sum(x * b(y)) / (norm(f(x)) * norm(y))),
        "Only the second inner product is divided: the brackets round the difference are missing.",
    ),
    Misconception("divided by back and y", over(lambda f, b, x, y: norm(b(y)) * norm(y)), SCALE),
    Misconception("divided by numbers of entries", over(lambda f, b, x, y: f(x).size * y.size), SCALE),
    Misconception("divided by the number of entries", over(lambda f, b, x, y: y.size), SCALE),
    Misconception("root of sizes", over(lambda f, b, x, y: np.sqrt(np.abs(f(x)).sum() * np.abs(y).sum())), SCALE),
    Misconception(
        "ratio of the inner products",
        lambda f, b, x, y: abs(np.sum(f(x) * y) / np.sum(x * b(y))),
        "A ratio of 1 says that they agree, and it blows up where one is near 0. Wanted is a difference: 0 if they agree.",
    ),
    Misconception("largest entries", over(lambda f, b, x, y: np.abs(f(x)).max() * np.abs(y).max()), SCALE),
    Misconception(
        "divided by an inner product",
        over(lambda f, b, x, y: abs(np.sum(f(x) * y))),
        SCALE + "An inner product may come out near 0 by chance.",
    ),
    Misconception(
        "divided by the larger inner product",
        over(lambda f, b, x, y: max(abs(np.sum(f(x) * y)), abs(np.sum(x * b(y))))),
        SCALE + "Both inner products may come out near 0 by chance.",
    ),
    Misconception(
        "divided by both inner products",
        over(lambda f, b, x, y: abs(np.sum(f(x) * y)) + abs(np.sum(x * b(y)))),
        SCALE + "Both inner products may come out near 0 by chance.",
    ),
    Misconception("divided by forward and back", over(lambda f, b, x, y: norm(f(x)) * norm(b(y))), SCALE),
    Misconception("y squared", over(lambda f, b, x, y: norm(f(x)) * norm(y) ** 2), SCALE + ROOT),
    Misconception("forward squared", over(lambda f, b, x, y: norm(f(x)) ** 2 * norm(y)), SCALE + ROOT),
    Misconception(
        "length of the product",
        over(lambda f, b, x, y: norm(f(x) * y)),
        SCALE + "You multiply number by number first, and take the length of that.",
    ),
    Misconception(
        "divided by `len`",
        over(lambda f, b, x, y: len(f(x)) * len(y)),
        SCALE + "`len` is the length of the first axis; a vector's length is the root of the sum of all squares.",
    ),
    Misconception(
        "root mean squares",
        over(lambda f, b, x, y: np.sqrt(np.mean(f(x) ** 2) * np.mean(y**2))),
        SCALE + "The length is the root of the *sum* of squares; yours is the root of their mean.",
    ),
    Misconception(
        "lengths of rows",
        over(lambda f, b, x, y: np.sum(norm(f(x), axis=-1) * norm(y, axis=-1))),
        SCALE + "With `axis` you get one length for each row. Take that of the whole array.",
    ),
    Misconception(
        "first inner product divided",
        lambda f, b, x, y: abs(np.sum(f(x) * y) / (norm(f(x)) * norm(y)) - np.sum(x * b(y))),
        "Only the first inner product is divided: the brackets round the difference are missing.",
    ),
]
