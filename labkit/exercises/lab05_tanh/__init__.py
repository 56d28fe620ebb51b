"""Lab 05's exercises: tanh with a slope, two derivatives, the output delta, agreeing signs, normalised inputs."""

from labkit.exercises.lab05_tanh.lecun_tanh_derivative import LECUN_TANH_DERIVATIVE
from labkit.exercises.lab05_tanh.normalise import NORMALISE
from labkit.exercises.lab05_tanh.output_delta import OUTPUT_DELTA
from labkit.exercises.lab05_tanh.sign_agreement import SIGN_AGREEMENT
from labkit.exercises.lab05_tanh.tanh import TANH
from labkit.exercises.lab05_tanh.tanh_derivative_from_output import TANH_DERIVATIVE_FROM_OUTPUT

EXERCISES = [
    TANH,
    TANH_DERIVATIVE_FROM_OUTPUT,
    LECUN_TANH_DERIVATIVE,
    OUTPUT_DELTA,
    SIGN_AGREEMENT,
    NORMALISE,
]
