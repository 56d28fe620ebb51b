"""Lab 07's exercises: the ReLU, its derivative, its relatives, and the units that die of it."""

from labkit.exercises.lab07_relu.dead_units import DEAD_UNITS
from labkit.exercises.lab07_relu.elu import ELU
from labkit.exercises.lab07_relu.leaky_relu import LEAKY_RELU
from labkit.exercises.lab07_relu.relu import RELU
from labkit.exercises.lab07_relu.relu6 import RELU6
from labkit.exercises.lab07_relu.relu_derivative import RELU_DERIVATIVE

EXERCISES = [
    RELU,
    RELU_DERIVATIVE,
    LEAKY_RELU,
    RELU6,
    ELU,
    DEAD_UNITS,
]
