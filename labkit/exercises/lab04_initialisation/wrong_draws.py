"""Wrong ways to draw weights, whatever their right standard deviation is."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.misconception import Misconception

Init = Callable[[int, int, np.random.Generator], np.ndarray]
Size = Callable[[int, int], float]

IN_A_LIST = (
    "The numbers come in a list. Return an array (`np.array` makes one of a list): the network multiplies with it."
)
NO_ARRAY = (
    "What you return is no array of numbers: return the weights, and nothing else. (Two things at once make a tuple; a "
    "method without its brackets has not been called.)"
)


def normal(std: Size) -> Init:
    """A normal distribution with another standard deviation, ``std(n_inputs, n_outputs)``."""
    return lambda n, m, rng: std(n, m) * rng.standard_normal((n, m))


def between(limit: Size) -> Init:
    """A uniform distribution from minus a limit to the limit."""
    return lambda n, m, rng: rng.uniform(-limit(n, m), limit(n, m), (n, m))


def own_generator(draw: Init) -> Init:
    """The right numbers, the same ones from every rng."""
    return lambda n, m, rng: draw(n, m, np.random.default_rng(0))


def fresh_generator(draw: Init) -> Init:
    """The right numbers, from a generator that nobody can repeat."""
    return lambda n, m, rng: draw(n, m, np.random.default_rng())


def habits(draw: Init, std: Size) -> list[Misconception]:
    """Mistakes of shape, source and sign, common to all initialisers."""
    return [
        Misconception(
            "transposed shape",
            lambda n, m, rng: draw(n, m, rng).T,
            "Rows and columns are exchanged. A batch x has a row for each sample and x W must have a row for each "
            "sample "
            "too: which of its sides does W turn to the inputs?",
        ),
        Misconception(
            "square",
            lambda n, m, rng: np.repeat(draw(n, 1, rng), n, axis=1),  # only its shape is looked at
            "Your matrix has as many columns as inputs. A column holds the weights of one unit of this layer.",
        ),
        Misconception(
            "one row only",
            lambda n, m, rng: draw(n, m, rng)[:, 0],
            "You drew one weight for each input. Every unit of the layer needs weights of its own.",
        ),
        Misconception(
            "one weight for each unit",
            lambda n, m, rng: draw(n, m, rng)[0],
            "You drew one weight for each unit. A unit needs a weight for each of its inputs.",
        ),
        Misconception(
            "a row for a bias",
            lambda n, m, rng: draw(n + 1, m, rng),
            "There is a row too many, perhaps for a bias. This network has none: a row for each input, and no more.",
        ),
        Misconception(
            "flat",
            lambda n, m, rng: draw(n, m, rng).ravel(),
            "The number of weights is right; they should stand in a table with a row for each input.",
        ),
        Misconception(
            "one number",
            lambda n, m, rng: draw(n, m, rng)[0, 0],
            "You drew a single number. `size=` says how many are wanted, in which shape.",
        ),
        Misconception(
            "a list",
            lambda n, m, rng: draw(n, m, rng).tolist(),
            IN_A_LIST,
        ),
        Misconception("no array", lambda n, m, rng: "weights", NO_ARRAY),
        Misconception(
            "numbers not from rng",
            fresh_generator(draw),
            "Your numbers do not come from the generator `rng` that is handed in: `np.random.…` draws from NumPy's "
            "own, "
            "so nobody can repeat your run from its seed. Call the methods of `rng`.",
        ),
        Misconception(
            "a seed of its own",
            own_generator(draw),
            "Every `rng` gives the same numbers: a fixed seed stands inside. Then all seeds are one, and two layers "
            "of the "
            "same size start out equal. Call the methods of the `rng` that is handed in.",
        ),
        Misconception(
            "only positive",
            lambda n, m, rng: np.abs(draw(n, m, rng)),
            "All your weights have the same sign; they should spread evenly around 0. Now the products in a weighted "
            "sum no longer cancel, and the sum "
            "grows like n, not like the root of n.",
        ),
        Misconception(
            "spread taken for the mean",
            lambda n, m, rng: std(n, m) + rng.standard_normal((n, m)),
            "You gave the generator your number as the *mean*: the first argument of `normal` is the mean, the second "
            "the standard deviation.",
        ),
        Misconception(
            "mean 1",
            lambda n, m, rng: 1 + draw(n, m, rng),
            "Your weights spread around 1. Around which number should they spread, if no unit is to be pushed to one "
            "side?",
        ),
        Misconception(
            "no randomness",
            lambda n, m, rng: np.full((n, m), std(n, m)),
            "All weights are one and the same number, perhaps 0. Units that start equal get equal updates and stay "
            "equal for ever. "
            "(If that is not what you meant: has a whole-number division `//` made a 0?)",
        ),
        Misconception(
            "one random number for all",
            lambda n, m, rng: np.full((n, m), rng.standard_normal() * std(n, m)),
            "You drew one number and used it everywhere. Units that start equal get equal updates and stay equal.",
        ),
        Misconception(
            "the same weights for every unit",
            lambda n, m, rng: np.repeat(draw(n, m, rng)[:, :1], m, axis=1),
            "All units of your layer have the same weights. They will get the same updates, and stay one unit for "
            "ever.",
        ),
        Misconception(
            "the same weights for every input",
            lambda n, m, rng: np.repeat(draw(n, m, rng)[:1], n, axis=0),
            "All inputs of your layer have the same weights: a unit can then do nothing but add up the whole image.",
        ),
        Misconception(
            "random signs",
            lambda n, m, rng: rng.choice([-1.0, 1.0], (n, m)) * std(n, m),
            "Mean and spread are right, but there are only two different weights. The text asks for another "
            "distribution.",
        ),
    ]
