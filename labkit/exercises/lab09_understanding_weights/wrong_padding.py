"""Empty places that are filled with a number."""

import numpy as np

from labkit.exercises.lab09_understanding_weights.folding import folded, of_means
from labkit.exercises.misconception import Misconception

_EMPTY = (
    "Places that no unit fills must stay empty, and an empty place is nan. With a number there, the picture shows a "
    "unit that does not exist, with an activation that nobody measured."
)


WRONG_PADDING = [
    Misconception("padded with zeros", of_means(lambda m, c: folded(m, c, 0.0)), _EMPTY),
    Misconception("padded with minus one", of_means(lambda m, c: folded(m, c, -1.0)), _EMPTY),
    Misconception("padded with infinity", of_means(lambda m, c: folded(m, c, np.inf)), _EMPTY),
    Misconception("padded with ones", of_means(lambda m, c: folded(m, c, 1.0)), _EMPTY),
    Misconception("padded with the mean", of_means(lambda m, c: folded(m, c, m.mean())), _EMPTY),
    Misconception("padded with the last", of_means(lambda m, c: folded(m, c, m[-1])), _EMPTY),
    Misconception(
        "padded from the start",
        of_means(lambda m, c: np.resize(m, (-(-len(m) // c), c))),
        _EMPTY + " (`np.resize` starts again from the first unit.)",
    ),
    Misconception(
        "padded with None",
        of_means(lambda m, c: np.append(m.astype(object), [None] * (-len(m) % c)).reshape(-1, c)),
        "An empty place is nan, a number. With None among them the array holds Python objects, and no plot can draw it.",
    ),
    Misconception(
        "nan everywhere",
        of_means(lambda m, c: np.nan * folded(m, c)),
        "Every place is nan: a number added to nan, or multiplied by it, is nan. Put the means in their places instead.",
    ),
]
