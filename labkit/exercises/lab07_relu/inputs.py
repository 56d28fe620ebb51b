"""Inputs of a ReLU and its relatives: both sides, near the kink and on it, far out, single precision."""

import numpy as np

from labkit.exercises.probe import Probe


def inputs(rng: np.random.Generator, *settings: float) -> list[Probe]:
    """Inputs, each with the same further arguments (such as the leak)."""
    near = np.array([-0.5, -0.02, -0.003, -2e-5, 2e-5, 0.003, 0.02, 0.5])
    return [
        Probe(np.round(rng.uniform(0.2, 4, 6), 2) * [1, -1, 1, -1, -1, 1], *settings, label="both sides"),
        Probe(rng.normal(0, 2, (4, 3)), *settings, label="a batch of shape (samples, units)"),
        Probe(near * rng.uniform(0.9, 1.1), *settings, label="near the kink"),
        Probe(np.array([-1.5, 0.0, 2.5]), *settings, label="on the kink"),
        Probe(-np.round(rng.uniform(0.2, 4, (2, 5)), 2), *settings, label="every unit is off"),
        Probe(np.round(rng.uniform(0.2, 4, 3), 2), *settings, label="every unit is on"),
        Probe(np.array([-800.0, -30.0, 30.0, 800.0]), *settings, label="far out"),
        Probe(rng.normal(0, 3, (3, 4)).astype(np.float32), *settings, label="float32, as networks train"),
    ]
