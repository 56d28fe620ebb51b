"""What an output unit sends back under three losses."""

from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab06_cross_entropy.loss_mistakes import LOSS_MISTAKES
from labkit.exercises.lab06_cross_entropy.signal_mistakes import SIGNAL_MISTAKES
from labkit.exercises.lab06_cross_entropy.signals import output_signals
from labkit.exercises.probe import Probe
from labkit.nn.functional import sigmoid


def _outputs(rng: np.random.Generator) -> list[Probe]:
    def batch(samples: int, units: int, spread: float) -> tuple[np.ndarray, np.ndarray]:
        return sigmoid(rng.normal(0, spread, (samples, units))), rng.integers(0, 2, (samples, units)).astype(float)

    y, t = batch(3, 4, 2)
    edges = np.array([[0.0, 1.0, 1.0, 0.0, 1e-6, 1 - 1e-6]])
    return [
        Probe(*batch(3, 5, 2), label="three samples, five units"),
        Probe(*batch(6, 2, 4), label="six samples, two units, most of them certain"),
        Probe(*batch(4, 4, 1), label="as many samples as units"),
        Probe(np.array([[0.5, 0.5]]), np.array([[0.0, 1.0]]), label="undecided"),
        Probe(edges, np.array([[0.0, 1.0, 0.0, 1.0, 1.0, 0.0]]), label="certain, right and wrong"),
        Probe(y.astype(np.float32), t.astype(np.float32), label="float32, as networks train"),
    ]


def _call(function: Any, y: np.ndarray, t: np.ndarray) -> Any:
    """Three arrays in one are as good as three arrays."""
    answer = function(y, t)
    return tuple(answer) if isinstance(answer, np.ndarray) and answer.ndim == 3 and len(answer) == 3 else answer


OUTPUT_SIGNALS = Exercise(
    id="06.output_signals",
    name="output_signals",
    title="What an output unit sends back",
    points=3,
    reference=output_signals,
    call=_call,
    probes=_outputs,
    misconceptions=[*LOSS_MISTAKES, *SIGNAL_MISTAKES],
)
