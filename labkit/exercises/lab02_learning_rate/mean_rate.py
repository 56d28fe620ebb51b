"""A rate for the sum over the samples, said for their mean."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe


def mean_rate(sum_rate: float, n: int) -> float:
    """Rate for the mean gradient that takes the step of `sum_rate` on the sum over n samples: eta_mean = n eta_sum."""
    return sum_rate * n


def mean_rate_probes(rng: np.random.Generator) -> list[Probe]:
    """The report's own pair, and others."""
    return [
        Probe(1e-5, 60_000, label="Report B's rate and images"),
        Probe(float(rng.uniform(1e-4, 1e-2)), int(rng.integers(50, 5000)), label="another pair"),
        Probe(float(rng.uniform(0.1, 1.0)), 1, label="a single sample"),
        Probe(float(rng.uniform(1e-3, 1e-1)), 32, label="a mini-batch of 32"),
    ]


MEAN_RATE = Exercise(
    id="02.mean_rate",
    name="mean_rate",
    title="A rate for the sum, said for the mean",
    points=1,
    reference=mean_rate,
    probes=mean_rate_probes,
    misconceptions=[
        Misconception(
            "the wrong way round",
            lambda sum_rate, n: sum_rate / n,
            "You made the rate smaller. The mean gradient is n times *smaller* than the sum: does it need a smaller or a larger rate to take the same step?",
        ),
        Misconception(
            "unchanged",
            lambda sum_rate, n: sum_rate,
            "You leave the rate as it is. Then the step on the mean is n times shorter than the step on the sum.",
        ),
        Misconception(
            "root of n",
            lambda sum_rate, n: sum_rate * np.sqrt(n),
            "A root of n belongs to the *noise* of a mean. Here nothing is random: put g_sum = n g_mean into the equation.",
        ),
        Misconception(
            "divided by the root of n",
            lambda sum_rate, n: sum_rate / np.sqrt(n),
            "A root of n belongs to the noise of a mean, and it makes the rate smaller here. Put g_sum = n g_mean into the equation.",
        ),
        Misconception(
            "n squared",
            lambda sum_rate, n: sum_rate * n**2,
            "The factor n is in twice. Which of the two sides of the equation holds it?",
        ),
        Misconception(
            "always 60,000",
            lambda sum_rate, n: sum_rate * 60_000,
            "You multiply by 60,000 whatever n is. That is right for the report's own data only.",
        ),
        Misconception(
            "inverted",
            lambda sum_rate, n: n / sum_rate,
            "Your answer grows when the given rate shrinks. Both rates belong to the same step: they grow together.",
        ),
        Misconception(
            "one sample short",
            lambda sum_rate, n: sum_rate * (n - 1),
            "The factor n - 1 belongs to the estimate of a variance. Here you only count how many gradients were added up.",
        ),
    ],
)
