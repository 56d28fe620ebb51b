"""A run is one training in progress: what the loop shares with its callbacks."""

from dataclasses import dataclass, field

import numpy as np

from labkit.nn.losses import Loss
from labkit.nn.network import Sequential
from labkit.nn.optimizers import Optimizer
from labkit.nn.training.history import History


@dataclass
class Run:
    """State of one call of ``fit``.

    Attributes
    ----------
    net, x, t, loss, optimizer
        What is trained, on what, and how.
    iteration : int
        Number of the current update, from 1.
    epoch : int
        Number of the current pass through the data, from 1.
    rate : float
        Learning rate of the current update.
    outputs : array (samples, n_outputs)
        Outputs for the batch of the current update (its last piece, when it went through in pieces).
    history : History
    stopped : str or None
        Why training ends early, once ``stop`` was called.
    """

    net: Sequential
    x: np.ndarray
    t: np.ndarray
    loss: Loss
    optimizer: Optimizer
    total_iterations: int
    history: History = field(default_factory=History)
    iteration: int = 0
    epoch: int = 0
    rate: float = 0.0
    outputs: np.ndarray | None = None
    stopped: str | None = None

    def stop(self, reason: str) -> None:
        """End training after this update, or before it if called from ``before_update``."""
        self.stopped = self.stopped or reason
