"""What training makes small, one loss per file. Sum or mean over the samples is said by name."""

from labkit.nn.losses.absolute_error import AbsoluteError
from labkit.nn.losses.binary_cross_entropy import BinaryCrossEntropy
from labkit.nn.losses.cross_entropy import CrossEntropy
from labkit.nn.losses.loss import Loss
from labkit.nn.losses.squared_error import SquaredError

__all__ = ["AbsoluteError", "BinaryCrossEntropy", "CrossEntropy", "Loss", "SquaredError"]
