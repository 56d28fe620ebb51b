"""The gradient of softmax and cross-entropy at the scores."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab06_cross_entropy.chain_rule_mistakes import CHAIN_RULE_MISTAKES
from labkit.exercises.lab06_cross_entropy.logit_mistakes import LOGIT_MISTAKES
from labkit.exercises.lab06_cross_entropy.scores import with_targets
from labkit.nn.functional import softmax, squared_error_gradient


def logit_gradient(z: np.ndarray, t: np.ndarray) -> np.ndarray:
    """Gradient dE/dz = softmax(z) - t of the summed cross-entropy; what the loss runs when it joins a softmax."""
    return squared_error_gradient(softmax(z), t, "sum")


LOGIT_GRADIENT = Exercise(
    id="06.logit_gradient",
    name="logit_gradient",
    title="The gradient at the scores",
    points=2,
    reference=logit_gradient,
    probes=with_targets,
    rtol=1e-5,
    atol=1e-6,
    misconceptions=[*CHAIN_RULE_MISTAKES, *LOGIT_MISTAKES],
)
