"""The gradient of the divergence: the force on every point of the picture."""

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab08_tsne.kl_gradient_force_mistakes import FORCE_MISTAKES
from labkit.exercises.lab08_tsne.kl_gradient_spring_mistakes import SPRING_MISTAKES
from labkit.exercises.lab08_tsne.pictures import springs
from labkit.tsne import kl_gradient

KL_GRADIENT = Exercise(
    id="08.kl_gradient",
    name="kl_gradient",
    title="The force on every point",
    points=3,
    reference=kl_gradient,
    probes=springs,
    atol=1e-8,
    misconceptions=[*FORCE_MISTAKES, *SPRING_MISTAKES],
)
