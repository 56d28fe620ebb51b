"""How a gradient becomes a step, one rule per file."""

from labkit.nn.optimizers.optimizer import Optimizer
from labkit.nn.optimizers.sgd import SGD

__all__ = ["SGD", "Optimizer"]
