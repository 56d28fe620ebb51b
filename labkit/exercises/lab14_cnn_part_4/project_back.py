"""The transposed Toeplitz matrix times the responses."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab14_cnn_part_4.project_back_order_mistakes import ORDER_MISTAKES
from labkit.exercises.lab14_cnn_part_4.project_back_product_mistakes import PRODUCT_MISTAKES
from labkit.exercises.probe import Probe
from labkit.experiments.lab14_cnn_part_4 import project_back
from labkit.nn.functional import toeplitz_matrix


def _probes(rng: np.random.Generator) -> list[Probe]:
    def one(filters, shape, kernel, stride=1, dtype=float, label=""):
        W = rng.normal(size=(filters, shape[0], *kernel)).astype(dtype)
        T = toeplitz_matrix(W, shape[1:], stride)
        down, across = ((n - k) // stride + 1 for n, k in zip(shape[1:], kernel, strict=True))
        return Probe(T, rng.normal(size=(filters, down, across)).astype(dtype), shape, label=label)

    return [
        one(2, (1, 5, 6), (3, 2), label="a wide image and a filter that is not square"),
        one(3, (2, 6, 4), (2, 3), label="two channels"),
        one(1, (1, 5, 5), (2, 2), label="one filter"),
        one(2, (3, 7, 5), (3, 3), stride=2, label="three channels, stride 2"),
        one(4, (1, 6, 7), (3, 3), dtype=np.float32, label="float32"),
        one(1, (1, 3, 4), (1, 1), label="a filter of one pixel"),
    ]


PROJECT_BACK = Exercise(
    id="14.project_back",
    name="project_back",
    title="Back through the transpose",
    points=2,
    reference=project_back,
    probes=_probes,
    misconceptions=[*ORDER_MISTAKES, *PRODUCT_MISTAKES],
)
