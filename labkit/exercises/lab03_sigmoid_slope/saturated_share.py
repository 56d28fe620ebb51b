"""How much of a layer is saturated."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab03_sigmoid_slope.draw_slope import draw_slope
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import sigmoid, sigmoid_derivative, sigmoid_derivative_from_output


def saturated_share(y: np.ndarray, k: float, threshold: float = 0.01) -> float:
    """Share of the outputs ``y`` of units with slope ``k`` at which the derivative is below ``threshold``."""
    return np.mean(sigmoid_derivative_from_output(y, k) < threshold)


def _layers(rng: np.random.Generator) -> list[Probe]:
    gentle, steep = draw_slope(rng, 0.3, 0.8), draw_slope(rng, 3, 6)
    return [
        Probe(sigmoid(rng.normal(0, 4, (6, 5))), 1.0, 0.01, label="slope 1"),
        Probe(sigmoid(rng.normal(0, 4, (7, 4)), steep), steep, 0.01, label="a steep slope"),
        Probe(sigmoid(rng.normal(0, 7, (8, 6)), gentle), gentle, 0.01, label="a gentle slope"),
        Probe(rng.uniform(0, 1, (40, 25)), 2.0, 0.15, label="another threshold"),
        Probe(rng.uniform(0.4, 0.6, (5, 4)) * [1, 1, 0, 1], 1.0, 0.01, label="one unit is off for every sample"),
        Probe(sigmoid(rng.normal(-4, 1, (12, 6))), 1.0, 0.05, label="a layer that is mostly off"),
        Probe(sigmoid(rng.normal(4, 1, (9, 8))), 1.0, 0.05, label="a layer that is mostly on"),
        Probe(rng.uniform(0.4, 0.6, (4, 3)), 2.0, 0.01, label="nothing saturated"),
        Probe(rng.choice([0.0, 1.0], (4, 3)), 2.0, 0.01, label="everything saturated"),
    ]


SATURATED_SHARE = Exercise(
    id="03.saturated_share",
    name="saturated_share",
    title="How much of a layer is saturated",
    points=1,
    reference=saturated_share,
    probes=_layers,
    misconceptions=[
        Misconception(
            "count",
            lambda y, k, threshold: np.sum(k * y * (1 - y) < threshold),
            "You count the saturated outputs; a share compares them with how many there are.",
        ),
        Misconception(
            "per cent",
            lambda y, k, threshold: 100 * np.mean(k * y * (1 - y) < threshold),
            "A share runs from 0 to 1; yours is in per cent.",
        ),
        Misconception(
            "the others",
            lambda y, k, threshold: np.mean(k * y * (1 - y) >= threshold),
            "You report the share that can still learn. A unit is saturated when its derivative is *small*.",
        ),
        Misconception(
            "no slope",
            lambda y, k, threshold: np.mean(y * (1 - y) < threshold),
            "Right for slope 1. The derivative of a unit with slope k has one more factor.",
        ),
        Misconception(
            "slope squared",
            lambda y, k, threshold: np.mean(k**2 * y * (1 - y) < threshold),
            "k appears once too often in your derivative: is it already inside the function you call?",
        ),
        Misconception(
            "sigmoid again",
            lambda y, k, threshold: np.mean(sigmoid_derivative(y, k) < threshold),
            "y already is the output of the sigmoid: use the derivative that is computed from the output.",
        ),
        Misconception(
            "slope divides",
            lambda y, k, threshold: np.mean(y * (1 - y) / k < threshold),
            "k divides in your derivative, and it should multiply: a steeper curve has a larger derivative.",
        ),
        Misconception(
            "near zero only",
            lambda y, k, threshold: np.mean(y < threshold),
            "You look for outputs near 0. A unit is just as flat near 1, and what counts is its derivative.",
        ),
        Misconception(
            "near one only",
            lambda y, k, threshold: np.mean(y > 1 - threshold),
            "You look for outputs near 1. A unit is just as flat near 0, and what counts is its derivative.",
        ),
        Misconception(
            "the output for the derivative",
            lambda y, k, threshold: np.mean((y < threshold) | (y > 1 - threshold)),
            "You compare the *output* with the threshold. The definition compares the derivative, which "
            "also knows the slope.",
        ),
        Misconception(
            "mean derivative",
            lambda y, k, threshold: np.mean(k * y * (1 - y)),
            "That is the average derivative. Compare each one with the threshold first, then average the answers.",
        ),
        Misconception(
            "average before comparing",
            lambda y, k, threshold: np.mean(np.mean(k * y * (1 - y), axis=0) < threshold),
            "You average each unit over the samples before you compare. A unit that is flat for half of the "
            "images is then counted as not flat at all.",
        ),
        Misconception(
            "one comparison for the layer",
            lambda y, k, threshold: np.asarray(np.mean(k * y * (1 - y)) < threshold),
            "You average all derivatives and compare once, so the answer is only yes or no. Compare each one "
            "with the threshold first, then average the answers.",
        ),
        Misconception(
            "per unit",
            lambda y, k, threshold: np.mean(k * y * (1 - y) < threshold, axis=0),
            "One share for each unit: the exercise asks for one number for the whole layer.",
        ),
        Misconception(
            "per sample",
            lambda y, k, threshold: np.mean(k * y * (1 - y) < threshold, axis=1),
            "One share for each sample: the exercise asks for one number for the whole layer.",
        ),
        Misconception(
            "always flat",
            lambda y, k, threshold: np.mean(np.all(k * y * (1 - y) < threshold, axis=0)),
            "You count a unit only if it is flat for every sample. Here every output of every sample counts.",
        ),
        Misconception(
            "once flat",
            lambda y, k, threshold: np.mean(np.any(k * y * (1 - y) < threshold, axis=0)),
            "You count a unit as soon as it is flat for one sample. Here every output of every sample counts.",
        ),
        Misconception(
            "divided by samples",
            lambda y, k, threshold: np.sum(k * y * (1 - y) < threshold) / len(y),
            "You divide by the number of samples, but a layer has one output for each sample *and* unit.",
        ),
        Misconception(
            "threshold built in",
            lambda y, k, threshold: np.mean(k * y * (1 - y) < 0.01),
            "The number 0.01 is written into your function; it should use the threshold that it is given.",
        ),
        Misconception(
            "threshold of the peak",
            lambda y, k, threshold: np.mean(4 * y * (1 - y) < threshold),
            "You compare with the largest slope of the curve. An interesting measure; here the derivative "
            "itself is compared with the threshold.",
        ),
        Misconception(
            "yes or no",
            lambda y, k, threshold: np.asarray(np.any(k * y * (1 - y) < threshold)),
            "You say whether any output is saturated. How large a share of all of them is?",
        ),
        Misconception(
            "a table",
            lambda y, k, threshold: k * y * (1 - y) < threshold,
            "A table of True and False, one for each output. How do you turn that into one number, a share?",
        ),
    ],
)
