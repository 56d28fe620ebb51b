"""The equations of the network as plain functions, one noun per file.

Layers and losses call these very functions, and exercises compare with them, so each formula of the course is
written once. Arrays in, arrays out, no state. ``out``, where it is offered, receives the result, as in NumPy.
"""

from labkit.nn.functional.absolute_error import absolute_error, absolute_error_gradient
from labkit.nn.functional.correlation import (
    columns_weight_gradient,
    correlate2d,
    correlate2d_backward,
    filter_columns,
    filter_columns_backward,
    filter_rows,
)
from labkit.nn.functional.cross_entropy import (
    binary_cross_entropy,
    binary_cross_entropy_from_logits,
    binary_cross_entropy_gradient,
    cross_entropy,
    cross_entropy_from_logits,
    cross_entropy_gradient,
)
from labkit.nn.functional.dead_units import dead_units
from labkit.nn.functional.delta_magnitude import delta_magnitude
from labkit.nn.functional.dense import (
    dense_backward,
    dense_bias_gradient,
    dense_forward,
    dense_input_gradient,
    dense_weight_gradient,
)
from labkit.nn.functional.elu import elu, elu_derivative, elu_derivative_from_output
from labkit.nn.functional.gradient_step import gradient_step
from labkit.nn.functional.image_columns import (
    batch_first,
    batch_last,
    image_columns,
    image_columns_backward,
    padded_images,
    places,
)
from labkit.nn.functional.leaky_relu import leaky_relu, leaky_relu_derivative
from labkit.nn.functional.lecun_tanh import lecun_tanh, lecun_tanh_derivative, lecun_tanh_derivative_from_output
from labkit.nn.functional.max_pool import max_pool, max_pool_argmax, max_pool_backward
from labkit.nn.functional.relu import relu, relu_derivative, relu_derivative_from_output
from labkit.nn.functional.relu6 import relu6, relu6_derivative, relu6_derivative_from_output
from labkit.nn.functional.sigmoid import sigmoid, sigmoid_derivative, sigmoid_derivative_from_output
from labkit.nn.functional.signal import preactivation_rms
from labkit.nn.functional.softmax import log_softmax, log_sum_exp, softmax, softmax_backward
from labkit.nn.functional.squared_error import squared_error, squared_error_gradient
from labkit.nn.functional.tanh import tanh, tanh_derivative, tanh_derivative_from_output
from labkit.nn.functional.toeplitz import toeplitz_matrix
from labkit.nn.functional.transposed_convolution import transposed_convolution, transposed_convolution_backward

__all__ = [
    "absolute_error",
    "absolute_error_gradient",
    "batch_first",
    "batch_last",
    "binary_cross_entropy",
    "binary_cross_entropy_from_logits",
    "binary_cross_entropy_gradient",
    "columns_weight_gradient",
    "correlate2d",
    "correlate2d_backward",
    "cross_entropy",
    "cross_entropy_from_logits",
    "cross_entropy_gradient",
    "dead_units",
    "delta_magnitude",
    "dense_backward",
    "dense_bias_gradient",
    "dense_forward",
    "dense_input_gradient",
    "dense_weight_gradient",
    "elu",
    "elu_derivative",
    "elu_derivative_from_output",
    "filter_columns",
    "filter_columns_backward",
    "filter_rows",
    "gradient_step",
    "image_columns",
    "image_columns_backward",
    "leaky_relu",
    "leaky_relu_derivative",
    "lecun_tanh",
    "lecun_tanh_derivative",
    "lecun_tanh_derivative_from_output",
    "log_softmax",
    "log_sum_exp",
    "max_pool",
    "max_pool_argmax",
    "max_pool_backward",
    "padded_images",
    "places",
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
    "toeplitz_matrix",
    "transposed_convolution",
    "transposed_convolution_backward",
]
