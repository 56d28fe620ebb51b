"""The forward pass of a batch: what goes wrong with one sample, and what only rows can show."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab01_backprop_on_paper.forward import FORWARD_SLIPS, forward, layers
from labkit.exercises.lab01_backprop_on_paper.networks import SHAPES, parameters
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import sigmoid


def _batch_forward_probes(rng):
    return [
        Probe(rng.normal(size=(samples, n[0])), *parameters(rng, *n), label=f"{samples} samples, {n[0]}-{n[1]}-{n[2]}")
        for samples, n in zip((4, 5, 1, 3, 6), SHAPES, strict=True)
    ]


BATCH_FORWARD_SLIPS = [
    Misconception(
        "one sample only",
        lambda x, *net: tuple(y[0] for y in forward(x, *net)),
        "One row came back. There should be one row for each sample.",
    ),
    Misconception(
        "averaged over the batch",
        lambda x, *net: tuple(y.mean(axis=0) for y in forward(x, *net)),
        "The samples of a batch do not meet on the way forward: each keeps its own row.",
    ),
    Misconception(
        "one column for each sample",
        lambda *net: tuple(y.T for y in forward(*net)),
        "The numbers are right, lying on their side. Here samples are rows: (samples, units).",
    ),
    Misconception(
        "bias along the samples",
        layers(lambda x, W, b: sigmoid(x @ W + b[:, np.newaxis])),
        "The bias belongs to a unit, a column of the sums; you added it along the samples.",
    ),
]


FORWARD_BATCH = Exercise(
    id="01.forward_batch",
    name="forward_batch",
    title="The forward pass of a batch",
    points=1,
    reference=forward,
    probes=_batch_forward_probes,
    misconceptions=[*BATCH_FORWARD_SLIPS, *FORWARD_SLIPS],
)
