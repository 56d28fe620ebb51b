"""Normal weights whose spread fits the number of inputs."""

import numpy as np

from labkit import nn
from labkit.exercises.lab04_initialisation.drawn import DrawnExercise
from labkit.exercises.lab04_initialisation.draws import TOLERANCE, look_at, sizes
from labkit.exercises.lab04_initialisation.wrong_draws import between, habits, normal
from labkit.exercises.misconception import Misconception

_FLAT = "Your numbers are equally likely everywhere in a range; the text asks for a normal distribution. "

FAN_IN_NORMAL = DrawnExercise(
    id="04.fan_in_normal",
    name="fan_in_normal",
    title="Weights that fit the number of inputs",
    points=2,
    reference=nn.FanInNormal().__call__,
    probes=sizes,
    call=look_at,
    rtol=TOLERANCE,
    misconceptions=[
        Misconception(
            "own size for fan-in",
            normal(lambda n, m: 1 / np.sqrt(m)),
            "Your n is the layer's own size, the number of its units. Report B writes it like this too. But how many "
            "products does one unit add up?",
        ),
        Misconception(
            "variance for std",
            normal(lambda n, m: 1 / n),
            "Far too narrow: 1/n is the *variance* that is wanted. What does `rng.normal` take as its second number?",
        ),
        Misconception(
            "own size, and variance for std",
            normal(lambda n, m: 1 / m),
            "Two things: n is the number of inputs, not of units; and 1/n is a variance, not a standard deviation.",
        ),
        Misconception(
            "upside down",
            normal(lambda n, m: np.sqrt(n)),
            "Your weights grow with the number of inputs. The more products a unit adds up, the smaller each must be.",
        ),
        Misconception(
            "not scaled",
            normal(lambda n, m: 1.0),
            "Your weights have standard deviation 1 whatever the layer's size. Where does the number of inputs enter?",
        ),
        Misconception(
            "He's factor",
            normal(lambda n, m: np.sqrt(2 / n)),
            "That is He's proposal, which comes next: here the variance is 1/n, without a 2.",
        ),
        Misconception(
            "2/n without the root",
            normal(lambda n, m: 2 / n),
            "Two things: there is no 2 here, and what you have is a variance, not a standard deviation.",
        ),
        Misconception(
            "fan-in and fan-out averaged",
            normal(lambda n, m: np.sqrt(2 / (n + m))),
            "That is Glorot's compromise between both passes. Here the number of inputs alone counts.",
        ),
        Misconception(
            "fan-in and fan-out added",
            normal(lambda n, m: 1 / np.sqrt(n + m)),
            "You count inputs and units together. A unit adds up as many products as it has inputs; the other units do "
            "not matter to it.",
        ),
        Misconception(
            "number of weights",
            normal(lambda n, m: 1 / np.sqrt(n * m)),
            "You divide by the root of the number of *all* weights. One unit uses only its own.",
        ),
        Misconception(
            "fourth root",
            normal(lambda n, m: n**-0.25),
            "One root too many: the standard deviation is the root of the variance 1/n.",
        ),
        Misconception(
            "always 784 inputs",
            normal(lambda n, m: 1 / np.sqrt(784)),
            "Right for the first layer of the network alone: the others have other numbers of inputs.",
        ),
        Misconception(
            "uniform from -1 to 1",
            between(lambda n, m: 1.0),
            "That is how Report B starts, the same range for all layers. "
            + _FLAT
            + "And its spread must fit the inputs.",
        ),
        Misconception(
            "std used as a limit",
            between(lambda n, m: 1 / np.sqrt(n)),
            _FLAT + "Besides, a range from -L to L has the standard deviation L/sqrt(3), not L.",
        ),
        Misconception(
            "right spread, but uniform", between(lambda n, m: np.sqrt(3 / n)), _FLAT + "The spread is right."
        ),
        Misconception(
            "from 0 to 1",
            lambda n, m, rng: rng.random((n, m)) / np.sqrt(n),
            "`rng.random` gives numbers from 0 to 1, all positive. A normal distribution around 0 is asked for.",
        ),
        Misconception(
            "three values",
            lambda n, m, rng: rng.integers(-1, 2, (n, m)) / np.sqrt(n),
            "You drew whole numbers: only three different weights come out. A normal distribution is asked for.",
        ),
        *habits(nn.FanInNormal(), nn.FanInNormal().weight_std),
    ],
)
