"""The network that the course opens up, in NumPy: small parts, each replaceable by a student's own.

>>> from labkit import nn
>>> net = nn.Sequential([nn.Dense(784, 64), nn.Sigmoid(), nn.Dense(64, 10), nn.Softmax()], seed=0)
>>> history = nn.fit(net, x, t, loss=nn.CrossEntropy("mean"), optimizer=nn.SGD(0.5), epochs=10,
batch_size=128)

Read it from below: :mod:`~labkit.nn.functional` holds the equations, :mod:`~labkit.nn.layers` and
:mod:`~labkit.nn.losses` put them to work, :mod:`~labkit.nn.network` lines the layers up,
:mod:`~labkit.nn.training` trains, :mod:`~labkit.nn.inside` looks inside.
"""

from labkit.nn import functional
from labkit.nn.delta_magnitudes import DeltaMagnitude, delta_magnitudes
from labkit.nn.gradient_check import GradientCheck, gradient_check, numerical_gradient
from labkit.nn.initializers import FanInNormal, Glorot, He, Normal, TruncatedNormal, Uniform
from labkit.nn.inside import deltas, preactivations, slopes
from labkit.nn.layers import (
    ELU,
    Activation,
    Conv2D,
    Dense,
    Flatten,
    Identity,
    Layer,
    LeakyReLU,
    LeCunTanh,
    MaxPool2D,
    ReLU,
    ReLU6,
    Sigmoid,
    Softmax,
    Tanh,
)
from labkit.nn.losses import AbsoluteError, BinaryCrossEntropy, CrossEntropy, Loss, SquaredError
from labkit.nn.network import Sequential
from labkit.nn.numerics import NUMERICS_VERSION
from labkit.nn.optimizers import SGD, Optimizer
from labkit.nn.schedules import Constant, Cosine, Exponential, Step
from labkit.nn.training import (
    Callback,
    DeadUnits,
    EarlyStop,
    Frame,
    History,
    Record,
    Run,
    Snapshots,
    StopOnNaN,
    TrainingStopped,
    evaluate,
    fit,
)

__all__ = [
    "ELU",
    "NUMERICS_VERSION",
    "SGD",
    "AbsoluteError",
    "Activation",
    "BinaryCrossEntropy",
    "Callback",
    "Constant",
    "Conv2D",
    "Cosine",
    "CrossEntropy",
    "DeadUnits",
    "DeltaMagnitude",
    "Dense",
    "EarlyStop",
    "Exponential",
    "FanInNormal",
    "Flatten",
    "Frame",
    "Glorot",
    "GradientCheck",
    "He",
    "History",
    "Identity",
    "Layer",
    "LeCunTanh",
    "LeakyReLU",
    "Loss",
    "MaxPool2D",
    "Normal",
    "Optimizer",
    "ReLU",
    "ReLU6",
    "Record",
    "Run",
    "Sequential",
    "Sigmoid",
    "Snapshots",
    "Softmax",
    "SquaredError",
    "Step",
    "StopOnNaN",
    "Tanh",
    "TrainingStopped",
    "TruncatedNormal",
    "Uniform",
    "delta_magnitudes",
    "deltas",
    "evaluate",
    "fit",
    "functional",
    "gradient_check",
    "numerical_gradient",
    "preactivations",
    "slopes",
]
