"""Log 0: what people meet, and with what they hide it. Each way spoils the loss of a certain, wrong answer."""

import math

import numpy as np

from labkit.exercises.misconception import Misconception
from labkit.nn.functional import softmax

EPSILONS = (1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15, 1e-16, 1e-20, 1e-30, 1e-100, 1e-300)
CLIPS = EPSILONS[:9]  # below, clipping and adding agree within the tolerance
NEAR = (
    "A small number keeps log 0 away, and puts a ceiling of your own choosing on the loss: beyond it all certain, "
    "wrong answers cost the same. Nothing needs hiding if log 0 never arises, or where infinity is the true value."
)
_ROUNDED = (
    "For an answer that is certain and wrong the softmax rounds to 0, and log 0 is minus infinity, though the true "
    "surprise is a modest number. Put the fraction into the logarithm first, and simplify on paper."
)
_HIDDEN = "You replace what came out infinite or undefined. "


def _plain(y: np.ndarray, t: np.ndarray) -> np.ndarray:
    return t * np.log(y) + (1 - t) * np.log(1 - y)


def _chosen(y: np.ndarray, t: np.ndarray) -> float:
    """By loops and Python's own logarithm, which raises at 0; only the logarithm that counts."""
    return -sum(math.log(a) if b == 1 else math.log(1 - a) for a, b in zip(y.ravel(), t.ravel(), strict=True))


def _both(y: np.ndarray, t: np.ndarray) -> float:
    """By loops and Python's own logarithm; both logarithms."""
    return -sum(b * math.log(a) + (1 - b) * math.log(1 - a) for a, b in zip(y.ravel(), t.ravel(), strict=True))


HIDDEN_IN_BINARY = [
    Misconception(
        "0 log 0",
        lambda y, t: -np.sum(_plain(y, t)),
        "Where an output is exactly 0 or 1, a log 0 is multiplied by a 0, which NumPy calls nan, "
        "though that term should not count at all. Which of the two logarithms does each output really need?",
    ),
    Misconception(
        "log of 0 hidden",
        lambda y, t: -np.sum(np.nan_to_num(_plain(y, t))),
        _HIDDEN + "0 log 0 becomes the right 0, but a certain, wrong answer gets the largest number there is where "
        "the true value is infinite. Which of the two logarithms does each output really need?",
    ),
    Misconception(
        "log of 0 hidden before the product",
        lambda y, t: -np.sum(t * np.nan_to_num(np.log(y)) + (1 - t) * np.nan_to_num(np.log(1 - y))),
        _HIDDEN + "A certain, wrong answer gets the largest number there is where the true value is infinite.",
        same_as=("log of 0 hidden",),
    ),
    Misconception(
        "log of 0 hidden as 0",
        lambda y, t: (
            -np.sum(t * np.nan_to_num(np.log(y), neginf=0.0) + (1 - t) * np.nan_to_num(np.log(1 - y), neginf=0.0))
        ),
        _HIDDEN + "So the worst answer that there is, certain and wrong, costs nothing.",
    ),
    Misconception(
        "log of 0 hidden after the sum",
        lambda y, t: np.nan_to_num(-np.sum(_plain(y, t))),
        _HIDDEN + "One certain, *right* answer makes the sum undefined, and the loss of the whole batch 0.",
    ),
    *(
        Misconception(
            f"epsilon {e:g} in the logarithm",
            lambda y, t, e=e: -np.sum(t * np.log(y + e) + (1 - t) * np.log(1 - y + e)),
            NEAR,
        )
        for e in EPSILONS
    ),
    *(
        Misconception(f"clipped at {e:g}", lambda y, t, e=e: -np.sum(_plain(np.clip(y, e, 1 - e), t)), NEAR)
        for e in CLIPS[:5]
    ),
]

RAISED = [
    Misconception(
        "Python's logarithm of 0",
        _chosen,
        "`math.log(0)` raises an error. But an answer that is certain and wrong has a surprise: which value does the "
        "text give it?",
    ),
    Misconception(
        "Python's logarithm of 0, both terms",
        _both,
        "`math.log(0)` raises an error, even in a term that is multiplied by 0. Which of the two logarithms does each "
        "output really need? And which value does the text give to an answer that is certain and wrong?",
    ),
]

HIDDEN_BEHIND_SOFTMAX = [
    Misconception("softmax, then log", lambda z, t: -np.sum(t * np.log(softmax(z))), _ROUNDED),
    Misconception(
        "softmax without shift, then log",
        lambda z, t: -np.sum(t * np.log(np.exp(z) / np.exp(z).sum(axis=-1, keepdims=True))),
        "High scores overflow in your softmax. And even with a stable one: " + _ROUNDED,
    ),
    Misconception(
        "log of 0 hidden",
        lambda z, t: -np.sum(np.nan_to_num(t * np.log(softmax(z)))),
        _HIDDEN + "0 times log 0 becomes the right 0, but the surprise of a certain, wrong answer becomes the "
        "largest number that there is. " + _ROUNDED,
    ),
    Misconception(
        "log of 0 hidden before the product",
        lambda z, t: -np.sum(t * np.nan_to_num(np.log(softmax(z)))),
        _HIDDEN + "The surprise of a certain, wrong answer becomes the largest number that there is. " + _ROUNDED,
        same_as=("log of 0 hidden",),
    ),
    Misconception(
        "log of 0 hidden as 0",
        lambda z, t: -np.sum(np.nan_to_num(t * np.log(softmax(z)), neginf=0.0)),
        _HIDDEN + "So the worst answer of all costs nothing. " + _ROUNDED,
    ),
    Misconception(
        "log of 0 hidden after the sum",
        lambda z, t: np.nan_to_num(-np.sum(t * np.log(softmax(z)))),
        _HIDDEN + "One undefined term makes the sum undefined, and the loss of the whole batch becomes 0. " + _ROUNDED,
    ),
    *(
        Misconception(f"epsilon {e:g} in the logarithm", lambda z, t, e=e: -np.sum(t * np.log(softmax(z) + e)), NEAR)
        for e in EPSILONS
    ),
    *(
        Misconception(f"clipped at {e:g}", lambda z, t, e=e: -np.sum(t * np.log(np.clip(softmax(z), e, 1 - e))), NEAR)
        for e in CLIPS
    ),
]
