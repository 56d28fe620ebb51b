"""How much the border of a map weighs, beside its centre."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab14_cnn_part_4.border_score_mean_mistakes import MEAN_MISTAKES
from labkit.exercises.lab14_cnn_part_4.border_score_ring_mistakes import RING_MISTAKES
from labkit.exercises.probe import Probe
from labkit.experiments.lab14_cnn_part_4 import border_score


def _probes(rng: np.random.Generator) -> list[Probe]:
    def one(shape, ring, dtype=float, shift=0.0, label=""):
        return Probe((rng.normal(size=shape) + shift).astype(dtype), ring, label=label)

    sunken = np.abs(rng.normal(size=(8, 6))) + 1
    sunken[2:-2, 2:-2] *= -1
    return [
        Probe(sunken, 2, label="positive in the border, negative in the centre"),
        one((7, 9), 1, label="a map that is not square, numbers of both signs"),
        one((10, 8), 2, label="a wider ring"),
        one((5, 5), 2, label="a centre of one number"),
        one((28, 28), 4, np.float32, label="float32"),
        one((9, 12), 3, shift=-2.0, label="most numbers are negative"),
    ]


BORDER_SCORE = Exercise(
    id="14.border_score",
    name="border_score",
    title="The weight of the border",
    points=2,
    reference=border_score,
    probes=_probes,
    misconceptions=[*RING_MISTAKES, *MEAN_MISTAKES],
)
