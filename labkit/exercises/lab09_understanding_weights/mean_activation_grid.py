"""The mean activation of a layer's units, folded into a picture."""

from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab09_understanding_weights.rows import activations
from labkit.exercises.lab09_understanding_weights.wrong_means import WRONG_MEANS
from labkit.exercises.lab09_understanding_weights.wrong_padding import WRONG_PADDING
from labkit.exercises.lab09_understanding_weights.wrong_places import WRONG_PLACES
from labkit.layer_statistics import mean_activation_grid


def _picture(function: Any, activations: np.ndarray, columns: int) -> Any:
    """What the function returns; None is no nan, as it would become where objects are turned into numbers."""
    picture = function(activations, columns)
    if isinstance(picture, np.ndarray) and picture.dtype == object:
        return np.where(np.equal(picture, None), -np.inf, picture).astype(float)
    return picture


MEAN_ACTIVATION_GRID = Exercise(
    id="09.mean_activation_grid",
    name="mean_activation_grid",
    title="A layer as a picture",
    points=2,
    reference=mean_activation_grid,
    probes=activations,
    call=_picture,
    misconceptions=[*WRONG_PADDING, *WRONG_PLACES, *WRONG_MEANS],
)
