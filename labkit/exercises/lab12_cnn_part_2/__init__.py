"""Lab 12's exercises: a bank of filters as a matrix, the way back, shared weights, online updates, a wrong gradient."""

from labkit.exercises.lab12_cnn_part_2.delta_magnitude import DELTA_MAGNITUDE
from labkit.exercises.lab12_cnn_part_2.filter_gradient import FILTER_GRADIENT
from labkit.exercises.lab12_cnn_part_2.online_epoch import ONLINE_EPOCH
from labkit.exercises.lab12_cnn_part_2.project_back import PROJECT_BACK
from labkit.exercises.lab12_cnn_part_2.toeplitz import TOEPLITZ
from labkit.exercises.lab12_cnn_part_2.wrong_gradient import WRONG_GRADIENT

EXERCISES = [TOEPLITZ, PROJECT_BACK, FILTER_GRADIENT, ONLINE_EPOCH, DELTA_MAGNITUDE, WRONG_GRADIENT]
