"""A test that finds out whether one function is the transpose of another."""

from collections.abc import Callable
from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab14_cnn_part_4.transpose_mismatch_product_mistakes import PRODUCT_MISTAKES
from labkit.exercises.lab14_cnn_part_4.transpose_mismatch_scale_mistakes import SCALE_MISTAKES
from labkit.exercises.probe import Probe

norm = np.linalg.norm


def reference(forward, back, x, y):
    """How far <forward(x), y> and <x, back(y)> are apart, beside the lengths of forward(x) and y."""
    seen = forward(x)
    return abs(np.sum(seen * y) - np.sum(x * back(y))) / (norm(seen) * norm(y))


def _call(function: Callable, A: np.ndarray, B: np.ndarray, x: np.ndarray, y: np.ndarray) -> Any:
    def forward(v):
        if np.shape(v) != x.shape:
            raise ValueError(f"forward takes an array of shape {x.shape}, and was given {np.shape(v)}")
        return (A @ v.ravel()).reshape(y.shape)

    def back(v):
        if np.shape(v) != y.shape:
            raise ValueError(f"back takes an array of shape {y.shape}, and was given {np.shape(v)}")
        return (B @ v.ravel()).reshape(x.shape)

    return function(forward, back, x, y)


def _probes(rng: np.random.Generator) -> list[Probe]:
    def one(change, image=(1, 4, 5), response=(2, 3, 4), size=1.0, label=""):
        A = rng.normal(size=(int(np.prod(response)), int(np.prod(image))))
        return Probe(A, change(A), size * rng.normal(size=image), rng.normal(size=response) / size, label=label)

    def one_wrong(A):
        B = A.T.copy()
        B[2] = -B[2]
        return B

    return [
        one(lambda A: A.T, label="it is the transpose"),
        one(np.linalg.pinv, label="it is the pseudo-inverse"),
        one(one_wrong, (2, 3, 3), (3, 2, 4), label="one pixel comes back with the wrong sign"),
        one(lambda A: 2 * A.T, (1, 3, 6), (2, 2, 3), label="twice the transpose"),
        one(lambda A: -A.T, (1, 5, 3), (1, 3, 4), 1000.0, label="minus the transpose; a large image"),
        one(lambda A: A[::-1].T, (1, 3, 3), (1, 3, 3), label="the responses in reverse; as many as pixels"),
        one(lambda A: A, (1, 3, 4), (2, 2, 3), label="not transposed at all"),
        one(lambda A: rng.normal(size=A.T.shape), (2, 4, 2), (2, 3, 3), 0.001, label="something else; a small image"),
    ]


TRANSPOSE_MISMATCH = Exercise(
    id="14.transpose_mismatch",
    name="transpose_mismatch",
    title="Is it the transpose?",
    points=2,
    reference=reference,
    probes=_probes,
    call=_call,
    misconceptions=[*SCALE_MISTAKES, *PRODUCT_MISTAKES],
)
