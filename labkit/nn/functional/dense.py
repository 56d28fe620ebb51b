r"""A dense layer multiplies by a matrix and adds a bias; its backward pass is two more matrix products.

.. math:: z = xW + b, \qquad
          \frac{\partial E}{\partial W} = x^T \delta, \quad
          \frac{\partial E}{\partial b} = \sum_{\text{samples}} \delta, \quad
          \frac{\partial E}{\partial x} = \delta W^T, \qquad \delta = \frac{\partial E}{\partial z}

Rows are samples. A weight is shared by every sample of the batch, so its gradient is the sum over them:
that sum is what the product x^T delta does.
"""

import numpy as np


def dense_forward(
    x: np.ndarray, W: np.ndarray, b: np.ndarray | None = None, out: np.ndarray | None = None
) -> np.ndarray:
    """Pre-activations z = xW + b.

    Parameters
    ----------
    x : array (samples, n_inputs)
    W : array (n_inputs, n_outputs)
    b : array (n_outputs,), optional
    out : array (samples, n_outputs), optional
        Receives the result.
    """
    z = np.matmul(x, W, out=out)
    if b is not None:
        z += b
    return z


def dense_backward(x: np.ndarray, W: np.ndarray, delta: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """All three gradients of a dense layer.

    Parameters
    ----------
    x : array (samples, n_inputs)
        What went into the layer.
    W : array (n_inputs, n_outputs)
    delta : array (samples, n_outputs)
        dE/dz, the gradient at the pre-activations.

    Returns
    -------
    dx : array (samples, n_inputs)
    dW : array (n_inputs, n_outputs)
        Summed over the samples.
    db : array (n_outputs,)
        Summed over the samples.
    """
    return dense_input_gradient(delta, W), dense_weight_gradient(x, delta), dense_bias_gradient(delta)


def dense_weight_gradient(x: np.ndarray, delta: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
    """Gradient dE/dW = x^T delta, summed over the samples."""
    if len(x) == 1 and x.size * delta.size > 4_000:
        # NumPy multiplies a single sample by a loop of its own; with a second one, of zeros, by the fast library
        x, delta = _with_zeros(x), _with_zeros(delta)
    return np.matmul(x.T, delta, out=out)


def dense_bias_gradient(delta: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
    """Gradient dE/db = sum of delta over the samples."""
    return np.sum(delta, axis=0, out=out)


def dense_input_gradient(delta: np.ndarray, W: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
    """Gradient dE/dx = delta W^T, the error handed down to the layer below."""
    return np.matmul(delta, W.T, out=out)


def _with_zeros(row: np.ndarray) -> np.ndarray:
    """Two rows: the one given, and one of zeros."""
    rows = np.zeros((2, row.shape[1]), row.dtype)
    rows[0] = row
    return rows
