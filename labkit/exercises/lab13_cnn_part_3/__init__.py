"""Lab 13's exercises: images and filters of the right size, and the convolutional layer as one product."""

from labkit.exercises.lab13_cnn_part_3.backward import WEIGHT_GRADIENTS
from labkit.exercises.lab13_cnn_part_3.col2im import COL2IM
from labkit.exercises.lab13_cnn_part_3.draw_filters import DRAW_FILTERS
from labkit.exercises.lab13_cnn_part_3.forward import FORWARD
from labkit.exercises.lab13_cnn_part_3.im2col import IM2COL
from labkit.exercises.lab13_cnn_part_3.normalise import NORMALISE

EXERCISES = [
    NORMALISE,
    DRAW_FILTERS,
    IM2COL,
    FORWARD,
    WEIGHT_GRADIENTS,
    COL2IM,
]
