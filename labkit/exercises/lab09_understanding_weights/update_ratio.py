"""How far one update moves a layer, in shares of the layer's own size."""

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab09_understanding_weights.ratios_of_entries import RATIOS_OF_ENTRIES
from labkit.exercises.lab09_understanding_weights.rows import moves
from labkit.exercises.lab09_understanding_weights.wrong_norms import WRONG_NORMS
from labkit.exercises.lab09_understanding_weights.wrong_ratios import WRONG_RATIOS
from labkit.layer_statistics import update_ratio

UPDATE_RATIO = Exercise(
    id="09.update_ratio",
    name="update_ratio",
    title="How far a layer moves",
    points=2,
    reference=update_ratio,
    probes=moves,
    atol=1e-15,
    misconceptions=[*WRONG_NORMS, *RATIOS_OF_ENTRIES, *WRONG_RATIOS],
)
