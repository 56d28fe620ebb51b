"""The stages of a network, one per file: dense layers, layers for images, and the activations between them."""

from labkit.nn.layers.activation import Activation
from labkit.nn.layers.conv2d import Conv2D
from labkit.nn.layers.dense import Dense
from labkit.nn.layers.elu import ELU
from labkit.nn.layers.flatten import Flatten
from labkit.nn.layers.identity import Identity
from labkit.nn.layers.layer import Layer
from labkit.nn.layers.leaky_relu import LeakyReLU
from labkit.nn.layers.lecun_tanh import LeCunTanh
from labkit.nn.layers.max_pool2d import MaxPool2D
from labkit.nn.layers.relu import ReLU
from labkit.nn.layers.relu6 import ReLU6
from labkit.nn.layers.sigmoid import Sigmoid
from labkit.nn.layers.softmax import Softmax
from labkit.nn.layers.tanh import Tanh

__all__ = [
    "ELU",
    "Activation",
    "Conv2D",
    "Dense",
    "Flatten",
    "Identity",
    "Layer",
    "LeCunTanh",
    "LeakyReLU",
    "MaxPool2D",
    "ReLU",
    "ReLU6",
    "Sigmoid",
    "Softmax",
    "Tanh",
]
