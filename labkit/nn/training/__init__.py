"""Training: the loop, what it writes down, and what may listen in."""

from labkit.nn.training.callback import Callback
from labkit.nn.training.dead_units import DeadUnits
from labkit.nn.training.early_stop import EarlyStop
from labkit.nn.training.evaluate import evaluate
from labkit.nn.training.fit import fit
from labkit.nn.training.history import History
from labkit.nn.training.record import Frame, Record
from labkit.nn.training.run import Run
from labkit.nn.training.snapshots import Snapshots
from labkit.nn.training.stop_on_nan import StopOnNaN, TrainingStopped

__all__ = [
    "Callback",
    "DeadUnits",
    "EarlyStop",
    "Frame",
    "History",
    "Record",
    "Run",
    "Snapshots",
    "StopOnNaN",
    "TrainingStopped",
    "evaluate",
    "fit",
]
