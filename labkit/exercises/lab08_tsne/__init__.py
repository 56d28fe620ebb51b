"""Lab 08's exercises: t-SNE from the distances to the force on every point."""

from labkit.exercises.lab08_tsne.conditional_row import CONDITIONAL_ROW
from labkit.exercises.lab08_tsne.joint import JOINT_PROBABILITIES
from labkit.exercises.lab08_tsne.kl_gradient import KL_GRADIENT
from labkit.exercises.lab08_tsne.perplexity import PERPLEXITY
from labkit.exercises.lab08_tsne.squared_distances import SQUARED_DISTANCES
from labkit.exercises.lab08_tsne.student_affinities import STUDENT_AFFINITIES

EXERCISES = [
    SQUARED_DISTANCES,
    CONDITIONAL_ROW,
    PERPLEXITY,
    JOINT_PROBABILITIES,
    STUDENT_AFFINITIES,
    KL_GRADIENT,
]
