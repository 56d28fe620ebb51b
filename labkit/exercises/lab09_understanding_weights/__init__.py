"""Lab 09's exercises: the pictures of a layer, how far it moves, and what ails a network that does not learn."""

from labkit.exercises.lab09_understanding_weights.diagnosis import DIAGNOSIS
from labkit.exercises.lab09_understanding_weights.is_stuck import IS_STUCK
from labkit.exercises.lab09_understanding_weights.mean_activation_grid import MEAN_ACTIVATION_GRID
from labkit.exercises.lab09_understanding_weights.update_ratio import UPDATE_RATIO
from labkit.exercises.lab09_understanding_weights.weight_images import WEIGHT_IMAGES

EXERCISES = [
    MEAN_ACTIVATION_GRID,
    WEIGHT_IMAGES,
    UPDATE_RATIO,
    IS_STUCK,
    DIAGNOSIS,
]
