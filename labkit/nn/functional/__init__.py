"""The equations of the network as plain functions, one noun per file.

Layers and losses call these very functions, and exercises compare with them, so each formula of the course is
written once. Arrays in, arrays out, no state. ``out``, where it is offered, receives the result, as in NumPy.
"""

from labkit.nn.functional.absolute_error import absolute_error, absolute_error_gradient
from labkit.nn.functional.cross_entropy import (
    binary_cross_entropy,
    binary_cross_entropy_from_logits,
    binary_cross_entropy_gradient,
    cross_entropy,
    cross_entropy_from_logits,
    cross_entropy_gradient,
)
from labkit.nn.functional.dead_units import dead_units
from labkit.nn.functional.dense import (
    dense_backward,
    dense_bias_gradient,
    dense_forward,
    dense_input_gradient,
    dense_weight_gradient,
)
from labkit.nn.functional.elu import elu, elu_derivative, elu_derivative_from_output
from labkit.nn.functional.gradient_step import gradient_step
from labkit.nn.functional.leaky_relu import leaky_relu, leaky_relu_derivative
from labkit.nn.functional.lecun_tanh import lecun_tanh, lecun_tanh_derivative, lecun_tanh_derivative_from_output
from labkit.nn.functional.relu import relu, relu_derivative, relu_derivative_from_output
from labkit.nn.functional.relu6 import relu6, relu6_derivative, relu6_derivative_from_output
from labkit.nn.functional.sigmoid import sigmoid, sigmoid_derivative, sigmoid_derivative_from_output
from labkit.nn.functional.signal import preactivation_rms
from labkit.nn.functional.softmax import log_softmax, log_sum_exp, softmax, softmax_backward
from labkit.nn.functional.squared_error import squared_error, squared_error_gradient
from labkit.nn.functional.tanh import tanh, tanh_derivative, tanh_derivative_from_output

__all__ = [
    "absolute_error",
    "absolute_error_gradient",
    "binary_cross_entropy",
    "binary_cross_entropy_from_logits",
    "binary_cross_entropy_gradient",
    "cross_entropy",
    "cross_entropy_from_logits",
    "cross_entropy_gradient",
    "dead_units",
    "dense_backward",
    "dense_bias_gradient",
    "dense_forward",
    "dense_input_gradient",
    "dense_weight_gradient",
    "elu",
    "elu_derivative",
    "elu_derivative_from_output",
    "gradient_step",
    "leaky_relu",
    "leaky_relu_derivative",
    "lecun_tanh",
    "lecun_tanh_derivative",
    "lecun_tanh_derivative_from_output",
    "log_softmax",
    "log_sum_exp",
    "preactivation_rms",
    "relu",
    "relu6",
    "relu6_derivative",
    "relu6_derivative_from_output",
    "relu_derivative",
    "relu_derivative_from_output",
    "sigmoid",
    "sigmoid_derivative",
    "sigmoid_derivative_from_output",
    "softmax",
    "softmax_backward",
    "squared_error",
    "squared_error_gradient",
    "tanh",
    "tanh_derivative",
    "tanh_derivative_from_output",
]
