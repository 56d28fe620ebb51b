"""More ways to get ELU wrong."""

import numpy as np

from labkit.exercises.misconception import Misconception
from labkit.nn.functional import elu, elu_derivative

TURNED = "You let the negative side through as it is, and not the positive one: your condition is the wrong way round."

WRONG_ELUS = [
    *(
        Misconception(
            f"clipped to {limit} on the right too",
            lambda x, alpha, limit=limit: np.clip(elu(x, alpha), None, limit),
            "You keep the exponential from overflowing by clipping x itself, and so a large positive input does "
            "not come out whole. What the exponential is given need not be what is returned on the right.",
        )
        for limit in (20, 50, 100, 500, 700, 709)
    ),
    Misconception(
        "value and slope",
        lambda x, alpha: (elu(x, alpha), elu_derivative(x, alpha)),
        "You return a pair, value and slope. Here the value alone is asked for.",
    ),
    Misconception(
        "condition turned round",
        lambda x, alpha: np.where(x > 0, 0.0, x),
        TURNED,
    ),
    Misconception(
        "condition turned round, and overflow",
        lambda x, alpha: np.where(x > 0, alpha * (np.exp(x) - 1), x),
        TURNED,
    ),
    Misconception(
        "minus 1 forgotten, on both sides",
        lambda x, alpha: np.maximum(x, 0) + alpha * np.exp(np.minimum(x, 0)),
        "At x = 0 you get alpha; it should be 0. Something has to be subtracted.",
    ),
    Misconception(
        "threshold at alpha",
        lambda x, alpha: np.where(x > alpha, x, alpha * np.expm1(np.minimum(x, 0))),
        "Your two parts meet at x = alpha. alpha is a depth, not a place: the parts meet at 0.",
    ),
    Misconception(
        "softplus",
        lambda x, alpha: np.logaddexp(0, x),
        "That is softplus, log(1 + e^x): a ReLU with a rounded corner, and never negative.",
    ),
]
