"""The equations of the network as plain functions, one noun per file.

Layers and losses call these very functions, and exercises compare with them, so each formula of the course is
written once. Arrays in, arrays out, no state. ``out``, where it is offered, receives the result, as in NumPy.
"""

from labkit.nn.functional.cross_entropy import (
    binary_cross_entropy,
    binary_cross_entropy_from_logits,
    binary_cross_entropy_gradient,
    cross_entropy,
    cross_entropy_from_logits,
    cross_entropy_gradient,
)
from labkit.nn.functional.dense import (
    dense_backward,
    dense_bias_gradient,
    dense_forward,
    dense_input_gradient,
    dense_weight_gradient,
)
from labkit.nn.functional.gradient_step import gradient_step
from labkit.nn.functional.sigmoid import sigmoid, sigmoid_derivative, sigmoid_derivative_from_output
from labkit.nn.functional.softmax import log_sum_exp, softmax, softmax_backward
from labkit.nn.functional.squared_error import squared_error, squared_error_gradient
from labkit.nn.functional.tanh import tanh, tanh_derivative, tanh_derivative_from_output

__all__ = [
    "binary_cross_entropy",
    "binary_cross_entropy_from_logits",
    "binary_cross_entropy_gradient",
    "cross_entropy",
    "cross_entropy_from_logits",
    "cross_entropy_gradient",
    "dense_backward",
    "dense_bias_gradient",
    "dense_forward",
    "dense_input_gradient",
    "dense_weight_gradient",
    "gradient_step",
    "log_sum_exp",
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
