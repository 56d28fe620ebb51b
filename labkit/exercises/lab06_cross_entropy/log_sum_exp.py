"""The logarithm of a sum of exponentials."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab06_cross_entropy.scores import scores
from labkit.exercises.misconception import Misconception
from labkit.nn.functional import log_softmax, log_sum_exp

_OVERFLOW = (
    "Right as a formula, but for high scores the exponential overflows, and for low ones all of them vanish and the "
    "logarithm sees a 0. Write the largest score as a factor e^m in front of the sum, and take the logarithm."
)
_BASE = "The logarithm of another base. The inverse of e^z is the natural logarithm, which NumPy calls `np.log`."
ROW = {"axis": -1, "keepdims": True}


def _rest(z: np.ndarray) -> np.ndarray:
    """The logarithm that is left when the largest score stands in front."""
    return np.log(np.exp(z - z.max(**ROW)).sum(axis=-1))


LOG_SUM_EXP = Exercise(
    id="06.log_sum_exp",
    name="log_sum_exp",
    title="The logarithm of a sum of exponentials",
    points=2,
    reference=log_sum_exp,
    probes=scores,
    no_warnings=True,
    misconceptions=[
        Misconception("no shift", lambda z: np.log(np.exp(z).sum(axis=-1)), _OVERFLOW),
        Misconception(
            "axis 0",
            lambda z: np.log(np.exp(z - z.max(axis=0)).sum(axis=0)) + z.max(axis=0),
            "You sum over the images of the batch. Which axis holds the classes?",
        ),
        Misconception(
            "axis 0, no shift",
            lambda z: np.log(np.exp(z).sum(axis=0)),
            "You sum over the images of the batch. Which axis holds the classes? " + _OVERFLOW,
        ),
        Misconception(
            "axis 1",
            lambda z: np.log(np.exp(z - z.max(axis=1, keepdims=True)).sum(axis=1)) + z.max(axis=1),
            "Right for a batch; the scores of one image have no axis 1. Which number names the *last* axis?",
        ),
        Misconception(
            "whole batch",
            lambda z: np.log(np.exp(z - z.max()).sum()) + z.max(),
            "You get one number for the whole batch. Every image has a sum of its own.",
        ),
        Misconception(
            "whole batch, no shift",
            lambda z: np.log(np.exp(z).sum()),
            "You get one number for the whole batch. Every image has a sum of its own. " + _OVERFLOW,
        ),
        Misconception(
            "maximum not added back",
            _rest,
            "You took the largest score off and never gave it back. Inside the sum it was a factor e^m; what does the "
            "logarithm make of that factor?",
        ),
        Misconception(
            "maximum taken off again",
            lambda z: _rest(z) - z.max(axis=-1),
            "The largest score comes back with the wrong sign. The result must lie above every score: does yours, for "
            "scores near 1,000?",
        ),
        Misconception(
            "maximum multiplied",
            lambda z: _rest(z) * z.max(axis=-1),
            "A factor inside a logarithm comes out as a *summand*: log(ab) = log a + log b.",
        ),
        Misconception(
            "dimension kept",
            lambda z: (_rest(z) + z.max(axis=-1))[..., None],
            "The numbers are right. The axis of the classes is still there, with length 1: one number for each image "
            "is wanted.",
        ),
        Misconception(
            "one maximum for all",
            lambda z: np.log(np.exp(z - z.max()).sum(axis=-1)) + z.max(),
            "You take the largest score of the whole *batch* off every image. For an image whose scores are far below "
            "it all exponentials become 0, and log 0 is minus infinity.",
        ),
        Misconception(
            "maximum only",
            lambda z: z.max(axis=-1),
            "Close when one score towers above the others, but the others count as well. With equal scores log(n) is "
            "missing.",
        ),
        Misconception(
            "logarithm of each",
            lambda z: z.sum(axis=-1),
            "You undo each exponential before you sum. The logarithm of a sum is not the sum of the logarithms.",
        ),
        Misconception(
            "logarithm of each, largest taken off",
            lambda z: np.log(np.exp(z - z.max(**ROW))).sum(axis=-1) + z.max(axis=-1),
            "You undo each exponential before you sum. The logarithm of a sum is not the sum of the logarithms.",
        ),
        Misconception(
            "logarithm forgotten behind the maximum",
            lambda z: z.max(axis=-1) + np.exp(z - z.max(**ROW)).sum(axis=-1),
            "The largest score stands in front, as it should, but what it is added to is the sum itself: where has the "
            "logarithm gone?",
        ),
        Misconception(
            "factor left in front",
            lambda z: np.exp(z.max(axis=-1)) * _rest(z),
            "The factor e^m stands in front of the *logarithm* now. It was in front of the sum, inside the logarithm: "
            "what does the logarithm make of a product?",
        ),
        Misconception(
            "no logarithm",
            lambda z: np.exp(z).sum(axis=-1),
            "That is the sum of the exponentials. Its logarithm is wanted, and in a form that does not overflow.",
        ),
        Misconception("base 10", lambda z: _rest(z) / np.log(10) + z.max(axis=-1), _BASE),
        Misconception("base 2", lambda z: _rest(z) / np.log(2) + z.max(axis=-1), _BASE),
        Misconception(
            "mean for sum",
            lambda z: log_sum_exp(z) - np.log(z.shape[-1]),
            "You average the exponentials. With two equal scores z the result is z + log 2, not z.",
        ),
        Misconception(
            "log-softmax",
            log_softmax,
            "That is the logarithm of the softmax, one number for each class. Wanted is the part that the classes of "
            "an image have in common.",
        ),
        Misconception("sign", lambda z: -log_sum_exp(z), "The sign is the other way round."),
        Misconception(
            "total of the batch",
            lambda z: log_sum_exp(z).sum(),
            "You add up the images of the batch; each keeps its own number here.",
        ),
        Misconception(
            "mean of the batch",
            lambda z: log_sum_exp(z).mean(),
            "You average over the images of the batch; each keeps its own number here.",
        ),
        Misconception(
            "clipped",
            lambda z: np.log(np.exp(np.clip(z, -700, 700)).sum(axis=-1)),
            "Clipping stops the overflow and changes the answer: a score of 1,000 must give about 1,000. Take the "
            "largest score out of the sum instead.",
        ),
        Misconception(
            "infinity hidden",
            lambda z: np.nan_to_num(np.log(np.exp(z).sum(axis=-1))),
            "Infinity has been replaced by the largest number there is. The true value is a modest number near the "
            "largest score: prevent the overflow instead of hiding it.",
        ),
        Misconception(
            "epsilon in the logarithm",
            lambda z: np.log(np.exp(z).sum(axis=-1) + 1e-12),
            "A small number inside the logarithm hides minus infinity for low scores, and does nothing against the "
            "overflow of high ones. Take the largest score out of the sum instead.",
        ),
        Misconception(
            "one added",
            lambda z: np.log1p(np.exp(z - z.max(**ROW)).sum(axis=-1)) + z.max(axis=-1),
            "`log1p(x)` is log(1 + x). Has the 1 been counted already?",
        ),
        Misconception(
            "each for itself",
            lambda z: np.logaddexp(0, z),
            "log(1 + e^z) is for a single yes-or-no output. Here the exponentials of all classes are summed.",
        ),
        Misconception(
            "the batch's maximum added back",
            lambda z: _rest(z) + z.max(),
            "You take each image's own maximum off, and add back that of the whole batch.",
        ),
        Misconception(
            "scores divided by their largest",
            lambda z: np.log(np.exp(z / z.max(**ROW)).sum(axis=-1)) * z.max(axis=-1),
            "You divide by the largest score where it should be taken off. A *factor* e^m can be taken out of the "
            "sum: what does that do to the exponents?",
        ),
        Misconception(
            "upper bound",
            lambda z: z.max(axis=-1) + np.log(z.shape[-1]),
            "That is the highest value it can have, when all scores are equal. Otherwise the sum is smaller.",
        ),
        Misconception(
            "no keepdims",
            lambda z: np.log(np.exp(z - z.max(axis=-1)).sum(axis=-1)) + z.max(axis=-1),
            "NumPy lines arrays up from their last axis: one number for each image cannot meet a row of classes that "
            "way. What does `keepdims` do?",
        ),
    ],
)
