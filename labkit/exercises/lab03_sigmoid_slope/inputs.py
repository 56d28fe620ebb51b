"""Inputs of a sigmoid: on both sides, far out, single numbers and batches, gentle and steep."""

import numpy as np

from labkit.exercises.lab03_sigmoid_slope.draw_slope import draw_slope
from labkit.exercises.probe import Probe


def inputs(rng: np.random.Generator) -> list[Probe]:
    """Inputs and slopes, for the sigmoid and for its derivative alike."""
    gentle, steep = draw_slope(rng, 0.2, 0.8), draw_slope(rng, 1.5, 3)
    single = np.hstack([rng.normal(0, 1, (3, 3)), [[-160.0], [120.0], [-80.0]]])
    return [
        Probe(np.round(rng.uniform(-3, 3, 5), 2), 1.0, label="slope 1"),
        Probe(np.round(rng.uniform(-2, 2, 4), 2), steep, label="a steep slope"),
        Probe(rng.normal(0, 3, (4, 3)), gentle, label="a gentle slope, a batch of shape (samples, units)"),
        Probe(float(np.round(rng.uniform(-2, -0.5), 2)), gentle, label="a single number instead of an array"),
        Probe(np.array([-1000.0, -750.0, -30.0]), 1.0, label="far to the left"),
        Probe(np.array([30.0, 750.0, 1000.0]), 1.0, label="far to the right"),
        Probe(np.array([-1000.0, -30.0, 0.0, 30.0, 1000.0]), 10.0, label="far out, with a steep slope"),
        Probe(np.array([-1000.0, -300.0, 300.0, 1000.0]), 0.1, label="far out, with a gentle slope"),
        Probe(single.astype(np.float32), 2.0, label="float32, as networks train"),
    ]
