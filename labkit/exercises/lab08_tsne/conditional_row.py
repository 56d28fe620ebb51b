"""The probabilities of every point's neighbours."""

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab08_tsne.conditional_row_exponent_mistakes import EXPONENT_MISTAKES
from labkit.exercises.lab08_tsne.conditional_row_sum_mistakes import SUM_MISTAKES
from labkit.exercises.lab08_tsne.rows import distances
from labkit.tsne import conditional_probabilities

CONDITIONAL_ROW = Exercise(
    id="08.conditional_row",
    name="conditional_probabilities",
    title="Who is whose neighbour",
    points=2,
    reference=conditional_probabilities,
    probes=distances,
    misconceptions=[*EXPONENT_MISTAKES, *SUM_MISTAKES],
)
