"""A grey square moves over the image: where does the answer suffer?"""

from collections.abc import Callable
from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab14_cnn_part_4.occlusion_map_mistakes import MISTAKES
from labkit.exercises.probe import Probe
from labkit.experiments.lab14_cnn_part_4 import occlusion_map


def _call(function: Callable, A: np.ndarray, image: np.ndarray, true: int, patch: int, grey: float, stride: int) -> Any:
    def answer(images):
        if np.ndim(images) != 4 or np.shape(images)[1:] != image.shape:
            raise ValueError(f"answer takes images of shape (samples, *{image.shape}), not {np.shape(images)}")
        return np.tanh(np.reshape(images, (len(images), -1)) @ A)

    return function(answer, image, true, patch, grey, stride)


def _probes(rng: np.random.Generator) -> list[Probe]:
    def one(image, true, patch, grey, stride=1, classes=4, dtype=float, label=""):
        A = rng.normal(size=(int(np.prod(image)), classes)).astype(dtype) / np.prod(image) ** 0.5
        return Probe(A, rng.normal(size=image).astype(dtype), true, patch, grey, stride, label=label)

    return [
        one((1, 6, 8), 2, 3, 0.25, label="an image that is not square"),
        one((1, 7, 5), 1, 2, 0.4, 2, label="stride 2: a row of pixels is left over"),
        one((3, 6, 5), 3, 2, -0.3, label="three channels"),
        one((1, 9, 7), 1, 3, -0.42, 2, label="stride 2, a grey below zero"),
        one((2, 6, 9), 2, 3, 0.7, 3, 5, np.float32, label="squares side by side, float32"),
        one((1, 4, 4), 1, 4, 0.2, label="the square covers the whole image"),
    ]


OCCLUSION_MAP = Exercise(
    id="14.occlusion_map",
    name="occlusion_map",
    title="Hide and ask",
    points=3,
    reference=occlusion_map,
    probes=_probes,
    call=_call,
    misconceptions=MISTAKES,
)
