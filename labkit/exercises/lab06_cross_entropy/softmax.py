"""Scores to probabilities."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab06_cross_entropy.scores import scores
from labkit.exercises.lab06_cross_entropy.softmax_axes import AXES, OVERFLOW, ROW, shared
from labkit.exercises.misconception import Misconception
from labkit.nn.functional import log_softmax, sigmoid, softmax

SOFTMAX = Exercise(
    id="06.softmax",
    name="softmax",
    title="Scores to probabilities",
    points=2,
    reference=softmax,
    call=lambda function, z: function(z),
    probes=scores,
    no_warnings=True,
    misconceptions=[
        Misconception("no shift", lambda z: shared(z, 0, **ROW), OVERFLOW),
        *AXES,
        Misconception(
            "not normalised",
            lambda z: np.exp(z - z.max(**ROW)),
            "Positive, but they do not add up to 1. What are they to be divided by?",
        ),
        Misconception("not normalised, no shift", np.exp, "Positive, but they do not add up to 1. " + OVERFLOW),
        Misconception(
            "sigmoid",
            sigmoid,
            "That is the sigmoid, which looks at each score alone: ten answers to ten questions. A softmax shares out "
            "one certainty among the classes.",
        ),
        Misconception(
            "sigmoid, with overflow",
            lambda z: 1 / (1 + np.exp(-z)),
            "That is the sigmoid, which looks at each score alone: ten answers to ten questions. A softmax shares out "
            "one certainty among the classes.",
        ),
        Misconception(
            "sigmoid, normalised",
            lambda z: sigmoid(z) / sigmoid(z).sum(**ROW),
            "They add up to 1, but what is shared out are sigmoids. Look at the numerator in the equation.",
        ),
        Misconception(
            "no exponential",
            lambda z: z / z.sum(**ROW),
            "You divide the scores by their sum. Scores can be negative, probabilities cannot: which function makes "
            "them positive first?",
        ),
        Misconception(
            "no exponential, absolute values",
            lambda z: np.abs(z) / np.abs(z).sum(**ROW),
            "Now a very low score counts as much as a very high one. Which function makes scores positive and keeps "
            "their order?",
        ),
        Misconception(
            "stretched to 0 and 1",
            lambda z: (z - z.min(**ROW)) / (z.max(**ROW) - z.min(**ROW)),
            "You stretch the scores over the interval from 0 to 1. They do not add up to 1, and there is no "
            "exponential in it.",
        ),
        Misconception(
            "winner takes all",
            lambda z: (z == z.max(**ROW)) * 1.0,
            "You give everything to the highest score. A softmax is softer: it leaves something for every class.",
        ),
        Misconception(
            "argmax",
            lambda z: z.argmax(axis=-1),
            "That is the winning class. Asked for are the probabilities of all of them.",
        ),
        Misconception("sign", lambda z: softmax(-z), "Your highest probability goes to the *lowest* score."),
        Misconception(
            "scores taken off the largest",
            lambda z: shared(z.max(**ROW) - z, 0, **ROW),
            "You take the scores off the largest, and not the largest off the scores. So the highest probability goes "
            "to the *lowest* score, and the exponents are 0 or more.",
        ),
        Misconception(
            "log of it",
            log_softmax,
            "You return the logarithm of the softmax, and those numbers are negative.",
        ),
        Misconception(
            "log of it, softmax first",
            lambda z: np.log(softmax(z)),
            "You return the logarithm of the softmax. The probabilities themselves are asked for.",
        ),
        Misconception(
            "base 2",
            lambda z: softmax(z * np.log(2)),
            "It looks like a softmax with another base than e.",
        ),
        Misconception(
            "shifted scores",
            lambda z: z - z.max(**ROW),
            "That is the first step only: the scores with their largest taken off. The exponential is still to come.",
        ),
        Misconception(
            "shift above only",
            lambda z: np.exp(z - z.max(**ROW)) / np.exp(z).sum(**ROW),
            "The largest score is taken off in the numerator and not in the denominator. It cancels only if both do "
            "it.",
        ),
        Misconception(
            "shift below only",
            lambda z: np.exp(z) / np.exp(z - z.max(**ROW)).sum(**ROW),
            "The largest score is taken off in the denominator and not in the numerator. It cancels only if both do "
            "it.",
        ),
        Misconception(
            "clipped",
            lambda z: shared(np.clip(z, -500, 500), 0, **ROW),
            "Clipping stops the overflow, but all scores beyond the bound become equal, and with them their "
            "probabilities. Taking off the same number from each keeps their differences.",
        ),
        Misconception(
            "clipped early",
            lambda z: shared(np.clip(z, -50, 50), 0, **ROW),
            "Clipping stops the overflow, but all scores beyond the bound become equal, and with them their "
            "probabilities. Taking off the same number from each keeps their differences.",
        ),
        Misconception(
            "mean for maximum",
            lambda z: shared(z, z.mean(**ROW), **ROW),
            "You take off the mean. The largest score may still lie far above it, and its exponential overflows.",
        ),
        Misconception(
            "minimum for maximum",
            lambda z: shared(z, z.min(**ROW), **ROW),
            "You take off the smallest score, so the exponents are 0 or more. Which shift makes them 0 or *less*?",
        ),
        Misconception(
            "nan hidden",
            lambda z: np.nan_to_num(shared(z, 0, **ROW)),
            "You turn nan into 0, so the image whose score was too large to compute gets probability 0 where it should "
            "get nearly 1. Do not hide the overflow: prevent it.",
        ),
        Misconception(
            "divided by the length",
            lambda z: np.exp(z - z.max(**ROW)) / np.linalg.norm(np.exp(z - z.max(**ROW)), **ROW),
            "You divide by the root of the sum of squares (the norm). Their squares add up to 1 now; the "
            "probabilities should.",
        ),
        Misconception(
            "scores divided by their largest",
            lambda z: softmax(z / z.max(**ROW)),
            "You divide the scores by the largest. That changes the differences between them; *subtracting* it does "
            "not.",
        ),
        Misconception(
            "complement",
            lambda z: 1 - softmax(z),
            "That is the probability of each class *not* being the one.",
        ),
        Misconception(
            "mean for sum",
            lambda z: softmax(z) * z.shape[-1],
            "You divide by the mean of the exponentials, so an image's numbers add up to the number of classes.",
        ),
    ],
)
