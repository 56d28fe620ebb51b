"""Lab 14's exercises: from what the filters answered back to the image, and which pixels matter."""

from labkit.exercises.lab14_cnn_part_4.border_score import BORDER_SCORE
from labkit.exercises.lab14_cnn_part_4.deconvolve_filter import DECONVOLVE_FILTER
from labkit.exercises.lab14_cnn_part_4.occlusion_map import OCCLUSION_MAP
from labkit.exercises.lab14_cnn_part_4.project_back import PROJECT_BACK
from labkit.exercises.lab14_cnn_part_4.transpose_mismatch import TRANSPOSE_MISMATCH
from labkit.exercises.lab14_cnn_part_4.transposed_convolution import TRANSPOSED_CONVOLUTION

EXERCISES = [
    PROJECT_BACK,
    TRANSPOSED_CONVOLUTION,
    TRANSPOSE_MISMATCH,
    DECONVOLVE_FILTER,
    OCCLUSION_MAP,
    BORDER_SCORE,
]
