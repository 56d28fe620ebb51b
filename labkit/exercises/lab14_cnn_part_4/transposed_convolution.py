"""Transposed convolution as stamps that add up."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab14_cnn_part_4.stamps import reference
from labkit.exercises.lab14_cnn_part_4.transposed_convolution_size_mistakes import SIZE_MISTAKES
from labkit.exercises.lab14_cnn_part_4.transposed_convolution_stamp_mistakes import STAMP_MISTAKES
from labkit.exercises.probe import Probe


def _probes(rng: np.random.Generator) -> list[Probe]:
    def one(y, W, stride=(1, 1), dtype=float, label=""):
        return Probe(rng.normal(size=y).astype(dtype), rng.normal(size=W).astype(dtype), stride, label=label)

    return [
        one((1, 3, 4), (1, 1, 2, 3), label="one filter, not square"),
        one((3, 4, 5), (3, 1, 3, 2), label="three filters"),
        one((2, 4, 6), (2, 3, 2, 2), label="three channels"),
        one((2, 3, 4), (2, 2, 3, 4), (2, 3), label="strides that differ, and stamps that overlap"),
        one((2, 4, 3), (2, 1, 2, 2), (3, 1), label="gaps between the stamps, downwards"),
        one((2, 5, 4), (2, 1, 3, 3), dtype=np.float32, label="float32"),
        one((1, 1, 1), (1, 2, 3, 2), label="one place only: a single stamp"),
        one((2, 3, 3), (2, 1, 1, 1), label="a filter of one pixel"),
    ]


TRANSPOSED_CONVOLUTION = Exercise(
    id="14.transposed_convolution",
    name="transposed_convolution",
    title="Stamps that add up",
    points=3,
    reference=reference,
    probes=_probes,
    misconceptions=[*SIZE_MISTAKES, *STAMP_MISTAKES],
)
