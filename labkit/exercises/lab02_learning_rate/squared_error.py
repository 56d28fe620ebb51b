"""The squared error of a batch."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab02_learning_rate.one_hot import one_hot
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional.squared_error import squared_error


def squared_error_probes(rng: np.random.Generator) -> list[Probe]:
    """Batches of different lengths, so that a mean over samples or classes cannot pass for a sum."""

    def batch(samples: int, classes: int, label: str) -> Probe:
        targets = one_hot(rng.integers(0, classes, samples), classes)
        return Probe(rng.uniform(0, 1, (samples, classes)), targets, label=label)

    right = one_hot(np.array([1, 0]), 3)
    return [
        batch(7, 4, "seven samples, four classes"),
        batch(3, 10, "three samples, ten classes"),
        batch(1, 5, "a single sample"),
        Probe(right.copy(), right, label="every answer exactly right"),
        Probe(
            rng.normal(0, 30, (4, 3)),
            one_hot(np.array([0, 1, 2, 0]), 3),
            label="outputs far from their targets",
        ),
    ]


SQUARED_ERROR = Exercise(
    id="02.squared_error",
    name="squared_error",
    title="Squared error of a batch",
    points=1,
    reference=squared_error,
    call=lambda function, y, t: function(y, t),
    probes=squared_error_probes,
    misconceptions=[
        Misconception(
            "half forgotten",
            lambda y, t: np.sum((y - t) ** 2),
            "Your error is twice too large everywhere. Which factor stands in front of the sums in the text, and what is it good for "
            "when you take the derivative?",
        ),
        Misconception(
            "mean over samples",
            lambda y, t: 0.5 * np.sum((y - t) ** 2) / len(y),
            "You divide by the number of samples. Both conventions exist; the equation of this exercise says which one is meant here.",
        ),
        Misconception(
            "mean over samples, half forgotten",
            lambda y, t: np.sum((y - t) ** 2) / len(y),
            "Two things differ from the equation: the factor in front, and whether the samples are added up or averaged.",
        ),
        Misconception(
            "mean over samples and classes",
            lambda y, t: np.mean((y - t) ** 2),
            "`np.mean` without an axis divides by every entry of the array, samples times classes. The equation adds them up.",
        ),
        Misconception(
            "half the mean over samples and classes",
            lambda y, t: 0.5 * np.mean((y - t) ** 2),
            "The half is there, but `np.mean` without an axis divides by every entry of the array. The equation adds them up.",
        ),
        Misconception(
            "mean over classes",
            lambda y, t: 0.5 * np.sum(np.mean((y - t) ** 2, axis=1)),
            "The samples are added up, but the classes of each sample are averaged. Read the second sum sign again.",
        ),
        Misconception(
            "root taken",
            lambda y, t: np.sqrt(np.sum((y - t) ** 2)),
            "This is the length of the difference (its norm). The squared error does not take the root.",
        ),
        Misconception(
            "absolute value for square",
            lambda y, t: 0.5 * np.sum(np.abs(y - t)),
            "You add up the sizes of the differences. A squared error punishes one large difference more than two half as large: "
            "what makes it do so?",
        ),
        Misconception(
            "squared after summing",
            lambda y, t: 0.5 * np.sum(y - t) ** 2,
            "Differences of opposite sign cancel in your sum before you square it, so a wrong answer can look perfect. "
            "Which comes first in the equation, the square or the sum?",
        ),
        Misconception(
            "square missing",
            lambda y, t: 0.5 * np.sum(y - t),
            "Positive and negative differences cancel, and your error can even be negative. What in the equation prevents that?",
        ),
        Misconception(
            "difference of squares",
            lambda y, t: 0.5 * np.sum(y**2 - t**2),
            "You square outputs and targets separately. Is (3 - 2)² the same as 3² - 2²?",
        ),
        Misconception(
            "one number for each sample",
            lambda y, t: 0.5 * np.sum((y - t) ** 2, axis=1),
            "You return one error for every sample. There are two sums in the equation; one is still to be done.",
        ),
        Misconception(
            "one number for each class",
            lambda y, t: 0.5 * np.sum((y - t) ** 2, axis=0),
            "You return one error for every class. There are two sums in the equation; one is still to be done.",
        ),
        Misconception(
            "summed over nothing",
            lambda y, t: 0.5 * (y - t) ** 2,
            "You return a whole array of squared differences. The loss is a single number for the batch.",
        ),
    ],
)
