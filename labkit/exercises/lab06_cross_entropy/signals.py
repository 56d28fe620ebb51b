"""Gradients at the inputs of sigmoid outputs, under three losses."""

import numpy as np

from labkit.nn.functional import absolute_error_gradient, sigmoid_derivative_from_output, squared_error_gradient


def output_signals(y: np.ndarray, t: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients dE/dz at the input of sigmoid units with outputs ``y``, for three summed losses.

    Squared error (with the 1/2): (y - t) y(1 - y). Absolute error: sign(y - t) y(1 - y). Binary cross-entropy:
    y - t, since its own gradient (y - t) / (y(1 - y)) cancels the slope of the sigmoid.
    """
    slope = sigmoid_derivative_from_output(y)
    error = squared_error_gradient(y, t)
    return error * slope, absolute_error_gradient(y, t) * slope, error


def three_signals(
    error: np.ndarray,
    by_squared: np.ndarray | float = 1.0,
    by_absolute: np.ndarray | float = 1.0,
    cross: np.ndarray | None = None,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Squared and absolute error's signals with a factor each, and cross-entropy's: what known mistakes are made of."""
    return error * by_squared, np.sign(error) * by_absolute, error if cross is None else cross
