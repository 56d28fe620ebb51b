"""The stages of a network, one per file: the dense layer, and the activations between dense layers."""

from labkit.nn.layers.activation import Activation
from labkit.nn.layers.dense import Dense
from labkit.nn.layers.elu import ELU
from labkit.nn.layers.identity import Identity
from labkit.nn.layers.layer import Layer
from labkit.nn.layers.leaky_relu import LeakyReLU
from labkit.nn.layers.lecun_tanh import LeCunTanh
from labkit.nn.layers.relu import ReLU
from labkit.nn.layers.relu6 import ReLU6
from labkit.nn.layers.sigmoid import Sigmoid
from labkit.nn.layers.softmax import Softmax
from labkit.nn.layers.tanh import Tanh

__all__ = [
    "ELU",
    "Activation",
    "Dense",
    "Identity",
    "Layer",
    "LeCunTanh",
    "LeakyReLU",
    "ReLU",
    "ReLU6",
    "Sigmoid",
    "Softmax",
    "Tanh",
]
