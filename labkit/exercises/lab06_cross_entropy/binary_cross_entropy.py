"""Binary cross-entropy of probabilities."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab06_cross_entropy.answers import answers
from labkit.exercises.lab06_cross_entropy.hidden_zeros import HIDDEN_IN_BINARY, RAISED
from labkit.exercises.misconception import Misconception
from labkit.nn.functional import binary_cross_entropy, cross_entropy

_BRACKET = (
    "Mind the brackets: the sums in front, and the minus, belong to *both* terms. A right answer must cost nothing, "
    "whether its target is 1 or 0."
)
_BASE = "A logarithm of another base. The equation means the natural one, which NumPy calls `np.log`."


def _log(y: np.ndarray, t: np.ndarray) -> np.ndarray:
    """Take t log y, with 0 log 0 = 0."""
    with np.errstate(divide="ignore"):
        return t * np.log(y, out=np.zeros(y.shape), where=t != 0)


def _terms(y: np.ndarray, t: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return _log(y, t), _log(1 - y, 1 - t)


BINARY_CROSS_ENTROPY = Exercise(
    id="06.binary_cross_entropy",
    name="binary_cross_entropy",
    title="Binary cross-entropy",
    points=2,
    reference=binary_cross_entropy,
    call=lambda function, y, t: function(y, t),
    probes=answers,
    rtol=1e-5,
    atol=1e-6,
    misconceptions=[
        *HIDDEN_IN_BINARY,
        *RAISED,
        Misconception(
            "second term missing",
            lambda y, t: cross_entropy(y, t),
            "Outputs whose target is 0 cost nothing in yours, so a network that always says yes is perfect. Which term "
            "speaks about them?",
        ),
        Misconception(
            "first term missing",
            lambda y, t: cross_entropy(1 - y, 1 - t),
            "Outputs whose target is 1 cost nothing in yours, so a network that always says no is perfect.",
        ),
        Misconception(
            "minus before the first term only",
            lambda y, t: -np.sum(_terms(y, t)[0]) + np.sum(_terms(y, t)[1]),
            _BRACKET,
        ),
        Misconception(
            "minus before the second term only",
            lambda y, t: np.sum(_terms(y, t)[0]) - np.sum(_terms(y, t)[1]),
            _BRACKET,
        ),
        Misconception(
            "bracket round 1 - t missing",
            lambda y, t: -np.sum(_log(y, t) + 1 - _log(1 - y, t)),
            "Python multiplies before it subtracts: `1 - t * log(...)` is 1 - (t log ...). Which brackets are missing?",
        ),
        Misconception(
            "no bracket at all",
            lambda y, t: -np.sum(_log(y, t)) + np.sum(1 - _log(1 - y, t)),
            "Two pairs of brackets are missing. " + _BRACKET + " And `1 - t * log(...)` is 1 - (t log ...).",
        ),
        Misconception(
            "1 minus the first term",
            lambda y, t: -np.sum(_log(y, t) + (1 - _log(y, t))),
            "Your second term undoes the first. It is about the opposite: target 1 - t and probability 1 - y.",
        ),
        Misconception("sign", lambda y, t: -binary_cross_entropy(y, t), "Yours is negative. A surprise never is."),
        Misconception(
            "mean over samples",
            lambda y, t: binary_cross_entropy(y, t) / len(y),
            "You average over the images. Both conventions exist, and this lab sums.",
        ),
        Misconception(
            "mean over samples and outputs",
            lambda y, t: binary_cross_entropy(y, t) / y.size,
            "`np.mean` without an axis divides by every entry, images times outputs. The equation sums.",
        ),
        Misconception(
            "one number for each sample",
            lambda y, t: -sum(_terms(y, t)).sum(axis=-1),
            "You return one number for every image. The outer sum, over the images, is still to be done.",
        ),
        Misconception(
            "one number for each output",
            lambda y, t: -sum(_terms(y, t)).sum(axis=0),
            "You return one number for every output. The loss is a single number for the batch.",
        ),
        Misconception(
            "summed over nothing",
            lambda y, t: -sum(_terms(y, t)),
            "You return a whole array. The loss is a single number for the batch.",
        ),
        Misconception("base 2", lambda y, t: binary_cross_entropy(y, t) / np.log(2), _BASE),
        Misconception("base 10", lambda y, t: binary_cross_entropy(y, t) / np.log(10), _BASE),
        Misconception(
            "half of it",
            lambda y, t: binary_cross_entropy(y, t) / 2,
            "A factor 1/2 has come along, perhaps from the squared error.",
        ),
        Misconception(
            "targets the wrong way round",
            lambda y, t: binary_cross_entropy(y, 1 - t),
            "You charge for right answers: which logarithm belongs to the target 1?",
        ),
        Misconception(
            "roles swapped",
            lambda y, t: -np.sum(y * np.log(t + 1e-12) + (1 - y) * np.log(1 - t + 1e-12)),
            "You take the logarithm of the targets. What was announced, and what was seen?",
        ),
        Misconception(
            "1 - y forgotten",
            lambda y, t: -np.sum(_log(y, t) + _log(y, 1 - t)),
            "In the second term the probability of *no* is wanted, 1 - y.",
        ),
        Misconception(
            "1 - t forgotten",
            lambda y, t: -np.sum(_log(y, t) + _log(1 - y, t)),
            "The second term is for outputs whose target is 0: it needs 1 - t in front.",
        ),
        Misconception(
            "terms multiplied",
            lambda y, t: np.sum(_terms(y, t)[0] * _terms(y, t)[1]),
            "The two terms are added: for each output one of them is 0, and so is any product.",
        ),
        Misconception(
            "outputs taken for scores",
            lambda y, t: np.sum(np.logaddexp(0, y) - t * y),
            "You send y through the sigmoid, or use a formula for scores; y has been through the sigmoid already.",
        ),
        Misconception(
            "no logarithm",
            lambda y, t: -np.sum(t * y + (1 - t) * (1 - y)),
            "That adds up the probabilities of what was seen. The surprise is minus the logarithm of each.",
        ),
        Misconception(
            "log of 1 + y",
            lambda y, t: -np.sum(t * np.log1p(y) + (1 - t) * np.log1p(1 - y)),
            "`log1p(x)` is log(1 + x). Where does the 1 come from?",
        ),
        Misconception(
            "absolute error",
            lambda y, t: np.sum(np.abs(y - t)),
            "That is the absolute error: the logarithm is missing.",
        ),
        Misconception("squared error", lambda y, t: 0.5 * np.sum((y - t) ** 2), "That is the squared error."),
        Misconception(
            "the gradient", lambda y, t: y - t, "That is the gradient at the scores; the value is asked for."
        ),
    ],
)
