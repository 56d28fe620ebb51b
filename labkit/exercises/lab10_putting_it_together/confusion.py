"""The confusion matrix: who was taken for whom."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab10_putting_it_together.counting import counted
from labkit.exercises.lab10_putting_it_together.wrong_matrices import WRONG_MATRICES
from labkit.exercises.probe import Probe


def _outputs(rng: np.random.Generator) -> list[Probe]:
    """Outputs of networks that are right half of the time, and the true classes."""

    def answers(samples: int, classes: int, favour: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
        labels = rng.integers(classes, size=samples)
        outputs = rng.normal(size=(samples, classes))
        outputs[np.arange(samples), labels] += favour
        outputs[:, rng.integers(classes)] += 0.7  # a favourite, so that the matrix is not symmetric
        return outputs, labels

    few, few_labels = answers(30, 6)
    few_labels = few_labels % 4  # the last two classes do not occur
    few[:, 5] = -9.0  # and the last one is not answered either
    silent, silent_labels = answers(24, 5)
    silent[:, 4] = -9.0  # an answer that is never given
    shares, share_labels = answers(40, 10)
    shares = np.exp(shares) / np.exp(shares).sum(axis=1, keepdims=True)
    ties = rng.integers(0, 2, (25, 4)) / 1.0
    below, below_labels = answers(20, 4)
    gap, gap_labels = answers(28, 5)
    gap[:, 2], gap_labels[gap_labels == 2] = -9.0, 1  # a class that neither is nor is answered
    return [
        Probe(*answers(40, 3), label="three classes"),
        Probe(shares, share_labels, label="probabilities, ten classes"),
        Probe(few, few_labels, label="classes of which there is no image"),
        Probe(silent, silent_labels, label="a class that is never answered"),
        Probe(below - 10, below_labels, label="outputs that are all negative"),
        Probe(ties, rng.integers(4, size=25), label="ties: the first of the largest outputs counts"),
        Probe(gap, gap_labels, label="a class that neither occurs nor is answered"),
        Probe(*answers(1, 3), label="one image"),
        Probe(*answers(6, 6), label="as many images as classes"),
        Probe(*(a.astype(np.float32) if a.dtype.kind == "f" else a for a in answers(50, 5)), label="float32"),
    ]


CONFUSION = Exercise(
    id="10.confusion",
    name="confusion_matrix",
    title="The confusion matrix",
    points=2,
    reference=counted,
    probes=_outputs,
    lists=True,
    misconceptions=WRONG_MATRICES,
)
