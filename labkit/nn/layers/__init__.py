"""The stages of a network, one per file: the dense layer, and the activations between dense layers."""

from labkit.nn.layers.activation import Activation
from labkit.nn.layers.dense import Dense
from labkit.nn.layers.identity import Identity
from labkit.nn.layers.layer import Layer
from labkit.nn.layers.sigmoid import Sigmoid
from labkit.nn.layers.softmax import Softmax
from labkit.nn.layers.tanh import Tanh

__all__ = ["Activation", "Dense", "Identity", "Layer", "Sigmoid", "Softmax", "Tanh"]
