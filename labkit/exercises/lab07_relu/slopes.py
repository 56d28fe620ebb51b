"""Derivatives of whole layers, samples by units, in which some units are dead."""

import numpy as np

from labkit.exercises.probe import Probe


def _on(rng: np.random.Generator, samples: int, units: int, share: float = 0.5) -> np.ndarray:
    """Slopes of ReLUs, each on for about this share of the samples, and for one sample at least."""
    slope = (rng.random((samples, units)) < share) * 1.0
    slope[rng.integers(samples, size=units), np.arange(units)] = 1.0
    return slope


def _kill(slope: np.ndarray, units: list[int]) -> np.ndarray:
    slope[:, units] = 0
    return slope


def slopes(rng: np.random.Generator) -> list[Probe]:
    """Layers of few units, with one dead, several or none."""
    first, last = _on(rng, 6, 4), _on(rng, 5, 6)
    first[0], last[-1] = 0, 0  # everything is off for one image
    cancelling = rng.integers(1, 5, (4, 5)) / 4  # quarters, so that the sums are exact
    cancelling[2:] = -cancelling[:2]  # each column adds up to 0
    flat = rng.uniform(1e-12, 1e-10, (4, 4))
    falling = -rng.uniform(0.2, 1, (5, 3)) * (rng.random((5, 3)) < 0.6)
    falling[0] = -0.5
    steady = _on(rng, 4, 5, 1.0)
    return [
        Probe(_kill(_on(rng, 7, 5), [1, 3]), label="ReLUs, two of five units dead"),
        Probe(_kill(_on(rng, 3, 6, 0.3), [0]), label="more units than samples"),
        Probe(_kill(first, [2]), label="the first image turns every unit off"),
        Probe(_kill(last, [5, 0]), label="the last image turns every unit off"),
        Probe(_kill(_on(rng, 12, 4, 0.1), [3]), label="units that are rarely on"),
        Probe(_kill(steady, [4]), label="units that are always on"),
        Probe(_on(rng, 5, 4), label="all alive"),
        Probe(np.zeros((4, 3)), label="all dead"),
        Probe(_kill(_on(rng, 5, 5), [0, 1, 2, 4]), label="all dead but one"),
        Probe(_kill(np.where(_on(rng, 6, 5) > 0, 1.0, 0.01), [2]), label="leaky ReLUs, and one dead unit"),
        Probe(_kill(cancelling, [1]), label="slopes of both signs, which add up to 0"),
        Probe(_kill(falling, [1]), label="a curve that falls"),
        Probe(_kill(flat, [0]), label="slopes that are tiny, but not 0"),
        Probe(_kill(_on(rng, 6, 3), [1]).astype(np.float32), label="float32, as networks train"),
    ]
