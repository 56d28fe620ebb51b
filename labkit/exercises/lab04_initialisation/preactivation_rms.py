"""How large the weighted sums of a layer will be."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional.signal import preactivation_rms


def _layers(rng: np.random.Generator) -> list[Probe]:
    def number(low: float, high: float) -> float:
        return float(np.round(rng.uniform(low, high), 3))

    return [
        Probe(number(0.4, 0.7), number(0.2, 0.45), 784, label="784 inputs"),
        Probe(number(0.02, 0.08), number(0.5, 0.9), int(rng.integers(200, 300)), label="small weights"),
        Probe(number(1.5, 3), number(2, 4), int(rng.integers(5, 12)), label="few inputs, large weights"),
        Probe(number(0.1, 0.3), number(1.3, 1.9), 1, label="a single input"),
        Probe(1.0, 1.0, int(rng.integers(50, 100)), label="weights and inputs of size 1"),
    ]


_VARIANCES = "Variances add up, standard deviations do not: "

PREACTIVATION_RMS = Exercise(
    id="04.preactivation_rms",
    name="preactivation_rms",
    title="How large a weighted sum becomes",
    points=2,
    reference=preactivation_rms,
    probes=_layers,
    misconceptions=[
        Misconception(
            "n without the root",
            lambda s, x, n: s * x * n,
            _VARIANCES + "n terms make the variance n times as large. And its root?",
        ),
        Misconception(
            "n left out", lambda s, x, n: s * x, "That is the size of one product. A unit adds up n of them."
        ),
        Misconception(
            "root of n divides",
            lambda s, x, n: s * x / np.sqrt(n),
            "You computed the spread of a *mean* of n products. A unit adds them up and does not divide.",
        ),
        Misconception(
            "n divides",
            lambda s, x, n: s * x / n,
            "You divide by n. A unit adds up its products: the more there are, the larger the sum.",
        ),
        Misconception(
            "mean square",
            lambda s, x, n: s**2 * x**2 * n,
            "That is the mean square of the weighted sum. One step is missing to its *root* mean square.",
        ),
        Misconception(
            "root of the product",
            lambda s, x, n: np.sqrt(s * x * n),
            "Under the root there must be variances: what is the variance of a weight with standard deviation s?",
        ),
        Misconception(
            "std under the root",
            lambda s, x, n: np.sqrt(n * s * x**2),
            "You used the weights' standard deviation where their *variance* belongs.",
        ),
        Misconception(
            "rms under the root",
            lambda s, x, n: np.sqrt(n * s**2 * x),
            "You used the inputs' root mean square where their mean *square* belongs.",
        ),
        Misconception(
            "inputs left out",
            lambda s, x, n: s * np.sqrt(n),
            "Right for inputs of size 1. What if all inputs are twice as large?",
        ),
        Misconception(
            "weights left out",
            lambda s, x, n: x * np.sqrt(n),
            "Right for weights of standard deviation 1. What if all weights are twice as large?",
        ),
        Misconception(
            "variance for std",
            lambda s, x, n: s**2 * x * np.sqrt(n),
            "The weights enter squared, and the inputs do not. Double the weights: what happens to the sum?",
        ),
        Misconception(
            "mean square of the inputs",
            lambda s, x, n: s * x**2 * np.sqrt(n),
            "The inputs enter squared, and the weights do not. Double the inputs: what happens to the sum?",
        ),
        Misconception(
            "root of n only",
            lambda s, x, n: s**2 * x**2 * np.sqrt(n),
            "You took the root of n alone. It belongs to the whole mean square.",
        ),
        Misconception(
            "half a mean square",
            lambda s, x, n: n * s**2 * x,
            "Mixed: the weights as a variance, the inputs as a root mean square. Square both, add up, take the root.",
        ),
        Misconception(
            "half a variance",
            lambda s, x, n: n * s * x**2,
            "Mixed: the inputs as a mean square, the weights as a standard deviation. Square both, add up, take the "
            "root.",
        ),
        Misconception(
            "everything squared",
            lambda s, x, n: (n * s * x) ** 2,
            _VARIANCES
            + "the square of a sum is not the sum of the squares, unless the mixed terms are counted; and those "
            "cancel.",
        ),
        Misconception(
            "n squared",
            lambda s, x, n: s * x * n**2,
            "n enters far too strongly: four times as many inputs must make the sum twice as large.",
        ),
        Misconception(
            "sum for product",
            lambda s, x, n: np.sqrt(n) * (s + x),
            "A unit *multiplies* each input with its weight; it is the products that are added up.",
        ),
        Misconception(
            "variances of weight and input added",
            lambda s, x, n: np.sqrt(n * (s**2 + x**2)),
            "For a sum of two numbers variances add. Here a weight and an input are multiplied.",
        ),
        Misconception(
            "twice the mean square",
            lambda s, x, n: s * x * np.sqrt(2 * n),
            "The mean square comes out twice as large as it is. No factor 2 is in the formula: that one belongs to "
            "He, later on.",
        ),
        Misconception(
            "always weights from -1 to 1",
            lambda s, x, n: x * np.sqrt(n / 3),
            "1/sqrt(3) is the spread of Report B's weights. Here the spread is handed in, as `weight_std`.",
        ),
        Misconception(
            "sigmoid applied",
            lambda s, x, n: 1 / (1 + np.exp(-s * x * np.sqrt(n))),
            "You passed it through the sigmoid. The pre-activation is what the sigmoid is *given*.",
        ),
        Misconception(
            "terms added",
            lambda s, x, n: np.sqrt(n * s**2 + x**2),
            "Weights and inputs are *multiplied*; the sum runs over the n products.",
        ),
        Misconception(
            "half the inputs",
            lambda s, x, n: s * x * np.sqrt(n / 2),
            "You count half of the inputs only. Silent inputs are in the mean square of the inputs already.",
        ),
        Misconception(
            "inputs divide",
            lambda s, x, n: s / x * np.sqrt(n),
            "You divide by the inputs' size. Larger inputs make larger sums.",
        ),
        Misconception(
            "always 784 inputs",
            lambda s, x, n: s * x * np.sqrt(784),
            "Right for the first layer alone: the others have other numbers of inputs.",
        ),
    ],
)
