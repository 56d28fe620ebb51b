"""Uniform weights that serve both directions."""

import numpy as np

from labkit import nn
from labkit.exercises.lab04_initialisation.drawn import DrawnExercise
from labkit.exercises.lab04_initialisation.draws import TOLERANCE, look_at, sizes
from labkit.exercises.lab04_initialisation.wrong_draws import between, habits, normal
from labkit.exercises.misconception import Misconception

_LIMIT = "Glorot's variance is 2/(n_inputs + n_outputs). Your numbers have another: "

GLOROT = DrawnExercise(
    id="04.glorot",
    name="glorot",
    title="Glorot's compromise",
    points=2,
    reference=nn.Glorot().__call__,
    probes=sizes,
    call=look_at,
    rtol=TOLERANCE,
    misconceptions=[
        Misconception(
            "std used as a limit",
            between(lambda n, m: np.sqrt(2 / (n + m))),
            _LIMIT + "you used the wanted standard deviation as the *limit*. How wide must a range be to have it?",
        ),
        Misconception(
            "half the variance",
            between(lambda n, m: np.sqrt(3 / (n + m))),
            _LIMIT + "the mean of the two sizes is (n_inputs + n_outputs)/2; has that 2 got lost?",
        ),
        Misconception(
            "both factors forgotten",
            between(lambda n, m: np.sqrt(1 / (n + m))),
            _LIMIT + "a 2 from the mean of the two sizes and a 3 from the width of a range are missing.",
        ),
        Misconception(
            "root 3 divides",
            between(lambda n, m: np.sqrt(2 / (3 * (n + m)))),
            "You divided by sqrt(3). A range from -L to L has the standard deviation L/sqrt(3); that is known here, "
            "and L is wanted.",
        ),
        Misconception(
            "root of the 3 only",
            between(lambda n, m: np.sqrt(3) * 2 / (n + m)),
            "You widened the *variance* by sqrt(3). Take its root first: the width of a range goes with the standard "
            "deviation.",
        ),
        Misconception(
            "geometric mean",
            between(lambda n, m: np.sqrt(3 / np.sqrt(n * m))),
            "You averaged the sizes by the root of their product. Glorot takes the ordinary mean: half their sum.",
        ),
        Misconception(
            "twelve for three",
            between(lambda n, m: np.sqrt(24 / (n + m))),
            _LIMIT + "the 12 belongs to the whole length of the range, from -L to L. How long is it?",
        ),
        Misconception(
            "twice the variance",
            between(lambda n, m: np.sqrt(12 / (n + m))),
            _LIMIT + "there is one 2 too many. Write down the mean of both sizes, then the limit for that variance.",
        ),
        Misconception(
            "half the range",
            between(lambda n, m: np.sqrt(1.5 / (n + m))),
            "Your range is half as wide as it should be: from -L/2 to L/2 is not from -L to L.",
        ),
        Misconception(
            "root forgotten",
            between(lambda n, m: 6 / (n + m)),
            "The limit is missing its root: 6/(n_inputs + n_outputs) is its square.",
        ),
        Misconception(
            "variance used as a limit",
            between(lambda n, m: 2 / (n + m)),
            "You used the wanted *variance* as the limit. First its root, then the width of the range.",
        ),
        Misconception(
            "root over the 6 only",
            between(lambda n, m: np.sqrt(6) / (n + m)),
            "Your root covers the 6 alone, and not the sum below.",
        ),
        Misconception(
            "root below only",
            between(lambda n, m: 6 / np.sqrt(n + m)),
            "Your root covers the sum below, and not the 6.",
        ),
        Misconception(
            "fan-in counted twice",
            between(lambda n, m: np.sqrt(3 / n)),
            "Only the number of inputs enters. For the backward pass the number of outputs counts, and Glorot takes "
            "the mean of both.",
        ),
        Misconception(
            "fan-in alone", between(lambda n, m: np.sqrt(6 / n)), "The number of outputs is missing below the 6."
        ),
        Misconception(
            "fan-out alone", between(lambda n, m: np.sqrt(6 / m)), "The number of inputs is missing below the 6."
        ),
        Misconception(
            "fan-out counted twice",
            between(lambda n, m: np.sqrt(3 / m)),
            "Only the number of outputs enters. Glorot takes the mean of inputs and outputs.",
        ),
        Misconception(
            "product of the sizes",
            between(lambda n, m: np.sqrt(6 / (n * m))),
            "The two sizes are averaged, so they stand in a sum, not in a product.",
        ),
        Misconception(
            "variances added",
            between(lambda n, m: np.sqrt(6 / n + 6 / m)),
            "You added two fractions. It is the two sizes that are averaged, below the line.",
        ),
        Misconception(
            "brackets missing",
            between(lambda n, m: np.sqrt(6 / n + m)),
            "Python divides before it adds: brackets around the sum of the two sizes are missing.",
        ),
        Misconception(
            "roots added",
            between(lambda n, m: np.sqrt(6) / (np.sqrt(n) + np.sqrt(m))),
            "The root of a sum is not the sum of the roots: average the sizes, then take one root.",
        ),
        Misconception(
            "difference of the sizes",
            between(lambda n, m: np.sqrt(6 / abs(n - m))),
            "The two sizes are averaged: a sum, not a difference.",
        ),
        Misconception(
            "upside down",
            between(lambda n, m: np.sqrt((n + m) / 6)),
            "Your range grows with the layer. The more products are added up, the smaller each must be.",
        ),
        Misconception(
            "uniform from -1 to 1",
            between(lambda n, m: 1.0),
            "That is how Report B starts. Where do the two sizes enter?",
        ),
        Misconception(
            "right spread, but normal",
            normal(nn.Glorot().weight_std),
            "The spread is right, and Glorot's rule can be had with a normal distribution too. The exercise asks for "
            "the uniform one.",
        ),
        Misconception(
            "limit used as std",
            normal(lambda n, m: np.sqrt(6 / (n + m))),
            "You used the limit as the standard deviation of a normal distribution. The exercise asks for a uniform "
            "one, between the limits.",
        ),
        Misconception(
            "from 0 to 2L",
            lambda n, m, rng: rng.uniform(0, 2 * np.sqrt(6 / (n + m)), (n, m)),
            "The length of your range is right, but it begins at 0. Where should its middle be?",
        ),
        Misconception(
            "shape taken for a limit",
            lambda n, m, rng: rng.uniform(-np.sqrt(6 / (n + m)), (n, m)),
            "`rng.uniform` takes the lower end, the upper end, then the shape. Yours has one end only, so the shape "
            "became the other.",
        ),
        Misconception(
            "from the limit to 1",
            lambda n, m, rng: rng.uniform(np.sqrt(6 / (n + m)), 1, (n, m)),
            "`rng.uniform` takes the lower end first, and 1 is its default for the upper: give both ends.",
        ),
        Misconception(
            "normal draws averaged",
            lambda n, m, rng: (rng.standard_normal((n, m)) / np.sqrt(n) + rng.standard_normal((n, m)) / np.sqrt(m)) / 2,
            "You averaged two draws. Glorot averages the two *sizes*, and then draws once.",
        ),
        *habits(nn.Glorot(), nn.Glorot().weight_std),
    ],
)
