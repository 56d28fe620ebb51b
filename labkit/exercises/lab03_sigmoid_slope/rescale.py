"""Slope k traded for weights and rate."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab03_sigmoid_slope.draw_slope import draw_slope
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe


def rescale(weights: list[np.ndarray], rate: float, k: float) -> tuple[list[np.ndarray], float]:
    """Weights and rate with which slope 1 does, update by update, what slope ``k`` does with the given ones.

    A unit sees kWx either way, so the weights are kW. With E(W) = E'(kW) the chain rule gives
    dE/dW = k dE'/d(kW); multiplying the update W - eta dE/dW by k turns it into kW - k^2 eta dE'/d(kW).
    """
    return [k * W for W in weights], k**2 * rate


def _networks(rng: np.random.Generator) -> list[Probe]:
    def weights(*sizes: int) -> list[np.ndarray]:
        return [np.round(rng.uniform(-1, 1, shape), 2) for shape in zip(sizes, sizes[1:], strict=False)]

    gentle, steep = draw_slope(rng, 0.2, 0.8), draw_slope(rng, 2.2, 3.6)
    return [
        Probe(weights(2, 3, 2), 0.1, steep, label="a steep slope, two layers"),
        Probe(weights(3, 4, 2, 2), 0.5, gentle, label="a gentle slope, three layers"),
        Probe(weights(2, 2), 1e-5, 10.0, label="a single layer, a small rate"),
        Probe([W.astype(np.float32) for W in weights(3, 2, 4)], 0.02, 0.5, label="float32, as networks train"),
        Probe(weights(2, 3, 2), 0.3, 1.0, label="slope 1 already"),
    ]


_RATE = "About the rate. "


RESCALE = Exercise(
    id="03.rescale",
    name="rescale",
    title="Slope k traded for weights and rate",
    points=3,
    reference=rescale,
    probes=_networks,
    misconceptions=[
        Misconception(
            "rate times k",
            lambda weights, rate, k: ([k * W for W in weights], k * rate),
            _RATE + "One factor is right. Write down one update of each network, and compare them: what else is on "
            "another scale?",
        ),
        Misconception(
            "rate unchanged",
            lambda weights, rate, k: ([k * W for W in weights], rate),
            _RATE + "The two networks now agree before the first update. Follow one update: are the gradients the "
            "same, and must both networks move by the same amount?",
        ),
        Misconception(
            "rate divided by k squared",
            lambda weights, rate, k: ([k * W for W in weights], rate / k**2),
            _RATE + "The rate goes the other way: weights that are k times larger must also move k times further.",
        ),
        Misconception(
            "rate divided by k",
            lambda weights, rate, k: ([k * W for W in weights], rate / k),
            _RATE + "For the rate write down one update, W - rate x gradient, and multiply the whole line by k. "
            "Then express the old gradient by the new one.",
        ),
        Misconception(
            "rate times twice k",
            lambda weights, rate, k: ([k * W for W in weights], 2 * k * rate),
            _RATE + "Two factors k meet in the rate. Multiplied together, what do they make?",
        ),
        Misconception(
            "rate times the root",
            lambda weights, rate, k: ([k * W for W in weights], np.sqrt(k) * rate),
            _RATE + "No root appears: count the factors k in one update of the new weights.",
        ),
        Misconception(
            "rate cubed",
            lambda weights, rate, k: ([k * W for W in weights], k**3 * rate),
            _RATE + "One factor k too many in the rate: one comes from the gradient, one from the scale of the "
            "weights.",
        ),
        Misconception(
            "one factor for each layer",
            lambda weights, rate, k: ([k * W for W in weights], k ** len(weights) * rate),
            _RATE + "Each layer's own slope contributes a k to the gradient, but each weight matrix above "
            "contributes a 1/k. Count what is left.",
        ),
        Misconception(
            "weights divided",
            lambda weights, rate, k: ([W / k for W in weights], k**2 * rate),
            "About the weights. A unit with slope k sees k times its weighted sum: what must the weights "
            "become, so that a unit with slope 1 sees the same?",
        ),
        Misconception(
            "the other way round",
            lambda weights, rate, k: ([W / k for W in weights], rate / k**2),
            "You went from slope 1 to slope k. Here slope k is given and slope 1 is wanted: the weights "
            "must take over what the slope did.",
        ),
        Misconception(
            "weights unchanged",
            lambda weights, rate, k: ([1 * W for W in weights], k**2 * rate),
            "About the weights. With the weights unchanged the two networks differ before the first update: "
            "sigmoid(Wx, k) against sigmoid(Wx, 1).",
        ),
        Misconception(
            "weights and rate times k squared",
            lambda weights, rate, k: ([k**2 * W for W in weights], k**2 * rate),
            "About the weights. The weights carry one factor k, the one that stands beside them in the sigmoid.",
        ),
        Misconception(
            "weights times k squared, rate times k",
            lambda weights, rate, k: ([k**2 * W for W in weights], k * rate),
            "You have the two the wrong way round: which of weights and rate needs k once, and which twice?",
        ),
        Misconception(
            "weights times the root",
            lambda weights, rate, k: ([np.sqrt(k) * W for W in weights], k**2 * rate),
            "About the weights. No root appears in the weights: kWx must stay the same.",
        ),
        Misconception(
            "first layer only",
            lambda weights, rate, k: (
                [k * W if i == 0 else 1 * W for i, W in enumerate(weights)],
                k**2 * rate,
            ),
            "Only the first layer is rescaled. The slope stands in the units of every layer.",
        ),
        Misconception(
            "last layer only",
            lambda weights, rate, k: (
                [k * W if i == len(weights) - 1 else 1 * W for i, W in enumerate(weights)],
                k**2 * rate,
            ),
            "Only the last layer is rescaled. The slope stands in the units of every layer.",
        ),
        Misconception(
            "hidden layers only",
            lambda weights, rate, k: (
                [1 * W if i == len(weights) - 1 else k * W for i, W in enumerate(weights)],
                k**2 * rate,
            ),
            "The last layer is left out. Its units have the slope k as well.",
        ),
        Misconception(
            "a power for each layer",
            lambda weights, rate, k: ([k ** (i + 1) * W for i, W in enumerate(weights)], k**2 * rate),
            "Your factor grows from layer to layer. Each layer is put right on its own: once that is done, "
            "the layer above gets the same inputs as before.",
        ),
        Misconception(
            "normalised",
            lambda weights, rate, k: ([W / np.abs(W).max() for W in weights], k**2 * rate),
            "You brought each matrix to the size 1. It is the product of slope and weights that must stay the same.",
        ),
        Misconception(
            "k added",
            lambda weights, rate, k: ([W + k for W in weights], k**2 * rate),
            "The slope multiplies the weighted sum; adding it to the weights does something else.",
        ),
    ],
)
