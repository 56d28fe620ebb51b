"""Q: the affinities of the picture."""

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab08_tsne.pictures import points
from labkit.exercises.lab08_tsne.student_affinities_kernel_mistakes import KERNEL_MISTAKES
from labkit.exercises.lab08_tsne.student_affinities_total_mistakes import TOTAL_MISTAKES
from labkit.tsne import embedded_affinities

STUDENT_AFFINITIES = Exercise(
    id="08.student_affinities",
    name="student_affinities",
    title="Affinities of the picture",
    points=2,
    reference=embedded_affinities,
    probes=points,
    misconceptions=[*KERNEL_MISTAKES, *TOTAL_MISTAKES],
)
