"""Wrong tests for a transpose."""

import numpy as np

from labkit.exercises.misconception import Misconception

norm = np.linalg.norm


def _gap(f, b, x, y):
    return np.sum(f(x) * y) - np.sum(x * b(y))


def _cosines(f, b, x, y):
    return np.sum(f(x) * y) / (norm(f(x)) * norm(y)) - np.sum(x * b(y)) / (norm(x) * norm(b(y)))


def _over(scale):
    return lambda f, b, x, y: abs(_gap(f, b, x, y)) / scale(f, b, x, y)


SCALE = "The difference is right, what you divide it by is not: take the length of forward(x) times the length of y. "
INNER = "The inner product of two arrays multiplies number by number and adds up *all* of the products, whatever the shape. "
INVERSE = (
    "You ask whether back undoes forward: that is the test for an inverse. A transpose need not undo anything. Compare "
    "the two inner products."
)
COSINES = (
    "You divide each inner product by lengths of its own. Then twice the transpose passes as one: both need the same "
    "scale, so subtract first, and divide the difference."
)

MISTAKES = [
    Misconception(
        "ratio less 1",
        lambda f, b, x, y: abs(np.sum(f(x) * y) / np.sum(x * b(y)) - 1),
        SCALE + "A ratio of the inner products blows up where one is near 0 by chance.",
    ),
    Misconception(
        "sums of sizes",
        _over(lambda f, b, x, y: np.abs(f(x)).sum() * np.abs(y).sum()),
        SCALE + "The length is the root of the sum of squares, not the sum of the sizes.",
    ),
    Misconception(
        "one root too many",
        _over(lambda f, b, x, y: (norm(f(x)) * norm(y)) ** 0.5),
        SCALE + "`np.linalg.norm` takes the root already.",
    ),
    Misconception(
        "forward compared with y",
        lambda f, b, x, y: norm(f(x) - y) / norm(y),
        INNER + "forward(x) need not be y: both are arbitrary.",
    ),
    Misconception(
        "no absolute value",
        lambda f, b, x, y: _gap(f, b, x, y) / (norm(f(x)) * norm(y)),
        "A distance has no sign: take the size of the difference.",
    ),
    Misconception(
        "not divided",
        lambda f, b, x, y: abs(_gap(f, b, x, y)),
        "Large arrays differ by large numbers. "
        "Divide, so that the result says the same of an image and of a thousand times that image.",
    ),
    Misconception("not divided, with its sign", _gap, "A distance has no sign, and it needs a scale: divide."),
    Misconception("divided by x and y", _over(lambda f, b, x, y: norm(x) * norm(y)), SCALE),
    Misconception("divided by x and back", _over(lambda f, b, x, y: norm(x) * norm(b(y))), SCALE),
    Misconception("divided by forward only", _over(lambda f, b, x, y: norm(f(x))), SCALE),
    Misconception("divided by y only", _over(lambda f, b, x, y: norm(y)), SCALE),
    Misconception(
        "brackets",
        _over(lambda f, b, x, y: norm(f(x)) / norm(y)),
        "`a / b * c` divides by b and multiplies by c. Which brackets are missing?",
    ),
    Misconception(
        "lengths squared",
        _over(lambda f, b, x, y: (norm(f(x)) * norm(y)) ** 2),
        SCALE + "The length is the *root* of the sum of squares.",
    ),
    Misconception("lengths added", _over(lambda f, b, x, y: norm(f(x)) + norm(y)), SCALE),
    Misconception("largest entries", _over(lambda f, b, x, y: np.abs(f(x)).max() * np.abs(y).max()), SCALE),
    Misconception(
        "divided by an inner product",
        _over(lambda f, b, x, y: abs(np.sum(f(x) * y))),
        SCALE + "An inner product may come out near 0 by chance.",
    ),
    Misconception(
        "divided by the larger inner product",
        _over(lambda f, b, x, y: max(abs(np.sum(f(x) * y)), abs(np.sum(x * b(y))))),
        SCALE + "Both inner products may come out near 0 by chance.",
    ),
    Misconception(
        "divided by both inner products",
        _over(lambda f, b, x, y: abs(np.sum(f(x) * y)) + abs(np.sum(x * b(y)))),
        SCALE + "Both inner products may come out near 0 by chance.",
    ),
    Misconception(
        "means",
        lambda f, b, x, y: abs(np.mean(f(x) * y) - np.mean(x * b(y))) / (norm(f(x)) * norm(y)),
        INNER + "With means, the two sides are divided by different numbers: images and responses differ in size.",
    ),
    Misconception(
        "products of sums",
        lambda f, b, x, y: abs(f(x).sum() * y.sum() - x.sum() * b(y).sum()) / (norm(f(x)) * norm(y)),
        INNER + "You add up first, and multiply then.",
    ),
    Misconception(
        "lengths compared",
        lambda f, b, x, y: abs(norm(f(x)) * norm(y) - norm(x) * norm(b(y))) / (norm(f(x)) * norm(y)),
        INNER + "You compare lengths; the direction is lost.",
    ),
    Misconception(
        "responses compared with pixels",
        lambda f, b, x, y: abs(norm(f(x)) - norm(b(y))) / (norm(f(x)) * norm(y)),
        INNER + "You compare lengths only.",
    ),
    Misconception("inverse", lambda f, b, x, y: norm(b(f(x)) - x) / norm(x), INVERSE),
    Misconception("inverse, not divided", lambda f, b, x, y: norm(b(f(x)) - x), INVERSE),
    Misconception("inverse, other side", lambda f, b, x, y: norm(f(b(y)) - y) / norm(y), INVERSE),
    Misconception(
        "np.dot",
        lambda f, b, x, y: abs(np.dot(f(x), y) - np.dot(x, b(y))),
        INNER + "`np.dot` of two arrays with "
        "three axes is something else: it pairs the last axis with the last but one.",
    ),
    Misconception(
        "matrix product", lambda f, b, x, y: abs((f(x) @ y) - (x @ b(y))), INNER + "`@` multiplies matrices here."
    ),
    Misconception(
        "not added up",
        lambda f, b, x, y: np.abs(f(x) * y - x * b(y)),
        INNER + "Yours is not added up, and images and responses differ in shape.",
    ),
    Misconception(
        "arguments exchanged",
        lambda f, b, x, y: abs(np.sum(f(y) * x) - np.sum(y * b(x))),
        "forward takes an image, and back takes responses.",
    ),
    Misconception(
        "functions exchanged",
        lambda f, b, x, y: abs(np.sum(b(x) * y) - np.sum(x * f(y))),
        "forward takes an image, and back takes responses.",
        same_as=("arguments exchanged",),
    ),
    Misconception(
        "y left out",
        lambda f, b, x, y: abs(np.sum(f(x) ** 2) - np.sum(x * b(f(x)))) / np.sum(f(x) ** 2),
        "You test with y = forward(x) only. Any y must do: use the one that you are given.",
    ),
    Misconception(
        "sum of the inner products",
        lambda f, b, x, y: abs(np.sum(f(x) * y) + np.sum(x * b(y))) / (norm(f(x)) * norm(y)),
        "You add the two inner products. They should be equal: how do you measure whether two numbers are?",
    ),
    Misconception(
        "difference squared",
        lambda f, b, x, y: _gap(f, b, x, y) ** 2 / (norm(f(x)) * norm(y)),
        "You square the difference, which is then no longer measured in the units of what you divide by.",
    ),
    Misconception(
        "both returned",
        lambda f, b, x, y: (np.sum(f(x) * y), np.sum(x * b(y))),
        "Those are the two inner products. Return one number: how far they are apart, in proportion.",
    ),
    Misconception(
        "one side only",
        lambda f, b, x, y: abs(np.sum(f(x) * y)) / (norm(f(x)) * norm(y)),
        "That is one of the two inner products. Where does back come in?",
    ),
    Misconception(
        "yes or no",
        lambda f, b, x, y: np.allclose(np.sum(f(x) * y), np.sum(x * b(y))),
        "A yes or no. Return the number, so that one can see by how much it misses.",
    ),
    Misconception(
        "functions not called",
        lambda f, b, x, y: f * y,
        "forward and back are functions: call them, forward(x) and back(y).",
    ),
    Misconception("inverse, largest difference", lambda f, b, x, y: np.abs(b(f(x)) - x).max(), INVERSE),
    Misconception("inverse, mean square", lambda f, b, x, y: np.mean((b(f(x)) - x) ** 2), INVERSE),
    Misconception("inverse, yes or no", lambda f, b, x, y: np.allclose(b(f(x)), x), INVERSE),
    Misconception(
        "sizes of the inner products",
        lambda f, b, x, y: abs(abs(np.sum(f(x) * y)) - abs(np.sum(x * b(y)))) / (norm(f(x)) * norm(y)),
        "You take the size of each inner product first. Then a way back with the wrong sign passes: subtract first.",
    ),
    Misconception("two cosines", lambda f, b, x, y: abs(_cosines(f, b, x, y)), COSINES),
    Misconception("two cosines, with their sign", _cosines, COSINES),
    Misconception(
        "one less the mismatch",
        lambda f, b, x, y: 1 - abs(_gap(f, b, x, y)) / (norm(f(x)) * norm(y)),
        "The number says how far the two are apart: 0 for a transpose. You take 1 less that.",
    ),
    Misconception(
        "one inner product divided",
        lambda f, b, x, y: abs(np.sum(f(x) * y) - np.sum(x * b(y)) / (norm(f(x)) * norm(y))),
        "Only the second inner product is divided: the brackets round the difference are missing.",
    ),
    Misconception("divided by back and y", _over(lambda f, b, x, y: norm(b(y)) * norm(y)), SCALE),
    Misconception("divided by numbers of entries", _over(lambda f, b, x, y: f(x).size * y.size), SCALE),
    Misconception("divided by the number of entries", _over(lambda f, b, x, y: y.size), SCALE),
    Misconception("root of sizes", _over(lambda f, b, x, y: np.sqrt(np.abs(f(x)).sum() * np.abs(y).sum())), SCALE),
    Misconception(
        "ratio of the inner products",
        lambda f, b, x, y: abs(np.sum(f(x) * y) / np.sum(x * b(y))),
        "A ratio of 1 says that they agree, and it blows up where one is near 0. Wanted is a difference: 0 if they agree.",
    ),
    Misconception(
        "one side only, with its sign",
        lambda f, b, x, y: np.sum(f(x) * y) / (norm(f(x)) * norm(y)),
        "That is one of the two inner products. Where does back come in?",
    ),
]
