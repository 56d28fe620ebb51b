"""How many neighbours a row of probabilities amounts to."""

import numpy as np
from scipy.special import xlogy

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab08_tsne.rows import probabilities
from labkit.exercises.misconception import Misconception
from labkit.tsne import perplexity_of

ZERO = (
    "Where a probability is 0, log 0 is minus infinity and 0 times it is not a number. What does p log p come to as p "
    "goes to 0? Give the logarithm something harmless there."
)
MIX = (
    "Logarithm and power do not belong together. A fair choice between 2 neighbours must have the perplexity 2: "
    "follow ln 2, or log2 of 2, through your code."
)
BASE = "The entropy is the exponent: the perplexity is e to the power H, not a power of H."


def _entropy(p: np.ndarray) -> np.ndarray:
    return -xlogy(p, p).sum(axis=-1)


def _safe(p: np.ndarray) -> np.ndarray:
    return np.where(p > 0, p, 1.0)


PERPLEXITY = Exercise(
    id="08.perplexity",
    name="perplexity",
    title="How many neighbours is that?",
    points=2,
    reference=perplexity_of,
    probes=probabilities,
    misconceptions=[
        Misconception("nats and powers of two", lambda p: 2 ** _entropy(p), MIX),
        Misconception("bits and powers of e", lambda p: np.exp(_entropy(p) / np.log(2)), MIX),
        Misconception("nats and powers of ten", lambda p: 10 ** _entropy(p), MIX),
        Misconception("common logarithm and powers of e", lambda p: np.exp(_entropy(p) / np.log(10)), MIX),
        Misconception("0 log 0", lambda p: np.exp(-(p * np.log(p)).sum(axis=-1)), ZERO),
        Misconception(
            "zeros pushed too far up",
            lambda p: np.exp(-(p * np.log(p + 0.01)).sum(axis=-1)),
            "The small number that you add to p changes the result. p log p must be 0 where p is 0 and untouched "
            "elsewhere.",
        ),
        Misconception(
            "entropy in nats", _entropy, "That is the entropy. A number of neighbours is a power of e with it on top."
        ),
        Misconception(
            "entropy in bits",
            lambda p: _entropy(p) / np.log(2),
            "That is the entropy, in bits. A number of neighbours is a power of 2 with it on top.",
        ),
        Misconception(
            "sign",
            lambda p: np.exp(-_entropy(p)),
            "Less than one neighbour? Logarithms of probabilities are negative; the entropy is not.",
        ),
        Misconception(
            "sign, and the mix",
            lambda p: 2 ** -_entropy(p),
            "Less than one neighbour? Logarithms of probabilities are negative; the entropy is not. And " + MIX,
        ),
        Misconception(
            "one number for all",
            lambda p: np.exp(-xlogy(p, p).sum()),
            "You add up everything. Each row is one point's choice and has a perplexity of its own.",
        ),
        Misconception(
            "columns for rows",
            lambda p: np.exp(-xlogy(p, p).sum(axis=0)),
            "You sum down the columns. Each *row* adds up to 1 and is one point's choice.",
        ),
        Misconception(
            "mean for sum",
            lambda p: np.exp(-xlogy(p, p).mean(axis=-1)),
            "An entropy is a mean already, with the probabilities as weights: sum of p log p, not divided again.",
        ),
        Misconception(
            "not weighted",
            lambda p: np.exp(-np.log(_safe(p)).sum(axis=-1)),
            "The logarithms are added without their weights: each counts as often as it happens, p times.",
        ),
        Misconception(
            "not weighted, mean",
            lambda p: np.exp(-np.log(_safe(p)).mean(axis=-1)),
            "All logarithms count alike in your mean: each should count as often as it happens, p times.",
        ),
        Misconception(
            "sum of squares",
            lambda p: 1 / np.square(p).sum(axis=-1),
            "1 / sum of p² is another honest count of neighbours (Simpson's), but perplexity is defined by the entropy.",
        ),
        Misconception(
            "counted",
            lambda p: np.count_nonzero(p, axis=-1),
            "You count every neighbour in full, however small its probability.",
        ),
        Misconception(
            "largest only",
            lambda p: 1 / p.max(axis=-1),
            "Only the likeliest neighbour counts in yours. An entropy looks at all of them.",
        ),
        Misconception(
            "averaged over points",
            lambda p: np.mean(perplexity_of(p)),
            "One number for all points. Each row has a perplexity of its own.",
        ),
        Misconception(
            "not summed",
            lambda p: np.exp(-xlogy(p, p)),
            "The power comes before the sum: first the entropy of a row, one number, then the power.",
        ),
        Misconception(
            "powers summed",
            lambda p: np.exp(-xlogy(p, p)).sum(axis=-1),
            "The power comes before the sum: first the entropy of a row, one number, then the power.",
        ),
        Misconception(
            "zeros pushed a little up",
            lambda p: np.exp(-(p * np.log(p + 0.001)).sum(axis=-1)),
            "The small number that you add to p changes the result in the third digit. p log p must be 0 where p is 0 and "
            "untouched elsewhere.",
        ),
        Misconception(
            "one added",
            lambda p: np.exp(-(p * np.log1p(p)).sum(axis=-1)),
            "log(1 + p) is another function than log p, also where p is not 0. p log p must be 0 where p is 0 and "
            "untouched elsewhere.",
        ),
        Misconception("power of e", lambda p: _entropy(p) ** np.e, BASE),
        Misconception("squared", lambda p: _entropy(p) ** 2, BASE),
        Misconception(
            "share of the largest entropy",
            lambda p: _entropy(p) / np.log(p.shape[-1]),
            "You compare the entropy with the largest that a row can have, a number between 0 and 1. A number of "
            "neighbours is a power of e with the entropy on top.",
        ),
        Misconception(
            "the rest",
            lambda p: p.shape[-1] - perplexity_of(p),
            "You subtract from n. The power of the entropy is the number of neighbours itself.",
        ),
        Misconception(
            "share of n",
            lambda p: perplexity_of(p) / p.shape[-1],
            "You divide by n. The power of the entropy is the number of neighbours itself.",
        ),
        Misconception(
            "less one",
            lambda p: perplexity_of(p) - 1,
            "You take 1 off. No point is among its own neighbours: its probability is 0, and counts for nothing.",
        ),
        Misconception(
            "rounded",
            lambda p: np.round(perplexity_of(p)),
            "You round. An effective number of neighbours need not be whole.",
        ),
        Misconception(
            "divided by the whole sum",
            lambda p: np.exp(_entropy(p / p.sum())),
            "You divide by the sum of *all* rows. Each row adds up to 1 as it is.",
        ),
        Misconception(
            "weights squared",
            lambda p: np.exp(-(p * xlogy(p, p)).sum(axis=-1)),
            "Each logarithm is weighed with p, once; yours has p squared.",
        ),
    ],
)
