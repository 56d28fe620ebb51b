"""One step of gradient descent."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional.gradient_step import gradient_step


def update_probes(rng: np.random.Generator) -> list[Probe]:
    """Vectors and matrices at small and large rates, with the bottom of the valley among them."""
    return [
        Probe(rng.normal(size=6), rng.normal(size=6), 0.1, label="six parameters"),
        Probe(rng.normal(size=(4, 3)), rng.normal(size=(4, 3)), 0.01, label="a matrix of parameters"),
        Probe(rng.normal(size=5), 50 * rng.normal(size=5), 2.5, label="a large rate and a large gradient"),
        Probe(rng.normal(size=3), np.zeros(3), 0.5, label="a gradient of zero"),
        Probe(rng.normal(size=8), rng.normal(size=8), 1e-6, label="a tiny rate"),
    ]


def in_place_of_a_copy(theta: np.ndarray, gradient: np.ndarray, rate: float) -> np.ndarray:
    """The step is taken in a copy, and the old parameters are returned."""
    new = theta.copy()
    new -= rate * gradient
    return theta


UPDATE = Exercise(
    id="02.update",
    name="update",
    title="One step of gradient descent",
    points=1,
    reference=gradient_step,
    probes=update_probes,
    rtol=1e-9,
    atol=1e-12,
    misconceptions=[
        Misconception(
            "uphill",
            lambda theta, gradient, rate: theta + rate * gradient,
            "Your step goes uphill: the loss would grow. Which way does the gradient point?",
        ),
        Misconception(
            "step in a copy, old value returned",
            in_place_of_a_copy,
            "Nothing has moved: the parameters come back as they were. Did you change a copy and return the original?",
        ),
        Misconception(
            "only the step",
            lambda theta, gradient, rate: -rate * gradient,
            "You return the step alone. The new parameters are where you *stood*, plus the step.",
        ),
        Misconception(
            "only the step, uphill",
            lambda theta, gradient, rate: rate * gradient,
            "You return rate times gradient. That is how far to move; where do you move from, and in which direction?",
        ),
        Misconception(
            "rate forgotten",
            lambda theta, gradient, rate: theta - gradient,
            "You take the whole gradient as the step. Where does the rate come in?",
        ),
        Misconception(
            "divided by the rate",
            lambda theta, gradient, rate: theta - gradient / rate,
            "With your line a smaller rate makes a *larger* step.",
        ),
        Misconception(
            "rate on both",
            lambda theta, gradient, rate: rate * (theta - gradient),
            "The rate multiplies your parameters too, so that a small rate shrinks the whole network. It belongs to the gradient only.",
        ),
        Misconception(
            "multiplied by the parameters",
            lambda theta, gradient, rate: theta - rate * gradient * theta,
            "Your step is also multiplied by the parameter itself: a weight of zero could never move. Compare with the equation.",
        ),
        Misconception(
            "mean gradient for all",
            lambda theta, gradient, rate: theta - rate * np.mean(gradient),
            "You move every parameter by the same amount. Each has its own entry in the gradient.",
        ),
        Misconception(
            "sign of the gradient",
            lambda theta, gradient, rate: theta - rate * np.sign(gradient),
            "You keep only the direction of the gradient and throw away its size. (An optimiser that does so exists, but it is not this one.)",
        ),
        Misconception(
            "length normalised",
            lambda theta, gradient, rate: theta - rate * gradient / (np.linalg.norm(gradient) or 1.0),
            "You divide by the gradient's length, so that every step is equally long, also where the valley is nearly flat.",
        ),
        Misconception(
            "averaged over entries",
            lambda theta, gradient, rate: theta - rate * gradient / len(gradient),
            "You divide the gradient by its length once more. Sum or mean was settled when the gradient was computed.",
        ),
    ],
)
