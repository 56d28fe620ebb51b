"""Cross-entropy of a softmax, from the scores."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab06_cross_entropy.hidden_zeros import HIDDEN_BEHIND_SOFTMAX
from labkit.exercises.lab06_cross_entropy.scores import with_targets
from labkit.exercises.misconception import Misconception
from labkit.nn.functional import cross_entropy_from_logits, log_softmax, log_sum_exp, sigmoid, softmax

_BASE = "A logarithm of another base. The equation means the natural one, which NumPy calls `np.log`."


def _surprises(z: np.ndarray, t: np.ndarray) -> np.ndarray:
    return -t * log_softmax(z)


CROSS_ENTROPY = Exercise(
    id="06.cross_entropy_from_logits",
    name="cross_entropy_from_logits",
    title="Cross-entropy from the scores",
    points=2,
    reference=cross_entropy_from_logits,
    call=lambda function, z, t: function(z, t),
    probes=with_targets,
    rtol=1e-5,
    atol=1e-6,
    no_warnings=True,
    misconceptions=[
        *HIDDEN_BEHIND_SOFTMAX,
        Misconception(
            "sign",
            lambda z, t: np.sum(t * log_softmax(z)),
            "Yours is negative. A logarithm of a probability is never positive; a surprise is never negative.",
        ),
        Misconception(
            "mean over samples",
            lambda z, t: np.sum(_surprises(z, t)) / len(z),
            "You average over the images. Both conventions exist, and this lab sums: say which one you mean, or a "
            "learning rate means nothing.",
        ),
        Misconception(
            "mean over samples and classes",
            lambda z, t: np.mean(_surprises(z, t)),
            "`np.mean` without an axis divides by every entry, images times classes. The equation sums.",
        ),
        Misconception(
            "one number for each sample",
            lambda z, t: np.sum(_surprises(z, t), axis=-1),
            "You return one surprise for every image. The outer sum, over the images, is still to be done.",
        ),
        Misconception(
            "one number for each class",
            lambda z, t: np.sum(_surprises(z, t), axis=0),
            "You return one number for every class. The loss is a single number for the batch.",
        ),
        Misconception(
            "summed over nothing",
            _surprises,
            "You return a whole array. The loss is a single number for the batch.",
        ),
        Misconception(
            "axis 0",
            lambda z, t: -np.sum(t * log_softmax(z.T).T),
            "Your probabilities add up to 1 over the images of the batch. Which axis holds the classes?",
        ),
        Misconception("base 2", lambda z, t: np.sum(_surprises(z, t)) / np.log(2), _BASE),
        Misconception("base 10", lambda z, t: np.sum(_surprises(z, t)) / np.log(10), _BASE),
        Misconception(
            "all classes",
            lambda z, t: -np.sum(log_softmax(z)),
            "You add up the logarithms of all classes. Only the class that was *seen* can surprise: where is t?",
        ),
        Misconception(
            "all classes, softmax first",
            lambda z, t: -np.sum(np.log(softmax(z))),
            "You add up the logarithms of all classes. Only the class that was *seen* can surprise: where is t?",
        ),
        Misconception(
            "log-sum-exp only",
            lambda z, t: np.sum(log_sum_exp(z)),
            "That is one half of it. Put log(e^z_i / sum) apart: which other term is there, and where does t enter?",
        ),
        Misconception(
            "scores only",
            lambda z, t: -np.sum(t * z),
            "That is one half of it. Put log(e^z_i / sum) apart: what does the denominator become?",
        ),
        Misconception(
            "log-sum-exp for each class",
            lambda z, t: np.sum(log_sum_exp(z)[:, None] - t * z),
            "The log-sum-exp is counted once for every class of an image; it belongs there once.",
        ),
        Misconception(
            "all scores",
            lambda z, t: np.sum(log_sum_exp(z)) - np.sum(z),
            "You take off the scores of all classes. Only the score of the class that was seen counts: where is t?",
        ),
        Misconception(
            "log of the scores",
            lambda z, t: -np.sum(t * np.log(np.maximum(z, 1e-12))),
            "You take the logarithm of the scores. They are no probabilities yet.",
        ),
        Misconception(
            "log of the scores, as they are",
            lambda z, t: -np.sum(t * np.log(z)),
            "You take the logarithm of the scores. They are no probabilities yet, and some are negative.",
        ),
        Misconception(
            "no logarithm",
            lambda z, t: -np.sum(t * softmax(z)),
            "That adds up the probabilities of the right classes. The surprise is the logarithm of each.",
        ),
        Misconception(
            "squared error",
            lambda z, t: 0.5 * np.sum((softmax(z) - t) ** 2),
            "That is the squared error of the softmax.",
        ),
        Misconception(
            "roles swapped",
            lambda z, t: -np.sum(softmax(z) * np.log(t + 1e-12)),
            "You take the logarithm of the targets. What was announced, and what was seen?",
        ),
        Misconception(
            "binary, with sigmoids",
            lambda z, t: np.sum(np.logaddexp(0, z) - t * z),
            "That is the binary cross-entropy, for outputs that are sigmoids. Here the classes compete in a softmax.",
        ),
        *(
            Misconception(
                f"binary, {name} sigmoids first",
                lambda z, t, s=s: -np.sum(t * np.log(s(z)) + (1 - t) * np.log(1 - s(z))),
                "That is the binary cross-entropy, for outputs that are sigmoids. Here the classes compete in a "
                "softmax.",
            )
            for name, s in (("safe", sigmoid), ("overflowing", lambda z: 1 / (1 + np.exp(-z))))
        ),
        Misconception(
            "sigmoid of the right class",
            lambda z, t: np.sum(t * np.logaddexp(0, -z)),
            "You take a sigmoid of the right class's score. In a softmax the other scores matter as well.",
        ),
        Misconception(
            "sigmoid, then log",
            lambda z, t: -np.sum(t * np.log(sigmoid(z))),
            "You take a sigmoid of the right class's score. In a softmax the other scores matter as well.",
        ),
        Misconception(
            "binary, on a softmax",
            lambda z, t: -np.sum(t * log_softmax(z) + (1 - t) * np.log1p(1e-12 - softmax(z))),
            "You add a term for the classes that were not seen. Behind a softmax their probabilities are in the "
            "denominator already.",
        ),
        Misconception(
            "log of the sum",
            lambda z, t: -np.log(np.sum(t * softmax(z))),
            "You add up probabilities of different images and take one logarithm. Each image has its own surprise; "
            "the surprises are added.",
        ),
        Misconception(
            "the highest score for the right one",
            lambda z, t: np.sum(log_sum_exp(z) - z.max(axis=-1)),
            "You take off the highest score, that of the class which the network *believes*. Which class was seen?",
        ),
        Misconception(
            "log of 1 + y",
            lambda z, t: -np.sum(t * np.log1p(softmax(z))),
            "`log1p(x)` is log(1 + x). Where does the 1 come from?",
        ),
        Misconception(
            "score added",
            lambda z, t: np.sum(log_sum_exp(z)) + np.sum(t * z),
            "The score of the right class has the wrong sign: the higher it is, the smaller the surprise.",
        ),
        Misconception(
            "one log-sum-exp for the batch",
            lambda z, t: log_sum_exp(z.ravel()) - np.sum(t * z),
            "Your log-sum-exp runs over the whole batch. Every image has one of its own, and they are added up.",
        ),
        Misconception(
            "log-sum-exp over axis 0",
            lambda z, t: np.sum(log_sum_exp(z.T)) - np.sum(t * z),
            "Your log-sum-exp runs over the images of the batch. Which axis holds the classes?",
        ),
        Misconception(
            "mean of one half",
            lambda z, t: np.mean(log_sum_exp(z)) - np.sum(t * z),
            "One half is averaged over the images and the other summed.",
        ),
    ],
)
