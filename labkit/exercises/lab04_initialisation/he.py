"""Normal weights for ReLU layers."""

import numpy as np

from labkit import nn
from labkit.exercises.lab04_initialisation.drawn import DrawnExercise
from labkit.exercises.lab04_initialisation.draws import TOLERANCE, look_at, sizes
from labkit.exercises.lab04_initialisation.wrong_draws import between, habits, normal
from labkit.exercises.misconception import Misconception

_FLAT = "Your numbers are equally likely everywhere in a range; a normal distribution is asked for. "

HE = DrawnExercise(
    id="04.he",
    name="he",
    title="He's weights",
    points=1,
    reference=nn.He().__call__,
    probes=sizes,
    call=look_at,
    rtol=TOLERANCE,
    misconceptions=[
        Misconception(
            "2/n without the root",
            normal(lambda n, m: 2 / n),
            "2/n is the *variance* that is wanted. What does `rng.normal` take as its second number?",
        ),
        Misconception(
            "root over the 2 only",
            normal(lambda n, m: np.sqrt(2) / n),
            "Your root covers the 2 alone: sqrt(2)/n is not sqrt(2/n).",
        ),
        Misconception(
            "2 outside the root",
            normal(lambda n, m: 2 / np.sqrt(n)),
            "He doubles the *variance*. Your 2 stands outside the root, which makes the variance four times as large.",
        ),
        Misconception(
            "no factor 2",
            normal(lambda n, m: 1 / np.sqrt(n)),
            "That is the initialisation from before. What does a ReLU do to the mean square of its input, and how is "
            "it made up for?",
        ),
        Misconception(
            "2 divides",
            normal(lambda n, m: 1 / np.sqrt(2 * n)),
            "Your 2 makes the weights smaller. The ReLU has halved the signal: weights must make up for it.",
        ),
        *(
            Misconception(
                name,
                normal(std),
                "Your weights grow with the number of inputs; the more products are added up, the smaller each "
                "must be.",
            )
            for name, std in (
                ("upside down", lambda n, m: np.sqrt(n / 2)),
                ("upside down, times 2", lambda n, m: np.sqrt(2 * n)),
                ("upside down, no 2", lambda n, m: np.sqrt(n)),
            )
        ),
        Misconception(
            "not scaled",
            normal(lambda n, m: 1.0),
            "Your weights have standard deviation 1 whatever the layer's size. Where does the number of inputs enter?",
        ),
        Misconception(
            "not scaled but doubled",
            normal(lambda n, m: np.sqrt(2)),
            "The 2 is there, but your weights have the same spread whatever the layer's size. Where does the number "
            "of inputs enter?",
        ),
        Misconception(
            "always 784 inputs",
            normal(lambda n, m: np.sqrt(2 / 784)),
            "Right for the first layer of the network alone: the others have other numbers of inputs.",
        ),
        Misconception(
            "mean of both sizes",
            normal(lambda n, m: np.sqrt(4 / (n + m))),
            "You put the mean of inputs and units in the place of n. He's rule looks at the inputs alone.",
        ),
        Misconception(
            "from 0 to 1",
            lambda n, m, rng: rng.random((n, m)) * np.sqrt(2 / n),
            "`rng.random` gives numbers from 0 to 1, all positive. A normal distribution around 0 is asked for.",
        ),
        Misconception(
            "own size for fan-in",
            normal(lambda n, m: np.sqrt(2 / m)),
            "Your n is the layer's own size. How many products does one unit add up?",
        ),
        Misconception(
            "fan-in and fan-out averaged",
            normal(lambda n, m: np.sqrt(2 / (n + m))),
            "You added inputs and units. He's rule looks at the inputs alone.",
        ),
        Misconception(
            "number of weights",
            normal(lambda n, m: np.sqrt(2 / (n * m))),
            "You divide by the number of *all* weights. One unit uses only its own.",
        ),
        Misconception(
            "a uniform limit as std",
            normal(lambda n, m: np.sqrt(6 / n)),
            "sqrt(6/n) is the limit of a *uniform* distribution with He's spread. For a normal one, use the spread "
            "itself.",
        ),
        Misconception(
            "std used as a limit",
            between(lambda n, m: np.sqrt(2 / n)),
            _FLAT + "Besides, a range from -L to L has the standard deviation L/sqrt(3).",
        ),
        Misconception(
            "right spread, but uniform", between(lambda n, m: np.sqrt(6 / n)), _FLAT + "The spread is right."
        ),
        Misconception(
            "ReLU on the weights",
            lambda n, m, rng: np.maximum(0, normal(nn.He().weight_std)(n, m, rng)),
            "You applied the ReLU to the *weights*. It is an activation: it acts on a unit's output.",
        ),
        Misconception(
            "squared",
            normal(lambda n, m: (2 / n) ** 2),
            "You squared where a root belongs: from a variance to a standard deviation.",
        ),
        Misconception(
            "n squared",
            normal(lambda n, m: np.sqrt(2) / n**2),
            "n enters too strongly. Four times as many inputs, and weights half as large: that keeps the sum as it is.",
        ),
        *habits(nn.He(), nn.He().weight_std),
    ],
)
