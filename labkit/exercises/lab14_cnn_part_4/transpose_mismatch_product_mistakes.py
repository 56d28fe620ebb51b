"""Wrong tests for a transpose: other products, or another question."""

import numpy as np

from labkit.exercises.lab14_cnn_part_4.inner_products import gap, norm
from labkit.exercises.misconception import Misconception

INNER = "The inner product of two arrays multiplies number by number and adds up *all* of the products, whatever the shape. "
INVERSE = (
    "You ask whether back undoes forward: that is the test for an inverse. A transpose need not undo anything. Compare "
    "the two inner products."
)


PRODUCT_MISTAKES = [
    Misconception(
        "forward compared with y",
        lambda f, b, x, y: norm(f(x) - y) / norm(y),
        INNER + "forward(x) need not be y: both are arbitrary.",
    ),
    Misconception(
        "no absolute value",
        lambda f, b, x, y: gap(f, b, x, y) / (norm(f(x)) * norm(y)),
        "A distance has no sign: take the size of the difference.",
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
    Misconception(
        "one less the mismatch",
        lambda f, b, x, y: 1 - abs(gap(f, b, x, y)) / (norm(f(x)) * norm(y)),
        "The number says how far the two are apart: 0 for a transpose. You take 1 less that.",
    ),
    Misconception(
        "one side only, with its sign",
        lambda f, b, x, y: np.sum(f(x) * y) / (norm(f(x)) * norm(y)),
        "That is one of the two inner products. Where does back come in?",
    ),
    Misconception(
        "sizes of the inner products, with a sign",
        lambda f, b, x, y: (abs(np.sum(f(x) * y)) - abs(np.sum(x * b(y)))) / (norm(f(x)) * norm(y)),
        "You take the size of each inner product, and not of their difference: subtract first.",
    ),
    Misconception(
        "sizes of the products",
        lambda f, b, x, y: (np.abs(f(x) * y).sum() - np.abs(x * b(y)).sum()) / (norm(f(x)) * norm(y)),
        INNER + "You take the size of each product before you add up, so that none can cancel another.",
    ),
    Misconception(
        "sizes of the products, without a sign",
        lambda f, b, x, y: abs(np.abs(f(x) * y).sum() - np.abs(x * b(y)).sum()) / (norm(f(x)) * norm(y)),
        INNER + "You take the size of each product before you add up, so that none can cancel another.",
    ),
    Misconception(
        "back of forward",
        lambda f, b, x, y: abs(np.sum(f(x) * y) - np.sum(x * b(f(x)))) / (norm(f(x)) * norm(y)),
        "You send forward(x) back. The two sides need the same two arrays: forward(x) against y, and x against back(y).",
    ),
    Misconception(
        "rounded",
        lambda f, b, x, y: np.round(abs(gap(f, b, x, y)) / (norm(f(x)) * norm(y)), 3),
        "You round. A transpose misses by 1e-16 and a wrong one by 1e-2: return the number as it is.",
    ),
]
