"""Lab 03's exercises: the sigmoid with slope k, its derivative, saturation, and k traded for weights and rate."""

from labkit.exercises.lab03_sigmoid_slope.rescale import RESCALE
from labkit.exercises.lab03_sigmoid_slope.saturated_share import SATURATED_SHARE
from labkit.exercises.lab03_sigmoid_slope.sigmoid import SIGMOID
from labkit.exercises.lab03_sigmoid_slope.slope_from_input import SLOPE_FROM_INPUT
from labkit.exercises.lab03_sigmoid_slope.slope_from_output import SLOPE_FROM_OUTPUT

EXERCISES = [
    SIGMOID,
    SLOPE_FROM_INPUT,
    SLOPE_FROM_OUTPUT,
    SATURATED_SHARE,
    RESCALE,
]
